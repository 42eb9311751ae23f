//! Owns the state of the reader's screen and every change to it: messages in, effects out. Pure: it
//! refuses to touch terminal, disk, processes and clock; the time comes with each message.

mod ahead;
mod annotating;
mod arriving;
mod asking;
mod been;
mod citing;
mod clicking;
pub mod commands;
mod completing;
pub mod deeds;
pub mod drafts;
mod draw;
mod dwell;
mod early;
pub mod effect;
pub mod errand;
mod fitting;
mod fresh;
pub mod keymap;
pub mod layout;
mod leaving;
mod links;
mod looks;
mod marking;
pub mod memory;
pub mod message;
mod moves;
mod noticing;
mod opening;
pub mod orders;
mod overlays;
mod pictures;
mod places;
mod pointer;
pub mod presets;
mod pressing;
mod progress;
mod reading;
mod receiving;
mod reloading;
mod resting;
mod searching;
mod settled;
mod single;
pub mod standing;
mod statistics;
mod theming;
mod timeline;
mod typed;
mod versions;
mod way;
pub mod whereabouts;

use crate::article::ArticleId;
use crate::library::Request;
use crate::marks::Marks;
use crate::marks::history::History;
use crate::panes::headlines::Headlines;
use crate::panes::help::Help;
use crate::panes::notes::Notes;
use crate::panes::outline::Outline;
use crate::panes::palette::Palette;
use crate::panes::places::Places;
use crate::panes::problems::Problems;
use crate::panes::reader::Reader;
use crate::panes::sources::Sources;
use crate::panes::themes::Themes;
use crate::theme::Theme;
use crate::words::Words;
use arriving::Greeting;
use asking::{Answer, Purpose, Question, Typing};
pub use draw::{draw, window_title};
use early::Coming;
use effect::Effect;
use errand::Errand;
use keymap::Keymap;
use layout::Layout;
use noticing::Said;
use places::Inventory;
use pointer::Hand;
use reading::Attention;
use settled::Settled;
use way::Way;
use whereabouts::Trouble;

/// The whole state of the screen.
#[derive(Debug)]
pub struct App {
    /// The headlines.
    pub headlines: Headlines,
    /// The article.
    pub reader: Reader,
    /// What could not be read.
    pub problems: Problems,
    /// Where newsprint looks for articles, as the title bar says it.
    pub place: String,
    /// Whose articles these are.
    pub whose: Whose,
    /// The library that was open before this one, and whose it is.
    before: Option<(String, Whose)>,
    inventory: Inventory,
    greeting: Greeting,
    overlay: Option<Overlay>,
    typing: Option<Typing>,
    said: Said,
    layout: Layout,
    hand: Hand,
    /// The number typed before a command: a count, or the number of a link.
    count: Option<u32>,
    coming: Coming,
    attention: Attention,
    trouble: Trouble,
    /// The article and width pictures were last asked for.
    pictured: Option<(ArticleId, u16)>,
    /// Where the reader has been.
    way: Way,
    marks: Marks,
    history: History,
    /// What the next answer with ids is for.
    asked: Option<(marking::Extent, marking::Deed)>,
    settled: Settled,
    keymap: Keymap,
    theme: Theme,
    words: Words,
    /// Milliseconds since 1970, as of the last message.
    now: u64,
    /// How much happened since the screen was last drawn.
    changes: usize,
}

/// Whose articles are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Whose {
    /// The reader's.
    #[default]
    Own,
    /// Those that come with newsprint: no library is configured and nothing was named.
    Shipped,
}

/// Something laid over the screen.
#[derive(Debug)]
enum Overlay {
    Sources(Sources),
    /// The keys, and what they were asked for over.
    Help(Help, Option<Box<Self>>),
    Palette(Palette),
    Themes(Themes),
    Problems,
    Outline(Outline),
    Places(Places),
    Question(Question),
    Notes(Notes),
    Note(Box<annotating::Draft>),
    Look(Box<looks::Look>),
}

impl App {
    /// Takes what the reader did in earlier runs.
    pub fn remember(&mut self, marks: Marks) {
        self.marks = marks;
        self.annotate();
    }

    /// Returns what the reader did.
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// Says, once, whether the screen may show something else since the last time.
    pub fn take_change(&mut self) -> bool {
        std::mem::take(&mut self.changes) > 0
    }

    /// Ends newsprint; where the reader is in the article is kept first.
    fn quit(&mut self) -> Vec<Effect> {
        let mut effects = self.keep_note();
        effects.extend(self.keep_place());
        effects.push(Effect::Quit);
        effects
    }
}

/// Makes the effect of a request.
fn list((generation, request): (u64, Request)) -> Effect {
    Effect::Ask(Errand::List { generation, request })
}
