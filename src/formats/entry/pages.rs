//! Owns telling entries apart that share a page: an archive of a month, a list of releases. It refuses
//! to change their addresses.

use std::collections::HashMap;

use crate::article::identity::canonical_url;
use crate::article::{Article, Text};

/// Gives every article whose page is also another's the name of its own part of that page, so that
/// each has an identity. An article that has its page for itself is known by the page alone.
pub(in crate::formats) fn tell_apart(articles: &mut [Article]) {
    let mut pages: HashMap<String, usize> = HashMap::new();
    for page in articles.iter().filter_map(page) {
        *pages.entry(page).or_default() += 1;
    }
    for article in articles {
        let Some(url) = article.url.clone() else { continue };
        let (before, fragment) = url.split_once('#').unwrap_or((&url, ""));
        let shared = page(article).and_then(|page| pages.get(&page)).is_some_and(|count| *count > 1);
        if shared {
            let part = if fragment.is_empty() { name(article) } else { fragment.to_owned() };
            article.guid = Some(Text::line(&format!("{before}#{part}")));
        } else if article.guid.as_deref().is_some_and(|guid| guid.split('#').next() == Some(before)) {
            article.guid = None;
        }
    }
}

fn page(article: &Article) -> Option<String> {
    canonical_url(article.url.as_deref()?)
}

/// Returns what tells an article from the others of its page: the name its publisher gave it, else
/// its headline.
fn name(article: &Article) -> String {
    let given = article.guid.as_deref().filter(|guid| Some(*guid) != article.url.as_deref());
    given.or(article.headline.as_deref()).unwrap_or_default().to_owned()
}
