//! Owns heads of fields that no line opens: `Key: value` of Pelican, `key:: value` of Logseq, `% Title` of
//! Pandoc. It refuses to take the first lines of a text for one.

use super::fields::Fields;
use super::{FrontMatter, keys, lines};

/// Names that show a head besides those of the fields that are read.
const OTHERS: &[&str] = &["slug", "status"];

/// The fields that such services write, and what they are elsewhere.
const SPACED: &[(&str, &str)] = &[("URL Source", "url"), ("Published Time", "date")];
/// The most of them, and the line under which the text begins.
const MOST_SPACED: usize = 8;
const BEGINS: &str = "Markdown Content:";

/// Splits a text whose first lines are bare fields.
pub fn split_bare(text: &str) -> (Option<FrontMatter>, &str) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.starts_with("% ") {
        return split_percents(text);
    }
    if let Some(rest) = text.strip_prefix("Title: ") {
        return split_spaced(rest).map_or_else(|| split_fields(text), |(matter, rest)| (Some(matter), rest));
    }
    split_fields(text)
}

/// Splits the lines that services which turn pages into Markdown put above them, a blank one between each and the
/// next, down to the one that says that the text follows. The title comes first.
fn split_spaced(title: &str) -> Option<(FrontMatter, &str)> {
    let (title, mut rest) = title.split_once('\n')?;
    let mut fields = Fields::default();
    fields.add("title", vec![title.trim().to_owned()]);
    for _ in 0..MOST_SPACED {
        let (line, after) = rest.trim_start_matches(['\n', '\r']).split_once('\n')?;
        if line.trim_end() == BEGINS {
            return Some((FrontMatter { fields, warning: None }, after));
        }
        let (key, value) = line.split_once(": ")?;
        if let Some((_, name)) = SPACED.iter().find(|(spaced, _)| *spaced == key) {
            fields.add(name, vec![value.trim().to_owned()]);
        }
        rest = after;
    }
    None
}

fn split_fields(text: &str) -> (Option<FrontMatter>, &str) {
    let head = lines::bare_head(text);
    let block = text.get(..head).unwrap_or_default().trim_end();
    if head == 0 {
        return (None, text);
    }
    let read = lines::read(lines::CLOSING.iter().find_map(|line| block.strip_suffix(line)).unwrap_or(block));
    let known = [
        keys::TITLE,
        keys::DATE,
        keys::AUTHOR,
        keys::TAGS,
        keys::SUMMARY,
        keys::SOURCE,
        keys::LANGUAGE,
        OTHERS,
    ];
    let count = known.iter().filter(|names| read.fields.one(names).is_some()).count();
    let doubled = block.lines().all(|line| line.contains("::"));
    let enough = if doubled { count > 0 } else { count > 1 && read.fields.one(keys::TITLE).is_some() };
    if read.skipped > 0 || !enough {
        return (None, text);
    }
    (Some(FrontMatter { fields: read.fields, warning: None }), text.get(head..).unwrap_or_default())
}

/// Splits `% Title`, `% Author; Author` and `% Date` off a text, in this order, up to a blank line.
fn split_percents(text: &str) -> (Option<FrontMatter>, &str) {
    let mut fields = Fields::default();
    let mut rest = text;
    for names in [keys::TITLE, keys::AUTHOR, keys::DATE] {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        let Some(value) = line.strip_prefix('%') else { break };
        if let Some(name) = names.first().filter(|_| !value.trim().is_empty()) {
            fields.add(name, vec![value.trim().to_owned()]);
        }
        rest = after;
    }
    let ends = rest.is_empty() || rest.starts_with(['\n', '\r']);
    if ends { (Some(FrontMatter { fields, warning: None }), rest) } else { (None, text) }
}
