//! Owns the articles that follow in the page of another: what a reader would come to who scrolls on. It refuses
//! to choose where the title does not say which article the page is about.

use dom_query::{Document, NodeRef};

use super::metadata::is_like;

/// Top headings of a page looked at.
const MOST: usize = 50;

/// Takes the articles with a top heading of their own out of a page that is about another.
pub(super) fn take_out(doc: &Document) {
    let headed = headed(doc);
    if headed.len() < 2 {
        return;
    }
    let title = doc.select("title").nodes().first().map(NodeRef::text).unwrap_or_default();
    let shared = doc.select("meta[property='og:title']").attr("content").unwrap_or_default();
    let is_named = |heading: &str| is_like(heading, &title) || is_like(heading, &shared);
    if headed.first().is_some_and(|(_, heading)| is_named(heading)) {
        let others = headed.iter().skip(1).filter(|(_, heading)| !is_named(heading));
        others.for_each(|(node, _)| node.remove_from_parent());
    }
}

/// Returns the articles with their top headings: the nearest around each, for one may hold all the others.
fn headed(doc: &Document) -> Vec<(NodeRef<'_>, String)> {
    let mut headed: Vec<(NodeRef<'_>, String)> = Vec::new();
    for heading in doc.root().descendants_it().filter(|node| node.has_name("h1")).take(MOST) {
        let around = heading.ancestors_it(None).find(|node| node.has_name("article"));
        let Some(article) = around.filter(|one| headed.iter().all(|(known, _)| known.id != one.id)) else {
            continue;
        };
        let words = heading.text().to_string();
        if !words.trim().is_empty() {
            headed.push((article, words));
        }
    }
    headed
}
