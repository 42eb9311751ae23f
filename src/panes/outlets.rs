//! Owns the view of outlets: who published and who is cited how often, since when, in which years. It
//! refuses to count.

use std::cmp::Reverse;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::listing::{Head, Item, Listing};
use super::{Stage, paint};
use crate::library::fold::fold;
use crate::library::survey::{Outlet, Years};
use crate::words::Words;

/// Years the bars show at most, the last ones.
const YEARS: usize = 16;
/// The heights of a bar, none first.
const BARS: [&str; 9] = ["·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

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
        let axis = Axis::of(&self.all);
        let items = self.all.iter().map(|outlet| item(outlet, axis.as_ref(), words)).collect();
        self.listing = Listing::new(items).under(axis.map(|axis| axis.head(words)));
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
        let heading = stage.words.count("outlets-heading", self.all.len());
        self.listing.draw(area, buf, stage, &heading);
    }
}

fn item(outlet: &Outlet, axis: Option<&Axis>, words: &Words) -> Item {
    let mut counts = Vec::new();
    if outlet.articles > 0 {
        counts.push(words.count("articles", outlet.articles));
    }
    if outlet.citations > 0 {
        counts.push(words.count("citations", outlet.citations));
    }
    let days = match (outlet.first, outlet.last) {
        (Some(first), Some(last)) if first == last => words.day(first),
        (Some(first), Some(last)) => format!("{} {} {}", words.day(first), dash(words), words.day(last)),
        _ => String::new(),
    };
    let figure = axis.map(|axis| axis.bars(&outlet.years, words)).unwrap_or_default();
    let (title, aside) = (outlet.name.to_string(), counts.join(words.point()));
    Item { title, aside, detail: paint::held(&days), figure }
}

fn dash(words: &Words) -> &'static str {
    if words.is_ascii() { "-" } else { "–" }
}

/// The years all bars share, and how much the highest of them stands for.
struct Axis {
    first: i16,
    last: i16,
    most: usize,
}

impl Axis {
    /// The last years of the library; nothing where there is one only, for then no bar says more than another.
    fn of(outlets: &[Outlet]) -> Option<Self> {
        let years = || outlets.iter().flat_map(|outlet| &outlet.years);
        let last = years().map(|(year, _)| *year).max()?;
        let shown = i16::try_from(YEARS).unwrap_or(i16::MAX) - 1;
        let first = years().map(|(year, _)| *year).min()?.max(last.saturating_sub(shown));
        let most = years().filter(|(year, _)| **year >= first).map(|(_, count)| *count).max()?;
        (first < last).then_some(Self { first, last, most: most.max(1) })
    }

    /// Writes the heading of the rows, and the first and the last year over the bars.
    fn head(&self, words: &Words) -> Head {
        let apart = usize::try_from(self.last - self.first + 1).unwrap_or(0).saturating_sub(8);
        let between = if apart > 1 { " ".repeat(apart) } else { dash(words).to_owned() };
        (words.say("in-articles-of").to_owned(), format!("{}{between}{}", self.first, self.last))
    }

    /// Draws a bar for each year.
    fn bars(&self, years: &Years, words: &Words) -> String {
        let signs: &[&str] = if words.is_ascii() { &paint::RAMP } else { &BARS };
        let bar = |year: i16| {
            let count = years.get(&year).copied().unwrap_or(0);
            signs.get((count * (signs.len() - 1)).div_ceil(self.most)).copied().unwrap_or_default()
        };
        (self.first..=self.last).map(bar).collect()
    }
}
