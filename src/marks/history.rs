//! Owns undo and redo: steps the reader can take back. It refuses to know what the steps mean.

use std::collections::VecDeque;

use xxhash_rust::xxh3::xxh3_64;

use super::{Change, Marks, Part, Way, What};
use crate::article::ArticleId;

/// How many steps can be taken back; journals keep the lines of so many.
pub const STEPS: usize = 100;

/// What the reader did in one go, with how to say it. No two changes of a step speak of the same
/// field of the same article, and each says what was there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was done, for the notice: `marked 12 as read`.
    pub said: String,
    /// The changes that did it.
    pub done: Vec<Change>,
}

/// The steps that can be taken back, and those taken back.
#[derive(Debug, Clone, Default)]
pub struct History {
    past: VecDeque<Step>,
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
        let mut done: Vec<Change> = Vec::new();
        let mut step = None;
        for (article, what, path) in wanted {
            let before = marks.inverse(article, &what);
            if before != what {
                let step = *step.get_or_insert_with(|| number(stamp, article));
                let part = Some(Box::new(Part { step, way: Way::Do, before }));
                done.push(Change { article, what, stamp, path, part });
            }
        }
        Self { said: said.into(), done }
    }

    fn number(&self) -> Option<u32> {
        self.done.first()?.part.as_ref().map(|part| part.step)
    }

    /// Returns the changes that take the step back, or make it again: of those fields alone that
    /// still say what the step left there. What was said of a field since, here or elsewhere, stays.
    fn renewed(&self, way: Way, marks: &Marks, now: u64) -> Vec<Change> {
        let stamp = marks.stamp(now);
        let renew = |change: &Change| {
            let part = change.part.as_ref()?;
            let (from, to) = match way {
                Way::Undo => (&change.what, &part.before),
                Way::Do | Way::Redo => (&part.before, &change.what),
            };
            let holds = marks.inverse(change.article, to) == *from;
            let part = Box::new(Part { step: part.step, way, before: from.clone() });
            holds.then(|| Change { what: to.clone(), stamp, part: Some(part), ..change.clone() })
        };
        self.done.iter().filter_map(renew).collect()
    }
}

/// Names a step: the same on every machine, and another one for another article or another moment.
fn number(stamp: u64, first: ArticleId) -> u32 {
    u32::try_from(xxh3_64(format!("{stamp} {first}").as_bytes()) >> 32).unwrap_or_default()
}

impl History {
    /// Remembers a step; what was undone before can no longer be redone. A step that changed nothing
    /// is none.
    pub fn push(&mut self, step: Step) {
        if step.done.is_empty() {
            return;
        }
        self.future.clear();
        self.past.push_back(step);
        if self.past.len() > STEPS {
            self.past.pop_front();
        }
    }

    /// Takes the last step back: returns what was said of it and the changes to journal, applied to
    /// `marks` already. Steps of which nothing is left are passed over.
    pub fn undo(&mut self, marks: &mut Marks, now: u64) -> Option<(String, Vec<Change>)> {
        loop {
            let step = self.past.pop_back()?;
            let changes = step.renewed(Way::Undo, marks, now);
            if !changes.is_empty() {
                marks.extend(&changes);
                let said = step.said.clone();
                self.future.push(step);
                return Some((said, changes));
            }
        }
    }

    /// Does the last undone step again; as [`Self::undo`].
    pub fn redo(&mut self, marks: &mut Marks, now: u64) -> Option<(String, Vec<Change>)> {
        loop {
            let step = self.future.pop()?;
            let changes = step.renewed(Way::Redo, marks, now);
            if !changes.is_empty() {
                marks.extend(&changes);
                let said = step.said.clone();
                self.past.push_back(step);
                return Some((said, changes));
            }
        }
    }

    /// Finds the steps again that changes in the order of a journal belong to, so that they can be
    /// taken back after a restart. Changes that belong to none are passed over.
    pub fn replay(changes: impl IntoIterator<Item = Change>) -> Self {
        let mut history = Self::default();
        for change in changes {
            let Some((step, way)) = change.part.as_ref().map(|part| (part.step, part.way)) else { continue };
            match way {
                Way::Do => history.done(step, change),
                Way::Undo => history.shift(step, Way::Undo),
                Way::Redo => history.shift(step, Way::Redo),
            }
        }
        for step in history.past.iter_mut().chain(&mut history.future) {
            // A line that was written twice, after a fault of the disk, counts once.
            step.done.sort_by_cached_key(written);
            step.done.dedup();
            step.said = describe(&step.done);
        }
        history
    }

    /// Puts the steps of earlier runs before those of this one.
    pub fn remember(&mut self, mut earlier: Self) {
        if self.past.is_empty() && self.future.is_empty() {
            *self = earlier;
            return;
        }
        earlier.past.append(&mut self.past);
        self.past = earlier.past;
        self.past.drain(..self.past.len().saturating_sub(STEPS));
    }

    fn done(&mut self, step: u32, change: Change) {
        match self.past.back_mut() {
            Some(last) if last.number() == Some(step) => last.done.push(change),
            _ => self.push(Step { said: String::new(), done: vec![change] }),
        }
    }

    /// Moves a step between past and future; one that is there already, or unknown, stays.
    fn shift(&mut self, step: u32, way: Way) {
        if way == Way::Undo {
            let at = self.past.iter().rposition(|known| known.number() == Some(step));
            self.future.extend(at.and_then(|at| self.past.remove(at)));
        } else if let Some(at) = self.future.iter().rposition(|known| known.number() == Some(step)) {
            self.past.push_back(self.future.remove(at));
        }
    }
}

fn written(change: &Change) -> String {
    let mut line = String::new();
    super::line::write(change, &mut line);
    line
}

/// Says what changes did, for the notice of a step that was made before the start.
fn describe(done: &[Change]) -> String {
    let mut told = done.iter().filter(|change| !matches!(change.what, What::Was(_)));
    let Some(first) = told.next() else { return "marked".to_owned() };
    let deed = match &first.what {
        What::Read(true) => "marked as read".to_owned(),
        What::Read(false) => "marked as unread".to_owned(),
        What::Finished(true) => "marked as finished".to_owned(),
        What::Finished(false) => "marked as not finished".to_owned(),
        What::Starred(true) => "starred".to_owned(),
        What::Starred(false) => "star taken away".to_owned(),
        What::Later(true) => "put by for later".to_owned(),
        What::Later(false) => "no longer put by for later".to_owned(),
        What::Hidden(true) => "hidden".to_owned(),
        What::Hidden(false) => "no longer hidden".to_owned(),
        What::Tag(name, true) => format!("tagged {name}"),
        What::Tag(name, false) => format!("tag {name} taken off"),
        What::Note(note) if note.is_empty() => "note taken away".to_owned(),
        What::Note(_) => "note written".to_owned(),
        What::Highlight(_, Some(_)) => "highlighted".to_owned(),
        What::Highlight(_, None) => "highlight taken away".to_owned(),
        What::Place(_) | What::Was(_) => "marked".to_owned(),
    };
    let mut articles: Vec<ArticleId> = told.map(|change| change.article).chain([first.article]).collect();
    articles.sort_unstable();
    articles.dedup();
    if articles.len() == 1 { deed } else { format!("{deed}: {} articles", articles.len()) }
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
    fn steps_are_found_again_after_a_restart() {
        let (mut marks, mut history) = (Marks::default(), History::default());
        let mut journal = Vec::new();
        let star = Step::new(&marks, "starred", [(id(1), What::Starred(true), None)], 1);
        marks.extend(&star.done);
        journal.extend(star.done.clone());
        history.push(star);
        let read = read_both(&mut marks, 2);
        journal.extend(read.done.clone());
        history.push(read);
        journal.extend(history.undo(&mut marks, 3).unwrap().1);

        let mut later = History::replay(journal.clone());
        let (said, changes) = later.redo(&mut marks, 4).unwrap();
        assert_eq!((said.as_str(), changes.len()), ("marked as read: 2 articles", 2));
        journal.extend(changes);
        let mut later = History::replay(journal);
        assert_eq!(later.undo(&mut marks, 5).unwrap().0, "marked as read: 2 articles");
        assert_eq!(later.undo(&mut marks, 6).unwrap().0, "starred");
        assert!(!marks.get(id(1)).starred && !marks.get(id(2)).read);
        assert!(later.undo(&mut marks, 7).is_none());
    }

    #[test]
    fn what_was_said_since_stays_when_a_step_is_taken_back() {
        let (mut marks, mut history) = (Marks::default(), History::default());
        history.push(read_both(&mut marks, 1));
        let elsewhere = What::Read(false);
        marks.apply(&Change { article: id(1), what: elsewhere, stamp: 50, path: None, part: None });
        marks.apply(&Change {
            article: id(1),
            what: What::Note("n".into()),
            stamp: 51,
            path: None,
            part: None,
        });
        let (_, changes) = history.undo(&mut marks, 60).unwrap();
        assert_eq!(changes.iter().map(|change| change.article).collect::<Vec<_>>(), [id(2)]);
        assert_eq!(marks.get(id(1)).note.as_deref(), Some("n"));
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
