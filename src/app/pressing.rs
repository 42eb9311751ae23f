//! Owns where a key goes: the place the reader is in, and there to a command, to a longer sequence, or to
//! the line being typed. It refuses to know what commands do.

use super::commands::Scope;
use super::effect::Effect;
use super::keymap::Found;
use super::layout::Show;
use super::{App, Overlay};
use crate::keys::{Chord, Key};

impl App {
    /// Returns where keys go.
    pub fn scope(&self) -> Scope {
        match (&self.overlay, &self.typing) {
            (Some(Overlay::Sources(_)), _) => Scope::Sources,
            (Some(Overlay::Help(..)), _) => Scope::Help,
            (Some(Overlay::Palette(_)), _) => Scope::Palette,
            (Some(Overlay::Themes(_)), _) => Scope::Themes,
            (Some(Overlay::Problems), _) => Scope::Problems,
            (Some(Overlay::Outline(_)), _) => Scope::Outline,
            (Some(Overlay::Places(_)), _) => Scope::Places,
            (Some(Overlay::Look(look)), _) => look.scope(),
            (Some(Overlay::Question(_)), _) => Scope::Question,
            (Some(Overlay::Notes(_)), _) => Scope::Notes,
            (Some(Overlay::Note(_)), _) => Scope::Note,
            (None, Some(_)) => Scope::Prompt,
            (None, None) if self.is_reading() && self.reader.passage.is_some() => Scope::Passage,
            (None, None) if self.is_reading() => Scope::Article,
            (None, None) => Scope::Headlines,
        }
    }

    /// Says whether the article has the keys.
    pub(super) fn is_reading(&self) -> bool {
        self.layout.show != Show::Headlines
    }

    pub(super) fn key(&mut self, chord: Chord) -> Vec<Effect> {
        self.said.notice = None;
        if std::mem::take(&mut self.greeting.shows) && chord.key == Key::Named("esc") {
            return Vec::new();
        }
        if let Some(effects) = self.awaited(chord) {
            return effects;
        }
        let scope = self.scope();
        if scope == Scope::Headlines {
            self.headlines.settle();
        }
        if self.drops_number(scope, chord) || self.waits_for_article(scope, chord) {
            return Vec::new();
        }
        if matches!(scope, Scope::Headlines | Scope::Article | Scope::Sources | Scope::Passage)
            && let Some(digit) = chord.digit()
            && (digit > 0 || self.count.is_some())
        {
            return self.digit(digit);
        }
        self.pressed(scope, vec![chord])
    }

    /// Says whether a key takes back the number typed before it, and nothing else.
    fn drops_number(&mut self, scope: Scope, chord: Chord) -> bool {
        let is_typed = matches!(scope, Scope::Headlines | Scope::Article | Scope::Passage);
        is_typed && chord == Chord::of(Key::Named("esc")) && self.count.take().is_some()
    }

    /// Runs the command that keys make, waits for more of them, or takes the last as typed.
    pub(super) fn pressed(&mut self, scope: Scope, keys: Vec<Chord>) -> Vec<Effect> {
        let effects = match (self.keymap.find(scope, &keys), keys.as_slice()) {
            (Found::Command(command), _) => self.run(command),
            (Found::Beginning, _) => return self.wait_for_keys(scope, keys),
            (Found::Nothing, [chord]) => self.typed(scope, *chord),
            (Found::Nothing, _) => self.not_bound(scope, &keys),
        };
        self.count = None;
        effects
    }
}
