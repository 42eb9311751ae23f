//! Owns the panel of everything the reader wrote and lit up, across the library. It refuses to open
//! articles and to change what is listed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::article::ArticleId;
use crate::marks::{Mark, Quote};
use crate::typeset::Role;

/// The widest the panel gets, in cells.
const WIDEST: u16 = 90;

/// The panel.
#[derive(Debug, Default)]
pub struct Notes {
    entries: Vec<Noted>,
    chosen: usize,
    width: u16,
    lines: Vec<Vec<(String, Role)>>,
}

/// A note or a highlight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The article.
    pub id: ArticleId,
    /// Its headline or, if that is not known, what is known of the article.
    headline: String,
    /// The words lit up; `None` for a note on the article as a whole.
    pub quote: Option<Quote>,
    note: String,
}

impl Notes {
    /// Adds what was written about an article, under what it is called.
    pub fn add(&mut self, id: ArticleId, headline: &str, mark: Mark) {
        let whole = mark.note.map(|note| Noted { id, headline: headline.to_owned(), quote: None, note });
        let lit = mark.highlights.into_iter();
        let lit = lit.map(|lit| Noted {
            id,
            headline: headline.to_owned(),
            quote: Some(lit.quote),
            note: lit.note,
        });
        self.entries.extend(whole.into_iter().chain(lit));
    }

    /// Says whether nothing was written or lit up.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns the selected entry.
    pub fn chosen(&self) -> Option<&Noted> {
        self.entries.get(self.chosen)
    }

    /// The selected note says something else now; one on a whole article that says nothing is gone.
    pub fn rewrite(&mut self, text: &str) {
        let Some(noted) = self.entries.get_mut(self.chosen) else { return };
        text.clone_into(&mut noted.note);
        if noted.quote.is_none() && text.is_empty() {
            self.entries.remove(self.chosen);
            self.move_by(0);
        }
    }

    /// Moves the selection.
    pub fn move_by(&mut self, lines: isize) {
        self.chosen = self.chosen.saturating_add_signed(lines).min(self.entries.len().saturating_sub(1));
    }

    /// Sets the lines for a screen of this width.
    pub fn fit(&mut self, width: u16) {
        self.width = width.saturating_sub(2).min(WIDEST);
        let room = self.width.saturating_sub(8).max(1);
        let mut before = None;
        self.lines.clear();
        for entry in &self.entries {
            let set = |text: &str, role| paint::wrap(text, room).into_iter().map(move |line| (line, role));
            let mut lines = Vec::new();
            if before.replace(entry.id) != Some(entry.id) {
                lines.extend(set(&entry.headline, Role::Headline));
            }
            if let Some(quote) = &entry.quote {
                lines.extend(set(&format!("“{}”", quote.exact), Role::Quote));
            }
            lines.extend(entry.note.lines().flat_map(|line| set(line, Role::Note)));
            self.lines.push(lines);
        }
    }

    /// Returns which entry is drawn on line `line` of the `height` lines inside the frame, counted from the
    /// selected one (negative: above it); `None` if there is none.
    pub fn away(&self, line: usize, height: usize) -> Option<isize> {
        paint::entries_away(&self.lines, self.chosen, height, line)
    }

    /// Returns the size the panel would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        let lines: usize = self.lines.iter().map(Vec::len).sum();
        (self.width, u16::try_from(lines + 2).unwrap_or(u16::MAX))
    }

    /// Draws the panel.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let heading = stage.words.count("notes-heading", self.entries.len());
        let (frame, bold) = (stage.theme.style(Role::Overlay), stage.theme.style(Role::Crosshead));
        let inside = paint::frame(buf, area, &heading, frame, bold, stage.ascii);
        let mut y = inside.y;
        let first = paint::first_whole(&self.lines, self.chosen, usize::from(inside.height));
        let mut left_out = false;
        for (index, lines) in self.lines.iter().enumerate().skip(first) {
            let room = inside.bottom().saturating_sub(y);
            let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(room);
            left_out = usize::from(height) < lines.len();
            if height == 0 {
                break;
            }
            draw_entry(lines, Rect { y, height, ..inside }, buf, stage, index == self.chosen);
            y += height;
        }
        paint::more(buf, area, (first > 0, left_out), frame, stage.ascii);
    }
}

fn draw_entry(lines: &[(String, Role)], area: Rect, buf: &mut Buffer, stage: Stage<'_>, chosen: bool) {
    let bar = chosen.then(|| stage.theme.style(Role::Selected));
    let first = lines.iter().position(|(_, role)| *role != Role::Headline);
    for (y, (line, role)) in (area.top()..area.bottom()).zip(lines) {
        let is_heading = *role == Role::Headline;
        let bar = bar.filter(|_| !is_heading);
        let row = Rect { y, height: 1, ..area };
        if let Some(style) = bar {
            paint::fill(buf, row, style);
        }
        // One sign for one entry, however many lines it takes.
        stage.point(buf, row, bar.filter(|_| first == Some(usize::from(y - area.y))));
        let x = area.x + if is_heading { 0 } else { 2 };
        paint::text(buf, x, y, area.right().saturating_sub(x), line, stage.on_row(*role, bar));
    }
}
