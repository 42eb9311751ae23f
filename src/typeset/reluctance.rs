//! Owns where a line may end but should not: at hyphens inside words, between a number and what it counts.
//! It refuses to weigh that against a hole in the line.

use super::width;
use crate::article::Language;

/// Letters a hyphen inside a word leaves on either side at least.
const FEWEST_LETTERS: usize = 3;
/// Characters of a word that are looked at on either side of a place in it.
const FARTHEST: usize = 80;
/// Digits of a number that is read together with what it counts.
const MOST_DIGITS: usize = 3;
/// Languages that set a number in front of what it counts, with a space between.
const COUNTING: &[&str] = &["fr", "de", "en", "es", "it", "pt"];
/// English writes the month before the day.
const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sept",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "Jun.",
    "Jul.",
    "Aug.",
    "Sept.",
    "Sep.",
    "Oct.",
    "Nov.",
    "Dec.",
];

/// What a language binds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Bonds {
    /// Numbers to what stands behind them.
    counts: bool,
    /// Months to the day behind them.
    months: bool,
    /// Ordinal numbers, with their full stop, to what stands behind them.
    ordinals: bool,
}

impl Bonds {
    pub(super) fn of(language: Option<Language>) -> Self {
        let tag = language.as_ref().map_or("", Language::tag);
        Self { counts: COUNTING.contains(&tag), months: tag == "en", ordinals: tag == "de" }
    }
}

/// How little a line should end at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reluctance {
    /// It may.
    None,
    /// Only where a hole would be worse.
    Some,
    /// Not at all.
    Full,
}

/// Says how little a line of `measure` cells should end at `at`.
pub(super) fn at(text: &str, at: usize, measure: usize, bonds: Bonds) -> Reluctance {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return Reluctance::None };
    if let Some(head) = before.strip_suffix(['-', '\u{2010}']) {
        return in_word(head, after, measure);
    }
    match before.strip_suffix(' ') {
        Some(before) if bonds.counts && counts(before, after, bonds) => Reluctance::Some,
        _ => Reluctance::None,
    }
}

/// `Alep-|Est`, `cessez-|le-feu`, `27-|Jährige`: none of them is parted where it can be helped.
fn in_word(head: &str, tail: &str, measure: usize) -> Reluctance {
    let (Some(last), Some(first)) = (head.chars().next_back(), tail.chars().next()) else {
        return Reluctance::None;
    };
    if !last.is_alphanumeric() || !first.is_alphanumeric() {
        return Reluctance::None;
    }
    let left = head.chars().rev().take(FEWEST_LETTERS).take_while(|c| c.is_alphabetic()).count();
    let right = tail.chars().take(FEWEST_LETTERS).take_while(|c| c.is_alphabetic()).count();
    let is_name = first.is_uppercase();
    let stays = left < FEWEST_LETTERS || right < FEWEST_LETTERS || is_name;
    if stays && word_cells(head, tail) * 2 <= measure { Reluctance::Full } else { Reluctance::Some }
}

/// Returns the cells of the word around a hyphen, as far as it is looked at.
fn word_cells(head: &str, tail: &str) -> usize {
    let is_inside = |c: &char| !c.is_whitespace();
    let before: String = head.chars().rev().take(FARTHEST).take_while(is_inside).collect();
    let after: String = tail.chars().take(FARTHEST).take_while(is_inside).collect();
    width::cells(&before) + 1 + width::cells(&after)
}

/// `9 milliards`, `3 février`, `October 2 2018`, `May 7`.
fn counts(before: &str, after: &str, bonds: Bonds) -> bool {
    let last = before.rsplit([' ', '\n']).next().unwrap_or_default();
    let last = last.trim_start_matches(['(', '«', '“', '„', '"', '\u{202f}']);
    let Some(first) = after.chars().next() else { return false };
    if bonds.months && first.is_ascii_digit() && MONTHS.contains(&last) {
        return true;
    }
    let number = if bonds.ordinals { last.strip_suffix('.').unwrap_or(last) } else { last };
    let is_number = (1..=MOST_DIGITS).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    is_number && first.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `|` where a line may end freely and `~` where it should not.
    fn shown(text: &str, tag: &str, measure: usize) -> String {
        let bonds = Bonds::of(Language::parse(tag));
        let mut out = text.to_owned();
        let places = text.match_indices([' ', '-']).map(|(at, _)| at + 1).collect::<Vec<_>>();
        for place in places.into_iter().rev() {
            match at(text, place, measure, bonds) {
                Reluctance::None => out.insert(place, '|'),
                Reluctance::Some => out.insert(place, '~'),
                Reluctance::Full => {}
            }
        }
        out
    }

    #[test]
    fn words_with_hyphens_stay_whole_or_part_where_both_halves_are_words() {
        assert_eq!(shown("un cessez-le-feu", "fr", 72), "un |cessez-le-feu");
        assert_eq!(shown("dans Alep-Est", "fr", 40), "dans |Alep-Est");
        assert_eq!(shown("die 27-Jährige", "de", 72), "die |27-Jährige");
        assert_eq!(shown("a well-known in-person", "en", 72), "a |well-~known |in-person");
        assert_eq!(shown("cessez-le-feu", "fr", 20), "cessez-~le-~feu", "in a narrow column it must");
    }

    #[test]
    fn a_number_keeps_to_what_it_counts() {
        assert_eq!(shown("de 9 milliards", "fr", 72), "de |9 ~milliards");
        assert_eq!(shown("le 3 février 2004", "fr", 72), "le |3 ~février |2004");
        assert_eq!(shown("am 3. Februar", "de", 72), "am |3. ~Februar");
        assert_eq!(shown("on May 7, or October 2 2018", "en", 72), "on |May ~7, |or |October ~2 ~2018");
        assert_eq!(shown("in 2016 people", "en", 72), "in |2016 |people", "a year counts nothing");
        assert_eq!(shown("9 milliards", "fi", 72), "9 |milliards");
    }
}
