//! Owns changing the theme while reading: looking at one, keeping it, going back. It refuses to write
//! the config: it says what to write there.

use super::message::Effect;
use super::{App, Overlay};
use crate::panes::themes::Themes;
use crate::theme::Theme;

impl App {
    /// Asks for the themes there are.
    #[expect(clippy::unused_self, reason = "a command is given the app, whatever it needs of it")]
    pub(super) fn ask_themes(&mut self) -> Vec<Effect> {
        vec![Effect::Themes]
    }

    /// Offers the themes there are.
    pub(super) fn offer_themes(&mut self, themes: Vec<Theme>) -> Vec<Effect> {
        if themes.is_empty() {
            return self.tell("no-themes");
        }
        self.overlay = Some(Overlay::Themes(Themes::new(themes, self.theme.clone())));
        Vec::new()
    }

    /// Shows the screen in the theme selected.
    pub(super) fn look_at_theme(&mut self, lines: isize) {
        if let Some(Overlay::Themes(picker)) = &mut self.overlay {
            picker.move_by(lines);
            self.theme = picker.chosen().clone();
        }
    }

    /// Keeps the theme looked at until the end of the run, and says how to keep it for good.
    pub(super) fn keep_theme(&mut self) -> Vec<Effect> {
        self.overlay = None;
        let name = self.theme.name().to_owned();
        self.say(self.words.with("theme-kept", &[("theme", name.into())]))
    }

    /// Goes back to the theme that was in force before.
    pub(super) fn leave_theme(&mut self) -> Vec<Effect> {
        if let Some(Overlay::Themes(picker)) = self.overlay.take() {
            self.theme = picker.before().clone();
        }
        Vec::new()
    }
}
