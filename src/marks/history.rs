//! Owns undo and redo: steps the reader can take back. It refuses to know what the steps mean.

use super::{Change, Marks};

/// What the reader did in one go, with how to say it and how to take it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was done, for the notice: `marked 12 as read`.
    pub said: String,
    /// The changes that did it.
    pub done: Vec<Change>,
    /// The changes that take it back (stamps are renewed when they are applied).
    pub undone: Vec<Change>,
}

/// The steps that can be taken back, and those taken back.
#[derive(Debug, Clone, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
}

impl History {
    /// Remembers a step; what was undone before can no longer be redone.
    pub fn push(&mut self, step: Step) {
        self.future.clear();
        self.past.push(step);
    }

    /// Takes the last step back: returns what was said of it and the changes to journal, applied to
    /// `marks` already.
    pub fn undo(&mut self, marks: &mut Marks, now: u64) -> Option<(String, Vec<Change>)> {
        let _ = (marks, now);
        None
    }

    /// Does the last undone step again; as [`Self::undo`].
    pub fn redo(&mut self, marks: &mut Marks, now: u64) -> Option<(String, Vec<Change>)> {
        let _ = (marks, now);
        None
    }
}
