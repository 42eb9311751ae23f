//! Owns folding words so that they can be looked up in tables: lower case, no accents. It refuses to
//! be a search: that fold is the library's and does more.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Folds a word for comparison: lower case, no accents, no hamza on the alef.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
            continue;
        }
        // In which order the marks stand does not matter: none stays.
        for lower in c.to_lowercase() {
            decompose_compatible(lower, |part| {
                if part.is_ascii() || !is_combining_mark(part) {
                    out.push(plain(part));
                }
            });
        }
    }
    out
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
