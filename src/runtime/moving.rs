//! Owns opening other places while one reads: another library, or what was dropped on the window. It
//! refuses to keep the library before open: it remembers where that was.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

use super::librarian::{Librarian, Start};
use super::lookout::Lookout;
use super::{Run, Settings, absolute, home};
use crate::app::message::Message;
use crate::article::Text;
use crate::config::Session;
use crate::library::Order;
use crate::library::cache::Store;
use crate::marks::Marks;

/// What a library is read from.
#[derive(Debug, Clone, Default)]
pub(super) struct Opened {
    pub(super) places: Vec<PathBuf>,
    /// An article from standard input.
    pub(super) stdin: Option<Vec<u8>>,
}

impl Opened {
    /// Takes what was named on the command line.
    pub(super) fn named(session: &mut Session) -> Self {
        let places = session.places.iter().map(|place| absolute(place.as_path())).collect();
        Self { places, stdin: session.stdin.take() }
    }
}

impl Settings {
    /// Returns what a librarian starts from that opens these places.
    pub(super) fn start(
        &self,
        opened: Opened,
        order: Order,
        marks: Receiver<Marks>,
        lookout: Lookout,
    ) -> Start {
        let Opened { places, stdin } = opened;
        // Only a library that can be walked again is worth a cache.
        let store = self.cache.as_ref().filter(|_| !places.is_empty()).map(|cache| Store::of(cache, &places));
        Start {
            places,
            kept: self.config.libraries.values().cloned().collect(),
            stdin,
            follow: self.config.follow_links,
            folds: self.config.fold_versions,
            store,
            order,
            marks,
            home: self.environment.home.clone(),
            words: self.words.clone(),
            lookout,
        }
    }
}

impl Run {
    /// Opens another library; what was under way for the one before ends.
    pub(super) fn switch(&mut self, name: &str) {
        let Some(place) = self.settings.config.libraries.get(name) else { return };
        self.open(Opened { places: vec![absolute(place)], stdin: None });
    }

    /// Says whether a file or folder is there.
    pub(super) fn seek(&self, path: &Path) -> Message {
        let home = self.settings.environment.home.as_deref();
        let whole = absolute(&home::expanded(path, home));
        if whole.exists() {
            return Message::Found(whole);
        }
        let shown = Text::line(&path.to_string_lossy()).to_string();
        Message::Failed(self.settings.words.with("no-such-place", &[("place", shown.into())]))
    }

    /// Opens what was open before.
    pub(super) fn open_before(&mut self) {
        if let Some(before) = self.before.take() {
            self.open(before);
        }
    }

    /// Opens other places.
    pub(super) fn open(&mut self, opened: Opened) {
        self.before = Some(std::mem::replace(&mut self.opened, opened.clone()));
        let (send, marks) = channel();
        drop(send.send(self.app.marks().clone()));
        let order = self.app.first_order(self.memory.order(&opened.places));
        let start = self.settings.start(opened, order, marks, self.lookout.clone());
        self.librarian.finish();
        self.librarian = Librarian::start(start, self.send.clone());
        if order != self.app.headlines.order {
            // The channel ends only after this run does.
            drop(self.send.send(Message::Ordered(order)));
        }
    }
}
