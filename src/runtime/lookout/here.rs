//! Owns watching folders in this process, by what the system has for it. It refuses to tell of what changes
//! nothing.

use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::{Change, Depth};

/// A watcher of this process.
pub(in crate::runtime) struct Near {
    watcher: RecommendedWatcher,
}

impl Near {
    /// Returns a watcher that watches nothing yet. Returns an error, as a sentence part, when the system has none
    /// to give.
    pub(super) fn new(follow_links: bool, ear: impl Fn(Change) + Send + 'static) -> Result<Self, String> {
        let heard = move |event| changes(event).into_iter().for_each(&ear);
        let config = Config::default().with_follow_symlinks(follow_links);
        match RecommendedWatcher::new(heard, config) {
            Ok(watcher) => Ok(Self { watcher }),
            Err(error) => Err(said(&error)),
        }
    }

    /// Watches a folder from now on. Returns an error, as a sentence part, when that cannot be.
    pub(super) fn watch(&mut self, folder: &Path, depth: Depth) -> Result<(), String> {
        let mode = match depth {
            Depth::Folder => RecursiveMode::NonRecursive,
            Depth::Tree => RecursiveMode::Recursive,
        };
        self.watcher.watch(folder, mode).map_err(|error| said(&error))
    }

    /// Watches a folder no longer.
    pub(super) fn leave(&mut self, folder: &Path) {
        // What is watched no more need not be left.
        drop(self.watcher.unwatch(folder));
    }
}

/// Returns what an event changed.
fn changes(event: notify::Result<Event>) -> Vec<Change> {
    let Ok(event) = event else { return Vec::new() };
    let lost = event.need_rescan().then_some(Change::Anywhere);
    let paths: Vec<PathBuf> = if is_change(event.kind) { event.paths } else { Vec::new() };
    lost.into_iter().chain(paths.into_iter().map(Change::At)).collect()
}

/// Tells whether something may read otherwise now. A file that was written is one when it is closed.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}

fn said(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => "the system watches no more folders".to_owned(),
        notify::ErrorKind::PathNotFound => "a folder is not there".to_owned(),
        notify::ErrorKind::Io(error) => error.to_string(),
        _ => error.to_string(),
    }
}
