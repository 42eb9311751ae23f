//! Owns telling one entry from several on one line. It refuses to read them.

use super::entry::shows_a_source;
use super::grammar::{is_quote, is_short};
use crate::article::measure::is_ideograph;
use crate::formats::dates::Reading;
use crate::formats::people::is_agency;

/// Words between the last two names.
const JOINTS: &[&str] = &[" and ", " und ", " et ", " y ", " och ", " og ", " en ", " и "];
/// The most signs of a name that is written without spaces.
const UNSPACED: usize = 12;

/// Splits a line that names several sources: at semicolons, or at commas and strokes where an agency or a
/// quoted name is among them, or all are short names.
pub fn several(line: &str, reading: Reading) -> Vec<&str> {
    let names = |piece: &&str| is_short(piece, 6) || is_agency(piece) || shows_a_source(piece, reading);
    let semicolons: Vec<&str> = pieces(line, &[';', '；']);
    if semicolons.len() > 1 && semicolons.iter().all(names) && !line.contains("://") {
        return semicolons;
    }
    let pieces = at_commas(line);
    let few = |piece: &&str| piece.split_whitespace().count() <= 3 && piece.chars().count() <= 40;
    let told = |piece: &&str| is_agency(piece) || is_in_quotes(piece);
    let joined = JOINTS.iter().any(|joint| line.contains(joint));
    let many =
        pieces.len() > 2 || (pieces.len() == 2 && (joined || pieces.iter().all(|piece| is_unspaced(piece))));
    if pieces.len() > 1 && pieces.iter().any(told) && pieces.iter().all(few) && pieces.iter().all(without_day)
    {
        return pieces;
    }
    if many && pieces.iter().all(|piece| is_name(piece) || is_agency(piece)) {
        pieces
    } else {
        vec![line.trim()]
    }
}

/// Splits at commas and strokes outside brackets, and at the word before the last name.
fn at_commas(line: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let parted = line.split(|c: char| {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, ',' | '/' | '、' | '，')
    });
    let mut pieces: Vec<&str> = parted.map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let last = pieces.last().and_then(|last| JOINTS.iter().find_map(|joint| last.split_once(joint)));
    if let Some((one, other)) = last {
        pieces.pop();
        pieces.extend([one.trim(), other.trim()]);
    }
    pieces
}

/// Says whether a piece is a short name in capitals, perhaps with a day or a town in brackets.
fn is_name(piece: &str) -> bool {
    let bare = piece.split(['(', '（']).next().unwrap_or(piece).trim();
    let closed = bare.len() == piece.len() || piece.ends_with([')', '）']);
    let capital = |word: &str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let small = |word: &str| word.chars().count() <= 3;
    closed
        && bare.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        && !bare.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | ':'))
        && (if bare.starts_with(is_ideograph) { is_unspaced(bare) } else { is_short(bare, 4) })
        && bare.split_whitespace().all(|word| capital(word) || small(word))
}

fn is_unspaced(piece: &str) -> bool {
    (2..=UNSPACED).contains(&piece.chars().count()) && piece.chars().all(is_ideograph)
}

fn is_in_quotes(piece: &str) -> bool {
    piece.starts_with(is_quote) && piece.ends_with(is_quote) && piece.chars().count() > 3
}

fn without_day(piece: &&str) -> bool {
    !piece.contains(|c: char| c.is_ascii_digit())
}

fn pieces<'l>(line: &'l str, marks: &[char]) -> Vec<&'l str> {
    line.split(marks).map(str::trim).filter(|piece| !piece.is_empty()).collect()
}
