//! Owns taking out of an article what sites put between its paragraphs: share buttons, sign-ups,
//! other articles, boxes about the author. It refuses to judge the words that are read; only the names that a
//! page gives its boxes count.

use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeId, NodeRef};

use super::{boxed, inwords};

/// The attribute that says on a line what box it stood in before the extractor did away with the box.
pub(super) const STOOD_IN: &str = "data-stood-in";
/// What stands in that attribute for lines that no browser shows.
pub(super) const HIDDEN: &str = "hidden";

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
    "postmetadata",
    "sharedaddy",
    "saboxplugin",
    "relatedlinks",
    "relatedposts",
    "buybox",
];
/// What the commonest program for blogs calls the boxes of a side column: `widget_archive`.
const SIDE_BOX: &str = "widget_";
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
    ("entry", "utility"),
    ("post", "metadata"),
    ("post", "ratings"),
    ("post", "likes"),
    ("likes", "widget"),
    ("article", "tags"),
    ("article", "rating"),
    ("news", "rate"),
    ("rec", "posts"),
    ("content", "blocker"),
    ("license", "info"),
    ("licence", "info"),
    ("editorial", "disclosure"),
    ("affiliate", "disclosure"),
    ("affiliate", "disclaimer"),
    ("advertiser", "disclosure"),
    ("comments", "disclosure"),
    ("affiliate", "text"),
    ("lee", "tambien"),
    ("leer", "tambien"),
    ("te", "recomendamos"),
    ("saiba", "mais"),
    ("leia", "tambem"),
    ("lire", "aussi"),
    ("letters", "cta"),
];
/// Parts of what such a box is called for those who cannot see it, in lower case.
const LABELS: &[&str] = &[
    "newsletter",
    "sign up",
    "sign-up",
    "signup",
    "related",
    "recommend",
    "promo",
    "most read",
    "most-read",
];
/// Names of boxes of pictures; an article told in pictures keeps its words in one.
const PICTURES: &[&str] = &["gallery", "slideshow", "carousel"];
/// Elements that are what the gate to the rest of an article hides, and never the gate.
const GATED: &[&str] = &["p", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol"];
/// Elements that are never beside the article.
const NEVER: &[&str] = &["body", "html", "main", "article", "figure", "img"];
/// How much of an article, in hundredths of its characters, the parts of one name may be.
const LARGEST: usize = 30;
/// The same for what no browser shows.
const MOST_HIDDEN: usize = 50;

/// Takes out what is beside the article; `tree` is what was found to be the article.
pub(super) fn take_out(tree: &Document) {
    let root = tree.root();
    let named = root.descendants_it().filter(NodeRef::is_element);
    let named: Vec<(NodeRef<'_>, &str)> = named.filter_map(|n| Some((n, judged(&n)?))).collect();
    if named.is_empty() {
        return;
    }
    for node in few(named, root.normalized_char_count()) {
        if !inwords::is_in_a_sentence(&node) {
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

/// Returns the parts whose name is not that of most of the article: a name that half its paragraphs bear says
/// nothing of what is beside it.
fn few<'d>(named: Vec<(NodeRef<'d>, &'static str)>, whole: usize) -> Vec<NodeRef<'d>> {
    let long = |node: &NodeRef<'_>| node.normalized_char_count() * 100;
    let named = named.into_iter().map(|(node, name)| (node, name, long(&node)));
    let named: Vec<_> = named.filter(|(_, _, long)| *long <= whole * LARGEST).collect();
    let parts: HashSet<NodeId> = named.iter().map(|(node, ..)| node.id).collect();
    let mut sums: HashMap<&str, usize> = HashMap::new();
    for (node, name, long) in &named {
        if !node.ancestors_it(None).any(|around| parts.contains(&around.id)) {
            *sums.entry(name).or_default() += long;
        }
    }
    let most = |name: &str| whole * if name == HIDDEN { MOST_HIDDEN } else { LARGEST };
    let few = |name: &str| sums.get(name).is_none_or(|sum| *sum <= most(name));
    named.into_iter().filter(|(_, name, _)| few(name)).map(|(node, ..)| node).collect()
}

/// Returns the name of a part of an article that is beside it, by its own names or those of the box it stood in.
fn judged(node: &NodeRef<'_>) -> Option<&'static str> {
    let stood_in = || node.attr(STOOD_IN).and_then(|name| known(&name));
    let name = named(node).or_else(stood_in)?;
    let is_gated = name == "paywall" && GATED.iter().any(|gated| node.has_name(gated));
    let is_told = PICTURES.contains(&name) && boxed::tells(node);
    (!is_gated && !is_told).then_some(name)
}

/// Returns the word by which an element says that it is beside the article.
pub(super) fn named(node: &NodeRef<'_>) -> Option<&'static str> {
    if NEVER.iter().any(|name| node.has_name(name)) {
        return None;
    }
    let given = [node.class(), node.id_attr()].into_iter().flatten();
    given
        .into_iter()
        .find_map(|names| names.split_ascii_whitespace().find_map(listed))
        .or_else(|| labelled(node))
}

/// Returns the word of the tables that is in a class or id, by itself or with the next.
fn listed(name: &str) -> Option<&'static str> {
    if name.starts_with(SIDE_BOX) {
        return Some(SIDE_BOX);
    }
    let mut before = "";
    name.split(|c: char| !c.is_ascii_alphanumeric()).flat_map(humps).find_map(|word| {
        let same = |one: &&&str| one.eq_ignore_ascii_case(word);
        let is_pair = |(one, other): &&(&str, &str)| {
            other.eq_ignore_ascii_case(word) && one.eq_ignore_ascii_case(before)
        };
        let pair = || PAIRS.iter().find(is_pair).map(|(one, _)| *one);
        let found = NAMES.iter().find(same).copied().or_else(pair);
        before = word;
        found
    })
}

/// Parts a word where a small letter is followed by a large one: `NewsletterBox`.
fn humps(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let is_hump =
            |pair: &[u8]| matches!(pair, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase());
        let at = rest.as_bytes().windows(2).position(is_hump).map_or(rest.len(), |at| at + 1);
        let (front, behind) = rest.split_at_checked(at)?;
        rest = behind;
        (!front.is_empty()).then_some(front)
    })
}

/// Returns the word in what an element is called for those who cannot see it.
fn labelled(node: &NodeRef<'_>) -> Option<&'static str> {
    let label = node.attr("aria-label")?;
    if !["section", "div", "aside", "p"].iter().any(|name| node.has_name(name)) {
        return None;
    }
    let label = label.to_lowercase();
    LABELS.iter().find(|part| label.contains(**part)).copied()
}

/// Returns a name of the tables as they hold it.
fn known(name: &str) -> Option<&'static str> {
    let pairs = PAIRS.iter().map(|(one, _)| one);
    NAMES.iter().chain(LABELS).chain(pairs).chain(&[HIDDEN, SIDE_BOX]).find(|known| **known == name).copied()
}
