//! Owns the line of text shown around a match. It refuses to know about headlines and rows.

use crate::library::Context;
use crate::library::query::Lighter;

/// Characters shown before the match.
const BEFORE: usize = 24;
/// Characters shown in all, as long as the match is no longer.
const LENGTH: usize = 80;
/// Characters that may be given up for a cut between words.
const SLACK: usize = 16;
/// Bytes of text searched first, then twice as many and so on: most matches come early, and what
/// follows them need not be read.
const SHORTEST: usize = 512;
const LONGEST: usize = 8192;
/// Bytes before a stretch that are read again, so that a phrase across its edge is seen.
const OVERLAP: usize = 256;

/// Cuts a line around the first thing the query lights in a text, else in the lines of what else is searched;
/// `None` if it lights nothing.
pub(in crate::library) fn context(text: &str, named: &str, lighter: &Lighter<'_>) -> Option<Context> {
    line(text, lighter).or_else(|| named.lines().find_map(|named| line(named, lighter)))
}

fn line(text: &str, lighter: &Lighter<'_>) -> Option<Context> {
    let at = first_match(text, lighter)?;
    let start = start_of(text, at);
    let end = end_of(text, start, at);
    let mut line = String::with_capacity(end - start + 8);
    if start > 0 {
        line.push('…');
    }
    // The cells of a table are parted by a bar, which on a line of its own would look like a letter.
    let words = text.get(start..end)?.split_whitespace().map(|word| if word == "|" { "·" } else { word });
    for (number, word) in words.enumerate() {
        if number > 0 {
            line.push(' ');
        }
        line.push_str(word);
    }
    if end < text.trim_end().len() {
        line.push('…');
    }
    let lit = lighter.ranges(&line);
    Some(Context { text: line, lit })
}

/// Returns the byte of the first match.
fn first_match(text: &str, lighter: &Lighter<'_>) -> Option<usize> {
    let (mut start, mut length) = (0, SHORTEST);
    loop {
        let end = edge(text, start + length);
        let stretch = text.get(start..end)?;
        if let Some(at) = lighter.first(stretch) {
            return Some(start + at);
        }
        if end == text.len() {
            return None;
        }
        length = (length * 2).min(LONGEST);
        start = edge(text, end - OVERLAP).max(start + 1);
        while !text.is_char_boundary(start) {
            start += 1;
        }
    }
}

/// Returns the last white space before `at`, else `at` or the character boundary before it.
fn edge(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let at = text.floor_char_boundary(at);
    let near = text.floor_char_boundary(at.saturating_sub(OVERLAP / 2));
    let space = text.get(near..at).and_then(|tail| tail.rfind(char::is_whitespace));
    space.map_or(at, |space| near + space)
}

/// Returns where the line starts: some characters before the match, at the start of a word.
fn start_of(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let Some((cut, _)) = before.char_indices().rev().nth(BEFORE - 1).filter(|(cut, _)| *cut > 0) else {
        return 0;
    };
    let tail = text.get(cut..at).unwrap_or_default();
    let word = tail.char_indices().take(SLACK).find(|(_, c)| c.is_whitespace());
    word.map_or(cut, |(space, c)| cut + space + c.len_utf8())
}

/// Returns where the line ends: so many characters from its start, at the end of a word.
fn end_of(text: &str, start: usize, at: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let Some((length, _)) = rest.char_indices().nth(LENGTH) else { return text.len() };
    let line = text.get(start..start + length).unwrap_or_default();
    let word = line.char_indices().rev().take(SLACK).find(|(_, c)| c.is_whitespace());
    let end = word.map_or(start + length, |(space, _)| start + space);
    if end > at { end } else { start + length }
}
