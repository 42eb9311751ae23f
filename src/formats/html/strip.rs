//! Owns reading a page without building its tree: tags cut out, blocks parted where a tag says so.
//! The way out for pages made to harm; it refuses to find the article among the rest.

use super::prescan::{raw_length, tag_length};
use crate::article::{Block, Inline, Text};

/// Tags that do not part two blocks.
const INSIDE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr",
];
/// Elements whose text is not for readers.
const UNREAD: &[&str] = &["script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"];

/// Returns the paragraphs of a page, tags cut out.
pub(super) fn paragraphs(html: &str) -> Vec<Block> {
    let lines = plain(html);
    let texts = lines.split('\u{1}').map(decode).filter_map(|text| Text::some_line(&text));
    texts.map(|text| Block::Paragraph(vec![Inline::plain(text)])).collect()
}

/// Returns the text of a page with U+0001 where blocks part.
fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, markup) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(text);
        let (length, parts) = markup_length(markup);
        if length == 1 {
            out.push('<');
        } else if parts {
            out.push('\u{1}');
        }
        rest = markup.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Returns the length of the markup in front, and whether it parts blocks.
fn markup_length(markup: &str) -> (usize, bool) {
    let inside = markup.get(1..).unwrap_or_default();
    if inside.starts_with("!--") {
        return (markup.find("-->").map_or(markup.len(), |end| end + 3), false);
    }
    let bare = inside.strip_prefix('/').unwrap_or(inside);
    if !bare.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?') {
        return (1, false);
    }
    let name: String = bare
        .chars()
        .take(16)
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase();
    let length = tag_length(markup).unwrap_or_else(|_| markup.find('>').map_or(markup.len(), |end| end + 1));
    let unread = UNREAD.contains(&name.as_str()) && !inside.starts_with('/');
    let skipped = if unread { raw_length(markup.get(length..).unwrap_or_default(), &name) } else { 0 };
    (length + skipped, !INSIDE.contains(&name.as_str()))
}

/// Replaces the character references everybody uses; rarer ones stay as written.
pub(super) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, reference) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let end = reference.bytes().take(12).position(|b| b == b';');
        let found = end.and_then(|end| character(reference.get(1..end)?));
        out.push(found.unwrap_or('&'));
        let skipped = found.and(end).unwrap_or(0) + 1;
        rest = reference.get(skipped..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Returns the character a reference names, given without `&` and `;`.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "laquo" => '«',
        "raquo" => '»',
        "ndash" => '–',
        "mdash" => '—',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "hellip" => '…',
        _ => return None,
    })
}

/// Returns the words of the first `title` of a page.
pub(super) fn title(html: &str) -> Option<Text> {
    let at = html.find("<title").or_else(|| html.find("<TITLE"))?;
    let tag = html.get(at..)?;
    let inside = tag.get(tag.find('>')? + 1..)?;
    Text::some_line(&decode(inside.get(..raw_length(inside, "title").min(2000))?))
}
