//! Owns the engine of large libraries: an index in the cache folder, and beside it in memory what the
//! index does not hold yet. It refuses to walk folders, and to keep anything that could not be rebuilt.
//!
//! The index is tantivy's: terms, places, sort keys and rows in mapped files, newest article first. A
//! condition of a query becomes a set of bits, one an article; sets are joined, counted and read in the
//! order of a list. So every count is exact, any page costs the same, and `is:unread` is one more set.

mod answer;
mod arrange;
mod bits;
pub mod changes;
mod context;
mod days;
mod docs;
mod error;
mod folders;
mod folds;
mod head;
mod leaves;
mod marked;
mod moves;
mod quickwit;
mod ranks;
mod row;
mod schema;
mod search;
mod slips;
mod store;
#[cfg(test)]
mod tests;
mod tied;
mod tokens;
mod walked;
mod warmth;
mod writer;

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tantivy::{Index, IndexReader, ReloadPolicy};

pub use context::Lines;
pub use error::CacheError;
pub use head::ROWS as HEAD_ROWS;
pub use quickwit::mapping;
pub use store::{Status, Store};
pub use tied::Key;
pub use walked::Walked;
pub use writer::Writer;

use super::versions::Folds;
use super::{Entry, Order, OrderBy, Query, Request, Row, Standing, Standings, View, Window, shelf};
use crate::article::ArticleId;
use answer::Question;
use arrange::Arrangement;
use bits::Bits;
use changes::Known;
use docs::Docs;
use leaves::{Asker, Leaves};
use marked::Marked;
use moves::Moves;
use schema::Fields;

/// The articles of a large library.
pub struct Cache {
    reader: IndexReader,
    folder: PathBuf,
    docs: Docs,
    /// Stories that were saved more than once, where their versions are one article.
    folds: Option<Folds>,
    /// Made when first asked for after a change.
    arranged: OnceLock<Arrangement>,
    /// Likewise, after a change of articles or marks.
    marked: OnceLock<Marked>,
    leaves: Leaves,
    /// The articles of the last search by relevance, best match first.
    ranked: Mutex<Option<(Query, Arc<Vec<u32>>)>>,
}

impl Cache {
    /// Opens an index.
    fn open(index: &Index, fields: Fields, folder: &Path) -> Result<Self, CacheError> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let docs = Docs::load(reader.searcher(), fields, Moves::load(folder))?;
        Ok(Self {
            reader,
            folder: folder.to_owned(),
            docs,
            folds: None,
            arranged: OnceLock::new(),
            marked: OnceLock::new(),
            leaves: Leaves::default(),
            ranked: Mutex::default(),
        })
    }

    /// Takes up what was written since: everything put in before is expected to be among it.
    pub fn reload(&mut self) -> Result<(), CacheError> {
        self.reader.reload()?;
        let (fields, moves) = (self.docs.fields.clone(), Moves::load(&self.folder));
        self.docs = Docs::load(self.reader.searcher(), fields, moves)?;
        self.changed();
        Ok(())
    }

    /// Takes in the articles of a file that the index does not hold yet; what was known of the file is
    /// replaced.
    pub fn put(&mut self, path: &Path, entries: &[Arc<Entry>]) {
        self.docs.put(changes::name(path), entries);
        self.changed();
    }

    /// Forgets files, by the names [`changes::name`] gives them.
    pub fn forget(&mut self, files: &HashSet<u64>) {
        self.docs.forget(files);
        self.changed();
    }

    /// Says that the marks of these articles changed.
    pub fn marks_changed(&mut self, ids: &[ArticleId], marks: &dyn Standings) {
        let Some(mut marked) = self.marked.take() else { return };
        let docs: Vec<(u32, ArticleId)> =
            ids.iter().filter_map(|id| Some((self.arranged().find(*id, &self.docs)?, *id))).collect();
        for (doc, id) in docs {
            marked.set(doc, id, marks);
        }
        drop(self.marked.set(marked));
    }

    fn changed(&mut self) {
        self.arranged.take();
        self.marked.take();
        self.leaves.forget();
        *self.ranked.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Returns how many articles there are, copies of one article counted once.
    pub fn len(&self) -> usize {
        self.arranged().newest.len()
    }

    /// Says whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the files the index holds articles of, each with the stamp it had.
    pub fn known(&self) -> Result<Known, CacheError> {
        Ok(Known::new(self.docs.stamps(&|_| true)?))
    }

    /// As [`Self::known`], of these files alone, by the names [`changes::name`] gives them.
    pub fn known_of(&self, files: &HashSet<u64>) -> Result<Known, CacheError> {
        Ok(Known::new(self.docs.stamps(&|file| files.contains(&file))?))
    }

    /// Says whether there are articles of a file, by its name.
    pub fn holds(&mut self, file: u64) -> bool {
        self.docs.holds(file)
    }

    /// Says where an article is: its file and its place in it.
    pub fn place(&self, id: ArticleId) -> Option<(PathBuf, usize)> {
        self.arranged().find(id, &self.docs).and_then(|doc| self.docs.place(doc))
    }

    /// Says whether there is such an article.
    pub fn has(&self, id: ArticleId) -> bool {
        self.arranged().find(id, &self.docs).is_some()
    }

    /// Returns every article a request shows, in order, as ids.
    pub fn ids(&self, request: &Request, marks: &dyn Standings) -> Result<Vec<ArticleId>, CacheError> {
        let question = self.question(request, marks);
        let shown = question.shown(&request.query)?;
        let ranked = self.ranked(&question, request)?;
        let sequence = question.sequence(request.order, shown, ranked.as_ref().map(|r| r.as_slice()));
        Ok(sequence.iter().filter_map(|doc| self.docs.id(doc)).collect())
    }

    /// Returns the articles a query may show, whatever was done with them: those it shows without its
    /// `is:`.
    pub fn may_show(&self, query: &Query) -> Result<Vec<ArticleId>, CacheError> {
        let (query, _) = query.split();
        self.ids(&Request::first(0, query, Order::default()), &Standing::default())
    }

    /// Returns the files of these articles, every copy of each.
    pub fn files(&self, ids: &HashSet<ArticleId>) -> BTreeSet<PathBuf> {
        let mut files = BTreeSet::new();
        for doc in self.docs.alive().iter() {
            if self.docs.id(doc).is_some_and(|id| ids.contains(&id)) {
                files.extend(self.docs.place(doc).map(|(path, _)| path));
            }
        }
        files
    }

    /// Returns the files of these names, as [`changes::name`] gives them.
    pub fn files_named(&self, names: &HashSet<u64>) -> BTreeSet<PathBuf> {
        let is_named = |doc: &u32| self.docs.file(*doc).is_some_and(|file| names.contains(&file));
        let alive = self.docs.alive();
        let named = alive.iter().filter(is_named);
        named.filter_map(|doc| self.docs.place(doc)).map(|(path, _)| path).collect()
    }

    /// Answers a request; copies of one article are one row. Lines of context are left out for articles
    /// of the index, whose words are in their files only: [`Lines`] cut them.
    pub fn view(&self, request: &Request, marks: &dyn Standings) -> Result<View, CacheError> {
        let question = self.question(request, marks);
        let shown = question.shown(&request.query)?;
        let total = shown.count();
        let unread = total - shown.common(question.marked.read());
        let ranked = self.ranked(&question, request)?;
        let wanted = match request.window {
            Window::Around { id, .. } => {
                let found = question.arranged.find(id, &self.docs);
                found.map(|doc| question.arranged.shown(doc)).filter(|doc| shown.has(*doc))
            }
            Window::From { .. } => None,
        };
        let sequence = question.sequence(request.order, shown, ranked.as_ref().map(|r| r.as_slice()));
        let found = wanted.and_then(|wanted| sequence.position(wanted));
        let (first, count) = span(request.window, total, found);
        let lighter = request.query.lighter();
        let mut rows = Vec::new();
        for doc in sequence.window(first, count) {
            rows.extend(self.row(doc, &lighter)?);
        }
        Ok(View { total, unread, first, rows, found })
    }

    fn question<'a>(&'a self, request: &Request, marks: &dyn Standings) -> Question<'a> {
        let arranged = self.arranged();
        let mut kept = Bits::new(self.docs.len());
        let docs = request.keep.iter().filter_map(|id| arranged.find(*id, &self.docs));
        docs.for_each(|doc| kept.add(arranged.shown(doc)));
        arranged.folded.spread(&mut kept);
        let marked = self.marked.get_or_init(|| self.marked(marks));
        let asker = Asker { docs: &self.docs, fields: &self.docs.fields, leaves: &self.leaves };
        Question { asker, arranged, marked, kept }
    }

    fn arranged(&self) -> &Arrangement {
        self.arranged.get_or_init(|| Arrangement::of(&self.docs, self.folds.as_ref()))
    }

    /// Asks for the marks of the articles that have any.
    fn marked(&self, marks: &dyn Standings) -> Marked {
        let mut marked = Marked::new(self.docs.len());
        let arranged = self.arranged();
        if let Some(touched) = marks.touched() {
            let docs = touched.into_iter().filter_map(|id| Some((arranged.find(id, &self.docs)?, id)));
            docs.for_each(|(doc, id)| marked.add(doc, id, marks));
        } else {
            let all = arranged.all();
            let docs = all.iter().filter_map(|doc| Some((doc, self.docs.id(doc)?)));
            docs.for_each(|(doc, id)| marked.add(doc, id, marks));
        }
        marked
    }

    /// Returns all articles, best match first, if a request asks for that order.
    fn ranked(
        &self,
        question: &Question<'_>,
        request: &Request,
    ) -> Result<Option<Arc<Vec<u32>>>, CacheError> {
        if request.order.by != OrderBy::Relevance {
            return Ok(None);
        }
        let mut last = self.ranked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((query, ranked)) = last.as_ref()
            && *query == request.query
        {
            return Ok(Some(Arc::clone(ranked)));
        }
        let ranked = Arc::new(question.by_score(request.query.root())?);
        *last = Some((request.query.clone(), Arc::clone(&ranked)));
        Ok(Some(ranked))
    }

    fn row(&self, doc: u32, lighter: &super::query::Lighter<'_>) -> Result<Option<Row>, CacheError> {
        let mut row = if let Some(entry) = self.docs.held(doc) {
            shelf::row(entry, lighter)
        } else {
            let Some(entry) = self.docs.read(doc)? else { return Ok(None) };
            let lit = lighter.ranges(&entry.row.headline);
            Row { lit, ..entry.row }
        };
        row.others = self.arranged().others(doc).filter_map(|other| self.docs.id(other)).collect();
        Ok(Some(row))
    }
}

/// Returns the position of the first row of a window and how many there are.
fn span(window: Window, total: usize, found: Option<usize>) -> (usize, usize) {
    match window {
        Window::From { first, count } => (first.min(total), count),
        Window::Around { count, .. } => {
            let last_first = total.saturating_sub(count);
            (found.map_or(0, |at| at.saturating_sub(count / 2).min(last_first)), count)
        }
    }
}

impl std::fmt::Debug for Cache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Cache").field("docs", &self.docs).finish_non_exhaustive()
    }
}
