//! Owns reading fields line by line, for blocks no library accepts. It refuses nested maps: only
//! top-level keys, their values and their lists count.

use super::fields::Fields;

/// Brackets that may stay open at the end of a line.
const DEEPEST: usize = 8;

/// Lines that may end a block that no line opened, as Hexo writes it.
pub(super) const CLOSING: &[&str] = &["\n---", "\n;;;"];

/// What could be read, and how many lines could not.
#[derive(Debug, Default)]
pub(super) struct Lenient {
    pub(super) fields: Fields,
    pub(super) skipped: usize,
}

/// Reads top-level `key: value` lines, `- item` lists, and values continued on the next lines.
pub(super) fn read(block: &str) -> Lenient {
    let mut out = Lenient::default();
    let mut open: Option<(String, Vec<String>)> = None;
    for line in block.lines() {
        let bare = line.trim();
        if bare.is_empty() || (bare.starts_with('#') && !is_quoted_open(open.as_ref())) {
            continue;
        }
        let pair = key_value(line).filter(|(key, _)| !is_quoted_open(open.as_ref()) || !key.contains(' '));
        if let Some((key, value)) = pair {
            if is_refused(value) {
                out.skipped += 1;
                continue;
            }
            close(&mut out, open.take());
            open = Some((key.to_owned(), starting(value)));
            continue;
        }
        match &mut open {
            Some((_, values)) => continued(values, line),
            None => out.skipped += 1,
        }
    }
    close(&mut out, open.take());
    out
}

/// Says whether a value is an anchor, an alias or nested beyond what front matter needs.
fn is_refused(value: &str) -> bool {
    value.starts_with(['&', '*']) && !value.starts_with("**")
        || value.starts_with("[[[")
        || value.starts_with("{{{")
        || value.matches(['[', '{']).count() > value.matches([']', '}']).count() + DEEPEST
}

/// Splits `key: value` or `key:: value`; the key starts at the first column and is short.
pub(super) fn key_value(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':').or_else(|| line.split_once(" = "))?;
    let value = value.strip_prefix(':').filter(|value| value.starts_with(' ')).unwrap_or(value);
    let key = key.trim_end().trim_matches(['"', '\'']);
    let good = !key.is_empty()
        && key.chars().count() <= 30
        && key.starts_with(char::is_alphabetic)
        && key.split_whitespace().count() <= 3
        && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.'));
    let spaced = value.is_empty() || value.starts_with([' ', '\t']);
    (good && spaced).then(|| (key, value.trim()))
}

/// Returns the length in bytes of the `Key: value` lines at the start of a text, the blank line
/// after them included; 0 when there are none.
pub(super) fn bare_head(text: &str) -> usize {
    let mut length = 0;
    let mut lists = false;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            return if length == 0 { 0 } else { length + line.len() };
        }
        if length > 0 && matches!(line.trim_end(), "---" | ";;;") {
            return length + line.len();
        }
        let pair = key_value(line.trim_end());
        let item = lists && pair.is_none() && line.starts_with("- ");
        let continued = length > 0 && line.starts_with([' ', '\t']);
        if (!continued && !item && pair.is_none()) || length > 8192 {
            return 0;
        }
        lists = item || pair.is_some_and(|(_, value)| value.is_empty());
        length += line.len();
    }
    length
}

fn starting(value: &str) -> Vec<String> {
    if let Some(inside) =
        value.strip_prefix('[').and_then(|v| v.strip_suffix(']')).filter(|_| !value.starts_with("[["))
    {
        return inside.split(',').map(unquoted).filter(|v| !v.is_empty()).collect();
    }
    let folded = value.starts_with(['|', '>']) && value.len() <= 2;
    if value.is_empty() || folded { Vec::new() } else { vec![value.to_owned()] }
}

fn continued(values: &mut Vec<String>, line: &str) {
    let bare = line.trim();
    let item = bare.strip_prefix("- ").filter(|_| !values.first().is_some_and(|v| is_open(v)));
    match (item, values.last_mut()) {
        (Some(item), _) => values.push(item.to_owned()),
        (None, Some(last)) => {
            last.push(' ');
            last.push_str(bare);
        }
        (None, None) => values.push(bare.to_owned()),
    }
}

fn close(out: &mut Lenient, open: Option<(String, Vec<String>)>) {
    if let Some((key, values)) = open {
        // A quote that was never closed may have swallowed anything.
        out.skipped += usize::from(values.last().is_some_and(|value| is_open(value)));
        out.fields.add(&key, values.iter().map(|value| unquoted(value)).collect());
    }
}

fn is_quoted_open(open: Option<&(String, Vec<String>)>) -> bool {
    open.and_then(|(_, values)| values.last()).is_some_and(|value| is_open(value))
}

/// Says whether a quoted value has not found its closing quote yet.
fn is_open(value: &str) -> bool {
    ['"', '\''].iter().any(|quote| {
        value.strip_prefix(*quote).is_some_and(|rest| !rest.trim_end().ends_with(*quote) && rest.len() < 4096)
    })
}

fn unquoted(value: &str) -> String {
    let value = value.trim();
    for quote in ['"', '\''] {
        let inside = value.strip_prefix(quote).and_then(|v| v.strip_suffix(quote));
        if let Some(inside) = inside {
            return inside.replace("\\\"", "\"").replace("''", "'");
        }
    }
    value.to_owned()
}
