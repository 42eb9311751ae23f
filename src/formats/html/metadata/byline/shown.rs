//! Owns finding the byline that a page shows: the element that says it is one, a link to an author's page. It
//! refuses to weigh it against what the head of the page says.

use dom_query::NodeRef;

use super::elsewhere::{Around, in_frame, in_teaser, low, of_picture};
use super::{Page, label, names, signed};
use crate::article::Text;
use crate::formats::byline::is_name_word;
use crate::formats::fold::bare;

/// Elements looked at that may be a byline.
const CANDIDATES: usize = 500;
/// Bytes of an element's words read, about; a byline has fewer.
pub(super) const WORDS: usize = 1000;
/// Bytes of a byline with what may stand beside the names in it.
const BYLINE: usize = 300;
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
    "/editors/",
    "/signataires/",
];

/// Words of a class for who wrote an article, in several languages.
const SIGNERS: &[&str] = &[
    "autor",
    "autores",
    "autore",
    "autori",
    "autorzy",
    "auteur",
    "auteurs",
    "firma",
    "firmas",
    "signature",
    "contributor",
    "contributors",
    "writer",
    "writers",
    "reporter",
    "reporters",
    "journalist",
    "columnist",
    "verfasser",
    "redakteur",
    "skribent",
    "forfatter",
    "kirjoittaja",
    "penulis",
    "yazar",
    "muhabir",
    "szerzo",
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
        .map(|n| names::shown(&words_of(&n)))
        .find(|found| !found.is_empty());
    linked
        .or_else(|| signed::under_the_headline(page))
        .or_else(|| signed::labelled(page, &around))
        .or_else(|| classed_abroad(page, &around))
        .or_else(|| signed::linked(page))
        .unwrap_or_default()
}

/// Returns the whole names in the first element whose class is a word for an author or his signature, which may
/// be the name of other things too.
fn classed_abroad(page: &Page<'_>, around: &Around) -> Option<Vec<Text>> {
    let root = page.doc.root();
    let says = |node: &NodeRef<'_>| {
        let class = low(&node.class().unwrap_or_default());
        class.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| SIGNERS.contains(&word))
    };
    let classed = root.descendants_it().filter(|n| n.is_element() && says(n)).take(CANDIDATES);
    let classed = classed.filter(|n| !around.leaves_out(n) && !in_teaser(page, n) && !in_frame(n));
    let mut named = classed.map(|node| names::shown(&name_in(&node)));
    named.find(|names| !names.is_empty() && names.iter().all(|name| is_whole(name)))
}

/// Returns the names in the first element that says it is a byline, and in those of its kind close to it.
pub(super) fn marked(page: &Page<'_>, around: &Around) -> Option<Vec<Text>> {
    let root = page.doc.root();
    let marked = root.descendants_it().filter(|n| n.is_element() && says_byline(n)).take(CANDIDATES);
    marked.filter(|n| !around.leaves_out(n) && !in_teaser(page, n) && !of_picture(n)).find_map(|node| {
        let first = names::shown(&name_in(&node));
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
    for other in beside.take(names::MOST).flat_map(|n| names::shown(&name_in(&n))) {
        if found.len() < names::MOST && !found.contains(&other) {
            found.push(other);
        }
    }
    found
}

/// Returns the names of those who wrote the article out of a line that is nothing but whole names.
pub(in crate::formats::html) fn whole_names(line: &str) -> Option<Vec<Text>> {
    let names = names::read(&[line.to_owned()], true);
    let long: usize = names.iter().map(|name| bare(name).len()).sum();
    let are_all = long == bare(line).len() && names.iter().all(|name| is_whole(name));
    (are_all && !names.is_empty()).then_some(names)
}

fn name_in(node: &NodeRef<'_>) -> String {
    said_names(node)
        .or_else(|| called(node))
        .or_else(|| listed(node))
        .or_else(|| in_links(node))
        .or_else(|| in_line(node))
        .unwrap_or_else(|| words_of(node))
}

/// Returns the names in the first property of an element that says it holds one, and in those side by side with it;
/// others further in may be those of houses.
fn said_names(node: &NodeRef<'_>) -> Option<String> {
    let is_name = |n: &NodeRef<'_>| n.attr("itemprop").is_some_and(|p| &*p == "name");
    let first = node.descendants_it().find(is_name)?;
    let said = |named: &NodeRef<'_>| match named.attr("content") {
        Some(name) if named.has_name("meta") => name.to_string(),
        _ => words_of(named),
    };
    let more = std::iter::successors(first.next_sibling(), NodeRef::next_sibling).filter(is_name);
    let names = std::iter::once(first).chain(more).take(names::MOST);
    Some(names.map(|named| said(&named)).collect::<Vec<_>>().join(", "))
}

/// Returns the whole names in the links inside a byline that say they lead to an author.
fn in_links(node: &NodeRef<'_>) -> Option<String> {
    if !is_short(node) {
        return None;
    }
    let links = node.descendants_it().filter(is_rel_author).take(names::MOST);
    let lines: Vec<String> = links.map(|n| words_of(&n)).filter(|line| is_whole(line)).collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}

/// Returns the name on the first line inside a byline, where it is a whole one behind "by" and other lines follow:
/// those of the house and the day.
fn in_line(node: &NodeRef<'_>) -> Option<String> {
    let lines = node.element_children();
    let first =
        lines.first().filter(|line| lines.len() > 1 && (line.has_name("div") || line.has_name("p")))?;
    let line = words_of(first);
    let (by, name) = line.trim().split_once(char::is_whitespace)?;
    (label::is_by(by) && is_whole(name)).then(|| name.trim().to_owned())
}

/// Returns the names in the elements inside another whose class says that a name is all they hold.
fn called(node: &NodeRef<'_>) -> Option<String> {
    if !is_short(node) {
        return None;
    }
    let named = node.descendants_it().filter(|n| n.is_element() && says_name(n)).take(names::MOST);
    let mut lines: Vec<String> = named.map(|n| words_of(&n)).filter(|line| is_whole(line)).collect();
    lines.dedup();
    (!lines.is_empty()).then(|| lines.join(", "))
}

/// Says whether an element has no more words than a byline, however they are spaced.
fn is_short(node: &NodeRef<'_>) -> bool {
    words_of(node).split_whitespace().map(|word| word.len() + 1).sum::<usize>() <= BYLINE
}

fn says_name(node: &NodeRef<'_>) -> bool {
    node.class().is_some_and(|class| {
        let class = low(&class);
        class
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| matches!(word, "name" | "fn" | "fullname"))
    })
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
    (2..=4).contains(&line.split_whitespace().count()) && line.split_whitespace().all(is_name_word)
}

/// Returns the words of an element, those of each element in it apart from the next; of a long one the first,
/// which are too many for a byline.
pub(super) fn words_of(node: &NodeRef<'_>) -> String {
    let mut words = String::new();
    for text in node.descendants_it() {
        if text.has_name("br") && !words.trim().is_empty() {
            words.push_str(" | ");
        }
        if !text.is_text() {
            continue;
        }
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
