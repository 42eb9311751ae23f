//! Owns the short list over a prompt of what would complete the line: fields, or values of a field. It
//! refuses to know where they come from and to change the line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::typeset::Role;

/// Rows shown at once.
const ROWS: usize = 8;
/// The widest the list gets, in cells.
const WIDEST: u16 = 56;

/// Something that would complete the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it is called.
    pub name: String,
    /// What stands to the right of that.
    pub aside: String,
    /// What is put on the line.
    pub insert: String,
}

/// The list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offers {
    /// What is on the line before it.
    pub before: String,
    /// What was typed of it.
    pub typed: String,
    /// Whether these are fields, which want a value next.
    pub of_fields: bool,
    rows: Vec<Offer>,
    chosen: Option<usize>,
}

impl Offers {
    /// Lists what would complete what was `typed` behind `before`.
    pub fn new(before: &str, typed: &str, rows: Vec<Offer>) -> Self {
        Self { before: before.to_owned(), typed: typed.to_owned(), rows, ..Self::default() }
    }

    /// Says whether there is nothing to offer.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Says whether one is chosen.
    pub fn has_choice(&self) -> bool {
        self.chosen.is_some()
    }

    /// Chooses the next offer, or the one before. After the last comes none, then the first again. Returns the
    /// line.
    pub fn step(&mut self, forward: bool) -> String {
        let last = self.rows.len().checked_sub(1);
        self.chosen = match (self.chosen, forward) {
            (None, true) => last.map(|_| 0),
            (None, false) => last,
            (Some(at), true) => Some(at + 1).filter(|at| Some(*at) <= last),
            (Some(at), false) => at.checked_sub(1),
        };
        let chosen = self.chosen.and_then(|at| self.rows.get(at));
        format!("{}{}", self.before, chosen.map_or(&self.typed, |offer| &offer.insert))
    }

    /// Returns the rows it takes with its frame.
    pub fn height(&self) -> u16 {
        let frame = if self.is_empty() { 0 } else { 2 };
        u16::try_from(self.rows.len().min(ROWS) + frame).unwrap_or(u16::MAX)
    }

    /// Draws the list over the prompt at `line`, where `x` is the column of what it completes.
    pub fn draw(&self, line: Rect, x: u16, buf: &mut Buffer, stage: Stage<'_>) {
        let height = self.height();
        let widest = |offer: &Offer| paint::width(&offer.name) + paint::width(&offer.aside) + 9;
        let width = self.rows.iter().map(widest).max().unwrap_or(0).min(WIDEST).min(line.width);
        let Some(y) = line.y.checked_sub(height).filter(|_| !self.is_empty() && line.width > 8) else {
            return;
        };
        let left = x.saturating_sub(4).min(line.right().saturating_sub(width)).max(line.x);
        let (frame, bold) = (stage.theme.style(Role::Overlay), stage.theme.style(Role::Crosshead));
        let area = Rect { x: left, y, width, height };
        let inside = paint::frame(buf, area, "", frame, bold, stage.ascii);
        let top = paint::follow(0, self.chosen.unwrap_or(0), self.rows.len(), usize::from(inside.height));
        let rows = self.rows.iter().enumerate().skip(top);
        for (y, (at, offer)) in (inside.top()..inside.bottom()).zip(rows) {
            let row = Rect { y, height: 1, ..inside };
            draw_offer(offer, row, buf, stage, self.chosen == Some(at));
        }
    }
}

fn draw_offer(offer: &Offer, area: Rect, buf: &mut Buffer, stage: Stage<'_>, chosen: bool) {
    let bar = chosen.then(|| stage.theme.style(Role::Selected));
    if let Some(style) = bar {
        paint::fill(buf, area, style);
    }
    stage.point(buf, area, bar);
    let left = area.width.saturating_sub(paint::width(&offer.name).min(area.width / 2) + 4);
    let aside = paint::cut(&offer.aside, left, stage.ascii);
    let beside = paint::width(&aside);
    paint::text(buf, area.right() - beside, area.y, beside, &aside, stage.on_row(Role::Meta, bar));
    let room = area.width.saturating_sub(beside + 4);
    let name = paint::cut(&offer.name, room, stage.ascii);
    paint::text(buf, area.x + 2, area.y, room, &name, stage.on_row(Role::Body, bar));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choosing_goes_round_by_way_of_what_was_typed() {
        let offer =
            |name: &str| Offer { name: name.to_owned(), aside: String::new(), insert: name.to_owned() };
        let mut offers = Offers::new("tag:", "s", vec![offer("sea "), offer("sand ")]);
        let lines: Vec<String> = (0..4).map(|_| offers.step(true)).collect();
        assert_eq!(lines, ["tag:sea ", "tag:sand ", "tag:s", "tag:sea "]);
        assert_eq!(offers.step(false), "tag:s");
        assert_eq!(offers.step(false), "tag:sand ");
        assert_eq!(Offers::default().step(true), "");
    }
}
