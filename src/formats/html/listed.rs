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
/// The longest entry with its markup, in bytes.
const LONGEST_MARKUP: usize = 4000;
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
    level(&root);
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

/// Turns the definitions and tables that stand right under a label into lists, an entry an item.
fn level(root: &NodeRef<'_>) {
    let sets = root.descendants_it().filter(|node| node.has_name("dl") || node.has_name("table"));
    let sets: Vec<NodeRef<'_>> = sets.filter(is_labelled).take(MOST).collect();
    for set in sets {
        let items = if set.has_name("dl") { definitions(&set) } else { rows(&set) };
        if items.iter().all(|item| item.len() <= LONGEST_MARKUP) && !items.is_empty() {
            let items: Vec<String> = items.into_iter().map(|item| format!("<li>{item}</li>")).collect();
            set.replace_with_html(format!("<ul>{}</ul>", items.concat()));
        }
    }
}

/// Says whether the element right before `node` is the label of a list of sources.
fn is_labelled(node: &NodeRef<'_>) -> bool {
    let before = node.prev_element_sibling();
    before.is_some_and(|label| label.text().len() <= LONGEST_LABEL && sources::is_label(&label.text()))
}

/// The entries of a definition list: each term with what is said of it.
fn definitions(set: &NodeRef<'_>) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    let mut named = false;
    for part in set.descendants_it().filter(|node| node.has_name("dt") || node.has_name("dd")) {
        let is_term = part.has_name("dt");
        let inner = part.inner_html();
        match items.last_mut().filter(|_| !is_term) {
            Some(last) => {
                let joint = if !named {
                    ", "
                } else if last.trim_end().ends_with(':') {
                    " "
                } else {
                    ": "
                };
                last.push_str(joint);
                last.push_str(&inner);
            }
            None => items.push(inner.to_string()),
        }
        named = is_term;
    }
    items
}

/// The entries of a table: the cells of each row, but not those of its head.
fn rows(set: &NodeRef<'_>) -> Vec<String> {
    let row = |row: NodeRef<'_>| {
        let cells: Vec<String> = row
            .children_it(false)
            .filter(|cell| cell.has_name("td") && !cell.text().trim().is_empty())
            .map(|cell| cell.inner_html().to_string())
            .collect();
        let (first, rest) = cells.split_first()?;
        Some(if rest.is_empty() { first.clone() } else { format!("{first}: {}", rest.join(", ")) })
    };
    set.descendants_it().filter(|node| node.has_name("tr")).filter_map(row).collect()
}

/// Moves the lists of sources that stand in the foot of an article out of it: what is in a foot is dropped.
pub(super) fn free(doc: &Document) {
    let feet: Vec<NodeRef<'_>> =
        doc.root().descendants_it().filter(|node| node.has_name("footer")).take(MOST).collect();
    for foot in feet {
        let lists = foot.descendants_it().filter(|node| {
            ["ul", "ol", "dl", "table"].iter().any(|name| node.has_name(name)) && is_labelled(node)
        });
        let Some(list) = lists.take(1).next() else { continue };
        let Some(label) = list.prev_element_sibling() else { continue };
        let moved = format!("<h2>{}</h2>{}", escaped(&label.text()), list.html());
        label.remove_from_parent();
        list.remove_from_parent();
        match foot.prev_element_sibling().filter(|before| before.has_name("article")) {
            Some(article) => article.append_html(moved),
            None => foot.before_html(moved),
        }
    }
}

fn escaped(label: &str) -> String {
    label.replace('&', "&amp;").replace('<', "&lt;")
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
