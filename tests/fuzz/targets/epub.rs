//! Books.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::formats::epub;

fuzz_target!(|bytes: &[u8]| newsprint_fuzz::read(&epub::FORMAT, bytes, "a.epub"));
