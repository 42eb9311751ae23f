//! Owns names that stand alone or beside a day, with no word that says whose they are. It refuses the names of
//! places, sections and labels.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::split::{JOINTS, split_names};
use super::{byline, is_beside};
use crate::article::Text;
use crate::article::letters::ends_a_sentence;
use crate::article::measure::is_ideograph;
use crate::formats::dates::{self, Reading};
use crate::formats::fold::fold;
use crate::formats::leftovers::without_service;
use crate::formats::people::is_job;

/// The longest line that is nothing but names and a day, in characters.
const LONGEST_BARE: usize = 100;

/// The most names on a line that has no word before them.
const MOST_BARE: usize = 6;

/// Words for "by" that are another word in other languages: they count beside a day.
const BARE_BY: &[&str] = &["Na", "NA", "Της", "Του", "Των"];

/// Those that stand in a name where nothing else says that it is one.
const BARE_PARTICLES: &[&str] =
    &["de", "van", "von", "der", "den", "di", "da", "la", "del", "al", "bin", "zu", "du"];

/// Words that begin the names of places and of nobody, folded.
const PLACES: &[&str] = &[
    "new", "san", "santa", "santo", "los", "las", "saint", "st", "sankt", "sao", "rio", "cape", "port",
    "porto", "puerto", "costa", "buenos", "hong", "tel", "abu", "kuala", "addis", "north", "south", "east",
    "west", "bad", "fort", "lake", "mount", "united",
];

/// Signs in the words that stand before a day in Chinese and Japanese; a name with one is left alone.
const LABEL_SIGNS: &str = "日更公開掲配信記者編部社報発表投稿付時版号新聞網网闻訊讯电訂訪作年月";

static PAGE_WORDS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| include_str!("page_words.txt").lines().filter(|line| !line.starts_with('#')).collect());

/// Returns the names on a line behind one that is nothing but a word for "and".
pub(in crate::formats) fn joined(joint: &str, next: &str, reading: Reading) -> Vec<Text> {
    let joins = JOINTS.iter().any(|word| word.trim() == joint.trim());
    if joins { bare_names(next, reading).unwrap_or_default() } else { Vec::new() }
}

/// Reads a line that is nothing but names, perhaps with a date or time beside them, and no word that
/// says that they are the authors'.
pub(in crate::formats) fn bare_names(line: &str, reading: Reading) -> Option<Vec<Text>> {
    let mut rest = line;
    // Two days may stand there, each behind its label.
    for _ in 0..3 {
        let dated = dates::find(rest, reading).map(|(range, _)| range);
        let end = dated.as_ref().map_or(rest.len(), |day| day.start);
        let side = rest.get(..end)?;
        if side.chars().any(char::is_alphabetic) {
            let signed = byline(side.trim(), reading).filter(|names| !names.is_empty());
            let found = signed.or_else(|| names_alone(side));
            if found.is_some() || !side.trim_end().ends_with([':', '：']) {
                return found;
            }
        }
        rest = rest.get(dated?.end..)?;
    }
    None
}

fn names_alone(line: &str) -> Option<Vec<Text>> {
    let line = without_service(line);
    if ends_a_sentence(line)
        || line.contains([':', '?', '!', '"', '„', '“'])
        || line.trim_start().starts_with('(')
        || line.chars().nth(LONGEST_BARE).is_some()
    {
        return None;
    }
    let mut names = Vec::new();
    for cell in line.split(['|', '•', '·', '/', '@', '—', '–']).map(str::trim).filter(|cell| !cell.is_empty())
    {
        let cell = without_age(cell);
        if cell.contains('.') && !cell.contains(' ') {
            continue;
        }
        let (cell, place) = cell.split_once(" - ").unwrap_or((cell, ""));
        let cell = past_by(cell.split_once(" (").map_or(cell, |(name, _)| name));
        let found = split_names(before_job(cell).trim_end_matches(is_beside));
        // Scripts without capitals tell a name by the place behind it.
        let placed = !place.is_empty() && found.iter().all(|name| !name.chars().any(is_cased));
        if !found.iter().all(|name| is_name(name) || (placed && is_caseless_name(name))) {
            break;
        }
        names.extend(found);
    }
    names.dedup();
    (!names.is_empty() && names.len() <= MOST_BARE).then_some(names)
}

/// Steps over a word for "by" that elsewhere is another word, where a whole name follows.
fn past_by(cell: &str) -> &str {
    let behind = cell.split_once(' ').filter(|(first, rest)| BARE_BY.contains(first) && rest.contains(' '));
    behind.map_or(cell, |(_, name)| name)
}

/// Cuts what somebody is off the end of a name without a comma between them (`Ada Morrow Harbour
/// reporter`): its first word has a capital too.
pub(super) fn before_job(cell: &str) -> &str {
    if cell.contains([',', '，']) || !cell.split_whitespace().any(is_job) {
        return cell;
    }
    let is_small = |word: &&str| word.starts_with(char::is_lowercase) && !BARE_PARTICLES.contains(word);
    let names = cell.split(' ').take_while(|word| !is_job(word) && !is_small(word));
    let ends: Vec<usize> = names
        .scan(0, |end, word| {
            *end += word.len() + 1;
            Some(*end - 1)
        })
        .collect();
    let kept = if ends.len() > 2 { ends.len() - 1 } else { ends.len() };
    let end = kept.checked_sub(1).and_then(|at| ends.get(at)).copied().unwrap_or_default();
    cell.get(..end).unwrap_or_default()
}

pub(super) fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

fn is_caseless_name(words: &str) -> bool {
    (2..=3).contains(&words.split_whitespace().count())
        && words.chars().all(|c| c.is_alphabetic() || c.is_whitespace())
}

/// Takes `7 hours`, `5 min read` off the end.
fn without_age(cell: &str) -> &str {
    cell.find(|c: char| c.is_ascii_digit()).and_then(|at| cell.get(..at)).unwrap_or(cell).trim()
}

/// Says whether words are the name of a person: two to four, each as names are written.
fn is_name(words: &str) -> bool {
    if words.starts_with(is_ideograph) {
        return is_unspaced_name(words);
    }
    let count = words.split_whitespace().count();
    let shouted = words.chars().all(|c| !c.is_lowercase());
    let first = words.split_whitespace().next().map(fold).unwrap_or_default();
    (2..=4).contains(&count)
        && !shouted
        && !words.split_whitespace().last().is_some_and(|word| BARE_PARTICLES.contains(&word))
        && words.split_whitespace().all(|word| is_bare_word(word) || BARE_PARTICLES.contains(&word))
        && !words.split_whitespace().any(|word| PAGE_WORDS.contains(fold(word).as_str()))
        && !PLACES.contains(&first.as_str())
}

fn is_bare_word(word: &str) -> bool {
    let mut letters = word.trim_end_matches('.').chars();
    letters.next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        && !joins_two(word)
        && letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
}

/// Says whether a word is two that a page set side by side (`PressApril`).
fn joins_two(word: &str) -> bool {
    let mut letters = word.chars().skip(3);
    letters.any(char::is_lowercase) && letters.any(char::is_uppercase) && !word.contains('-')
}

/// Names in Chinese and Japanese are three to five signs, and none of those that lead to a day.
pub(super) fn is_unspaced_name(words: &str) -> bool {
    (3..=5).contains(&words.chars().count())
        && words.contains(is_han)
        && words.chars().all(|c| is_ideograph(c) && !LABEL_SIGNS.contains(c))
}

/// Says whether a sign is one of those most names have; those of foreign words are none.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}
