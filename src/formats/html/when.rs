//! Owns telling a line that only says when: the day an article appeared, the hour it was changed, the minutes it
//! takes to read. It refuses a line with one word that is about anything else.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::article::measure::is_ideograph;
use crate::article::{Article, Block, body::length, body::words};
use crate::formats::dates::{self, Reading};
use crate::formats::fold::{by_certainty, fold};

/// Words of such lines, folded; those are sure that say so by themselves.
static WORDS: LazyLock<HashMap<String, bool>> = LazyLock::new(|| by_certainty(include_str!("timewords.txt")));

/// The longest such line, in bytes, and its most words.
const LONGEST: usize = 240;
const MOST: usize = 28;
/// The longest word of the table in a script that parts no words, in characters.
const UNPARTED: usize = 6;
/// Blocks at the end of a body among which such lines stand.
const LAST: usize = 4;

/// Says whether a line says when, and nothing else.
pub(super) fn is_all(line: &str) -> bool {
    if line.len() > LONGEST || !line.chars().any(char::is_numeric) {
        return false;
    }
    let mut sure = false;
    let mut count = 0;
    for word in parts(line) {
        count += 1;
        let known = word.starts_with(char::is_numeric) || is_known(word, &mut sure);
        if !known || count > MOST {
            return false;
        }
    }
    sure || is_clock(line) || dates::find(line, Reading::default()).is_some()
}

/// Takes such lines off the end of a body.
pub(super) fn take_last(article: &mut Article) {
    let mut at = article.body.len().saturating_sub(LAST).max(1);
    while let Some(block) = article.body.get(at) {
        if matches!(block, Block::Paragraph(runs) if length(runs) <= LONGEST && is_last(&words(runs))) {
            article.body.remove(at);
        } else {
            at += 1;
        }
    }
}

/// A lone hour at the end is how long a film is, and may belong to its name.
fn is_last(line: &str) -> bool {
    is_all(line) && (line.split_whitespace().count() > 1 || !is_clock(line))
}

/// Says whether a word is in the table, or is a month or weekday; notes whether it is sure.
fn is_known(word: &str, sure: &mut bool) -> bool {
    let folded = fold(word);
    if let Some(is_sure) = WORDS.get(&folded) {
        *sure |= is_sure;
        return true;
    }
    dates::is_weekday(word) || dates::is_month(word) || is_unparted(word, sure)
}

/// Says whether a text in a script that parts no words is words of the table from end to end.
fn is_unparted(text: &str, sure: &mut bool) -> bool {
    let is_script = |c: char| is_ideograph(c) || matches!(c, '\u{ac00}'..='\u{d7a3}');
    if !text.starts_with(is_script) {
        return false;
    }
    let mut rest = text;
    while !rest.is_empty() {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(UNPARTED);
        let heads: Vec<&str> = ends.filter_map(|end| rest.get(..end)).collect();
        let found = heads.into_iter().rev().find_map(|head| Some((head, *WORDS.get(&fold(head))?)));
        let Some((head, is_sure)) = found else { return false };
        *sure |= is_sure;
        rest = rest.get(head.len()..).unwrap_or_default();
    }
    true
}

/// Parts a line into figures and words; `UhrLesedauer` is two of them.
fn parts(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let first = rest.chars().next()?;
        let mut before = first;
        let end = rest.char_indices().find_map(|(at, c)| {
            let is_mark = !c.is_alphanumeric() && !is_combining(c);
            let parts =
                is_mark || c.is_numeric() != first.is_numeric() || before.is_lowercase() && c.is_uppercase();
            before = c;
            parts.then_some(at)
        });
        let (word, behind) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        rest = behind;
        Some(word)
    })
}

/// Says whether a character is an accent on the one before it.
fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Says whether a line holds an hour: two figures behind one or two.
fn is_clock(line: &str) -> bool {
    let figures = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    line.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).trim_end_matches(char::is_alphabetic);
        word.split_once([':', '.', 'h'])
            .is_some_and(|(hour, minute)| figures(hour, 2) && minute.len() == 2 && figures(minute, 2))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_days_hours_and_their_words_says_when() {
        for line in [
            "Published 3 May 2021, 10:00",
            "Last updated 15 hours ago",
            "Stand: 20:03 Uhr | Lesedauer: 4 Minuten",
            "12.03.2022 - 15:48 UhrLesedauer: 2 Min.",
            "Online seit heute, 7.57 Uhr",
            "Publié le 3 mai 2021 à 10h00, mis à jour hier",
            "Actualizado a las 20:56h.",
            "Uppdaterad 15.59 | Publicerad 14.14",
            "Publisert 05.08.2024, kl. 13.05 Oppdatert 05.08.2024, kl. 13.52",
            "5 gennaio 2025 ( modifica il 6 gennaio 2025 | 15:24)",
            "公開日時 2024年1月3日 10:00",
            "입력 2025.05.15 17:00 수정 2025.05.15 18:10",
            "Опубликовано 3 мая 2021 года в 10:00",
        ] {
            assert!(is_all(line), "{line}");
        }
    }

    #[test]
    fn a_line_about_anything_else_does_not() {
        for line in [
            "Day 2",
            "Am 3. Mai fuhr die Fähre",
            "The ferry sailed at 10:00",
            "Week 12",
            "1984",
            "3 May 2021, Harbour Post",
        ] {
            assert!(!is_all(line), "{line}");
        }
    }
}
