//! Owns the headline where a body repeats it, and the kicker above it. It refuses to drop a crosshead that shares
//! nothing with what the page calls itself.

use dom_query::{Document, NodeRef};

use super::metadata::{Page, is_like};
use crate::article::letters::bare;
use crate::article::measure::is_ideograph;
use crate::article::{Article, Block, Inline, Text, body::words};

/// Blocks at the start of a body among which the headline stands.
const FIRST: usize = 4;
/// The longest kicker before a headline, in letters; the longest on a line of its own, in characters.
const LONGEST: usize = 60;
const LONGEST_LINE: usize = 40;
/// The shortest word that two headlines share, and how much of it has to be the same, in characters.
const WORD: usize = 4;
const STEM: usize = 5;
/// The words that two headlines of one article share, at least, and in hundredths of those of the shorter.
const SHARED: usize = 2;
const SHARE: usize = 33;
/// The longest heading that is put back, in characters.
const LONGEST_HEADING: usize = 200;
/// Elements called a kicker that are looked into.
const CALLED: usize = 50;
/// Words of a class that name a kicker.
const KICKERS: &[&str] = &[
    "kicker",
    "eyebrow",
    "overline",
    "topline",
    "roofline",
    "dachzeile",
    "surtitre",
    "antetitulo",
    "occhiello",
    "pretitle",
    "supertitle",
    "overtitle",
];

/// Takes the headline out of the body, and the kicker before it.
pub(super) fn take(page: &Page<'_>, doc: &Document, article: &mut Article) {
    let Some(headline) = article.headline.clone() else { return };
    let bare_headline = bare(&headline);
    let says = |block: &Block| match block {
        Block::Crosshead { text, .. } => repeats(&bare(&words(text)), &bare_headline),
        Block::Paragraph(text) => bare(&words(text)) == bare_headline,
        _ => false,
    };
    let mut found = false;
    while let Some(at) = article.body.iter().take(FIRST).position(says) {
        take_with_kicker(article, at);
        found = true;
    }
    if !found && let Some(at) = shown(page, article, &headline) {
        take_with_kicker(article, at);
    }
    if article.body.first().is_some_and(|first| is_kicker(first) && is_called_kicker(doc, first)) {
        article.body.remove(0);
    }
}

/// Puts the only top heading back over the body where it says something other than the headline, and the page calls
/// itself nothing but what its window shows: both are the writer's words then.
pub(super) fn bring_back(page: &Page<'_>, article: &mut Article) {
    let Some(headline) = article.headline.as_deref().filter(|_| page.is_named_by_its_window()) else {
        return;
    };
    let (tops, title) = (page.top_headings(), stems(headline));
    let [only] = tops.as_slice() else { return };
    let own = bare(only);
    let says = |block: &Block| line_of(block).is_some_and(|line| bare(&line) == own);
    if own == bare(headline)
        || only.chars().count() > LONGEST_HEADING
        || !stems(only).iter().any(|word| title.contains(word))
        || page.is_house(only)
        || article.body.is_empty()
        || article.body.iter().take(FIRST).any(says)
    {
        return;
    }
    let head = Block::Crosshead { level: 2, text: vec![Inline::plain(only.clone())] };
    article.body.insert(0, head);
}

fn take_with_kicker(article: &mut Article, at: usize) {
    article.body.remove(at);
    if article.body.iter().take(at).all(is_kicker) {
        article.body.drain(..at);
    }
}

/// Says whether a crosshead is the headline, or the headline behind its kicker.
fn repeats(crosshead: &str, headline: &str) -> bool {
    let kicker = crosshead.strip_suffix(headline);
    kicker.is_some_and(|kicker| kicker.is_empty() || headline.len() >= 20 && kicker.len() <= LONGEST)
}

/// Finds the headline as the page shows it, where the article goes by another name: the first heading in front of
/// the text, unless the page shows a top heading elsewhere.
fn shown(page: &Page<'_>, article: &Article, headline: &str) -> Option<usize> {
    let (at, block) = article
        .body
        .iter()
        .enumerate()
        .take(FIRST)
        .find(|(_, block)| !is_kicker(block) || is_heading(block))?;
    let line = line_of(block).filter(|_| is_heading(block))?;
    is_headline(page, &line, headline).then_some(at)
}

/// Says whether a heading of the page is the headline of an article that goes by another: no top heading shows that.
pub(super) fn is_headline(page: &Page<'_>, heading: &str, headline: &str) -> bool {
    let is_elsewhere = |top: &Text| bare(top) != bare(heading) && is_like(top, headline);
    shares(heading, headline) && !page.top_headings().iter().any(is_elsewhere)
}

/// Says whether two headlines may be those of one article.
fn shares(one: &str, other: &str) -> bool {
    let (one, other) = (stems(one), stems(other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    shared >= SHARED && shared * 100 >= one.len().min(other.len()) * SHARE
}

/// Returns the beginnings of the longer words of a headline, of ideographs each.
fn stems(line: &str) -> Vec<String> {
    let lower = line.to_lowercase();
    if lower.chars().any(is_ideograph) {
        return lower.chars().filter(|c| c.is_alphanumeric()).map(String::from).collect();
    }
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= WORD);
    words.map(|word| word.chars().take(STEM).collect()).collect()
}

/// Says whether an element of the page with the words of a block says that it is a kicker.
fn is_called_kicker(doc: &Document, block: &Block) -> bool {
    let Some(line) = line_of(block).map(|line| bare(&line)) else { return false };
    let is_called = |node: &NodeRef<'_>| {
        let class = node.class().unwrap_or_default().to_ascii_lowercase();
        KICKERS.iter().any(|word| class.contains(word))
    };
    let root = doc.root();
    let called = root.descendants_it().filter(NodeRef::is_element).filter(is_called);
    called.take(CALLED).any(|node| bare(&node.text()) == line)
}

fn is_heading(block: &Block) -> bool {
    matches!(block, Block::Crosshead { .. })
}

/// Says whether a block is a line such as stands above a headline.
fn is_kicker(block: &Block) -> bool {
    line_of(block).is_some_and(|line| {
        line.chars().count() <= LONGEST_LINE
            && !line.trim_end().ends_with(['.', '!', '?', ':', '…', '"', '”'])
    })
}

fn line_of(block: &Block) -> Option<Text> {
    match block {
        Block::Paragraph(text) | Block::Crosshead { text, .. } => Text::some_line(&words(text)),
        _ => None,
    }
}
