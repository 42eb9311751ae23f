//! Owns cutting an archive into its records: a version line, fields, a blank line, as many bytes as
//! the fields say. It refuses to trust that number further than the file goes.

use crate::article::Text;

/// The most fields read of one record.
const MOST_FIELDS: usize = 100;

/// One record: its fields and its bytes.
pub(super) struct Record<'b> {
    fields: Vec<(String, &'b str)>,
    /// What was recorded, as far as the file holds it.
    pub(super) block: &'b [u8],
}

impl<'b> Record<'b> {
    /// Returns the value of a field, named in lower case.
    pub(super) fn field(&self, name: &str) -> Option<&'b str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| *value)
    }

    /// Returns the address that was recorded, if it is one on the web.
    pub(super) fn target(&self) -> Option<Text> {
        let raw = self.field("warc-target-uri")?.trim_matches(['<', '>']);
        let url = url::Url::parse(raw).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        url.has_host().then(|| Text::some_line(raw)).flatten()
    }
}

/// Returns the records of an archive, one after the other; bytes between them are stepped over.
pub(super) fn records(bytes: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let start = next_start(rest)?;
        let (record, after) = read(rest.get(start..)?);
        rest = after;
        Some(record)
    })
}

/// Finds the version line of the next record: at once, or after whatever stands in between.
fn next_start(bytes: &[u8]) -> Option<usize> {
    let blank = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    if bytes.get(blank..)?.starts_with(b"WARC/") {
        return Some(blank);
    }
    memchr::memmem::find(bytes, b"\nWARC/1.").map(|at| at + 1)
}

fn read(bytes: &[u8]) -> (Record<'_>, &[u8]) {
    let (fields, rest) = fields(bytes);
    let length =
        fields.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse().ok());
    // Without a length, the record ends where the next begins.
    let length: usize = length.unwrap_or_else(|| next_start(rest).unwrap_or(rest.len()));
    let (block, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
    (Record { fields, block }, after)
}

/// Reads a first line and the `Name: value` lines under it, up to the blank one.
pub(super) fn fields(bytes: &[u8]) -> (Vec<(String, &str)>, &[u8]) {
    let mut fields = Vec::new();
    let mut rest = bytes;
    let mut first = true;
    while !rest.is_empty() {
        let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let (line, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        rest = after;
        let line = line.trim_ascii();
        if line.is_empty() && !first {
            break;
        }
        let text = std::str::from_utf8(line).unwrap_or_default();
        if let Some((name, value)) = text.split_once(':').filter(|_| !first && fields.len() < MOST_FIELDS) {
            fields.push((name.trim().to_ascii_lowercase(), value.trim()));
        }
        first = false;
    }
    (fields, rest)
}
