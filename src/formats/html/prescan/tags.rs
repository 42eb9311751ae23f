//! Owns where a tag begins and ends in the characters of a page. It refuses to know what tags mean.

use std::borrow::Cow;

/// Attributes one tag may have; real ones stay under 64.
const MOST_ATTRIBUTES: usize = 256;
/// The longest tag, in bytes, what stands in quotes not counted: sites keep whole programs there.
const LONGEST_TAG: usize = 64 * 1024;

/// Returns the name at the start of a tag's inside, in lower case; empty when it is no tag.
pub(super) fn tag_name(inside: &str) -> Cow<'_, str> {
    if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Cow::Borrowed("");
    }
    let end = inside
        .bytes()
        .position(|b| b.is_ascii_whitespace() || b == b'>' || b == b'/')
        .unwrap_or(inside.len())
        .min(64);
    let name = inside.get(..end).unwrap_or("long-name");
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// Where the reading of a tag stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Between,
    Name,
    Value,
    Bare,
    Quoted(u8),
}

/// Returns the length of the tag at the start of `rest`, `<` and `>` included.
pub(in crate::formats::html) fn tag_length(rest: &str) -> Result<usize, &'static str> {
    let (mut at, mut attributes, mut length) = (At::Name, 0, 0);
    for (i, byte) in rest.bytes().enumerate().skip(1) {
        length += usize::from(!matches!(at, At::Quoted(_)));
        if length > LONGEST_TAG || attributes > MOST_ATTRIBUTES {
            return Err("a tag out of all measure: only the plain text was kept");
        }
        at = match (at, byte) {
            (At::Quoted(quote), _) if byte == quote => At::Between,
            (At::Quoted(quote), _) => At::Quoted(quote),
            (_, b'>') => return Ok(i + 1),
            (At::Value, b'"' | b'\'') => At::Quoted(byte),
            (At::Value, _) if byte.is_ascii_whitespace() => At::Value,
            (At::Value, _) => At::Bare,
            (At::Bare, _) if !byte.is_ascii_whitespace() => At::Bare,
            (At::Name, b'=') if attributes > 0 => At::Value,
            (At::Between, b'=') => At::Value,
            (_, b'/') => At::Between,
            _ if byte.is_ascii_whitespace() => At::Between,
            (At::Between, _) => {
                attributes += 1;
                At::Name
            }
            (state, _) => state,
        };
    }
    Ok(rest.len())
}

/// Returns the length of raw text up to the tag that closes `name`, or all of it.
pub(in crate::formats::html) fn raw_length(text: &str, name: &str) -> usize {
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find("</")) {
        let begin = from + at;
        let inside = text.get(begin + 2..).unwrap_or_default();
        if inside.as_bytes().get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name.as_bytes()))
        {
            return begin;
        }
        from = begin + 2;
    }
    text.len()
}
