//! Owns taking out of an article what sites put between its paragraphs: share buttons, sign-ups,
//! other articles, boxes about the author. It refuses to judge words; only names of classes count.

use dom_query::{Document, NodeRef};

use super::inwords;

/// Words of a class or id that name something beside the article.
const NAMES: &[&str] = &[
    "share",
    "sharing",
    "social",
    "newsletter",
    "newsletters",
    "related",
    "recommended",
    "recommendations",
    "recirc",
    "outbrain",
    "taboola",
    "subscribe",
    "signup",
    "paywall",
    "advert",
    "advertisement",
    "promo",
    "breadcrumb",
    "breadcrumbs",
    "bcrumb",
    "bcrumbs",
    "crumbs",
    "authorbox",
    "tooltip",
    "rollover",
    "popup",
    "modal",
    "commentlist",
    "gallery",
    "slideshow",
    "carousel",
    "playlist",
    "toolbar",
    "tags",
    "epaper",
];
/// Two words that only side by side name something beside the article.
const PAIRS: &[(&str, &str)] = &[
    ("author", "bio"),
    ("author", "box"),
    ("author", "info"),
    ("author", "card"),
    ("about", "author"),
    ("author", "description"),
    ("author", "profile"),
    ("sign", "up"),
    ("read", "more"),
    ("read", "next"),
    ("most", "read"),
    ("most", "popular"),
    ("text", "size"),
    ("in", "this"),
    ("entry", "tags"),
];
/// How much of an article, in hundredths of its characters, one such part may be.
const LARGEST: usize = 30;

/// Takes out what is beside the article; `tree` is what was found to be the article.
pub(super) fn take_out(tree: &Document) {
    let root = tree.root();
    let named: Vec<NodeRef<'_>> = root.descendants_it().filter(|n| n.is_element() && is_beside(n)).collect();
    if named.is_empty() {
        return;
    }
    let whole = root.normalized_char_count();
    for node in named.iter().filter(|node| node.normalized_char_count() * 100 <= whole * LARGEST) {
        if !inwords::is_in_a_sentence(node) {
            node.remove_from_parent();
        } else if !node.has_name("a") {
            // A name in a sentence, and behind it the box that opens when pointed at.
            let name = node.first_child().filter(|name| name.has_name("a"));
            match name.and_then(|name| name.next_sibling()) {
                Some(other) => other.remove_from_parent(),
                None => node.remove_from_parent(),
            }
        }
    }
}

fn is_beside(node: &NodeRef<'_>) -> bool {
    if ["body", "html", "main", "article", "figure", "img"].iter().any(|name| node.has_name(name)) {
        return false;
    }
    [node.class(), node.id_attr()].into_iter().flatten().any(|names| {
        names.split_ascii_whitespace().any(|name| {
            let lower = name.to_ascii_lowercase();
            let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric()).collect();
            words.iter().any(|word| NAMES.contains(word))
                || words.windows(2).any(|pair| matches!(pair, [a, b] if PAIRS.contains(&(*a, *b))))
        })
    })
}
