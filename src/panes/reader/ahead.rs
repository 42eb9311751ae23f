//! Owns the article that is at hand before it is asked for, so that it shows at once when it is. It refuses to
//! choose which one that is.

use std::path::PathBuf;

use super::Reader;
use crate::article::ArticleId;
use crate::typeset::Composed;

impl Reader {
    /// Keeps an article at hand, in place of the one kept before.
    pub fn keep_ahead(&mut self, id: ArticleId, path: PathBuf, article: Composed) {
        self.ahead = Some((id, path, article));
    }

    /// Says whether this article is the one at hand.
    pub fn has_ahead(&self, id: ArticleId) -> bool {
        self.ahead.as_ref().is_some_and(|(kept, ..)| *kept == id)
    }

    /// Shows the article at hand from `place` (a byte offset into its prose) on, if it is this one; says
    /// whether it is.
    pub fn show_ahead(&mut self, id: ArticleId, place: usize) -> bool {
        let Some((id, path, article)) = self.ahead.take_if(|(kept, ..)| *kept == id) else { return false };
        self.show(id, path, article, place);
        true
    }
}
