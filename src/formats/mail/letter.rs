//! Owns what the headers of a message say of the article in it: headline, byline, date, list,
//! address. It refuses to look at the body.

use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use mail_parser::{Address, DateTime, HeaderName, Message, MessageParser};

use super::{body, envelope};
use crate::article::{Article, FoundIn, Language, Moment, Published, Text};
use crate::formats::byline::is_name_word;
use crate::formats::dates::{self, Reading};

/// Headers that hold the address of the article itself on the web, most certain first.
const ADDRESSES: &[&str] = &[
    "Archived-At",
    "X-RSS-URL",
    "X-Permalink",
    "X-Entry-URL",
    "X-URL",
    "Content-Base",
    "Content-Location",
    "List-Post",
];

/// Reads a message. `None` when nobody wrote it about anything at any time.
pub(super) fn read(bytes: &[u8], parser: &MessageParser) -> Option<Article> {
    let bytes = envelope::mended(bytes);
    let is_knotted = body::is_knotted(&bytes);
    let message = if is_knotted { parser.parse_headers(&*bytes) } else { parser.parse(&*bytes) }?;
    if message.subject().is_none() && message.from().is_none() && message.date().is_none() {
        return None;
    }
    let mut article = Article::default();
    describe(&message, &mut article);
    if is_knotted {
        body::read_raw(&bytes, &mut article);
    } else {
        body::read(&message, &mut article);
    }
    Some(article)
}

/// Fills every field of an article that headers can give.
fn describe(message: &Message<'_>, article: &mut Article) {
    article.headline = message.subject().and_then(Text::some_line);
    article.byline = message.from().or_else(|| message.sender()).map(names).unwrap_or_default();
    article.published = date(message).map(|at| Published { at, from: FoundIn::Metadata });
    article.guid = message.message_id().and_then(Text::some_line);
    article.url = ADDRESSES.iter().find_map(|name| address(raw(message, name)?));
    article.language = raw(message, "Content-Language").and_then(Language::parse);
    article.outlet = list(message);
    if is_list(message) {
        part_names(article);
    }
    if let Some(keywords) = raw(message, "Keywords") {
        article.tags = keywords.split(',').filter_map(Text::some_line).collect();
    }
    article.note(FoundIn::Metadata);
}

/// Returns who wrote a message: names, and addresses where there is no name.
fn names(from: &Address<'_>) -> Vec<Text> {
    let named = from.iter().filter_map(|person| {
        let name = person.name().map(unquoted).filter(|name| !name.is_empty());
        Text::some_line(name.map(own_name).or(person.address())?)
    });
    named.collect()
}

/// Returns the name in what archives and lists make of one: `ann at quay.example (Ann Lee)`, `Ann Lee via Quay`.
pub(super) fn own_name(name: &str) -> &str {
    let inner = name.split_once(" (").filter(|(mail, _)| mail.contains(" at ") || mail.contains('@'));
    if let Some(inner) = inner.and_then(|(_, rest)| rest.strip_suffix(')')).filter(|inner| !inner.is_empty())
    {
        return inner;
    }
    name.split_once(" via ").map_or(name, |(who, _)| unquoted(who))
}

fn unquoted(name: &str) -> &str {
    name.trim().trim_matches(['"', '\'']).trim()
}

/// Returns the mailing list or newsletter a message was sent to: the list's own name, else its
/// sender's.
fn list(message: &Message<'_>) -> Option<Text> {
    let id = message.list_id();
    let named = id
        .as_address()
        .and_then(Address::first)
        .and_then(|list| list.name().map(unquoted).map(str::to_owned));
    let named = named.or_else(|| {
        raw(message, "List-Id").map(|id| unquoted(id.split('<').next().unwrap_or(id)).to_owned())
    });
    let named = named.filter(|name| name.chars().any(char::is_alphabetic) && !is_token(name));
    let sender = || message.from().map(names).and_then(|names| names.into_iter().next());
    named.and_then(|name| Text::some_line(&name)).or_else(|| is_list(message).then(sender).flatten())
}

fn is_list(message: &Message<'_>) -> bool {
    raw(message, "List-Id").is_some() || raw(message, "List-Unsubscribe").is_some()
}

/// Parts `Ines Varga from The Salt Line`, as newsletters sign, into who wrote it and the newsletter.
fn part_names(article: &mut Article) {
    let [name] = article.byline.as_slice() else { return };
    let parted = [" from ", " at "].iter().find_map(|joint| name.split_once(joint));
    let Some((who, letter)) = parted.filter(|(who, _)| who.split_whitespace().all(is_name_word)) else {
        return;
    };
    let (who, letter) = (Text::some_line(who), Text::some_line(letter));
    if article.outlet.as_ref() == Some(name) {
        article.outlet = letter;
    }
    article.byline = who.into_iter().collect();
}

/// Says whether the name of a list is a number for machines: `83f2c1b0mc list`.
fn is_token(name: &str) -> bool {
    let digits = name.chars().filter(char::is_ascii_digit).count();
    digits * 3 >= name.chars().count()
}

fn date(message: &Message<'_>) -> Option<Moment> {
    let headers = message.parts.first().map_or(&[][..], |part| part.headers.as_slice());
    let newest = headers.iter().find(|header| header.name == HeaderName::Received);
    let received = || newest.and_then(|header| header.value.as_received()?.date());
    let written = message.date().and_then(moment);
    let in_words = || {
        let said = raw(message, "Date")?;
        let behind = said.split_once(',').map(|(_, rest)| rest);
        [Some(said), behind].into_iter().flatten().find_map(|line| dates::parse(line, Reading::default()))
    };
    written.or_else(in_words).or_else(|| received().as_ref().and_then(moment))
}

/// Keeps the writer's own day and zone.
fn moment(date: &DateTime) -> Option<Moment> {
    let signed = |part: u8| i8::try_from(part).ok();
    let year = i16::try_from(date.year).ok().filter(|year| (1970..=2199).contains(year))?;
    let day = Date::new(year, signed(date.month)?, signed(date.day)?).ok()?;
    let time = Time::new(signed(date.hour)?, signed(date.minute)?, signed(date.second)?.min(59), 0).ok();
    let seconds = i32::from(date.tz_hour) * 3600 + i32::from(date.tz_minute) * 60;
    let offset = Offset::from_seconds(if date.tz_before_gmt { -seconds } else { seconds }).ok();
    Some(Moment { day, time, offset: offset.filter(|_| time.is_some()) })
}

/// Returns the value of a header as it was written, unfolded only at its ends.
pub(super) fn raw<'m>(message: &'m Message<'_>, name: &str) -> Option<&'m str> {
    let known = HeaderName::parse(name.to_owned())?;
    let value = message.parts.first()?.headers.iter().rev().find(|header| header.name == known)?;
    let (start, end) = (usize::try_from(value.offset_start).ok()?, usize::try_from(value.offset_end).ok()?);
    let text = std::str::from_utf8(message.raw_message.get(start..end)?).ok()?.trim();
    (!text.is_empty()).then_some(text)
}

/// Reads a web address out of a header: bare or in angle brackets, folded over lines or not.
pub(super) fn address(value: &str) -> Option<Text> {
    let inner = value.split_once('<').map_or(value, |(_, rest)| rest.split('>').next().unwrap_or(rest));
    let joined: String = inner.chars().filter(|c| !c.is_whitespace()).collect();
    let url = url::Url::parse(&joined).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    url.host_str().is_some().then(|| Text::some_line(&joined)).flatten()
}
