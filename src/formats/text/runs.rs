//! Owns turning a paragraph of plain text into runs: spacing made plain, addresses made links. It
//! refuses to know what kind of block the runs go into.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::lines::Part;
use crate::article::{Inline, Target, Text};
use crate::formats::links::Links;
use crate::formats::runs::is_loose;
use crate::formats::sources::trim_address;

/// Marks French sets off by a space that must not break.
const SET_OFF: &[char] = &[':', ';', '!', '?', '%', '»', '€', '°'];

/// Folds white space for the screen: runs become one space, and a no-break space stays one only
/// where it does its work: before French punctuation, inside guillemets, between figures.
pub(super) fn tidy(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if !is_loose(text, char::is_whitespace) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut pending: Option<char> = None;
    let mut last = ' ';
    for c in text.chars() {
        if c.is_whitespace() {
            let held = pending.is_some_and(is_fixed);
            pending = Some(if held { pending.unwrap_or(c) } else { c });
            continue;
        }
        if let Some(space) = pending.take() {
            let works = SET_OFF.contains(&c) || last == '«' || (last.is_ascii_digit() && c.is_ascii_digit());
            out.push(if is_fixed(space) && works { space } else { ' ' });
        }
        out.push(c);
        last = c;
    }
    Cow::Owned(out)
}

fn is_fixed(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}')
}

/// Makes the runs of a paragraph; its web addresses become links.
pub(super) fn runs(text: &str, links: &mut Links) -> Vec<Inline> {
    let mut out = Vec::new();
    addresses(&tidy(text), links, &mut out);
    out
}

/// What every web address holds.
static MARKERS: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| [Finder::new("://"), Finder::new("www.")]);

/// Makes the runs of a stretch of a part that begins at byte `from`; its marks become links to the
/// addresses of `table`.
pub(super) fn marked(
    part: &Part<'_>,
    from: usize,
    table: &HashMap<u32, &str>,
    links: &mut Links,
) -> Vec<Inline> {
    let text = part.text.as_ref();
    if part.marks.is_empty() {
        return runs(text.get(from..).unwrap_or_default(), links);
    }
    let (mut out, mut at) = (Vec::new(), from);
    for mark in &part.marks {
        let words = text.get(mark.range.clone()).filter(|_| mark.range.start >= at);
        let (Some(words), Some(address)) = (words, table.get(&mark.number)) else { continue };
        addresses(text.get(at..mark.range.start).unwrap_or_default(), links, &mut out);
        push(&mut out, words, links.number(address, words).map(Target::Link));
        at = mark.range.end;
    }
    addresses(text.get(at..).unwrap_or_default(), links, &mut out);
    out
}

fn addresses(text: &str, links: &mut Links, out: &mut Vec<Inline>) {
    if !MARKERS.iter().any(|marker| marker.find(text.as_bytes()).is_some()) {
        return push(out, text, None);
    }
    let mut rest = text;
    while let Some((before, address, after)) = address(rest).filter(|_| !links.is_full()) {
        let url = if address.starts_with("www.") { format!("http://{address}") } else { address.to_owned() };
        push(out, before, None);
        push(out, address, links.number(&url, address).map(Target::Link));
        rest = after;
    }
    push(out, rest, None);
}

fn push(out: &mut Vec<Inline>, text: &str, target: Option<Target>) {
    if !text.is_empty() {
        out.push(Inline { text: Text::new(text), target, ..Inline::default() });
    }
}

/// Splits a text at its first web address.
fn address(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let (start, marked) = marker(text, from)?;
        let tail = text.get(start..)?;
        let end = tail.find(ends_an_address).unwrap_or(tail.len());
        let found = trim_address(tail.get(..end)?);
        if start + found.len() > marked {
            return Some((text.get(..start)?, found, text.get(start + found.len()..)?));
        }
        from = marked;
    }
}

/// Finds `http://`, `https://` or `www.` from a byte on: where it starts and where it ends.
fn marker(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b':', b'w', bytes.get(from..)?).map(|at| from + at).find_map(|at| {
        let rest = bytes.get(at..)?;
        if rest.starts_with(b"www.") {
            return Some((at, at + 4));
        }
        let before = bytes.get(from..at).filter(|_| rest.starts_with(b"://"))?;
        let scheme = [&b"https"[..], b"http"].into_iter().find(|scheme| before.ends_with(scheme))?;
        Some((at - scheme.len(), at + 3))
    })
}

fn ends_an_address(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '）' | '」' | '、' | '。')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::body::words;

    #[test]
    fn a_pasted_no_break_space_stays_only_where_it_works() {
        assert_eq!(
            tidy("Le\u{a0}pain\u{a0}: «\u{a0}bon\u{a0}» \u{a0} et\u{a0}80\u{a0}%\u{a0}"),
            "Le pain\u{a0}: «\u{a0}bon\u{a0}» et 80\u{a0}%"
        );
        assert_eq!(tidy("10\u{202f}000 pains"), "10\u{202f}000 pains");
    }

    #[test]
    fn addresses_become_links_without_the_stop_behind_them() {
        let mut links = Links::default();
        let runs = runs("See https://a.example/x_(y), or www.b.example. Not ftp://c.example", &mut links);
        assert_eq!(words(&runs), "See https://a.example/x_(y), or www.b.example. Not ftp://c.example");
        let urls: Vec<String> = links.into_list().into_iter().map(|l| l.url.to_string()).collect();
        assert_eq!(urls, ["https://a.example/x_(y)", "http://www.b.example"]);
        assert_eq!(runs.len(), 5);
    }

    #[test]
    fn a_scheme_without_an_address_is_words() {
        let mut links = Links::default();
        for text in ["http://", "see http:// and https://.", "www.", "a www. b ://", "http://http://"] {
            assert_eq!(words(&runs(text, &mut links)), text);
        }
        assert_eq!(links.into_list().len(), 1, "only the last is more than a scheme");
    }
}
