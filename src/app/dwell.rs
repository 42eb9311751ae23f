//! Owns how long the open article has been looked at: one that the reader merely passes counts as read
//! only after a while, and the time the terminal is out of sight does not count. It refuses to know a
//! clock: the time comes with each message.

use super::App;
use super::effect::Effect;
use crate::article::ArticleId;
use crate::config::MarkRead;

/// The time an article takes to count as read.
#[derive(Debug, Default)]
pub(super) struct Dwell {
    /// Milliseconds it takes.
    pub(super) takes: u64,
    /// Whether the article was come by in passing, not chosen from the list.
    pub(super) passing: bool,
    stay: Option<Stay>,
    /// Whether the window of the terminal has lost the keys.
    away: bool,
}

/// An article that is looked at.
#[derive(Debug)]
struct Stay {
    article: ArticleId,
    /// Milliseconds that were left at `since`.
    left: u64,
    since: u64,
}

impl Dwell {
    pub(super) fn new(seconds: u16) -> Self {
        Self { takes: u64::from(seconds) * 1000, ..Self::default() }
    }

    fn begin(&mut self, article: ArticleId, now: u64) {
        self.stay = Some(Stay { article, left: self.takes, since: now });
    }

    /// Stops counting, whatever was looked at.
    pub(super) fn end(&mut self) {
        self.stay = None;
    }

    /// Returns when it has been long enough, in milliseconds since 1970; nothing while nobody looks.
    pub(super) fn due(&self) -> Option<u64> {
        let stay = self.stay.as_ref().filter(|_| !self.away)?;
        Some(stay.since.saturating_add(stay.left))
    }

    fn look_away(&mut self, now: u64) {
        if let Some(stay) = self.stay.as_mut().filter(|_| !self.away) {
            stay.left = stay.left.saturating_sub(now.saturating_sub(stay.since));
        }
        self.away = true;
    }

    fn look_back(&mut self, now: u64) {
        if let Some(stay) = self.stay.as_mut().filter(|_| self.away) {
            stay.since = now;
        }
        self.away = false;
    }

    /// Gives the article that has been looked at long enough, once.
    fn take(&mut self, now: u64) -> Option<ArticleId> {
        self.due().filter(|due| *due <= now)?;
        self.stay.take().map(|stay| stay.article)
    }
}

impl App {
    /// The terminal got or lost the keys: time out of sight is no reading.
    pub(super) fn focused(&mut self, has_keys: bool) -> Vec<Effect> {
        if has_keys {
            self.attention.dwell.look_back(self.now);
            return Vec::new();
        }
        self.attention.dwell.look_away(self.now);
        self.rest_now()
    }

    /// Begins to count the time an article is open.
    pub(super) fn dwell_on(&mut self, article: ArticleId) -> Vec<Effect> {
        self.attention.dwell.begin(article, self.now);
        self.dwelt()
    }

    /// Marks the article read that has been open long enough.
    pub(super) fn dwelt(&mut self) -> Vec<Effect> {
        let waits = matches!(self.settled.mark_read, MarkRead::Open | MarkRead::Dwell);
        match self.attention.dwell.take(self.now) {
            Some(id) if waits && self.is_looked_at(id) => self.read_now(id),
            _ => Vec::new(),
        }
    }

    /// Says whether an article is open for reading and may be marked without being asked.
    pub(super) fn is_looked_at(&self, id: ArticleId) -> bool {
        self.is_reading()
            && !self.attention.preview
            && self.reader.shows(id)
            && self.attention.spared != Some(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_out_of_sight_does_not_count() {
        let id = ArticleId::of(&crate::article::Article::default());
        let mut dwell = Dwell::new(3);
        dwell.begin(id, 10_000);
        assert_eq!(dwell.due(), Some(13_000));
        dwell.look_away(11_000);
        dwell.look_away(12_500);
        assert_eq!((dwell.due(), dwell.take(90_000)), (None, None), "nobody looks, and nothing wakes up");
        dwell.look_back(90_000);
        assert_eq!(dwell.due(), Some(92_000));
        assert_eq!((dwell.take(91_999), dwell.take(92_000), dwell.take(99_000)), (None, Some(id), None));
    }
}
