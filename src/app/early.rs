//! Owns what is asked for before the article it is about is there: a command that wants its text, and the
//! keys pressed while it is being loaded. It refuses to hold back a key that leads away.

use super::App;
use super::commands::{Command, Scope};
use super::effect::Effect;
use super::keymap::Found;
use crate::article::ArticleId;
use crate::keys::Chord;
use crate::marks::Quote;

/// Commands that do not need the article, or leave it.
const AWAY: &[&str] = &[
    "back",
    "escape",
    "clear",
    "quit",
    "quit-now",
    "interrupt",
    "suspend",
    "redraw",
    "next-article",
    "previous-article",
    "next",
    "previous",
];

/// Keys that wait at most; more are a cat on the keyboard.
const MOST: usize = 32;

/// What waits for an article that is asked for.
#[derive(Debug, Default)]
pub(super) struct Coming {
    /// The article to be opened for reading as soon as it is loaded.
    pub(super) opening: Option<ArticleId>,
    /// What is to be done with the selected article as soon as it is loaded.
    command: Option<(ArticleId, &'static Command)>,
    /// Keys pressed since, which are meant for it.
    keys: Vec<Chord>,
    /// Whether the selected article is to be opened as soon as its row is known.
    pub(super) next: bool,
    /// Where the article is to be opened, instead of where it was left.
    pub(super) landing: Option<usize>,
    /// Words to be brought into sight as soon as their article is loaded.
    pub(super) quote: Option<Quote>,
}

impl App {
    /// Runs a command. In the list the selected article need not be the one in the reader, on a narrow screen
    /// it hardly ever is: a command that wants its text waits until it is.
    pub(super) fn run(&mut self, command: &'static Command) -> Vec<Effect> {
        let wanted = self.headlines.selected().filter(|id| command.wants_text && !self.reader.shows(*id));
        match wanted {
            Some(id) if !self.is_reading() => {
                self.coming.command = Some((id, command));
                vec![self.load(id)]
            }
            _ => (command.run)(self),
        }
    }

    /// Runs the command that waited for this article.
    pub(super) fn run_awaiting(&mut self, id: ArticleId) -> Vec<Effect> {
        match self.coming.command.take_if(|(awaited, _)| *awaited == id) {
            Some((_, command)) => (command.run)(self),
            None => Vec::new(),
        }
    }

    /// Keeps a key for the article that is being loaded; says whether it did.
    pub(super) fn waits_for_article(&mut self, scope: Scope, chord: Chord) -> bool {
        let loading = match scope {
            Scope::Article => self.coming.opening,
            Scope::Headlines => {
                self.coming.command.map(|(id, _)| id).filter(|id| self.headlines.selected() == Some(*id))
            }
            _ => None,
        };
        let is_loading = loading.is_some_and(|id| !self.reader.shows(id));
        if !is_loading || self.coming.keys.len() >= MOST || self.leads_away(scope, chord) {
            self.wait_no_more();
            return false;
        }
        self.coming.keys.push(chord);
        true
    }

    fn leads_away(&self, scope: Scope, chord: Chord) -> bool {
        matches!(self.keymap.find(scope, &[chord]), Found::Command(command) if AWAY.contains(&command.name))
    }

    /// Forgets what waited for an article.
    pub(super) fn wait_no_more(&mut self) {
        self.coming.command = None;
        self.coming.keys.clear();
    }

    /// Presses the keys that waited for the article that is there now.
    pub(super) fn press_early(&mut self) -> Vec<Effect> {
        let early = std::mem::take(&mut self.coming.keys);
        early.into_iter().flat_map(|chord| self.key(chord)).collect()
    }
}
