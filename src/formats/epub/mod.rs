//! Owns books: each chapter that can be read by itself is an article, in the order of the book. It
//! refuses to unpack anything to disk and to read more than a reader could.

mod chapter;
mod contents;
mod package;
mod shelf;
#[cfg(test)]
mod tests;
mod xhtml;

use std::collections::HashSet;
use std::io::Cursor;

use rbook::Epub;

use super::{Format, Origin, Problem, encoding};
use crate::article::{Article, FoundIn, Text};
use chapter::Chapter;

/// Books.
pub const FORMAT: Format =
    Format { name: "epub", extensions: &["epub"], about: "books, each chapter an article", sniff, parse };

/// The most bytes of chapters read from one book.
const MOST_BYTES: usize = 16 << 20;
/// The most bytes of one chapter; programs that make books cut at a tenth of this.
const CHAPTER: usize = 4 << 20;
/// The most blocks of all chapters together: a chapter can be all tags.
const MOST_BLOCKS: usize = 200_000;
/// The most chapters.
const MOST_CHAPTERS: usize = 5000;

fn sniff(head: &[u8]) -> bool {
    let start = head.get(..128).unwrap_or(head);
    head.starts_with(b"PK\x03\x04")
        && (memchr::memmem::find(start, b"application/epub+zip").is_some()
            || memchr::memmem::find(head, b"META-INF/container.xml").is_some())
}

fn parse(bytes: &[u8], origin: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    let shelf = shelf::weigh(bytes).map_err(unreadable)?;
    let book = Epub::options()
        .skip_toc(true)
        .read(Cursor::new(shelf.bytes))
        .map_err(|error| unreadable(&format!("no book inside: {error}")))?;
    let description = package::describe(&book, origin);
    let mut warnings = shelf.warnings;
    let chapters = read_chapters(&book, &mut warnings);
    let mut articles: Vec<Article> = chapter::choose(chapters, &description);
    if articles.is_empty() {
        let mut article = description.article(None);
        article.headline = description.title;
        article.note(FoundIn::Container);
        article.provenance.warnings.push(Text::new("no readable text in this book"));
        articles.push(article);
    }
    if let Some(first) = articles.first_mut() {
        first.provenance.warnings.extend(warnings);
    }
    Ok(articles)
}

fn unreadable(reason: &str) -> Problem {
    Problem::Unreadable(Text::line(reason))
}

/// Reads the text of every document the book is read through.
fn read_chapters(book: &Epub, warnings: &mut Vec<Text>) -> Vec<Chapter> {
    let mut left = MOST_BYTES;
    let (mut chapters, mut seen, mut blocks) = (Vec::new(), HashSet::new(), 0_usize);
    for entry in book.spine().iter().take(MOST_CHAPTERS) {
        let Some(document) = entry.manifest_entry() else { continue };
        if document.properties().has_property("nav") || !is_document(document.media_type()) {
            continue;
        }
        let href = document.href().decode().trim_start_matches('/').to_owned();
        if !seen.insert(href.clone()) {
            continue;
        }
        if left == 0 || blocks > MOST_BLOCKS {
            warnings.push(Text::line(&format!("too large: {href} and what follows it was left out")));
            break;
        }
        let cap = left.min(CHAPTER);
        let mut page = Capped { bytes: Vec::new(), left: cap };
        if document.copy_bytes(&mut page).is_err() {
            warnings.push(Text::line(&format!("chapter {href} is missing, damaged or too large")));
            continue;
        }
        left -= cap - page.left;
        let named = super::html::declared_encoding(&page.bytes);
        match encoding::decode(&page.bytes, named.as_deref()) {
            Some(decoded) => {
                let chapter = chapter::read(href, &decoded);
                blocks += chapter.blocks();
                chapters.push(chapter);
            }
            None => warnings.push(Text::line(&format!("chapter {href} is no text: it may be encrypted"))),
        }
    }
    chapters
}

fn is_document(kind: &str) -> bool {
    matches!(kind, "application/xhtml+xml" | "text/html" | "text/x-oeb1-document" | "application/html+xml")
}

/// Takes bytes up to a cap, and refuses the one after it.
struct Capped {
    bytes: Vec<u8>,
    left: usize,
}

impl std::io::Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let Some(left) = self.left.checked_sub(bytes.len()) else {
            self.left = 0;
            return Err(std::io::Error::other("too large"));
        };
        self.left = left;
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
