//! Owns the bar beside the open article as something to hold: where it is, and where it is brought. It
//! refuses to draw it.

use ratatui::layout::Position;

use super::{Reader, view};

impl Reader {
    /// Says whether a cell is on the bar at the right edge, or on the rows it moves along.
    pub fn is_on_bar(&self, at: Position) -> bool {
        self.area.contains(at) && at.x == self.area.right() - 1 && self.bar().is_some()
    }

    /// Returns how many rows below its top the bar is held when the mouse takes it at a row of the screen. If
    /// that row is not on the bar, it is held in its middle.
    pub fn hold_bar(&self, row: u16) -> u16 {
        let Some((start, rows)) = self.bar() else { return 0 };
        let held = row.checked_sub(self.area.y).and_then(|row| row.checked_sub(start));
        held.filter(|held| *held < rows).unwrap_or(rows / 2)
    }

    /// Moves the bar so that the spot `held` rows below its top comes to a row of the screen; says whether the
    /// article moved.
    pub fn drag_bar(&mut self, row: u16, held: u16) -> bool {
        let Some((before, rows)) = self.bar() else { return false };
        let way = self.area.height.saturating_sub(rows);
        let start = row.saturating_sub(self.area.y).saturating_sub(held).min(way);
        // Where it stands already it stays on its line: there are more lines than rows.
        start != before
            && self.go_to((self.last_top() * usize::from(start)).div_ceil(usize::from(way.max(1))))
    }

    /// The first row of the bar and how many it takes, where there is one.
    fn bar(&self) -> Option<(u16, u16)> {
        view::bar(self.open.as_ref()?.column.lines.len(), self.top, self.area)
    }
}
