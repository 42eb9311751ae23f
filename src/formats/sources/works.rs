//! Owns what lists of works write about days: the day a page was visited, the year behind the author,
//! a date before the title. It refuses to read the rest.

use jiff::civil::Date;

use crate::formats::dates::{self, Reading};

/// What stands before the day on which somebody looked a page up, in lower case.
const VISITS: &[&str] = &[
    "retrieved",
    "accessed",
    "last accessed",
    "archived",
    "consulté le",
    "consultée le",
    "consulté en",
    "abgerufen",
    "zugriff",
    "consultado",
    "consultato",
    "acesso em",
    "geraadpleegd",
    "hämtad",
    "besøkt",
    "hentet",
    "viitattu",
    "dostęp",
    "дата обращения",
    "erişim",
    "閲覧",
    "检索于",
];

/// Words that lead to a day which is part of a title, in lower case.
const LEADING: &[&str] = &[
    "of",
    "vom",
    "du",
    "del",
    "de",
    "dell",
    "från",
    "från den",
    "fra",
    "van",
    "av",
    "af",
    "от",
    "z",
    "dnia",
    "from",
    "on",
];

/// Says whether words cannot end where a day follows: `minutes of 6 May`.
pub(super) fn leads_to_day(words: &str) -> bool {
    words.rsplit_once(' ').is_some_and(|(_, last)| LEADING.contains(&last))
}

/// Cuts a month and its year off the end: `Title, September 2017`.
pub(super) fn without_month(words: &str, reading: Reading) -> &str {
    let bare = words.trim_end_matches(['.', ' ']);
    let ends = bare.bytes().rev().take_while(u8::is_ascii_digit).count() == 4;
    let month = || {
        bare.rsplit_once([',', '，']).filter(|(rest, end)| {
            let end = end.trim();
            end.split_whitespace().count() == 2
                && end.starts_with(char::is_alphabetic)
                && rest.chars().any(char::is_alphabetic)
                && dates::parse(&["1 ", end].concat(), reading).is_some()
        })
    };
    if ends { month().map_or(words, |(rest, _)| rest.trim_end()) } else { words }
}

/// Cuts `Retrieved 3 July 2020` off the end of an entry.
pub(super) fn without_visit(words: &str, reading: Reading) -> &str {
    let at = words.char_indices().filter(|(at, _)| starts_a_piece(words, *at)).map(|(at, _)| at).find(|at| {
        let piece = words.get(*at..).unwrap_or_default();
        says_visit(piece) && dates::find(piece, reading).is_some()
    });
    match at {
        Some(at) => words
            .get(..at)
            .unwrap_or(words)
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | ',' | ';')),
        None => words,
    }
}

fn starts_a_piece(words: &str, at: usize) -> bool {
    let before = words.get(..at).unwrap_or_default();
    before.trim_end().ends_with(['.', ',', ';', '(', '[', ')', '”', '»', '"']) && !before.trim().is_empty()
}

fn says_visit(piece: &str) -> bool {
    let mut letters = piece.chars().take(24).flat_map(char::to_lowercase);
    let head: String = letters.by_ref().collect();
    VISITS.iter().any(|visit| head.starts_with(visit))
}

/// Splits `Author (2019, June 28). Title. Publisher.` behind the bracket, with the day if it is whole.
pub(super) fn behind_year(words: &str, reading: Reading) -> Option<(&str, Option<Date>)> {
    let (author, rest) = words.split_once('(')?;
    let (when, rest) = rest.split_once(')')?;
    let year = when.get(..4)?;
    let is_year = year.starts_with(['1', '2']) && year.bytes().all(|b| b.is_ascii_digit());
    let tail = when.get(4..)?;
    let ends = tail.is_empty() || tail.starts_with([',', 'a', 'b', 'c', '/']);
    // Before a colon stands an author only if the surname comes first; else it is a publisher.
    let marks: &[char] = if author.contains(',') { &['.', ',', ':'] } else { &['.', ','] };
    let rest = rest.trim_start().strip_prefix(marks)?.trim_start();
    if !is_year || !ends || author.trim().is_empty() || author.chars().count() > 120 || rest.is_empty() {
        return None;
    }
    let day = tail.strip_prefix(',').and_then(|day| dates::parse(&format!("{day}, {year}"), reading));
    Some((rest, day.map(|moment| moment.day)))
}

/// Takes a date out that stands apart from the words around it: before them, or between the publisher
/// and the title.
pub(super) fn date_apart(words: &str, reading: Reading) -> Option<(String, Date)> {
    let (range, moment) = dates::find(words, reading)?;
    let (before, after) = (words.get(..range.start)?, words.get(range.end..)?);
    let opens = before.trim().is_empty() || before.trim_end().ends_with([',', '(', '–', '—', '-', '.']);
    let marks = |c: char| matches!(c, ':' | '：' | ',' | '.' | ')' | '-' | '–' | '—' | '|');
    if !opens || !after.trim_start().starts_with(marks) || after.len() < 4 {
        return None;
    }
    let before =
        before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | '–' | '—' | '-'));
    let after = after.trim_start_matches([')', ' ']);
    let after = match (before.is_empty(), before.ends_with('.')) {
        (true, _) => after.trim_start_matches(|c: char| marks(c) || c.is_whitespace()),
        (_, true) => after.trim_start_matches('.'),
        _ => after,
    };
    let gap = if after.starts_with(marks) || before.is_empty() { "" } else { " " };
    Some(([before, gap, after].concat(), moment.day))
}
