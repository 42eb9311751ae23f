//! Feeds, XML and JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::formats::feed;

fuzz_target!(|bytes: &[u8]| newsprint_fuzz::read(&feed::FORMAT, bytes, "a.xml"));
