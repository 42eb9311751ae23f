//! Owns reading one entry of a source list. It refuses to decide where a list begins and ends.

use crate::article::{Source, Text};
use crate::formats::dates::{self, Reading};

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

/// The parts of an entry found so far.
#[derive(Default)]
struct Parts<'a> {
    publisher: Option<&'a str>,
    city: Option<&'a str>,
    title: Option<&'a str>,
}

/// Reads one entry of a source list; `number` is the one shown. The whole line is kept as `raw`.
pub fn entry(line: &str, number: u32, reading: Reading) -> Source {
    let raw = Text::line(line);
    let rest = past_bullet(&raw).to_owned();
    let address = Address::find(&rest);
    let words = address.as_ref().map_or_else(|| rest.clone(), |found| found.without(&rest));
    let url = address.as_ref().map(|found| found.url.as_str());
    let linked = address.as_ref().and_then(|found| found.words.as_deref());
    let source = match linked.filter(|title| is_title(title, &words)) {
        Some(title) => beside_link(title, &words, reading),
        None if linked.is_some() => plain(&whole(&rest, address.as_ref()), reading, false),
        None => plain(&words, reading, url.is_some()),
    };
    finish(Source { number, raw, ..source }, url)
}

/// Reads an entry of which some words are a link to `url`: `before` and `after` stand around them.
pub fn linked(parts: [&str; 3], url: &str, number: u32, reading: Reading) -> Source {
    let raw = Text::line(&parts.concat());
    let [before, title, after] = parts;
    let words = around(past_bullet(before), after);
    let source = if is_title(title, &words) {
        beside_link(title.trim(), &words, reading)
    } else {
        plain(past_bullet(&raw), reading, false)
    };
    finish(Source { number, raw, ..source }, Some(url))
}

/// Says whether the linked words of an entry are its title; `beside` is what stands around them. They
/// are not when a colon follows them or a quoted title stands beside, and where nothing does they may
/// be the whole entry.
fn is_title(linked: &str, beside: &str) -> bool {
    let alone = !beside.chars().any(char::is_alphanumeric);
    let names = beside.starts_with([':', '：']) || quoted(beside).is_some();
    let whole = alone && shows_a_source(linked, Reading::default());
    !linked.trim().is_empty() && !linked.contains("://") && !names && !whole
}

/// Reads the words of an entry without a link.
fn plain(words: &str, reading: Reading, has_address: bool) -> Source {
    let (words, date) = without_date(words, reading);
    let words = if has_address { words.trim_end_matches([' ', '.', ':', '\u{a0}']) } else { words };
    let parts = if words.is_empty() { Parts::default() } else { read(words, has_address) };
    Source { date, ..parts.into() }
}

/// Splits the date off the end of the words of an entry.
fn without_date(words: &str, reading: Reading) -> (&str, Option<jiff::civil::Date>) {
    match dates::split_end(words, reading) {
        Some((words, moment)) => (trim(words), Some(moment.day)),
        None => (trim(words), None),
    }
}

/// Completes a source from its address: the day and the words in it, where the entry gives none.
fn finish(source: Source, url: Option<&str>) -> Source {
    let named = source.title.is_some() || source.publisher.is_some();
    let from_url = || url.filter(|_| !named).and_then(title_in_url);
    Source {
        date: source.date.or_else(|| url.and_then(dates::in_url)),
        title: source.title.or_else(|| from_url().as_deref().and_then(Text::some_line)),
        url: url.and_then(Text::some_line),
        ..source
    }
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

/// Says whether a line shows by its form that it names a source: it holds an address, a date at its
/// end, a quoted title, or a publisher before a colon.
pub fn shows_a_source(line: &str, reading: Reading) -> bool {
    let line = past_bullet(line.trim());
    Address::find(line).is_some()
        || dates::split_end(line, reading).is_some()
        || quoted(line).is_some()
        || before_colon(line).is_some_and(|(name, _)| name.ends_with(')'))
}

/// Steps over `- `, `• `, `[1] `, `1. `, `(1) `.
fn past_bullet(line: &str) -> &str {
    let line = line.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '-' | '*' | '•' | '–' | '·' | '↑' | '^' | '►' | '▪')
    });
    let (open, inner) = match line.strip_prefix(['[', '(']) {
        Some(inner) => (true, inner),
        None => (false, line),
    };
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let after = inner.get(digits..).unwrap_or_default();
    let closed = if open { after.strip_prefix([']', ')']) } else { after.strip_prefix(['.', ')']) };
    match closed {
        Some(rest) if (1..=3).contains(&digits) && (open || rest.starts_with(' ')) => {
            rest.trim_start_matches([':', ' ', '\u{a0}'])
        }
        _ => line,
    }
}

/// A web address inside a line, with the words linked to it, and where both stand.
struct Address {
    url: String,
    words: Option<String>,
    start: usize,
    end: usize,
}

impl Address {
    /// Finds `[words](url)`, `<url>` or a bare address.
    fn find(line: &str) -> Option<Self> {
        let at = ["https://", "http://", "www."].iter().filter_map(|s| line.find(s)).min()?;
        let tail = line.get(at..)?;
        let length = tail
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '»' | ']'))
            .unwrap_or(tail.len());
        let before = line.get(..at)?;
        let found = tail.get(..length)?;
        if let Some(words) = before.strip_suffix("](").and_then(|b| b.rsplit_once('[')) {
            let url = found.split(')').next().unwrap_or(found);
            return Some(Self {
                url: url.to_owned(),
                words: Some(words.1.to_owned()),
                start: words.0.len(),
                end: (at + url.len() + 1).min(line.len()),
            });
        }
        let url = trim_address(found);
        let bracketed = before.ends_with('<') && tail.get(length..).is_some_and(|t| t.starts_with('>'));
        let (start, end) = if bracketed { (at - 1, at + length + 1) } else { (at, at + url.len()) };
        Some(Self { url: url.to_owned(), words: None, start, end })
    }

    fn without(&self, line: &str) -> String {
        let head = line.get(..self.start).unwrap_or_default();
        let tail = line.get(self.end..).unwrap_or_default();
        around(head, tail)
    }
}

/// Joins what stands around an address, without the brackets it stood in.
fn around(head: &str, tail: &str) -> String {
    let head = head.trim_end();
    let head = head.strip_suffix('(').filter(|_| tail.starts_with(')')).unwrap_or(head);
    format!("{} {}", trim(head), tail.trim_start_matches([')', ' '])).trim().to_owned()
}

/// Returns an entry with the words of its link where the link stood.
fn whole(line: &str, address: Option<&Address>) -> String {
    let Some(found) = address else { return line.to_owned() };
    let head = line.get(..found.start).unwrap_or_default();
    let tail = line.get(found.end..).unwrap_or_default();
    [head, found.words.as_deref().unwrap_or_default(), tail].concat()
}

/// Takes the marks of the sentence off the end of an address; a bracket stays if it was opened.
pub(crate) fn trim_address(found: &str) -> &str {
    let surplus = |open, close| found.matches(close).count().saturating_sub(found.matches(open).count());
    let (mut round, mut square) = (surplus('(', ')'), surplus('[', ']'));
    found.trim_end_matches(|c: char| match c {
        ')' if round > 0 => {
            round -= 1;
            true
        }
        ']' if square > 0 => {
            square -= 1;
            true
        }
        c => matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*' | '_'),
    })
}

/// Makes a title of the last part of an address that holds words.
fn title_in_url(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?.split_once("://").map_or(url, |(_, rest)| rest);
    let part = path.split('/').skip(1).filter(|part| part.chars().any(char::is_alphabetic)).last()?;
    let stem = part.rsplit_once('.').filter(|(_, e)| e.len() <= 5).map_or(part, |(stem, _)| stem);
    let words = stem.split(['-', '_', '+']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

/// Reads the words around a linked title: `Publisher : [Title](url)`, `[Title](url), Publisher
/// (City), date`.
fn beside_link(title: &str, words: &str, reading: Reading) -> Source {
    let (words, date) = without_date(words, reading);
    let name = words.split(" — ").last().unwrap_or(words);
    let name = name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ':' | '：' | '—' | '–' | '-' | '.' | '|') || is_quote(c)
    });
    let name = name.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(name);
    let (publisher, city) = name_and_city(name);
    let title = title.trim_matches(|c: char| c.is_whitespace() || is_quote(c) || c == ',');
    Source { date, ..Parts { publisher: Some(publisher), city, title: Some(title) }.into() }
}

fn is_quote(c: char) -> bool {
    QUOTES.iter().any(|(open, close)| c == *open || c == *close)
}

/// Tries the grammars in order, the most telling first.
fn read(words: &str, has_address: bool) -> Parts<'_> {
    around_quotes(words)
        .or_else(|| publisher_colon_title(words))
        .or_else(|| title_author_publisher(words))
        .or_else(|| title_dash_publisher(words))
        .or_else(|| title_comma_publisher(words))
        .unwrap_or_else(|| alone(words, has_address))
}

/// Splits a line at a quoted title: what stands before it, the title, what stands after.
fn quoted(words: &str) -> Option<(&str, &str, &str)> {
    QUOTES.iter().find_map(|(open, close)| {
        let (before, rest) = words.split_once(*open)?;
        let (title, after) = rest.rsplit_once(*close)?;
        let before_ends = before.trim_end().is_empty()
            || before.trim_end().ends_with([':', ',', '.', '：', '—', '–', '-', ')']);
        let after = after.trim_start();
        let after_starts = after.is_empty() || after.starts_with([',', '.', '—', '–', '-', '(', ';']);
        (before_ends && after_starts && title.chars().count() > 3).then_some((
            before.trim(),
            title.trim(),
            after,
        ))
    })
}

/// `Publisher, City: "Title"`, `Author, « Title », Publisher`, `Author. "Title" — Publisher`.
fn around_quotes(words: &str) -> Option<Parts<'_>> {
    let (before, title, after) = quoted(words)?;
    let title = Some(title.trim_end_matches([',', '.']));
    let after =
        after.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '—' | '–' | '-' | ';'));
    let after = after.strip_prefix("in ").unwrap_or(after);
    let name = if after.is_empty() {
        before.trim_end_matches([':', ',', '.', ' ', '：', '-', '—', '–']).trim_end()
    } else {
        after
    };
    let name = name.strip_prefix('(').and_then(|n| n.strip_suffix(')')).unwrap_or(name);
    let (publisher, city) = name_and_city(name);
    Some(Parts { publisher: Some(publisher).filter(|p| !p.is_empty()), city, title })
}

/// Splits at the first colon that parts a name from a title: not one inside a word or a time.
fn before_colon(words: &str) -> Option<(&str, &str)> {
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

/// `Publisher (City)` or `Publisher, City`.
fn name_and_city(name: &str) -> (&str, Option<&str>) {
    let bracketed = name.strip_suffix([')', '）']).and_then(|open| open.rsplit_once(['(', '（']));
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

/// `Title — Publisher`, `Title | Publisher`.
fn title_dash_publisher(words: &str) -> Option<Parts<'_>> {
    let (title, name) = [" — ", " – ", " - ", " | "].iter().find_map(|dash| words.rsplit_once(dash))?;
    if !is_short(name, 5) || title.split_whitespace().count() < 2 {
        return None;
    }
    let (publisher, city) = name_and_city(name.trim());
    Some(Parts { publisher: Some(publisher), city, title: Some(title.trim()) })
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
    if has_address || !(agency || is_short(words, 4)) {
        return Parts { title: Some(words), ..Parts::default() };
    }
    let (publisher, city) = name_and_city(words);
    Parts { publisher: Some(publisher), city, ..Parts::default() }
}

/// Says whether a part is short enough, and begins as a name does.
fn is_short(part: &str, words: usize) -> bool {
    let part = part.trim();
    (1..=words).contains(&part.split_whitespace().count())
        && part.chars().count() <= LONGEST_NAME
        && part.chars().next().is_some_and(|c| !c.is_lowercase())
}

fn trim(words: &str) -> &str {
    words.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '—' | '–' | '|'))
}
