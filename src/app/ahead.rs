//! Owns looking ahead: the article that the same step once more would select is read and set before it is
//! asked for, so that going down the list waits for nothing. It refuses to read files.

use std::path::PathBuf;

use super::App;
use super::effect::Effect;
use super::errand::Errand;
use crate::article::ArticleId;
use crate::typeset::Composed;

impl App {
    /// Shows an article beside the list: the one at hand, or one that is asked for.
    pub(super) fn lay_beside(&mut self, id: ArticleId) -> Vec<Effect> {
        if !self.reader.has_ahead(id) {
            return vec![self.load(id)];
        }
        let place = self.place_in(id);
        self.reader.show_ahead(id, place);
        self.laid_open();
        std::iter::once(Effect::Ask(Errand::Confirm(id, self.reader.page())))
            .chain(self.look_ahead())
            .collect()
    }

    /// Takes an article that may be looked at next.
    pub(super) fn keep_ahead(&mut self, id: ArticleId, path: PathBuf, article: Composed) -> Vec<Effect> {
        self.reader.keep_ahead(id, path, article);
        Vec::new()
    }

    /// Asks for the article that may be looked at next, which nobody can know while something is typed.
    pub(super) fn look_ahead(&self) -> Option<Effect> {
        let is_shown = !self.is_reading() && self.areas().article.width > 0;
        if !is_shown || self.typing.is_some() {
            return None;
        }
        let next = self.headlines.in_step();
        let next = next.filter(|id| !self.reader.shows(*id) && !self.reader.has_ahead(*id));
        next.map(|id| Effect::Ask(Errand::Ahead(id, self.reader.page())))
    }
}
