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
mod reloading;
mod resting;
mod searching;
mod single;
pub mod standing;
mod statistics;
mod theming;
mod timeline;
mod typed;
mod versions;
mod way;
pub mod whereabouts;

use ratatui::layout::Rect;

use crate::article::ArticleId;
use crate::config::{Images, MarkRead};
use crate::keys::Chord;
use crate::library::Request;
use crate::marks::history::History;
use crate::marks::{Marks, Quote};
use crate::panes::headlines::Headlines;
use crate::panes::help::Help;
use crate::panes::notes::Notes;
use crate::panes::outline::Outline;
use crate::panes::palette::Palette;
use crate::panes::places::Places;
use crate::panes::problems::Problems;
use crate::panes::reader::Reader;
use crate::panes::sources::Sources;
use crate::panes::status::Notice;
use crate::panes::themes::Themes;
use crate::theme::Theme;
use crate::typeset::Bidi;
use crate::words::Words;
use asking::{Answer, Purpose, Question, Typing};
use commands::Command;
pub use draw::{draw, window_title};
use dwell::Dwell;
use effect::Effect;
use errand::Errand;
use keymap::Keymap;
use layout::{Areas, Show};
use message::Message;
use progress::Scan;

/// The whole state of the screen.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "answers to questions that do not exclude each other")]
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
    pub stock: Stock,
    greeting: arriving::Greeting,
    named: single::Named,
    overlay: Option<Overlay>,
    typing: Option<Typing>,
    show: Show,
    notice: Option<Notice>,
    /// When it was said, in milliseconds since 1970.
    noticed: u64,
    /// Why marks are not being saved, while they are not.
    unsaved: Option<String>,
    /// Where the reader dragged the divider.
    split: layout::Split,
    /// Where the mouse holds the bar beside the article: so many rows below its top.
    held_bar: Option<u16>,
    /// Whether the terminal is to report the mouse.
    mouse: bool,
    /// Places of the library that are not there, as they are said.
    absent: Vec<String>,
    /// The library that was open before this one, and whose it is.
    before: Option<(String, Stock)>,
    /// The open article, once it was said that its file says something else now, or is gone.
    outdated: Option<ArticleId>,
    scan: Scan,
    /// The number typed before a command: a count, or the number of a link.
    count: Option<u32>,
    /// Whether the open article is only looked at from the list.
    preview: bool,
    /// What is to be opened for reading as soon as it is loaded.
    opening: Option<ArticleId>,
    /// What is to be done with the selected article as soon as it is loaded.
    awaiting: Option<(ArticleId, &'static Command)>,
    /// Keys pressed since, which are meant for it.
    early: Vec<Chord>,
    /// Whether the selected article is to be opened as soon as its row is known.
    open_next: bool,
    /// Whether pictures are shown.
    images: Images,
    /// The article and width pictures were last asked for.
    pictured: Option<(ArticleId, u16)>,
    /// Where the reader has been.
    way: way::Way,
    marks: Marks,
    history: History,
    /// What the next answer with ids is for.
    asked: Option<(marking::Extent, marking::Deed)>,
    /// The open article, once the reader set it back to unread: no scrolling marks it again.
    spared: Option<ArticleId>,
    /// Words to be brought into sight as soon as their article is loaded.
    at_quote: Option<Quote>,
    keymap: Keymap,
    theme: Theme,
    words: Words,
    ascii: bool,
    mark_read: MarkRead,
    /// How long the open article has been looked at.
    dwell: Dwell,
    rest: Option<resting::Rest>,
    /// The article a notice named last, and its headline.
    named_last: Option<(ArticleId, String)>,
    /// What is shown in place of an article that could not be read.
    unreadable: Option<(ArticleId, String)>,
    /// Libraries by name, and searches by name with their words.
    libraries: Vec<String>,
    searches: Vec<(String, String)>,
    /// The values of fields, once they were asked for.
    values: completing::Known,
    search_url: String,
    archive_url: String,
    size: Rect,
    /// Milliseconds since 1970, as of the last message.
    now: u64,
    /// How much happened since the screen was last drawn.
    changes: usize,
}

/// Whose articles are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stock {
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

    /// Takes a message at a time (milliseconds since 1970) and returns what is to be done outside.
    pub fn update(&mut self, now: u64, message: Message) -> Vec<Effect> {
        self.now = now;
        // These say themselves whether any cell changes.
        let quiet = matches!(
            message,
            Message::Lined { .. }
                | Message::Listed { .. }
                | Message::Scanned { .. }
                | Message::Whereabouts { .. }
                | Message::Learned(_)
                | Message::Ahead { .. }
        );
        self.changes += usize::from(!quiet);
        if let Message::Scanned { problems, .. } = &message {
            self.note_unread(problems);
        }
        let mut effects = self.dwelt();
        effects.extend(self.rested());
        effects.extend(self.drafted());
        let surface = self.reader.surface;
        effects.extend(surface.hold(|| self.take(message)));
        effects.extend(self.ask_pictures());
        self.come_to_rest();
        effects
    }

    fn take(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key(chord) => self.key(chord),
            Message::Paste(text) => self.paste(&text),
            Message::Mouse(mouse) => self.point(mouse),
            Message::Resize(width, height) => self.resize(width, height),
            Message::Ordered(order) => self.ordered(order),
            Message::Listed { generation, view } => {
                let is_known = self.typing.is_none() && self.headlines.shows(&view);
                self.changes += usize::from(!is_known);
                self.take_list(generation, view)
            }
            Message::Lined { generation, lines } => {
                // Most are for rows further down: then no cell changes.
                self.changes += usize::from(self.headlines.lined(generation, lines));
                Vec::new()
            }
            Message::Counted { searches, sections } => self.counted(&searches, &sections),
            Message::LibrariesCounted(counts) => self.libraries_counted(&counts),
            Message::Values(facet, values) => self.take_values(facet, values),
            Message::Ids(ids) => self.listed_ids(ids),
            Message::Noted(view) => self.list_notes(&view),
            Message::Loaded { id, path, article } => self.loaded(id, path, article.map(|set| *set)),
            Message::Ahead { id, path, article } => self.keep_ahead(id, path, *article),
            Message::Scanned { files, articles, problems, done, total } => {
                self.scanned(Scan { files, total, articles, done, began: None }, &problems)
            }
            Message::Found(path) => self.open_dropped(path),
            Message::Absent(place) => self.absent(&place),
            Message::Mended(paths) => self.mended(&paths),
            Message::Unwatched(why) => self.unwatched(&why),
            Message::Whereabouts { id, found } => self.whereabouts(id, found),
            Message::Learned(changes) => self.learned(changes),
            Message::Followed(files) => self.follow_files(&files),
            Message::Remembered(earlier) => {
                self.history.remember(earlier);
                Vec::new()
            }
            Message::Unsaved(why) => self.unsaved(why),
            Message::ConfigWritten => vec![Effect::Reload],
            Message::Reloaded(reloaded) => self.reloaded(*reloaded),
            Message::Themes(themes) => self.offer_themes(themes),
            Message::Surveyed(findings) => self.surveyed(*findings),
            Message::Looked(seen) => self.looked(*seen),
            Message::Exists(export) => self.ask_over(export),
            Message::Written(text) => self.take_written(&text),
            Message::Said(text) => self.say(text),
            Message::Failed(text) => self.fail(self.words.again(&text)),
            Message::Pictured { id, columns, place, picture } => {
                self.take_picture((id, columns), place, picture);
                Vec::new()
            }
            Message::Waited => self.waited(),
            Message::Focused(has_keys) => self.focused(has_keys),
            Message::Resumed => {
                self.reader.forget_pictures();
                vec![Effect::Resume]
            }
            Message::Quit => self.quit(),
        }
    }

    fn resize(&mut self, width: u16, height: u16) -> Vec<Effect> {
        // A terminal that claims to be larger than this lies, and a screen of it would not fit in memory.
        self.size = Rect::new(0, 0, width.min(1000), height.min(1000));
        self.fit();
        let mut effects = vec![list(self.headlines.refresh())];
        effects.extend(self.look());
        effects
    }

    /// Tells the panes their places.
    fn fit(&mut self) {
        let areas = self.areas();
        if areas.headlines.height > 0 && areas.headlines.width > 0 {
            self.headlines.fit(areas.headlines.height);
        }
        if areas.article.width > 0 {
            self.reader.fit(areas.article);
        }
        match &mut self.overlay {
            Some(Overlay::Help(help, _)) => help.fit(self.size.width),
            Some(Overlay::Sources(panel)) => panel.fit(self.size.width),
            Some(Overlay::Look(look)) => look.fit(self.size, &self.words),
            Some(Overlay::Problems) => self.problems.fit(self.size, &self.words),
            Some(Overlay::Question(question)) => {
                question.set = question.asked.set(layout::inside(self.size), &self.words);
            }
            Some(Overlay::Note(draft)) => draft.editor.fit(),
            _ => {}
        }
    }

    fn areas(&self) -> Areas {
        layout::areas(self.size, self.show, self.wish())
    }

    fn wish(&self) -> layout::Wish {
        let is_alone = self.is_single() && self.is_reading();
        let stacked = is_alone || self.reader.surface.bidi == Bidi::Terminal;
        layout::Wish { split: self.split.cells, stacked }
    }

    fn show(&mut self, show: Show) {
        self.show = show;
        self.fit();
    }

    /// Ends newsprint; where the reader is in the article is kept first.
    fn quit(&mut self) -> Vec<Effect> {
        let mut effects = self.keep_note();
        effects.extend(self.keep_place());
        effects.push(Effect::Quit);
        effects
    }

    fn rescan(&mut self) -> Vec<Effect> {
        self.headlines.let_go();
        self.problems.clear_files();
        self.absent.clear();
        self.tell("looking-again");
        vec![Effect::Rescan, list(self.headlines.refresh())]
    }
}

/// Makes the effect of a request.
fn list((generation, request): (u64, Request)) -> Effect {
    Effect::Ask(Errand::List { generation, request })
}
