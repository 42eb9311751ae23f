//! Owns JSON Feed: which of its keys hold what. It refuses to fail over a value of the wrong kind.

use serde_json::Value;

use super::super::entry::{Collection, Entry, Words};
use super::super::json::{lines, list, read as read_json, text};
use super::xml::MOST_ENTRIES;
use super::{Feed, WITHOUT_TEXT};
use crate::article::Language;

/// Says whether the first characters of a file are those of a JSON Feed.
pub(super) fn is_feed(head: &str) -> bool {
    head.trim_start_matches('\u{feff}').trim_start().starts_with('{')
        && head.contains("\"version\"")
        && (head.contains("jsonfeed.org/version/") || head.contains("jsonfeed.org\\/version\\/"))
}

/// Reads a decoded JSON Feed.
pub(super) fn read(text_: &str) -> Feed {
    let Some((feed, cut)) = read_json(text_) else { return Feed::default() };
    let of = Collection {
        name: text(&feed, &["title"]).and_then(|title| Words::title(&title).line()),
        url: text(&feed, &["home_page_url", "feed_url"]),
        language: text(&feed, &["language"]).as_deref().and_then(Language::parse),
        summary_is_text: true,
        without_text: WITHOUT_TEXT,
    };
    let authors = authors(&feed);
    let items = list(&feed, "items");
    let outlet = of.name.as_ref().map(ToString::to_string);
    let entries = items
        .iter()
        .take(MOST_ENTRIES)
        .filter(|item| item.is_object())
        .map(|item| Entry { outlet: outlet.clone(), ..entry(item, &authors) });
    let entries = entries.collect();
    let mut warnings = Vec::new();
    if cut {
        warnings.push("the feed is broken or cut short: what could be read is here");
    }
    if items.len() > MOST_ENTRIES {
        warnings.push("more than 10,000 entries: the rest was left out");
    }
    Feed { of, entries, warnings }
}

fn entry(item: &Value, authors_of_feed: &[String]) -> Entry {
    let own = authors(item);
    let html = text(item, &["content_html"]).map(Words::Html);
    Entry {
        guid: text(item, &["id"]),
        title: text(item, &["title"]).as_deref().map(Words::title),
        url: text(item, &["url", "external_url"])
            .or_else(|| text(item, &["id"]).filter(|id| id.starts_with("http"))),
        authors: if own.is_empty() { authors_of_feed.to_vec() } else { own },
        published: text(item, &["date_published"]),
        updated: text(item, &["date_modified"]),
        summary: text(item, &["summary"]).map(|summary| Words::guess(&summary)),
        content: html.or_else(|| text(item, &["content_text"]).map(Words::Plain)),
        tags: lines(item, "tags"),
        language: text(item, &["language"]),
        ..Entry::default()
    }
}

fn authors(of: &Value) -> Vec<String> {
    let names = lines(of, "authors");
    let old =
        || of.get("author").and_then(|author| text(author, &["name"])).or_else(|| text(of, &["author"]));
    if names.is_empty() { old().into_iter().collect() } else { names }
}
