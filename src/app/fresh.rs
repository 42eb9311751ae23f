//! Owns the app as it is before anything happened: what the config says of it, and its first request. It
//! refuses to know what happens next.

use ratatui::layout::Rect;

use super::dwell::Dwell;
use super::effect::Effect;
use super::keymap::Keymap;
use super::layout::{self, Show};
use super::progress::Scan;
use super::{App, completing, list, way};
use crate::config::{Config, Sort};
use crate::library::{Order, OrderBy, View};
use crate::marks::Marks;
use crate::marks::history::History;
use crate::panes::headlines::Headlines;
use crate::panes::problems::Problems;
use crate::panes::reader::Reader;
use crate::theme::Theme;
use crate::typeset::{Ambiguous, Surface};
use crate::words::Words;

impl App {
    /// Makes the app of a fresh start; [`App::start`] gives the first effects. Returns with it what
    /// is wrong with the reader's keys.
    pub fn new(config: &Config, theme: Theme, words: Words) -> (Self, Vec<String>) {
        let (keymap, wrong) = Keymap::new(&config.preset, &config.keys);
        // What newsprint draws of its own is ambiguous where it is not ASCII.
        let words = match config.ambiguous {
            Ambiguous::Wide => Words::new(words.locale(), true),
            Ambiguous::Narrow => words,
        };
        let ascii = words.is_ascii();
        let app = Self {
            headlines: Headlines::new(order(config.sort)),
            reader: reader(config, &words),
            problems: Problems::default(),
            place: String::new(),
            stock: super::Stock::default(),
            greeting: super::arriving::Greeting::default(),
            named: super::single::Named::default(),
            overlay: None,
            typing: None,
            show: Show::Headlines,
            notice: None,
            noticed: 0,
            unsaved: None,
            split: layout::Split::default(),
            held_bar: None,
            mouse: config.mouse,
            absent: Vec::new(),
            before: None,
            outdated: None,
            scan: Scan::default(),
            count: None,
            preview: true,
            opening: None,
            awaiting: None,
            early: Vec::new(),
            open_next: false,
            images: config.images,
            pictured: None,
            way: way::Way::new(config.measure, &config.theme, order(config.sort)),
            marks: Marks::default(),
            history: History::default(),
            asked: None,
            spared: None,
            at_quote: None,
            keymap,
            theme,
            words,
            ascii,
            mark_read: config.mark_read,
            dwell: Dwell::new(config.dwell),
            rest: None,
            named_last: None,
            unreadable: None,
            libraries: config.libraries.keys().cloned().collect(),
            searches: config.searches.clone().into_iter().collect(),
            values: completing::Known::default(),
            search_url: config.search_url.clone(),
            archive_url: config.archive_url.clone(),
            size: Rect::default(),
            now: 0,
            changes: 1,
        };
        (app, wrong)
    }

    /// Gives the first request to the library. The head, if there is one, is shown until it answers.
    pub fn start(&mut self, head: Option<View>) -> Vec<Effect> {
        let (generation, request) = self.headlines.refresh();
        let mut effects = vec![list((generation, request))];
        if let Some(head) = head {
            // A library that was read before is looked at quietly.
            self.scan = Scan { done: true, articles: head.total, ..Scan::default() };
            self.headlines.listed(generation, head);
            effects.extend(self.open_awaited());
        }
        effects
    }
}

/// The pane of the article as the config wants it.
fn reader(config: &Config, words: &Words) -> Reader {
    let surface = Surface { ambiguous: config.ambiguous, bidi: config.bidi };
    let mut reader = Reader::new(config.measure, words.is_ascii());
    (reader.justify, reader.surface, reader.locale) = (config.justify, surface, words.locale());
    reader
}

/// The order the config asks for.
pub(super) fn order(sort: Sort) -> Order {
    let by = match sort {
        Sort::Date => OrderBy::Date,
        Sort::Title => OrderBy::Title,
        Sort::Source => OrderBy::Outlet,
        Sort::Unread => OrderBy::Unread,
    };
    Order { by, reversed: false }
}
