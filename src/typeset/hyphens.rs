//! Owns where words may be hyphenated, by language. It refuses to draw the hyphen.

use hypher::Lang;

use crate::article::Language;

/// Columns of at least this many cells are wide enough to do without.
const WIDE: usize = 60;
/// Shorter words stay whole.
const FEWEST_LETTERS: usize = 6;
/// Letters that stay on the line, and letters that go to the next.
const LEFT: usize = 2;
const RIGHT: usize = 3;
/// English words are short, and two letters of one are a riddle.
const LEFT_IN_ENGLISH: usize = 3;

/// Which words are hyphenated, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rules {
    language: Lang,
    /// Whether words stay whole that have room on one line.
    pub(super) long_only: bool,
}

/// Returns the rules for an article's language, if the column is narrow and the language known.
pub(super) fn rules(language: Option<Language>, measure: usize) -> Option<Rules> {
    Some(Rules { language: known(language.filter(|_| measure < WIDE))?, long_only: false })
}

/// Returns the rules for words that stay whole wherever they can: one that is longer than a line is broken
/// in any case, and then where a reader expects it.
pub(super) fn last_resort(language: Option<Language>) -> Option<Rules> {
    Some(Rules { language: known(language)?, long_only: true })
}

fn known(language: Option<Language>) -> Option<Lang> {
    Lang::from_iso(language?.tag().as_bytes().try_into().ok()?)
}

/// Returns the byte offsets in `word` where a hyphen may stand. Addresses, names with digits and
/// the like have none; punctuation and elided articles around a word do not count as letters.
pub(super) fn points(word: &str, rules: Rules) -> Vec<usize> {
    let mut points = Vec::new();
    if word.len() < FEWEST_LETTERS || word.contains(is_foreign) || is_address(word) {
        return points;
    }
    let mut start = 0;
    for part in word.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = part.trim_end_matches(|c: char| !c.is_alphabetic());
        if letters.chars().nth(FEWEST_LETTERS - 1).is_some() {
            let mut at = start;
            let left = if rules.language == Lang::English { LEFT_IN_ENGLISH } else { LEFT };
            let syllables = hypher::hyphenate_bounded(letters, rules.language, left, RIGHT);
            points.extend(syllables.map(|syllable| {
                at += syllable.len();
                at
            }));
            points.pop();
        }
        start += part.len();
    }
    points
}

/// Characters that are no part of a word of running text, or combine with the letter before them.
fn is_foreign(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, '/' | '\\' | '@' | '_' | '#' | '=' | '&' | '<' | '>' | '~' | '{' | '}' | '|')
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// A dot or colon with letters on both sides: `example.org`, `mailto:me`.
fn is_address(word: &str) -> bool {
    let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
    inner.contains(['.', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(word: &str, tag: &str) -> String {
        let rules = rules(Language::parse(tag), 40).expect("a language with rules");
        let mut out = word.to_owned();
        points(word, rules).into_iter().rev().for_each(|at| out.insert(at, '-'));
        out
    }

    #[test]
    fn words_part_by_the_rules_of_their_language() {
        assert_eq!(shown("l’évacuation,", "fr"), "l’éva-cua-tion,");
        assert_eq!(shown("«Donaudampfschiff»", "de"), "«Do-nau-dampf-schiff»");
        assert_eq!(shown("newspaper", "en"), "news-pa-per");
        assert_eq!(shown("rename", "en"), "rename", "two letters are too few");
    }

    #[test]
    fn addresses_numbers_and_short_words_stay_whole() {
        for whole in ["example.organisation", "covid19vaccines", "a/configuration", "bread", "UTF-8encoding"]
        {
            assert_eq!(shown(whole, "en"), whole);
        }
    }

    #[test]
    fn wide_columns_and_unknown_languages_have_no_hyphens() {
        assert_eq!(rules(Language::parse("en"), 60), None);
        assert_eq!(rules(Language::parse("tlh"), 40), None);
        assert_eq!(rules(None, 40), None);
    }
}
