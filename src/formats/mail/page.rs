//! Owns pages a browser saved as one message of many parts. It refuses the pictures and styles kept
//! beside the page until one is asked for, and to find the article in it: that is HTML's.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders};

use super::{body, envelope, letter};
use crate::article::{Article, Field, FoundIn, Text};
use crate::formats::{Origin, Problem, html};

/// Says whether the headers are those of a saved page: the browser says so, or its parts belong
/// together and nobody sent it to anybody.
pub(super) fn is_page(head: &[u8]) -> bool {
    let block = head.get(..envelope::length(head)).unwrap_or(head);
    let text = String::from_utf8_lossy(block).to_ascii_lowercase();
    let has = |name: &str| {
        text.lines().any(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':')))
    };
    if has("snapshot-content-location") || text.contains("from: <saved by") || text.contains("mhtml engine") {
        return true;
    }
    let sent = ["to", "received", "message-id", "delivered-to", "return-path"].into_iter().any(has);
    let page = text.contains("multipart/related") || text.contains("text/html");
    page && !sent && (!has("from") || has("content-location"))
}

/// Reads the page of the archive.
pub(super) fn parse(bytes: &[u8], _: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    let bytes = envelope::mended(bytes);
    if body::is_knotted(&bytes) {
        return Err(Problem::Unreadable(Text::new("too many parts inside one another")));
    }
    let message = MessageParser::default().parse(&*bytes);
    let message = message.ok_or_else(|| Problem::Unreadable(Text::new("no headers of a saved page")))?;
    let mut article = page(&message).unwrap_or_else(|| {
        let mut article = Article::default();
        article.provenance.warnings.push(Text::new("no page in this file"));
        article
    });
    article.headline = article.headline.or_else(|| message.subject().and_then(Text::some_line));
    article.note(FoundIn::Container);
    Ok(vec![article])
}

/// Reads the first part that is a page.
fn page(message: &Message<'_>) -> Option<Article> {
    let part = message.parts.iter().find(|part| part.is_text_html())?;
    let bytes = body::bytes(message, part);
    let read = bytes.and_then(|bytes| html::page(&bytes, body::charset(part)));
    let mut article = read.or_else(|| html::page(part.text_contents()?.as_bytes(), Some("utf-8")))?;
    let place = letter::raw(message, "Snapshot-Content-Location").and_then(letter::address);
    if let Some(place) = place.or_else(|| location(part)) {
        article.url = Some(place);
        article.provenance.places.set(Field::Url, FoundIn::Container);
    }
    Some(article)
}

fn location(part: &MessagePart<'_>) -> Option<Text> {
    part.content_location().and_then(letter::address)
}

/// Returns the bytes of the part that a page calls by this address, or by its own name (`cid:`).
pub(in crate::formats) fn picture(bytes: &[u8], place: &str) -> Option<Vec<u8>> {
    let bytes = envelope::mended(bytes);
    if body::is_knotted(&bytes) {
        return None;
    }
    let message = MessageParser::default().parse(&*bytes)?;
    let name = place.strip_prefix("cid:").map(|name| name.trim_matches(['<', '>']));
    let part = message.parts.iter().find(|part| match name {
        Some(name) => part.content_id().is_some_and(|id| id.trim_matches(['<', '>']) == name),
        None => part.content_location().is_some_and(|location| location.trim() == place),
    })?;
    body::bytes(&message, part)
}

/// Returns the pages a message holds, as they were before they were packed for the wire.
pub(in crate::formats) fn pages(bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let bytes = envelope::mended(bytes);
    if !envelope::is_head(&bytes) || body::is_knotted(&bytes) {
        return None;
    }
    let message = MessageParser::default().parse(&*bytes)?;
    let pages = message.parts.iter().filter(|part| part.is_text_html()).take(MOST_PAGES);
    Some(pages.filter_map(|part| body::bytes(&message, part)).collect())
}

/// Pages of a message that are looked through for a picture.
const MOST_PAGES: usize = 20;
