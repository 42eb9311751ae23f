//! Owns opening articles: looking at them from the list, and taking those that were asked for. It refuses to
//! read files, and to know how an open article is read.

use std::path::PathBuf;

use super::effect::Effect;
use super::errand::Errand;
use super::layout::Show;
use super::message::Lit;
use super::whereabouts::Whereabouts;
use super::{App, list};
use crate::article::ArticleId;
use crate::library::{Context, View};
use crate::panes::reader::Find;
use crate::typeset::Composed;

impl App {
    /// Takes rows of the list, asks for those around the selection if need be, and for its article.
    pub(super) fn take_list(&mut self, generation: u64, view: View) -> Vec<Effect> {
        let is_known = self.typing.is_none() && self.headlines.shows(&view);
        self.changes += usize::from(!is_known);
        if !self.headlines.listed(generation, view) {
            return Vec::new();
        }
        let mut effects: Vec<Effect> = self.headlines.missing().map(list).into_iter().collect();
        effects.extend(self.open_awaited());
        effects
    }

    /// Takes lines of context for rows of the list. Most are for rows further down: then no cell changes.
    pub(super) fn take_lines(&mut self, generation: u64, lines: Vec<(ArticleId, Context)>) -> Vec<Effect> {
        self.changes += usize::from(self.headlines.lined(generation, lines));
        Vec::new()
    }

    /// Opens the selected article if that was asked for before its row was known.
    pub(super) fn open_awaited(&mut self) -> Vec<Effect> {
        if self.coming.next && self.headlines.selected().is_some() {
            self.coming.next = false;
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
        self.attention.dwell.passing = false;
        self.open_row()
    }

    /// Opens the selected article, which the reader came by from another one.
    pub(super) fn pass_to_selected(&mut self) -> Vec<Effect> {
        self.attention.dwell.passing = true;
        self.open_row()
    }

    fn open_row(&mut self) -> Vec<Effect> {
        let mut effects = if self.is_reading() { self.keep_place() } else { Vec::new() };
        let Some(id) = self.headlines.selected() else {
            self.coming.next = self.headlines.is_waiting();
            return if self.coming.next { effects } else { self.tell("nothing-to-open") };
        };
        if self.layout.show == Show::Headlines {
            self.show(Show::Article);
        }
        let elsewhere = self.may_be_lit_elsewhere();
        if self.reader.shows(id) && !elsewhere {
            effects.extend(self.begin_reading());
        } else {
            self.leave();
            self.coming.landing = None;
            self.coming.opening = Some(id);
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

    /// Says whether the words of the search may stand only in another version of the selected article. The list
    /// shows one version for all, and the one shown has nothing lit.
    fn may_be_lit_elsewhere(&self) -> bool {
        let Some(row) = self.headlines.selected_row() else { return false };
        let is_lit = self.reader.shows(row.id) && self.reader.find.is_some();
        !self.headlines.words.is_empty() && !row.others.is_empty() && row.lit.is_empty() && !is_lit
    }

    /// Takes a version other than the one asked for, because it has the words of the search.
    pub(super) fn loaded_lit(&mut self, lit: Lit) -> Vec<Effect> {
        if self.coming.opening != Some(lit.asked) {
            return Vec::new();
        }
        self.coming.opening = Some(lit.version);
        let effects = self.loaded(lit.version, lit.path, Ok(*lit.article));
        if self.said.notice.is_none() {
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
        let wanted = self.coming.opening.or_else(|| self.headlines.selected());
        // What was asked for twice, by looking at it and by opening it, is being read by now.
        let is_read = self.coming.opening.is_none() && self.is_reading() && self.reader.shows(id);
        if wanted != Some(id) {
            return Vec::new();
        }
        if is_read {
            return article
                .map_or_else(|_| Vec::new(), |now| self.whereabouts(id, Whereabouts::In(path, now.article)));
        }
        let article = match article {
            Ok(article) => article,
            Err(why) => return self.not_loaded(id, &why),
        };
        let place = self.place_in(id);
        self.reader.show(id, path, article, place);
        self.laid_open();
        if self.coming.opening.is_some() {
            self.go_to_quote();
        }
        let mut effects = match self.coming.opening.take() {
            Some(_) => self.begin_reading(),
            None => self.run_awaiting(id),
        };
        effects.extend(self.press_early());
        effects.extend(self.look_ahead());
        effects
    }

    /// Says why an article cannot be read, in its place and in a notice.
    fn not_loaded(&mut self, id: ArticleId, why: &str) -> Vec<Effect> {
        self.coming.opening = None;
        self.wait_no_more();
        let why = self.words.again(why);
        self.trouble.unreadable = Some((id, why.clone()));
        if self.is_reading() {
            self.show(Show::Headlines);
        }
        self.fail(why)
    }

    /// Returns the byte offset an article is opened at: the one a jump leads to, or else where the reader left
    /// it.
    pub(super) fn place_in(&mut self, id: ArticleId) -> usize {
        let left = || self.marks.get(id).place.map_or(0, |place| place.offset);
        self.coming.landing.take().unwrap_or_else(left)
    }

    /// Shows what belongs to the article that has just been opened: its notes and the words of the search.
    pub(super) fn laid_open(&mut self) {
        self.trouble.unreadable = None;
        self.attention.preview = true;
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
}
