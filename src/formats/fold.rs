//! Owns folding words so that they can be looked up in tables: lower case, no accents. It refuses to
//! be a search: that fold is the library's and does more.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::article::letters::is_alphanumeric;

/// The first character the table of folded ones knows, and the first it does not.
const TABLED: std::ops::Range<u32> = 0x80..0x530;

/// What the letters of Latin, Greek and Cyrillic fold to; [`None`] where that is not one character.
static FOLDED: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
    let one = |c: char| {
        let mut out = String::new();
        decompose(c, &mut out);
        let mut folded = out.chars();
        folded.next().filter(|_| folded.next().is_none())
    };
    TABLED.map(|number| char::from_u32(number).and_then(one)).collect()
});

/// Folds a word for comparison: lower case, no accents, no hamza on the alef.
pub fn fold(word: &str) -> String {
    let mut out = String::new();
    fold_into(word, &mut out);
    out
}

/// Reads a table of words, which are folded, and whether each is sure: before the stroke of its line they are,
/// behind it they are not. Lines that begin with `#` are for who reads the table.
pub fn by_certainty(table: &str) -> HashMap<String, bool> {
    let mut known = HashMap::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let (sure, unsure) = line.split_once('|').unwrap_or((line, ""));
        for (words, is_sure) in [(sure, true), (unsure, false)] {
            for word in words.split_whitespace().map(fold) {
                *known.entry(word).or_default() |= is_sure;
            }
        }
    }
    known
}

/// Reads the lines of a table that has parts, each with the name of its part: a line `> NAME` begins one. Lines that
/// begin with `#` are for who reads the table.
pub fn by_part(table: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut part = "";
    table.lines().filter(|line| !line.starts_with('#')).filter_map(move |line| {
        match line.strip_prefix("> ") {
            Some(name) => {
                part = name;
                None
            }
            None => Some((part, line)),
        }
    })
}

/// Folds a text and keeps its letters and figures alone.
pub fn bare(text: &str) -> String {
    fold(text).chars().filter(|c| is_alphanumeric(*c)).collect()
}

/// Folds a word onto the end of `out`.
pub fn fold_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        return fold_ascii(word, out);
    }
    out.reserve(word.len());
    let mut rest = word;
    // Between letters with accents stand many without.
    while let Some(at) = rest.bytes().position(|byte| !byte.is_ascii()) {
        let (plain, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        fold_ascii(plain, out);
        let mut chars = after.chars();
        if let Some(c) = chars.next() {
            fold_char(c, out);
        }
        rest = chars.as_str();
    }
    fold_ascii(rest, out);
}

fn fold_ascii(words: &str, out: &mut String) {
    let start = out.len();
    out.push_str(words);
    if let Some(added) = out.get_mut(start..) {
        added.make_ascii_lowercase();
    }
}

/// Folds a character onto the end of `out`.
pub fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        return out.push(c.to_ascii_lowercase());
    }
    let place = u32::from(c).checked_sub(TABLED.start).and_then(|place| usize::try_from(place).ok());
    match place.and_then(|place| FOLDED.get(place)).copied().flatten() {
        Some(folded) => out.push(folded),
        None => decompose(c, out),
    }
}

fn decompose(c: char, out: &mut String) {
    // In which order the marks stand does not matter: none stays.
    for lower in c.to_lowercase() {
        decompose_compatible(lower, |part| {
            if part.is_ascii() || !is_combining_mark(part) {
                out.push(plain(part));
            }
        });
    }
}

fn plain(c: char) -> char {
    match c {
        'ı' => 'i',
        'ς' => 'σ',
        'ø' => 'o',
        'ł' => 'l',
        'ی' => 'ي',
        'ک' => 'ك',
        '’' => '\'',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_the_forms_of_one_letter_fold() {
        assert_eq!(fold("ÉTÉ à Łódź, ΣΟΦΟΣ, Йод"), "ete a lodz, σοφοσ, иод");
        assert_eq!(fold("کتاب’s"), "كتاب's");
        assert_eq!(fold("Crème BRÛLÉE, ÀL"), "creme brulee, al");
        assert_eq!(fold("İstanbul ½"), "istanbul 1⁄2");
    }

    #[test]
    fn the_table_says_what_folding_letter_by_letter_says() {
        for c in TABLED.filter_map(char::from_u32) {
            let (mut quick, mut slow) = (String::new(), String::new());
            fold_char(c, &mut quick);
            decompose(c, &mut slow);
            assert_eq!(quick, slow, "U+{:04X}", u32::from(c));
        }
    }
}
