//! Owns what stands under the body: the list of sources, the table of links. It refuses to take
//! prose for an entry.

use super::lines::{Layout, Part, bullet};
use super::pictures::is_word;
use crate::article::letters::ends_a_sentence;
use crate::article::{Article, Text};
use crate::formats::dates::Reading;
use crate::formats::leftovers::is_leftover;
use crate::formats::sources;

/// The longest entry of a source list, in bytes; what is longer is prose.
const LONGEST_ENTRY: usize = 600;
/// The fewest entries that by their form alone are a list.
const FEWEST_BLOCKS: usize = 2;
/// The most entries of a list without a label; with more, the file is itself a list.
const MOST_UNLABELLED: usize = 200;
/// Parts at the end in which a label with its one source on the line is looked for.
const LAST: usize = 3;
/// The longest such source, in bytes.
const LONGEST_CREDIT: usize = 200;

/// Takes the list of sources off the parts. It is a label alone on its line, in the last two thirds
/// of what is not such a list, with entries and no prose beneath.
pub(super) fn take_sources(layout: &mut Layout<'_>, article: &mut Article, reading: Reading) {
    match find_label(&layout.parts, reading) {
        Some(at) => {
            let list = layout.parts.split_off(at);
            read_list(with_addresses(with_blocks(list)), layout, article, reading);
        }
        None => take_credit(&mut layout.parts, article, reading),
    }
}

fn find_label(parts: &[Part<'_>], reading: Reading) -> Option<usize> {
    let shows = |part: &Part<'_>| sources::shows_a_source(&part.text, reading);
    let first = parts.iter().position(|part| sources::is_label(&part.text))?;
    // However long a list is, it does not make its own label stand early in the text.
    let listed = |part: &Part<'_>| part.text.len() <= LONGEST_ENTRY && shows(part);
    let weight = |(at, part): (usize, &Part<'_>)| {
        if at > first && listed(part) { 0 } else { part.text.len() }
    };
    let total: usize = parts.iter().enumerate().map(weight).sum();
    let mut before = 0;
    parts.iter().enumerate().find_map(|(at, part)| {
        let late = before * 3 >= total;
        before += weight((at, part));
        if at < first || !late || !sources::is_label(&part.text) {
            return None;
        }
        let mut under = parts.iter().skip(at + 1).filter(|part| !is_leftover(&part.text)).peekable();
        let opens = under.peek().is_some_and(|first| first.text.len() <= LONGEST_ENTRY);
        (opens && (!sources::credits(&part.text) || under.all(shows))).then_some(at)
    })
}

/// Joins the lines of each entry of a list that blank lines part into blocks of title, publisher with day,
/// and address.
fn with_blocks(list: Vec<Part<'_>>) -> Vec<Part<'_>> {
    let mut blocks = list.get(1..).unwrap_or_default().chunk_by(|_, next| next.gap == 0).peekable();
    let is_block = |block: &[Part<'_>]| {
        matches!(block, [title, publisher, address] if sources::is_address(&address.text)
            && [title, publisher].iter().all(|line| !line.text.contains("://") && !is_leftover(&line.text)))
    };
    let first = blocks.peek().is_some_and(|block| is_block(block));
    if !first || blocks.take_while(|block| is_block(block)).count() < FEWEST_BLOCKS {
        return list;
    }
    let mut joined: Vec<Part<'_>> = Vec::with_capacity(list.len());
    let mut lines = 0;
    for part in list {
        lines = if part.gap > 0 || joined.len() < 2 { 1 } else { lines + 1 };
        match joined.last_mut().filter(|_| lines == 2 && !sources::is_address(&part.text)) {
            Some(last) => {
                let text = last.text.to_mut();
                text.push_str(" — ");
                text.push_str(&part.text);
            }
            None => joined.push(part),
        }
    }
    joined
}

/// Takes entries without a label off the end: some lines, each with publisher, place, title and day.
fn take_unlabelled(parts: &mut Vec<Part<'_>>, article: &mut Article, reading: Reading) {
    let is_whole = |part: &&Part<'_>| {
        let text = part.text.as_ref();
        text.len() <= LONGEST_CREDIT && text.contains(['(', '（']) && {
            let source = sources::entry(text, 1, reading);
            source.publisher.is_some()
                && source.city.is_some()
                && source.title.is_some()
                && source.date.is_some()
        }
    };
    let listed = parts.iter().rev().take(MOST_UNLABELLED + 1).take_while(is_whole).count();
    if (FEWEST_BLOCKS..parts.len().min(MOST_UNLABELLED)).contains(&listed) {
        for part in parts.split_off(parts.len() - listed) {
            add(&part.text, article, reading);
        }
    }
}

/// Joins each line that is nothing but an address to the line before it, which names what is there.
fn with_addresses(list: Vec<Part<'_>>) -> Vec<Part<'_>> {
    let mut joined: Vec<Part<'_>> = Vec::with_capacity(list.len());
    for part in list {
        let names = |last: &&mut Part<'_>| {
            !sources::is_label(&last.text) && !last.text.contains("://") && !is_leftover(&last.text)
        };
        match joined.last_mut().filter(|last| sources::is_address(&part.text) && names(last)) {
            Some(last) => {
                let text = last.text.to_mut();
                text.push(' ');
                text.push_str(&part.text);
            }
            None => joined.push(part),
        }
    }
    joined
}

/// Reads the entries under a label; the prose that stood among or after them goes back to the parts.
fn read_list<'a>(list: Vec<Part<'a>>, layout: &mut Layout<'a>, article: &mut Article, reading: Reading) {
    let mut told = false;
    // In a file without blank lines none can say where the list ends.
    let apart = list.first().is_some_and(|label| label.gap > 0);
    let mut above = Above::default();
    for part in list {
        let text = part.text.as_ref();
        if sources::is_label(text) {
            above = Above::default();
            continue;
        }
        let tells = sources::shows_a_source(text, reading);
        let mark = Mark::of(text);
        let follows = above.entry && (mark.follows(above.mark) || (apart && part.gap == 0));
        let closes = part.gap > 0 && above.closes(mark) && ends_a_sentence(text) && !tells;
        if is_leftover(text)
            || text.starts_with('©')
            || (told && !tells && !follows && !ends_a_sentence(text) && !has_colon(text))
        {
            above.entry = false;
            layout.left.push(part);
        } else if closes
            || text.len() > LONGEST_ENTRY
            || (!tells && ends_a_sentence(text) && part.is_as_wide_as(81) && !follows)
        {
            above.entry = false;
            layout.parts.push(part);
        } else {
            told |= tells;
            above = Above { entry: true, mark, glued: above.glued || (above.entry && part.gap == 0) };
            add(text, article, reading);
        }
    }
}

/// What is known of the entries above a line.
#[derive(Default)]
struct Above {
    /// Whether the line right above is one.
    entry: bool,
    mark: Mark,
    /// Whether no blank line parts them.
    glued: bool,
}

impl Above {
    /// Says whether a blank line and another sign, or none, end the list.
    fn closes(&self, mark: Mark) -> bool {
        mark == Mark::None && (self.glued || self.mark != Mark::None)
    }
}

/// What an entry begins with.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Mark {
    #[default]
    None,
    Sign(char),
    Number(u64),
}

impl Mark {
    fn of(text: &str) -> Self {
        let bracketed = text.strip_prefix(['[', '(']).and_then(|rest| rest.split_once([']', ')']));
        if let Some(number) = bracketed.and_then(|(number, _)| number.parse().ok()) {
            return Self::Number(number);
        }
        match bullet(text) {
            Some((Some(number), _)) => Self::Number(number),
            Some((None, _)) => text.chars().next().map_or(Self::None, Self::Sign),
            None => Self::None,
        }
    }

    /// Says whether it goes on with the list whose last entry began with `other`.
    fn follows(self, other: Self) -> bool {
        match (self, other) {
            (Self::Number(number), Self::Number(above)) => number == above.saturating_add(1),
            (Self::Sign(sign), Self::Sign(above)) => sign == above,
            _ => false,
        }
    }
}

fn add(line: &str, article: &mut Article, reading: Reading) {
    let number = u32::try_from(article.sources.len() + 1).unwrap_or(u32::MAX);
    article.sources.push(sources::entry(line, number, reading));
}

fn has_colon(text: &str) -> bool {
    text.contains(": ") || text.contains('：') || text.contains(" :")
}

/// Takes `Quelle: dpa` from the last lines, if it names somebody or an address, and the entries that
/// stand beneath it.
fn take_credit(parts: &mut Vec<Part<'_>>, article: &mut Article, reading: Reading) {
    let shows =
        |part: &Part<'_>| part.text.len() <= LONGEST_ENTRY && sources::shows_a_source(&part.text, reading);
    let listed = parts.iter().rev().take_while(|part| shows(part) || is_leftover(&part.text)).count();
    let from = parts.len().saturating_sub(LAST.max(listed + 1)).max(1);
    let found = parts.iter().enumerate().skip(from).find_map(|(at, part)| {
        let rest = sources::after_label(&part.text).filter(|rest| rest.len() <= LONGEST_ENTRY)?;
        let named = sources::several(rest, reading);
        let first = sources::entry(named.first()?, 1, reading);
        let short = rest.len() <= LONGEST_CREDIT || named.len() > 1;
        let told = first.publisher.is_some() || first.url.is_some() || named.len() > 1;
        (short && told).then(|| (at, named.into_iter().map(str::to_owned).collect::<Vec<_>>()))
    });
    let Some((at, named)) = found else { return take_unlabelled(parts, article, reading) };
    let label = parts.remove(at);
    for line in &named {
        add(line, article, reading);
    }
    if let ([source], 1) = (article.sources.as_mut_slice(), named.len()) {
        source.raw = Text::line(&label.text);
    }
    for part in parts.extract_if(at.., |part| shows(part)) {
        add(&part.text, article, reading);
    }
}

/// Takes a table of numbered addresses (`[1]: https://… (link)`) off the end, with its label;
/// returns the addresses by number, without those of pictures.
pub(super) fn take_link_table(parts: &mut Vec<Part<'_>>) -> Vec<(u32, String)> {
    let is_row = |part: &Part<'_>| row(&part.text).is_some();
    let rows = parts.iter().rev().take_while(|part| is_row(part)).count();
    if rows == 0 {
        return Vec::new();
    }
    let table = parts.split_off(parts.len() - rows);
    let is_label = |part: &Part<'_>| {
        part.text.len() <= 40 && (part.text.ends_with([':', '：']) || part.text == "所有鏈結")
    };
    if parts.last().is_some_and(is_label) {
        parts.pop();
    }
    table.iter().filter(|part| !is_picture(&part.text)).filter_map(|part| row(&part.text)).collect()
}

/// Says whether a text ends in a table of links, as a program that wraps its lines writes one.
pub(super) fn lists_links(text: &str) -> bool {
    text.lines().rev().find(|line| !line.trim().is_empty()).is_some_and(|line| row(line).is_some())
}

/// Says whether a row of the table names its kind, and the kind is a picture or frame.
fn is_picture(row: &str) -> bool {
    let kind = row.strip_suffix(')').and_then(|row| row.rsplit_once('('));
    kind.is_some_and(|(_, kind)| is_word(kind))
}

/// Reads `[1]: https://… (link)`.
fn row(line: &str) -> Option<(u32, String)> {
    let (number, rest) = line.strip_prefix('[')?.split_once("]:")?;
    let number = number.trim().parse().ok()?;
    let address = rest.split_whitespace().next()?;
    (address.contains("://") || address.starts_with("mailto:")).then(|| (number, address.to_owned()))
}
