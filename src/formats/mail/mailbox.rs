//! Owns mailboxes: where one message ends and the next begins, in one pass. It refuses to read the
//! messages.

use std::borrow::Cow;

use mail_parser::MessageParser;

use super::{envelope, letter};
use crate::article::{Article, Text};
use crate::formats::{Origin, Problem};

/// The most messages read of one mailbox.
const MOST: usize = 25_000;

/// Says whether bytes begin with the `From ` line of a mailbox.
pub(super) fn sniff(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    head.starts_with(b"From ") && after_line(head).is_some_and(envelope::is_head)
}

/// Reads each message of a mailbox.
pub(super) fn parse(bytes: &[u8], origin: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    let parser = MessageParser::default();
    let name = origin.name.strip_suffix(".mbox").or_else(|| origin.name.strip_suffix(".mbx"));
    let collection = Text::some_line(name.unwrap_or(origin.name));
    let mut articles = Vec::new();
    let messages = split(bytes);
    let left_out = messages.len().saturating_sub(MOST);
    for (number, message) in messages.iter().take(MOST).enumerate() {
        let Some(mut article) = letter::read(&unquoted(message), &parser) else { continue };
        article.provenance.item = Some(Text::new(&(number + 1).to_string()));
        article.provenance.collection.clone_from(&collection);
        articles.push(article);
    }
    if articles.is_empty() {
        return Err(Problem::Unreadable(Text::new("no message in this mailbox")));
    }
    if let Some(last) = articles.last_mut().filter(|_| left_out > 0) {
        last.provenance.warnings.push(Text::line(&format!("{left_out} more messages were left out")));
    }
    Ok(articles)
}

/// Cuts a mailbox into its messages, without their `From ` lines. Such a line stands after a blank
/// one, or right before a header: some programs leave the blank line out.
pub(super) fn split(bytes: &[u8]) -> Vec<&[u8]> {
    let mut messages = Vec::new();
    let mut start = None;
    let mut blank = true;
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let line = rest.get(..end).unwrap_or(rest).trim_ascii_end();
        if line.starts_with(b"From ") && is_border(rest.get(end..).unwrap_or_default(), blank) {
            messages.extend(start.and_then(|start| bytes.get(start..at)));
            start = Some(at + end);
        }
        blank = line.is_empty();
        at += end;
    }
    messages.extend(start.or(Some(0)).and_then(|start| bytes.get(start..)));
    messages.retain(|message| !message.trim_ascii().is_empty());
    messages
}

/// Says whether a message begins here: with a header, after a blank line or not; a sentence that
/// begins with "From" is followed by more prose.
fn is_border(next: &[u8], blank: bool) -> bool {
    let line =
        |bytes: &[u8]| bytes.get(..memchr::memchr(b'\n', bytes).unwrap_or(bytes.len())).map(<[u8]>::to_vec);
    let first = line(next).unwrap_or_default();
    let mark = first.strip_prefix(b">From ").is_some();
    let is_header = |line: &[u8]| envelope::name(line).is_some_and(|name| name.len() > 1);
    if blank {
        return mark || is_header(&first);
    }
    let second = after_line(next).and_then(line).unwrap_or_default();
    is_header(&first) && (is_header(&second) || second.starts_with(b" ") || second.starts_with(b"\t"))
}

fn after_line(bytes: &[u8]) -> Option<&[u8]> {
    bytes.get(memchr::memchr(b'\n', bytes)? + 1..)
}

/// Takes the `>` off lines where a mailbox has quoted `From `.
fn unquoted(message: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memmem::find(message, b">From ").is_none() {
        return Cow::Borrowed(message);
    }
    let mut out = Vec::with_capacity(message.len());
    for line in message.split_inclusive(|byte| *byte == b'\n') {
        let bare = line.iter().position(|byte| *byte != b'>').unwrap_or_default();
        let is_quoted = bare > 0 && line.get(bare..).is_some_and(|rest| rest.starts_with(b"From "));
        out.extend_from_slice(line.get(usize::from(is_quoted)..).unwrap_or(line));
    }
    Cow::Owned(out)
}
