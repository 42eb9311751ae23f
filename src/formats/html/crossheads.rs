//! Owns making headings of the elements that only their class or role calls so, before the article is looked for.
//! It refuses the front of a page, where such a line is the standfirst, and what stands beside the article.

use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::{Document, NodeRef};

use super::extract::letters;

/// Words of a class that name a crosshead.
static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("crossheads.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});
/// Two words that only side by side name one.
const PARTS: &[&str] =
    &["section", "paragraph", "chapter", "block", "sub", "inter", "zwischen", "cross", "mid"];
const TITLES: &[&str] = &["title", "heading", "header", "head", "headline", "titel", "titre", "rubrik"];
/// Elements that may be called so.
const ELEMENTS: &[&str] = &["p", "div", "span", "strong", "b"];
/// Elements in which no crosshead of the article stands.
const AROUND: &[&str] = &[
    "aside",
    "nav",
    "footer",
    "header",
    "figure",
    "figcaption",
    "blockquote",
    "li",
    "table",
    "form",
    "button",
    "a",
];
/// Elements that no crosshead holds.
const WITHIN: &[&str] = &[
    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "figure", "img", "table", "form", "div", "section",
    "time", "br",
];
/// The longest crosshead, in characters, and the bytes of a class looked at.
const LONGEST: usize = 110;
const NAMED: usize = 300;
/// Characters of a paragraph that shows that the article is under way, and of what stands under a crosshead.
const PROSE: usize = 80;
const UNDER: usize = 40;
/// Elements around a crosshead behind which the article may go on.
const CLIMB: usize = 3;

/// Makes headings of such elements.
pub(super) fn raise(doc: &Document) {
    let root = doc.root();
    let mut under_way = false;
    let mut found = Vec::new();
    for node in root.descendants_it().filter(NodeRef::is_element) {
        let name = node.node_name().unwrap_or_default();
        if !ELEMENTS.contains(&&*name) {
            continue;
        }
        if let Some(level) = level(&node, under_way)
            && is_crosshead(&node)
        {
            found.push((holder(node), level));
        } else if !under_way && &*name == "p" {
            under_way = letters(&node) >= PROSE;
        }
    }
    for (node, level) in found {
        node.rename(level);
    }
}

/// Returns the heading an element says it is.
fn level(node: &NodeRef<'_>, under_way: bool) -> Option<&'static str> {
    if node.attr("role").is_some_and(|role| &*role == "heading") {
        let level = node.attr("aria-level").and_then(|level| level.trim().parse::<u8>().ok());
        return Some(match level.unwrap_or(2) {
            0..=2 => "h2",
            3 => "h3",
            _ => "h4",
        });
    }
    (under_way && says_crosshead(node)).then_some("h3")
}

fn says_crosshead(node: &NodeRef<'_>) -> bool {
    let Some(class) = node.class().filter(|class| class.len() <= NAMED) else { return false };
    let class = class.to_lowercase();
    let mut before = "";
    class.split(|c: char| !c.is_alphanumeric()).any(|word| {
        let pair = PARTS.contains(&before) && TITLES.contains(&word);
        before = word;
        pair || NAMES.contains(word)
    })
}

/// Says whether an element has the shape and the place of a crosshead.
fn is_crosshead(node: &NodeRef<'_>) -> bool {
    let text = node.text();
    let line = text.trim();
    let long = line.chars().take(LONGEST + 1).count();
    let shaped = (2..=LONGEST).contains(&long)
        && line.chars().any(char::is_alphabetic)
        && !line.ends_with(['.', ',', ';'])
        && !node.descendants_it().any(|inner| WITHIN.iter().any(|name| inner.has_name(name)));
    shaped
        && !is_linked(node, line)
        && stands_alone(node)
        && !node.ancestors_it(None).any(|n| AROUND.iter().any(|name| n.has_name(name)))
        && goes_on(node)
}

fn is_linked(node: &NodeRef<'_>, line: &str) -> bool {
    let links = node.descendants_it().filter(|inner| inner.has_name("a"));
    links.map(|link| link.text().trim().len()).sum::<usize>() * 2 > line.len()
}

/// Says whether an element that stands in lines has a line for itself.
fn stands_alone(node: &NodeRef<'_>) -> bool {
    let in_line = ["span", "strong", "b"].iter().any(|name| node.has_name(name));
    let is_words = |n: &NodeRef<'_>| n.is_text() && !n.text().trim().is_empty();
    !in_line || ![node.prev_sibling(), node.next_sibling()].iter().flatten().any(is_words)
}

/// Returns the paragraph that holds nothing but the element, else the element.
fn holder(node: NodeRef<'_>) -> NodeRef<'_> {
    let words = |n: &NodeRef<'_>| n.text().trim().len();
    node.parent().filter(|outer| outer.has_name("p") && words(outer) == words(&node)).unwrap_or(node)
}

/// Says whether the article goes on behind an element.
fn goes_on(node: &NodeRef<'_>) -> bool {
    let around = std::iter::once(*node).chain(node.ancestors_it(Some(CLIMB)));
    let mut next =
        around.map_while(|n| if n.has_name("body") { None } else { Some(n.next_element_sibling()) });
    next.find_map(|next| next).is_some_and(|next| letters(&next) >= UNDER)
}
