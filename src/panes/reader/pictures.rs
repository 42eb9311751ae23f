//! Owns the pictures of the open article once they are decoded: where they stand on the page and how
//! they are drawn, whole or in part. It refuses to find, read and decode them.

use std::fmt;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;
use ratatui_image::Image;
use ratatui_image::protocol::Protocol;

use super::Reader;
use crate::typeset::typeset_with;

/// A decoded picture, ready for a terminal.
#[derive(Clone)]
pub struct Picture(Arc<Forms>);

/// The forms a picture is drawn in.
struct Forms {
    /// As the terminal draws it best, where that is better than cells.
    whole: Option<Protocol>,
    /// In half blocks, of which any row can be drawn alone.
    cells: Protocol,
}

impl Picture {
    /// Takes the encoded forms of a picture.
    pub fn new(whole: Option<Protocol>, cells: Protocol) -> Self {
        Self(Arc::new(Forms { whole, cells }))
    }

    /// Returns the columns and rows it takes.
    pub fn size(&self) -> (u16, u16) {
        let size = self.0.whole.as_ref().unwrap_or(&self.0.cells).size();
        (size.width, size.height)
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Picture").field(&self.size()).finish()
    }
}

impl Reader {
    /// Puts a picture in its place; the word at the top stays at the top.
    pub fn picture(&mut self, place: String, picture: Picture) {
        self.pictures.insert(place, picture);
        let sizes = self.sizes();
        let Some(open) = &mut self.open else { return };
        open.column = typeset_with(&open.article, open.setting, &sizes);
        if let Some(find) = &mut self.find {
            find.search(&open.column.prose);
        }
        self.relight();
        self.top = self.line_of(self.anchor).min(self.last_top());
    }

    /// Returns the cells a line of the open article may take.
    pub fn columns(&self) -> Option<u16> {
        self.open.as_ref().map(|open| open.setting.width)
    }
}

/// Draws the pictures that show, from column `x` on.
pub(super) fn draw(reader: &Reader, x: u16, area: Rect, buf: &mut Buffer) {
    let Some(open) = &reader.open else { return };
    for placed in &open.column.pictures {
        let Some(picture) = reader.pictures.get(&placed.place) else { continue };
        let (columns, rows) = picture.size();
        let shown = reader.top..reader.top + usize::from(area.height);
        let (first, end) = (placed.line, placed.line + usize::from(rows));
        if end <= shown.start || first >= shown.end {
            continue;
        }
        let y = |line: usize| area.y + u16::try_from(line - shown.start).unwrap_or(0);
        let left = x + placed.indent;
        if let Some(whole) = picture.0.whole.as_ref().filter(|_| first >= shown.start && end <= shown.end) {
            Image::new(whole).render(Rect::new(left, y(first), columns, rows).intersection(area), buf);
            continue;
        }
        let mut scratch = Buffer::empty(Rect::new(0, 0, columns, rows));
        Image::new(&picture.0.cells).render(scratch.area, &mut scratch);
        for line in first.max(shown.start)..end.min(shown.end) {
            for column in 0..columns.min(area.right().saturating_sub(left)) {
                let row = u16::try_from(line - first).unwrap_or(0);
                if let (Some(from), Some(to)) =
                    (scratch.cell((column, row)), buf.cell_mut((left + column, y(line))))
                {
                    *to = from.clone();
                }
            }
        }
    }
}
