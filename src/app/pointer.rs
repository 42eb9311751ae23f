//! Owns the mouse: the wheel scrolls what it is over, a click selects, opens and follows. It refuses
//! to mark anything.

use ratatui::layout::Position;

use super::effect::Effect;
use super::message::{Gesture, Mouse};
use super::{App, Purpose};
use crate::panes::headlines;

/// Lines of an article a notch of the wheel scrolls.
const WHEEL: isize = 3;

/// What the mouse is for, and what it holds.
#[derive(Debug)]
pub(super) struct Hand {
    /// Whether the terminal is to report the mouse.
    pub(super) is_heard: bool,
    /// Whether it holds the divider.
    divider: bool,
    /// Where it holds the bar beside the article, in rows below the top of the bar.
    bar: Option<u16>,
}

impl Hand {
    pub(super) fn new(is_heard: bool) -> Self {
        Self { is_heard, divider: false, bar: None }
    }
}

impl App {
    pub(super) fn point(&mut self, mouse: Mouse) -> Vec<Effect> {
        self.greeting.shows = false;
        match mouse.what {
            Gesture::Down => self.wheel(mouse, 1),
            Gesture::Up => self.wheel(mouse, -1),
            Gesture::Click => self.click(mouse),
            Gesture::Drag if self.hand.bar.is_some() => self.drag_bar(mouse.row),
            Gesture::Drag => self.drag(mouse.column),
            Gesture::Release => {
                (self.hand.divider, self.hand.bar) = (false, None);
                Vec::new()
            }
        }
    }

    /// Lets the terminal have the mouse, or takes it again, until newsprint is quit.
    pub(super) fn turn_mouse(&mut self) -> Vec<Effect> {
        self.hand.is_heard = !self.hand.is_heard;
        self.tell(if self.hand.is_heard { "mouse-on" } else { "mouse-off" });
        vec![Effect::ListenToMouse(self.hand.is_heard)]
    }

    /// Moves the divider to a column while it is held.
    fn drag(&mut self, column: u16) -> Vec<Effect> {
        if self.hand.divider {
            self.layout.split = Some(column);
            self.fit();
        }
        Vec::new()
    }

    fn wheel(&mut self, mouse: Mouse, direction: isize) -> Vec<Effect> {
        if self.overlay.is_some() {
            return self.overlay_by(direction);
        }
        let at = Position::new(mouse.column, mouse.row);
        let areas = self.areas();
        if areas.article.contains(at) {
            self.reader.scroll(direction * WHEEL);
            return self.moved_on();
        }
        if areas.headlines.contains(at) {
            let ask = self.headlines.move_by(direction);
            return self.moved(ask);
        }
        Vec::new()
    }

    fn click(&mut self, mouse: Mouse) -> Vec<Effect> {
        self.said.notice = None;
        let at = Position::new(mouse.column, mouse.row);
        if self.overlay.is_some() {
            return self.click_overlay(at);
        }
        // Tags and paths are typed for what is selected now.
        if self.typing.as_ref().is_some_and(|typing| !matches!(typing.purpose, Purpose::Search { .. })) {
            return Vec::new();
        }
        let areas = self.areas();
        if areas.divider.contains(at) {
            self.hand.divider = true;
            return Vec::new();
        }
        let is_on_page = areas.headlines.contains(at) || areas.article.contains(at);
        if !is_on_page || self.offers_take(mouse.row) {
            return Vec::new();
        }
        let mut effects = self.finish_typing();
        if areas.headlines.contains(at) {
            effects.extend(self.click_headline(mouse.row - areas.headlines.y, areas.headlines.height));
        } else if self.reader.is_on_bar(at) {
            self.hand.bar = Some(self.reader.hold_bar(mouse.row));
            effects.extend(self.drag_bar(mouse.row));
        } else if let Some(target) = self.reader.target_at(mouse.column, mouse.row) {
            effects.extend(self.ask_target(target));
        } else if !self.is_reading() {
            effects.extend(self.open_selected());
        }
        effects
    }

    /// Brings the bar beside the article to a row while it is held, and the article with it.
    fn drag_bar(&mut self, row: u16) -> Vec<Effect> {
        let moved = self.hand.bar.is_some_and(|held| self.reader.drag_bar(row, held));
        if moved { self.moved_on() } else { Vec::new() }
    }

    /// A click on a headline selects it; on the selected one, opens it.
    fn click_headline(&mut self, line: u16, height: u16) -> Vec<Effect> {
        let row_height = usize::from(headlines::row_height(height, self.headlines.is_searched()));
        let Some(position) = self.headlines.at_line(usize::from(line), row_height) else { return Vec::new() };
        let mut effects = if self.is_reading() { self.leave_article() } else { Vec::new() };
        if position == self.headlines.position() && effects.is_empty() {
            return self.open_selected();
        }
        let ask = self.headlines.select(position);
        effects.extend(self.moved(ask));
        effects
    }
}
