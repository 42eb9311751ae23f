//! Markdown and its front matter.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::formats::markdown;

fuzz_target!(|bytes: &[u8]| newsprint_fuzz::read(&markdown::FORMAT, bytes, "2026-01-02-a.md"));
