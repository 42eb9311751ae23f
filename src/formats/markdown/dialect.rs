//! Owns rewriting what the dialects add to Markdown into Markdown itself, or into nothing: template
//! tags, shortcodes, attribute lists, callout heads. It refuses to touch code.

use std::borrow::Cow;

use super::shortcodes;

/// What is put in front of the title of a callout, and after it, in a paragraph of its own.
pub(super) const CALLOUT: (&str, &str) = ("[!", "!]");

/// Rewrites a text line by line.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut state = State { remarks: closes_remarks(text), ..State::default() };
    let mut start = 0;
    while start < text.len() {
        let rest = text.get(start..).unwrap_or_default();
        let length = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
        let line = rest.get(..length).unwrap_or_default().trim_end_matches(['\n', '\r']);
        start += length;
        if state.template.is_none() && !holds_a_sign(line) {
            out.push_str(line);
        } else {
            state.line(line, &mut out);
        }
        out.push('\n');
    }
    out
}

/// What is open where the reading stands.
#[derive(Default)]
struct State {
    fence: Option<(char, usize)>,
    highlight: bool,
    template: Option<&'static str>,
    /// Whether lines that open a remark are closed by others.
    remarks: bool,
}

/// What opens and closes a remark of Obsidian, which is not shown.
const REMARK: &str = "%%";

/// Says whether each line that is nothing but the sign of a remark has one that closes it.
fn closes_remarks(text: &str) -> bool {
    text.contains(REMARK) && text.lines().filter(|line| line.trim() == REMARK).count() % 2 == 0
}

/// What opens a template tag, and what closes it.
const TEMPLATES: &[(&str, &str)] =
    &[("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}"), ("{::", "}"), ("{:", "}")];

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
        } else if self.highlight || is_indented_code(line) {
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
        if is_markdown_wrapper(line) || is_contents(line) {
            return;
        }
        if self.template.is_none() && self.remarks && line.trim() == REMARK {
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
            if quoted { made.push_str(part) } else { self.without_templates(part, &mut made) }
        }
        let made = if quoted { Cow::Owned(made) } else { marked(without_block_id(&made)) };
        match callout(&made) {
            Some((prefix, title)) => {
                let (open, close) = CALLOUT;
                out.push_str(&[prefix, " ", open, &title, close, "\n", prefix].concat());
            }
            None => out.push_str(&made),
        }
    }

    /// Copies `part` without template tags, which may go on over several lines.
    fn without_templates(&mut self, part: &str, out: &mut String) {
        let mut rest = part;
        loop {
            if let Some(close) = self.template {
                let Some((_, after)) = rest.split_once(close) else { return };
                self.template = None;
                rest = after;
            }
            let Some((at, open, close)) = next_template(rest) else { break };
            let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
            let attribute = open.starts_with("{:");
            if attribute && !after.contains('}') {
                break;
            }
            out.push_str(before);
            self.template = Some(close);
            rest = after.get(open.len()..).unwrap_or_default();
        }
        out.push_str(rest);
    }
}

/// Says whether a line may hold what the rules below look for; most lines do not. A bracket is looked for with
/// what makes it more than a link, a tag where it may stand alone.
fn holds_a_sign(line: &str) -> bool {
    let bytes = line.as_bytes();
    let first = bytes.iter().find(|byte| !matches!(byte, b' ' | b'>' | b'\t' | b'-' | b'*'));
    let opens = match first {
        Some(b'~' | b'<') => true,
        Some(b'[' | b'$') => is_contents(line),
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
fn fence(line: &str) -> Option<(char, usize, bool)> {
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

fn is_contents(line: &str) -> bool {
    matches!(line.trim(), "[TOC]" | "[[_TOC_]]" | "[[toc]]" | "{:toc}" | "${toc}")
}

/// Cuts the name some programs put at the end of a block to link to it (` ^a1b2c3`).
fn without_block_id(line: &str) -> &str {
    if memchr::memchr(b'^', line.as_bytes()).is_none() {
        return line;
    }
    let trimmed = line.trim_end();
    let Some((before, id)) =
        trimmed.rsplit_once(" ^").or_else(|| trimmed.strip_prefix('^').map(|id| ("", id)))
    else {
        return line;
    };
    let is_id =
        !id.is_empty() && id.len() <= 40 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if is_id { before } else { line }
}

/// Turns `==words==` into marked words.
fn marked(line: &str) -> Cow<'_, str> {
    if !line.contains("==") {
        return Cow::Borrowed(line);
    }
    let parts: Vec<&str> = line.split("==").collect();
    let tight =
        |part: &&str| !part.is_empty() && !part.starts_with([' ', '=']) && !part.ends_with([' ', '=']);
    let inner = parts.iter().skip(1).step_by(2);
    if parts.len() < 3 || parts.len().is_multiple_of(2) || !inner.clone().all(tight) {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len() + 16);
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            out.push_str(if i % 2 == 1 { "<mark>" } else { "</mark>" });
        }
        out.push_str(part);
    }
    Cow::Owned(out)
}

/// Splits the head of a callout, `> [!note]- Title`, into its quote marks and its title.
fn callout(line: &str) -> Option<(&str, String)> {
    let at = line.find("[!")?;
    let prefix = line.get(..at)?.trim_end();
    if prefix.is_empty() || !prefix.chars().all(|c| matches!(c, '>' | ' ')) {
        return None;
    }
    let (kind, title) = line.get(at + 2..)?.split_once(']')?;
    let kind = kind.split('|').next().unwrap_or(kind).trim();
    let good = !kind.is_empty() && kind.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '));
    let title = title.trim_start_matches(['+', '-']).trim();
    let mut letters = kind.chars();
    let named: String = letters.next()?.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect();
    good.then(|| (prefix, if title.is_empty() { named } else { title.to_owned() }))
}
