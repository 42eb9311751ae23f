//! Owns the palette: every command by name, found by a few of its letters. It refuses to run them.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::help::HelpRow;
use super::line::Line;
use super::{Stage, paint};
use crate::typeset::Role;

/// Cells of a row below which commands are shown without their names.
const NARROW: u16 = 60;
/// Cells of the column of names, where it gives way to what commands do.
const NAME: u16 = 22;
/// Cells of the pointer before a row, and of the air before its keys.
const AIR: u16 = 4;
/// The narrowest the overlay would like to be, in cells.
const NARROWEST: u16 = 78;

/// The overlay.
#[derive(Debug, Default)]
pub struct Palette {
    rows: Vec<HelpRow>,
    /// Indices into `rows` that match what is typed, best first.
    found: Vec<usize>,
    chosen: usize,
    /// What the reader types.
    pub line: Line,
}

impl Palette {
    /// Offers these commands.
    pub fn new(rows: Vec<HelpRow>) -> Self {
        let mut palette = Self { rows, ..Self::default() };
        palette.search();
        palette
    }

    /// Finds again, after the reader typed.
    pub fn search(&mut self) {
        let pattern = Pattern::parse(self.line.text(), CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            let text = format!("{} {}", row.name, row.help);
            let score = pattern.score(nucleo_matcher::Utf32Str::new(&text, &mut buffer), &mut matcher);
            scored.extend(score.map(|score| (score, index)));
        }
        scored.sort_by_key(|(score, index)| (std::cmp::Reverse(*score), *index));
        self.found = scored.into_iter().map(|(_, index)| index).collect();
        self.chosen = 0;
    }

    /// Moves the selection.
    pub fn move_by(&mut self, lines: isize) {
        self.chosen = self.chosen.saturating_add_signed(lines).min(self.found.len().saturating_sub(1));
    }

    /// Returns the name of the selected command.
    pub fn chosen(&self) -> Option<&'static str> {
        self.found.get(self.chosen).and_then(|index| self.rows.get(*index)).map(|row| row.name)
    }

    /// Returns how far below the selection the entry is that is drawn on a line of so many inside the frame.
    pub fn away(&self, line: usize, height: usize) -> Option<isize> {
        // The first line is the one that is typed.
        paint::rows_away(self.found.len(), self.chosen, height.checked_sub(1)?, line.checked_sub(1)?)
    }

    /// Returns the size the overlay would like, in cells: no description is cut where the screen has room.
    pub fn size(&self) -> (u16, u16) {
        (self.width(), u16::try_from(self.rows.len() + 3).unwrap_or(u16::MAX).min(18))
    }

    /// Cells in which nothing is cut, the frame counted.
    fn width(&self) -> u16 {
        let taken = |row: &HelpRow| AIR + paint::width(&row.help) + paint::width(&row.keys) + 4;
        (self.names() + self.rows.iter().map(taken).max().unwrap_or(0)).max(NARROWEST)
    }

    /// Cells of the longest name, with the air behind it.
    fn names(&self) -> u16 {
        self.rows.iter().map(|row| paint::width(row.name)).max().unwrap_or(0) + 2
    }

    /// Draws the overlay.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let theme = stage.theme;
        let inside = paint::frame(
            buf,
            area,
            stage.words.say("commands"),
            theme.style(Role::Overlay),
            theme.style(Role::Crosshead),
            stage.ascii,
        );
        let used = paint::text(buf, inside.x, inside.y, inside.width, ": ", theme.style(Role::Key));
        let room = inside.width - used;
        paint::text(buf, inside.x + used, inside.y, room, self.line.text(), theme.style(Role::Prompt));
        let rows = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
        let top = paint::follow(0, self.chosen, self.found.len(), usize::from(rows.height));
        let entries = self.found.iter().enumerate().skip(top);
        let is_more = (top > 0, top + usize::from(rows.height) < self.found.len());
        paint::more(buf, area, is_more, theme.style(Role::Overlay), stage.ascii);
        // Where there is little room the words that say what a command does have it: its name says less.
        let name = match rows.width {
            0..NARROW => 0,
            width if width + 4 >= self.width() => self.names(),
            _ => NAME,
        };
        for (y, (at, index)) in (rows.top()..rows.bottom()).zip(entries) {
            let Some(row) = self.rows.get(*index) else { continue };
            draw_row(row, name, Rect { y, height: 1, ..rows }, buf, stage, at == self.chosen);
        }
    }
}

fn draw_row(row: &HelpRow, name: u16, area: Rect, buf: &mut Buffer, stage: Stage<'_>, chosen: bool) {
    let bar = chosen.then(|| stage.theme.style(Role::Selected));
    if let Some(style) = bar {
        paint::fill(buf, area, style);
    }
    let over = |role: Role| stage.on_row(role, bar);
    stage.point(buf, area, bar);
    let keys = paint::width(&row.keys).min(area.width / 3);
    let shown = paint::cut(&row.keys, keys, stage.ascii);
    paint::text(buf, area.right() - keys, area.y, keys, &shown, over(Role::Key));
    let named = paint::cut(row.name, name.saturating_sub(1), stage.ascii);
    paint::text(buf, area.x + 2, area.y, name, &named, over(Role::Body));
    let room = area.width.saturating_sub(name + keys + AIR);
    let role = if name > 0 { Role::Meta } else { Role::Body };
    let help = paint::cut(&row.help, room, stage.ascii);
    paint::text(buf, area.x + 2 + name, area.y, room, &help, over(role));
}
