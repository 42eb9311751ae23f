//! Owns the signs single programs put into a line of Markdown: names of blocks, properties, marked words, heads
//! of callouts. It refuses to look at more than one line.

use std::borrow::Cow;

/// Cuts the name some programs put at the end of a block to link to it (` ^a1b2c3`).
pub(super) fn without_block_id(line: &str) -> &str {
    if memchr::memchr(b'^', line.as_bytes()).is_none() {
        return line;
    }
    let trimmed = line.trim_end();
    let Some((before, id)) =
        trimmed.rsplit_once(" ^").or_else(|| trimmed.strip_prefix('^').map(|id| ("", id)))
    else {
        return line;
    };
    let is_id =
        !id.is_empty() && id.len() <= 40 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if is_id { before } else { line }
}

/// Turns `==words==` into marked words.
pub(super) fn marked(line: &str) -> Cow<'_, str> {
    if !line.contains("==") {
        return Cow::Borrowed(line);
    }
    let parts: Vec<&str> = line.split("==").collect();
    let tight =
        |part: &&str| !part.is_empty() && !part.starts_with([' ', '=']) && !part.ends_with([' ', '=']);
    let inner = parts.iter().skip(1).step_by(2);
    if parts.len() < 3 || parts.len().is_multiple_of(2) || !inner.clone().all(tight) {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len() + 16);
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            out.push_str(if i % 2 == 1 { "<mark>" } else { "</mark>" });
        }
        out.push_str(part);
    }
    Cow::Owned(out)
}

/// Splits the head of a callout, `> [!note]- Title`, into its quote marks and its title.
pub(super) fn callout(line: &str) -> Option<(&str, String)> {
    let at = line.find("[!")?;
    let prefix = line.get(..at)?.trim_end();
    if prefix.is_empty() || !prefix.chars().all(|c| matches!(c, '>' | ' ')) {
        return None;
    }
    let (kind, title) = line.get(at + 2..)?.split_once(']')?;
    let kind = kind.split('|').next().unwrap_or(kind).trim();
    let good = !kind.is_empty() && kind.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '));
    let title = title.trim_start_matches(['+', '-']).trim();
    let mut letters = kind.chars();
    let named: String = letters.next()?.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect();
    good.then(|| (prefix, if title.is_empty() { named } else { title.to_owned() }))
}

/// Keeps a colon that opens a line, unless it opens a definition (`: words`) or parts a table.
pub(super) fn escaped_colon(line: Cow<'_, str>) -> Cow<'_, str> {
    let bare = line.trim_start_matches([' ', '>', '\t', '-', '*']);
    let opens = bare.strip_prefix(':').is_some_and(|rest| !rest.is_empty() && !rest.starts_with([' ', '\t']));
    if !opens || bare.chars().all(|c| matches!(c, ':' | '-' | '|' | ' ')) {
        return line;
    }
    let at = line.len() - bare.len();
    Cow::Owned([line.get(..at).unwrap_or_default(), "\\", bare].concat())
}

/// Says whether a line tells Logseq something of the block above it.
pub(super) fn is_property(line: &str) -> bool {
    let bare = line.trim_start_matches([' ', '\t', '-']);
    bare.starts_with("id:: ") || bare.starts_with("collapsed:: ")
}

/// Cuts references to blocks of Logseq, `((65a1b2c3-…))`, out of a line.
pub(super) fn without_references(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("((") {
        out.push_str(before);
        let name = after.get(..36).filter(|name| name.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-'));
        let behind = name.and_then(|_| after.get(36..)?.strip_prefix("))"));
        if behind.is_none() {
            out.push_str("((");
        }
        rest = behind.unwrap_or(after);
    }
    out.push_str(rest);
    out
}
