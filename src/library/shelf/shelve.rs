//! Owns how an article becomes an entry. It refuses to know where entries are kept, so that many
//! files can be shelved at once.

use std::path::Path;

use crate::article::{Article, ArticleId, SafeUrl, Source, Text, without_www};
use crate::library::fold::{self, Folded};
use crate::library::ties::Ties;
use crate::library::{Entry, Reading, Row};

/// Makes the entries of a file that was read; none if it gave no article.
pub fn shelve(reading: &Reading) -> Vec<Entry> {
    let articles = reading.articles.as_deref().unwrap_or_default();
    let entry = |(item, article)| Entry::of(article, &reading.path, item, reading.modified);
    articles.iter().enumerate().map(entry).collect()
}

impl Entry {
    /// Makes the entry of an article, the `item`th of the file at `path`, which was changed at
    /// `modified` (seconds since 1970).
    pub fn of(article: &Article, path: &Path, item: usize, modified: i64) -> Self {
        let id = ArticleId::of(article);
        let text = searched_text(article);
        let headline = headline(article, path);
        let folded = Folded {
            title: fold::fold(&headline),
            author: fold::fold_values(article.byline.iter().map(Text::as_str)),
            source: source_words(article),
            tag: fold::fold_values(article.tags.iter().map(Text::as_str)),
            text: fold::fold(&text),
            path: fold::fold(&path.to_string_lossy()),
        };
        let row = Row {
            id,
            path: path.to_owned(),
            headline,
            outlet: article.outlet.clone(),
            author: article.byline.first().cloned(),
            published: article.published,
            language: article.language,
            minutes: article.reading_minutes(),
            sources: article.sources.len(),
            host: only_host(article),
            lit: Vec::new(),
            context: None,
            others: Vec::new(),
        };
        let ties = Ties::of(article, &folded.text);
        let (path, text, named) = (path.to_owned(), text.into(), named_text(article).into());
        Self { id, path, item, row, folded, text, named, modified, ties }
    }
}

/// Returns the host of the article's page, where there is nothing to read of it but the address.
fn only_host(article: &Article) -> Option<Text> {
    let address = article.url.as_ref().filter(|_| article.is_only_an_address())?;
    Text::some_line(without_www(SafeUrl::new(address)?.host()))
}

/// Returns the headline, else the name of the file, else a stand-in: never empty.
pub(in crate::library) fn headline(article: &Article, path: &Path) -> Text {
    let named = || Text::some_line(&path.file_stem()?.to_string_lossy());
    let own = article.headline.clone().filter(|headline| !headline.trim().is_empty());
    own.or_else(named).unwrap_or_else(|| Text::new("untitled"))
}

/// Joins what an article says besides its headline, in reading order.
pub(in crate::library) fn searched_text(article: &Article) -> String {
    let mut text = String::new();
    let body = article.plain_text();
    let captions = article.captions();
    let parts = [&article.kicker, &article.standfirst].into_iter().flatten().map(Text::as_str);
    let under = article.caption.as_deref().into_iter().chain(captions.iter().map(String::as_str));
    for part in parts.chain([body.as_str()]).chain(under) {
        if !text.is_empty() && !part.is_empty() {
            text.push('\n');
        }
        text.push_str(part);
    }
    text
}

/// Joins what is searched of an article beside its text, a line for each.
pub(in crate::library) fn named_text(article: &Article) -> String {
    let joined = |names: &[Text]| names.iter().map(Text::as_str).collect::<Vec<_>>().join(", ");
    let outlet = article.outlet.as_deref().unwrap_or_default().to_owned();
    let source = |source: &Source| {
        let parts = [Some(&source.raw), source.title.as_ref(), source.publisher.as_ref()];
        parts.into_iter().flatten().find(|part| !part.is_empty()).map(ToString::to_string)
    };
    let tags = if article.tags.is_empty() { String::new() } else { format!("# {}", joined(&article.tags)) };
    let own = [joined(&article.byline), outlet, tags];
    own.into_iter().chain(article.sources.iter().filter_map(source)).collect::<Vec<_>>().join("\n")
}

/// Joins the outlet and the sources, with the hosts of their addresses.
fn source_words(article: &Article) -> String {
    let own = [article.outlet.as_deref(), article.url.as_deref().and_then(host)];
    let cited = article.sources.iter().flat_map(|source| {
        let Source { publisher, city, title, url, raw, .. } = source;
        let unread = Some(raw.as_str()).filter(|_| title.is_none() && publisher.is_none());
        [publisher.as_deref(), city.as_deref(), title.as_deref(), url.as_deref().and_then(host), unread]
    });
    fold::fold_values(own.into_iter().chain(cited).flatten())
}

/// Returns the host of a web address.
fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    Some(without_www(host))
}
