//! Saved pages.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::formats::html;

fuzz_target!(|bytes: &[u8]| newsprint_fuzz::read(&html::FORMAT, bytes, "a.html"));
