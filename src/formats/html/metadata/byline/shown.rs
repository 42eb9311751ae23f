//! Owns finding the byline that a page shows: the element that says it is one, a link to an author's page. It
//! refuses to weigh it against what the head of the page says.

use std::collections::HashSet;

use dom_query::{NodeId, NodeRef};

use super::{Page, names, signed};
use crate::article::Text;
use crate::formats::fold::bare;
use crate::formats::text::opening;

/// Elements looked at that may be a byline.
const CANDIDATES: usize = 500;
/// Bytes of an element's words read, about; a byline has fewer.
const WORDS: usize = 1000;
/// Bytes of a class or id looked at.
const NAMED: usize = 400;
/// Letters of an article that is only a few words about one.
const TEASER: usize = 400;
/// Headlines of a page looked at.
const HEADLINES: usize = 50;
/// Folders that sites keep the pages of their authors in.
const AUTHOR_PAGES: &[&str] = &[
    "/author/",
    "/authors/",
    "/autor/",
    "/autoren/",
    "/autores/",
    "/autori/",
    "/auteur/",
    "/auteurs/",
    "/by/",
    "/profile/",
    "/profil/",
    "/newsteam/",
    "/journalist/",
    "/journalists/",
    "/reporter/",
    "/reporters/",
    "/contributor/",
    "/contributors/",
    "/columnist/",
    "/writer/",
    "/writers/",
];

/// Looks for the byline in the page itself: the first element that says it is one, and those of its
/// kind close to it; else the first link to an author's page.
pub(super) fn in_body(page: &Page<'_>) -> Vec<Text> {
    let around = Around::headlines(page);
    if let Some(found) = marked(page, &around) {
        return found;
    }
    let root = page.doc.root();
    let linked = root.descendants_it().filter(is_author_link).take(CANDIDATES);
    let linked = linked
        .filter(|n| !around.leaves_out(n) && !in_frame(n))
        .map(|n| names::read(&[words_of(&n)], true))
        .find(|found| !found.is_empty());
    linked
        .or_else(|| signed::under_the_headline(page))
        .or_else(|| signed::labelled(page, &around))
        .unwrap_or_default()
}

/// Returns the names in the first element that says it is a byline, and in those of its kind close to it.
pub(super) fn marked(page: &Page<'_>, around: &Around) -> Option<Vec<Text>> {
    let root = page.doc.root();
    let marked = root.descendants_it().filter(|n| n.is_element() && says_byline(n)).take(CANDIDATES);
    marked.filter(|n| !around.leaves_out(n) && !in_teaser(n)).find_map(|node| {
        let first = names::read(&[name_in(&node)], true);
        (!first.is_empty()).then(|| with_neighbours(&node, first))
    })
}

fn says_byline(node: &NodeRef<'_>) -> bool {
    is_marked(node) || is_rel_author(node) || is_classed(node)
}

/// Adds the names in elements of the same kind beside `node`, such as the other authors' links.
fn with_neighbours(node: &NodeRef<'_>, mut found: Vec<Text>) -> Vec<Text> {
    let Some(parent) = node.parent() else { return found };
    let name = node.node_name();
    let beside =
        parent.children_it(false).filter(|n| n.id != node.id && n.node_name() == name && says_byline(n));
    for other in beside.take(names::MOST).flat_map(|n| names::read(&[name_in(&n)], true)) {
        if found.len() < names::MOST && !found.contains(&other) {
            found.push(other);
        }
    }
    found
}

/// Says whether an element stands in a few words about another article.
fn in_teaser(node: &NodeRef<'_>) -> bool {
    let article = node.ancestors_it(None).find(|n| n.has_name("article"));
    article.is_some_and(|article| {
        article.normalized_char_count() < TEASER && !article.descendants_it().any(|n| n.has_name("h1"))
    })
}

/// Returns the names of those who wrote the article out of a line that is nothing but whole names.
pub(in crate::formats::html) fn whole_names(line: &str) -> Option<Vec<Text>> {
    let names = names::read(&[line.to_owned()], true);
    let long: usize = names.iter().map(|name| bare(name).len()).sum();
    let are_all = long == bare(line).len() && names.iter().all(|name| is_whole(name));
    (are_all && !names.is_empty()).then_some(names)
}

pub(super) fn in_frame(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).any(|n| ["nav", "aside", "footer"].iter().any(|name| n.has_name(name)))
}

fn name_in(node: &NodeRef<'_>) -> String {
    let named = node.descendants_it().find(|n| n.attr("itemprop").is_some_and(|p| &*p == "name"));
    named.map(|named| words_of(&named)).or_else(|| listed(node)).unwrap_or_else(|| words_of(node))
}

/// Returns the names in elements side by side, parted, where each has nothing but a name in it.
fn listed(node: &NodeRef<'_>) -> Option<String> {
    let mut holder = *node;
    let mut children = holder.element_children();
    while let [only] = children.as_slice() {
        holder = *only;
        children = holder.element_children();
    }
    let stray = holder.children_it(false).filter(NodeRef::is_text);
    let is_alone = stray.map(|text| text.text()).all(|text| !text.chars().any(char::is_alphanumeric));
    let lines: Vec<String> = children.iter().take(names::MOST).map(words_of).collect();
    (lines.len() > 1 && is_alone && lines.iter().all(|line| is_whole(line))).then(|| lines.join(", "))
}

/// Says whether a line is the whole name of somebody.
pub(super) fn is_whole(line: &str) -> bool {
    (2..=4).contains(&line.split_whitespace().count()) && line.split_whitespace().all(opening::is_name_word)
}

/// Returns the words of an element, those of each element in it apart from the next; of a long one the first,
/// which are too many for a byline.
pub(super) fn words_of(node: &NodeRef<'_>) -> String {
    let mut words = String::new();
    for text in node.descendants_it().filter(NodeRef::is_text) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&text.text());
        if words.len() > WORDS {
            break;
        }
    }
    words
}

fn is_marked(node: &NodeRef<'_>) -> bool {
    node.attr("itemprop").is_some_and(|p| p.split_whitespace().any(|p| p == "author"))
        && !node.has_name("meta")
}

fn is_rel_author(node: &NodeRef<'_>) -> bool {
    node.has_name("a") && node.attr("rel").is_some_and(|r| r.split_whitespace().any(|r| r == "author"))
}

fn is_author_link(node: &NodeRef<'_>) -> bool {
    node.has_name("a")
        && node.attr("href").is_some_and(|href| AUTHOR_PAGES.iter().any(|place| href.contains(place)))
}

fn is_classed(node: &NodeRef<'_>) -> bool {
    let class = low(&node.class().unwrap_or_default());
    let id = low(&node.id_attr().unwrap_or_default());
    let test = low(&node.attr("data-testid").unwrap_or_default());
    let says = |word: &str| class.contains(word) || id.contains(word) || test.contains(word);
    says("byline") || says("p-author") || says("author") || says("writtenby") || says("vcard")
}

/// Returns the beginning of a class or id in small letters.
fn low(name: &str) -> String {
    name.get(..name.floor_char_boundary(NAMED)).unwrap_or(name).to_ascii_lowercase()
}

/// The elements around the headlines of a page: whatever they are called, the article is in them.
pub(super) struct Around(HashSet<NodeId>);

impl Around {
    pub(super) fn headlines(page: &Page<'_>) -> Self {
        let root = page.doc.root();
        let headlines = root.descendants_it().filter(|node| node.has_name("h1")).take(HEADLINES);
        let mut around = HashSet::new();
        for headline in headlines {
            around.extend(headline.ancestors_it(None).map(|node| node.id));
        }
        Self(around)
    }

    /// Says whether an element stands in a part of the page that is somebody else's.
    pub(super) fn leaves_out(&self, node: &NodeRef<'_>) -> bool {
        node.ancestors_it(None).any(|n| {
            let (class, id) = (n.class().unwrap_or_default(), n.id_attr().unwrap_or_default());
            let (class, id) = (low(&class), low(&id));
            ["comment", "related", "sidebar"].iter().any(|word| class.contains(word) || id.contains(word))
                && !n.has_name("body")
                && !n.has_name("html")
                && !self.0.contains(&n.id)
        })
    }
}
