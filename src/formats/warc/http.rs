//! Owns the answers of servers as an archive records them: status, kind, packing. It refuses what is
//! no page or no success.

use flate2::read::{DeflateDecoder, ZlibDecoder};

use super::record::{self, Record};
use crate::formats::packed::{self, Kind};

/// A page as the server sent it, unpacked.
pub(super) struct Page {
    pub(super) body: Vec<u8>,
    pub(super) charset: Option<String>,
}

/// Returns the page in a record, at most `most` bytes of it.
pub(super) fn page(record: &Record<'_>, most: usize) -> Option<Page> {
    let answer = Answer::of(record)?;
    let (kind, parameters) = answer.kind.split_once(';').unwrap_or((answer.kind, ""));
    if !matches!(kind.trim().to_ascii_lowercase().as_str(), "text/html" | "application/xhtml+xml") {
        return None;
    }
    let whole = if answer.is_chunked { joined(answer.body) } else { answer.body.to_vec() };
    let cap = u64::try_from(most).unwrap_or(u64::MAX);
    let mut body = match answer.packing.as_str() {
        "" | "identity" => whole,
        "gzip" | "x-gzip" if packed::kind(&whole).is_none() => whole,
        "gzip" | "x-gzip" => packed::unpack(Kind::Gzip, &whole, cap, cap).bytes,
        "zstd" => packed::unpack(Kind::Zstandard, &whole, cap, cap).bytes,
        "deflate" => inflated(&whole, cap),
        // Some archives keep the header of a packing they have undone.
        _ if is_text(&whole) => whole,
        _ => return None,
    };
    body.truncate(most);
    (!body.trim_ascii().is_empty()).then(|| Page { body, charset: charset(parameters) })
}

/// Says whether a record holds a page in a packing that cannot be undone.
pub(super) fn is_unreadable(record: &Record<'_>) -> bool {
    Answer::of(record).is_some_and(|answer| {
        answer.kind.to_ascii_lowercase().starts_with("text/html")
            && matches!(answer.packing.as_str(), "br" | "compress")
    })
}

/// What a server answered.
struct Answer<'b> {
    kind: &'b str,
    packing: String,
    is_chunked: bool,
    body: &'b [u8],
}

impl<'b> Answer<'b> {
    /// Reads a success; anything else is no page. A thing kept by itself has no answer around it.
    fn of(record: &Record<'b>) -> Option<Self> {
        let kind = record.field("content-type").unwrap_or_default();
        if !kind.to_ascii_lowercase().starts_with("application/http") {
            return Some(Self { kind, packing: String::new(), is_chunked: false, body: record.block });
        }
        if status(record.block)? != 200 {
            return None;
        }
        let (fields, body) = record::fields(record.block);
        let value =
            |name: &str| fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| *value);
        Some(Self {
            kind: value("content-type"),
            packing: value("content-encoding").to_ascii_lowercase(),
            is_chunked: value("transfer-encoding").eq_ignore_ascii_case("chunked"),
            body,
        })
    }
}

fn status(block: &[u8]) -> Option<u16> {
    let line = block.get(..memchr::memchr(b'\n', block)?)?;
    let line = std::str::from_utf8(line).ok()?;
    line.starts_with("HTTP/").then(|| line.split_whitespace().nth(1)?.parse().ok()).flatten()
}

/// Joins the chunks of a body; a body that is not chunked after all comes back as it is.
fn joined(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(end) = memchr::memchr(b'\n', rest.get(..64).unwrap_or(rest)) {
        let line = String::from_utf8_lossy(rest.get(..end).unwrap_or_default()).into_owned();
        let size = line.split(';').next().and_then(|size| usize::from_str_radix(size.trim(), 16).ok());
        let Some(size) = size else { break };
        let data = rest.get(end + 1..).unwrap_or_default();
        out.extend_from_slice(data.get(..size).unwrap_or(data));
        if size == 0 {
            return out;
        }
        let after = data.get(size..).unwrap_or_default();
        rest = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")).unwrap_or(after);
    }
    if out.is_empty() { body.to_vec() } else { out }
}

/// Undoes `deflate`, which servers send with or without the header it should have.
fn inflated(packed: &[u8], cap: u64) -> Vec<u8> {
    let with = packed::drain(ZlibDecoder::new(packed), cap, cap).bytes;
    if with.is_empty() { packed::drain(DeflateDecoder::new(packed), cap, cap).bytes } else { with }
}

fn is_text(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"<")
}

fn charset(parameters: &str) -> Option<String> {
    let lower = parameters.to_ascii_lowercase();
    let (_, label) = lower.split_once("charset=")?;
    let label = label.trim_matches(['"', '\'', ' ']).split([';', ' ', ',']).next()?.trim_matches(['"', '\'']);
    (!label.is_empty()).then(|| label.to_owned())
}
