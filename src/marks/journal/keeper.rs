//! Owns the promise that no mark is lost: what is not on the disk yet is held, tried again, and at
//! the end put elsewhere. It refuses to wait and to know threads: its owner says when to try.

use std::path::PathBuf;

use super::Journal;
use crate::marks::Change;

/// Keeps changes in a journal, come what may.
#[derive(Debug)]
pub struct Keeper {
    journal: Journal,
    /// Not appended yet.
    unsaved: Vec<Change>,
    /// Appended, but not known to be on the disk itself.
    unsynced: Vec<Change>,
    why: Option<String>,
}

/// How it ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Kept {
    /// Everything is in the journal.
    Journal,
    /// So many marks are not, for this reason; they are in that file, if anywhere.
    Elsewhere {
        /// How many.
        count: usize,
        /// Why.
        why: String,
        /// The file they were put in; `None` if no place took them.
        file: Option<PathBuf>,
    },
}

impl Keeper {
    /// Makes the keeper of a journal.
    pub fn new(journal: Journal) -> Self {
        Self { journal, unsaved: Vec::new(), unsynced: Vec::new(), why: None }
    }

    /// Why marks are not being saved, while they are not.
    pub fn why(&self) -> Option<&str> {
        self.why.as_deref()
    }

    /// Takes in what an earlier run had to put elsewhere, and compacts a file that has grown.
    pub fn open(&mut self) {
        // A failure is no news: what is elsewhere is read all the same, and the next start tries again.
        let taken = self.journal.take_in().is_ok();
        if taken {
            drop(self.journal.compact());
        }
    }

    /// Appends changes behind what is still unsaved; they outlive the process from here on unless
    /// [`Self::why`] says otherwise. [`Self::settle`] makes them outlive the machine.
    pub fn keep(&mut self, changes: Vec<Change>) {
        self.unsaved.extend(changes);
        match self.journal.append(&self.unsaved) {
            Ok(()) => self.unsynced.append(&mut self.unsaved),
            Err(error) => self.why = Some(error.to_string()),
        }
    }

    /// Waits until all is on the disk itself. What a disk could not flush is appended again next time:
    /// it may have been dropped, and repeats do no harm.
    pub fn settle(&mut self) {
        if !self.unsaved.is_empty() {
            return;
        }
        match self.journal.sync() {
            Ok(()) => {
                self.unsynced.clear();
                self.why = None;
            }
            Err(error) => {
                self.unsaved.append(&mut self.unsynced);
                self.why = Some(error.to_string());
            }
        }
    }

    /// Tries once more to save everything.
    pub fn retry(&mut self) {
        self.keep(Vec::new());
        self.settle();
    }

    /// Tries a last time, and puts elsewhere what cannot be saved.
    pub fn finish(mut self) -> Kept {
        if !self.unsaved.is_empty() || !self.unsynced.is_empty() {
            self.retry();
        }
        let mut left = self.unsaved;
        left.append(&mut self.unsynced);
        if left.is_empty() {
            return Kept::Journal;
        }
        let file = self.journal.put_elsewhere(&left);
        Kept::Elsewhere { count: left.len(), why: self.why.unwrap_or_default(), file }
    }
}
