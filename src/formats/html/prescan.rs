//! Owns the look at a page before anything expensive sees it: what its tags would cost a parser. It
//! refuses to build a tree and to judge what the page says.

use std::borrow::Cow;
use std::collections::HashMap;

/// Nested elements a page may have; real ones stay under 51.
pub(super) const DEEPEST: usize = 256;
/// Tags a page may have; real ones stay under 10,000.
const MOST_TAGS: usize = 200_000;
/// Attributes one tag may have; real ones stay under 64.
const MOST_ATTRIBUTES: usize = 256;
/// The longest tag, in bytes, what stands in quotes not counted: sites keep whole programs there.
const LONGEST_TAG: usize = 64 * 1024;
/// Nodes a page may grow to.
pub(super) const MOST_NODES: usize = 300_000;
/// `data:` addresses longer than this, in bytes, are cut.
const SHORT_DATA: usize = 200;

/// Elements whose text is not markup; a tag inside them is not a tag.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];
/// Elements that hold nothing, or that the next of their kind closes: they add no depth.
const FLAT: &[&str] = &[
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead",
    "tbody", "tfoot", "colgroup", "html", "head", "body", "rb", "rp", "rt", "rtc",
];
/// Elements that a parser opens again in each block until they are closed.
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements that end a drawing or formula they stand in, being HTML; and those in which HTML begins.
const HTML_AGAIN: &[&str] = &[
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "i",
    "img",
    "li",
    "listing",
    "menu",
    "meta",
    "nobr",
    "ol",
    "p",
    "pre",
    "ruby",
    "s",
    "small",
    "span",
    "strong",
    "strike",
    "sub",
    "sup",
    "table",
    "tt",
    "u",
    "ul",
    "var",
    "font",
    "foreignobject",
    "desc",
    "title",
    "mi",
    "mo",
    "mn",
    "ms",
    "mtext",
    "annotation-xml",
];

/// Says whether a page is safe to parse into a tree, and how many tags it has; the error is the
/// reason it is not, as a sentence for the reader.
pub(super) fn scan(html: &str) -> Result<usize, &'static str> {
    let mut count = Count::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at..).unwrap_or_default();
        let length = count.markup(rest)?;
        rest = rest.get(length.max(1)..).unwrap_or_default();
    }
    Ok(count.tags)
}

/// What has been seen so far.
#[derive(Default)]
struct Count<'a> {
    tags: usize,
    open: HashMap<Cow<'a, str>, usize>,
    depth: usize,
    formatting: usize,
    nodes: usize,
    /// Inside a drawing or formula, where `<path/>` holds nothing.
    foreign: bool,
}

impl<'a> Count<'a> {
    /// Takes in the markup at the start of `rest`, which begins with `<`; returns its length in bytes.
    fn markup(&mut self, rest: &'a str) -> Result<usize, &'static str> {
        let after = rest.get(1..).unwrap_or_default();
        if after.starts_with("!--") {
            return Ok(rest.find("-->").map_or(rest.len(), |end| end + 3));
        }
        if after.starts_with(['!', '?']) {
            return Ok(rest.find('>').map_or(rest.len(), |end| end + 1));
        }
        let closing = after.starts_with('/');
        let name = tag_name(after.strip_prefix('/').unwrap_or(after));
        if name.is_empty() {
            return Ok(1);
        }
        let length = tag_length(rest)?;
        if closing {
            self.close(&name);
            return Ok(length);
        }
        let empty = self.foreign && rest.get(..length).is_some_and(|tag| tag.ends_with("/>"));
        self.foreign = matches!(&*name, "svg" | "math") || (self.foreign && !HTML_AGAIN.contains(&&*name));
        if empty && self.foreign {
            self.tags += 1;
            self.nodes += 1;
            return Ok(length);
        }
        let raw = RAW.iter().find(|raw| **raw == name);
        self.open(name)?;
        Ok(raw.map_or(length, |raw| length + raw_length(rest.get(length..).unwrap_or_default(), raw)))
    }

    fn open(&mut self, name: Cow<'a, str>) -> Result<(), &'static str> {
        self.tags += 1;
        self.nodes += 1 + self.formatting;
        if self.tags > MOST_TAGS {
            return Err("too many tags: only the plain text was kept");
        }
        if self.nodes > MOST_NODES {
            return Err("tags left open too often: only the plain text was kept");
        }
        if FLAT.contains(&&*name) || RAW.contains(&&*name) {
            return Ok(());
        }
        self.formatting += usize::from(FORMATTING.contains(&&*name));
        *self.open.entry(name).or_default() += 1;
        self.depth += 1;
        if self.depth > DEEPEST { Err("nested too deep: only the plain text was kept") } else { Ok(()) }
    }

    fn close(&mut self, name: &str) {
        self.foreign &= !matches!(name, "svg" | "math" | "p" | "br");
        if let Some(open) = self.open.get_mut(name).filter(|open| **open > 0) {
            *open -= 1;
            self.depth -= 1;
            self.formatting -= usize::from(FORMATTING.contains(&name));
        }
    }
}

/// Returns the name at the start of a tag's inside, in lower case; empty when it is no tag.
fn tag_name(inside: &str) -> Cow<'_, str> {
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
pub(super) fn tag_length(rest: &str) -> Result<usize, &'static str> {
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
pub(super) fn raw_length(text: &str, name: &str) -> usize {
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

/// Cuts long `data:` addresses out of a page: pictures and fonts that a saver put inside it.
pub(super) fn without_data(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = html;
    let mut endless = Vec::new();
    while let Some(at) = rest.find("data:") {
        let (before, data) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let end = data_end(before, data, &mut endless);
        out.push_str(before);
        let kept = if end > SHORT_DATA { "data:," } else { data.get(..end).unwrap_or_default() };
        out.push_str(kept);
        rest = data.get(end..).unwrap_or_default();
    }
    if out.is_empty() {
        return Cow::Borrowed(html);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Returns where a `data:` address ends; only one in quotes or in `url(…)` is an address at all.
/// What opened an address that never ends is added to `endless`, and not looked for again.
fn data_end(before: &str, data: &str, endless: &mut Vec<char>) -> usize {
    let word = "data:".len();
    // What it holds is named before a comma or semicolon; without one there is no end to look for.
    let sign = data.bytes().skip(word).take(SHORT_DATA).position(|b| b == b',' || b == b';');
    let Some(sign) = sign else { return word };
    let opener = before.trim_end().chars().next_back().filter(|opener| !endless.contains(opener));
    let end = match opener {
        Some(quote @ ('"' | '\'')) => data.find(quote),
        Some('(') => data.find(')'),
        Some('=') => data.find(|c: char| c.is_whitespace() || c == '>'),
        _ => return word,
    };
    if end.is_none() {
        endless.extend(opener);
    }
    end.filter(|end| *end > word + sign).unwrap_or(word)
}
