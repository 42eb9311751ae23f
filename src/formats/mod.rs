//! Owns how bytes become articles: the table of formats, detection by content before extension, and
//! the one entry every parse goes through. It refuses to read files and to wrap lines.

mod byline;
pub mod citations;
pub mod complete;
pub mod dates;
pub mod embedded;
pub mod encoding;
mod entry;
pub mod epub;
pub mod exports;
pub mod feed;
pub mod fold;
pub mod front_matter;
pub mod html;
mod json;
pub mod language;
mod leftovers;
pub mod links;
pub mod mail;
pub mod markdown;
pub mod packed;
mod people;
mod runs;
pub mod sources;
mod sources_section;
pub mod text;
pub mod warc;
mod window;

use jiff::civil::Date;

use crate::article::{Article, Text};

/// What is known of a file besides its bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'a> {
    /// Its name, without the folders.
    pub name: &'a str,
    /// The day it was last changed; bounds two-digit years, never a publication date.
    pub modified: Option<Date>,
}

/// One row of the table: everything newsprint knows about a format.
#[derive(Debug)]
pub struct Format {
    /// Its name in JSON, on the screen and in the docs.
    pub name: &'static str,
    /// The file extensions it goes by, in lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// What it is, for help and docs.
    pub about: &'static str,
    /// Says whether the first bytes (at most [`HEAD`]) show this format beyond doubt.
    pub sniff: fn(&[u8]) -> bool,
    /// Reads the articles of a file.
    pub parse: fn(&[u8], &Origin<'_>) -> Result<Vec<Article>, Problem>,
}

/// Bytes a format may look at to recognise itself.
pub const HEAD: usize = 8192;

/// Why a file gave no article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The bytes are no text in any encoding.
    #[error("looks binary")]
    Binary,
    /// The parser gave up; the reason is a sentence for the reader.
    #[error("{0}")]
    Unreadable(Text),
}

/// The formats, in the order they are asked.
pub static FORMATS: &[Format] = &[
    packed::FORMAT,
    epub::FORMAT,
    warc::FORMAT,
    mail::MAILBOX,
    mail::PAGE,
    mail::FORMAT,
    feed::FORMAT,
    feed::TABLE,
    exports::WALLABAG,
    exports::OMNIVORE,
    exports::READABILITY,
    exports::POCKET,
    exports::INSTAPAPER,
    exports::READWISE,
    exports::TABLE,
    exports::BOOKMARKS,
    exports::JSON,
    html::FORMAT,
    markdown::FORMAT,
    text::FORMAT,
];

/// Returns the format of a file: the first that recognises the bytes, else the one that owns the
/// extension, else text.
pub fn detect(bytes: &[u8], name: &str) -> &'static Format {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let extension = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    FORMATS
        .iter()
        .find(|format| (format.sniff)(head))
        .or_else(|| FORMATS.iter().find(|format| format.extensions.contains(&extension.as_str())))
        .unwrap_or(&text::FORMAT)
}

/// Reads the articles of a file. A panic inside a parser is caught and becomes a problem.
pub fn parse(bytes: &[u8], origin: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    read(detect(bytes, origin.name), bytes, origin)
}

fn read(format: &'static Format, bytes: &[u8], origin: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    let parse = || {
        let mut articles = (format.parse)(bytes, origin)?;
        // What was packed has been read, named and completed by the format inside.
        for article in articles.iter_mut().filter(|article| article.provenance.format.is_empty()) {
            article.provenance.format = format.name;
            complete::complete(article, origin);
        }
        Ok(articles)
    };
    std::panic::catch_unwind(parse)
        .unwrap_or_else(|_| Err(Problem::Unreadable(Text::new("the parser failed on this file"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    static FAULTY: Format = Format {
        name: "faulty",
        extensions: &[],
        about: "a parser with a fault",
        sniff: |_| true,
        parse: |bytes, _| panic!("{} bytes were too many", bytes.len()),
    };

    #[test]
    fn a_parser_that_panics_costs_its_file_and_nothing_else() {
        let problem = read(&FAULTY, b"anything", &Origin::default()).unwrap_err();
        assert_eq!(problem.to_string(), "the parser failed on this file");
    }
}
