//! Owns what is typed and is no command: letters for the line that is open, and keys that do nothing
//! where they were pressed. It refuses to know what the line is for.

use super::commands::{Scope, named};
use super::effect::Effect;
use super::keymap::Found;
use super::{App, Overlay};
use crate::keys::Chord;

/// The moves of the list that work in the keys and the palette too, while nothing is typed there.
const MOVES: &[&str] = &["top", "bottom", "half-down", "half-up"];

impl App {
    /// Takes a key that is no command: typed where something is typed, else said to be unknown.
    pub(super) fn typed(&mut self, scope: Scope, chord: Chord) -> Vec<Effect> {
        if let Some(effects) = self.moved_untyped(chord) {
            return effects;
        }
        match (&mut self.overlay, &mut self.typing) {
            (Some(Overlay::Help(help, _)), _) => {
                if help.line.press(chord) {
                    help.fit(self.layout.size.width);
                }
                Vec::new()
            }
            (Some(Overlay::Note(draft)), _) => {
                draft.editor.press(chord);
                self.note_typed();
                Vec::new()
            }
            (Some(Overlay::Palette(palette)), _) => {
                if palette.line.press(chord) {
                    palette.search();
                }
                Vec::new()
            }
            (None, Some(typing)) => {
                if typing.line.press(chord) {
                    self.search_again()
                } else {
                    Vec::new()
                }
            }
            _ if matches!(chord.key, crate::keys::Key::Named("esc")) => Vec::new(),
            _ => self.not_bound(scope, &[chord]),
        }
    }

    /// Runs a move of the list in the keys or the palette. While nothing is typed there is nothing to edit, so
    /// every key that moves in the list and is not a letter moves there too.
    fn moved_untyped(&mut self, chord: Chord) -> Option<Vec<Effect>> {
        let line = match &self.overlay {
            Some(Overlay::Help(help, _)) => &help.line,
            Some(Overlay::Palette(palette)) => &palette.line,
            _ => return None,
        };
        if !line.text().is_empty() || chord.types().is_some() {
            return None;
        }
        match self.keymap.find(Scope::Headlines, &[chord]) {
            Found::Command(command) if MOVES.contains(&command.name) => Some((command.run)(self)),
            _ => None,
        }
    }

    /// Says that keys do nothing where they were pressed, and which key shows those that do.
    pub(super) fn not_bound(&mut self, scope: Scope, pressed: &[Chord]) -> Vec<Effect> {
        let mut text = self.words.with("not-bound", &[("key", self.shown_chords(pressed).into())]);
        let help = named("help").map(|help| self.keymap.keys(scope, help)).unwrap_or_default();
        if let Some(help) = help.first() {
            text.push_str(self.words.point());
            text.push_str(&self.words.with("help-by", &[("key", self.shown_keys(help).into())]));
        }
        self.say(text)
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        match (&mut self.overlay, &mut self.typing) {
            (Some(Overlay::Help(help, _)), _) => {
                help.line.paste(text);
                help.fit(self.layout.size.width);
            }
            (Some(Overlay::Note(draft)), _) => {
                draft.editor.paste(text);
                self.note_typed();
            }
            (Some(Overlay::Palette(palette)), _) => {
                palette.line.paste(text);
                palette.search();
            }
            (None, Some(typing)) => {
                typing.line.paste(text);
                return self.search_again();
            }
            (None, None) => return self.drop_in(text),
            _ => {}
        }
        Vec::new()
    }
}
