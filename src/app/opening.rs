//! Owns opening articles: looking at them from the list, reading them, going back, and remembering
//! the place. It refuses to read files: it asks for articles and takes them.

use std::path::PathBuf;

use super::effect::Effect;
use super::errand::Errand;
use super::layout::Show;
use super::marking::Wish;
use super::message::{Followed, Lit};
use super::whereabouts::Whereabouts;
use super::{App, list};
use crate::article::{Article, ArticleId, Direction};
use crate::config::MarkRead;
use crate::library::View;
use crate::marks::{Place, What};
use crate::panes::reader::Find;
use crate::typeset::{Bidi, Composed};

impl App {
    /// Takes rows of the list, asks for those around the selection if need be, and for its article.
    pub(super) fn take_list(&mut self, generation: u64, view: View) -> Vec<Effect> {
        if !self.headlines.listed(generation, view) {
            return Vec::new();
        }
        let mut effects: Vec<Effect> = self.headlines.missing().map(list).into_iter().collect();
        effects.extend(self.open_awaited());
        effects
    }

    /// Opens the selected article if that was asked for before its row was known.
    pub(super) fn open_awaited(&mut self) -> Vec<Effect> {
        if self.open_next && self.headlines.selected().is_some() {
            self.open_next = false;
            return self.open_selected();
        }
        let single = self.open_single();
        if single.is_empty() { self.look() } else { single }
    }

    /// Asks for the selected article where the screen shows one beside the list.
    pub(super) fn look(&mut self) -> Vec<Effect> {
        let Some(id) = self.headlines.selected() else {
            if self.headlines.total() == 0 && !self.is_reading() {
                self.reader.close();
            }
            return Vec::new();
        };
        if self.is_reading() || self.areas().article.width == 0 {
            return Vec::new();
        }
        if self.reader.shows(id) {
            self.light_up();
            return Vec::new();
        }
        self.lay_beside(id)
    }

    /// Opens the selected article for reading, as the reader chose.
    pub(super) fn open_selected(&mut self) -> Vec<Effect> {
        self.dwell.passing = false;
        self.open_row()
    }

    /// Opens the selected article, which the reader came by from another one.
    pub(super) fn pass_to_selected(&mut self) -> Vec<Effect> {
        self.dwell.passing = true;
        self.open_row()
    }

    fn open_row(&mut self) -> Vec<Effect> {
        let mut effects = if self.is_reading() { self.keep_place() } else { Vec::new() };
        let Some(id) = self.headlines.selected() else {
            self.open_next = self.headlines.is_waiting();
            return if self.open_next { effects } else { self.tell("nothing-to-open") };
        };
        if self.show == Show::Headlines {
            self.show(Show::Article);
        }
        let elsewhere = self.may_be_lit_elsewhere();
        if self.reader.shows(id) && !elsewhere {
            effects.extend(self.begin_reading());
        } else {
            self.leave();
            self.way.landing = None;
            self.opening = Some(id);
            let query = self.headlines.query().clone();
            let lit = Errand::LoadLit { id, query, page: self.reader.page() };
            effects.push(if elsewhere { Effect::Ask(lit) } else { self.load(id) });
        }
        effects
    }

    /// Asks for an article, set for the page there is.
    pub(super) fn load(&self, id: ArticleId) -> Effect {
        Effect::Ask(Errand::Load(id, self.reader.page()))
    }

    /// Says whether what the list was searched for may stand in another version of the selected article
    /// only: the list shows one for all, and nothing is lit in what is on the screen of it.
    fn may_be_lit_elsewhere(&self) -> bool {
        let Some(row) = self.headlines.selected_row() else { return false };
        let is_lit = self.reader.shows(row.id) && self.reader.find.is_some();
        !self.headlines.words.is_empty() && !row.others.is_empty() && row.lit.is_empty() && !is_lit
    }

    /// Takes another version than the one asked for: it has what the list was searched for.
    pub(super) fn loaded_lit(&mut self, lit: Lit) -> Vec<Effect> {
        if self.opening != Some(lit.asked) {
            return Vec::new();
        }
        self.opening = Some(lit.version);
        let effects = self.loaded(lit.version, lit.path, Ok(*lit.article));
        if self.notice.is_none() {
            let key = self.key_of("versions");
            self.say(self.words.with("lit-in-version", &[("key", key.into())]));
        }
        effects
    }

    /// Takes an article that was asked for.
    pub(super) fn loaded(
        &mut self,
        id: ArticleId,
        path: PathBuf,
        article: Result<Composed, String>,
    ) -> Vec<Effect> {
        let wanted = self.opening.or_else(|| self.headlines.selected());
        // What was asked for twice, by looking at it and by opening it, is being read by now.
        let is_read = self.opening.is_none() && self.is_reading() && self.reader.shows(id);
        if wanted != Some(id) {
            return Vec::new();
        }
        if is_read {
            return article
                .map_or_else(|_| Vec::new(), |now| self.whereabouts(id, Whereabouts::In(path, now.article)));
        }
        match article {
            Ok(article) => {
                let place = self.place_in(id);
                self.reader.show(id, path, article, place);
                self.laid_open();
                if self.opening.is_some() {
                    self.go_to_quote();
                }
            }
            Err(why) => {
                self.opening = None;
                self.wait_no_more();
                self.unreadable = Some((id, self.words.again(&why)));
                if self.is_reading() {
                    self.show(Show::Headlines);
                }
                return self.fail(self.words.again(&why));
            }
        }
        let mut effects = match self.opening.take() {
            Some(_) => self.begin_reading(),
            None => self.run_awaiting(id),
        };
        effects.extend(self.press_early());
        effects.extend(self.look_ahead());
        effects
    }

    /// Returns where an article is opened: at the byte offset that was gone to, or where the reader left it.
    pub(super) fn place_in(&mut self, id: ArticleId) -> usize {
        let left = || self.marks.get(id).place.map_or(0, |place| place.offset);
        self.way.landing.take().unwrap_or_else(left)
    }

    /// Shows, in the article that lies open now, what belongs to it.
    pub(super) fn laid_open(&mut self) {
        self.unreadable = None;
        self.preview = true;
        self.annotate();
        self.light_up();
    }

    /// Lights the words of the list's search in the article, and shows the first of them.
    fn light_up(&mut self) {
        let words = &self.headlines.words;
        if self.reader.find.as_ref().map_or("", |find| find.words.as_str()) == words {
            return;
        }
        let Some(open) = self.reader.open() else { return };
        let find = Find::new(words, &open.column.prose, 0);
        let first = find.current().map(|m| m.start);
        self.reader.find = first.is_some().then_some(find);
        if let Some(first) = first {
            self.reader.reveal(first);
        }
    }

    /// The article on the screen is now being read.
    fn begin_reading(&mut self) -> Vec<Effect> {
        self.preview = false;
        let Some(id) = self.reader.open().map(|open| open.id) else { return Vec::new() };
        self.headlines.hold(id);
        self.tell_where_else(id);
        let mark = self.marks.get(id);
        self.spared = (mark.kept_unread && self.reader.is_at_end()).then_some(id);
        self.turn_round();
        match self.mark_read {
            MarkRead::Open if !self.dwell.passing => {
                self.dwell.end();
                self.read_now(id)
            }
            MarkRead::Open | MarkRead::Dwell => self.dwell_on(id),
            MarkRead::End => self.moved_on(),
            MarkRead::Never => Vec::new(),
        }
    }

    /// Says what has the words that the list was searched for, where it is not the text: a byline, an outlet, a
    /// tag, a source. Nothing is lit then.
    fn tell_where_else(&mut self, id: ArticleId) {
        let context = self.headlines.row_of(id).and_then(|row| row.context.as_ref());
        let line = context.filter(|context| !context.lit.is_empty()).map(|context| context.text.clone());
        if let Some(line) = line.filter(|_| self.reader.find.is_none() && self.notice.is_none()) {
            self.say(self.words.with("hit-beside-text", &[("line", line.into())]));
        }
    }

    /// Where nothing turns an article from right to left round, the reader is told of the option.
    fn turn_round(&mut self) {
        let open = self.reader.open();
        if !open.is_some_and(|open| is_rtl(&open.article)) {
            return;
        }
        match self.reader.surface.bidi {
            Bidi::Visual | Bidi::Terminal => {}
            Bidi::Off => drop(self.say(self.words.say("right-to-left").to_owned())),
        }
    }

    /// The reader moved in the article: marks it read, or waits for its end if that is wanted.
    pub(super) fn moved_on(&mut self) -> Vec<Effect> {
        let open = self.reader.open().map(|open| open.id);
        let Some(id) = open.filter(|id| self.is_looked_at(*id)) else { return Vec::new() };
        let counts = match self.mark_read {
            MarkRead::Open | MarkRead::Dwell => true,
            MarkRead::End => self.reader.is_at_end(),
            MarkRead::Never => false,
        };
        if counts { self.read_now(id) } else { Vec::new() }
    }

    pub(super) fn read_now(&mut self, id: ArticleId) -> Vec<Effect> {
        if self.marks.get(id).read {
            return Vec::new();
        }
        let path = self.path(id);
        self.mark(vec![(id, What::Read(true), path)])
    }

    /// Puts out the matches of a search in the article; without any, goes back.
    pub(super) fn escape(&mut self) -> Vec<Effect> {
        if self.reader.unlight() || self.reader.find.take().is_some() { Vec::new() } else { self.back() }
    }

    /// Goes back to where the reader came from: the article that a source or a neighbour was followed from,
    /// else the headlines.
    pub(super) fn back(&mut self) -> Vec<Effect> {
        match self.reader.open().map(|open| open.id) {
            Some(id) if self.is_reading() && self.way.been.take_followed(id) => self.history_back(),
            _ => self.leave_article(),
        }
    }

    /// Goes back to the headlines; the article beside them is the selected one again.
    pub(super) fn leave_article(&mut self) -> Vec<Effect> {
        if self.show == Show::Zen {
            self.show(Show::Article);
        }
        let mut effects = self.keep_place();
        self.leave();
        self.way.been.forget_followed();
        self.opening = None;
        self.reader.find = None;
        self.reader.passage = None;
        self.show(Show::Headlines);
        self.preview = true;
        self.let_go_of_outdated();
        effects.extend(self.look());
        effects
    }

    /// Keeps where the reader is in the article, if the reader was reading it.
    pub(super) fn keep_place(&mut self) -> Vec<Effect> {
        let Some(id) = self.reader.open().map(|open| open.id) else { return Vec::new() };
        if self.preview || !self.is_reading() {
            return Vec::new();
        }
        let (offset, reached) = self.reader.place();
        let place = Place { offset, reached };
        let mark = self.marks.get(id);
        let mut changes = Vec::new();
        if mark.place.unwrap_or_default() != place {
            changes.push((id, What::Place(place)));
        }
        if reached >= 1000 && !mark.finished {
            changes.push((id, What::Finished(true)));
        }
        if changes.is_empty() { Vec::new() } else { vec![self.keep(&changes)] }
    }

    /// Articles were edited or moved since they were marked: their marks go with them. Of one that
    /// was only moved it is said again what it was, for the sake of its path: an edit to come is known
    /// by it.
    pub(super) fn follow_files(&mut self, files: &[Followed]) -> Vec<Effect> {
        let wish = |file: &Followed| {
            let edited = What::Was(file.was);
            let what = if file.was == file.id { self.marks.inverse(file.id, &edited) } else { edited };
            (file.id, what, Some(file.path.to_string_lossy().into_owned()))
        };
        let wishes: Vec<Wish> = files.iter().map(wish).collect();
        if wishes.is_empty() {
            return Vec::new();
        }
        let kept = self.keep_at(wishes);
        for file in files {
            self.headlines.rename(file.was, file.id);
        }
        self.annotate();
        vec![kept, list(self.headlines.refresh())]
    }

    /// Follows the link or source whose number was typed, or the lit one; else goes down a line.
    pub(super) fn follow(&mut self) -> Vec<Effect> {
        match (self.count, self.reader.lit()) {
            (Some(number), _) => self.ask_number(number),
            (None, Some(target)) => self.follow_target(target),
            (None, None) => self.down(),
        }
    }

    pub(super) fn toggle_leftovers(&mut self) -> Vec<Effect> {
        let none = self.reader.open().is_none_or(|open| open.article.leftovers.is_empty());
        if none {
            return self.tell("no-leftovers");
        }
        self.reader.leftovers = !self.reader.leftovers;
        self.reader.set_anew_if_stale();
        if self.reader.leftovers {
            let end = self.reader.open().map_or(0, |open| open.column.lines.len());
            self.reader.go_to(end);
        }
        Vec::new()
    }
}

/// Says whether an article runs from right to left.
fn is_rtl(article: &Article) -> bool {
    article.language.is_some_and(|language| language.direction() == Direction::Rtl)
}
