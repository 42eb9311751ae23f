//! Owns the names of months and weekdays: which month a word stands for, in two dozen languages. It
//! refuses to know what stands around the word.

use std::sync::LazyLock;

use jiff::civil::Weekday;
use memchr::memmem::Finder;
use rustc_hash::FxHashMap;

use super::tokens::word;
use crate::article::Language;
use crate::formats::fold::fold;

const MONTHS: &str = include_str!("months.txt");
const WEEKDAYS: &str = include_str!("weekdays.txt");

/// The months a folded name stands for, each with the language it does so in.
type Months = FxHashMap<String, Vec<(&'static str, i8)>>;

static MONTH_OF: LazyLock<Months> = LazyLock::new(|| {
    let mut months = Months::default();
    for line in MONTHS.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split(' ');
        let language = cells.next().unwrap_or_default();
        for (number, variants) in (1..).zip(cells) {
            for name in variants.split('|') {
                months.entry(word(&name.replace('_', " "))).or_default().push((language, number));
            }
        }
    }
    months
});

/// What tells of a name that is two months in two languages: all but its first letter, which may be a capital.
static DOUBTFUL: LazyLock<Vec<Finder<'static>>> = LazyLock::new(|| {
    let tails = doubtful().into_iter().filter_map(|name| name.get(1..));
    tails
        .flat_map(|tail| [tail.to_lowercase(), tail.to_uppercase()])
        .map(|tail| Finder::new(&tail).into_owned())
        .collect()
});

/// Returns the names that are two months in two languages, but for those that begin as another does.
fn doubtful() -> Vec<&'static str> {
    let differ = |of: &[(&str, i8)]| of.windows(2).any(|pair| matches!(pair, [(_, a), (_, b)] if a != b));
    let mut names: Vec<&str> =
        MONTH_OF.iter().filter(|(_, of)| differ(of)).map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names.dedup_by(|name, before| name.starts_with(*before));
    names
}

/// Says whether a text may hold a name that is two months in two languages.
pub fn holds_doubtful_month(text: &str) -> bool {
    DOUBTFUL.iter().any(|tail| tail.find(text.as_bytes()).is_some())
}

/// The weekdays a folded name stands for, as bits from Monday on.
static WEEKDAYS_OF: LazyLock<FxHashMap<String, u8>> = LazyLock::new(|| {
    let mut weekdays: FxHashMap<String, u8> = FxHashMap::default();
    for line in WEEKDAYS.lines().filter(|line| !line.starts_with('#')) {
        for (day, variants) in line.split(' ').skip(1).enumerate() {
            for name in variants.split('|') {
                *weekdays.entry(fold(name)).or_default() |= 1 << day;
            }
        }
    }
    weekdays
});

/// Returns the month a folded name stands for. Some names are two months in two languages
/// (`listopad`); the language of the text decides, else the first in the table.
pub(super) fn month(folded: &str, language: Option<Language>) -> Option<i8> {
    let found = MONTH_OF.get(folded)?;
    let own = found.iter().find(|(tag, _)| language.is_some_and(|l| l.tag() == *tag));
    own.or_else(|| found.first()).map(|(_, number)| *number)
}

/// Says whether a folded word names a day of the week.
pub(super) fn is_weekday(folded: &str) -> bool {
    WEEKDAYS_OF.contains_key(folded)
}

/// Says whether a folded word names this day of the week, in any language.
pub(super) fn names_weekday(folded: &str, weekday: Weekday) -> bool {
    let bit = 1 << weekday.to_monday_zero_offset();
    WEEKDAYS_OF.get(folded).is_some_and(|days| days & bit != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_twelve_months() {
        for line in MONTHS.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(line.split(' ').count(), 13, "{line}");
        }
    }

    #[test]
    fn every_language_has_seven_weekdays() {
        for line in WEEKDAYS.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(line.split(' ').count(), 8, "{line}");
        }
        assert!(names_weekday("dimanche", Weekday::Sunday) && !names_weekday("dimanche", Weekday::Monday));
        assert!(names_weekday("di", Weekday::Tuesday), "Dienstag and dinsdag");
    }

    #[test]
    fn accents_and_case_are_optional() {
        for name in ["août", "AOÛT", "aout"] {
            assert_eq!(month(&fold(name), None), Some(8), "{name}");
        }
        assert_eq!(month(&fold("Şubat"), None), Some(2));
        assert_eq!(month(&fold("أغسطس"), None), Some(8));
    }

    #[test]
    fn a_name_of_two_months_follows_the_language() {
        assert_eq!(month("listopad", Language::parse("hr")), Some(10));
        assert_eq!(month("listopad", Language::parse("pl")), Some(11));
        assert!(doubtful().iter().all(|name| name.is_ascii()), "others would be looked for in one case only");
        assert!(["5. listopada", "LISTOPAD", "Listopad 5"].into_iter().all(holds_doubtful_month));
        assert!(!holds_doubtful_month("5. studenog"));
    }
}
