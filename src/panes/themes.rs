//! Owns the picker of themes: the themes there are, and the one looked at. It refuses to put one in
//! force: that is seen on the screen around it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::theme::{Look, Theme};
use crate::typeset::Role;

/// The overlay.
#[derive(Debug)]
pub struct Themes {
    offered: Vec<Theme>,
    chosen: usize,
    /// The theme to go back to.
    before: Theme,
}

impl Themes {
    /// Offers these themes, the one in force selected.
    pub fn new(offered: Vec<Theme>, before: Theme) -> Self {
        let chosen = offered.iter().position(|theme| theme.name() == before.name()).unwrap_or(0);
        Self { offered, chosen, before }
    }

    /// Moves the selection.
    pub fn move_by(&mut self, lines: isize) {
        self.chosen = self.chosen.saturating_add_signed(lines).min(self.offered.len().saturating_sub(1));
    }

    /// Returns the theme looked at.
    pub fn chosen(&self) -> &Theme {
        self.offered.get(self.chosen).unwrap_or(&self.before)
    }

    /// Returns the theme that was in force before.
    pub fn before(&self) -> &Theme {
        &self.before
    }

    /// Returns which entry is drawn on line `line` of the `height` lines inside the frame, counted from the
    /// selected one (negative: above it); `None` if there is none.
    pub fn away(&self, line: usize, height: usize) -> Option<isize> {
        paint::rows_away(self.offered.len(), self.chosen, height, line)
    }

    /// Returns the size the overlay would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        (44, u16::try_from(self.offered.len() + 2).unwrap_or(u16::MAX))
    }

    /// Draws the overlay.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let (frame, bold) = (stage.theme.style(Role::Overlay), stage.theme.style(Role::Crosshead));
        let inside = paint::frame(buf, area, stage.words.say("themes"), frame, bold, stage.ascii);
        let top = paint::follow(0, self.chosen, self.offered.len(), usize::from(inside.height));
        let rows = self.offered.iter().enumerate().skip(top);
        let is_more = (top > 0, top + usize::from(inside.height) < self.offered.len());
        paint::more(buf, area, is_more, frame, stage.ascii);
        let names = self.offered.iter().map(|theme| paint::width(theme.name())).max().unwrap_or(0);
        for (y, (at, theme)) in (inside.top()..inside.bottom()).zip(rows) {
            draw_row(theme, names, Rect { y, height: 1, ..inside }, buf, stage, at == self.chosen);
        }
    }
}

/// Draws a theme; what it looks like has the room that the longest of the `names` leaves it.
fn draw_row(theme: &Theme, names: u16, area: Rect, buf: &mut Buffer, stage: Stage<'_>, chosen: bool) {
    let bar = chosen.then(|| stage.theme.style(Role::Selected));
    if let Some(style) = bar {
        paint::fill(buf, area, style);
    }
    stage.point(buf, area, bar);
    let look = match theme.look() {
        Some(Look::Light) => stage.words.say("theme-is-light"),
        Some(Look::Dark) => stage.words.say("theme-is-dark"),
        None if theme.is_colourless() => stage.words.say("theme-is-colourless"),
        None => stage.words.say("theme-is-terminal"),
    };
    let spare = area.width.saturating_sub(names + 3).max(area.width / 2);
    let look = paint::cut(look, spare, stage.ascii);
    let right = paint::width(&look);
    let room = area.width.saturating_sub(right + 3);
    let name = paint::cut(theme.name(), room, stage.ascii);
    paint::text(buf, area.x + 2, area.y, room, &name, stage.on_row(Role::Body, bar));
    paint::text(buf, area.right() - right, area.y, right, &look, stage.on_row(Role::Meta, bar));
}
