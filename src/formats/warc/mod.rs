//! Owns web archives: each page recorded in one is an article. It refuses everything else recorded
//! there (requests, pictures, scripts) and to find the article in a page: that is HTML's.

mod http;
mod record;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::{Format, Origin, Problem, html};
use crate::article::{Article, Field, FoundIn, Text};
use record::Record;

/// Web archives; those packed by gzip are unpacked before they come here.
pub const FORMAT: Format = Format {
    name: "warc",
    extensions: &["warc"],
    about: "web archives, each page an article",
    sniff: |head| head.trim_ascii_start().starts_with(b"WARC/"),
    parse,
};

/// The most bytes of pages read from one archive.
const MOST_BYTES: usize = 16 << 20;
/// The most bytes read of one page.
const PAGE: usize = 4 << 20;
/// The most pages, and the most blocks of all together: a page can be all tags.
const MOST_PAGES: usize = 20_000;
const MOST_BLOCKS: usize = 200_000;

fn parse(bytes: &[u8], origin: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    let collection = Text::some_line(origin.name.strip_suffix(".warc").unwrap_or(origin.name));
    let mut articles: Vec<Article> = Vec::new();
    let (mut seen, mut left, mut blocks) = (HashSet::new(), MOST_BYTES, 0_usize);
    let (mut failed, mut cut) = (0_usize, false);
    for record in record::records(bytes) {
        if !holds_page(&record) {
            continue;
        }
        let Some(page) = http::page(&record, left.min(PAGE)) else {
            failed += usize::from(http::is_unreadable(&record));
            continue;
        };
        if !seen.insert((record.field("warc-target-uri").map(str::to_owned), page.body.clone())) {
            continue;
        }
        left = left.saturating_sub(page.body.len());
        let Some(mut article) = html::page(&page.body, page.charset.as_deref()) else { continue };
        if let Some(target) = record.target() {
            article.url = Some(target);
            article.provenance.places.set(Field::Url, FoundIn::Container);
        }
        article.provenance.item = Some(Text::new(&(articles.len() + 1).to_string()));
        article.provenance.collection.clone_from(&collection);
        blocks += article.body.len();
        articles.push(article);
        if left == 0 || blocks > MOST_BLOCKS || articles.len() == MOST_PAGES {
            cut = true;
            break;
        }
    }
    warn(&mut articles, failed, cut)
}

fn warn(articles: &mut [Article], failed: usize, cut: bool) -> Result<Vec<Article>, Problem> {
    let mut reasons = Vec::new();
    if failed > 0 {
        reasons.push(format!("{failed} pages are packed in a way that cannot be read"));
    }
    if cut {
        reasons.push("too large: the pages behind this one were left out".to_owned());
    }
    let Some(last) = articles.last_mut() else {
        let reason = reasons.first().map_or("no page in this archive", String::as_str);
        return Err(Problem::Unreadable(Text::new(reason)));
    };
    last.provenance.warnings.extend(reasons.iter().map(|reason| Text::line(reason)));
    Ok(articles.to_vec())
}

/// Says whether a record can hold a page: an answer of a server, or a thing kept by itself.
fn holds_page(record: &Record<'_>) -> bool {
    matches!(record.field("warc-type"), Some("response" | "resource" | "conversion"))
}
