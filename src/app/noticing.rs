//! Owns what is said in passing: notices, how long they stand, and what of them must not be hidden. It
//! refuses to wake up more than once for one: a notice that nobody answers goes at its time.

use super::App;
use super::effect::Effect;
use crate::article::ArticleId;
use crate::panes::status::Notice;

/// Milliseconds a notice stands where no key is pressed; something to mend stands until one is.
const STANDS: u64 = 8_000;

/// What was said last.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) notice: Option<Notice>,
    /// When it was said, in milliseconds since 1970.
    since: u64,
    /// Why marks are not being saved, while they are not.
    pub(super) unsaved: Option<String>,
    /// The article a notice named last, and its headline.
    pub(super) named: Option<(ArticleId, String)>,
}

impl App {
    pub(super) fn say(&mut self, text: String) -> Vec<Effect> {
        self.said.notice = Some(Notice { text, is_problem: false });
        self.said.since = self.now;
        Vec::new()
    }

    /// Says a message that takes no arguments.
    pub(super) fn tell(&mut self, key: &str) -> Vec<Effect> {
        self.say(self.words.say(key).to_owned())
    }

    pub(super) fn fail(&mut self, text: String) -> Vec<Effect> {
        self.said.notice = Some(Notice { text, is_problem: true });
        Vec::new()
    }

    /// Returns when the notice goes by itself, in milliseconds since 1970.
    pub(super) fn notice_due(&self) -> Option<u64> {
        let passing = self.said.notice.as_ref().filter(|notice| !notice.is_problem);
        passing.map(|_| self.said.since.saturating_add(STANDS))
    }

    /// Takes away a notice that stood long enough.
    pub(super) fn forget_notice(&mut self) {
        if self.notice_due().is_some_and(|due| due <= self.now) {
            self.said.notice = None;
        }
    }

    /// Says why changes of files are not noticed.
    pub(super) fn unwatched(&mut self, why: &str) -> Vec<Effect> {
        let (key, why) = (self.key_of("rescan"), self.words.again(why));
        self.fail(self.words.with("unwatched", &[("why", why.into()), ("key", key.into())]))
    }

    /// Takes why marks are not being saved, while they are not.
    pub(super) fn unsaved(&mut self, why: Option<String>) -> Vec<Effect> {
        // What was just said of the mark must not hide that it is not saved.
        self.said.notice = self.said.notice.take().filter(|_| why.is_none());
        self.said.unsaved = why;
        Vec::new()
    }

    /// Adds to what was found so far that files are still being read, where they are.
    pub(super) fn so_far(&self, found: String) -> String {
        if self.inventory.scan.done {
            return found;
        }
        format!("{found}{}{}", self.words.point(), self.words.say("still-reading"))
    }
}
