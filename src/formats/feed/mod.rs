//! Owns feeds kept as files: RSS 0.9 to 2, RSS 1, Atom 0.3 and 1, JSON Feed; each entry an article. It
//! refuses to fetch anything, and to let one broken entry cost the others.

mod fields;
mod json;
mod names;
mod sfeed;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod versions;
mod xml;

use std::collections::HashSet;

use super::entry::{Collection, Entry, tell_apart};
use super::{Format, Origin, Problem, encoding};
use crate::article::{Article, Text};

/// Feeds: RSS, Atom and JSON Feed.
pub const FORMAT: Format = Format {
    name: "feed",
    extensions: &["rss", "atom", "rdf", "xml"],
    about: "Feeds: RSS, Atom and JSON Feed, each entry an article",
    sniff,
    parse,
};

/// The tables that sfeed keeps its feeds in.
pub const TABLE: Format = Format {
    name: "sfeed",
    extensions: &["tsv"],
    about: "Feeds as sfeed keeps them, an entry a line",
    sniff: |head| memchr::memchr(b'\t', head).is_some() && sfeed::is_table(&encoding::glance(head)),
    parse: |bytes, origin| {
        let decoded = encoding::decode(bytes, None).ok_or(Problem::Binary)?;
        into_articles(sfeed::read(&decoded.text), decoded.encoding, origin)
            .ok_or_else(|| Problem::Unreadable(Text::new("no entries in this table")))
    },
};

/// First elements that show a feed, by their local names.
const ROOTS: &[&str] = &["rss", "feed", "rdf", "channel", "entry"];
/// Said of an entry that holds no text.
const WITHOUT_TEXT: &str = "link only: the feed holds no text of this entry";

/// What a file of entries was read into, before each entry becomes an article.
#[derive(Debug, Default)]
struct Feed {
    of: Collection,
    entries: Vec<Entry>,
    warnings: Vec<&'static str>,
}

fn sniff(head: &[u8]) -> bool {
    if !encoding::may_open_with(head, b"<{") {
        return false;
    }
    let head = encoding::glance(head);
    json::is_feed(&head) || first_element(&head).is_some_and(|name| is_root(&name))
}

fn is_root(name: &str) -> bool {
    let local = name.rsplit(':').next().unwrap_or(name);
    ROOTS.contains(&local.to_ascii_lowercase().as_str())
}

/// Returns the name of the first element, past declarations, comments and the document type.
fn first_element(text: &str) -> Option<String> {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let inside = rest.strip_prefix('<')?;
        let end = if inside.starts_with("!--") {
            inside.find("-->")? + 3
        } else if inside.starts_with(['?', '!']) {
            inside.find('>')? + 1
        } else {
            let end = inside.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
            return inside.get(..end).map(str::to_owned);
        };
        rest = inside.get(end..)?.trim_start();
    }
}

fn parse(bytes: &[u8], origin: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    let decoded = encoding::decode(bytes, declared_encoding(bytes).as_deref()).ok_or(Problem::Binary)?;
    let text = decoded.text.trim_start();
    let feed = if text.starts_with('{') { json::read(text) } else { fields::read(text) };
    into_articles(feed, decoded.encoding, origin).ok_or_else(|| {
        let feed = text.starts_with('{') || first_element(text).is_some_and(|name| is_root(&name));
        Problem::Unreadable(Text::new(if feed {
            "no entries in this feed"
        } else {
            "this XML file is no feed"
        }))
    })
}

/// Makes articles of what was read; `None` where there is none.
fn into_articles(mut feed: Feed, encoding: &'static str, origin: &Origin<'_>) -> Option<Vec<Article>> {
    if feed.entries.is_empty() {
        return None;
    }
    let warnings = std::mem::take(&mut feed.warnings);
    let mut articles = articles(feed.entries, &feed.of, origin);
    if let Some(first) = articles.first_mut() {
        first.provenance.warnings.extend(warnings.into_iter().map(Text::new));
    }
    for article in &mut articles {
        article.provenance.encoding = encoding;
    }
    Some(articles)
}

/// Returns the encoding named by the XML declaration.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..512).unwrap_or(bytes);
    let text: String = head.iter().map(|byte| char::from(*byte)).collect();
    let declaration = text.get(text.find("<?xml")?..)?.split("?>").next()?;
    let label = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = label.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    label.get(1..)?.split_once(quote).map(|(label, _)| label.trim().to_owned())
}

/// Makes articles of entries. Each gets a place of its own: the one its file names, or its number,
/// with zeros in front so that places sort as text.
pub(super) fn articles(entries: Vec<Entry>, of: &Collection, origin: &Origin<'_>) -> Vec<Article> {
    let width = entries.len().to_string().len();
    let mut places = HashSet::new();
    let numbered = entries.into_iter().zip(1..);
    let mut articles: Vec<Article> = numbered
        .map(|(entry, number)| {
            let mut article = entry.into_article(of, origin);
            let named = article.provenance.item.take().filter(|place| !places.contains(place));
            let place = named.unwrap_or_else(|| Text::line(&format!("{number:0width$}")));
            places.insert(place.clone());
            article.provenance.item = Some(place);
            article
        })
        .collect();
    tell_apart(&mut articles);
    articles
}
