//! Owns the grammar of source lists: the labels that open one in two dozen languages, and the ways
//! an entry is written. It refuses to look a source up.

use super::dates::Reading;
use crate::article::{Source, Text};

/// Says whether a line is nothing but the label of a source list (`Sources :`, `Quellen`, `出典：`).
pub fn is_label(line: &str) -> bool {
    let _ = line;
    false
}

/// Reads one entry of a source list; `number` is the one shown. The whole line is kept as `raw`.
pub fn entry(line: &str, number: u32, reading: Reading) -> Source {
    let _ = reading;
    Source { number, raw: Text::line(line), ..Source::default() }
}
