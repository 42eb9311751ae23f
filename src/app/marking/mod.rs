//! Owns what the reader does with articles: read, starred, put by, tagged, hidden, taken back. It
//! refuses to lose a mark: each is in memory and in an effect for the journal before the screen is drawn.

mod deed;
mod tagging;

use std::path::{Path, PathBuf};

use super::effect::Effect;
use super::errand::Errand;
use super::{Answer, App, deeds, list};
use crate::article::{ArticleId, Text};
use crate::marks::history::Step;
use crate::marks::{Change, What};
use crate::panes::paint;
pub(super) use deed::{Deed, Extent, Flag};
pub(super) use tagging::suggested;

/// A change wished for: the article, what is to hold, and the file it is in, where that is known.
pub(super) type Wish = (ArticleId, What, Option<String>);

/// The reader is asked before this many articles or more are marked. Fewer are taken back as easily as they are
/// marked.
const MANY: usize = 10;

/// After a change to this many articles at most, they stay in a list they no longer fit. Who changes more wants
/// them gone.
const HELD: usize = 500;

/// The most cells of a headline in the notice that says what was done.
const WIDEST_NAME: u16 = 48;

impl App {
    /// Makes changes that can be taken back, and shows the list as it now is.
    pub(super) fn mark(&mut self, wanted: Vec<Wish>) -> Vec<Effect> {
        let step = Step::new(&self.marks, "", wanted, self.now);
        self.marks.extend(&step.done);
        let done = step.done.clone();
        self.history.push(step);
        self.shown_anew(done)
    }

    /// Hands changes that are made on to the journal and the list.
    fn shown_anew(&mut self, changes: Vec<Change>) -> Vec<Effect> {
        let list = self.taken_up(&changes);
        vec![Effect::Keep(changes), list]
    }

    /// Shows the list as it is after changes.
    pub(super) fn taken_up(&mut self, changes: &[Change]) -> Effect {
        let mut leaving = Vec::new();
        for change in changes {
            match change.what {
                What::Hidden(true) => leaving.push(change.article),
                _ if changes.len() <= HELD => self.headlines.hold(change.article),
                _ => {}
            }
            self.heed_will(change);
        }
        if !leaving.is_empty() && !self.headlines.query().asks_hidden() {
            self.headlines.leave(&leaving);
        }
        self.annotate();
        list(self.headlines.refresh())
    }

    /// An article that the reader sets back to unread while it is open stays so.
    fn heed_will(&mut self, change: &Change) {
        let What::Read(read) = change.what else { return };
        if self.reader.shows(change.article) {
            self.attention.spared = (!read).then_some(change.article);
        }
    }

    /// Makes changes that the reader does not take back with undo, such as where the reader is in an article.
    pub(super) fn keep(&mut self, wanted: &[(ArticleId, What)]) -> Effect {
        let wish = |(id, what): &(ArticleId, What)| (*id, what.clone(), self.path(*id));
        self.keep_at(wanted.iter().map(wish).collect())
    }

    /// As [`Self::keep`], for articles whose files are known.
    pub(super) fn keep_at(&mut self, wishes: Vec<Wish>) -> Effect {
        let stamp = self.marks.stamp(self.now);
        let change = |(article, what, path)| Change { article, what, stamp, path, part: None };
        let changes: Vec<Change> = wishes.into_iter().map(change).collect();
        self.marks.extend(&changes);
        Effect::Keep(changes)
    }

    /// The file of an article, if it is open or in the list.
    pub(super) fn path(&self, id: ArticleId) -> Option<String> {
        let open = self.reader.open().filter(|open| open.id == id).map(|open| &open.path);
        let listed = || self.headlines.row_of(id).map(|row| &row.path);
        open.or_else(listed).map(|path| path.to_string_lossy().into_owned())
    }

    /// The article the keys are about: the open one, or the selected headline.
    pub(super) fn subject(&self) -> Option<ArticleId> {
        if self.is_reading() { self.reader.open().map(|open| open.id) } else { self.headlines.selected() }
    }

    pub(super) fn toggle_read(&mut self) -> Vec<Effect> {
        self.set_about(Deed::Toggle(Flag::Read))
    }

    pub(super) fn toggle_star(&mut self) -> Vec<Effect> {
        self.set_about(Deed::Toggle(Flag::Starred))
    }

    pub(super) fn toggle_later(&mut self) -> Vec<Effect> {
        self.set_about(Deed::Toggle(Flag::Later))
    }

    pub(super) fn toggle_hidden(&mut self) -> Vec<Effect> {
        self.set_about(Deed::Toggle(Flag::Hidden))
    }

    /// Does something to what is chosen: the open article, the range, what was picked one by one, or
    /// else the selected headline.
    fn set_about(&mut self, deed: Deed) -> Vec<Effect> {
        if !self.is_reading() && self.headlines.has_range() {
            return self.ask_ids(Extent::Range, deed);
        }
        let picked = if self.is_reading() { &[] } else { self.headlines.picked() };
        let articles: Vec<ArticleId> =
            if picked.is_empty() { self.subject().into_iter().collect() } else { picked.to_vec() };
        let articles = articles.into_iter().map(|id| (id, self.path(id))).collect();
        self.carry_out(Extent::Range, &deed, articles)
    }

    /// Asks the library for every article shown, to mark it as read; the question follows when it answers.
    pub(super) fn mark_all(&mut self) -> Vec<Effect> {
        self.ask_ids(Extent::All, Deed::Read)
    }

    /// As [`Self::mark_all`], for the articles above the selected one.
    pub(super) fn mark_above(&mut self) -> Vec<Effect> {
        self.ask_ids(Extent::Above, Deed::Read)
    }

    /// As [`Self::mark_all`], for the articles below the selected one.
    pub(super) fn mark_below(&mut self) -> Vec<Effect> {
        self.ask_ids(Extent::Below, Deed::Read)
    }

    fn ask_ids(&mut self, extent: Extent, deed: Deed) -> Vec<Effect> {
        self.asked = Some((extent, deed));
        vec![Effect::Ask(Errand::Ids(self.headlines.request()))]
    }

    /// Takes the articles of the list, for what was asked of them.
    pub(super) fn listed_ids(&mut self, ids: Vec<(ArticleId, Option<PathBuf>)>) -> Vec<Effect> {
        let Some((extent, deed)) = self.asked.take() else { return Vec::new() };
        let place = |id: Option<ArticleId>| ids.iter().position(|(listed, _)| Some(*listed) == id);
        let meant = extent.of(ids.len(), place(self.headlines.selected()), place(self.headlines.range()));
        let named = |(id, path): (ArticleId, Option<PathBuf>)| {
            (id, path.map(|path| path.to_string_lossy().into_owned()))
        };
        let articles = ids.into_iter().skip(meant.start).take(meant.len()).map(named).collect();
        self.carry_out(extent, &deed, articles)
    }

    /// Does it, or asks first where it is done to many.
    fn carry_out(
        &mut self,
        extent: Extent,
        deed: &Deed,
        articles: Vec<(ArticleId, Option<String>)>,
    ) -> Vec<Effect> {
        if articles.is_empty() && extent.question().is_none() {
            return self.tell("nothing-to-mark");
        }
        let wishes = deed.wishes(&self.marks, articles);
        if wishes.is_empty() {
            return self.tell(extent.nothing());
        }
        // What is above, below or in the whole list nobody counted; what was chosen one by one, the reader did.
        let many = if extent.question().is_some() { 2 } else { MANY };
        if wishes.len() < many {
            return self.mark_and_say(wishes);
        }
        let text = vec![self.question(extent, &wishes)];
        self.ask(text, Answer::Mark(wishes));
        Vec::new()
    }

    fn question(&self, extent: Extent, wishes: &[Wish]) -> String {
        if let Some(question) = extent.question() {
            return self.words.count(question, wishes.len());
        }
        let deed = deeds::told(&self.words, wishes.iter().take(1).map(|(id, what, _)| (*id, what)));
        self.words.with("ask-choice", &[("count", wishes.len().into()), ("deed", deed.into())])
    }

    /// Marks what was chosen, ends the choice, and says what was done and which key takes it back.
    pub(super) fn mark_and_say(&mut self, wishes: Vec<Wish>) -> Vec<Effect> {
        self.headlines.end_choice();
        let deed = deeds::told(&self.words, wishes.iter().map(|(id, what, _)| (*id, what)));
        let done: Vec<(ArticleId, &What)> = wishes.iter().map(|(id, what, _)| (*id, what)).collect();
        let deed = self.named(deed, &done, None);
        let effects = self.mark(wishes);
        // No key takes anything back while a list lies over the page.
        if self.overlay.is_some() {
            self.say(deed);
            return effects;
        }
        let undo = self.words.with("undo-by", &[("key", self.key_of("undo").into())]);
        self.say(format!("{deed}{}{undo}", self.words.point()));
        effects
    }

    /// Adds the headline to the words for a deed, if it was done to one article only. For an article that is in
    /// no list here, such as one of another library, the name of the file at `path` stands in.
    fn named(&mut self, deed: String, done: &[(ArticleId, &What)], path: Option<&str>) -> String {
        let one = done.first().map(|(id, _)| *id).filter(|one| done.iter().all(|(id, _)| id == one));
        let named = one.and_then(|id| {
            let file = || Some(Path::new(path?).file_name()?.to_string_lossy().into_owned());
            self.headline_of(id).or_else(|| file().map(|file| Text::line(&file).to_string()))
        });
        let Some(headline) = named else { return deed };
        let headline = paint::cut(&headline, WIDEST_NAME, self.words.is_ascii());
        // What is hidden is in no list when it is shown again.
        self.said.named = one.map(|id| (id, headline.clone()));
        self.words.with("deed-to-one", &[("deed", deed.into()), ("headline", headline.into())])
    }

    /// The headline of an article, if it is open, in the list, or was just named in a notice.
    fn headline_of(&self, id: ArticleId) -> Option<String> {
        let open = self.reader.open().filter(|open| open.id == id);
        let listed = || self.headlines.row_of(id).map(|row| row.headline.to_string());
        let named =
            || self.said.named.as_ref().filter(|(named, _)| *named == id).map(|(_, name)| name.clone());
        open.and_then(|open| open.article.headline.as_deref())
            .map(str::to_owned)
            .or_else(listed)
            .or_else(named)
    }

    pub(super) fn undo(&mut self) -> Vec<Effect> {
        match self.history.undo(&mut self.marks, self.now) {
            Some((_, changes)) => self.retrace("taken-back", deeds::undone(&self.words, &changes), changes),
            None => self.tell("nothing-to-take-back"),
        }
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        match self.history.redo(&mut self.marks, self.now) {
            Some((_, changes)) => self.retrace("done-again", deeds::done(&self.words, &changes), changes),
            None => self.tell("nothing-to-do-again"),
        }
    }

    fn retrace(&mut self, message: &str, deed: String, changes: Vec<Change>) -> Vec<Effect> {
        let done: Vec<(ArticleId, &What)> = changes.iter().map(|c| (c.article, &c.what)).collect();
        let deed = self.named(deed, &done, changes.first().and_then(|change| change.path.as_deref()));
        self.say(self.words.with(message, &[("deed", deed.into())]));
        if let [Change { article, what: What::Hidden(false), .. }] = changes.as_slice() {
            self.headlines.select_later(Some(*article));
        }
        self.shown_anew(changes)
    }

    /// Begins a range of headlines at the selected one, or ends it.
    pub(super) fn start_range(&mut self) -> Vec<Effect> {
        self.headlines.toggle_range();
        Vec::new()
    }

    /// Picks the selected headline, or unpicks it, and goes down one.
    pub(super) fn pick(&mut self) -> Vec<Effect> {
        self.headlines.pick();
        self.down()
    }
}
