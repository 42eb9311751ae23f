//! Owns the one seam between a library and what it is kept in: some thousand articles in memory, more
//! in a cache on disk; an engine on other machines would be a third row. It refuses to choose.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::cache::{Cache, CacheError, Store, changes};
use super::versions::Version;
use super::{Entry, Request, Row, Shelf, Standings, View};
use crate::article::ArticleId;

/// All articles of a run, whatever they are kept in.
#[derive(Debug)]
pub enum Collection {
    /// In memory, searched one by one.
    Shelf(Box<Shelf>),
    /// In an index on disk.
    Cache(Box<Cache>),
}

impl Default for Collection {
    fn default() -> Self {
        Self::Shelf(Box::default())
    }
}

impl Collection {
    /// Takes in the articles of a file; what was known of it before is replaced, be it by nothing.
    pub fn put(&mut self, path: &Path, entries: Vec<Arc<Entry>>) {
        match self {
            Self::Shelf(shelf) if entries.is_empty() => shelf.remove(path),
            Self::Shelf(shelf) => shelf.insert(entries),
            Self::Cache(cache) => cache.put(path, &entries),
        }
    }

    /// Forgets the files that are not among those `seen`, by the names [`changes::name`] gives them, in
    /// order. A cache is told by its writer which those are.
    pub fn keep_only(&mut self, seen: &[u64]) {
        let Self::Shelf(shelf) = self else { return };
        shelf.retain(|path| seen.binary_search(&changes::name(path)).is_ok());
    }

    /// Says whether the versions of a story are one article; a cache takes them from what is kept beside it.
    pub fn fold(&mut self, folds: bool, store: Option<&Store>) {
        match (self, store) {
            (Self::Shelf(shelf), _) => shelf.fold(folds),
            (Self::Cache(cache), Some(store)) if folds => cache.fold(store),
            (Self::Cache(cache), _) => cache.unfold(),
        }
    }

    /// Says that the marks of these articles changed.
    pub fn marks_changed(&mut self, ids: &[ArticleId], marks: &dyn Standings) {
        match self {
            Self::Shelf(shelf) => shelf.marks_changed(),
            Self::Cache(cache) => cache.marks_changed(ids, marks),
        }
    }

    /// Returns how many articles there are, copies of one article counted once.
    pub fn len(&self) -> usize {
        match self {
            Self::Shelf(shelf) => shelf.len(),
            Self::Cache(cache) => cache.len(),
        }
    }

    /// Says whether there are none.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Shelf(shelf) => shelf.is_empty(),
            Self::Cache(cache) => cache.is_empty(),
        }
    }

    /// Returns the versions of an article, the one shown first; the article alone where it is the only one.
    pub fn versions(&self, id: ArticleId) -> Vec<Version> {
        match self {
            Self::Shelf(shelf) => shelf.versions(id),
            Self::Cache(cache) => cache.versions(id),
        }
    }

    /// Returns the rows of those of some articles that there are, in no order.
    pub fn rows_of(&self, ids: &[ArticleId]) -> Vec<Row> {
        match self {
            Self::Shelf(shelf) => shelf.rows_of(ids),
            Self::Cache(cache) => cache.rows_of(ids),
        }
    }

    /// Says where an article is: its file and its place in it.
    pub fn place(&self, id: ArticleId) -> Option<(PathBuf, usize)> {
        match self {
            Self::Shelf(shelf) => shelf.get(id).map(|entry| (entry.path.clone(), entry.item)),
            Self::Cache(cache) => cache.place(id),
        }
    }

    /// Says whether there is such an article.
    pub fn has(&self, id: ArticleId) -> bool {
        match self {
            Self::Shelf(shelf) => shelf.get(id).is_some(),
            Self::Cache(cache) => cache.has(id),
        }
    }

    /// Returns every article a request shows, in order, as ids.
    pub fn ids(&self, request: &Request, marks: &dyn Standings) -> Result<Vec<ArticleId>, CacheError> {
        match self {
            Self::Shelf(shelf) => Ok(shelf.ids(request, marks)),
            Self::Cache(cache) => cache.ids(request, marks),
        }
    }

    /// Answers a request; copies of one article are one row.
    pub fn view(&self, request: &Request, marks: &dyn Standings) -> Result<View, CacheError> {
        match self {
            Self::Shelf(shelf) => Ok(shelf.view(request, marks)),
            Self::Cache(cache) => cache.view(request, marks),
        }
    }
}
