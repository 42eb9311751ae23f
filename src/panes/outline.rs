//! Owns the outline of the open article: its headings, the one the reader is under, the one chosen. It
//! refuses to go there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::typeset::Role;

/// The overlay.
#[derive(Debug, Default)]
pub struct Outline {
    /// Each heading with where it stands in the prose, in bytes.
    rows: Vec<(usize, String)>,
    chosen: usize,
    /// The heading the reader is under.
    here: usize,
}

impl Outline {
    /// Shows these headings; the reader is at byte `place` of the prose.
    pub fn new(rows: Vec<(usize, String)>, place: usize) -> Self {
        let here = rows.iter().rposition(|(at, _)| *at <= place).unwrap_or(0);
        Self { rows, chosen: here, here }
    }

    /// Moves the selection.
    pub fn move_by(&mut self, lines: isize) {
        self.chosen = self.chosen.saturating_add_signed(lines).min(self.rows.len().saturating_sub(1));
    }

    /// Returns where the chosen heading stands in the prose.
    pub fn chosen(&self) -> Option<usize> {
        self.rows.get(self.chosen).map(|(at, _)| *at)
    }

    /// Returns which entry is drawn on line `line` of the `height` lines inside the frame, counted from the
    /// selected one (negative: above it); `None` if there is none.
    pub fn away(&self, line: usize, height: usize) -> Option<isize> {
        paint::rows_away(self.rows.len(), self.chosen, height, line)
    }

    /// Returns the size the overlay would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        let widest = self.rows.iter().map(|(_, words)| paint::width(words)).max().unwrap_or(0);
        ((widest + 8).clamp(32, 76), u16::try_from(self.rows.len() + 2).unwrap_or(u16::MAX))
    }

    /// Draws the overlay.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let theme = stage.theme;
        let (frame, heading) = (theme.style(Role::Overlay), theme.style(Role::Crosshead));
        let inside = paint::frame(buf, area, stage.words.say("outline"), frame, heading, stage.ascii);
        let top = paint::follow(0, self.chosen, self.rows.len(), usize::from(inside.height));
        let rows = self.rows.iter().enumerate().skip(top);
        let is_more = (top > 0, top + usize::from(inside.height) < self.rows.len());
        paint::more(buf, area, is_more, frame, stage.ascii);
        for (y, (index, (_, words))) in (inside.top()..inside.bottom()).zip(rows) {
            let row = Rect { y, height: 1, ..inside };
            let bar = (index == self.chosen).then(|| theme.style(Role::Selected));
            if let Some(style) = bar {
                paint::fill(buf, row, style);
            }
            stage.point(buf, row, bar);
            let room = row.width.saturating_sub(2);
            let role = if index == self.here { Role::Unread } else { Role::Body };
            paint::text(
                buf,
                row.x + 2,
                y,
                room,
                &paint::cut(words, room, stage.ascii),
                stage.on_row(role, bar),
            );
        }
    }
}
