//! Owns the attributes that generators read behind links, pictures, code and lines: `{.wide width=300}`. It
//! refuses what `#` headings have behind them: the Markdown crate reads that.

use std::borrow::Cow;

/// The longest list of attributes, in bytes.
const LONGEST: usize = 200;
/// The most bytes of words in brackets that a list of attributes stands behind.
const SPAN: usize = 500;

/// Cuts attributes out of a piece of a line that holds no code; `behind` says whether code stands right in
/// front of it, `alone` whether the piece is the whole line.
pub(super) fn without(text: &str, behind: bool, alone: bool) -> Cow<'_, str> {
    if memchr::memchr(b'{', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    if alone && list(text.trim()).is_some_and(str::is_empty) {
        return Cow::Borrowed("");
    }
    let mut out = String::new();
    let mut done = 0;
    for at in memchr::memchr_iter(b'{', text.as_bytes()) {
        let (before, here) = text.split_at_checked(at).unwrap_or((text, ""));
        let glued = if at == 0 { behind } else { before.ends_with([')', ']']) };
        let Some(rest) = list(here).filter(|_| glued && at >= done) else { continue };
        let words = text.get(done..at).unwrap_or_default();
        match span(words) {
            Some((before, inside)) => out.extend([before, inside]),
            None => out.push_str(words),
        }
        done = text.len() - rest.len();
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(out)
}

/// Returns what stands behind a list of attributes; `None` where there is none.
fn list(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('{')?;
    let (mut rest, mut count) = (inside.trim_start(), 0_usize);
    while !rest.starts_with('}') {
        if inside.len() - rest.len() > LONGEST {
            return None;
        }
        rest = attribute(rest)?.trim_start();
        count += 1;
    }
    rest.strip_prefix('}').filter(|_| count > 0)
}

/// Steps over `.class`, `#id`, `key=value` or `key="a value"`.
fn attribute(text: &str) -> Option<&str> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '/' | '%');
    let short = text.strip_prefix(['.', '#']);
    let name = short.unwrap_or(text);
    let rest = name.trim_start_matches(is_name);
    if rest.len() == name.len() {
        return None;
    }
    if short.is_some() {
        return Some(rest);
    }
    let value = rest.strip_prefix('=')?;
    for quote in ['"', '\''] {
        if let Some(inside) = value.strip_prefix(quote) {
            return inside.split_once(quote).map(|(_, rest)| rest);
        }
    }
    let rest = value.trim_start_matches(|c: char| is_name(c) || c == '#');
    (rest.len() < value.len()).then_some(rest)
}

/// Splits `before [words]` at its brackets, where they are no link: only the attributes behind them gave them
/// a meaning.
fn span(text: &str) -> Option<(&str, &str)> {
    let head = text.strip_suffix(']')?;
    let from = head.ceil_char_boundary(head.len().saturating_sub(SPAN));
    let at = from + head.get(from..)?.rfind(['[', ']'])?;
    let (before, inside) = head.split_at_checked(at)?;
    let inside = inside.strip_prefix('[').filter(|inside| !inside.starts_with('^'))?;
    (!before.ends_with([']', '!', '['])).then_some((before, inside))
}
