//! Owns the palette: every command by name, found by a few of its letters. It refuses to run them.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation as _;

use super::command_row::CommandRow;
use super::line::Line;
use super::{Stage, paint};
use crate::typeset::Role;

/// In a row with fewer cells than this, commands are shown without their names.
const NARROW: u16 = 60;
/// Cells of the column of names when it gives way to what commands do.
const NAME: u16 = 22;
/// Cells of the pointer before a row, and of the air before its keys.
const AIR: u16 = 4;
/// The narrowest the overlay would like to be, in cells.
const NARROWEST: u16 = 78;

/// How well a command matches, best first: a name is what one remembers, and a few letters are found
/// somewhere in any sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// What is typed is a word of its name.
    Whole,
    /// Its name starts with what is typed.
    Start,
    /// Its name has these letters in this order, from the start of a word on or side by side.
    Name,
    /// Every word typed starts a word of what it does.
    Word,
    /// Name and what it does have these letters between them.
    Letters,
}

/// What commands that match are sorted by: how, and within that how well.
type Order = (Rank, Reverse<u32>);

/// A command that matches what is typed.
#[derive(Debug)]
struct Found {
    /// Its index in the rows.
    row: usize,
    /// The clusters that matched, of its name, an empty cell and what it does.
    lit: Vec<u32>,
}

/// The overlay.
#[derive(Debug, Default)]
pub struct Palette {
    rows: Vec<CommandRow>,
    /// What matches what is typed, best first.
    found: Vec<Found>,
    chosen: usize,
    /// What the reader types.
    pub line: Line,
}

impl Palette {
    /// Offers these commands.
    pub fn new(rows: Vec<CommandRow>) -> Self {
        let mut palette = Self { rows, ..Self::default() };
        palette.search();
        palette
    }

    /// Finds again, after the reader typed.
    pub fn search(&mut self) {
        let pattern = Pattern::parse(self.line.text(), CaseMatching::Ignore, Normalization::Smart);
        let typed = self.line.text().trim().to_lowercase();
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut found: Vec<(Order, Found)> = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            let Some((order, lit)) = matched(row, &pattern, &typed, &mut matcher) else { continue };
            found.push((order, Found { row: index, lit }));
        }
        found.sort_by_key(|(order, found)| (*order, found.row));
        self.found = found.into_iter().map(|(_, found)| found).collect();
        self.chosen = 0;
    }

    /// Moves the selection.
    pub fn move_by(&mut self, lines: isize) {
        self.chosen = self.chosen.saturating_add_signed(lines).min(self.found.len().saturating_sub(1));
    }

    /// Returns the name of the selected command.
    pub fn chosen(&self) -> Option<&'static str> {
        self.found.get(self.chosen).and_then(|found| self.rows.get(found.row)).map(|row| row.name)
    }

    /// Returns which entry is drawn on line `line` of the `height` lines inside the frame, counted from the
    /// selected one (negative: above it); `None` if there is none.
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
        let taken = |row: &CommandRow| AIR + paint::width(&row.help) + paint::width(&row.keys()) + 4;
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
        for (y, (at, found)) in (rows.top()..rows.bottom()).zip(entries) {
            let Some(row) = self.rows.get(found.row) else { continue };
            let area = Rect { y, height: 1, ..rows };
            draw_row(row, &found.lit, name, area, buf, stage, at == self.chosen);
        }
        if self.found.is_empty() && rows.height > 0 {
            let nothing = stage.words.say("nothing-by-that-name");
            paint::text(buf, rows.x, rows.y, rows.width, nothing, theme.style(Role::Meta));
        }
    }
}

/// Says how well a command matches and which of its clusters do, if it does.
fn matched(
    row: &CommandRow,
    pattern: &Pattern,
    typed: &str,
    matcher: &mut Matcher,
) -> Option<(Order, Vec<u32>)> {
    let mut buffer = Vec::new();
    let mut look = |text: &str| {
        let mut lit = Vec::new();
        let score = pattern.indices(Utf32Str::new(text, &mut buffer), matcher, &mut lit)?;
        Some((Reverse(score), lit))
    };
    if let Some((score, lit)) = look(row.name).filter(|(_, lit)| stands_out(row.name, lit)) {
        let rank = match typed {
            word if row.name.split('-').any(|part| part == word) => Rank::Whole,
            start if row.name.starts_with(&start.replace(' ', "-")) => Rank::Start,
            _ => Rank::Name,
        };
        return Some(((rank, score), lit));
    }
    let (score, lit) = look(&format!("{} {}", row.name, row.help))?;
    let help = row.help.to_lowercase();
    let starts = |word: &str| help.split(|c: char| !c.is_alphanumeric()).any(|of| of.starts_with(word));
    if !typed.split_whitespace().all(starts) {
        return Some(((Rank::Letters, score), lit));
    }
    // The letters of the sentence shine, for they are why it is here.
    let behind = clusters(row.name) + 1;
    let (score, lit) = look(&row.help).unwrap_or((score, Vec::new()));
    Some(((Rank::Word, score), lit.into_iter().map(|at| at + behind).collect()))
}

/// Says whether letters of a name, which is ASCII, are more than strewn over it.
fn stands_out(name: &str, lit: &[u32]) -> bool {
    let (Some(first), Some(last)) = (lit.iter().min(), lit.iter().max()) else { return true };
    let before = usize::try_from(*first).ok().and_then(|first| name.get(..first)).unwrap_or_default();
    let side_by_side = usize::try_from(last - first + 1).is_ok_and(|span| span <= lit.len());
    before.is_empty() || before.ends_with('-') || side_by_side
}

/// How many clusters a text has.
fn clusters(text: &str) -> u32 {
    u32::try_from(text.graphemes(true).count()).unwrap_or(u32::MAX)
}

fn draw_row(
    row: &CommandRow,
    lit: &[u32],
    name: u16,
    area: Rect,
    buf: &mut Buffer,
    stage: Stage<'_>,
    chosen: bool,
) {
    let bar = chosen.then(|| stage.theme.style(Role::Selected));
    if let Some(style) = bar {
        paint::fill(buf, area, style);
    }
    let over = |role: Role| stage.on_row(role, bar);
    stage.point(buf, area, bar);
    let all = row.keys();
    let keys = paint::width(&all).min(area.width / 3);
    let shown = paint::cut(&all, keys, stage.ascii);
    paint::text(buf, area.right() - keys, area.y, keys, &shown, over(Role::Key));
    let named = paint::cut(row.name, name.saturating_sub(1), stage.ascii);
    write_lit(buf, (area.x + 2, area.y, name), &named, (0, lit), (over(Role::Body), over(Role::Match)));
    let room = area.width.saturating_sub(name + keys + AIR);
    let role = if name > 0 { Role::Meta } else { Role::Body };
    let help = paint::cut(&row.help, room, stage.ascii);
    let at = (area.x + 2 + name, area.y, room);
    write_lit(buf, at, &help, (clusters(row.name) + 1, lit), (over(role), over(Role::Match)));
}

/// Writes a text, with the clusters that are `lit` in a style of their own. Its clusters are counted from
/// `first`.
fn write_lit(
    buf: &mut Buffer,
    (mut x, y, room): (u16, u16, u16),
    text: &str,
    (first, lit): (u32, &[u32]),
    (style, shine): (Style, Style),
) {
    let end = x.saturating_add(room);
    for (at, cluster) in (first..).zip(text.graphemes(true)) {
        let style = if lit.contains(&at) { shine } else { style };
        x += paint::text(buf, x, y, end.saturating_sub(x), cluster, style);
    }
}
