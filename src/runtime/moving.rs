//! Owns opening other places while one reads: another library, or what was dropped on the window. It
//! refuses to keep the library before open.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use super::librarian::{Librarian, Start};
use super::{Run, absolute};
use crate::app::message::Message;
use crate::article::Text;
use crate::library::cache::Store;

impl Run {
    /// Opens another library; what was under way for the one before ends.
    pub(super) fn switch(&mut self, name: &str) {
        let Some(place) = self.settings.config.libraries.get(name) else { return };
        self.open(vec![absolute(place)]);
    }

    /// Says whether a file or folder is there.
    pub(super) fn seek(&self, path: &Path) -> Message {
        let home = self.settings.environment.home.as_deref();
        let whole = match (path.strip_prefix("~"), home) {
            (Ok(rest), Some(home)) => home.join(rest),
            _ => absolute(path),
        };
        if whole.exists() {
            return Message::Found(whole);
        }
        let shown = Text::line(&path.to_string_lossy()).to_string();
        Message::Failed(self.settings.words.with("no-such-place", &[("place", shown.into())]))
    }

    /// Opens other places.
    pub(super) fn open(&mut self, places: Vec<PathBuf>) {
        let store = self.cache.as_ref().map(|cache| Store::of(cache, &places));
        let (send, marks) = channel();
        drop(send.send(self.app.marks().clone()));
        let order = self.app.headlines.order;
        let start = Start {
            places,
            stdin: None,
            follow: self.follow,
            folds: self.settings.config.fold_versions,
            store,
            order,
            marks,
            home: self.settings.environment.home.clone(),
            words: self.settings.words.clone(),
        };
        self.librarian.finish();
        self.librarian = Librarian::start(start, self.send.clone());
    }
}
