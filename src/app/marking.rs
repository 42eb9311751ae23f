//! Owns what the reader does with articles: read, starred, taken back. It refuses to lose a mark:
//! each is in memory and in an effect for the journal before the screen is drawn.

use super::message::Effect;
use super::{Answer, App, Overlay, Question, deeds, list};
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
    /// The message that everything meant is read already, and the question whether to mark it.
    fn messages(self) -> (&'static str, &'static str) {
        match self {
            Self::All => ("all-read", "ask-all"),
            Self::Above => ("all-read-above", "ask-above"),
            Self::Below => ("all-read-below", "ask-below"),
        }
    }
}

impl App {
    /// Makes changes that can be taken back, and shows the list as it now is.
    pub(super) fn mark(&mut self, wanted: &[(ArticleId, What)]) -> Vec<Effect> {
        for (id, _) in wanted {
            self.headlines.hold(*id);
        }
        let wanted: Vec<_> = wanted.iter().map(|(id, what)| (*id, what.clone(), self.path(*id))).collect();
        let step = Step::new(&self.marks, "", wanted, self.now);
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
        self.mark_and_say(&[(id, What::Read(read))])
    }

    pub(super) fn toggle_star(&mut self) -> Vec<Effect> {
        let Some(id) = self.subject() else { return Vec::new() };
        let starred = !self.marks.get(id).starred;
        self.mark_and_say(&[(id, What::Starred(starred))])
    }

    pub(super) fn toggle_later(&mut self) -> Vec<Effect> {
        let Some(id) = self.subject() else { return Vec::new() };
        let later = !self.marks.get(id).later;
        self.mark_and_say(&[(id, What::Later(later))])
    }

    fn mark_and_say(&mut self, wanted: &[(ArticleId, What)]) -> Vec<Effect> {
        let effects = self.mark(wanted);
        let deed = deeds::told(&self.words, wanted.iter().map(|(id, what)| (*id, what)));
        let undo = self.words.with("undo-by", &[("key", self.key_of("undo").into())]);
        self.say(format!("{deed}{}{undo}", self.words.point()));
        effects
    }

    pub(super) fn undo(&mut self) -> Vec<Effect> {
        match self.history.undo(&mut self.marks, self.now) {
            Some((_, changes)) => self.retrace("taken-back", &deeds::undone(&self.words, &changes), changes),
            None => self.tell("nothing-to-take-back"),
        }
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        match self.history.redo(&mut self.marks, self.now) {
            Some((_, changes)) => self.retrace("done-again", &deeds::done(&self.words, &changes), changes),
            None => self.tell("nothing-to-do-again"),
        }
    }

    fn retrace(&mut self, message: &str, deed: &str, changes: Vec<Change>) -> Vec<Effect> {
        for change in &changes {
            self.headlines.hold(change.article);
        }
        self.say(self.words.with(message, &[("deed", deed.into())]));
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
        let (all_read, question) = self.extent.messages();
        if count == 0 {
            return self.tell(all_read);
        }
        let text = vec![self.words.count(question, count)];
        self.overlay = Some(Overlay::Question(Question { text, yes: Answer::MarkRead(ids) }));
        Vec::new()
    }

    pub(super) fn mark_many(&mut self, ids: &[ArticleId]) -> Vec<Effect> {
        let changes: Vec<_> = ids.iter().map(|id| (*id, What::Read(true))).collect();
        self.mark_and_say(&changes)
    }
}
