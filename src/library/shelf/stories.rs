//! Owns what a shelf says of a story that was saved more than once: its versions, its row, and what the
//! reader did with any of them. It refuses to find versions.

use super::arrange::{Arrangement, Place};
use super::{Shelf, row};
use crate::article::ArticleId;
use crate::library::days::Days;
use crate::library::query::Lighter;
use crate::library::versions::Version;
use crate::library::{Entry, OwnWords, Request, Row, Standing, Standings};

/// The reader's marks, asked by story: read and hidden is what the version shown is; starred, put by and
/// whatever the reader wrote is what any version is.
pub(super) struct Stories<'a> {
    pub(super) arranged: &'a Arrangement,
    pub(super) marks: &'a dyn Standings,
}

impl Standings for Stories<'_> {
    fn of(&self, id: ArticleId) -> Standing {
        let Some(place) = self.arranged.places.get(&id) else { return self.marks.of(id) };
        let Some(shown) = self.arranged.entry(*place) else { return self.marks.of(id) };
        let others = self.arranged.others(*place).map(|other| self.marks.of(other.id));
        others.fold(self.marks.of(shown.id), Standing::with)
    }

    fn own_words(&self, id: ArticleId) -> Option<OwnWords> {
        self.marks.own_words(id)
    }
}

impl Arrangement {
    /// Makes the row of an article, with what the query lights in it.
    pub(super) fn row(&self, place: Place, lighter: &Lighter<'_>) -> Option<Row> {
        let mut row = row(self.entry(place)?, lighter);
        row.others = self.others(place).map(|other| other.id).collect();
        Some(row)
    }
}

impl Shelf {
    /// Says whether versions of a story are to be one article.
    pub fn fold(&mut self, folds: bool) {
        self.folds = folds;
        self.changed();
    }

    /// Returns the versions of an article, the one shown first.
    pub fn versions(&self, id: ArticleId) -> Vec<Version> {
        let arranged = self.arranged();
        let Some(place) = arranged.places.get(&id) else { return Vec::new() };
        let shown = arranged.entry(*place).map(|entry| Version::of(entry, true));
        shown.into_iter().chain(arranged.others(*place).map(|other| Version::of(other, false))).collect()
    }

    /// Counts the articles a request shows by the day they appeared.
    pub fn days(&self, request: &Request, marks: &dyn Standings) -> Days {
        let arranged = self.arranged();
        let mut days = Days::default();
        for entry in self.answer(request, marks).places.iter().filter_map(|place| arranged.entry(*place)) {
            days.add(entry.row.published.map(|published| published.at.day), 1);
        }
        days
    }

    /// Returns the rows of those of some articles that are on the shelf.
    pub fn rows_of(&self, ids: &[ArticleId]) -> Vec<Row> {
        ids.iter().filter_map(|id| self.get(*id)).map(|entry| entry.row.clone()).collect()
    }

    /// Returns every story of more than one version, the newest first, as the versions it has.
    pub fn stories(&self) -> impl Iterator<Item = Vec<Version>> {
        let arranged = self.arranged();
        let many = arranged.all().filter(|place| arranged.others(*place).next().is_some());
        many.filter_map(|place| arranged.entry(place)).map(|entry| self.versions(entry.id))
    }

    /// Returns every version of the article of a number, counted as [`Shelf::entries`] does.
    pub(in crate::library) fn versions_at(&self, place: Place) -> impl Iterator<Item = &Entry> {
        self.arranged().versions(place)
    }
}
