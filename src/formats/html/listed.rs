//! Owns lists of sources that only the name of their class gives away: they get the heading a reader would
//! expect. It refuses lists of notes that are called from the text, and long paragraphs.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};

use crate::formats::sources;

/// Words of a class or id that name a list of sources.
const NAMES: &[&str] = &[
    "references",
    "reference-list",
    "sources",
    "source-list",
    "bibliography",
    "works-cited",
    "citations",
    "quellen",
    "fuentes",
    "fonti",
];
/// The longest entry, in bytes.
const LONGEST: usize = 600;
/// The longest label of a list that can be folded away, in bytes.
const LONGEST_LABEL: usize = 60;
/// Lists that are given a heading.
const MOST: usize = 20;

/// Puts a heading in front of the lists of sources under the root of `tree` that have none.
pub(super) fn head(tree: &Document) {
    let root = tree.root();
    let folded: Vec<NodeRef<'_>> =
        root.descendants_it().filter(|node| node.has_name("summary")).take(MOST).collect();
    for summary in folded {
        let words = summary.text();
        if words.len() <= LONGEST_LABEL && sources::is_label(&words) {
            summary.rename("h3");
        }
    }
    let named: Vec<NodeRef<'_>> = root.descendants_it().filter(is_named).take(MOST).collect();
    if named.is_empty() {
        return;
    }
    let called: HashSet<String> = root
        .descendants_it()
        .filter(|node| node.has_name("a"))
        .filter_map(|node| node.attr("href")?.strip_prefix('#').map(str::to_owned))
        .collect();
    for list in named.iter().filter(|list| !is_headed(list) && holds_entries(list, &called)) {
        list.before_html("<h2>Sources</h2>");
    }
}

fn is_named(node: &NodeRef<'_>) -> bool {
    let holder = ["ol", "ul", "div", "section", "aside"].iter().any(|name| node.has_name(name));
    let is = |value: &str| value.to_ascii_lowercase().split_whitespace().any(|word| NAMES.contains(&word));
    holder && (node.class().is_some_and(|class| is(&class)) || node.attr("id").is_some_and(|id| is(&id)))
}

/// Says whether a list has a heading: in itself, or right before it or what it stands in.
fn is_headed(list: &NodeRef<'_>) -> bool {
    let heads = |node: &NodeRef<'_>| {
        ["h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"].iter().any(|name| node.has_name(name))
            || sources::is_label(&node.text())
    };
    let before = |node: &NodeRef<'_>| node.prev_element_sibling().is_some_and(|n| heads(&n));
    list.descendants_it()
        .filter(|node| !node.has_name("li") && !node.has_name("div"))
        .filter(NodeRef::is_element)
        .any(|node| heads(&node))
        || before(list)
        || list.parent().is_some_and(|parent| list.prev_element_sibling().is_none() && before(&parent))
}

/// Says whether a list holds short entries, none of which is a note that the text calls.
fn holds_entries(list: &NodeRef<'_>, called: &HashSet<String>) -> bool {
    let is_list = list.has_name("ol") || list.has_name("ul");
    let entries: Vec<NodeRef<'_>> =
        list.descendants_it().filter(|node| node.has_name("li") || !is_list && node.has_name("p")).collect();
    let is_called = |node: &NodeRef<'_>| node.attr("id").is_some_and(|id| called.contains(id.as_ref()));
    let has_called = list.descendants_it().filter(NodeRef::is_element).any(|node| is_called(&node));
    !entries.is_empty() && !has_called && entries.iter().all(|entry| entry.text().len() <= LONGEST)
}
