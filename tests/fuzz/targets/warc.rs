//! Web archives.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::formats::warc;

fuzz_target!(|bytes: &[u8]| newsprint_fuzz::read(&warc::FORMAT, bytes, "a.warc"));
