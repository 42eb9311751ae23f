//! Owns exports that are tables with commas: which columns each reader gives. It refuses tables whose
//! first line is not theirs.

use super::super::entry::{Entry, Words};
use super::{List, MOST_ENTRIES};
use crate::formats::encoding;

/// The columns of one kind of table, in lower case.
#[derive(Debug)]
pub(super) struct Table {
    /// Columns that must all be there.
    signs: &'static [&'static str],
    guid: &'static str,
    tags: &'static [&'static str],
    /// What stands between two tags.
    between: char,
    /// When the reader saved it.
    saved: &'static [&'static str],
    /// Words the reader picked from the article.
    selection: &'static str,
    /// Folders that are states of reading, not labels.
    states: &'static [&'static str],
}

pub(super) const POCKET: Table = Table {
    signs: &["title", "url", "time_added", "tags", "status"],
    guid: "",
    tags: &["tags"],
    between: '|',
    saved: &["time_added"],
    selection: "",
    states: &[],
};

pub(super) const INSTAPAPER: Table = Table {
    signs: &["url", "title", "selection", "folder"],
    guid: "",
    tags: &["folder", "tags"],
    between: ',',
    saved: &["timestamp"],
    selection: "selection",
    states: &["unread", "archive", "starred"],
};

pub(super) const READWISE: Table = Table {
    signs: &["title", "url", "id", "document tags", "saved date", "reading progress"],
    guid: "id",
    tags: &["document tags"],
    between: ',',
    saved: &["saved date"],
    selection: "",
    states: &[],
};

/// A table nobody claims, read by the names most programs give their columns.
pub(super) const ANY: Table = Table {
    signs: &[],
    guid: "",
    tags: &["tags", "labels"],
    between: ',',
    saved: &["created", "saved", "saved at", "date added", "added", "last interaction date"],
    selection: "",
    states: &[],
};

/// Where such a table keeps the address, the title, the summary, the author, the outlet.
const URLS: &[&str] = &["url", "link", "address", "href"];
const TITLES: &[&str] = &["title", "name", "headline"];
const SUMMARIES: &[&str] = &["excerpt", "description", "summary", "note"];
const AUTHORS: &[&str] = &["author", "authors", "byline"];
const OUTLETS: &[&str] = &["publisher", "site", "site name", "outlet", "domain"];

/// Says whether the first line of a file names a column of addresses and one of titles.
pub(super) fn is_any_table(head: &[u8]) -> bool {
    let first = first_line(head);
    if memchr::memchr(b',', first).is_none() {
        return false;
    }
    let Ok(line) = std::str::from_utf8(first.trim_ascii_end()) else { return false };
    let line = line.trim_start_matches('\u{feff}').trim_end_matches(['\r', '\n']);
    let mut columns = line.split(',').map(|column| column.trim().trim_matches('"').to_lowercase());
    let (mut urls, mut titles) = (false, false);
    let is_column = |column: &str| column.len() <= LONGEST_COLUMN && !column.ends_with(['.', ':', '!', '?']);
    let all = columns.all(|column| {
        urls |= URLS.contains(&column.as_str());
        titles |= TITLES.contains(&column.as_str());
        is_column(&column)
    });
    all && urls && titles
}

/// The longest name of a column, in bytes.
const LONGEST_COLUMN: usize = 40;

/// Returns the bytes up to the end of the first line, and one more: the second half of a wide line feed.
fn first_line(head: &[u8]) -> &[u8] {
    let end = memchr::memchr(b'\n', head).map_or(head.len(), |at| (at + 2).min(head.len()));
    head.get(..end).unwrap_or(head)
}

/// Says whether the first line of a file names these columns.
pub(super) fn is_table(head: &[u8], table: &Table) -> bool {
    let first = first_line(head);
    // No line of fewer commas has so many columns, in whatever encoding.
    if memchr::memchr_iter(b',', first).count() + 1 < table.signs.len() {
        return false;
    }
    let glanced = encoding::glance(first);
    let line = glanced.lines().next().unwrap_or_default();
    if !line.contains(',') {
        return false;
    }
    let names = |column: &str, sign: &str| column.chars().flat_map(char::to_lowercase).eq(sign.chars());
    let columns = line.split(',').map(|column| column.trim().trim_matches('"'));
    table.signs.iter().all(|sign| columns.clone().any(|column| names(column, sign)))
}

/// Reads a decoded table. A line that is no row of it is stepped over.
pub(super) fn read(text: &str, table: &Table) -> List {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let columns: Vec<String> =
        reader.headers().map(|line| line.iter().map(str::to_lowercase).collect()).unwrap_or_default();
    let mut list = List::default();
    for record in reader.records() {
        let Ok(record) = record else {
            list.cut = true;
            continue;
        };
        let row = Row { columns: &columns, record: &record };
        list.entries.extend(entry(row, table));
        if list.entries.len() > MOST_ENTRIES {
            break;
        }
    }
    list
}

#[derive(Clone, Copy)]
struct Row<'a> {
    columns: &'a [String],
    record: &'a csv::StringRecord,
}

impl Row<'_> {
    fn first(self, columns: &[&str]) -> Option<String> {
        columns.iter().find_map(|column| self.of(column))
    }

    fn of(self, column: &str) -> Option<String> {
        let at = self.columns.iter().position(|known| known == column)?;
        self.record.get(at).filter(|value| !value.is_empty()).map(str::to_owned)
    }
}

fn entry(row: Row<'_>, table: &Table) -> Option<Entry> {
    let url = row.first(URLS)?;
    // A reader that knew no title wrote the address in its place.
    let title = row.first(TITLES).filter(|title| *title != url);
    let chosen = row.of(table.selection);
    let summary = if table.signs.is_empty() { row.first(SUMMARIES) } else { chosen };
    Some(Entry {
        authors: row.first(AUTHORS).into_iter().collect(),
        outlet: row.first(OUTLETS),
        guid: row.of(table.guid),
        title: title.map(Words::Plain),
        summary: summary.map(Words::Plain),
        tags: tags(row, table),
        saved: row.first(table.saved),
        url: Some(url),
        ..Entry::default()
    })
}

/// Reads the labels, whether parted by a sign or written as a list of quoted words (`['a', 'b']`).
fn tags(row: Row<'_>, table: &Table) -> Vec<String> {
    let cells = table.tags.iter().filter_map(|column| row.of(column));
    let tags = cells.flat_map(|cell| {
        let inside = cell.trim_matches(['[', ']']).to_owned();
        let words =
            inside.split(table.between).map(|tag| tag.trim().trim_matches(['\'', '"']).trim().to_owned());
        words.collect::<Vec<_>>()
    });
    tags.filter(|tag| !tag.is_empty() && !table.states.contains(&tag.to_lowercase().as_str())).collect()
}
