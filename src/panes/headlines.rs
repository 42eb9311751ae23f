//! Owns the list of headlines: which query it shows, which rows it knows, which one is selected. It
//! refuses to hold the library: it holds the rows around what is on the screen and asks for more.

mod answers;
mod choice;
mod view;

use crate::article::ArticleId;
use crate::library::{Order, OrderBy, Query, Request, Row, View, Window};

pub use view::{draw, row_height};

/// The list of headlines.
#[derive(Debug, Default)]
pub struct Headlines {
    /// What the reader typed to choose articles.
    pub words: String,
    /// What they are called, where the reader went to a section or a saved search.
    pub name: Option<String>,
    /// The order.
    pub order: Order,
    query: Query,
    /// Articles that stay in the list although they no longer fit it.
    keep: Vec<ArticleId>,
    /// Articles picked one by one.
    picked: Vec<ArticleId>,
    /// Where a range began: the article, and its last known position.
    range: Option<(ArticleId, usize)>,
    rows: View,
    generation: u64,
    /// The selected article, once its row is known.
    selected: Option<ArticleId>,
    /// Where the selection stands in the list, from 0.
    position: usize,
    /// How many rows the selection moved by last; `None` before it moved.
    step: isize,
    /// Position of the first row on the screen.
    top: usize,
    /// Lines of the pane.
    height: u16,
    /// Rows on a screen.
    page: usize,
    /// Whether the reader chose the selected article; until then the first row is selected, whichever it is.
    chosen: bool,
    /// The article the reader chose, which stays selected whatever arrives above and below it.
    anchor: Option<ArticleId>,
    /// The article around which rows were asked for last, if it was for one.
    around: Option<ArticleId>,
    /// Whether the library has answered at all.
    answered: bool,
}

impl Headlines {
    /// Makes an empty list in this order.
    pub fn new(order: Order) -> Self {
        Self { order, ..Self::default() }
    }

    /// Shows another query. `stay` keeps the selection where the list still has it; otherwise the
    /// first row is selected.
    pub fn show(&mut self, words: &str, query: Query, stay: bool) -> (u64, Request) {
        words.clone_into(&mut self.words);
        self.name = None;
        self.query = query;
        self.page = self.rows_shown();
        self.keep.clear();
        self.end_choice();
        if !stay {
            self.chosen = false;
            (self.selected, self.anchor) = (None, None);
            self.position = 0;
            self.step = 0;
            self.top = 0;
        }
        self.refresh()
    }

    /// Begins with another library: nothing is known of it, and no answer about the old one is taken.
    pub fn restart(&mut self) {
        let (order, generation, height) = (self.order, self.generation + 1, self.height);
        *self = Self { order, generation, height, ..Self::default() };
        self.page = self.rows_shown();
    }

    /// Selects an article that the next answer is expected to have.
    pub fn select_later(&mut self, id: Option<ArticleId>) {
        self.chosen = id.is_some();
        (self.selected, self.anchor) = (id, id);
    }

    /// An article goes by another id from now on: it stays what it was to the list.
    pub fn rename(&mut self, was: ArticleId, id: ArticleId) {
        let own = [self.selected.as_mut(), self.anchor.as_mut()].into_iter().flatten();
        own.chain(&mut self.keep)
            .chain(&mut self.picked)
            .filter(|known| **known == was)
            .for_each(|known| *known = id);
    }

    /// Holds on to the selected article: the reader has seen it and does something.
    pub fn settle(&mut self) {
        if self.selected.is_some() {
            self.chosen = true;
            self.anchor = self.selected;
        }
    }

    /// Sorts by the next of the orders.
    pub fn next_order(&mut self) {
        let by = match self.order.by {
            OrderBy::Date => OrderBy::Unread,
            OrderBy::Unread => OrderBy::Title,
            OrderBy::Title => OrderBy::Outlet,
            OrderBy::Outlet => OrderBy::Relevance,
            OrderBy::Relevance => OrderBy::Date,
        };
        self.order = Order { by, ..self.order };
    }

    /// Keeps an article in the list until another query is shown, whatever becomes of its marks.
    pub fn hold(&mut self, id: ArticleId) {
        self.settle();
        if !self.keep.contains(&id) {
            self.keep.push(id);
        }
    }

    /// Lets go of the articles held, as a refresh by the reader does.
    pub fn let_go(&mut self) {
        self.keep.clear();
    }

    /// Goes on to a neighbour of the selected article if that is one of those leaving the list.
    pub fn leave(&mut self, leaving: &[ArticleId]) {
        self.keep.retain(|id| !leaving.contains(id));
        let stays = |row: &&Row| !leaving.contains(&row.id);
        if self.selected.is_some_and(|id| leaving.contains(&id)) {
            let at = self.position.saturating_sub(self.rows.first);
            let below = self.rows.rows.iter().skip(at).find(stays);
            let above = || self.rows.rows.iter().take(at).rev().find(stays);
            self.selected = below.or_else(above).map(|row| row.id);
            self.anchor = self.selected;
            self.chosen = self.selected.is_some();
        }
    }

    /// Says whether the selection's row is still to come.
    pub fn is_waiting(&self) -> bool {
        self.selected.is_none() && self.rows.total > 0
    }

    /// Tells how many lines the pane has.
    pub fn fit(&mut self, height: u16) {
        self.height = height;
        self.page = self.rows_shown();
        self.follow();
    }

    fn rows_shown(&self) -> usize {
        let rows = self.height / row_height(self.height, self.is_searched()).max(1);
        usize::from(rows.max(1))
    }

    /// Moves the selection by so many rows; asks for rows when the edge of what is known comes near.
    pub fn move_by(&mut self, rows: isize) -> Option<(u64, Request)> {
        self.select(self.position.saturating_add_signed(rows))
    }

    /// Moves the selection by so many screens.
    pub fn page_by(&mut self, screens: isize) -> Option<(u64, Request)> {
        let page = isize::try_from(self.page.max(2) - 1).unwrap_or(1);
        self.move_by(screens.saturating_mul(page))
    }

    /// Selects the row at a position, or the last.
    pub fn select(&mut self, position: usize) -> Option<(u64, Request)> {
        self.chosen = true;
        let before = self.position;
        self.position = position.min(self.rows.total.saturating_sub(1));
        self.step = self.position.cast_signed().saturating_sub(before.cast_signed());
        self.selected = self.row(self.position).map(|row| row.id);
        self.anchor = self.selected;
        self.follow();
        let margin = self.page;
        let known = self.rows.first..self.rows.first + self.rows.rows.len();
        let wanted = self.position.saturating_sub(margin)..(self.position + margin).min(self.rows.total);
        if wanted.is_empty() || (known.contains(&wanted.start) && known.contains(&(wanted.end - 1))) {
            return None;
        }
        let count = self.span();
        Some(self.ask(Window::From { first: self.position.saturating_sub(count / 2), count }))
    }

    /// Returns the article that one more step of the same kind would select, if its row is known. Before the
    /// first step that is the one below.
    pub fn in_step(&self) -> Option<ArticleId> {
        let step = if self.step == 0 { 1 } else { self.step };
        let next = self.position.checked_add_signed(step)?;
        self.row(next).map(|row| row.id)
    }

    /// Returns the position of the row drawn at this line of the pane, if there is one.
    pub fn at_line(&self, line: usize, row_height: usize) -> Option<usize> {
        let position = self.top + line / row_height.max(1);
        (position < self.rows.total).then_some(position)
    }

    /// Returns the position of the next (or previous) row that `fits`, among the rows known.
    pub fn seek(&self, forward: bool, fits: &dyn Fn(&Row) -> bool) -> Option<usize> {
        let rows = self.rows.rows.iter().enumerate().map(|(i, row)| (self.rows.first + i, row));
        if forward {
            rows.into_iter().find(|(at, row)| *at > self.position && fits(row)).map(|(at, _)| at)
        } else {
            rows.rev().find(|(at, row)| *at < self.position && fits(row)).map(|(at, _)| at)
        }
    }

    /// Returns the selected article.
    pub fn selected(&self) -> Option<ArticleId> {
        self.selected
    }

    /// Returns the row of an article, if it is one of those known.
    pub fn row_of(&self, id: ArticleId) -> Option<&Row> {
        self.rows.rows.iter().find(|row| row.id == id)
    }

    /// Returns the row of the selected article.
    pub fn selected_row(&self) -> Option<&Row> {
        self.row(self.position)
    }

    /// Returns where the selection stands, from 0.
    pub fn position(&self) -> usize {
        self.position
    }

    /// Returns how many articles the list has.
    pub fn total(&self) -> usize {
        self.rows.total
    }

    /// Returns how many of them are unread.
    pub fn unread(&self) -> usize {
        self.rows.unread
    }

    /// Says whether the list shows what words were searched for.
    pub fn is_searched(&self) -> bool {
        self.query.has_words()
    }

    /// Returns the query shown.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Says whether the library has answered at all yet.
    pub fn has_answer(&self) -> bool {
        self.answered
    }

    /// Returns the request for the whole list as it stands.
    pub fn request(&self) -> Request {
        let window = Window::From { first: 0, count: 0 };
        Request { query: self.query.clone(), order: self.order, window, keep: self.keep.clone() }
    }

    fn row(&self, position: usize) -> Option<&Row> {
        position.checked_sub(self.rows.first).and_then(|i| self.rows.rows.get(i))
    }

    fn follow(&mut self) {
        self.top = super::paint::follow(self.top, self.position, self.rows.total, self.page.max(1));
    }
}
