//! Owns keys that are pressed while the article they are meant for is still being loaded: they wait for
//! it, or they would be about the article before it. It refuses to hold back a key that leads away.

use super::App;
use super::commands::Scope;
use super::keymap::Found;
use super::message::Effect;
use crate::keys::Chord;

/// Commands that do not need the article, or leave it.
const AWAY: &[&str] = &[
    "back",
    "escape",
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

impl App {
    /// Keeps a key for the article that is being loaded; says whether it did.
    pub(super) fn waits_for_article(&mut self, scope: Scope, chord: Chord) -> bool {
        let is_loading = self.opening.is_some_and(|id| !self.reader.shows(id));
        if !is_loading || scope != Scope::Article || self.early.len() >= MOST {
            self.early.clear();
            return false;
        }
        if let Found::Command(command) = self.keymap.find(scope, &[chord])
            && AWAY.contains(&command.name)
        {
            self.early.clear();
            return false;
        }
        self.early.push(chord);
        true
    }

    /// Presses the keys that waited for the article that is there now.
    pub(super) fn press_early(&mut self) -> Vec<Effect> {
        let early = std::mem::take(&mut self.early);
        early.into_iter().flat_map(|chord| self.key(chord)).collect()
    }
}
