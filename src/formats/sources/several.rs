//! Owns telling one entry from several on one line. It refuses to read them.

use super::{entry::shows_a_source, grammar::is_short};
use crate::formats::dates::Reading;
use crate::formats::people::is_agency;

/// Splits a line that names several sources: at semicolons, or, where an agency is among them, at
/// commas and strokes.
pub fn several(line: &str, reading: Reading) -> Vec<&str> {
    let names = |piece: &&str| is_short(piece, 6) || is_agency(piece) || shows_a_source(piece, reading);
    let pieces: Vec<&str> = pieces(line, &[';', '；']);
    if pieces.len() > 1 && pieces.iter().all(names) && !line.contains("://") {
        return pieces;
    }
    let pieces = self::pieces(line, &[',', '/', '、', '，']);
    let short =
        |piece: &&str| is_agency(piece) || is_short(piece, 3) || piece.split_whitespace().count() == 1;
    if pieces.len() > 1 && pieces.iter().any(|piece| is_agency(piece)) && pieces.iter().all(short) {
        return pieces;
    }
    vec![line.trim()]
}

fn pieces<'l>(line: &'l str, marks: &[char]) -> Vec<&'l str> {
    line.split(marks).map(str::trim).filter(|piece| !piece.is_empty()).collect()
}
