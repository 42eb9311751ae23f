//! Owns clicks on what is laid over the screen: they select a row, do what Enter does on the selected one,
//! and beside it close it. It refuses to let a click throw away what was typed.

use ratatui::layout::{Position, Rect};

use super::commands::{COMMANDS, Command, Scope};
use super::effect::Effect;
use super::layout::overlay;
use super::{App, Overlay};

impl App {
    /// Takes a click on a cell while something is laid over the screen. A question is answered by keys
    /// only, and a note is ended by them: a hand that brushes the mouse must do neither.
    pub(super) fn click_overlay(&mut self, at: Position) -> Vec<Effect> {
        let Some(area) = self.overlay_area() else { return Vec::new() };
        if !area.contains(at) {
            return self.leave_by_click();
        }
        // The frame and the air inside it are no row.
        let inside = Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 };
        if !inside.contains(at) {
            return Vec::new();
        }
        match self.away(usize::from(at.y - inside.y), usize::from(inside.height)) {
            Some(0) => self.enter_chosen(),
            Some(rows) => self.overlay_by(rows),
            None => Vec::new(),
        }
    }

    /// The cells that what is laid over the screen would like.
    pub(super) fn overlay_size(&self) -> Option<(u16, u16)> {
        Some(match self.overlay.as_ref()? {
            Overlay::Sources(panel) => panel.size(),
            Overlay::Themes(picker) => picker.size(),
            Overlay::Look(look) => look.size(),
            Overlay::Problems => self.problems.size(),
            Overlay::Outline(outline) => outline.size(),
            Overlay::Notes(notes) => notes.size(),
            Overlay::Note(draft) => draft.editor.size(self.layout.size),
            Overlay::Places(places) => places.size(),
            Overlay::Help(help, _) => help.size(),
            Overlay::Palette(palette) => palette.size(),
            Overlay::Question(question) => question.set.size(),
        })
    }

    /// The place of what is laid over the screen and may be clicked: between the lines at its edges.
    pub(super) fn overlay_area(&self) -> Option<Rect> {
        let inside = Rect { y: 1, height: self.layout.size.height.saturating_sub(2), ..self.layout.size };
        let is_clicked = !matches!(self.overlay, Some(Overlay::Note(_) | Overlay::Question(_)));
        let (width, height) = self.overlay_size().filter(|_| is_clicked)?;
        Some(overlay(inside, width, height)).filter(|area| area.width >= 4 && area.height >= 3)
    }

    /// Returns which entry is drawn on line `line` of the `height` lines inside the frame, counted from the
    /// selected one (negative: above it); `None` if there is none.
    pub(super) fn away(&self, line: usize, height: usize) -> Option<isize> {
        match self.overlay.as_ref()? {
            Overlay::Sources(panel) => panel.away(line, height),
            Overlay::Themes(picker) => picker.away(line, height),
            Overlay::Look(look) => look.away(line, height),
            Overlay::Outline(outline) => outline.away(line, height),
            Overlay::Notes(notes) => notes.away(line, height),
            Overlay::Places(places) => places.away(line, height),
            Overlay::Palette(palette) => palette.away(line, height),
            Overlay::Problems | Overlay::Help(..) | Overlay::Note(_) | Overlay::Question(_) => None,
        }
    }

    /// Does what the table has Enter do there, whatever it is bound to.
    fn enter_chosen(&mut self) -> Vec<Effect> {
        let scope = self.scope();
        let enters = |command: &&Command| {
            command.scopes.contains(&scope) && command.chords.split(' ').any(|keys| keys == "enter")
        };
        COMMANDS.iter().find(enters).map_or_else(Vec::new, |command| (command.run)(self))
    }

    /// Closes what was clicked beside, if nothing was typed into it.
    fn leave_by_click(&mut self) -> Vec<Effect> {
        let typed = match &self.overlay {
            Some(Overlay::Help(help, _)) => help.line.text(),
            Some(Overlay::Palette(palette)) => palette.line.text(),
            _ => "",
        };
        if !typed.is_empty() {
            return Vec::new();
        }
        match self.scope() {
            Scope::Themes => self.leave_theme(),
            Scope::Difference => self.leave_difference(),
            _ => self.close_overlay(),
        }
    }
}
