//! Owns the list of articles that are like the open one, with the reason for each. It refuses to find
//! them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::listing::{Item, Listing};
use super::{Stage, day};
use crate::article::ArticleId;
use crate::library::Row;
use crate::library::survey::{Reason, Related as Found};
use crate::words::Words;

/// Articles that are like one.
#[derive(Debug)]
pub struct Related {
    ids: Vec<ArticleId>,
    listing: Listing,
}

impl Related {
    /// Lists what was found.
    pub fn new(found: &[Found], words: &Words) -> Self {
        let item = |related: &Found| Item {
            figure: String::new(),
            title: related.row.headline.to_string(),
            aside: String::new(),
            detail: format!("{}\n{}", reason(&related.reason, words), about(&related.row, words)),
        };
        let ids = found.iter().map(|related| related.row.id).collect();
        Self { ids, listing: Listing::new(found.iter().map(item).collect()) }
    }

    /// Sets the lines for a screen of this width.
    pub fn fit(&mut self, width: u16) {
        self.listing.fit(width);
    }

    /// Moves the selection.
    pub fn move_by(&mut self, rows: isize) {
        self.listing.move_by(rows);
    }

    /// Returns the selected article.
    pub fn chosen(&self) -> Option<ArticleId> {
        self.ids.get(self.listing.chosen()).copied()
    }

    /// Returns which entry is drawn on line `line` of the `height` lines inside the frame, counted from the
    /// selected one (negative: above it); `None` if there is none.
    pub fn away(&self, line: usize, height: usize) -> Option<isize> {
        self.listing.away(line, height)
    }

    /// Returns the size the pane would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        self.listing.size()
    }

    /// Draws the pane.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let heading = stage.words.count("related-heading", self.ids.len());
        self.listing.draw(area, buf, stage, &heading);
    }
}

fn reason(reason: &Reason, words: &Words) -> String {
    let mut parts = Vec::new();
    if reason.sources > 0 {
        parts.push(words.count("shares-sources", reason.sources));
    }
    if reason.cites {
        parts.push(words.say("one-cites-other").to_owned());
    }
    if !reason.words.is_empty() {
        parts.push(words.with("both-mention", &[("words", reason.words.join(", ").into())]));
    }
    parts.join(words.point())
}

/// The quiet line about an article: day and outlet.
fn about(row: &Row, words: &Words) -> String {
    let day = row.published.map(|published| day::short(published, words));
    let parts = [day, row.outlet.as_ref().map(ToString::to_string)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(words.point())
}
