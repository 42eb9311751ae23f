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

    /// Says whether a picture may be on the screen.
    pub fn has_pictures(&self) -> bool {
        !self.pictures.is_empty()
    }

    /// Lets go of the pictures: the terminal may have lost them. They are to be asked for again.
    pub fn forget_pictures(&mut self) {
        self.pictures.clear();
        self.is_bare = true;
    }

    /// Says, once, whether the pictures of the open article are still to be asked for.
    pub fn take_bare(&mut self) -> bool {
        std::mem::take(&mut self.is_bare)
    }

    /// Returns the cells a line of the open article may take.
    pub fn columns(&self) -> Option<u16> {
        self.open.as_ref().map(|open| open.setting.width)
    }
}

/// Draws the pictures that show in `area`, once everything else is drawn: `page` is the screen as it was
/// when the page was. What was laid over a picture since stays, and the rest of that picture is drawn in
/// cells: a terminal cannot draw a part of one.
pub fn draw_pictures(reader: &Reader, area: Rect, page: &Buffer, buf: &mut Buffer) {
    let Some(open) = &reader.open else { return };
    let x = super::view::left(area, open.setting.width);
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
        let top = y(first.max(shown.start));
        let place = Rect::new(left, top, columns, y(end.min(shown.end)) - top).intersection(area);
        let is_free = place.positions().all(|at| buf.cell(at) == page.cell(at));
        let fits = (place.width, place.height) == (columns, rows);
        if let Some(whole) = picture.0.whole.as_ref().filter(|_| is_free && fits) {
            Image::new(whole).render(place, buf);
            continue;
        }
        let mut scratch = Buffer::empty(Rect::new(0, 0, columns, rows));
        Image::new(&picture.0.cells).render(scratch.area, &mut scratch);
        let above = u16::try_from(shown.start.saturating_sub(first)).unwrap_or(0);
        for at in place.positions() {
            let from = scratch.cell((at.x - left, at.y - top + above));
            let (Some(from), Some(to)) = (from, buf.cell_mut(at)) else { continue };
            if page.cell(at) == Some(&*to) {
                *to = from.clone();
            }
        }
    }
}
