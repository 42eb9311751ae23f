//! Owns the articles of this run in memory and answers requests over them. It refuses to read files
//! and to remember what the reader did.

mod arrange;
mod context;
mod shelve;
mod stories;
#[cfg(test)]
pub(in crate::library) mod tests;

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

pub(super) use arrange::{seconds, seconds_of};
pub(super) use context::context;
pub use shelve::shelve;
pub(super) use shelve::{headline, named_text, searched_text};

use super::query::{Lighter, Matcher, Query};
use super::{Entry, OrderBy, Reading, Request, Row, Standings, View, Window};
use crate::article::ArticleId;
use arrange::{Arrangement, Place};
use stories::Stories;

/// The library of this run, in memory.
#[derive(Debug, Default)]
pub struct Shelf {
    files: BTreeMap<PathBuf, Vec<Arc<Entry>>>,
    /// Whether the versions of a story are one article.
    folds: bool,
    /// Made when first asked for after a change.
    arrangement: OnceLock<Arrangement>,
    /// What the last query found, for the next page and for the next letter.
    last: Mutex<Option<Found>>,
}

/// The articles that a query without its `is:` shows, newest first.
#[derive(Debug)]
struct Found {
    query: Query,
    places: Arc<Vec<Place>>,
    /// Places with the best match first, once somebody asked.
    ranked: Option<Arc<Vec<Place>>>,
}

/// What is asked of the shelf's one question: which articles, in order, and how many are unread.
struct Answer {
    places: Vec<Place>,
    unread: usize,
}

impl Shelf {
    /// Takes in a file that was read; what was known of that file before is replaced. Where many files
    /// are read, let the readers [`shelve()`] and [`Self::insert`] what they made.
    pub fn put(&mut self, reading: &Reading) {
        self.remove(&reading.path);
        self.insert(shelve(reading));
    }

    /// Takes in entries; what was known of their files before is replaced.
    pub fn insert<E: Into<Arc<Entry>>>(&mut self, entries: Vec<E>) {
        let entries: Vec<Arc<Entry>> = entries.into_iter().map(Into::into).collect();
        let renewed: HashSet<PathBuf> = entries.iter().map(|entry| entry.path.clone()).collect();
        for path in &renewed {
            self.files.remove(path);
        }
        for entry in entries {
            self.files.entry(entry.path.clone()).or_default().push(entry);
        }
        self.changed();
    }

    /// Forgets a file.
    pub fn remove(&mut self, path: &Path) {
        if self.files.remove(path).is_some() {
            self.changed();
        }
    }

    /// Forgets every file but those that `keep` says yes to, copies of an article that another file
    /// stands for too.
    pub fn retain(&mut self, keep: impl Fn(&Path) -> bool) {
        let before = self.files.len();
        self.files.retain(|path, _| keep(path));
        if self.files.len() < before {
            self.changed();
        }
    }

    /// Says that marks changed: the reader's own words may be found where they were not.
    pub fn marks_changed(&mut self) {
        *self.last.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn changed(&mut self) {
        self.arrangement.take();
        *self.last.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Returns how many articles there are, copies of one article counted once.
    pub fn len(&self) -> usize {
        self.arranged().entries.len()
    }

    /// Says whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Returns an article's entry; of several copies the fullest, of equals the newest.
    pub fn get(&self, id: ArticleId) -> Option<&Entry> {
        let arranged = self.arranged();
        let place = *arranged.places.get(&id)?;
        arranged.versions(place).find(|entry| entry.id == id)
    }

    /// Returns the entries of one file, in its own order.
    pub fn at(&self, path: &Path) -> impl Iterator<Item = &Entry> {
        self.files.get(path).into_iter().flatten().map(Arc::as_ref)
    }

    /// Returns every article, newest first; of versions of a story the one shown.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.arranged().entries.iter().map(Arc::as_ref)
    }

    /// Returns the article at a place among [`Self::entries`].
    pub(in crate::library) fn entry(&self, place: Place) -> Option<&Entry> {
        self.arranged().entry(place)
    }

    /// Returns every article a request shows, in order, as ids.
    pub fn ids(&self, request: &Request, marks: &dyn Standings) -> Vec<ArticleId> {
        let arranged = self.arranged();
        let answer = self.answer(request, marks);
        answer.places.iter().filter_map(|place| arranged.entry(*place)).map(|entry| entry.id).collect()
    }

    /// Answers a request; copies of one article are one row.
    pub fn view(&self, request: &Request, marks: &dyn Standings) -> View {
        let arranged = self.arranged();
        let answer = self.answer(request, marks);
        let total = answer.places.len();
        let (first, count, found) = match request.window {
            Window::From { first, count } => (first.min(total), count, None),
            Window::Around { id, count } => {
                let place = arranged.places.get(&id);
                let found = place.and_then(|place| answer.places.iter().position(|p| p == place));
                let last_first = total.saturating_sub(count);
                (found.map_or(0, |at| at.saturating_sub(count / 2).min(last_first)), count, found)
            }
        };
        let lighter = request.query.lighter();
        let shown = answer.places.iter().skip(first).take(count);
        let rows = shown.filter_map(|place| arranged.row(*place, &lighter)).collect();
        View { total, unread: answer.unread, first, rows, found }
    }

    fn arranged(&self) -> &Arrangement {
        self.arrangement.get_or_init(|| Arrangement::of(self.files.values().flatten(), self.folds))
    }

    /// Finds what a request shows, in its order.
    fn answer(&self, request: &Request, marks: &dyn Standings) -> Answer {
        let arranged = self.arranged();
        let (still, asked) = request.query.split();
        let by_relevance = request.order.by == OrderBy::Relevance && !still.is_empty();
        let found = self.found(still, marks, by_relevance);
        let matcher = (!asked.is_empty()).then(|| asked.matcher());
        let shows_hidden = request.query.asks_hidden();
        let keep: HashSet<Place> =
            request.keep.iter().filter_map(|id| arranged.places.get(id).copied()).collect();
        let stories = Stories { arranged, marks };
        let mut shown = Vec::with_capacity(found.len());
        for place in found.iter() {
            let Some(entry) = arranged.entry(*place) else { continue };
            let (standing, kept) = (stories.of(entry.id), keep.contains(place));
            let is_left_out = standing.hidden && !shows_hidden && !kept;
            let fits = |m: &Matcher<'_>| arranged.versions(*place).any(|one| m.shows(one, &stories, kept));
            if !is_left_out && matcher.as_ref().is_none_or(fits) {
                shown.push((*place, standing.read));
            }
        }
        let unread = shown.iter().filter(|(_, read)| !read).count();
        match request.order.by {
            OrderBy::Date | OrderBy::Relevance => {}
            OrderBy::Title => shown.sort_by_key(|(place, _)| arranged.title_rank(*place)),
            OrderBy::Outlet => shown.sort_by_key(|(place, _)| arranged.outlet_rank(*place)),
            OrderBy::Unread => shown.sort_by_key(|(_, read)| *read),
        }
        if request.order.reversed {
            shown.reverse();
        }
        Answer { places: shown.into_iter().map(|(place, _)| place).collect(), unread }
    }

    /// Finds what a query shows, from what the last one found where that is enough.
    fn found(&self, query: Query, marks: &dyn Standings, ranked: bool) -> Arc<Vec<Place>> {
        let arranged = self.arranged();
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.as_ref().is_none_or(|last| last.query != query) {
            let matcher = query.matcher();
            let shows =
                |place: &Place| arranged.versions(*place).any(|entry| matcher.shows(entry, marks, false));
            let places: Vec<Place> = match last.as_ref().filter(|last| query.narrows(&last.query)) {
                Some(wider) => wider.places.iter().copied().filter(shows).collect(),
                None => arranged.all().filter(shows).collect(),
            };
            *last = Some(Found { query, places: Arc::new(places), ranked: None });
        }
        let Some(found) = last.as_mut() else { return Arc::default() };
        if !ranked {
            return Arc::clone(&found.places);
        }
        let order =
            found.ranked.get_or_insert_with(|| Arc::new(by_score(arranged, &found.query, &found.places)));
        Arc::clone(order)
    }
}

/// Puts the best match first, the newest first among equals.
fn by_score(arranged: &Arrangement, query: &Query, places: &[Place]) -> Vec<Place> {
    let matcher = query.matcher();
    let best = |place: Place| arranged.versions(place).map(|entry| matcher.score(entry)).max();
    let mut scored: Vec<(u32, Place)> =
        places.iter().filter_map(|place| Some((best(*place)?, *place))).collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, place)| place).collect()
}

/// Makes the row of an entry, with what the query lights in it.
pub(super) fn row(entry: &Entry, lighter: &Lighter<'_>) -> Row {
    let mut row = entry.row.clone();
    row.lit = lighter.ranges(&row.headline);
    if row.lit.is_empty() {
        let text = if lighter.lights(&entry.folded.text) { entry.text.as_ref() } else { "" };
        row.context = context(text, &entry.named, lighter);
    }
    row
}
