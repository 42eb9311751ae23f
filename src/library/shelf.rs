//! Owns the articles of this run in memory and answers requests over them. It refuses to read files.

use std::path::Path;

use super::{Entry, Reading, Request, Standing, View};
use crate::article::ArticleId;

/// The library of this run, in memory.
#[derive(Debug, Default)]
pub struct Shelf {
    entries: Vec<Entry>,
}

impl Shelf {
    /// Takes in a file that was read; what was known of that file before is replaced.
    pub fn put(&mut self, reading: &Reading) {
        let _ = reading;
    }

    /// Forgets a file.
    pub fn remove(&mut self, path: &Path) {
        let _ = path;
    }

    /// Returns how many articles there are, copies of one article counted once.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Says whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns an article's entry; of several copies the one a reader would want.
    pub fn get(&self, id: ArticleId) -> Option<&Entry> {
        self.entries.iter().find(|e| e.id == id)
    }

    /// Returns every article a request shows, in order, as ids.
    pub fn ids(&self, request: &Request, standing: &dyn Fn(ArticleId) -> Standing) -> Vec<ArticleId> {
        let _ = (request, standing);
        Vec::new()
    }

    /// Answers a request; copies of one article are one row.
    pub fn view(&self, request: &Request, standing: &dyn Fn(ArticleId) -> Standing) -> View {
        let _ = (request, standing);
        View::default()
    }
}
