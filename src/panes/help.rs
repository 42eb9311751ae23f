//! Owns the overlay of all keys, which can be searched. It draws the rows it is handed and refuses
//! to know what they do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::line::Line;
use super::{Stage, paint};
use crate::typeset::Role;

/// One command as the help and the palette show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpRow {
    /// Where the command applies, as a heading.
    pub place: &'static str,
    /// The command's name in config and palette.
    pub name: &'static str,
    /// The keys, ready to print.
    pub keys: String,
    /// What it does.
    pub help: &'static str,
}

/// The overlay.
#[derive(Debug, Default)]
pub struct Help {
    rows: Vec<HelpRow>,
    /// What the reader types to narrow the rows.
    pub line: Line,
    top: usize,
}

/// A line of the overlay: a heading or a row.
enum Drawn<'a> {
    Heading(&'static str),
    Row(&'a HelpRow),
}

impl Help {
    /// Shows these rows.
    pub fn new(rows: Vec<HelpRow>) -> Self {
        Self { rows, ..Self::default() }
    }

    /// Scrolls by lines.
    pub fn scroll(&mut self, lines: isize) {
        let total = self.drawn().len();
        self.top = self.top.saturating_add_signed(lines).min(total.saturating_sub(1));
    }

    /// Goes back to the first row, after the search changed.
    pub fn rewind(&mut self) {
        self.top = 0;
    }

    /// Returns the size the overlay would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        (78, u16::try_from(self.drawn().len() + 4).unwrap_or(u16::MAX))
    }

    fn drawn(&self) -> Vec<Drawn<'_>> {
        let wanted = self.line.text().to_lowercase();
        let fits = |row: &&HelpRow| {
            wanted.split_whitespace().all(|word| {
                [row.keys.as_str(), row.name, row.help].iter().any(|text| text.to_lowercase().contains(word))
            })
        };
        let mut out = Vec::new();
        let mut place = "";
        for row in self.rows.iter().filter(fits) {
            if row.place != place {
                place = row.place;
                out.push(Drawn::Heading(place));
            }
            out.push(Drawn::Row(row));
        }
        out
    }

    /// Draws the overlay.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let theme = stage.theme;
        let inside = paint::frame(
            buf,
            area,
            "Keys",
            theme.style(Role::Overlay),
            theme.style(Role::Crosshead),
            stage.ascii,
        );
        let prompt = if self.line.text().is_empty() {
            "type to search".to_owned()
        } else {
            self.line.text().to_owned()
        };
        paint::text(buf, inside.x, inside.y, inside.width, &prompt, theme.style(Role::Prompt));
        let drawn = self.drawn();
        let rows = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
        let top = self.top.min(drawn.len().saturating_sub(usize::from(rows.height)));
        let keys = (rows.width / 3).clamp(8, 22);
        for (y, line) in (rows.top()..rows.bottom()).zip(drawn.iter().skip(top)) {
            match line {
                Drawn::Heading(place) => {
                    paint::text(buf, rows.x, y, rows.width, place, theme.style(Role::Crosshead));
                }
                Drawn::Row(row) => {
                    let shown = paint::cut(&row.keys, keys - 3, stage.ascii);
                    paint::text(buf, rows.x + 2, y, keys - 2, &shown, theme.style(Role::Key));
                    let room = rows.width.saturating_sub(keys);
                    let help = paint::cut(row.help, room, stage.ascii);
                    paint::text(buf, rows.x + keys, y, room, &help, theme.style(Role::Body));
                }
            }
        }
        if drawn.is_empty() {
            paint::text(buf, rows.x, rows.y, rows.width, "nothing by that name", theme.style(Role::Meta));
        }
    }
}
