//! Owns choosing the part of a message that is the article, and undoing how it was packed for the
//! wire. It refuses to read what is attached: that is named and left.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{ContentType, Encoding, Message, MessagePart, MimeHeaders, PartType};
use memchr::memmem;

use super::plain::Flow;
use super::{chrome, envelope, forwarded, letter, plain};
use crate::article::body::words;
use crate::article::{Article, Block, Field, FoundIn, Text};
use crate::formats::encoding::{self, Decoded};
use crate::formats::entry::first_words;
use crate::formats::links::Links;
use crate::formats::{html, sources_section};

/// Messages and groups inside one another beyond which MIME is not taken apart.
const MOST_PARTS: usize = 1000;
/// Parts that are joined to one body; Apple Mail cuts a letter wherever it shows a picture.
const MOST_JOINED: usize = 50;
/// The most bytes of plain text read of one message.
const LONGEST: usize = 1 << 20;

/// Says whether a message has so many parts that it was made to harm: reading them would nest as
/// deep as they do.
pub(super) fn is_knotted(bytes: &[u8]) -> bool {
    let ends_with = |before: &[u8], word: &[u8]| {
        let start = before.len().checked_sub(word.len());
        start.and_then(|start| before.get(start..)).is_some_and(|tail| tail.eq_ignore_ascii_case(word))
    };
    let is_part = |at: &usize| {
        let before = bytes.get(..*at).unwrap_or_default();
        ends_with(before, b"message") || ends_with(before, b"multipart")
    };
    memchr::memchr_iter(b'/', bytes).filter(is_part).nth(MOST_PARTS).is_some()
}

/// Reads the body of a message.
pub(super) fn read(message: &Message<'_>, article: &mut Article) {
    let mut links = Links::new(article.url.as_deref());
    article.provenance.encoding = "utf-8";
    let written = message.html_bodies().filter(|part| matches!(part.body, PartType::Html(_)));
    let mut body = parts(message, written, article, &mut links);
    if body.is_empty() {
        body = parts(message, stray(message).filter(|part| is_html(part)), article, &mut links);
    }
    if body.is_empty() {
        let typed = message.text_bodies().filter(|part| matches!(part.body, PartType::Text(_)));
        body = parts(message, typed, article, &mut links);
    }
    if body.is_empty() {
        body = parts(message, stray(message), article, &mut links);
    }
    if body.is_empty() {
        body = loose_lines(message, article, &mut links);
    }
    article.body = body;
    article.links = links.into_list();
    forwarded::unwrap(article);
    name(article);
    chrome::drop_repeated(article);
    sources_section::lift(article);
    name_attachments(message, article);
    warn_if_empty(article);
}

/// Names a message without a subject by its first heading, else by its first words.
fn name(article: &mut Article) {
    if article.headline.is_none() {
        let headings = article.body.iter().take(5).filter_map(|block| match block {
            Block::Crosshead { text, level: ..=2 } => Text::some_line(&words(text)),
            _ => None,
        });
        article.headline = headings.into_iter().next().or_else(|| first_words(&article.body));
        article.note(FoundIn::Text);
    }
}

/// Reads the body of a message whose parts are not taken apart.
pub(super) fn read_raw(bytes: &[u8], article: &mut Article) {
    let body = bytes.get(envelope::length(bytes)..).unwrap_or_default();
    if let Some(decoded) = encoding::decode(body, None) {
        let mut links = Links::new(None);
        let text = shortened(&decoded.text, article);
        article.body = plain::blocks(text, Flow::Fixed, &mut links, &mut article.leftovers);
        article.links = links.into_list();
        article.provenance.encoding = decoded.encoding;
    }
    article.provenance.warnings.push(Text::new("too many parts inside one another: read as plain text"));
}

/// Reads parts one after the other into one body.
fn parts<'m>(
    message: &Message<'_>,
    parts: impl Iterator<Item = &'m MessagePart<'m>>,
    article: &mut Article,
    links: &mut Links,
) -> Vec<Block> {
    let mut body = Vec::new();
    for part in parts.take(MOST_JOINED) {
        let decoded = decoded(message, part);
        let is_html = is_html(part) || opens_a_page(&decoded.text);
        let mut more = if is_html {
            html::whole(&decoded.text, links)
        } else {
            let text = shortened(&decoded.text, article);
            plain::blocks(text, flow(part), links, &mut article.leftovers)
        };
        let headline = article.headline.as_deref().unwrap_or_default();
        let place = chrome::place(&more, headline).filter(|_| article.url.is_none());
        if let Some(address) = place.and_then(|number| links.address(number)) {
            article.url = letter::address(address);
            article.provenance.places.set(Field::Url, FoundIn::Text);
        }
        if is_html || article.outlet.is_some() {
            chrome::take(&mut more, &mut article.leftovers);
        }
        if !more.is_empty() {
            article.provenance.encoding = decoded.encoding;
        }
        body.extend(more);
    }
    body
}

/// Returns the first text of a message cut off in the middle of its parts: nothing ends it, so the
/// mail crate does not call it the body.
fn stray<'m>(message: &'m Message<'_>) -> impl Iterator<Item = &'m MessagePart<'m>> {
    let attached =
        |part: &MessagePart<'_>| part.content_disposition().is_some_and(ContentType::is_attachment);
    let has_text = |part: &MessagePart<'_>| part.text_contents().is_some_and(|text| !text.trim().is_empty());
    let mut found: Vec<_> =
        message.parts.iter().filter(|part| part.is_text() && !attached(part) && has_text(part)).collect();
    // A page says more than the same in plain text in front of it.
    found.sort_by_key(|part| !is_html(part));
    found.into_iter().take(1)
}

/// Reads what stands between the marks of a message whose parts cannot be told apart.
fn loose_lines(message: &Message<'_>, article: &mut Article, links: &mut Links) -> Vec<Block> {
    let Some(root) = message.parts.first().filter(|_| message.parts.len() <= 2) else { return Vec::new() };
    let start = usize::try_from(root.offset_body).unwrap_or_default();
    let bytes = message.raw_message.get(start..).unwrap_or_default();
    if root.content_type().is_none_or(|kind| kind.ctype() != "multipart")
        || memmem::find(bytes, b"base64").is_some()
    {
        return Vec::new();
    }
    let Some(decoded) = encoding::decode(bytes, None) else { return Vec::new() };
    let is_mark =
        |line: &&str| (line.starts_with("--") && !line.contains(' ')) || line.starts_with("Content-");
    let kept: Vec<&str> = decoded.text.lines().filter(|line| !is_mark(line)).collect();
    plain::blocks(&kept.join("\n"), Flow::Fixed, links, &mut article.leftovers)
}

/// Returns as much of a text as anybody could have typed, and says so when that is not all.
fn shortened<'t>(text: &'t str, article: &mut Article) -> &'t str {
    if text.len() > LONGEST {
        article.provenance.warnings.push(Text::new("a very long message: its end is missing"));
    }
    text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text)
}

/// Says whether a text that goes by another name is a page.
fn opens_a_page(text: &str) -> bool {
    let text = text.trim_start();
    ["<html", "<!doctype html"]
        .iter()
        .any(|tag| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
}

fn is_html(part: &MessagePart<'_>) -> bool {
    part.is_text_html() || part.content_type().is_some_and(|kind| kind.subtype() == Some("html"))
}

fn flow(part: &MessagePart<'_>) -> Flow {
    let said = |name: &str, value: &str| {
        let given = part.content_type().and_then(|kind| kind.attribute(name));
        given.is_some_and(|given| given.eq_ignore_ascii_case(value))
    };
    if !said("format", "flowed") {
        return Flow::Fixed;
    }
    if said("delsp", "yes") { Flow::Joined } else { Flow::Spaced }
}

/// Returns the text of a part, decoded as it says, or as it is when it says something else.
pub(super) fn decoded(message: &Message<'_>, part: &MessagePart<'_>) -> Decoded {
    let charset = charset(part);
    let own = if part.is_text_html() { None } else { charset };
    let bytes = bytes(message, part);
    let found = bytes.and_then(|bytes| {
        let named = own
            .map(str::to_owned)
            .or_else(|| charset.map(str::to_owned))
            .or_else(|| html::declared_encoding(&bytes));
        encoding::decode(&bytes, named.as_deref())
    });
    let is_seven = charset.is_some_and(|label| label.eq_ignore_ascii_case("utf-7"));
    let as_read = || Decoded { text: part.text_contents().unwrap_or_default().to_owned(), encoding: "utf-8" };
    found.filter(|_| !is_seven).unwrap_or_else(as_read)
}

/// Returns the charset a part names.
pub(super) fn charset<'p>(part: &'p MessagePart<'_>) -> Option<&'p str> {
    part.content_type()?.attribute("charset")
}

/// Returns the bytes of a part as they were before they were packed for the wire.
pub(super) fn bytes(message: &Message<'_>, part: &MessagePart<'_>) -> Option<Vec<u8>> {
    let (start, end) = (usize::try_from(part.offset_body).ok()?, usize::try_from(part.offset_end).ok()?);
    let packed = message.raw_message.get(start..end)?;
    match part.encoding {
        Encoding::None => Some(packed.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(packed),
        Encoding::Base64 => base64_decode(packed),
    }
}

fn name_attachments(message: &Message<'_>, article: &mut Article) {
    for part in
        message.attachments().filter(|part| part.attachment_name().is_some() || !part.is_text()).take(200)
    {
        let kind =
            part.content_type().map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or("*")));
        let inner = part.message().and_then(Message::subject);
        let name = part
            .attachment_name()
            .or(inner)
            .map(str::to_owned)
            .or(kind)
            .unwrap_or_else(|| "unnamed".to_owned());
        article.leftovers.push(Text::line(&format!("attachment: {name}")));
    }
}

fn warn_if_empty(article: &mut Article) {
    if article.body.is_empty() {
        article.provenance.warnings.push(Text::new("no readable text in this message"));
    }
}
