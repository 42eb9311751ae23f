//! Owns citations as CSL-JSON, the shape Zotero, pandoc and citation processors read. It refuses any
//! name that is not in the schema (csl-data.json 1.0.2).

use serde_json::{Value, json};

use super::Reference;

/// Writes works as a list of items.
pub(super) fn items(works: &[Reference]) -> String {
    let items: Vec<Value> = works.iter().map(item).collect();
    serde_json::to_string_pretty(&items).unwrap_or_default() + "\n"
}

fn item(work: &Reference) -> Value {
    let kind = if work.publisher.is_some() { "article-newspaper" } else { "webpage" };
    let mut item = json!({ "id": work.id, "type": kind });
    let mut field = |name: &str, value: Option<Value>| {
        if let (Some(value), Some(fields)) = (value, item.as_object_mut()) {
            fields.insert(name.to_owned(), value);
        }
    };
    let words = |text: &Option<String>| text.clone().map(Value::from);
    field("title", Some(work.title.clone()).filter(|title| !title.is_empty()).map(Value::from));
    let authors: Vec<Value> = work.authors.iter().map(|name| json!({ "literal": name })).collect();
    field("author", (!authors.is_empty()).then(|| authors.into()));
    field("container-title", words(&work.publisher));
    field("publisher-place", words(&work.place));
    let parts = work.day.map(|day| json!([[day.year(), day.month(), day.day()]]));
    field(
        "issued",
        parts.map(|parts| {
            if work.circa {
                json!({ "date-parts": parts, "circa": true })
            } else {
                json!({ "date-parts": parts })
            }
        }),
    );
    field("URL", words(&work.url));
    field("language", words(&work.language));
    item
}
