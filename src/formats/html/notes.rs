//! Owns footnotes: which anchors refer to a note and which elements are the notes. It refuses to
//! call a link a note unless both ends are in the article.

use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeId, NodeRef};

use crate::article::{Inline, Text};
use crate::formats::dates::{self, Reading};

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

/// The longest note that is brought back, in bytes of markup.
const LONGEST: usize = 8000;
/// Elements looked at that may be such a note, at most.
const MOST_HOLDERS: usize = 5000;
/// Notes brought back at most.
const MOST: usize = 500;

/// Puts the notes that `tree` calls, but `doc` keeps elsewhere, at the end of `tree`: what finds the article
/// in a page often takes them for its foot.
pub(super) fn bring_back(doc: &Document, tree: &Document) {
    let root = tree.root();
    let anchors = root.descendants_it().filter(|node| node.has_name("a"));
    let called: Vec<String> = anchors.filter_map(|anchor| Some(reference(&anchor)?.1)).take(MOST).collect();
    if called.is_empty() {
        return;
    }
    let here = named_places(&root);
    let mut known = HashSet::new();
    let lost = called.into_iter().filter(|name| !here.contains_key(name) && known.insert(name.clone()));
    let lost: Vec<String> = lost.filter(|name| is_plain(name)).collect();
    if lost.is_empty() {
        return;
    }
    let places = named_places(&doc.root());
    let kept: HashMap<String, NodeRef<'_>> = root
        .descendants_it()
        .filter(is_holder)
        .take(MOST_HOLDERS)
        .map(|node| (spaced(&node), node))
        .collect();
    let mut notes = String::new();
    let mut written = HashSet::new();
    for name in lost {
        let Some(named) = places.get(&name) else { continue };
        // Of a note that was kept, the empty anchor that named it may be gone.
        if let Some(note) = holder(named).and_then(|note| kept.get(&spaced(&note))) {
            if note.attr("id").is_none() {
                note.set_attr("id", &name);
            }
        } else if let Some(words) = markup(named, &mut written).filter(|words| words.len() <= LONGEST) {
            notes.extend(["<li id=\"", &name, "\">", &words, "</li>"]);
        }
    }
    if !notes.is_empty() {
        root.append_html(format!("<ol>{notes}</ol>"));
    }
}

/// Says whether an element may be a note that is brought back, without writing it out.
fn is_short(node: &NodeRef<'_>) -> bool {
    let mut left = LONGEST;
    node.descendants_it().all(|inner| {
        let takes = 1 + if inner.is_text() { inner.text().len() } else { 0 };
        left = left.saturating_sub(takes);
        left > 0
    })
}

/// Returns the first words of an element, one space between each two.
fn spaced(node: &NodeRef<'_>) -> String {
    let mut out = String::new();
    for text in node.descendants_it().filter(NodeRef::is_text) {
        for word in text.text().split_whitespace() {
            out.extend([word, " "]);
        }
        if out.len() > LONGEST {
            break;
        }
    }
    out
}

/// Says whether a name can be written into an attribute as it is.
fn is_plain(name: &str) -> bool {
    name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
}

/// Returns the markup of the note that carries a name: the whole of its holder, unless that was written before,
/// or what stands under the heading that names it.
fn markup(named: &NodeRef<'_>, written: &mut HashSet<NodeId>) -> Option<String> {
    let is_heading =
        |node: &NodeRef<'_>| ["h3", "h4", "h5", "h6", "dt"].iter().any(|name| node.has_name(name));
    if let Some(heading) =
        named.ancestors_it(Some(2)).find(is_heading).or_else(|| Some(*named).filter(is_heading))
    {
        let mut under = String::new();
        let mut next = heading.next_element_sibling();
        while let Some(node) =
            next.filter(|node| !is_heading(node) && under.len() <= LONGEST && is_short(node))
        {
            under.push_str(&node.html());
            next = node.next_element_sibling();
        }
        return Some(under).filter(|under| !under.is_empty());
    }
    let note = holder(named).filter(|note| written.insert(note.id) && is_short(note))?;
    Some(note.inner_html().to_string())
}

/// Takes the mark a page puts in front of a note off its words: its number, the way back.
pub(super) fn drop_mark(runs: &mut [Inline], number: u32) {
    let Some(first) = runs.iter_mut().find(|run| !run.text.trim().is_empty()) else { return };
    let bare = first.text.trim_start().trim_start_matches(['^', '↑']).trim_start();
    let after = bare.strip_prefix(&number.to_string()).unwrap_or_default();
    let rest = after.trim_start_matches(['.', ')', ']', ':']);
    // A figure without a sign is the first word of the note where the sentence goes on, or a day with it.
    let is_word = || {
        let begins_a_day = dates::find(bare, Reading::default()).is_some_and(|(day, _)| day.start == 0);
        rest.len() == after.len() && (rest.trim_start().starts_with(char::is_lowercase) || begins_a_day)
    };
    let is_mark = rest.starts_with([' ', '\u{a0}']) && !is_word();
    let bare = if is_mark { rest.trim_start() } else { bare };
    if bare.len() < first.text.len() {
        first.text = Text::new(bare);
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

fn is_holder(node: &NodeRef<'_>) -> bool {
    HOLDERS.iter().any(|name| node.has_name(name))
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
    if is_holder(named) {
        return Some(*named);
    }
    let inline = ["a", "sup", "span"].iter().any(|name| named.has_name(name));
    if !inline {
        return None;
    }
    named.ancestors_it(Some(4)).find(is_holder)
}
