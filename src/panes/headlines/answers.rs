//! Owns what the list asks of the library and takes from it: the rows around what is on the screen. It refuses
//! answers to what was asked before.

use std::collections::HashMap;

use super::Headlines;
use crate::article::ArticleId;
use crate::library::{Context, Request, View, Window};

impl Headlines {
    /// Asks again for what is shown, keeping the selection.
    pub fn refresh(&mut self) -> (u64, Request) {
        let count = self.span();
        let window = match self.anchor.or(self.selected) {
            Some(id) if self.chosen => Window::Around { id, count },
            _ => Window::From { first: self.position.saturating_sub(count / 3), count },
        };
        self.ask(window)
    }

    /// Says whether an answer is what the list shows already.
    pub fn shows(&self, rows: &View) -> bool {
        let counts = |view: &View| (view.total, view.unread, view.first);
        self.answered && counts(&self.rows) == counts(rows) && self.rows.rows == rows.rows
    }

    /// Takes the library's answer; a stale one is dropped. Returns whether it was taken. The article that the
    /// reader chose stays selected and stays where it is on the screen.
    pub fn listed(&mut self, generation: u64, rows: View) -> bool {
        if generation != self.generation {
            return false;
        }
        self.answered = true;
        let before = self.position;
        let anchor = self.anchor.filter(|_| self.chosen);
        let among = |id| rows.rows.iter().position(|row| row.id == id).map(|at| rows.first + at);
        let found =
            anchor.map_or(rows.found, |id| among(id).or(rows.found.filter(|_| self.around == anchor)));
        if let Some(found) = found {
            self.position = found;
            self.top = (self.top + found).saturating_sub(before);
        } else if self.around == anchor && rows.total > 0 {
            // The list has it no more: its neighbour takes its place.
            self.anchor = None;
        }
        self.position = self.position.min(rows.total.saturating_sub(1));
        self.rows = rows;
        if let Some((id, at)) = &mut self.range
            && let Some(found) = self.rows.rows.iter().position(|row| row.id == *id)
        {
            *at = self.rows.first + found;
        }
        let at_hand = self.anchor.or_else(|| self.row(self.position).map(|row| row.id));
        self.selected = at_hand.filter(|_| self.rows.total > 0);
        if self.chosen && self.selected.is_some() {
            self.anchor = self.selected;
        }
        self.follow();
        true
    }

    /// Asks for the rows around the selection that the last answer does not have.
    pub fn missing(&mut self) -> Option<(u64, Request)> {
        if self.rows.total == 0 {
            return None;
        }
        let row = self.row(self.position).map(|row| row.id);
        match self.anchor {
            Some(id) if row != Some(id) && self.around != Some(id) => Some(self.refresh()),
            _ if row.is_none() => {
                let count = self.span();
                Some(self.ask(Window::From { first: self.position.saturating_sub(count / 2), count }))
            }
            _ => None,
        }
    }

    /// Takes lines of context for rows that are known. Returns whether the screen shows any of them.
    pub fn lined(&mut self, generation: u64, lines: Vec<(ArticleId, Context)>) -> bool {
        if generation != self.generation {
            return false;
        }
        let shown = self.top..self.top + self.page;
        let mut any = false;
        let mut lines: HashMap<ArticleId, Context> = lines.into_iter().collect();
        for (position, row) in (self.rows.first..).zip(&mut self.rows.rows) {
            if let Some(line) = lines.remove(&row.id) {
                any |= shown.contains(&position);
                row.context = Some(line);
            }
        }
        any
    }

    pub(super) fn ask(&mut self, window: Window) -> (u64, Request) {
        self.generation += 1;
        self.around = match window {
            Window::Around { id, .. } => Some(id),
            Window::From { .. } => None,
        };
        (self.generation, Request { window, ..self.request() })
    }

    /// How many rows are asked for at once: three screens, so that paging rarely waits.
    pub(super) fn span(&self) -> usize {
        (self.page * 3).max(24)
    }
}
