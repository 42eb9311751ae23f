//! Owns how a query falls into pieces: words, quotes, parentheses, signs. It refuses to know fields
//! and to find anything wrong.

use std::ops::Range;

/// A piece of a query and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) kind: Kind,
    /// The words, without quotes.
    pub(super) text: &'a str,
    /// Where the words stand in the query, quotes left out.
    pub(super) at: Range<usize>,
    /// Whether white space, an opening parenthesis or the start of the query is before it.
    pub(super) apart: bool,
}

/// The kinds of pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Characters up to white space, a quote or a parenthesis.
    Word,
    /// What stands between quotes.
    Quoted {
        /// Whether the closing quote is there.
        closed: bool,
    },
    /// `-` before what is not wanted.
    Minus,
    Open,
    Close,
}

/// Cuts a query into pieces.
pub(super) fn pieces(query: &str) -> Vec<Piece<'_>> {
    let mut out: Vec<Piece<'_>> = Vec::new();
    let mut at = 0;
    let mut apart = true;
    while let Some(c) = query.get(at..).and_then(|rest| rest.chars().next()) {
        if c.is_whitespace() {
            apart = true;
            at += c.len_utf8();
            continue;
        }
        let (kind, words) = match c {
            '(' => (Kind::Open, at..at + 1),
            ')' => (Kind::Close, at..at + 1),
            '-' if apart && !followed_by_space(query, at + 1) => (Kind::Minus, at..at + 1),
            c if closing_quotes(c).is_some() => quoted(query, at, c),
            _ => (Kind::Word, at..word_end(query, at)),
        };
        let text = query.get(words.clone()).unwrap_or_default();
        at = match kind {
            Kind::Quoted { closed: true } => words.end + closing_width(query, words.end),
            _ => words.end,
        };
        out.push(Piece { kind, text, at: words, apart });
        apart = matches!(kind, Kind::Open | Kind::Minus);
    }
    out
}

fn followed_by_space(query: &str, at: usize) -> bool {
    query.get(at..).and_then(|rest| rest.chars().next()).is_none_or(char::is_whitespace)
}

/// Returns the quotes that may close what `c` opens.
fn closing_quotes(c: char) -> Option<&'static [char]> {
    match c {
        '"' => Some(&['"']),
        '“' | '„' => Some(&['”', '“', '"']),
        '«' => Some(&['»']),
        _ => None,
    }
}

fn quoted(query: &str, at: usize, quote: char) -> (Kind, Range<usize>) {
    let start = at + quote.len_utf8();
    let rest = query.get(start..).unwrap_or_default();
    let length = rest.find(closing_quotes(quote).unwrap_or_default());
    (Kind::Quoted { closed: length.is_some() }, start..start + length.unwrap_or(rest.len()))
}

fn closing_width(query: &str, at: usize) -> usize {
    query.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

/// A word ends at white space, a quote or a parenthesis.
fn word_end(query: &str, at: usize) -> usize {
    let rest = query.get(at..).unwrap_or_default();
    let mut inside = rest.char_indices().skip(1);
    let end =
        inside.find(|(_, c)| c.is_whitespace() || matches!(c, '(' | ')') || closing_quotes(*c).is_some());
    at + end.map_or(rest.len(), |(end, _)| end)
}
