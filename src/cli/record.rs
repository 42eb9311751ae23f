//! Owns the JSON an article is printed as: one object a line, every key always there. It refuses to
//! decide which articles are printed.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

use super::output::is_printable;
use super::sift::Found;
use crate::article::clean::clean;
use crate::article::{Direction, Text};
use crate::marks::Marks;

/// An article as JSON. The order of the fields is the order of the keys.
#[derive(Debug, Serialize)]
pub(super) struct Record<'a> {
    id: String,
    path: String,
    item: Option<&'a Text>,
    collection: Option<&'a Text>,
    format: &'static str,
    title: Option<&'a Text>,
    standfirst: Option<&'a Text>,
    caption: Option<&'a Text>,
    date: Option<String>,
    date_from: Option<&'static str>,
    authors: &'a [Text],
    publisher: Option<&'a Text>,
    source_url: Option<&'a Text>,
    language: Option<String>,
    dir: &'static str,
    tags: Vec<String>,
    word_count: usize,
    reading_minutes: usize,
    headings: Vec<String>,
    junk: &'a [Text],
    sources: Vec<SourceRecord<'a>>,
    links: Vec<LinkRecord<'a>>,
    read: bool,
    starred: bool,
    /// How far it was read, from 0 to 1.
    progress: f64,
    warnings: &'a [Text],
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

#[derive(Debug, Serialize)]
struct SourceRecord<'a> {
    number: u32,
    publisher: Option<&'a Text>,
    city: Option<&'a Text>,
    title: Option<&'a Text>,
    date: Option<String>,
    url: Option<&'a Text>,
}

#[derive(Debug, Serialize)]
struct LinkRecord<'a> {
    number: u32,
    text: &'a Text,
    url: &'a Text,
}

impl<'a> Record<'a> {
    /// Describes an article; its body only if `text` is asked for.
    pub(super) fn new(found: &Found<'a>, marks: &Marks, text: bool) -> Self {
        let article = found.article;
        let mark = found.mark(marks);
        let direction = article.language.map(|language| language.direction()).unwrap_or_default();
        Self {
            id: found.id.to_string(),
            path: found.path.to_string_lossy().into_owned(),
            item: some(article.provenance.item.as_ref()),
            collection: some(article.provenance.collection.as_ref()),
            format: article.provenance.format,
            title: some(article.headline.as_ref()),
            standfirst: some(article.standfirst.as_ref()),
            caption: some(article.caption.as_ref()),
            date: article.published.map(|published| published.at.to_string()),
            date_from: article.published.map(|published| published.from.date_name()),
            authors: &article.byline,
            publisher: some(article.outlet.as_ref()),
            source_url: some(article.url.as_ref()),
            language: article.language.map(|language| language.to_string()),
            dir: if direction == Direction::Rtl { "rtl" } else { "ltr" },
            tags: tags(&article.tags, mark.tags),
            word_count: article.word_count(),
            reading_minutes: article.reading_minutes(),
            headings: article.crossheads(),
            junk: &article.leftovers,
            sources: article.sources.iter().map(SourceRecord::new).collect(),
            links: article.links.iter().map(LinkRecord::new).collect(),
            read: mark.read,
            starred: mark.starred,
            progress: mark.place.map_or(0.0, |place| f64::from(place.reached) / 1000.0),
            warnings: &article.provenance.warnings,
            text: text.then(|| article.plain_text()),
        }
    }
}

impl<'a> SourceRecord<'a> {
    fn new(source: &'a crate::article::Source) -> Self {
        Self {
            number: source.number,
            publisher: some(source.publisher.as_ref()),
            city: some(source.city.as_ref()),
            title: some(source.title.as_ref()),
            date: source.date.map(|day| day.to_string()),
            url: some(source.url.as_ref()),
        }
    }
}

impl<'a> LinkRecord<'a> {
    fn new(link: &'a crate::article::Link) -> Self {
        Self { number: link.number, text: &link.text, url: &link.url }
    }
}

/// What is missing is null, never "".
fn some(text: Option<&Text>) -> Option<&Text> {
    text.filter(|text| !text.is_empty())
}

/// The tags of the file, then the reader's own.
fn tags(files: &[Text], own: Vec<String>) -> Vec<String> {
    let mut tags: Vec<String> = files.iter().map(ToString::to_string).collect();
    tags.extend(own.into_iter().filter(|tag| !files.iter().any(|known| known.as_str() == tag)));
    tags
}

/// Writes any record as one line of JSON.
pub(super) fn write(record: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Printable);
    record.serialize(&mut serializer).map_err(io::Error::from)?;
    out.write_all(b"\n")
}

/// JSON that a terminal shows and does nothing else with: characters it could act upon are escaped.
struct Printable;

impl Formatter for Printable {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if matches!(clean(fragment), std::borrow::Cow::Borrowed(_)) {
            return writer.write_all(fragment.as_bytes());
        }
        for c in fragment.chars() {
            if is_printable(c) {
                write!(writer, "{c}")?;
            } else {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
        }
        Ok(())
    }
}
