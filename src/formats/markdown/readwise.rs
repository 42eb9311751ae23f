//! Owns the list of metadata that Readwise and Matter put above the highlights of an article. It refuses lists that
//! hold anything else.

use crate::article::{Article, Block, FoundIn, Item, Published, Text, body::words};
use crate::formats::dates::{self, Reading};
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
    "publisher",
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
            article.byline = people::names(&[unlinked(value)]);
        }
        "full title" => article.headline = Text::some_line(value).or(article.headline.take()),
        "url" if article.url.is_none() && value.starts_with("http") => article.url = Text::some_line(value),
        "publisher" if article.outlet.is_none() => article.outlet = Text::some_line(&unlinked(value)),
        "published date" if article.published.is_none() => {
            let at = dates::parse(value, Reading::default());
            article.published = at.map(|at| Published { at, from: FoundIn::Text });
        }
        "summary" if article.standfirst.is_none() => article.standfirst = Text::some_line(value),
        _ => {}
    }
}

/// Takes the brackets of wiki links off a name.
fn unlinked(value: &str) -> String {
    value.replace("[[", "").replace("]]", "")
}
