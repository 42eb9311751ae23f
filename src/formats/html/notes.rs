//! Owns footnotes: which anchors refer to a note and which elements are the notes. It refuses to
//! call a link a note unless both ends are in the article.

use std::collections::HashMap;

use dom_query::{NodeId, NodeRef};

/// The notes of an article, by the nodes at both ends.
#[derive(Debug, Default)]
pub(super) struct Notes {
    references: HashMap<NodeId, u32>,
    definitions: HashMap<NodeId, u32>,
}

/// Elements that can be a whole note.
const HOLDERS: &[&str] = &["li", "p", "div", "aside", "dd", "td", "section"];

impl Notes {
    /// Looks for notes under `root`.
    pub(super) fn find(root: &NodeRef<'_>) -> Self {
        let mut notes = Self::default();
        let anchors: Vec<NodeRef<'_>> = root.descendants_it().filter(|n| n.has_name("a")).collect();
        let wanted: Vec<(NodeRef<'_>, String)> = anchors.iter().filter_map(reference).collect();
        if wanted.is_empty() {
            return notes;
        }
        let places = named_places(root);
        let order: HashMap<NodeId, usize> =
            root.descendants_it().enumerate().map(|(i, n)| (n.id, i)).collect();
        for (anchor, name) in wanted {
            let Some(holder) = places.get(&name).and_then(holder) else { continue };
            let (here, there) = (order.get(&anchor.id), order.get(&holder.id));
            if here >= there || anchor.ancestors_it(None).any(|n| n.id == holder.id) {
                continue;
            }
            let next = u32::try_from(notes.definitions.len() + 1).unwrap_or(u32::MAX);
            let number = *notes.definitions.entry(holder.id).or_insert(next);
            notes.references.insert(anchor.id, number);
        }
        notes
    }

    /// Returns the number of the note an anchor refers to.
    pub(super) fn referred_by(&self, anchor: &NodeRef<'_>) -> Option<u32> {
        self.references.get(&anchor.id).copied()
    }

    /// Returns the number of the note an element is.
    pub(super) fn defined_by(&self, node: &NodeRef<'_>) -> Option<u32> {
        self.definitions.get(&node.id).copied()
    }
}

/// Returns the name an anchor points at, if it looks like the mark of a note.
fn reference<'a>(anchor: &NodeRef<'a>) -> Option<(NodeRef<'a>, String)> {
    let href = anchor.attr("href")?;
    let name = href.rsplit_once('#')?.1.to_owned();
    let words = anchor.text();
    let mark = words.trim().trim_matches(['[', ']', '(', ')', '.']);
    let short = !mark.is_empty()
        && mark.chars().count() <= 4
        && mark.chars().all(|c| c.is_ascii_digit() || "*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰".contains(c) || c.is_ascii_lowercase());
    let raised = anchor.ancestors_it(Some(2)).any(|n| n.has_name("sup"))
        || anchor.descendants_it().any(|n| n.has_name("sup"))
        || words.trim().starts_with('[')
        || anchor.parent().is_some_and(|n| n.has_name("cite"))
        || says_note(anchor);
    (short && raised && !name.is_empty()).then_some((*anchor, name))
}

/// Says whether an anchor inside a note only leads back to where it was called.
pub(super) fn leads_back(anchor: &NodeRef<'_>) -> bool {
    if !anchor.attr("href").is_some_and(|href| href.contains('#')) {
        return false;
    }
    let words = anchor.text();
    let class = anchor.class().unwrap_or_default();
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    class.contains("backref") || class.contains("backlink") || (letters <= 1 && words.chars().count() <= 8)
}

fn says_note(anchor: &NodeRef<'_>) -> bool {
    let role = anchor.attr("role").or_else(|| anchor.attr("epub:type")).unwrap_or_default();
    let class = anchor.class().unwrap_or_default().to_ascii_lowercase();
    role.contains("noteref") || class.contains("footnote") || class.contains("noteref")
}

/// Returns the elements that carry a name, first come first.
fn named_places<'a>(root: &NodeRef<'a>) -> HashMap<String, NodeRef<'a>> {
    let mut places = HashMap::new();
    for node in root.descendants_it().filter(NodeRef::is_element) {
        for name in [node.attr("id"), node.attr("name")].into_iter().flatten() {
            places.entry(name.to_string()).or_insert(node);
        }
    }
    places
}

/// Returns the whole note around the element that carries its name.
fn holder<'a>(named: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let is_holder = |n: &NodeRef<'a>| HOLDERS.iter().any(|name| n.has_name(name));
    if is_holder(named) {
        return Some(*named);
    }
    let inline = ["a", "sup", "span"].iter().any(|name| named.has_name(name));
    if !inline {
        return None;
    }
    named.ancestors_it(Some(4)).find(is_holder)
}
