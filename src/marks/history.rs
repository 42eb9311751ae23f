//! Owns undo and redo: steps the reader can take back. It refuses to know what the steps mean.

use super::{Change, Marks, What};
use crate::article::ArticleId;

/// What the reader did in one go, with how to say it and how to take it back. No two changes of a
/// step speak of the same field of the same article.
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

impl Step {
    /// Makes a step of what the reader wants done: article, change, and the path the article is at.
    /// Wishes that change nothing are left out. `marks` are as they were before, and stay so.
    pub fn new(
        marks: &Marks,
        said: impl Into<String>,
        wanted: impl IntoIterator<Item = (ArticleId, What, Option<String>)>,
        now: u64,
    ) -> Self {
        let stamp = marks.stamp(now);
        let mut step = Self { said: said.into(), done: Vec::new(), undone: Vec::new() };
        for (article, what, path) in wanted {
            let inverse = marks.inverse(article, &what);
            if inverse != what {
                step.undone.push(Change { article, what: inverse, stamp, path: path.clone() });
                step.done.push(Change { article, what, stamp, path });
            }
        }
        step
    }
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
        let step = self.past.pop()?;
        let changes = renewed(&step.undone, marks, now);
        let said = step.said.clone();
        self.future.push(step);
        Some((said, changes))
    }

    /// Does the last undone step again; as [`Self::undo`].
    pub fn redo(&mut self, marks: &mut Marks, now: u64) -> Option<(String, Vec<Change>)> {
        let step = self.future.pop()?;
        let changes = renewed(&step.done, marks, now);
        let said = step.said.clone();
        self.past.push(step);
        Some((said, changes))
    }
}

/// Applies changes as if they were made now: a journal is only ever added to, so taking back is a
/// newer word and not an erased one.
fn renewed(changes: &[Change], marks: &mut Marks, now: u64) -> Vec<Change> {
    let stamp = marks.stamp(now);
    let renewed: Vec<Change> = changes.iter().map(|change| Change { stamp, ..change.clone() }).collect();
    marks.extend(&renewed);
    renewed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u64) -> ArticleId {
        format!("{n:016x}").parse().unwrap()
    }

    fn read_both(marks: &mut Marks, now: u64) -> Step {
        let wanted = [1, 2].map(|n| (id(n), What::Read(true), None));
        let step = Step::new(marks, "marked 2 as read", wanted, now);
        marks.extend(&step.done);
        step
    }

    #[test]
    fn a_step_is_taken_back_and_done_again() {
        let (mut marks, mut history) = (Marks::default(), History::default());
        history.push(read_both(&mut marks, 100));
        let (said, changes) = history.undo(&mut marks, 50).unwrap();
        assert_eq!((said.as_str(), changes.len()), ("marked 2 as read", 2));
        assert!(changes.iter().all(|change| change.stamp == 101));
        assert!(!marks.get(id(1)).read && !marks.get(id(2)).read);
        assert!(history.undo(&mut marks, 50).is_none());
        history.redo(&mut marks, 50).unwrap();
        assert!(marks.get(id(1)).read && marks.get(id(2)).read);
        assert!(history.redo(&mut marks, 50).is_none());
        assert!(history.undo(&mut marks, 50).is_some());
    }

    #[test]
    fn what_already_holds_is_not_part_of_a_step() {
        let mut marks = Marks::default();
        let first = Step::new(&marks, "", [(id(1), What::Read(true), None)], 1);
        marks.extend(&first.done);
        let second = read_both(&mut marks, 2);
        assert_eq!(second.done.iter().map(|c| c.article).collect::<Vec<_>>(), [id(2)]);
    }

    #[test]
    fn a_new_step_ends_what_could_be_redone() {
        let (mut marks, mut history) = (Marks::default(), History::default());
        history.push(read_both(&mut marks, 1));
        history.undo(&mut marks, 2);
        history.push(Step::new(&marks, "starred", [(id(1), What::Starred(true), None)], 3));
        assert!(history.redo(&mut marks, 4).is_none());
    }
}
