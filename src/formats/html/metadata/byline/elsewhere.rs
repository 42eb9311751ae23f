//! Owns telling the parts of a page whose names are somebody else's: cards about other articles, comments, pictures,
//! the frame of the page. It refuses to read a name.

use std::collections::HashSet;

use dom_query::{NodeId, NodeRef};

use super::Page;
use super::shown::{WORDS, words_of};
use crate::formats::fold::bare;
use crate::formats::html::extract::is_framed;

/// Bytes of a class or id looked at.
const NAMED: usize = 400;
/// Letters of an article that is only a few words about one.
const TEASER: usize = 400;
/// How many elements around a byline may be a box that shows another article.
const CARD: usize = 3;
/// What a class says in front of "author" that is somebody else's.
const PICTURES: &[&str] = &["photo", "foto", "image", "img", "picture", "caption", "illustration", "comment"];
/// Headlines of a page looked at.
const HEADLINES: usize = 50;

/// Says whether an element stands in a few words about another article.
pub(super) fn in_teaser(page: &Page<'_>, node: &NodeRef<'_>) -> bool {
    let article = node.ancestors_it(None).find(|n| n.has_name("article"));
    let short = article.is_some_and(|article| {
        article.normalized_char_count() < TEASER && !article.descendants_it().any(|n| n.has_name("h1"))
    });
    short
        || node.ancestors_it(Some(CARD)).take_while(|n| words_of(n).len() <= WORDS).any(|n| is_card(page, &n))
}

/// Says whether an element is a few words under a linked heading that is not the headline.
pub(super) fn is_card(page: &Page<'_>, node: &NodeRef<'_>) -> bool {
    let is_heading = |n: &NodeRef<'_>| ["h2", "h3", "h4", "h5"].iter().any(|name| n.has_name(name));
    let heading = node.descendants_it().find(is_heading);
    let is_linked = |n: &NodeRef<'_>| {
        n.parent().is_some_and(|around| around.has_name("a")) || n.descendants_it().any(|n| n.has_name("a"))
    };
    heading.filter(is_linked).is_some_and(|heading| {
        let title = page.head.title.as_deref().map(bare).unwrap_or_default();
        !title.contains(&bare(&heading.text()))
    })
}

/// Says whether an element names who made a picture.
pub(super) fn of_picture(node: &NodeRef<'_>) -> bool {
    let class = low(&node.class().unwrap_or_default()).replace(['-', '_'], "");
    let of = |picture: &str| {
        class.match_indices(picture).any(|(at, word)| {
            let behind = class.get(at + word.len()..).unwrap_or_default();
            behind.starts_with("author") || behind.starts_with("byline")
        })
    };
    PICTURES.iter().any(|picture| of(picture))
        || node.ancestors_it(Some(CARD)).any(|n| n.has_name("figcaption"))
}

pub(super) fn in_frame(node: &NodeRef<'_>) -> bool {
    let says_nav = |n: &NodeRef<'_>| {
        let class = low(&n.class().unwrap_or_default());
        let mut words = class.split(|c: char| !c.is_ascii_alphanumeric());
        n.has_name("ul") && words.any(|word| matches!(word, "nav" | "navigation" | "menu"))
    };
    is_framed(node) || node.ancestors_it(None).any(|n| says_nav(&n))
}

/// Returns the beginning of a class or id in small letters.
pub(super) fn low(name: &str) -> String {
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
