//! Owns the ways an entry without its date and address is written. It refuses to read dates.

use super::authors;
use crate::article::{Source, Text, measure::is_ideograph};
use crate::formats::people::is_agency;

/// The longest name of a publisher, in characters; a longer part before a colon is a title.
const LONGEST_NAME: usize = 60;

/// Pairs of marks that stand around a title.
const QUOTES: &[(char, char)] = &[
    ('«', '»'),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('"', '"'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('»', '«'),
];

/// What stands between the title and the work it appeared in.
const IN: &[&str] = &["In: ", "in: ", "in ", "dans ", "w: ", "В: ", "// "];

/// The parts of an entry found so far.
#[derive(Default)]
pub(super) struct Parts<'a> {
    pub(super) publisher: Option<&'a str>,
    pub(super) city: Option<&'a str>,
    pub(super) title: Option<&'a str>,
}

impl From<Parts<'_>> for Source {
    fn from(parts: Parts<'_>) -> Self {
        Self {
            publisher: parts.publisher.and_then(Text::some_line),
            city: parts.city.and_then(Text::some_line),
            title: parts.title.and_then(Text::some_line),
            ..Self::default()
        }
    }
}

/// Tries the grammars in order, the most telling first. A year alone at the end is nobody's name, and no
/// day either.
pub(super) fn read(words: &str, has_address: bool) -> Parts<'_> {
    let bare = without_year(words);
    let (dated, words) = (bare.is_some(), bare.unwrap_or(words));
    let sound = |parts: &Parts<'_>| parts.publisher.is_none_or(may_publish);
    around_quotes(words)
        .or_else(|| authors::read(words))
        .filter(sound)
        .or_else(|| publisher_colon_title(words).filter(sound))
        .or_else(|| publisher_city_title(words).filter(sound))
        .or_else(|| title_author_publisher(words).filter(sound))
        .or_else(|| title_bracket_publisher(words).filter(sound))
        .or_else(|| title_dash_publisher(words).filter(sound))
        .or_else(|| title_publisher(words).filter(|parts| dated && sound(parts)))
        .or_else(|| title_comma_publisher(words).filter(sound))
        .unwrap_or_else(|| alone(words, has_address))
}

/// Says whether words may name a publisher: some letters are in them, and each bracket has its other half.
fn may_publish(name: &str) -> bool {
    let count = |sign: char| name.matches(sign).count();
    name.chars().any(char::is_alphabetic)
        && count('(') == count(')')
        && count('（') == count('）')
        && !name.trim_matches(['.', ' ', '[', ']']).eq_ignore_ascii_case("pdf")
}

/// Splits a line at a quoted title: what stands before it, the title, what stands after.
pub(super) fn quoted(words: &str) -> Option<(&str, &str, &str)> {
    QUOTES.iter().find_map(|(open, close)| {
        let (before, rest) = words.split_once(*open)?;
        let (title, after) = rest.rsplit_once(*close)?;
        let before_ends = before.trim_end().is_empty()
            || before.trim_end().ends_with([':', ',', '.', '：', '，', '、', '—', '–', '-', ')', '）']);
        let after = after.trim_start();
        // `"Title." Publisher`
        let stopped = title.ends_with(['.', ',', '?', '!']) && after.starts_with(char::is_uppercase);
        let after_starts = after.is_empty()
            || stopped
            || after.starts_with([',', '.', '—', '–', '-', '(', '（', ';', '，', '、', '。']);
        let long = title.chars().count() > 3 || title.chars().filter(|c| is_ideograph(*c)).count() > 1;
        (before_ends && after_starts && long).then_some((before.trim(), title.trim(), after))
    })
}

/// `Publisher, City: "Title"`, `Author, « Title », Publisher`, `Author. "Title" — Publisher`.
fn around_quotes(words: &str) -> Option<Parts<'_>> {
    let (before, title, after) = quoted(words)?;
    let title = Some(title.trim_end_matches([',', '.']));
    let after = name_in(after);
    let by_author = after.is_empty() && authors::past(&[before, " x"].concat()).is_some();
    let name = if by_author {
        ""
    } else if after.is_empty() {
        before.trim_end_matches([':', ',', '.', ' ', '：', '，', '、', '-', '—', '–']).trim_end()
    } else {
        after
    };
    let (publisher, city) = name_and_city(name);
    Some(Parts { publisher: Some(publisher).filter(|p| !p.is_empty()), city, title })
}

/// Takes the marks off the name of a publisher that stands beside a title.
pub(super) fn name_in(words: &str) -> &str {
    let name = words.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, ',' | '.' | ':' | '：' | '，' | '、' | '。' | '—' | '–' | '-' | ';' | '|')
            || is_quote(c)
    });
    let name = IN.iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name).trim_start();
    match name.strip_prefix(['(', '（']) {
        Some(inner) if !inner.contains([')', '）']) => inner,
        Some(inner) => inner.strip_suffix([')', '）']).unwrap_or(name),
        None => name,
    }
}

/// Says whether a sign is a quotation mark.
pub(super) fn is_quote(c: char) -> bool {
    QUOTES.iter().any(|(open, close)| c == *open || c == *close)
}

/// Splits at the first colon that parts a name from a title: not one inside a word or a time.
pub(super) fn before_colon(words: &str) -> Option<(&str, &str)> {
    let (at, colon) = words.char_indices().find(|(at, c)| {
        let after = words.get(at + c.len_utf8()..).unwrap_or_default();
        *c == '：' || (*c == ':' && after.starts_with(|c: char| c.is_whitespace()))
    })?;
    let name = words.get(..at)?.trim_end();
    let title = words.get(at + colon.len_utf8()..)?.trim_start();
    (!name.is_empty() && !title.is_empty() && name.chars().count() <= LONGEST_NAME).then_some((name, title))
}

/// `Publisher (City) : Title`, `Publisher : Title`, `Publisher, City: Title`.
fn publisher_colon_title(words: &str) -> Option<Parts<'_>> {
    let (name, title) = before_colon(words)?;
    let (publisher, city) = name_and_city(name);
    if city.is_none() && (name.split_whitespace().count() > 6 || title_author_publisher(words).is_some()) {
        return None;
    }
    Some(Parts { publisher: Some(publisher), city, title: Some(title) })
}

/// `Publisher (City), Title`, `Publisher (City) – Title`.
fn publisher_city_title(words: &str) -> Option<Parts<'_>> {
    let (name, rest) = words.split_once([')', '）'])?;
    let (publisher, city) = name.split_once(['(', '（'])?;
    let title = rest.trim_start().strip_prefix([',', '–', '—', '-', '|', '，', '、'])?.trim();
    let named = is_short(publisher, 6) && is_short(city, 3) && city.starts_with(char::is_alphabetic);
    let titled = title.split_whitespace().count() >= 3 || title.chars().any(is_ideograph);
    (named && titled).then_some(Parts {
        publisher: Some(publisher.trim_end()),
        city: Some(city.trim()),
        title: Some(title),
    })
}

/// `Publisher (City)` or `Publisher, City`.
pub(super) fn name_and_city(name: &str) -> (&str, Option<&str>) {
    let bracketed = name.strip_suffix([')', '）']).and_then(|open| open.rsplit_once(['(', '（']));
    if let Some((journal, issue)) = bracketed
        && !issue.is_empty()
        && issue.bytes().all(|b| b.is_ascii_digit())
    {
        return (journal.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',')), None);
    }
    if let Some((publisher, city)) = bracketed.filter(|(p, c)| !p.trim().is_empty() && !c.trim().is_empty()) {
        return (publisher.trim_end(), Some(city.trim()));
    }
    match name.rsplit_once(", ") {
        Some((publisher, city)) if is_short(city, 3) && is_short(publisher, 5) => {
            (publisher.trim_end(), Some(city.trim()))
        }
        _ => (name, None),
    }
}

/// `Title, Author (Publisher)`.
fn title_author_publisher(words: &str) -> Option<Parts<'_>> {
    let (rest, publisher) = words.strip_suffix(')')?.rsplit_once('(')?;
    let (title, author) = rest.rsplit_once(", ")?;
    let plausible = is_short(author, 4) && is_short(publisher, 5) && title.split_whitespace().count() >= 2;
    plausible.then_some(Parts { publisher: Some(publisher.trim()), city: None, title: Some(title.trim()) })
}

/// `Title (Publisher)`, also where a date stood in the bracket; a name with its town is no title.
fn title_bracket_publisher(words: &str) -> Option<Parts<'_>> {
    let (title, publisher) = words.rsplit_once(['(', '（'])?;
    let open = !publisher.contains([')', '）']);
    let publisher = publisher.trim_end_matches([')', '）', ' ']);
    let is_sentence = title.split_whitespace().count() >= 4
        && title.split_whitespace().any(|word| word.starts_with(char::is_lowercase));
    let told = open && title.split_whitespace().count() >= 3
        || is_sentence
        || publisher.contains(' ')
        || is_agency(publisher);
    (told && is_short(publisher, 5) && title.split_whitespace().count() >= 2).then_some(Parts {
        publisher: Some(publisher.trim()),
        city: None,
        title: Some(title.trim()),
    })
}

/// `Title — Publisher`, `Title | Publisher`.
pub(super) fn title_dash_publisher(words: &str) -> Option<Parts<'_>> {
    let (title, name) = [" — ", " – ", " - ", " | "].iter().find_map(|dash| words.rsplit_once(dash))?;
    if !is_short(name, 5) || title.split_whitespace().count() < 2 {
        return None;
    }
    let (publisher, city) = name_and_city(name.trim());
    Some(Parts { publisher: Some(publisher), city, title: Some(title.trim()) })
}

/// Cuts a year alone off the end: `Title, Publisher, 2016`.
fn without_year(words: &str) -> Option<&str> {
    let (rest, year) = words.trim_end_matches('.').rsplit_once(", ")?;
    let is_year = year.len() == 4 && year.starts_with(['1', '2']) && year.bytes().all(|b| b.is_ascii_digit());
    (is_year && rest.chars().any(char::is_alphabetic)).then(|| rest.trim_end())
}

/// `Title, Publisher`, as they stand before a year.
fn title_publisher(words: &str) -> Option<Parts<'_>> {
    let (title, name) = words.rsplit_once(", ")?;
    // An acronym in front is who published it: `HPA, Lamps in Figures, 2015`.
    let acronym = title.len() <= 6 && title.chars().all(char::is_uppercase) && name.contains(' ');
    let (title, name) = if acronym { (name, title) } else { (title, name) };
    is_short(name, 5).then_some(Parts { publisher: Some(name.trim()), city: None, title: Some(title.trim()) })
}

/// `Title of several words, Publisher` or `Publisher, title of several words`.
fn title_comma_publisher(words: &str) -> Option<Parts<'_>> {
    let parts = |title: &str| title.split_whitespace().count();
    if let Some((title, name)) = words.rsplit_once(", ")
        && is_short(name, 4)
        && parts(title) > parts(name).max(2)
    {
        return Some(Parts { publisher: Some(name.trim()), city: None, title: Some(title.trim()) });
    }
    let (name, title) = words.split_once(", ")?;
    let plausible = is_short(name, 4) && parts(title) > parts(name).max(2);
    plausible.then_some(Parts { publisher: Some(name.trim()), city: None, title: Some(title.trim()) })
}

/// A name or a title alone: without an address, a few words name a publisher.
fn alone(words: &str, has_address: bool) -> Parts<'_> {
    let words = words.trim_end_matches([':', ' ', '\u{a0}']);
    let agency = words.chars().count() <= 6 && words.chars().all(char::is_alphabetic);
    let host = is_host(words);
    if has_address || !(agency || host || is_short(words, 4)) {
        return Parts { title: Some(words), ..Parts::default() };
    }
    let (publisher, city) = name_and_city(words);
    Parts { publisher: Some(publisher), city, ..Parts::default() }
}

/// Says whether a word is the name of a site (`ntv.de`), not that of a file.
fn is_host(word: &str) -> bool {
    let Some((name, end)) = word.split_once('.') else { return false };
    let files = ["gz", "zip", "txt", "pdf", "md", "html", "htm", "jpg", "png", "csv", "doc"];
    name.len() >= 2
        && (2..=4).contains(&end.len())
        && end.bytes().all(|b| b.is_ascii_lowercase())
        && name.chars().all(|c| c.is_alphabetic() || c == '-')
        && !files.contains(&end)
}

/// Reads `Title. Publisher.`, as it stands behind the year in a list of works.
pub(super) fn behind_year(words: &str) -> Parts<'_> {
    let bare = words.trim_matches(|c: char| c.is_whitespace() || c == '.');
    if quoted(bare).is_some() {
        return read(bare, false);
    }
    match bare.rsplit_once(". ").filter(|(_, name)| is_short(name, 8)) {
        Some((title, name)) => Parts { title: Some(title), ..authors::house(name) },
        None => Parts { title: Some(bare), ..Parts::default() },
    }
}

/// Says whether a part is short enough, and begins as a name does.
pub(super) fn is_short(part: &str, words: usize) -> bool {
    let part = part.trim();
    (1..=words).contains(&part.split_whitespace().count())
        && part.chars().count() <= LONGEST_NAME
        && part.chars().next().is_some_and(|c| !c.is_lowercase())
}

pub(super) fn trim(words: &str) -> &str {
    words.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '—' | '–' | '|' | '，' | '、' | '。' | '·')
    })
}
