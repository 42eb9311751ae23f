//! Owns the list of metadata that Readwise puts above the highlights of an article. It refuses lists that
//! hold anything else.

use crate::article::{Article, Block, Item, Text, body::words};
use crate::formats::people;

/// Blocks at the front in which the list stands.
const FRONT: usize = 6;
/// What the lines of the list are called, in lower case.
const KEYS: &[&str] = &[
    "author",
    "full title",
    "category",
    "url",
    "document note",
    "document tags",
    "summary",
    "source",
    "published date",
];

/// Reads the list under the heading `Metadata`, and takes both out of the body.
pub(super) fn take_metadata(article: &mut Article) {
    let front = article.body.windows(2).take(FRONT);
    let found = front.enumerate().find_map(|(at, pair)| match pair {
        [Block::Crosshead { text, .. }, Block::List { items, .. }]
            if words(text).trim().eq_ignore_ascii_case("metadata") =>
        {
            Some((at, items.iter().map(field).collect::<Option<Vec<_>>>()?))
        }
        _ => None,
    });
    let Some((at, fields)) = found else { return };
    article.body.drain(at..at + 2);
    for (key, value) in fields {
        set(article, &key, &value);
    }
}

/// Reads `Key: value`; `None` when an item is anything else.
fn field(item: &Item) -> Option<(String, String)> {
    let [Block::Paragraph(runs)] = item.blocks.as_slice() else { return None };
    let line = words(runs);
    let (key, value) = line.split_once(':')?;
    let key = key.trim().to_lowercase();
    KEYS.contains(&key.as_str()).then(|| (key, value.trim().to_owned()))
}

fn set(article: &mut Article, key: &str, value: &str) {
    match key {
        "author" if article.byline.is_empty() => {
            let bare = value.replace("[[", "").replace("]]", "");
            article.byline = people::names(&[bare]);
        }
        "full title" => article.headline = Text::some_line(value).or(article.headline.take()),
        "url" if article.url.is_none() && value.starts_with("http") => article.url = Text::some_line(value),
        "summary" if article.standfirst.is_none() => article.standfirst = Text::some_line(value),
        _ => {}
    }
}
