//! Owns the header block of a message: recognising one, and making it UTF-8 where it was written
//! raw in another encoding. It refuses to say what the headers mean.

use std::borrow::Cow;

use super::joined;
use crate::formats::encoding;

/// Headers that mail programs write and hardly anybody else, in lower case.
const TELLING: &[&str] = &[
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "delivered-to",
    "from",
    "content-type",
    "content-transfer-encoding",
    "dkim-signature",
    "list-id",
    "envelope-to",
    "x-original-to",
    "arc-seal",
    "authentication-results",
    "received-spf",
    "snapshot-content-location",
    "x-mozilla-status",
    "sender",
];
/// Headers that other heads of fields share with mail.
const SHARED: &[&str] =
    &["to", "cc", "subject", "date", "reply-to", "sent", "in-reply-to", "references", "bcc"];
/// The most lines looked at to recognise a header block.
const LINES: usize = 200;

/// Says whether bytes begin with the headers of a message: nothing but `Name: value` lines up to
/// the first blank one, two of them known, one of those mail's own.
pub(super) fn is_head(head: &[u8]) -> bool {
    let head = begun(head);
    let (mut telling, mut shared) = (0_usize, 0_usize);
    let mut lines = head.split(|byte| *byte == b'\n').take(LINES).peekable();
    let mut first = true;
    while let Some(line) = lines.next() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let is_last = lines.peek().is_none();
        if line.is_empty() && !first {
            break;
        }
        if !(line.starts_with(b" ") || line.starts_with(b"\t")) || first {
            match name(line) {
                Some(name) if TELLING.contains(&name.as_str()) => telling += 1,
                Some(name) if SHARED.contains(&name.as_str()) => shared += 1,
                Some(_) => {}
                None if is_last && !first => {}
                None => return false,
            }
        }
        first = false;
    }
    telling >= 1 && telling + shared >= 2
}

/// Cuts a byte order mark and blank lines off the front of a message.
pub(super) fn begun(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let blank = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    bytes.get(blank..).unwrap_or_default()
}

/// Returns the name of a header line, in lower case.
pub(super) fn name(line: &[u8]) -> Option<String> {
    let colon = memchr::memchr(b':', line.get(..80).unwrap_or(line))?;
    let name = line.get(..colon)?.trim_ascii_end();
    let is_name =
        !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte));
    is_name.then(|| String::from_utf8_lossy(name).to_ascii_lowercase())
}

/// Returns the length of the header block, the blank line behind it included.
pub(super) fn length(bytes: &[u8]) -> usize {
    for at in memchr::memchr_iter(b'\n', bytes) {
        let rest = bytes.get(at + 1..).unwrap_or_default();
        let blank = if rest.starts_with(b"\n") { Some(1) } else { rest.starts_with(b"\r\n").then_some(2) };
        if let Some(blank) = blank {
            return at + 1 + blank;
        }
    }
    bytes.len()
}

/// Returns the message with headers in UTF-8: old programs put letters there as they were typed.
pub(super) fn mended(bytes: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memchr(b'\n', bytes).is_none() && memchr::memchr(b'\r', bytes).is_some() {
        // Lines as old computers ended them.
        let lines: Vec<u8> = bytes.iter().map(|byte| if *byte == b'\r' { b'\n' } else { *byte }).collect();
        return Cow::Owned(mended(&lines).into_owned());
    }
    let bytes = begun(bytes);
    let (head, body) = bytes.split_at_checked(length(bytes)).unwrap_or((bytes, &[]));
    let is_plain = memchr::memchr(0x1b, head).is_none() && simdutf8::basic::from_utf8(head).is_ok();
    if is_plain {
        return match joined::join(head) {
            Some(mut whole) => {
                whole.extend_from_slice(body);
                Cow::Owned(whole)
            }
            None => Cow::Borrowed(bytes),
        };
    }
    let Some(decoded) = encoding::decode(head, charset(head).as_deref()) else { return Cow::Borrowed(bytes) };
    let mut whole = decoded.text.into_bytes();
    whole.extend_from_slice(body);
    Cow::Owned(whole)
}

fn charset(head: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, rest) = text.split_once("charset=")?;
    let label = rest.trim_start_matches(['"', '\'', ' ']);
    let end =
        label.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(label.len());
    label.get(..end).filter(|label| !label.is_empty()).map(str::to_owned)
}
