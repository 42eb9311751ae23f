//! Owns what the reader does with articles: read, starred, taken back. It refuses to lose a mark:
//! each is in memory and in an effect for the journal before the screen is drawn.

use super::message::Effect;
use super::{Answer, App, Overlay, Question, list};
use crate::article::ArticleId;
use crate::marks::history::Step;
use crate::marks::{Change, What};

/// Which articles of the list are to be marked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Extent {
    #[default]
    All,
    Above,
    Below,
}

impl Extent {
    fn shown(self) -> &'static str {
        match self {
            Self::All => "shown",
            Self::Above => "above",
            Self::Below => "below",
        }
    }

    fn of_list(self) -> &'static str {
        match self {
            Self::All => "of this list",
            Self::Above => "above this one",
            Self::Below => "below this one",
        }
    }
}

impl App {
    /// Makes changes that can be taken back, and shows the list as it now is.
    pub(super) fn mark(&mut self, said: &str, wanted: &[(ArticleId, What)]) -> Vec<Effect> {
        for (id, _) in wanted {
            self.headlines.hold(*id);
        }
        let wanted: Vec<_> = wanted.iter().map(|(id, what)| (*id, what.clone(), self.path(*id))).collect();
        let step = Step::new(&self.marks, said, wanted, self.now);
        self.marks.extend(&step.done);
        let done = step.done.clone();
        self.history.push(step);
        vec![Effect::Keep(done), list(self.headlines.refresh())]
    }

    /// Makes changes that are no step of the reader's, such as where the reader is.
    pub(super) fn keep(&mut self, wanted: &[(ArticleId, What)]) -> Effect {
        let stamp = self.marks.stamp(self.now);
        let change = |(id, what): &(ArticleId, What)| Change {
            article: *id,
            what: what.clone(),
            stamp,
            path: self.path(*id),
            part: None,
        };
        let changes: Vec<Change> = wanted.iter().map(change).collect();
        self.marks.extend(&changes);
        Effect::Keep(changes)
    }

    /// The file of an article, where the screen knows it.
    fn path(&self, id: ArticleId) -> Option<String> {
        let open = self.reader.open().filter(|open| open.id == id).map(|open| &open.path);
        let listed = || self.headlines.selected_row().filter(|row| row.id == id).map(|row| &row.path);
        open.or_else(listed).map(|path| path.to_string_lossy().into_owned())
    }

    /// The article the keys are about: the open one, or the selected headline.
    pub(super) fn subject(&self) -> Option<ArticleId> {
        if self.is_reading() { self.reader.open().map(|open| open.id) } else { self.headlines.selected() }
    }

    pub(super) fn toggle_read(&mut self) -> Vec<Effect> {
        let Some(id) = self.subject() else { return Vec::new() };
        let read = !self.marks.get(id).read;
        let said = if read { "marked as read" } else { "marked as unread" };
        self.mark_and_say(said, id, What::Read(read))
    }

    pub(super) fn toggle_star(&mut self) -> Vec<Effect> {
        let Some(id) = self.subject() else { return Vec::new() };
        let starred = !self.marks.get(id).starred;
        let said = if starred { "starred" } else { "star taken away" };
        self.mark_and_say(said, id, What::Starred(starred))
    }

    pub(super) fn toggle_later(&mut self) -> Vec<Effect> {
        let Some(id) = self.subject() else { return Vec::new() };
        let later = !self.marks.get(id).later;
        let said = if later { "put by for later" } else { "no longer put by for later" };
        self.mark_and_say(said, id, What::Later(later))
    }

    fn mark_and_say(&mut self, said: &str, id: ArticleId, what: What) -> Vec<Effect> {
        let effects = self.mark(said, &[(id, what)]);
        let undo = self.key_of("undo");
        self.say(format!("{said} · {undo} takes it back"));
        effects
    }

    pub(super) fn undo(&mut self) -> Vec<Effect> {
        match self.history.undo(&mut self.marks, self.now) {
            Some((said, changes)) => self.retrace(format!("taken back: {said}"), changes),
            None => self.say("nothing to take back".to_owned()),
        }
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        match self.history.redo(&mut self.marks, self.now) {
            Some((said, changes)) => self.retrace(format!("done again: {said}"), changes),
            None => self.say("nothing to do again".to_owned()),
        }
    }

    fn retrace(&mut self, said: String, changes: Vec<Change>) -> Vec<Effect> {
        for change in &changes {
            self.headlines.hold(change.article);
        }
        self.say(said);
        vec![Effect::Keep(changes), list(self.headlines.refresh())]
    }

    /// Asks the library for every article shown; the question follows when it answers.
    pub(super) fn mark_all(&mut self) -> Vec<Effect> {
        self.ask_ids(Extent::All)
    }

    /// As [`Self::mark_all`], for the articles above the selected one.
    pub(super) fn mark_above(&mut self) -> Vec<Effect> {
        self.ask_ids(Extent::Above)
    }

    /// As [`Self::mark_all`], for the articles below the selected one.
    pub(super) fn mark_below(&mut self) -> Vec<Effect> {
        self.ask_ids(Extent::Below)
    }

    fn ask_ids(&mut self, extent: Extent) -> Vec<Effect> {
        self.extent = extent;
        vec![Effect::Ids(self.headlines.request())]
    }

    /// Leaves those articles of the list that are meant.
    fn meant(&self, mut ids: Vec<ArticleId>) -> Vec<ArticleId> {
        let at = ids.iter().position(|id| Some(*id) == self.headlines.selected());
        match (self.extent, at) {
            (Extent::All, _) => {}
            (Extent::Above, Some(at)) => ids.truncate(at),
            (Extent::Below, Some(at)) => drop(ids.drain(..=at)),
            (Extent::Above | Extent::Below, None) => ids.clear(),
        }
        ids
    }

    pub(super) fn ask_mark_read(&mut self, ids: Vec<ArticleId>) -> Vec<Effect> {
        let mut ids = self.meant(ids);
        ids.retain(|id| !self.marks.get(*id).read);
        let count = ids.len();
        if count == 0 {
            return self.say(format!("everything {} is read already", self.extent.shown()));
        }
        let articles = if count == 1 { "1 unread article" } else { &format!("{count} unread articles") };
        let text = vec![format!("Mark {articles} {} as read?", self.extent.of_list())];
        self.overlay = Some(Overlay::Question(Question { text, yes: Answer::MarkRead(ids) }));
        Vec::new()
    }

    pub(super) fn mark_many(&mut self, ids: &[ArticleId]) -> Vec<Effect> {
        let changes: Vec<_> = ids.iter().map(|id| (*id, What::Read(true))).collect();
        let said = format!("marked {} as read", changes.len());
        let effects = self.mark(&said, &changes);
        let undo = self.key_of("undo");
        self.say(format!("{said} · {undo} takes it back"));
        effects
    }
}
