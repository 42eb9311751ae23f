//! Owns the elements in the midst of a sentence: whatever a page calls them, their words belong to it. It
//! refuses to touch what stands at either end of a paragraph: that may be a button.

use dom_query::NodeRef;

/// Elements a few words of a sentence are put in.
const PHRASES: &[&str] = &[
    "span", "a", "em", "i", "b", "strong", "abbr", "u", "mark", "small", "cite", "q", "button", "font", "bdi",
];
/// Parts of a class or id by which the extractor tells what is beside an article.
const BESIDE: &[&str] = &[
    "ad-break",
    "banner",
    "combx",
    "comment",
    "community",
    "extra",
    "header",
    "legends",
    "menu",
    "pager",
    "popup",
    "related",
    "remark",
    "replies",
    "rss",
    "supplemental",
];
/// How far up the paragraph stands.
const NEAR: usize = 4;
/// How many neighbours of an element words are looked for in, on either side.
const WITHIN: usize = 32;

/// Takes the names off those of `phrases` that are in the midst of a sentence, and makes spans of the buttons
/// there, so that the extractor leaves their words where they are.
pub(super) fn keep(mut phrases: Vec<NodeRef<'_>>) {
    phrases.retain(is_in_a_sentence);
    for node in phrases {
        node.remove_attrs(&["class", "id"]);
        if node.has_name("button") {
            node.rename("span");
        }
    }
}

/// Says whether the extractor may take an element called `name` for something beside the article, or a button.
pub(super) fn is_phrase(node: &NodeRef<'_>, name: &str) -> bool {
    let named = || {
        [node.class(), node.id_attr()].into_iter().flatten().any(|names| {
            let lower = names.to_ascii_lowercase();
            BESIDE.iter().any(|word| lower.contains(word))
        })
    };
    PHRASES.contains(&name) && (name == "button" || named())
}

/// Says whether an element has words before and behind it in its paragraph.
pub(super) fn is_in_a_sentence(node: &NodeRef<'_>) -> bool {
    let inline = PHRASES.iter().any(|name| node.has_name(name));
    inline
        && node.ancestors_it(Some(NEAR)).any(|n| n.has_name("p"))
        && has_words(node, NodeRef::prev_sibling)
        && has_words(node, NodeRef::next_sibling)
}

/// Says whether words stand on one side of an element, or of the elements around it, up to the paragraph.
fn has_words<'d>(node: &NodeRef<'d>, step: impl Fn(&NodeRef<'d>) -> Option<NodeRef<'d>>) -> bool {
    let around = std::iter::once(*node).chain(node.ancestors_it(Some(NEAR)));
    for level in around.take_while(|n| !n.has_name("p")) {
        let side = std::iter::successors(step(&level), &step).take(WITHIN);
        if side.filter(NodeRef::is_text).any(|text| text.text().chars().any(|c| !c.is_whitespace())) {
            return true;
        }
    }
    false
}
