//! Plain text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::formats::text;

fuzz_target!(|bytes: &[u8]| newsprint_fuzz::read(&text::FORMAT, bytes, "a.txt"));
