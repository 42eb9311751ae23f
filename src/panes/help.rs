//! Owns the overlay of all keys, which can be searched. It draws the rows it is handed and refuses
//! to know what they do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::command_row::CommandRow;
use super::line::Line;
use super::{Stage, paint};
use crate::typeset::Role;

/// The overlay.
#[derive(Debug, Default)]
pub struct Help {
    rows: Vec<CommandRow>,
    /// What the reader types to narrow the rows.
    pub line: Line,
    /// Cells the overlay may take.
    width: u16,
    drawn: Vec<Drawn>,
    top: usize,
}

/// A line of the overlay.
#[derive(Debug)]
enum Drawn {
    /// The heading of a place.
    Heading(String),
    /// Keys, empty behind the first line of a command, and what the command does.
    Row(String, String),
}

/// The widest the overlay gets, in cells.
const WIDEST: u16 = 84;
/// Cells of the frame and of the air inside it.
const FRAME: u16 = 4;

impl Help {
    /// Shows these rows.
    pub fn new(rows: Vec<CommandRow>) -> Self {
        Self { rows, ..Self::default() }
    }

    /// Sets the lines for a screen of this width, and for what is typed.
    pub fn fit(&mut self, width: u16) {
        self.width = width.saturating_sub(2).min(WIDEST);
        let room = self.width.saturating_sub(FRAME + self.keys()).max(1);
        let wanted = self.line.text().to_lowercase();
        let fits = |row: &&CommandRow| {
            wanted.split_whitespace().all(|word| {
                [&row.keys(), row.name, &row.help].iter().any(|text| text.to_lowercase().contains(word))
            })
        };
        let mut drawn = Vec::new();
        let mut place = "";
        for row in self.rows.iter().filter(fits) {
            if row.place != place {
                place = &row.place;
                drawn.push(Drawn::Heading(place.to_owned()));
            }
            // Keys that are pressed one after another stay on one line: half of them is another key.
            let held: Vec<String> = row.keys.iter().map(|keys| paint::held(keys)).collect();
            let mut keys = paint::wrap(&held.join("  "), self.keys().saturating_sub(3)).into_iter();
            let mut help = paint::wrap(&row.help, room).into_iter();
            loop {
                let line = (keys.next(), help.next());
                if line == (None, None) {
                    break;
                }
                drawn.push(Drawn::Row(line.0.unwrap_or_default(), line.1.unwrap_or_default()));
            }
        }
        self.drawn = drawn;
        self.top = 0;
    }

    /// Scrolls by lines.
    pub fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines).min(self.drawn.len().saturating_sub(1));
    }

    /// Returns the size the overlay would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        (self.width, u16::try_from(self.drawn.len() + 4).unwrap_or(u16::MAX))
    }

    /// Cells of the column of keys.
    fn keys(&self) -> u16 {
        (self.width / 3).clamp(8, 24)
    }

    /// Draws the overlay.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let theme = stage.theme;
        let inside = paint::frame(
            buf,
            area,
            stage.words.say("keys"),
            theme.style(Role::Overlay),
            theme.style(Role::Crosshead),
            stage.ascii,
        );
        let (prompt, role) = match self.line.text() {
            "" => (stage.words.say("type-to-search"), Role::Meta),
            typed => (typed, Role::Prompt),
        };
        paint::text(buf, inside.x, inside.y, inside.width, prompt, theme.style(role));
        let rows = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
        let top = self.top.min(self.drawn.len().saturating_sub(usize::from(rows.height)));
        let is_more = (top > 0, top + usize::from(rows.height) < self.drawn.len());
        paint::more(buf, area, is_more, theme.style(Role::Overlay), stage.ascii);
        for (y, line) in (rows.top()..rows.bottom()).zip(self.drawn.iter().skip(top)) {
            match line {
                Drawn::Heading(place) => {
                    paint::text(buf, rows.x, y, rows.width, place, theme.style(Role::Crosshead));
                }
                Drawn::Row(keys, help) => {
                    paint::text(buf, rows.x + 2, y, self.keys(), keys, theme.style(Role::Key));
                    let room = rows.width.saturating_sub(self.keys());
                    paint::text(buf, rows.x + self.keys(), y, room, help, theme.style(Role::Body));
                }
            }
        }
        if self.drawn.is_empty() {
            let nothing = stage.words.say("nothing-by-that-name");
            paint::text(buf, rows.x, rows.y, rows.width, nothing, theme.style(Role::Meta));
        }
    }
}
