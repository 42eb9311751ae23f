//! Owns what a book says of itself: title, authors, language, dates, publisher. It refuses to look
//! into the chapters.

use std::collections::HashMap;

use rbook::Epub;

use super::contents;
use crate::article::{Article, FoundIn, Language, Moment, Published, Text};
use crate::formats::Origin;
use crate::formats::dates::{self, Reading};

/// What a book says of itself.
#[derive(Debug, Default)]
pub(super) struct Description {
    pub(super) title: Option<Text>,
    collection: Option<Text>,
    authors: Vec<Text>,
    publisher: Option<Text>,
    language: Option<Language>,
    published: Option<Published>,
    updated: Option<Moment>,
    tags: Vec<Text>,
    identifier: Option<Text>,
    labels: HashMap<String, Text>,
}

impl Description {
    /// Starts the article of the chapter at `href`, with all that the book says for it.
    pub(super) fn article(&self, href: Option<&str>) -> Article {
        let mut article = Article {
            byline: self.authors.clone(),
            outlet: self.publisher.clone(),
            language: self.language,
            published: self.published,
            updated: self.updated,
            tags: self.tags.clone(),
            ..Article::default()
        };
        article.note(FoundIn::Container);
        article.guid =
            self.identifier.as_ref().map(|id| Text::line(&format!("{id}#{}", href.unwrap_or_default())));
        article.provenance.collection.clone_from(&self.collection);
        article.provenance.item = href.and_then(Text::some_line);
        article
    }

    /// Returns what the table of contents calls a chapter.
    pub(super) fn label(&self, href: &str) -> Option<&Text> {
        self.labels.get(&contents::address(href)?)
    }
}

/// Reads the description of a book; a book without a title goes by the name of its file.
pub(super) fn describe(book: &Epub, origin: &Origin<'_>) -> Description {
    let said = book.metadata();
    let title = said.title().and_then(|title| Text::some_line(title.value()));
    let stem = origin.name.rsplit_once('.').map_or(origin.name, |(stem, _)| stem);
    let date = said.published_entry().and_then(|entry| dates::parse(entry.value(), Reading::default()));
    Description {
        collection: title.clone().or_else(|| Text::some_line(stem)),
        title,
        authors: authors(book),
        publisher: said.publishers().next().and_then(|name| Text::some_line(name.value())),
        language: said.language().and_then(|language| Language::parse(language.value())),
        updated: said.modified_entry().and_then(|entry| dates::parse(entry.value(), Reading::default())),
        published: date.map(|at| Published { at, from: FoundIn::Container }),
        tags: said.tags().filter_map(|tag| Text::some_line(tag.value())).take(20).collect(),
        identifier: said.identifier().and_then(|id| Text::some_line(id.value())),
        labels: contents::labels(book),
    }
}

fn authors(book: &Epub) -> Vec<Text> {
    let mut authors: Vec<Text> = Vec::new();
    for name in book.metadata().creators().filter_map(|name| Text::some_line(name.value())).take(50) {
        if !authors.contains(&name) {
            authors.push(name);
        }
    }
    authors
}
