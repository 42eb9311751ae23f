//! Owns keeping the place of the article that is being read while it is read, so that whatever ends newsprint
//! costs a few seconds of it. It refuses to write: it asks for that.

use super::App;
use super::effect::Effect;
use crate::article::ArticleId;

/// How long a reader stays before the place is kept, in milliseconds.
const REST: u64 = 5_000;

/// A place of an article that the reader came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rest {
    article: ArticleId,
    offset: usize,
    /// When the place is to be kept; `None` once it is.
    due: Option<u64>,
}

impl App {
    /// Returns when the reader's place is to be kept, in milliseconds since 1970.
    pub(super) fn rest_due(&self) -> Option<u64> {
        self.attention.rest.as_ref()?.due
    }

    /// Keeps the place the reader has been at long enough, and notes where the reader is now.
    pub(super) fn rested(&mut self) -> Vec<Effect> {
        let is_due = self.rest_due().is_some_and(|due| due <= self.now);
        if is_due { self.rest_now() } else { Vec::new() }
    }

    /// Keeps the place the reader is at without waiting: what comes next may be the end.
    pub(super) fn rest_now(&mut self) -> Vec<Effect> {
        match self.attention.rest.as_mut().filter(|rest| rest.due.is_some()) {
            Some(rest) => {
                rest.due = None;
                self.keep_place()
            }
            None => Vec::new(),
        }
    }

    /// Notes where the reader is.
    pub(super) fn come_to_rest(&mut self) {
        let here = self.place_read();
        let before = self.attention.rest.map(|rest| (rest.article, rest.offset));
        if here != before {
            let due = Some(self.now.saturating_add(REST));
            self.attention.rest = here.map(|(article, offset)| Rest { article, offset, due });
        }
    }
}
