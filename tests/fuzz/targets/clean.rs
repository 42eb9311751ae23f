//! The cleaning of strings from outside.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| newsprint_fuzz::wash(&String::from_utf8_lossy(bytes)));
