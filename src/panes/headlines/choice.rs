//! Owns which headlines are chosen for the next mark: a range, or some picked one by one. It refuses to
//! mark them.

use super::Headlines;
use crate::article::ArticleId;

impl Headlines {
    /// Begins a range at the selected article; one that was begun ends.
    pub fn toggle_range(&mut self) {
        self.range = match self.range {
            Some(_) => None,
            None => self.selected.map(|id| (id, self.position)),
        };
    }

    /// Picks the selected article, or no longer.
    pub fn pick(&mut self) {
        let Some(id) = self.selected else { return };
        if self.picked.contains(&id) {
            self.picked.retain(|one| *one != id);
        } else {
            self.picked.push(id);
        }
    }

    /// Ends range and picks; says whether there were any.
    pub fn end_choice(&mut self) -> bool {
        let had = self.chosen_count() > 0;
        self.range = None;
        self.picked.clear();
        had
    }

    /// Says whether a range was begun.
    pub fn has_range(&self) -> bool {
        self.range.is_some()
    }

    /// Returns the article at which the range began.
    pub fn range(&self) -> Option<ArticleId> {
        self.range.map(|(id, _)| id)
    }

    /// Returns the articles picked one by one.
    pub fn picked(&self) -> &[ArticleId] {
        &self.picked
    }

    /// Returns how many articles were chosen for the next mark; 0 if it is for the selected one.
    pub fn chosen_count(&self) -> usize {
        match self.range {
            Some((_, began)) => began.abs_diff(self.position) + 1,
            None => self.picked.len(),
        }
    }

    /// Says whether the row at a position is one of those chosen.
    pub(super) fn is_chosen(&self, position: usize, id: ArticleId) -> bool {
        match self.range {
            Some((_, began)) => (began.min(self.position)..=began.max(self.position)).contains(&position),
            None => self.picked.contains(&id),
        }
    }
}
