//! Owns the tables of sfeed: an entry a line, fields between tabs. It refuses lines that are none.

use super::super::entry::{Collection, Entry, Words};
use super::xml::MOST_ENTRIES;
use super::{Feed, WITHOUT_TEXT};

/// Fields a line has at least: time, title, link, content, kind of content, id, author.
const FEWEST_FIELDS: usize = 7;
/// Lines at the front that must all be entries.
const LOOKED_AT: usize = 3;

/// Says whether the first characters of a file are those of such a table.
pub(super) fn is_table(head: &str) -> bool {
    // The last line may be cut.
    let whole = head.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let mut lines = whole.lines().take(LOOKED_AT).peekable();
    lines.peek().is_some() && lines.all(is_entry)
}

fn is_entry(line: &str) -> bool {
    let fields: Vec<&str> = line.split('\t').collect();
    let field = |at: usize| fields.get(at).copied().unwrap_or_default();
    fields.len() >= FEWEST_FIELDS
        && field(0).bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        && matches!(field(4), "html" | "plain" | "")
        && (field(2).contains("://") || !field(1).is_empty())
        && !(field(0).is_empty() && field(2).is_empty())
}

/// Reads a decoded table.
pub(super) fn read(text: &str) -> Feed {
    let of = Collection { without_text: WITHOUT_TEXT, summary_is_text: true, ..Collection::default() };
    let mut lines = text.lines().filter(|line| is_entry(line));
    let entries: Vec<Entry> = lines.by_ref().take(MOST_ENTRIES).map(entry).collect();
    let more = lines.next().is_some();
    let warnings = more.then_some("more than 10,000 entries: the rest was left out").into_iter().collect();
    Feed { of, entries, warnings }
}

fn entry(line: &str) -> Entry {
    let mut fields = line.split('\t').map(plain);
    let mut next = || fields.next().filter(|field| !field.trim().is_empty());
    let (published, title, url, content) = (next(), next(), next(), next());
    let (kind, guid, author, _enclosure, tags) = (next(), next(), next(), next(), next());
    let is_html = kind.as_deref() == Some("html");
    Entry {
        published,
        title: title.map(Words::Plain),
        url,
        content: content.map(|words| if is_html { Words::Html(words) } else { Words::Plain(words) }),
        guid,
        authors: author.into_iter().collect(),
        tags: tags.iter().flat_map(|tags| tags.split('|')).map(str::to_owned).collect(),
        ..Entry::default()
    }
}

/// Reads `\\n`, `\\t` and `\\\\` as what they stand for.
fn plain(field: &str) -> String {
    let mut out = String::with_capacity(field.len());
    let mut chars = field.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some(other) => out.push(other),
                None => {}
            },
            (c, false) => out.push(c),
        }
    }
    out
}
