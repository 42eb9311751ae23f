//! Owns folding words so that they can be looked up in tables: lower case, no accents. It refuses to
//! be a search: that fold is the library's and does more.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a word for comparison: lower case, no accents, no hamza on the alef.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars().flat_map(char::to_lowercase).nfkd().filter(|c| !is_combining_mark(*c)).map(plain).collect()
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
