//! Owns finding one's way: the places kept under letters, the outline, the key that is waited for after the
//! first of two. It refuses to load articles: it asks for them.

use super::been::Been;
use super::commands::Scope;
use super::drafts::Drafts;
use super::effect::Effect;
use super::memory::Memory;
use super::{App, Overlay};
use crate::keys::{Chord, Key};
use crate::panes::outline::Outline;

/// Milliseconds after which the keys that may follow are shown.
const PATIENCE: u64 = 300;

/// Where the reader has been, and what is waited for.
#[derive(Debug, Default)]
pub(super) struct Way {
    /// Where the reader has been.
    pub(super) been: Been,
    /// What outlives the run.
    pub(super) memory: Memory,
    /// Notes that were being written.
    pub(super) drafts: Drafts,
    /// The measure of the config.
    pub(super) measure: u16,
    awaiting: Option<Awaiting>,
}

impl Way {
    /// Starts nowhere, at the measure of the config.
    pub(super) fn new(measure: u16) -> Self {
        Self { measure, ..Self::default() }
    }
}

/// A key that was pressed and wants another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Awaiting {
    what: Wanted,
    since: u64,
    /// Whether the keys that may follow are shown.
    shown: bool,
}

/// What the next key is for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wanted {
    /// The letter to keep this place under.
    Keep,
    /// The letter of the place to go to.
    Go,
    /// The letters of a link, and those typed so far.
    Link(String),
    /// The rest of a sequence of keys: where they go, those pressed so far.
    Keys(Scope, Vec<Chord>),
}

impl App {
    /// Takes up what an earlier run remembered.
    pub fn recall(&mut self, memory: Memory) {
        self.way.measure = self.reader.measure;
        if let Some((measure, configured)) = memory.measure
            && configured == self.reader.measure
        {
            self.reader.widen(i16::try_from(i32::from(measure) - i32::from(configured)).unwrap_or(0));
        }
        self.way.memory = memory;
    }

    /// Returns when a message [`super::message::Message::Waited`] is due, in milliseconds since 1970.
    pub fn deadline(&self) -> Option<u64> {
        let due = [
            self.help_due(),
            self.attention.dwell.due(),
            self.notice_due(),
            self.rest_due(),
            self.draft_due(),
        ];
        due.into_iter().flatten().min()
    }

    /// Returns when the keys that may follow are to be shown.
    fn help_due(&self) -> Option<u64> {
        let awaiting = self.way.awaiting.as_ref()?;
        let lacks_help = !awaiting.shown && !matches!(awaiting.what, Wanted::Link(_));
        lacks_help.then_some(awaiting.since.saturating_add(PATIENCE))
    }

    /// Some time went by without a key: shows the keys that may follow, if it was long enough.
    pub(super) fn waited(&mut self) -> Vec<Effect> {
        let is_due = self.help_due().is_some_and(|due| due <= self.now);
        if let Some(awaiting) = self.way.awaiting.as_mut().filter(|_| is_due) {
            awaiting.shown = true;
        }
        self.forget_notice();
        Vec::new()
    }

    /// Returns the heading and the rows of the keys that may follow, once they are to be shown.
    pub(super) fn continuations(&self) -> Option<(String, Vec<(String, String)>)> {
        let awaiting = self.way.awaiting.as_ref().filter(|awaiting| awaiting.shown)?;
        let kept =
            self.way.memory.places.iter().map(|(letter, spot)| (letter.to_string(), spot.headline.clone()));
        match &awaiting.what {
            Wanted::Keep => {
                let any = ("a-z A-Z".to_owned(), self.words.say("any-letter").to_owned());
                Some((self.words.say("keep-place").to_owned(), std::iter::once(any).chain(kept).collect()))
            }
            Wanted::Go => {
                let before = ("'".to_owned(), self.words.say("place-before").to_owned());
                Some((self.words.say("go-to-place").to_owned(), kept.chain([before]).collect()))
            }
            Wanted::Link(_) => None,
            Wanted::Keys(scope, pressed) => {
                let following = self.keymap.following(*scope, pressed).into_iter();
                let rows = following.map(|(keys, command)| {
                    (self.shown_keys(&keys), self.words.help(command.name).to_owned())
                });
                Some((self.shown_chords(pressed), rows.collect()))
            }
        }
    }

    /// Waits for the rest of a sequence of keys.
    pub(super) fn wait_for_keys(&mut self, scope: Scope, pressed: Vec<Chord>) -> Vec<Effect> {
        self.wait_for(Wanted::Keys(scope, pressed))
    }

    fn wait_for(&mut self, what: Wanted) -> Vec<Effect> {
        self.way.awaiting = Some(Awaiting { what, since: self.now, shown: false });
        Vec::new()
    }

    /// Takes the key that was waited for; `None` if none was.
    pub(super) fn awaited(&mut self, chord: Chord) -> Option<Vec<Effect>> {
        let awaiting = self.way.awaiting.take()?;
        self.reader.unletter();
        if let Wanted::Keys(scope, mut pressed) = awaiting.what {
            if chord.key == Key::Named("esc") {
                self.count = None;
                return Some(Vec::new());
            }
            pressed.push(chord);
            return Some(self.pressed(scope, pressed));
        }
        let letter = match chord.key {
            Key::Char(c) if !chord.ctrl && !chord.alt => c,
            Key::Named("esc") => return Some(Vec::new()),
            _ => return None,
        };
        Some(match awaiting.what {
            Wanted::Keep if letter.is_ascii_alphabetic() => self.keep_spot(letter),
            Wanted::Keep => self.tell("letters-only"),
            Wanted::Go if letter == '\'' => self.history_back(),
            Wanted::Go if self.way.memory.places.is_empty() => self.tell("no-places"),
            Wanted::Go => match self.way.memory.places.get(&letter).cloned() {
                Some(spot) => self.jump(&spot),
                None => self.say(self.words.with("no-place", &[("letter", letter.to_string().into())])),
            },
            Wanted::Link(typed) => self.link_letter(&format!("{typed}{letter}")),
            Wanted::Keys(..) => Vec::new(),
        })
    }

    fn link_letter(&mut self, typed: &str) -> Vec<Effect> {
        self.reader.letter();
        match self.reader.lettered(typed) {
            Ok(target) => {
                self.reader.unletter();
                self.follow_target(target)
            }
            Err(true) => self.wait_for(Wanted::Link(typed.to_owned())),
            Err(false) => {
                self.reader.unletter();
                self.say(self.words.with("no-lettered", &[("letters", typed.into())]))
            }
        }
    }

    /// Puts letters on the links that show, to follow one by.
    pub(super) fn link_hints(&mut self) -> Vec<Effect> {
        if self.reader.letter() {
            self.wait_for(Wanted::Link(String::new()))
        } else {
            self.tell("no-links-here")
        }
    }

    /// Waits for the letter to keep this place under.
    pub(super) fn keep_place_by_letter(&mut self) -> Vec<Effect> {
        self.wait_for(Wanted::Keep)
    }

    /// Waits for the letter of a place to go to, also where none is kept: the letter that is meant for a place
    /// must not be taken for a command.
    pub(super) fn go_to_place(&mut self) -> Vec<Effect> {
        self.wait_for(Wanted::Go)
    }

    fn keep_spot(&mut self, letter: char) -> Vec<Effect> {
        let Some(spot) = self.here() else { return Vec::new() };
        let kept = [("letter", letter.to_string().into()), ("headline", spot.headline.clone().into())];
        let said = self.words.with("place-kept", &kept);
        self.say(said);
        self.way.memory.places.insert(letter, spot);
        vec![self.remembered()]
    }

    /// Asks that what this machine remembers is written.
    pub(super) fn remembered(&mut self) -> Effect {
        let measure = (self.reader.measure, self.way.measure);
        self.way.memory.measure = Some(measure).filter(|(now, configured)| now != configured);
        Effect::Remember(self.way.memory.clone())
    }

    /// Shows the headings of the article.
    pub(super) fn show_outline(&mut self) -> Vec<Effect> {
        let Some(open) = self.reader.open() else { return Vec::new() };
        let line = |index: usize| open.column.lines.get(index).map_or(0, |line| line.start);
        let mut rows: Vec<(usize, String)> = Vec::new();
        rows.extend(open.article.headline.as_ref().map(|headline| (0, headline.to_string())));
        rows.extend(open.column.crossheads.iter().map(|(index, words)| (line(*index), words.clone())));
        if let Some(first) = open.column.sources.first() {
            rows.push((line(*first), self.words.count("sources-heading", open.column.sources.len())));
        }
        if rows.len() < 2 {
            return self.tell("no-headings");
        }
        self.overlay = Some(Overlay::Outline(Outline::new(rows, self.reader.place().0)));
        Vec::new()
    }

    /// Goes to the heading chosen in the outline.
    pub(super) fn go_to_heading(&mut self) -> Vec<Effect> {
        let Some(Overlay::Outline(outline)) = &self.overlay else { return Vec::new() };
        let chosen = outline.chosen();
        self.overlay = None;
        self.leave();
        if let Some(offset) = chosen {
            self.reader.go_to_offset(offset);
        }
        self.moved_on()
    }
}
