//! Owns picking articles out of many without holding them: each is read, judged and let go, and what stays
//! of it is a slip and what the command makes of it. It refuses to print.
//!
//! What a command makes of an article may take room. Beyond a bound it is let go too, and made anew from the
//! file when it is its turn. So a list takes about two hundred bytes an article, however long they are.

mod hand;
mod reading;
mod settle;

use std::path::{Path, PathBuf};

use super::arguments::SortBy;
use super::cached::{self, Ask};
use super::gather::{self, Stack};
use super::output::Stop;
use super::setup::Setup;
use crate::article::{Article, ArticleId, Text};
use crate::library::slips::Slip;
use crate::library::{Order, OrderBy};
use crate::marks::{Mark, Marks};
use reading::Sifting;

/// An article that was found, and where.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) id: ArticleId,
    pub(super) article: &'a Article,
    pub(super) path: &'a Path,
    /// The id it was marked under: its own, or the one it had before its file was edited.
    pub(super) marked_as: ArticleId,
}

impl Found<'_> {
    /// Returns its headline, or its file's name while it has none.
    pub(super) fn title(&self) -> String {
        match &self.article.headline {
            Some(headline) => headline.to_string(),
            None => super::output::shown(self.path),
        }
    }

    pub(super) fn mark(&self, marks: &Marks) -> Mark {
        marks.get(self.marked_as)
    }
}

/// An article that was found, held for a command that needs it whole, or most of it.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) article: Article,
    id: ArticleId,
    path: PathBuf,
    marked_as: ArticleId,
}

impl Held {
    pub(super) fn whole(found: &Found<'_>) -> Self {
        let article = found.article.clone();
        Self { article, id: found.id, path: found.path.to_owned(), marked_as: found.marked_as }
    }

    /// Holds what is said of an article, and none of its words.
    pub(super) fn without_words(found: &Found<'_>) -> Self {
        let mut held = Self::whole(found);
        let Article { body, links, leftovers, .. } = &mut held.article;
        (*body, *links, *leftovers) = Default::default();
        held
    }

    pub(super) fn found(&self) -> Found<'_> {
        Found { id: self.id, article: &self.article, path: &self.path, marked_as: self.marked_as }
    }
}

/// What is made of an article that is asked for, how much room it takes, and how much there is.
pub(super) struct Keep<'a, T> {
    pub(super) make: &'a (dyn Fn(&Found<'_>) -> T + Sync),
    pub(super) weigh: fn(&T) -> usize,
    pub(super) room: usize,
}

/// An article that was picked.
#[derive(Debug)]
pub(super) struct Pick<T> {
    pub(super) slip: Slip,
    /// The id it was marked under: its own, or the one it had before its file was edited.
    pub(super) marked_as: ArticleId,
    /// Whether it is the only one of its file, which alone can be told to have been edited.
    pub(super) alone: bool,
    kept: Option<T>,
}

/// What was picked, in its order.
#[derive(Debug)]
pub(super) struct Sifted<T> {
    pub(super) stack: Stack,
    pub(super) picks: Vec<Pick<T>>,
    /// The files that gave no article, with the reason.
    pub(super) failures: Vec<(PathBuf, Text)>,
    /// What is left of the room for what is kept.
    room: usize,
}

impl<'a, T> Keep<'a, T> {
    /// Keeps what is made of every article, for commands that need it all at once.
    pub(super) fn all(make: &'a (dyn Fn(&Found<'_>) -> T + Sync)) -> Self {
        Self { make, weigh: |_| 0, room: usize::MAX }
    }
}

impl<T> Sifted<T> {
    /// Says whether everything that was named could be read.
    pub(super) fn is_complete(&self) -> bool {
        self.failures.is_empty()
    }

    /// Says on standard error what could not be read, one line each.
    pub(super) fn say_failures(&self) {
        for (path, what) in &self.failures {
            gather::say_unread(path, what);
        }
    }
}

/// Picks the articles that are asked for out of all below the places.
pub(super) fn sift<T: Send>(
    places: &[PathBuf],
    ask: &Ask<'_>,
    keep: &Keep<'_, T>,
    setup: &Setup,
    marks: &Marks,
) -> Result<Sifted<T>, Stop> {
    let halves = ask.query.halves();
    if let Some(order) = ask.whole()
        && let Some((stack, slips)) = cached::ordered(places, order.by, setup)
    {
        let mut sifting = Sifting::new(stack, ask, &halves, keep, marks);
        if sifting.take_known(slips)? {
            return sifting.finish();
        }
    }
    let stack = cached::stack_for(places, ask, setup, marks)?;
    Sifting::new(stack, ask, &halves, keep, marks).through_all()
}

/// As [`sift`], out of everything below the places, of which no cache is asked.
pub(super) fn sift_all<T: Send>(
    places: &[PathBuf],
    ask: &Ask<'_>,
    keep: &Keep<'_, T>,
    setup: &Setup,
    marks: &Marks,
) -> Result<Sifted<T>, Stop> {
    let halves = ask.query.halves();
    Sifting::new(Stack::below(places, setup)?, ask, &halves, keep, marks).through_all()
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

#[cfg(test)]
mod tests;
