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
    selection: "",
    states: &[],
};

pub(super) const INSTAPAPER: Table = Table {
    signs: &["url", "title", "selection", "folder"],
    guid: "",
    tags: &["folder", "tags"],
    between: ',',
    selection: "selection",
    states: &["unread", "archive", "starred"],
};

pub(super) const READWISE: Table = Table {
    signs: &["title", "url", "id", "document tags", "saved date", "reading progress"],
    guid: "id",
    tags: &["document tags"],
    between: ',',
    selection: "",
    states: &[],
};

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
    fn of(self, column: &str) -> Option<String> {
        let at = self.columns.iter().position(|known| known == column)?;
        self.record.get(at).filter(|value| !value.is_empty()).map(str::to_owned)
    }
}

fn entry(row: Row<'_>, table: &Table) -> Option<Entry> {
    let url = row.of("url")?;
    // A reader that knew no title wrote the address in its place.
    let title = row.of("title").filter(|title| *title != url);
    Some(Entry {
        guid: row.of(table.guid),
        title: title.map(Words::Plain),
        summary: row.of(table.selection).map(Words::Plain),
        tags: tags(row, table),
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
