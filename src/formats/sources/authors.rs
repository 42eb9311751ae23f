//! Owns the authors that stand before the title of an entry, and what lists of works write behind it: the
//! place, the house, pages and volumes. It refuses to read names of publishers without them.

use super::grammar::{Parts, is_short, name_in};
use crate::formats::people::is_agency;

/// The bytes at the front of an entry in which its authors stand.
const FRONT: usize = 200;
/// What parts one author from the next, besides commas.
const JOINTS: &[&str] = &[" and ", " und ", " et ", " y ", " e ", " & "];
/// Words of the kind `page` and `volume`, in lower case.
const COUNTS: &[&str] = &[
    "p", "pp", "s", "ss", "f", "ff", "sq", "vol", "no", "nr", "n", "nº", "bd", "issue", "iss", "art", "с",
    "стр", "т", "str", "t", "pdf", "bl", "sp",
];

/// Reads `Smith, John. Title. Place: House`, `Smith J, Lee A. Title. Journal`, `Meyer, H.: Title, Place 2012`,
/// and `Author: Title. In: Publisher`.
pub(super) fn read(words: &str) -> Option<Parts<'_>> {
    if let Some((before, after)) = words.split_once(". In: ").or_else(|| words.split_once(", in: ")) {
        let title =
            past(before).or_else(|| before.split_once(": ").map(|(_, title)| title)).unwrap_or(before);
        return Some(house(after.trim_end_matches(['.', ' '])).with_title(title));
    }
    let rest = past(words)?.trim_end_matches(['.', ' ']);
    let (title, behind) = rest.split_once(". ").or_else(|| rest.split_once("? ")).unwrap_or((rest, ""));
    if !behind.is_empty() {
        return Some(house(behind.split(". ").next().unwrap_or(behind)).with_title(title));
    }
    let (title, city) = match title.rsplit_once(", ").map(|(title, end)| (title, end, without_year(end))) {
        Some((title, end, city)) if city.len() < end.len() && is_short(city, 3) => (title, Some(city)),
        _ => (title, None),
    };
    Some(Parts { publisher: None, city, title: Some(title.trim()) })
}

impl<'a> Parts<'a> {
    fn with_title(self, title: &'a str) -> Self {
        Self { title: Some(title.trim().trim_end_matches(',')), ..self }
    }
}

/// Reads `Place: House, 2012`, `House; 2001`, `Journal`.
pub(super) fn house(words: &str) -> Parts<'_> {
    let words = without_year(words.split(';').next().unwrap_or(words));
    match words.split_once(": ").filter(|(city, name)| is_short(city, 4) && is_short(name, 6)) {
        Some((city, name)) => Parts { publisher: Some(name_in(name)), city: Some(city.trim()), title: None },
        None => {
            Parts { publisher: Some(name_in(words)).filter(|name| is_short(name, 8)), ..Parts::default() }
        }
    }
}

fn without_year(words: &str) -> &str {
    let bare = words.trim_end_matches(|c: char| c.is_ascii_digit());
    if words.len() - bare.len() == 4 { bare.trim_end_matches([',', ' ']) } else { words }
}

/// Steps over the authors an entry begins with: `Smith, J. A., & Lee, B. `, `Smith J, Lee A. `,
/// `Meyer, H.: `, `Smith, John. `.
pub(super) fn past(words: &str) -> Option<&str> {
    let front = words.get(..words.floor_char_boundary(FRONT))?;
    let stop = |(at, _): &(usize, &str)| {
        let rest = front.get(at + 2..).unwrap_or_default();
        let goes_on = rest.starts_with(['&', ',']) || rest.starts_with("and ") || is_initial(rest);
        !goes_on && is_authors(front.get(..*at).unwrap_or_default())
    };
    let dot = front.match_indices(". ").find(stop).map(|(at, _)| at + 2);
    let colon =
        || front.find(".: ").filter(|at| is_authors(front.get(..*at).unwrap_or_default())).map(|at| at + 3);
    words.get(dot.or_else(colon)?..).map(str::trim_start).filter(|rest| !rest.is_empty())
}

fn is_initial(rest: &str) -> bool {
    let mut letters = rest.chars();
    letters.next().is_some_and(char::is_uppercase) && matches!(letters.next(), Some('.'))
}

/// Says whether words are names with the surname first, and nothing else.
fn is_authors(head: &str) -> bool {
    let unified = JOINTS.iter().fold(head.to_owned(), |head, joint| head.replace(joint, ", "));
    let pieces: Vec<&str> =
        unified.split([',', ';', '&']).map(str::trim).filter(|p| !p.is_empty() && *p != "et al").collect();
    let by_initials = || pieces.iter().all(|piece| ends_in_initials(piece));
    let parted = || {
        pieces.len() >= 2
            && pieces.len().is_multiple_of(2)
            && pieces
                .chunks(2)
                .all(|pair| matches!(pair, [surname, given] if is_surname(surname) && is_given(given)))
    };
    !pieces.is_empty() && (by_initials() || parted())
}

/// `Smith JA`, `van Dijk B`.
fn ends_in_initials(piece: &str) -> bool {
    piece.rsplit_once(' ').is_some_and(|(surname, initials)| {
        is_surname(surname) && initials.len() <= 3 && initials.chars().all(|c| c.is_ascii_uppercase())
    })
}

/// One word with a capital, or one behind particles.
fn is_surname(piece: &str) -> bool {
    let mut words = piece.rsplit(' ');
    let last = words.next().unwrap_or_default();
    last.chars().count() >= 2
        && last.starts_with(char::is_uppercase)
        && last.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        && words.all(|word| word.chars().all(char::is_lowercase) && word.len() <= 4)
        && !is_agency(last)
}

/// Initials, or one or two words with a capital.
fn is_given(piece: &str) -> bool {
    (1..=2).contains(&piece.split_whitespace().count())
        && piece.split_whitespace().all(|word| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
        })
}

/// Cuts pages, volumes and the kind of the file off the end of an entry.
pub(super) fn without_pages(words: &str) -> &str {
    let mut kept = words;
    for _ in 0..4 {
        let bare = kept.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';'));
        let bracket = bare.ends_with([')', ']']).then(|| bare.rfind(['(', '['])).flatten();
        let kind = bracket.filter(|at| bare.get(*at..).is_some_and(is_kind));
        let Some(at) = kind.or_else(|| count_at(bare)) else { break };
        kept = bare.get(..at).unwrap_or(bare);
    }
    kept
}

/// Returns where the last piece of an entry begins, if it counts pages or volumes.
fn count_at(bare: &str) -> Option<usize> {
    let at = [", ", ". ", "; "].iter().filter_map(|mark| bare.rfind(mark)).max()?;
    let end = bare.get(at..)?;
    let before = bare.get(..at)?;
    // `p. 7`: the stop behind the word parts nothing.
    let word = before.rsplit([' ', ',', '(']).next().unwrap_or_default();
    if end.starts_with('.') && COUNTS.contains(&word.to_lowercase().as_str()) {
        let parted = before.get(..at - word.len())?.trim_end().ends_with([',', ';', '.', '(', ')']);
        let number = end.contains(|c: char| c.is_ascii_digit()) && words_of(end).all(is_count);
        return (parted && number).then(|| at - word.len());
    }
    (counts(end) || is_kind(end)).then_some(at)
}

fn words_of(end: &str) -> impl Iterator<Item = &str> {
    end.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Says whether a word is a number, or one that stands beside the number of a page.
fn is_count(word: &str) -> bool {
    !word.chars().any(char::is_alphabetic) || COUNTS.contains(&word.to_lowercase().as_str())
}

fn is_kind(end: &str) -> bool {
    end.trim_matches(|c: char| !c.is_alphanumeric()).eq_ignore_ascii_case("pdf")
}

/// Says whether a piece counts pages or volumes: `S. 33 ff.`, `12(3)`, `1–20`, `2015;12(3):1-20`.
fn counts(end: &str) -> bool {
    let digits = end.chars().filter(char::is_ascii_digit).count();
    let worded = end.contains(char::is_alphabetic);
    let issue = end.split_once('(').is_some_and(|(volume, _)| volume.ends_with(|c: char| c.is_ascii_digit()));
    let ranged = digits < 8 && (end.contains('–') || end.matches('-').count() == 1);
    digits > 0 && !end.contains('/') && words_of(end).all(is_count) && (worded || issue || ranged)
}
