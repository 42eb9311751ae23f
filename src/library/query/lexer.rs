//! Owns how a query falls into pieces: words, quotes, parentheses, signs. It refuses to know fields
//! and to find anything wrong.

use std::ops::Range;

use super::fields::Typed;

/// A piece of a query and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) kind: Kind,
    /// The words without quotes, or an expression with its slashes.
    pub(super) text: &'a str,
    /// Where the words stand in the query, quotes left out.
    pub(super) at: Range<usize>,
    /// Whether white space, an opening parenthesis or the start of the query is before it.
    pub(super) apart: bool,
}

impl<'a> Piece<'a> {
    /// Returns the piece as the value of a field; an open one may go on.
    pub(super) fn value(&self, open: bool) -> Typed<'a> {
        Typed { text: self.text, at: self.at.clone(), kind: self.kind, open }
    }
}

/// The kinds of pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Characters up to white space, a quote, a parenthesis or an expression.
    Word,
    /// What stands between quotes.
    Quoted {
        /// Whether the closing quote is there.
        closed: bool,
    },
    /// A regular expression, with its slashes.
    Regex {
        /// Whether the closing slash is there.
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
            '/' if apart || query.get(..at).is_some_and(|before| before.ends_with(':')) => {
                regex(query, at).unwrap_or_else(|| (Kind::Word, at..word_end(query, at)))
            }
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

/// Signs that words have no use for: what begins with a slash and holds one is an expression being typed.
const SIGNS: &[char] = &['[', '(', '*', '+', '?', '\\', '|', '{', '^', '$'];

/// Cuts a regular expression: up to the first slash without a backslash, which white space, a closing
/// parenthesis or the end follows, so that a path is words. `None` if it is none.
fn regex(query: &str, at: usize) -> Option<(Kind, Range<usize>)> {
    let rest = query.get(at..)?.strip_prefix('/')?;
    let mut escaped = false;
    for (end, c) in rest.char_indices() {
        if c.is_whitespace() {
            return None;
        }
        if c == '/' && !escaped {
            let after = rest.get(end + 1..).and_then(|after| after.chars().next());
            let is_one = end > 0 && after.is_none_or(|c| c.is_whitespace() || c == ')');
            return is_one.then_some((Kind::Regex { closed: true }, at..at + 1 + end + 1));
        }
        escaped = c == '\\' && !escaped;
    }
    rest.contains(SIGNS).then_some((Kind::Regex { closed: false }, at..query.len()))
}

/// A word ends at white space, a quote, a parenthesis, or where the expression of a field begins.
fn word_end(query: &str, at: usize) -> usize {
    let rest = query.get(at..).unwrap_or_default();
    let is_end = |(inside, c): &(usize, char)| {
        let valued = || rest.get(..*inside).is_some_and(|before| before.ends_with(':'));
        c.is_whitespace()
            || matches!(c, '(' | ')')
            || closing_quotes(*c).is_some()
            || (*c == '/' && valued() && regex(query, at + inside).is_some())
    };
    at + rest.char_indices().skip(1).find(is_end).map_or(rest.len(), |(end, _)| end)
}
