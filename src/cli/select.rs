//! Owns picking articles out of what was read: by query, in order, with their marks. It refuses to
//! print them.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::arguments::SortBy;
use super::gather::Gathered;
use crate::article::{Article, ArticleId, Text};
use crate::library::{Order, OrderBy, Query, Reading, Request, Shelf, Standing, Window};
use crate::marks::journal::path_hint;
use crate::marks::{Mark, Marks};

/// An article that was found, and where.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) id: ArticleId,
    pub(super) article: &'a Article,
    pub(super) reading: &'a Reading,
    /// The id it was marked under: its own, or the one it had before its file was edited.
    pub(super) marked_as: ArticleId,
}

impl Found<'_> {
    /// Returns its headline, or its file's name while it has none.
    pub(super) fn title(&self) -> String {
        match &self.article.headline {
            Some(headline) => headline.to_string(),
            None => super::output::shown(&self.reading.path),
        }
    }

    pub(super) fn mark(&self, marks: &Marks) -> Mark {
        marks.get(self.marked_as)
    }
}

/// Returns every article that was read, in the order it was read.
pub(super) fn all<'a>(gathered: &'a Gathered, marks: &Marks) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    for reading in &gathered.readings {
        for article in reading.articles.iter().flatten() {
            let id = ArticleId::of(article);
            found.push(Found { id, article, reading, marked_as: id });
        }
    }
    let present: HashSet<ArticleId> = found.iter().map(|one| one.id).collect();
    for one in &mut found {
        let alone = one.reading.articles.as_ref().is_ok_and(|articles| articles.len() == 1);
        if alone && !marks.knows(one.id) {
            let path = path_hint(&one.reading.path);
            let before = marks.before_edit(one.id, &path, |id| present.contains(&id));
            one.marked_as = before.unwrap_or(one.id);
        }
    }
    found
}

/// Returns the articles a query shows. Without a query and an order they stay as they were read.
pub(super) fn matching<'a>(
    gathered: &'a Gathered,
    query: &Query,
    order: Option<Order>,
    marks: &Marks,
) -> Vec<Found<'a>> {
    let mut found = all(gathered, marks);
    if query.is_empty() && order.is_none() {
        return found;
    }
    let rank = ranks(gathered, &found, query, order.unwrap_or_default(), marks);
    found.retain(|one| rank.contains_key(&one.id));
    found.sort_by_key(|one| rank.get(&one.id).copied());
    found
}

fn ranks(
    gathered: &Gathered,
    found: &[Found<'_>],
    query: &Query,
    order: Order,
    marks: &Marks,
) -> HashMap<ArticleId, usize> {
    let mut shelf = Shelf::default();
    let own = own_tags(found, marks);
    gathered.readings.iter().for_each(|reading| shelf.put(&with_own_tags(reading, &own)));
    let edited = found.iter().filter(|one| one.id != one.marked_as);
    let edited: HashMap<ArticleId, ArticleId> = edited.map(|one| (one.id, one.marked_as)).collect();
    let standing = |id: ArticleId| {
        let (read, starred) = marks.standing(edited.get(&id).copied().unwrap_or(id));
        Standing { read, starred }
    };
    let window = Window::From { first: 0, count: usize::MAX };
    let request = Request { query: query.clone(), order, window, keep: Vec::new() };
    shelf.ids(&request, &standing).into_iter().enumerate().map(|(rank, id)| (id, rank)).collect()
}

/// Finds the reader's own labels: by article, where there are any.
fn own_tags(found: &[Found<'_>], marks: &Marks) -> HashMap<ArticleId, Vec<Text>> {
    let tags = |one: &Found<'_>| one.mark(marks).tags.iter().map(|tag| Text::line(tag)).collect::<Vec<_>>();
    found.iter().map(|one| (one.id, tags(one))).filter(|(_, tags)| !tags.is_empty()).collect()
}

/// Returns a file with the reader's own labels put to those it gives its articles.
fn with_own_tags<'a>(reading: &'a Reading, own: &HashMap<ArticleId, Vec<Text>>) -> Cow<'a, Reading> {
    let tags = |article: &Article| own.get(&ArticleId::of(article));
    if own.is_empty() || !reading.articles.iter().flatten().any(|article| tags(article).is_some()) {
        return Cow::Borrowed(reading);
    }
    let mut reading = reading.clone();
    for article in reading.articles.iter_mut().flatten() {
        let own = tags(article).cloned();
        article.tags.extend(own.unwrap_or_default());
    }
    Cow::Owned(reading)
}

/// Returns the library's order for one of the command line's.
pub(super) fn order(by: SortBy, reversed: bool) -> Order {
    let by = match by {
        SortBy::Date => OrderBy::Date,
        SortBy::Relevance => OrderBy::Relevance,
        SortBy::Title => OrderBy::Title,
        SortBy::Source => OrderBy::Outlet,
    };
    Order { by, reversed }
}
