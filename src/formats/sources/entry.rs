//! Owns reading one entry of a source list. It refuses to decide where a list begins and ends.

use std::borrow::Cow;

use jiff::civil::Date;

use super::address::{Address, joined, title_in};
use super::authors;
use super::grammar::{
    self, Parts, before_colon, is_quote, name_and_city, name_in, quoted, title_dash_publisher, trim,
};
use super::works;
use crate::article::{Source, Text};
use crate::formats::dates::{self, Reading};
use crate::formats::fold::fold;

/// Reads one entry of a source list; `number` is the one shown. The whole line is kept as `raw`.
pub fn entry(line: &str, number: u32, reading: Reading) -> Source {
    let raw = Text::line(line);
    let rest = past_bullet(&raw);
    let Some(address) = Address::find(rest) else {
        return Source { number, raw: raw.clone(), ..plain(rest, reading, false) };
    };
    let [before, after] = address.around(rest);
    let source = match address.words.as_deref() {
        Some(title) if is_title(title, &joined(before, after)) => {
            beside_link(title, [before, after], reading)
        }
        Some(_) => plain(&address.with_words(rest), reading, false),
        None => of_site(plain(&joined(before, after), reading, true), &address.url),
    };
    let source = if address.id { named_by(source, &address, rest) } else { source };
    finish(Source { number, raw: raw.clone(), ..source }, &address.url)
}

/// Takes the title of an entry for its publisher where the address is on the site of that name
/// (`Harbour Post, https://harbourpost.example/…`).
fn of_site(source: Source, url: &str) -> Source {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest).split('/').next().unwrap_or_default();
    let name =
        source.title.as_deref().filter(|name| source.publisher.is_none() && grammar::is_short(name, 4));
    let is_site = name.is_some_and(|name| {
        let words = fold(name);
        let joined: String = words.split_whitespace().collect();
        let of = |label: &str| label.len() >= 4 && joined.contains(label);
        host.split('.').rev().skip(1).any(of)
    });
    if is_site { Source { publisher: source.title, title: None, ..source } } else { source }
}

/// Calls a work without a title by the name its address was made from.
fn named_by(source: Source, address: &Address, line: &str) -> Source {
    let named = source.title.is_some() || source.publisher.is_some();
    Source { title: source.title.or_else(|| if named { None } else { address.within(line) }), ..source }
}

/// Reads an entry of which some words are a link to `url`: `before` and `after` stand around them.
pub fn linked(parts: [&str; 3], url: &str, number: u32, reading: Reading) -> Source {
    let raw = Text::line(&parts.concat());
    let [before, title, after] = parts;
    let before = past_bullet(before);
    let source = if title.contains("://") {
        plain(&joined(before, after), reading, true)
    } else if is_title(title, &joined(before, after)) {
        beside_link(title.trim(), [before, after], reading)
    } else {
        plain(past_bullet(&raw), reading, false)
    };
    finish(Source { number, raw, ..source }, url)
}

/// Says whether the linked words of an entry are its title; `beside` is what stands around them. They
/// are not when a colon follows them or a quoted title stands beside, and where nothing does they may
/// be the whole entry.
fn is_title(linked: &str, beside: &str) -> bool {
    let alone = !beside.chars().any(char::is_alphanumeric);
    let names = beside.starts_with([':', '：']) || quoted(beside).is_some();
    let whole = alone
        && (shows_a_source(linked, Reading::default())
            || title_dash_publisher(linked).is_some_and(|parts| is_long(parts.title)));
    !linked.trim().is_empty() && !names && !whole
}

fn is_long(title: Option<&str>) -> bool {
    title.is_some_and(|title| title.split_whitespace().count() >= 3)
}

/// Reads the words of an entry without a link.
fn plain(words: &str, reading: Reading, has_address: bool) -> Source {
    let words = authors::without_pages(works::without_visit(words, reading));
    if let Some((rest, date)) = works::behind_year(words, reading) {
        return Source { date, ..grammar::behind_year(rest).into() };
    }
    let (words, date) = without_date(words, reading);
    let ends: &[char] =
        if has_address { &[' ', '.', ':', '\u{a0}', '-', '–', '—', '|', '→', '>'] } else { &[' '] };
    let words = words.trim_end_matches(ends);
    let parts = if words.is_empty() { Parts::default() } else { grammar::read(words, has_address) };
    Source { date, ..parts.into() }
}

/// Splits the date off the words of an entry: from their end, else from where it stands apart.
fn without_date(words: &str, reading: Reading) -> (Cow<'_, str>, Option<Date>) {
    if let Some((rest, moment)) = dates::split_end(words, reading) {
        let rest = if works::leads_to_day(rest) { words.trim_end_matches('.') } else { rest };
        return (trim(rest).into(), Some(moment.day));
    }
    match works::date_apart(words, reading) {
        Some((words, day)) => (trim(&words).to_owned().into(), Some(day)),
        None => (trim(works::without_month(words, reading)).into(), None),
    }
}

/// Completes a source from its address: the day and the words in it, where the entry gives none.
fn finish(source: Source, url: &str) -> Source {
    let named = source.title.is_some() || source.publisher.is_some();
    let from_url = || if named { None } else { title_in(url) };
    Source {
        date: source.date.or_else(|| dates::in_url(url)),
        title: source.title.or_else(|| from_url().as_deref().and_then(Text::some_line)),
        url: Text::some_line(url),
        ..source
    }
}

/// Says whether a line shows by its form that it names a source: it holds an address, a date at its
/// end, a quoted title, or a publisher before a colon.
pub fn shows_a_source(line: &str, reading: Reading) -> bool {
    let line = past_bullet(line.trim());
    Address::find(line).is_some()
        || dates::split_end(line, reading).is_some()
        || quoted(line).is_some()
        || before_colon(line).is_some_and(|(name, _)| name.ends_with([')', '）']))
}

/// Says whether a line is a web address and nothing else, not even a number before it.
pub fn is_address(line: &str) -> bool {
    let line = line.trim().trim_matches(['<', '>']);
    ["https://", "http://", "www."].iter().any(|start| line.starts_with(start))
        && !line.contains(char::is_whitespace)
}

/// Steps over `- `, `• `, `[1] `, `1. `, `(1) `, `¹ `.
fn past_bullet(line: &str) -> &str {
    let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    let line = line.trim_start_matches(|c: char| {
        c.is_whitespace() || raised(c) || matches!(c, '-' | '*' | '•' | '–' | '·' | '↑' | '^' | '►' | '▪')
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

/// Reads the words around a linked title: `Publisher : [Title](url)`, `[Title](url), Publisher
/// (City), date`; the name behind the title counts before the one in front.
fn beside_link(title: &str, [before, after]: [&str; 2], reading: Reading) -> Source {
    let (behind, date) = without_date(works::without_visit(after, reading), reading);
    let (front, early) = without_date(before, reading);
    let name = behind.split(" — ").last().map(name_in).unwrap_or_default();
    let named = name.chars().any(char::is_alphabetic);
    let name = if named { name } else { front.split(" — ").last().map(name_in).unwrap_or_default() };
    let (publisher, city) = name_and_city(name);
    let title = title.trim_matches(|c: char| c.is_whitespace() || is_quote(c) || c == ',');
    Source { date: date.or(early), ..Parts { publisher: Some(publisher), city, title: Some(title) }.into() }
}
