//! Owns words as feeds and exports give them: plain or HTML, said or guessed. It refuses to know which
//! field they stood in.

use std::borrow::Cow;

use super::super::html;
use super::super::links::Links;
use super::all_words;
use crate::article::{Block, Inline, Text};

/// Elements whose content is no HTML, so that one left open runs to the end.
const RUNAWAYS: &[&str] = &[
    "title",
    "textarea",
    "plaintext",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "script",
    "style",
    "select",
    "template",
];

/// Words as a file gives them.
#[derive(Debug, Clone)]
pub(in crate::formats) enum Words {
    /// Words and nothing else; blank lines part paragraphs.
    Plain(String),
    /// A piece of HTML.
    Html(String),
}

impl Words {
    /// Takes words of which nobody says what they are: HTML if they hold a tag or a reference.
    pub(in crate::formats) fn guess(raw: &str) -> Self {
        if holds_markup(raw) { Self::Html(raw.to_owned()) } else { Self::Plain(raw.to_owned()) }
    }

    /// Takes a title that is said to be plain. References in it are read where every `&` begins one and none is
    /// set in quotes: a writer of plain words sets a bare one too, or speaks of what is quoted.
    pub(in crate::formats) fn title(raw: &str) -> Self {
        let bytes = raw.as_bytes();
        let mut signs = memchr::memchr_iter(b'&', bytes).take(1000).peekable();
        let is_meant = |at: usize| {
            let rest = bytes.get(at + 1..).unwrap_or_default();
            let quoted = at.checked_sub(1).and_then(|at| bytes.get(at)).is_some_and(|b| b"`'\"".contains(b));
            is_reference(rest) && !quoted
        };
        let escaped = signs.peek().is_some() && signs.all(is_meant);
        Self::Plain(if escaped { html::decoded(raw) } else { raw.to_owned() })
    }

    /// Says whether the last words, whatever tags close behind them, hold the dots of a text cut short.
    pub(in crate::formats) fn ends_in_dots(&self) -> bool {
        let (Self::Html(text) | Self::Plain(text)) = self;
        let tail = text.get(text.ceil_char_boundary(text.len().saturating_sub(60))..).unwrap_or_default();
        ["…", "...", "&hellip;", "&#8230;", "&#x2026;"].iter().any(|dots| tail.contains(dots))
    }

    /// Reads the words into blocks.
    pub(super) fn blocks(&self, links: &mut Links) -> Vec<Block> {
        match self {
            Self::Html(html) => {
                let html = without_runaways(html);
                let parts: Vec<&str> =
                    if holds_blocks(&html) { vec![&html] } else { paragraphs(&html).collect() };
                parts.into_iter().flat_map(|part| html::fragment(part, links)).collect()
            }
            Self::Plain(text) => {
                let parts = paragraphs(text).filter_map(Text::some_line);
                parts.map(|line| Block::Paragraph(vec![Inline::plain(line)])).collect()
            }
        }
    }

    /// Reads the words into one line.
    pub(in crate::formats) fn line(&self) -> Option<Text> {
        match self {
            Self::Html(html) if holds_markup(html) => {
                let blocks = html::fragment(&without_runaways(html), &mut Links::default());
                Text::some_line(&all_words(&blocks))
            }
            Self::Html(text) | Self::Plain(text) => Text::some_line(text),
        }
    }
}

/// Says whether text holds a tag or a character reference.
fn holds_markup(text: &str) -> bool {
    let after = |mark| {
        memchr::memchr_iter(mark, text.as_bytes()).filter_map(|at| text.as_bytes().get(at + 1..)).take(1000)
    };
    let tag = |rest: &[u8]| {
        rest.first().is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!'))
            && memchr::memchr(b'>', rest.get(..2000).unwrap_or(rest)).is_some()
    };
    after(b'<').any(tag) || after(b'&').any(is_reference)
}

/// Says whether what stands behind a `&` makes a character reference of it.
fn is_reference(rest: &[u8]) -> bool {
    let end = rest.iter().take(12).position(|b| *b == b';');
    end.is_some_and(|end| end > 1 && rest.iter().take(end).all(|b| b.is_ascii_alphanumeric() || *b == b'#'))
}

/// Says whether HTML parts its own paragraphs.
fn holds_blocks(html: &str) -> bool {
    let openers = [
        "<p", "<P", "<br", "<BR", "<Br", "<div", "<DIV", "<li", "<LI", "<h", "<H", "<pre", "<PRE", "<t", "<T",
    ];
    openers.iter().any(|opener| html.contains(opener))
}

/// Makes plain characters of tags that would swallow all that follows, where nothing closes them: a
/// writer who mentions `<title>` means the word.
fn without_runaways(html: &str) -> Cow<'_, str> {
    let mut html = Cow::Borrowed(html);
    for name in RUNAWAYS {
        if html.contains(&format!("<{name}")) && !html.contains(&format!("</{name}")) {
            html = Cow::Owned(html.replace(&format!("<{name}"), &format!("&lt;{name}")));
        }
    }
    html
}

/// Splits text at blank lines.
fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(['\n', '\r']);
        if rest.is_empty() {
            return None;
        }
        let end =
            [rest.find("\n\n"), rest.find("\r\n\r\n")].into_iter().flatten().min().unwrap_or(rest.len());
        let (part, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(part)
    })
}
