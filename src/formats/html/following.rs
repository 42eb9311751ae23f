//! Owns the articles that follow in the page of another: what a reader would come to who scrolls on. It refuses
//! to choose where the title does not say which article the page is about.

use dom_query::{Document, NodeRef};

use super::metadata::is_like;

/// Articles of a page looked at.
const MOST: usize = 50;

/// Takes the articles with a top heading of their own out of a page that is about another.
pub(super) fn take_out(doc: &Document) {
    let root = doc.root();
    let is_outer = |node: &NodeRef<'_>| !node.ancestors_it(None).any(|n| n.has_name("article"));
    let articles = root.descendants_it().filter(|node| node.has_name("article"));
    let articles: Vec<NodeRef<'_>> = articles.filter(is_outer).take(MOST).collect();
    if articles.len() < 2 {
        return;
    }
    let headed: Vec<(NodeRef<'_>, String)> =
        articles.into_iter().filter_map(|node| Some((node, top_heading(&node)?))).collect();
    let title = doc.select("title").nodes().first().map(NodeRef::text).unwrap_or_default();
    let shared = doc.select("meta[property='og:title']").attr("content").unwrap_or_default();
    let is_named = |heading: &str| is_like(heading, &title) || is_like(heading, &shared);
    if headed.first().is_some_and(|(_, heading)| is_named(heading)) {
        let others = headed.iter().skip(1).filter(|(_, heading)| !is_named(heading));
        others.for_each(|(node, _)| node.remove_from_parent());
    }
}

fn top_heading(article: &NodeRef<'_>) -> Option<String> {
    let heading = article.descendants_it().find(|node| node.has_name("h1"))?;
    Some(heading.text().to_string()).filter(|words| !words.trim().is_empty())
}
