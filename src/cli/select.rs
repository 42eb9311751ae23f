//! Owns picking articles out of what was read: by query, in order, with their marks. It refuses to
//! print them.

use std::collections::{HashMap, HashSet};

use super::arguments::SortBy;
use super::gather::Gathered;
use crate::app::standing::{own_words, standing};
use crate::article::{Article, ArticleId};
use crate::library::{Order, OrderBy, OwnWords, Query, Reading, Request, Shelf, Standing};
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
    gathered.readings.iter().for_each(|reading| shelf.put(reading));
    // An article that was edited since is asked about by its own id, and answered by the earlier one.
    let known = found.iter().filter(|one| marks.knows(one.marked_as));
    let own: HashMap<ArticleId, (Standing, Option<OwnWords>)> = known
        .map(|one| {
            let words = marks.has_words(one.marked_as).then(|| own_words(&one.mark(marks)));
            (one.id, (standing(&one.mark(marks)), words))
        })
        .collect();
    let request = Request::first(usize::MAX, query.clone(), order);
    shelf.ids(&request, &own).into_iter().enumerate().map(|(rank, id)| (id, rank)).collect()
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
