//! Owns changing the theme while reading: looking at one, keeping it, going back. It refuses to write
//! the config: it says what to write there.

use super::effect::Effect;
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

    /// Keeps the theme looked at, until the config names another than now.
    pub(super) fn keep_theme(&mut self) -> Vec<Effect> {
        self.overlay = None;
        let name = self.theme.name().to_owned();
        let over = (name.clone(), self.settled.theme.clone());
        self.way.memory.theme = Some(over).filter(|(chosen, configured)| chosen != configured);
        self.say(self.words.with("theme-kept", &[("theme", name.into())]));
        vec![self.remembered()]
    }

    /// Returns the name of the theme that was kept by key over the one that a config names.
    pub fn kept_theme(&self, configured: &str) -> Option<&str> {
        self.way.memory.theme_over(configured)
    }

    /// Goes back to the theme that was in force before.
    pub(super) fn leave_theme(&mut self) -> Vec<Effect> {
        if let Some(Overlay::Themes(picker)) = self.overlay.take() {
            self.theme = picker.before().clone();
        }
        Vec::new()
    }
}
