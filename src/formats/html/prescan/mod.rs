//! Owns the look at a page before anything expensive sees it: what its tags would cost a parser, and
//! what in it nobody reads. It refuses to build a tree and to judge what the page says.

mod data;
mod tags;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

pub(super) use data::without_data;
use tags::tag_name;
pub(super) use tags::{raw_length, tag_length};

/// Nested elements a page may have; real ones stay under 51.
pub(super) const DEEPEST: usize = 256;
/// Tags a page may have; real ones stay under 10,000.
const MOST_TAGS: usize = 200_000;
/// Nodes a page may grow to.
pub(super) const MOST_NODES: usize = 300_000;

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

/// What a look at a page found.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// How many tags it has.
    pub(super) tags: usize,
    /// The stretches nobody reads, in order: programs, styles, drawings, comments.
    unread: Vec<Range<usize>>,
    /// Whether programs stay in it, because only a parser knows where they end.
    pub(super) programs: bool,
}

impl Scan {
    /// Returns the page without the stretches nobody reads.
    pub(super) fn readable<'h>(&self, html: &'h str) -> Cow<'h, str> {
        if self.unread.is_empty() {
            return Cow::Borrowed(html);
        }
        let (mut out, mut at) = (String::with_capacity(html.len()), 0);
        for stretch in &self.unread {
            out.push_str(html.get(at..stretch.start).unwrap_or_default());
            at = at.max(stretch.end);
        }
        out.push_str(html.get(at..).unwrap_or_default());
        Cow::Owned(out)
    }
}

/// Looks through a page. The error is the reason it is not safe to parse into a tree, as a sentence for
/// the reader.
pub(super) fn scan(html: &str) -> Result<Scan, &'static str> {
    let mut count = Count::default();
    let mut at = 0;
    while let Some(next) = html.get(at..).and_then(|rest| rest.find('<')) {
        at += next;
        count.at = at;
        at += count.markup(html.get(at..).unwrap_or_default())?.max(1);
    }
    Ok(Scan { tags: count.tags, unread: count.unread, programs: count.programs })
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
    /// Where the markup in hand begins, in bytes from the start of the page.
    at: usize,
    /// Where the drawing under way begins, and how deep, while all in it is drawing.
    drawing: Option<(usize, usize)>,
    unread: Vec<Range<usize>>,
    programs: bool,
}

impl<'a> Count<'a> {
    /// Takes in the markup at the start of `rest`, which begins with `<`; returns its length in bytes.
    fn markup(&mut self, rest: &'a str) -> Result<usize, &'static str> {
        let after = rest.get(1..).unwrap_or_default();
        if after.starts_with("!--") {
            let end = rest.find("-->").map(|end| end + 3);
            // A comment too short to be one ends where parsers say, not here.
            if let Some(end) = end.filter(|_| !after.starts_with("!-->") && !after.starts_with("!--->")) {
                self.leave_out(self.at..self.at + end);
            }
            return Ok(end.unwrap_or(rest.len()));
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
            // What describes a drawing stands in it, and the drawing goes on behind.
            self.foreign |= self.drawing.is_some() && matches!(&*name, "title" | "desc");
            if &*name == "svg"
                && !self.foreign
                && let Some((start, depth)) = self.drawing.take()
                && depth == self.depth
            {
                self.leave_out(start..self.at + length);
            }
            return Ok(length);
        }
        let empty = self.foreign && rest.get(..length).is_some_and(|tag| tag.ends_with("/>"));
        self.draw(&name, empty);
        self.foreign = matches!(&*name, "svg" | "math") || (self.foreign && !HTML_AGAIN.contains(&&*name));
        if empty && self.foreign {
            self.tags += 1;
            self.nodes += 1;
            return Ok(length);
        }
        let raw = RAW.iter().find(|raw| **raw == name);
        self.open(name)?;
        let Some(raw) = raw else { return Ok(length) };
        let inside = rest.get(length..).unwrap_or_default();
        let end = length + raw_length(inside, raw);
        if is_unread(raw, rest.get(..length).unwrap_or_default(), rest.get(length..end).unwrap_or_default())
            && let Some(closing) = rest.get(end..).filter(|closing| closing.starts_with("</"))
        {
            self.leave_out(self.at..self.at + end + tag_length(closing)?);
        } else {
            self.programs |= *raw == "script" && !is_data(rest.get(..length).unwrap_or_default());
        }
        Ok(end)
    }

    /// Notes where a drawing begins, and gives it up when something else stands in it.
    fn draw(&mut self, name: &str, empty: bool) {
        if name == "svg" && !self.foreign && !empty {
            self.drawing = Some((self.at, self.depth));
        } else if name == "svg" || (HTML_AGAIN.contains(&name) && !matches!(name, "title" | "desc")) {
            self.drawing = None;
        }
    }

    /// Notes a stretch nobody reads, and with it those inside it.
    fn leave_out(&mut self, stretch: Range<usize>) {
        while self.unread.last().is_some_and(|last| last.start >= stretch.start) {
            self.unread.pop();
        }
        self.unread.push(stretch);
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

/// Says whether an element holds a program or styles, and neither data about the article nor a formula. A
/// program that talks of comments may hold its own closing tag: only a parser knows where it ends.
fn is_unread(name: &str, tag: &str, inside: &str) -> bool {
    match name {
        "style" => true,
        "script" => !is_data(tag) && !inside.contains("<!--"),
        _ => false,
    }
}

/// Says whether a script holds data about the article, or a formula; given its tag, or only its type.
pub(super) fn is_data(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    tag.contains("ld+json") || tag.contains("math")
}
