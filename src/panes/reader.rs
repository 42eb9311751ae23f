//! Owns the open article: its column at the width at hand, where the reader is in it, and what is
//! being looked for in it. It refuses to load articles and to mark them.

mod ahead;
mod bar;
mod find;
mod links;
mod own;
mod passage;
mod pictures;
mod shine;
mod view;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use ratatui::layout::Rect;

use crate::article::{Article, ArticleId};
use crate::typeset::{Column, Composed, Page, Setting, Surface, typeset};
use crate::words::Locale;

pub use find::Find;
pub use links::Linked;
pub use own::Own;
pub use passage::{Passage, PassageStep};
pub use pictures::{Picture, draw_pictures};
pub use view::draw;

/// The narrowest and widest measure a reader may choose, in cells.
pub const MEASURES: std::ops::RangeInclusive<u16> = 30..=120;
/// Lines that stay on the screen when a page is turned.
const OVERLAP: usize = 2;

/// The pane of the open article.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "answers to questions that do not exclude each other")]
pub struct Reader {
    open: Option<Open>,
    /// The article that is at hand before it is asked for.
    ahead: Option<(ArticleId, PathBuf, Composed)>,
    /// Cells of the measure the reader likes; lines are shorter where the pane is narrower.
    pub measure: u16,
    /// Whether leftovers are unfolded.
    pub leftovers: bool,
    /// What is looked for in the article.
    pub find: Option<Find>,
    /// Words being chosen, to be lit up or noted.
    pub passage: Option<Passage>,
    own: Own,
    /// Where in the prose each highlight was found, with its index among the reader's highlights.
    highlit: Vec<(Range<usize>, usize)>,
    /// Whether lines are filled to the measure.
    pub justify: bool,
    /// The language of what newsprint itself says on the page.
    pub locale: Locale,
    /// What the terminal does with characters.
    pub surface: Surface,
    ascii: bool,
    area: Rect,
    /// Index of the line at the top.
    top: usize,
    /// Byte offset into the prose of the word the reader brought to the top; outlives resizes.
    anchor: usize,
    /// The link that is lit, with its index among all links.
    lit: Option<(usize, Linked)>,
    /// The letters on the links that show.
    letters: Vec<(String, Linked)>,
    /// The line where reading goes on after a page was turned.
    goes_on: Option<usize>,
    /// The pictures that are there, by their place.
    pictures: BTreeMap<String, Picture>,
    /// Whether they are still to be asked for.
    is_bare: bool,
}

/// An article and its column.
#[derive(Debug)]
pub struct Open {
    /// Who the article is.
    pub id: ArticleId,
    /// The file it is in.
    pub path: PathBuf,
    /// The article.
    pub article: Box<Article>,
    /// Its lines at the setting below.
    pub column: Column,
    /// How long it takes to read, in minutes, counted once.
    pub minutes: usize,
    setting: Setting,
}

impl Reader {
    /// Makes an empty pane.
    pub fn new(measure: u16, ascii: bool) -> Self {
        Self { measure: measure.clamp(*MEASURES.start(), *MEASURES.end()), ascii, ..Self::default() }
    }

    /// Shows an article from `place` (a byte offset into its prose) on; it is set anew if it was set for
    /// another page.
    pub fn show(&mut self, id: ArticleId, path: PathBuf, article: Composed, place: usize) {
        let Composed { article, column, minutes, setting } = article.on(self.page());
        self.forget_pictures();
        self.open = Some(Open { id, path, article, column, minutes, setting });
        self.anchor = place;
        self.find = None;
        self.lit = None;
        self.goes_on = None;
        self.passage = None;
        (self.own, self.highlit) = (Own::default(), Vec::new());
        self.top = self.line_of(place).min(self.last_top());
    }

    /// The file of the article is elsewhere now.
    pub fn moved(&mut self, path: PathBuf) {
        if let Some(open) = &mut self.open {
            open.path = path;
        }
    }

    /// Closes the article.
    pub fn close(&mut self) {
        self.open = None;
        self.find = None;
    }

    /// Tells the pane its place on the screen; the word at the top stays at the top.
    pub fn fit(&mut self, area: Rect) {
        self.area = area;
        self.set_anew_if_stale();
    }

    /// Sets the article again if anything about the setting changed.
    pub fn set_anew_if_stale(&mut self) {
        let setting = self.open.as_ref().map(|open| self.page().setting(&open.article));
        let stale = self.open.as_mut().filter(|open| Some(open.setting) != setting);
        if let (Some(open), Some(setting)) = (stale, setting) {
            (self.pictures, self.is_bare) = (BTreeMap::new(), true);
            open.column = typeset(&open.article, setting);
            open.setting = setting;
            if let Some(find) = &mut self.find {
                find.search(&open.column.prose);
            }
            self.goes_on = None;
            self.inscribe();
            self.relight();
        }
        self.top = self.line_of(self.anchor).min(self.last_top());
    }

    /// Widens the measure by `cells`, or narrows it if they are negative; returns the new one.
    pub fn widen(&mut self, cells: i16) -> u16 {
        self.measure = self.measure.saturating_add_signed(cells).clamp(*MEASURES.start(), *MEASURES.end());
        self.set_anew_if_stale();
        self.measure
    }

    /// Scrolls by so many lines; says whether anything moved.
    pub fn scroll(&mut self, lines: isize) -> bool {
        self.go_to(self.top.saturating_add_signed(lines))
    }

    /// Turns pages; two lines of the page before stay.
    pub fn turn_pages(&mut self, pages: isize) -> bool {
        let page = self.height().saturating_sub(OVERLAP).max(1);
        let next = self.top + self.height();
        let moved = self.scroll(pages.saturating_mul(isize::try_from(page).unwrap_or(1)));
        self.goes_on = self.first_said(next).filter(|_| moved && pages == 1);
        moved
    }

    /// Returns the first line from this one on that has words.
    fn first_said(&self, line: usize) -> Option<usize> {
        let lines = self.open.as_ref()?.column.lines.iter().enumerate().skip(line);
        let says = |span: &crate::typeset::Span| span.at.is_some();
        lines.into_iter().find(|(_, line)| line.spans.iter().any(says)).map(|(number, _)| number)
    }

    /// Scrolls by half screens.
    pub fn turn_half_pages(&mut self, halves: isize) -> bool {
        let half = (self.height() / 2).max(1);
        self.scroll(halves.saturating_mul(isize::try_from(half).unwrap_or(1)))
    }

    /// Brings a line to the top; says whether anything moved.
    pub fn go_to(&mut self, line: usize) -> bool {
        let before = self.top;
        self.goes_on = None;
        self.top = line.min(self.last_top());
        let column = self.open.as_ref().map(|open| &open.column);
        self.anchor = column.and_then(|c| c.lines.get(self.top)).map_or(0, |line| line.start);
        self.top != before
    }

    /// Brings the line with the word at this byte offset of the prose to the top.
    pub fn go_to_offset(&mut self, offset: usize) {
        self.go_to(self.line_of(offset));
    }

    /// Returns the heading that the line at the top stands under.
    pub fn section(&self) -> Option<&str> {
        let crossheads = &self.open.as_ref()?.column.crossheads;
        let before = crossheads.partition_point(|(line, _)| *line <= self.top);
        crossheads.get(before.checked_sub(1)?).map(|(_, words)| words.as_str())
    }

    /// Brings the word at this byte offset of the prose into sight, a third from the top if it was not.
    pub fn reveal(&mut self, offset: usize) {
        let line = self.line_of(offset);
        if !(self.top..self.top + self.height()).contains(&line) {
            self.go_to(line.saturating_sub(self.height() / 3));
        }
    }

    /// Goes to the next or previous crosshead.
    pub fn crosshead(&mut self, forward: bool) -> bool {
        let Some(open) = &self.open else { return false };
        let mut lines = open.column.crossheads.iter().map(|(line, _)| *line);
        let found = if forward { lines.find(|l| *l > self.top) } else { lines.rev().find(|l| *l < self.top) };
        found.is_some_and(|line| self.go_to(line))
    }

    /// Returns the open article.
    pub fn open(&self) -> Option<&Open> {
        self.open.as_ref()
    }

    /// Says whether this article is the one shown.
    pub fn shows(&self, id: ArticleId) -> bool {
        self.open.as_ref().is_some_and(|open| open.id == id)
    }

    /// Says whether the end of the body is on the screen, or was passed.
    pub fn is_at_end(&self) -> bool {
        self.open.as_ref().is_some_and(|open| self.top + self.height() >= open.column.body_end)
    }

    /// Says whether there is nothing left to turn to.
    pub fn is_at_bottom(&self) -> bool {
        self.top >= self.last_top()
    }

    /// Returns where the reader is: byte offset of the word at the top, and how much of the body has
    /// been on the screen, in per mille.
    pub fn place(&self) -> (usize, u16) {
        let Some(open) = &self.open else { return (0, 0) };
        let end = open.column.body_end.max(1);
        let seen = (self.top + self.height()).min(end);
        (self.anchor, u16::try_from(seen * 1000 / end).unwrap_or(1000))
    }

    /// Returns how many lines show at once.
    pub fn height(&self) -> usize {
        usize::from(self.area.height.max(1))
    }

    /// Returns the index of the line at the top.
    pub fn top(&self) -> usize {
        self.top
    }

    /// Returns the columns and rows of the pictures that are there.
    fn sizes(&self) -> BTreeMap<String, (u16, u16)> {
        self.pictures.iter().map(|(place, picture)| (place.clone(), picture.size())).collect()
    }

    fn last_top(&self) -> usize {
        let lines = self.open.as_ref().map_or(0, |open| open.column.lines.len());
        lines.saturating_sub(self.height())
    }

    /// The line on which the word at this byte offset stands.
    fn line_of(&self, offset: usize) -> usize {
        let Some(open) = &self.open else { return 0 };
        if offset == 0 {
            return 0;
        }
        open.column.lines.partition_point(|line| line.start <= offset).saturating_sub(1)
    }

    /// Returns how articles are to be set for this pane.
    pub fn page(&self) -> Page {
        Page {
            measure: self.measure,
            room: view::room(self.area),
            ascii: self.ascii,
            leftovers: self.leftovers,
            justify: self.justify,
            locale: self.locale,
            surface: self.surface,
        }
    }
}
