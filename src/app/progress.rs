//! Owns how far the reading of files has come, as the screen tells it. It refuses to read any.

use super::effect::Effect;
use super::{App, list};
use crate::library::FileProblem;
use crate::panes::status::Far;

/// Milliseconds after which the reading of files is a long one.
const LONG: u64 = 700;

/// How far the reading of files has come.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scan {
    pub(super) files: usize,
    /// How many there are, once they are counted.
    pub(super) total: Option<usize>,
    pub(super) articles: usize,
    pub(super) done: bool,
    /// When it began, in milliseconds since 1970.
    pub(super) began: Option<u64>,
}

impl Scan {
    /// Returns how far it has come, once that is worth a line.
    pub(super) fn far(&self, now: u64) -> Option<Far> {
        let spent = now.saturating_sub(self.began?);
        let far = Far { files: self.files, total: self.total, spent };
        (!self.done && spent >= LONG).then_some(far)
    }
}

impl App {
    /// Takes how far the reading has come, and what could not be read since the last time.
    pub(super) fn scanned(&mut self, scan: Scan, problems: &[FileProblem]) -> Vec<Effect> {
        for problem in problems {
            self.problems.add(problem);
        }
        self.fit_problems();
        let (before, is_news) = (self.inventory.scan, !problems.is_empty());
        let same = before.done && scan.done && before.articles == scan.articles;
        self.changes += usize::from(is_news || !same);
        let began = before.began.filter(|_| !before.done).unwrap_or(self.now);
        self.inventory.scan = Scan { began: Some(began), ..scan };
        let mut effects = self.open_single();
        if scan.done {
            effects.extend(self.locate());
        }
        effects
    }

    /// Has the files looked at again.
    pub(super) fn rescan(&mut self) -> Vec<Effect> {
        self.headlines.let_go();
        self.problems.clear_files();
        self.inventory.absent.clear();
        self.tell("looking-again");
        vec![Effect::Rescan, list(self.headlines.refresh())]
    }
}
