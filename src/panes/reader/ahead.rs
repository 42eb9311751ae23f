//! Owns the article that is set before it is asked for, so that it shows at once when it is. It refuses to
//! choose which one that is.

use std::path::PathBuf;

use super::Reader;
use crate::article::{Article, ArticleId};

impl Reader {
    /// Sets an article and keeps it at hand, in place of the one kept before.
    pub fn keep_ahead(&mut self, id: ArticleId, path: PathBuf, article: Box<Article>) {
        self.ahead = Some(self.set(id, path, article));
    }

    /// Says whether this article is the one at hand.
    pub fn has_ahead(&self, id: ArticleId) -> bool {
        self.ahead.as_ref().is_some_and(|open| open.id == id)
    }

    /// Shows the article at hand from `place` (a byte offset into its prose) on, if it is this one; says
    /// whether it is.
    pub fn show_ahead(&mut self, id: ArticleId, place: usize) -> bool {
        let Some(open) = self.ahead.take_if(|open| open.id == id) else { return false };
        let is_stale = open.setting != self.setting(&open.article);
        let open = if is_stale { self.set(open.id, open.path, open.article) } else { open };
        self.lay(open, place);
        true
    }
}
