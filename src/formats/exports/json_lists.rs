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
    /// Sets of keys, of which one must stand whole in the first bytes.
    signs: &'static [&'static [&'static str]],
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
    signs: &[&["\"is_archived\"", "\"url\""], &["\"is_read\"", "\"is_fav\"", "\"url\""]],
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
    signs: &[&["\"slug\"", "\"url\"", "\"savedAt\""]],
    place: &["slug"],
    guid: &["id", "slug"],
    title: &["title"],
    url: &["url", "originalArticleUrl"],
    authors: &["author"],
    published: &["publishedAt"],
    updated: &[],
    saved: &["savedAt"],
    summary: &["description"],
    content: &["content"],
    tags: "labels",
    outlet: &["siteName"],
};

/// Pocket, the passages its readers marked.
pub(super) const POCKET_MARKED: Shape =
    Shape { name: "Pocket", signs: &[&["\"url\"", "\"highlights\"", "\"quote\""]], ..POCKET_SHAPE };

/// Pocket, a collection somebody put together.
pub(super) const POCKET_COLLECTION: Shape = Shape {
    name: "Pocket",
    list: Some("items"),
    signs: &[&["\"slug\"", "\"items\"", "\"excerpt\""]],
    ..POCKET_SHAPE
};

const POCKET_SHAPE: Shape = Shape {
    name: "Pocket",
    list: None,
    signs: &[],
    place: &[],
    guid: &[],
    title: &["title"],
    url: &["url"],
    authors: &["author"],
    published: &[],
    updated: &[],
    saved: &[],
    summary: &["excerpt", "note"],
    content: &[],
    tags: "tags",
    outlet: &["publisher"],
};

pub(super) const READABILITY: Shape = Shape {
    name: "Readability",
    list: Some("bookmarks"),
    signs: &[&["\"bookmarks\"", "\"article__"]],
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

/// JSON nobody claims, read by the keys most programs use.
pub(super) const ANY: Shape = Shape {
    name: "JSON",
    list: None,
    signs: &[],
    place: &[],
    guid: &["guid", "id", "hash"],
    title: &["title", "headline", "name", "heading", "resolved_title", "given_title"],
    url: &[
        "url",
        "link",
        "href",
        "uri",
        "source_url",
        "sourceUrl",
        "canonical_url",
        "resolved_url",
        "given_url",
        "original_url",
    ],
    authors: &["author", "authors", "byline", "creator", "published_by"],
    published: &[
        "published_at",
        "publishedAt",
        "date_published",
        "datePublished",
        "date_publish",
        "published",
        "pubDate",
        "date",
    ],
    updated: &["updated_at", "updatedAt", "date_modified", "dateModified", "modified"],
    saved: &["savedAt", "saved_at", "time_added", "added_at", "addedAt"],
    summary: &["description", "excerpt", "summary", "extended", "dek", "standfirst"],
    content: &["content", "content_html", "html", "body", "articleBody", "maintext", "content_text", "text"],
    tags: "tags",
    outlet: &["publisher", "site_name", "siteName", "outlet", "domain"],
};

/// Says whether the first bytes of a file are those of such a list.
pub(super) fn is_list(head: &[u8], shape: &Shape) -> bool {
    if !encoding::may_open_with(head, b"{[") {
        return false;
    }
    let head = encoding::glance(head);
    let text = head.trim_start();
    let opens = if shape.list.is_some() { text.starts_with('{') } else { is_list_of_objects(text) };
    opens && shape.signs.iter().any(|set| set.iter().all(|sign| text.contains(sign)))
}

fn is_list_of_objects(text: &str) -> bool {
    text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with('{'))
}

/// Reads a decoded export.
pub(super) fn read(text: &str, shape: &Shape) -> List {
    let Some((value, cut)) = read_json(text.trim_start()) else { return List::broken() };
    let items = match shape.list {
        Some(key) => list(&value, key),
        None => value.as_array().map_or(&[][..], Vec::as_slice),
    };
    List { entries: entries(items, shape), cut }
}

fn entries(items: &[Value], shape: &Shape) -> Vec<Entry> {
    let objects = items.iter().take(MOST_ENTRIES + 1).filter(|item| item.is_object());
    objects.map(|item| entry(item, shape)).collect()
}

/// Reads JSON of any program: a list of articles, an object that holds one, or one article. What has
/// neither text under a title nor an address is none.
pub(super) fn read_any(text: &str) -> List {
    let Some((value, cut)) = read_json(text.trim_start()) else { return List::broken() };
    let lists = value
        .as_array()
        .into_iter()
        .chain(value.as_object().into_iter().flat_map(|object| object.values().filter_map(Value::as_array)));
    let listed = lists.map(|items| entries(items, &ANY)).map(|mut found| {
        found.retain(is_article);
        found
    });
    let alone =
        std::slice::from_ref(&value).iter().filter(|value| value.is_object()).map(|value| entry(value, &ANY));
    let alone: Vec<Entry> = alone.filter(|entry| entry.content.is_some() && is_article(entry)).collect();
    let entries = if alone.is_empty() { listed.max_by_key(Vec::len).unwrap_or_default() } else { alone };
    List { entries, cut }
}

fn is_article(entry: &Entry) -> bool {
    let on_the_web =
        entry.url.as_deref().is_some_and(|url| url.starts_with("http://") || url.starts_with("https://"));
    entry.title.is_some() && (entry.content.is_some() || on_the_web)
}

/// Returns the passages a reader marked, each a quotation: all that is left of the text.
fn marked(item: &Value) -> Option<Words> {
    let quotes = list(item, "highlights").iter().filter_map(|mark| text(mark, &["quote"]));
    let quotes: Vec<String> = quotes
        .map(|quote| {
            format!("<blockquote><p>{}</p></blockquote>", quote.replace('&', "&amp;").replace('<', "&lt;"))
        })
        .collect();
    (!quotes.is_empty()).then(|| Words::Html(quotes.concat()))
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
        content: content.map(|content| Words::guess(&content)).or_else(|| marked(item)),
        tags: lines(item, shape.tags),
        language: text(item, &["language"]),
        outlet: text(item, shape.outlet),
        ..Entry::default()
    }
}
