//! Owns what other readers export: lists of articles, some with their text, most with their addresses
//! alone. It refuses to pretend: an entry without text says that it is a link only.

mod bookmarks;
mod csv_lists;
mod json_lists;
pub mod omnivore;
#[cfg(test)]
mod tests;

use super::entry::{Collection, Entry};
use super::{Format, Origin, Problem, encoding, feed};
use crate::article::{Article, Text};

/// Entries read from one file.
const MOST_ENTRIES: usize = 10_000;

/// wallabag, as JSON.
pub const WALLABAG: Format = Format {
    name: "wallabag",
    extensions: &[],
    about: "Exports of wallabag (JSON), with their text",
    sniff: |head| json_lists::is_list(head, &json_lists::WALLABAG),
    parse: |bytes, origin| json(bytes, origin, &json_lists::WALLABAG),
};

/// Omnivore, its lists of metadata.
pub const OMNIVORE: Format = Format {
    name: "omnivore",
    extensions: &[],
    about: "Exports of Omnivore (metadata_*.json)",
    sniff: |head| json_lists::is_list(head, &json_lists::OMNIVORE),
    parse: |bytes, origin| json(bytes, origin, &json_lists::OMNIVORE),
};

/// Readability, as JSON.
pub const READABILITY: Format = Format {
    name: "readability",
    extensions: &[],
    about: "Exports of Readability (JSON), links only",
    sniff: |head| json_lists::is_list(head, &json_lists::READABILITY),
    parse: |bytes, origin| json(bytes, origin, &json_lists::READABILITY),
};

/// Pocket: its page of links and its tables.
pub const POCKET: Format = Format {
    name: "pocket",
    extensions: &[],
    about: "Exports of Pocket (ril_export.html, part_*.csv, annotations, collections), links only",
    sniff: |head| {
        bookmarks::is_pocket(head)
            || csv_lists::is_table(head, &csv_lists::POCKET)
            || pocket_lists(head).is_some()
    },
    parse: |bytes, origin| {
        let head = bytes.get(..super::HEAD).unwrap_or(bytes);
        if bookmarks::is_pocket(head) {
            finish(bytes, origin, "Pocket", bookmarks::read)
        } else if let Some(shape) = pocket_lists(head) {
            json(bytes, origin, shape)
        } else {
            finish(bytes, origin, "Pocket", |text| csv_lists::read(text, &csv_lists::POCKET))
        }
    },
};

/// Instapaper, as a table.
pub const INSTAPAPER: Format = Format {
    name: "instapaper",
    extensions: &[],
    about: "Exports of Instapaper (CSV), links only",
    sniff: |head| csv_lists::is_table(head, &csv_lists::INSTAPAPER),
    parse: |bytes, origin| {
        finish(bytes, origin, "Instapaper", |text| csv_lists::read(text, &csv_lists::INSTAPAPER))
    },
};

/// Readwise Reader, as a table.
pub const READWISE: Format = Format {
    name: "readwise",
    extensions: &[],
    about: "Exports of Readwise Reader (CSV), links only",
    sniff: |head| csv_lists::is_table(head, &csv_lists::READWISE),
    parse: |bytes, origin| {
        finish(bytes, origin, "Readwise Reader", |text| csv_lists::read(text, &csv_lists::READWISE))
    },
};

/// Tables of other programs that hold links.
pub const TABLE: Format = Format {
    name: "csv",
    extensions: &[],
    about: "Tables (CSV) with a column of addresses and one of titles, links only",
    sniff: csv_lists::is_any_table,
    parse: |bytes, origin| finish(bytes, origin, "", |text| csv_lists::read(text, &csv_lists::ANY)),
};

/// Bookmarks of browsers and link keepers.
pub const BOOKMARKS: Format = Format {
    name: "bookmarks",
    extensions: &[],
    about: "Bookmarks (Netscape HTML), links only",
    sniff: bookmarks::is_netscape,
    parse: |bytes, origin| finish(bytes, origin, "Bookmarks", bookmarks::read),
};

/// JSON of other programs that holds articles.
pub const JSON: Format = Format {
    name: "json",
    extensions: &["json"],
    about: "Articles and lists of links in JSON, by the usual keys",
    sniff: |_| false,
    parse: |bytes, origin| finish(bytes, origin, "", json_lists::read_any),
};

/// What was read of an export.
#[derive(Debug, Default)]
struct List {
    entries: Vec<Entry>,
    cut: bool,
}

impl List {
    /// A list of which nothing was whole.
    fn broken() -> Self {
        Self { cut: true, ..Self::default() }
    }
}

/// Returns the shape of the list of Pocket that a file begins with.
fn pocket_lists(head: &[u8]) -> Option<&'static json_lists::Shape> {
    [&json_lists::POCKET_MARKED, &json_lists::POCKET_COLLECTION]
        .into_iter()
        .find(|shape| json_lists::is_list(head, shape))
}

fn json(bytes: &[u8], origin: &Origin<'_>, shape: &json_lists::Shape) -> Result<Vec<Article>, Problem> {
    finish(bytes, origin, shape.name, |text| json_lists::read(text, shape))
}

/// Decodes an export, reads it, and makes articles of its entries.
fn finish(
    bytes: &[u8],
    origin: &Origin<'_>,
    name: &str,
    read: impl Fn(&str) -> List,
) -> Result<Vec<Article>, Problem> {
    let decoded = encoding::decode(bytes, None).ok_or(Problem::Binary)?;
    let mut list = read(&decoded.text);
    let too_many = list.entries.len() > MOST_ENTRIES;
    list.entries.truncate(MOST_ENTRIES);
    if list.entries.is_empty() {
        let cut = "broken or cut short before the first article";
        let reason = if list.cut { cut } else { "no articles in this file" };
        return Err(Problem::Unreadable(Text::new(reason)));
    }
    let of = Collection {
        name: Text::some_line(name),
        without_text: "link only: the export holds no text of this article",
        ..Collection::default()
    };
    let mut articles = feed::articles(list.entries, &of, origin);
    if let Some(first) = articles.first_mut() {
        let warnings = &mut first.provenance.warnings;
        warnings.extend(
            list.cut.then(|| Text::new("the export is broken or cut short: what could be read is here")),
        );
        warnings.extend(too_many.then(|| Text::new("more than 10,000 entries: the rest was left out")));
    }
    for article in &mut articles {
        article.provenance.encoding = decoded.encoding;
    }
    Ok(articles)
}
