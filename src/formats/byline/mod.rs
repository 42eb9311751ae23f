//! Owns bylines: the words before the names of authors, and what stands behind them that is no name. It refuses
//! to know where in the file a line stands.

mod alone;
mod split;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::article::Text;
use crate::article::letters::ends_a_sentence;
use crate::formats::dates::{self, Reading};
use crate::formats::people::{is_agency, is_job};

pub(in crate::formats) use alone::bare_names;
pub(super) use alone::joined;
use alone::{is_cased, is_unspaced_name};
use split::{JOINTS, split_names};

/// The longest names of a byline, in characters.
const LONGEST: usize = 80;
/// The bytes at the front of a line in which words before the names of authors stand.
const SIGNED: usize = 48;

/// The fewest letters of a word in small letters that begins what somebody is.
const SHORTEST_POST: usize = 4;

/// The most words of a job before a name.
const MOST_BEFORE: usize = 4;
/// Words of a job right behind a name, in scripts without capitals.
const BEHIND: &[&str] = &[" 기자", " 특파원", " 記者", " 记者", " संवाददाता"];
/// Syllables before a name, glued to it, in languages that write so; a capital follows in the midst of the word.
const GLUED: &[&str] = &["Ngu", "Ngo"];

/// What stands between names and a day.
const BEFORE_DAYS: &[&str] = &[" on", " am", " le", " el", " il", " em", " op", " den"];
/// Words between a name and the place a report was written in.
const BEFORE_PLACES: &[&str] = &[
    " in ", " à ", " aus ", " from ", " desde ", " из ", " for ", " For ", " FOR ", " pour ", " für ", " at ",
];
/// Particles inside names that begin with a small letter.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "di", "del", "della", "van", "von", "der", "den", "ten", "el", "al",
    "bin", "ibn", "la", "le", "du", "af", "av", "zu", "y", "e", "et", "und", "and", "&", "och", "og", "en",
    "i", "и", "ja",
];
/// Returns the words before the names of authors, a phrase a line.
pub(super) fn signatures() -> &'static str {
    include_str!("authors.txt")
}

/// The words before names by their first letter.
static SIGNATURES: LazyLock<FxHashMap<char, Vec<String>>> = LazyLock::new(|| {
    let mut by_letter: FxHashMap<char, Vec<String>> = FxHashMap::default();
    for words in signatures().lines().filter(|line| !line.starts_with('#')) {
        let space = if words.ends_with(['／', '/', '：']) { "" } else { " " };
        by_letter.entry(words.chars().next().unwrap_or_default()).or_default().push([words, space].concat());
    }
    by_letter
});

/// Reads the names of a byline (`Par Anna Petit et Jean Roy | 8 décembre 2016`); `None` when the
/// line is none. The list is empty when an agency signs.
pub(in crate::formats) fn byline(text: &str, reading: Reading) -> Option<Vec<Text>> {
    read(text, reading).map(|(names, _)| names)
}

/// Says whether a line is a byline beyond doubt: with a colon behind its label, a day, or a job in a script
/// without capitals.
pub(super) fn is_certain(text: &str, reading: Reading) -> bool {
    read(text, reading).is_some_and(|(_, certain)| certain)
}

/// Reads the names of a byline, and whether it is one beyond doubt.
fn read(text: &str, reading: Reading) -> Option<(Vec<Text>, bool)> {
    if let Some(name) = before_post(text) {
        return Some((split_names(name), true));
    }
    let signed = past_signature(text).or_else(|| past_glued(text))?;
    if text.chars().nth(LONGEST + 40).is_some() || ends_a_sentence(text) {
        return None;
    }
    let dated = dates::find(signed, reading);
    let before = dated.as_ref().and_then(|(range, _)| signed.get(..range.start));
    // A word that leads to the day is lower-case: no name ends so.
    let leads =
        |text: &str| BEFORE_DAYS.iter().find_map(|word| text.trim_end().strip_suffix(word).map(str::len));
    let before = before.map(|text| leads(text).and_then(|end| text.get(..end)).unwrap_or(text));
    let names = before.unwrap_or(signed);
    let names = names.split(['|', '•', '·', '—', '–']).next()?;
    let names = without_post(past_post(without_hour(names.trim_matches(is_beside))));
    if names.chars().nth(LONGEST).is_some() || !names.split_whitespace().all(is_name_word) {
        return None;
    }
    let many = names.split_whitespace().count();
    let labelled = text
        .get(..text.len() - signed.len())
        .is_some_and(|label| label.trim_end().ends_with([':', '：', '／', '/']));
    let certain = dated.is_some() || labelled;
    let single = is_agency(names) || is_unspaced_name(names);
    if !certain && !single && (many < 2 || names.starts_with(char::is_lowercase)) {
        return None;
    }
    let found = split_names(names);
    // Nobody but a label says that words which are no whole names are names: `By Land and Sea`.
    let whole = certain || single || found.is_empty() || found.iter().any(|name| name.contains(' '));
    whole.then_some((found, certain))
}

fn is_beside(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '-' | '(' | ':')
}

/// Cuts the hour off the end of names, and the small word that leads to it: `Ada Morrow at 6:00 am`.
fn without_hour(names: &str) -> &str {
    let Some(figure) = names.find(|c: char| c.is_ascii_digit()).filter(|_| names.contains(':')) else {
        return names;
    };
    let before = names.get(..figure).unwrap_or_default().trim_end();
    let lead =
        before.rsplit_once(' ').filter(|(_, word)| word.len() <= 3 && word.starts_with(char::is_lowercase));
    lead.map_or(names, |(names, _)| names)
}

/// Steps over the job that stands before a name in small letters: `our correspondent Ada Morrow`.
fn past_post(names: &str) -> &str {
    if !names.starts_with(char::is_lowercase) {
        return names;
    }
    let mut end = 0;
    for word in names.split_inclusive(' ').take(MOST_BEFORE) {
        if !word.starts_with(char::is_lowercase) {
            break;
        }
        end += word.len();
        if is_job(word) {
            return names.get(end..).filter(|rest| rest.starts_with(char::is_uppercase)).unwrap_or(names);
        }
    }
    names
}

/// Cuts off what stands behind names: a job (`Ada Morrow, harbour reporter`), what a bracket holds, the
/// place they write from.
fn without_post(names: &str) -> &str {
    let job = names.match_indices(", ").find(|(at, _)| {
        let behind = names.get(at + 2..).unwrap_or_default();
        let part = behind.split([',', '(']).next().unwrap_or_default();
        // No name begins with a small letter, but for particles.
        let small = part.starts_with(char::is_lowercase);
        let first = part.split_whitespace().next().unwrap_or_default();
        (small && first.chars().count() >= SHORTEST_POST)
            || part.split_whitespace().any(is_job)
            || part.contains(|c: char| c.is_ascii_digit())
    });
    let place = |(at, word): &(usize, &str)| {
        names.get(at + word.len()..).is_some_and(|place| place.starts_with(char::is_uppercase))
    };
    let place = BEFORE_PLACES.iter().filter_map(|word| names.match_indices(word).find(place)).min();
    // Each of several names may have its own place behind it.
    let goes_on =
        |at: usize| names.get(at..).is_some_and(|rest| JOINTS.iter().any(|joint| rest.contains(joint)));
    let place = place.filter(|(at, _)| !goes_on(*at));
    let ends = [job, names.match_indices(" (").next(), place];
    let end = ends.into_iter().flatten().map(|(at, _)| at).min().unwrap_or(names.len());
    names.get(..end).unwrap_or(names).trim_end_matches(is_beside)
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Steps over the words before the names of authors; `None` where there are none.
fn past_signature(text: &str) -> Option<&str> {
    let mut letters = text.chars().map(|c| if c.is_ascii() { c.to_ascii_lowercase() } else { lower(c) });
    let words = SIGNATURES.get(&letters.next()?)?;
    // Most lines end at their second letter.
    let second = letters.next();
    if !words.iter().any(|prefix| prefix.chars().nth(1) == second) {
        return None;
    }
    let head = text.get(..text.floor_char_boundary(SIGNED))?.to_lowercase();
    let prefix = words.iter().find(|prefix| head.starts_with(prefix.as_str()))?;
    text.get(prefix.len()..)
}

/// Returns the name behind a syllable that says whose the text is: `NguNomsa Dube`.
fn past_glued(text: &str) -> Option<&str> {
    let name = GLUED.iter().find_map(|syllable| text.strip_prefix(syllable))?;
    let mut letters = name.trim_start_matches('-').chars();
    let whole =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_alphabetic);
    whole.then(|| name.trim_start_matches('-'))
}

/// Says whether a word may be part of a name: it begins with a capital, or is a particle.
pub(in crate::formats) fn is_name_word(word: &str) -> bool {
    let bare = word.trim_matches([',', '.', '(', ')']);
    PARTICLES.contains(&bare)
        || (bare.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
            && !bare.contains(|c: char| c.is_numeric()))
}

/// Returns the name a job follows, in scripts without capitals: `김서연 기자`, and an address of mail behind it.
fn before_post(cell: &str) -> Option<&str> {
    if cell.is_ascii() || cell.len() > LONGEST {
        return None;
    }
    let (name, mail) = BEHIND.iter().find_map(|job| cell.split_once(job))?;
    if !mail.is_ascii() || mail.trim().contains(' ') {
        return None;
    }
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 2 && name.split_whitespace().count() <= 3 && !name.chars().any(is_cased)).then_some(name)
}
