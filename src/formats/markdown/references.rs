//! Owns lists of sources as Markdown writes them outside lists: lines right under a label, and definitions
//! of links. It refuses to read other definitions: those are links.

use std::borrow::Cow;

use crate::article::{Article, Block, Text, body::words};
use crate::formats::dates::Reading;
use crate::formats::sources;

/// The longest label, in bytes.
const LONGEST_LABEL: usize = 100;
/// Definitions read of one file.
const MOST: usize = 2000;

/// Sets the lines right under a label apart from it and from one another; Markdown would join them.
pub(super) fn apart(text: &str) -> Cow<'_, str> {
    if !text.lines().any(may_be_label) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 64);
    let (mut listed, mut fenced) = (false, false);
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let bare = line.trim_end();
        fenced ^= bare.trim_start().starts_with("```") || bare.trim_start().starts_with("~~~");
        listed &= !bare.is_empty();
        if listed {
            out.push_str(bare);
            out.push_str("  \n");
            continue;
        }
        out.push_str(line);
        let under = lines.peek().map_or("", |next| next.trim());
        let opens = |c: char| matches!(c, '-' | '*' | '+' | '#' | '>' | '|' | '`' | '<' | '=');
        if !fenced
            && may_be_label(bare)
            && !under.is_empty()
            && !under.starts_with(opens)
            && sources::is_label(bare)
        {
            out.push('\n');
            listed = true;
        }
    }
    Cow::Owned(out)
}

/// Makes a heading of the words of HTML that fold away a list of sources, `<summary>Sources</summary>`.
pub(super) fn headed(html: &str) -> Cow<'_, str> {
    let (open, close) = ("<summary>", "</summary>");
    let Some((before, rest)) = html.split_once(open) else { return Cow::Borrowed(html) };
    let Some((label, after)) = rest.split_once(close) else { return Cow::Borrowed(html) };
    let bare = label.replace("<b>", "").replace("</b>", "").replace("<strong>", "").replace("</strong>", "");
    if label.len() > LONGEST_LABEL || !sources::is_label(bare.trim()) {
        return Cow::Borrowed(html);
    }
    Cow::Owned([before, "<h3>", bare.trim(), "</h3>", after].concat())
}

fn may_be_label(line: &str) -> bool {
    let line = line.trim_end();
    line.len() <= LONGEST_LABEL && line.ends_with([':', '：', '*', '_']) && !line.starts_with('#')
}

/// Makes sources of the definitions under a label with nothing else beneath (`[1]: https://… "Title"`),
/// and takes the label out of the body.
pub(super) fn take(text: &str, article: &mut Article) {
    let Some(Block::Crosshead { text: label, .. } | Block::Paragraph(label)) = article.body.last() else {
        return;
    };
    if !sources::is_label(&words(label)) {
        return;
    }
    let mut under: Vec<&str> = text.lines().rev().take_while(|line| !sources::is_label(line)).collect();
    under.reverse();
    let reading = Reading { language: article.language, ..Reading::default() };
    let found: Vec<_> = under.into_iter().filter_map(definition).take(MOST).collect();
    if found.is_empty() {
        return;
    }
    for (name, url, title) in found {
        let number = u32::try_from(article.sources.len() + 1).unwrap_or(u32::MAX);
        let named = name.chars().any(char::is_alphabetic).then_some(name);
        let words = title.or(named).unwrap_or_default();
        let line = sources::linked(["", words, ""], url, number, reading);
        let raw = Text::line(&format!("[{name}]: {url} {words}"));
        article.sources.push(crate::article::Source { raw, ..line });
    }
    article.body.pop();
}

/// Reads `[name]: url "title"`.
fn definition(line: &str) -> Option<(&str, &str, Option<&str>)> {
    let (name, rest) = line.trim().strip_prefix('[')?.split_once("]:")?;
    let rest = rest.trim();
    let (url, title) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let title = title.trim().trim_matches(['"', '\'', '(', ')']);
    let url = url.trim_matches(['<', '>']);
    (!name.starts_with('^') && url.contains("://")).then_some((
        name,
        url,
        Some(title).filter(|title| !title.is_empty()),
    ))
}
