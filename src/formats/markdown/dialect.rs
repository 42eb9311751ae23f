//! Owns rewriting what the dialects add to Markdown into Markdown itself, or into nothing: template
//! tags, shortcodes, attribute lists, callout heads. It refuses to touch code.

use std::borrow::Cow;

use memchr::memmem;

use super::notes::Notes;
use super::signs::{callout, escaped_colon, is_property, marked, without_block_id, without_references};
use super::{attributes, shortcodes};

/// What is put in front of the title of a callout, and after it, in a paragraph of its own.
pub(super) const CALLOUT: (&str, &str) = ("[!", "!]");

/// Rewrites a text line by line; `modules` says whether it may hold lines of JavaScript, as MDX does.
pub(super) fn plain(text: &str, modules: bool) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut state = State {
        holds: Holds {
            remarks: closes_remarks(text),
            comments: memmem::find(text.as_bytes(), COMMENT.as_bytes()).is_some(),
            references: memmem::find(text.as_bytes(), b"((").is_some(),
        },
        modules,
        ..State::default()
    };
    let mut start = 0;
    while start < text.len() {
        let rest = text.get(start..).unwrap_or_default();
        let length = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
        let line = rest.get(..length).unwrap_or_default().trim_end_matches(['\n', '\r']);
        start += length;
        if state.template.is_none() && !state.holds_a_sign(line) {
            out.push_str(line);
        } else {
            state.line(line, &mut out);
        }
        out.push('\n');
    }
    if let Some((mark, length)) = state.fence.filter(|_| !state.notes.is_empty()) {
        out.extend(std::iter::repeat_n(mark, length));
    }
    state.notes.define(&mut out);
    out
}

/// What is open where the reading stands.
#[derive(Default)]
struct State {
    fence: Option<(char, usize)>,
    highlight: bool,
    template: Option<&'static str>,
    /// A tag that may show a picture, as far as it has been read.
    tag: Option<String>,
    holds: Holds,
    /// Whether lines of JavaScript may stand in the text, and whether the one above was one.
    modules: bool,
    module: bool,
    notes: Notes,
}

/// What a file holds anywhere, so that it is looked for.
#[derive(Default)]
struct Holds {
    /// Whether lines that open a remark are closed by others.
    remarks: bool,
    /// Whether a comment of Liquid is closed.
    comments: bool,
    /// Whether there may be references to blocks of Logseq.
    references: bool,
}

/// What opens and closes a remark of Obsidian, which is not shown.
const REMARK: &str = "%%";

/// Says whether each line that is nothing but the sign of a remark has one that closes it.
fn closes_remarks(text: &str) -> bool {
    text.contains(REMARK) && text.lines().filter(|line| line.trim() == REMARK).count() % 2 == 0
}

/// The longest tag over several lines that is looked at, in bytes.
const LONGEST_TAG: usize = 4000;

/// What opens a template tag, and what closes it.
const TEMPLATES: &[(&str, &str)] =
    &[("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}"), ("{::", "}"), ("{:", "}"), ("{/*", "*/}")];
/// The tag that ends a comment of Liquid.
const COMMENT: &str = "endcomment";

impl State {
    fn line(&mut self, line: &str, out: &mut String) {
        if let Some(fence) = fence(line) {
            let closes = self.fence.is_some_and(|(c, n)| c == fence.0 && fence.1 >= n && fence.2);
            if closes {
                self.fence = None;
            } else if self.fence.is_none() {
                self.fence = Some((fence.0, fence.1));
            }
            out.push_str(line);
        } else if self.fence.is_some() {
            out.push_str(line);
        } else if let Some(language) = highlight(line) {
            self.highlight = !language.is_empty() || !self.highlight;
            out.push_str("```");
            out.push_str(if line.contains("end") { "" } else { language });
            self.highlight = !line.contains("endhighlight")
                && !line.contains("/ highlight")
                && !line.contains("/highlight");
        } else if self.highlight || (self.template.is_none() && is_indented_code(line)) {
            out.push_str(line);
        } else {
            self.prose(line, out);
        }
    }

    fn prose(&mut self, line: &str, out: &mut String) {
        if self.template.is_none()
            && let Some(picture) = shortcodes::picture(line)
        {
            out.push_str(&picture);
            return;
        }
        if self.ends_picture(line, out) {
            return;
        }
        let opens = self.template.is_none() && shortcodes::opens(line);
        if line.trim_start().starts_with("{:toc") && ends_in_item(out) {
            out.truncate(out.trim_end().rfind('\n').map_or(0, |end| end + 1));
        }
        if is_markdown_wrapper(line) || is_contents(line) || is_property(line) || self.is_module(line) {
            return;
        }
        if self.template.is_none() && self.holds.remarks && line.trim() == REMARK {
            self.template = Some(REMARK);
            return;
        }
        let mut made = String::with_capacity(line.len());
        let mut quoted = false;
        let ticks = line.matches('`').count();
        for (i, part) in line.split('`').enumerate() {
            if i > 0 {
                made.push('`');
            }
            quoted = i % 2 == 1 && i < ticks;
            if quoted {
                made.push_str(part);
            } else {
                self.without_templates(&attributes::without(part, i > 0, ticks == 0), &mut made);
            }
        }
        let made = if quoted { Cow::Owned(made) } else { marked(without_block_id(&made)) };
        let made = escaped_colon(made);
        match callout(&made) {
            Some((prefix, title)) => {
                let (open, close) = CALLOUT;
                out.push_str(&[prefix, " ", open, &title, close, "\n", prefix].concat());
            }
            None => out.push_str(&made),
        }
        if opens && self.template.is_some() {
            self.tag = Some(line.trim().to_owned());
        }
    }

    /// Adds a line to the tag that is open; says whether the line ends it, and it is a picture.
    fn ends_picture(&mut self, line: &str, out: &mut String) -> bool {
        let (Some(close), Some(mut tag)) = (self.template, self.tag.take()) else { return false };
        tag.push(' ');
        tag.push_str(line.trim());
        if !line.contains(close) {
            self.tag = Some(tag).filter(|tag| tag.len() <= LONGEST_TAG);
            return false;
        }
        let Some(picture) = shortcodes::picture(&tag) else { return false };
        self.template = None;
        out.push_str(&picture);
        true
    }

    /// Copies `part` without template tags, which may go on over several lines.
    fn without_templates(&mut self, part: &str, out: &mut String) {
        let mut rest = part;
        loop {
            if let Some(close) = self.template {
                let Some((_, after)) = rest.split_once(close) else { return };
                self.template = (close == COMMENT).then_some("%}");
                rest = after;
                // What a tag would have led to is unknown; the title of the link is not the place.
                if out.ends_with("](") && rest.starts_with(' ') {
                    out.push_str("<>");
                }
                continue;
            }
            let Some((at, open, close)) = next_template(rest) else { break };
            let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
            let attribute = open.starts_with("{:");
            if attribute && !after.contains('}') {
                break;
            }
            out.push_str(before);
            rest = after.get(open.len()..).unwrap_or_default();
            let comments = self.holds.comments && rest.trim_start_matches(['-', ' ']).starts_with("comment");
            self.template = Some(if comments { COMMENT } else { close });
        }
        if self.holds.references && rest.contains("((") {
            self.notes.take(&without_references(rest), out);
        } else {
            self.notes.take(rest, out);
        }
    }

    /// Says whether a line imports or exports for the program that shows the text; what it exports ends at a
    /// blank line.
    fn is_module(&mut self, line: &str) -> bool {
        let imports = line.starts_with("import ")
            && line.trim_end_matches([';', ' ']).ends_with(['"', '\''])
            && (line.contains(" from ") || line.starts_with("import '") || line.starts_with("import \""));
        let exports = self.modules && (line.starts_with("export ") || line.starts_with("import "));
        self.module = !line.trim().is_empty() && (exports || (self.module && self.modules));
        imports || self.module
    }

    /// Says whether a line may hold what the rules below look for; most lines do not.
    fn holds_a_sign(&self, line: &str) -> bool {
        holds_a_sign(line)
            || self.module
            || (self.holds.references && memmem::find(line.as_bytes(), b"((").is_some())
    }
}

/// Says whether a line may hold what the rules below look for, whatever else is in its file. A bracket is
/// looked for with what makes it more than a link, a tag where it may stand alone.
fn holds_a_sign(line: &str) -> bool {
    let bytes = line.as_bytes();
    let first = bytes.iter().find(|byte| !matches!(byte, b' ' | b'>' | b'\t' | b'-' | b'*'));
    let opens = match first {
        Some(b'~' | b'<' | b':') => true,
        Some(b'[' | b'$') => is_contents(line),
        Some(b'i' | b'c') => is_property(line) || line.starts_with("import "),
        Some(b'e') => line.starts_with("export "),
        _ => false,
    };
    let is_more = |at: usize| match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'='), next) => next == Some(&b'='),
        (Some(b'['), next) => next == Some(&b'!'),
        _ => true,
    };
    opens
        || memchr::memchr3(b'`', b'{', b'%', bytes).is_some()
        || memchr::memchr3_iter(b'^', b'=', b'[', bytes).any(is_more)
}

/// Finds the next template tag: where it opens, with what, and what closes it.
fn next_template(text: &str) -> Option<(usize, &'static str, &'static str)> {
    text.match_indices(['{', '%']).find_map(|(at, _)| {
        let here = text.get(at..)?;
        // A remark ends on its line; elsewhere two signs of percent are only that.
        if here.strip_prefix(REMARK).is_some_and(|inside| inside.contains(REMARK)) {
            return Some((at, REMARK, REMARK));
        }
        TEMPLATES.iter().find(|(open, _)| here.starts_with(open)).map(|(open, close)| (at, *open, *close))
    })
}

/// Returns the mark, its length, and whether nothing follows, for a line that fences code.
pub(super) fn fence(line: &str) -> Option<(char, usize, bool)> {
    let bare = line.trim_start_matches([' ', '>', '\t', '-', '*']).trim_end();
    let mark = bare.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = bare.chars().take_while(|c| *c == mark).count();
    let info = bare.get(length..).unwrap_or_default();
    (length >= 3 && !(mark == '`' && info.contains('`'))).then(|| (mark, length, info.trim().is_empty()))
}

/// Returns the language of a line that only opens or closes highlighted code for a generator.
fn highlight(line: &str) -> Option<&str> {
    let bare = line.trim();
    let inside = bare.strip_prefix("{%").and_then(|l| l.strip_suffix("%}"));
    let inside = inside.or_else(|| bare.strip_prefix("{{<").and_then(|l| l.strip_suffix(">}}")));
    let inside = inside?.trim().trim_matches(['-', ' ']);
    if matches!(inside, "endhighlight" | "/ highlight" | "/highlight") {
        return Some("");
    }
    let language = inside.strip_prefix("highlight ")?;
    Some(language.split_whitespace().next().unwrap_or("text"))
}

fn is_indented_code(line: &str) -> bool {
    line.starts_with("    ") && !line.contains("{%") && !line.contains("{:")
}

/// Says whether a line is only an HTML tag that wraps Markdown (kramdown's `markdown="1"`), or the
/// table of contents a generator fills in.
fn is_markdown_wrapper(line: &str) -> bool {
    let bare = line.trim();
    let alone = bare.starts_with('<') && bare.ends_with('>') && bare.matches('<').count() == 1;
    let wrapper = ["</aside>", "</div>", "</section>"].contains(&bare);
    alone && (wrapper || bare.contains("markdown=\"") || bare.contains("markdown='"))
}

/// Says whether the last line written is an item of a list, as it stands above the sign of a table of contents.
fn ends_in_item(out: &str) -> bool {
    let last = out.trim_end_matches('\n').rsplit('\n').next().unwrap_or_default().trim_start();
    let mark = last.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = mark.len() < last.len() && mark.starts_with(['.', ')']);
    last.len() <= LONGEST_ITEM && (numbered || mark.starts_with("* ") || mark.starts_with("- "))
}

/// The longest item that stands in for a table of contents, in bytes.
const LONGEST_ITEM: usize = 60;

fn is_contents(line: &str) -> bool {
    matches!(line.trim(), "[TOC]" | "[[_TOC_]]" | "[[toc]]" | "{:toc}" | "${toc}")
}
