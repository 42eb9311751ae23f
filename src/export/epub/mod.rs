//! Owns articles as an EPUB, one chapter each. It refuses to put anything into the book that is not
//! in the articles.

use std::io;

use jiff::Timestamp;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;
use rbook::Epub;
use rbook::epub::EpubChapter;
use xxhash_rust::xxh3::Xxh3;

use super::html;
use super::written::Page;
use crate::article::{Article, ArticleId, SafeUrl};

/// Writes articles as a book that was made `now`, in seconds since 1970.
pub(super) fn book(pages: &[Page<'_>], now: i64) -> io::Result<Vec<u8>> {
    let articles: Vec<&Article> = pages.iter().map(|page| page.article).collect();
    let articles = articles.as_slice();
    let title = match articles {
        [one] => headline(one),
        many => format!("{} articles", many.len()),
    };
    let mut book = Epub::builder()
        .identifier(identifier(articles))
        .title(title.as_str())
        .language(language(articles))
        .generator("newsprint".to_owned())
        .modified_date(stamp(now))
        .published_date(newest(articles).unwrap_or_else(|| stamp(now)));
    if let [one] = articles {
        for author in &one.byline {
            book = book.creator(author.as_str());
        }
        if let Some(outlet) = &one.outlet {
            book = book.publisher(outlet.as_str());
        }
    }
    for (number, page) in pages.iter().enumerate() {
        let chapter = EpubChapter::new(headline(page.article)).href(format!("article-{}.xhtml", number + 1));
        book = book.chapter(chapter.xhtml(self::page(*page).into_bytes()));
    }
    book.write().compression(6).to_vec().map_err(io::Error::other)
}

fn headline(article: &Article) -> String {
    article
        .headline
        .as_deref()
        .filter(|headline| !headline.trim().is_empty())
        .unwrap_or("untitled")
        .to_owned()
}

/// A name that is the same for the same articles.
fn identifier(articles: &[&Article]) -> String {
    let mut hasher = Xxh3::new();
    for article in articles {
        hasher.update(&ArticleId::of(article).number().to_le_bytes());
    }
    format!("urn:newsprint:{:016x}", hasher.digest())
}

/// The language all articles share; a book must name one.
fn language(articles: &[&Article]) -> String {
    let mut languages = articles.iter().map(|article| article.language);
    let first = languages.next().flatten();
    let shared = first.filter(|first| languages.all(|language| language == Some(*first)));
    shared.map_or_else(|| "und".to_owned(), |language| language.tag().to_owned())
}

/// The day of the newest article, as long as one has a day: a book without one of its own would be given the
/// moment it is written.
fn newest(articles: &[&Article]) -> Option<String> {
    let days = articles.iter().filter_map(|article| article.dated());
    days.map(|published| published.at.day).max().map(|day| day.to_string())
}

fn stamp(now: i64) -> String {
    let zoned = Timestamp::from_second(now).unwrap_or_default().to_zoned(TimeZone::UTC);
    strtime::format("%Y-%m-%dT%H:%M:%SZ", &zoned).unwrap_or_default()
}

/// Writes a chapter as a whole XHTML file.
fn page(page: Page<'_>) -> String {
    let article = page.article;
    let title = html::escaped(&headline(article));
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\"{}>\n<head>\n<title>{title}</title>\n{}\
         <style>\n{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
        html::language(article),
        said(article),
        html::STYLE,
        html::article(page, "")
    )
}

/// What the article says of itself, for programs: a book has one date, its chapters have theirs.
fn said(article: &Article) -> String {
    let meta = |key: &str, name: &str, content: &str| {
        format!("<meta {key}=\"{name}\" content=\"{}\"/>\n", html::escaped(content))
    };
    let mut out: String = article.byline.iter().map(|name| meta("name", "author", name)).collect();
    out.extend(article.outlet.as_ref().map(|outlet| meta("property", "og:site_name", outlet)));
    let day = article.dated().map(|published| published.at.day.to_string());
    out.extend(day.map(|day| meta("property", "article:published_time", &day)));
    let url = article.url.as_deref().and_then(SafeUrl::new);
    out.extend(
        url.map(|url| format!("<link rel=\"canonical\" href=\"{}\"/>\n", html::escaped(url.as_str()))),
    );
    out
}

#[cfg(test)]
mod tests;
