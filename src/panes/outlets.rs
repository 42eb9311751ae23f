//! Owns the view of outlets: who published and who is cited how often, since when, in which years. It
//! refuses to count.

use std::cmp::Reverse;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::listing::{Item, Listing};
use super::{Stage, paint};
use crate::library::fold::fold;
use crate::library::survey::{Outlet, Years};
use crate::words::Words;

/// Years a bar shows, the last ones.
const YEARS: usize = 16;
/// The heights of a bar, none first.
const BARS: [&str; 9] = ["·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
const PLAIN: [&str; 9] = [".", "1", "2", "3", "4", "5", "6", "7", "8"];

/// The outlets of the library.
#[derive(Debug)]
pub struct Outlets {
    all: Vec<Outlet>,
    by_name: bool,
    width: u16,
    listing: Listing,
}

impl Outlets {
    /// Lists outlets, the most met first.
    pub fn new(outlets: Vec<Outlet>, words: &Words) -> Self {
        let mut pane = Self { all: outlets, by_name: false, width: 0, listing: Listing::default() };
        pane.sort(words);
        pane
    }

    /// Sorts by name, or by count again.
    pub fn turn(&mut self, words: &Words) {
        self.by_name = !self.by_name;
        self.sort(words);
    }

    fn sort(&mut self, words: &Words) {
        if self.by_name {
            self.all.sort_by_cached_key(|outlet| fold(&outlet.name));
        } else {
            self.all.sort_by_cached_key(|outlet| (Reverse(outlet.weight()), fold(&outlet.name)));
        }
        self.listing = Listing::new(self.all.iter().map(|outlet| item(outlet, words)).collect());
        self.listing.fit(self.width);
    }

    /// Sets the lines for a screen of this width.
    pub fn fit(&mut self, width: u16) {
        self.width = width;
        self.listing.fit(width);
    }

    /// Moves the selection.
    pub fn move_by(&mut self, rows: isize) {
        self.listing.move_by(rows);
    }

    /// Returns the selected outlet.
    pub fn chosen(&self) -> Option<&Outlet> {
        self.all.get(self.listing.chosen())
    }

    /// Returns how far below the selection the entry is that is drawn on a line of so many inside the frame.
    pub fn away(&self, line: usize, height: usize) -> Option<isize> {
        self.listing.away(line, height)
    }

    /// Returns the size the pane would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        self.listing.size()
    }

    /// Draws the pane.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let heading = stage.words.count("outlets-heading", self.all.len());
        self.listing.draw(area, buf, stage, &heading);
    }
}

fn item(outlet: &Outlet, words: &Words) -> Item {
    let mut counts = Vec::new();
    if outlet.articles > 0 {
        counts.push(words.count("articles", outlet.articles));
    }
    if outlet.citations > 0 {
        counts.push(words.count("citations", outlet.citations));
    }
    let days = match (outlet.first, outlet.last) {
        (Some(first), Some(last)) if first == last => words.day(first),
        (Some(first), Some(last)) => format!("{} – {}", words.day(first), words.day(last)),
        _ => String::new(),
    };
    let days = paint::held(&days);
    // Of the articles it stands in, not of what it published.
    let days = if days.is_empty() { days } else { words.with("in-articles-of", &[("days", days.into())]) };
    let detail =
        if outlet.years.len() > 1 { format!("{days}   {}", bars(&outlet.years, words)) } else { days };
    Item { title: outlet.name.to_string(), aside: counts.join(words.point()), detail }
}

/// Draws a bar for each of the last years between the first and the last.
fn bars(years: &Years, words: &Words) -> String {
    let (Some((first, _)), Some((last, _))) = (years.first_key_value(), years.last_key_value()) else {
        return String::new();
    };
    let shown = i16::try_from(YEARS).unwrap_or(i16::MAX) - 1;
    let first = (*first).max(last.saturating_sub(shown));
    let most = years.values().max().copied().unwrap_or(1).max(1);
    let signs = if words.is_ascii() { PLAIN } else { BARS };
    let bar = |year: i16| {
        let count = years.get(&year).copied().unwrap_or(0);
        signs.get((count * 8).div_ceil(most)).copied().unwrap_or_default()
    };
    (first..=*last).map(bar).collect()
}
