//! Owns exports that are lists of JSON objects: under which keys each reader keeps what. It refuses to
//! fail over a value of the wrong kind.

use serde_json::Value;

use super::super::entry::{Entry, Words};
use super::super::json::{lines, list, read as read_json, text};
use super::{List, MOST_ENTRIES};
use crate::formats::encoding;

/// The keys of one kind of export.
#[derive(Debug)]
pub(super) struct Shape {
    /// The name of the reader it comes from.
    pub(super) name: &'static str,
    /// The key of the list, or none where the file is the list.
    list: Option<&'static str>,
    /// Keys that must all stand in the first bytes.
    signs: &'static [&'static str],
    place: &'static [&'static str],
    guid: &'static [&'static str],
    title: &'static [&'static str],
    url: &'static [&'static str],
    authors: &'static [&'static str],
    published: &'static [&'static str],
    updated: &'static [&'static str],
    saved: &'static [&'static str],
    summary: &'static [&'static str],
    content: &'static [&'static str],
    tags: &'static str,
    outlet: &'static [&'static str],
}

/// What wallabag writes in place of the text it could not get.
const NO_CONTENT: &str = "wallabag can't retrieve contents for this article";

pub(super) const WALLABAG: Shape = Shape {
    name: "wallabag",
    list: None,
    signs: &["\"is_archived\"", "\"is_starred\"", "\"url\""],
    place: &[],
    guid: &["id"],
    title: &["title"],
    url: &["url", "origin_url", "given_url"],
    authors: &["published_by"],
    published: &["published_at"],
    updated: &[],
    saved: &["created_at"],
    summary: &[],
    content: &["content"],
    tags: "tags",
    outlet: &["domain_name"],
};

pub(super) const OMNIVORE: Shape = Shape {
    name: "Omnivore",
    list: None,
    signs: &["\"slug\"", "\"url\"", "\"savedAt\""],
    place: &["slug"],
    guid: &["id", "slug"],
    title: &["title"],
    url: &["url", "originalArticleUrl"],
    authors: &["author"],
    published: &["publishedAt"],
    updated: &[],
    saved: &[],
    summary: &["description"],
    content: &["content"],
    tags: "labels",
    outlet: &["siteName"],
};

pub(super) const READABILITY: Shape = Shape {
    name: "Readability",
    list: Some("bookmarks"),
    signs: &["\"bookmarks\"", "\"article__"],
    place: &[],
    guid: &["id", "article__id"],
    title: &["article__title", "title"],
    url: &["article__url", "url"],
    authors: &["article__author", "author"],
    published: &["article__date_published", "date_published"],
    updated: &[],
    saved: &[],
    summary: &["article__excerpt", "excerpt"],
    content: &["article__content", "content"],
    tags: "tags",
    outlet: &[],
};

/// Says whether the first bytes of a file are those of such a list.
pub(super) fn is_list(head: &[u8], shape: &Shape) -> bool {
    let Some(decoded) = encoding::decode(head, None) else { return false };
    let text = decoded.text.trim_start();
    let opens = if shape.list.is_some() { text.starts_with('{') } else { is_list_of_objects(text) };
    opens && shape.signs.iter().all(|sign| text.contains(sign))
}

fn is_list_of_objects(text: &str) -> bool {
    text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with('{'))
}

/// Reads a decoded export.
pub(super) fn read(text: &str, shape: &Shape) -> List {
    let Some((value, cut)) = read_json(text.trim_start()) else { return List::default() };
    let items = match shape.list {
        Some(key) => list(&value, key),
        None => value.as_array().map_or(&[][..], Vec::as_slice),
    };
    let entries = items.iter().take(MOST_ENTRIES + 1).filter(|item| item.is_object());
    List { entries: entries.map(|item| entry(item, shape)).collect(), cut }
}

fn entry(item: &Value, shape: &Shape) -> Entry {
    let content = text(item, shape.content).filter(|content| !content.contains(NO_CONTENT));
    Entry {
        place: text(item, shape.place),
        guid: text(item, shape.guid),
        title: text(item, shape.title).map(|title| Words::guess(&title)),
        url: text(item, shape.url),
        authors: shape.authors.iter().flat_map(|key| lines(item, key)).collect(),
        published: text(item, shape.published),
        updated: text(item, shape.updated),
        saved: text(item, shape.saved),
        summary: text(item, shape.summary).map(|summary| Words::guess(&summary)),
        content: content.map(Words::Html),
        tags: lines(item, shape.tags),
        language: text(item, &["language"]),
        outlet: text(item, shape.outlet),
        ..Entry::default()
    }
}
