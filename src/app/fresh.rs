//! Owns the app as it is before anything happened: what the config says of it, and its first request. It
//! refuses to know what happens next.

use super::arriving::Greeting;
use super::early::Coming;
use super::effect::Effect;
use super::keymap::Keymap;
use super::layout::Layout;
use super::noticing::Said;
use super::places::Inventory;
use super::pointer::Hand;
use super::progress::Scan;
use super::reading::Attention;
use super::settled::Settled;
use super::way::Way;
use super::whereabouts::Trouble;
use super::{App, Whose, list};
use crate::config::Config;
use crate::library::View;
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
        let settled = Settled::of(config);
        let app = Self {
            headlines: Headlines::new(settled.order),
            reader: reader(config, &words),
            problems: Problems::default(),
            place: String::new(),
            whose: Whose::default(),
            before: None,
            inventory: Inventory::default(),
            greeting: Greeting::default(),
            overlay: None,
            typing: None,
            said: Said::default(),
            layout: Layout::default(),
            hand: Hand::new(config.mouse),
            count: None,
            coming: Coming::default(),
            attention: Attention::new(config.dwell),
            trouble: Trouble::default(),
            pictured: None,
            way: Way::new(config.measure),
            marks: Marks::default(),
            history: History::default(),
            asked: None,
            settled,
            keymap,
            theme,
            words,
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
            self.inventory.scan = Scan { done: true, articles: head.total, ..Scan::default() };
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
