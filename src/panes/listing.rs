//! Owns a list laid over the screen: entries of a title, something to its right and a quiet line
//! below, one of them selected. It refuses to know what the entries are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::typeset::Role;

/// The widest a list gets, in cells.
const WIDEST: u16 = 80;
/// Cells of frame, air and pointer.
const BEFORE: u16 = 6;

/// Cells the lines below a title stand further in: entries are told apart by it.
const BELOW: u16 = 2;

/// One entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// What it is called.
    pub title: String,
    /// What stands to the right of that.
    pub aside: String,
    /// The quiet line below; may be empty.
    pub detail: String,
    /// What stands at the right end of that line, or below it where the line has no room; may be empty.
    pub figure: String,
}

/// What stands above the entries, and does not move with them: to the left, and to the right.
pub type Head = (String, String);

/// A list.
#[derive(Debug, Default)]
pub struct Listing {
    head: Option<Head>,
    items: Vec<Item>,
    chosen: usize,
    width: u16,
    lines: Vec<Vec<(String, Role)>>,
}

impl Listing {
    /// Makes a list.
    pub fn new(items: Vec<Item>) -> Self {
        Self { items, ..Self::default() }
    }

    /// Gives the list a line above its entries.
    #[must_use]
    pub fn under(mut self, head: Option<Head>) -> Self {
        self.head = head;
        self
    }

    /// How many lines stand above the entries.
    fn above(&self) -> u16 {
        u16::from(self.head.is_some())
    }

    /// Sets the lines for a screen of this width.
    pub fn fit(&mut self, width: u16) {
        self.width = width.saturating_sub(2).min(WIDEST);
        let room = self.width.saturating_sub(BEFORE).max(1);
        let set = |item: &Item| {
            let beside = paint::width(&item.aside) + 2;
            let titled = if item.aside.is_empty() || beside * 2 > room { room } else { room - beside };
            let title = paint::wrap(&item.title, titled).into_iter().map(|line| (line, Role::SourceTitle));
            let mut lines: Vec<_> = title.collect();
            let below = if titled == room { item.aside.as_str() } else { "" };
            let room = room.saturating_sub(BELOW).max(1);
            for text in [below, &item.detail] {
                if !text.is_empty() {
                    lines.extend(paint::wrap(text, room).into_iter().map(|line| (line, Role::SourceDetail)));
                }
            }
            let used = lines.last().filter(|(_, role)| *role == Role::SourceDetail);
            let used = used.map_or(room, |(last, _)| paint::width(last) + 2);
            if !item.figure.is_empty() && used + paint::width(&item.figure) > room {
                lines.push((String::new(), Role::SourceDetail));
            }
            lines
        };
        self.lines = self.items.iter().map(set).collect();
    }

    /// Moves the selection.
    pub fn move_by(&mut self, rows: isize) {
        self.chosen = self.chosen.saturating_add_signed(rows).min(self.items.len().saturating_sub(1));
    }

    /// Returns the position of the selected entry, from 0.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// Returns which entry is drawn on line `line` of the `height` lines inside the frame, counted from the
    /// selected one (negative: above it); `None` if there is none.
    pub fn away(&self, line: usize, height: usize) -> Option<isize> {
        let above = usize::from(self.above());
        paint::entries_away(&self.lines, self.chosen, height.checked_sub(above)?, line.checked_sub(above)?)
    }

    /// Returns the size the list would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        let lines: usize = self.lines.iter().map(Vec::len).sum();
        let lines = lines.max(1) + usize::from(self.above());
        (self.width, u16::try_from(lines + 2).unwrap_or(u16::MAX))
    }

    /// Draws the list.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>, heading: &str) {
        let (frame, bold) = (stage.theme.style(Role::Overlay), stage.theme.style(Role::Crosshead));
        let inside = paint::frame(buf, area, heading, frame, bold, stage.ascii);
        if let Some((left, right)) = &self.head {
            let (quiet, end) = (stage.theme.style(Role::Meta), paint::width(right));
            let room = inside.width.saturating_sub(end + 2);
            let left = paint::cut_between(left, room.saturating_sub(2), stage.ascii);
            paint::text(buf, inside.x + 2, inside.y, room, &left, quiet);
            paint::text(buf, inside.right().saturating_sub(end), inside.y, end, right, quiet);
        }
        let above = self.above().min(inside.height);
        let inside = Rect { y: inside.y + above, height: inside.height - above, ..inside };
        let mut y = inside.y;
        let entries = self.items.iter().zip(&self.lines).enumerate();
        let first = paint::first_whole(&self.lines, self.chosen, usize::from(inside.height));
        let mut left_out = false;
        for (index, (item, lines)) in entries.skip(first) {
            let left = inside.bottom().saturating_sub(y);
            let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(left);
            left_out = usize::from(height) < lines.len();
            if height == 0 {
                break;
            }
            let space = Rect { y, height, ..inside };
            draw_entry(item, lines, space, buf, stage, index == self.chosen);
            y += height;
        }
        paint::more(buf, area, (first > 0, left_out), frame, stage.ascii);
    }
}

fn draw_entry(
    item: &Item,
    lines: &[(String, Role)],
    area: Rect,
    buf: &mut Buffer,
    stage: Stage<'_>,
    chosen: bool,
) {
    let bar = chosen.then(|| stage.theme.style(Role::Selected));
    if let Some(style) = bar {
        paint::fill(buf, area, style);
    }
    stage.point(buf, area, bar);
    for (y, (line, role)) in (area.top()..area.bottom()).zip(lines) {
        let before = if *role == Role::SourceDetail { 2 + BELOW } else { 2 };
        let room = area.width.saturating_sub(before);
        paint::text(buf, area.x + before, y, room, line, stage.on_row(*role, bar));
    }
    let mut at_right = |y: u16, text: &str| {
        let (width, style) = (paint::width(text), stage.on_row(Role::SourceDetail, bar));
        paint::text(buf, area.right().saturating_sub(width), y, width, text, style);
    };
    // Where it did not fit beside the title it is a line of its own.
    if !lines.iter().any(|(line, _)| *line == item.aside) {
        at_right(area.y, &item.aside);
    }
    if usize::from(area.height) == lines.len() {
        at_right(area.bottom().saturating_sub(1), &item.figure);
    }
}
