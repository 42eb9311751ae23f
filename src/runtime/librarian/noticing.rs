//! Owns noticing that files changed: what changed in folders since the last run, between the walk and the
//! watch, and from then on. It refuses to read files, and to take in what was read.

use std::collections::HashSet;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use super::super::scanner::give_way;
use super::super::watcher::{Touched, Watch};
use super::desk::Desk;
use crate::app::message::Message;
use crate::library::cache::Store;
use crate::library::cache::changes::{self, Known};
use crate::library::{Collection, scan};

/// The most that is looked at in folders that changed before everything is.
const NEWS: usize = 5000;
/// How far the clock of a file system may be behind the system's.
const BEHIND: Duration = Duration::from_millis(50);

impl Desk {
    /// Looks at the files, what is new in known folders first, and from then on notices when they change. What
    /// happens between the walk and the watch must not be missed: see [`Self::look_again`].
    pub(super) fn begin(&mut self) {
        self.warm();
        self.look_at_folders();
        self.look_at_everything();
        self.watch();
    }

    /// Has what a search begins with read from the disk, on a thread of its own: it may be slow.
    fn warm(&self) {
        if let (Collection::Cache(_), Some(store)) = (&self.collection, self.start.store.clone()) {
            thread::spawn(move || {
                give_way();
                store.warm();
            });
        }
    }

    /// Notices from now on when files change.
    fn watch(&mut self) {
        if self.start.places.is_empty() {
            return;
        }
        let written = self.start.store.as_ref().map(Store::written);
        let (places, follow, back) = (self.start.places.clone(), self.start.follow, self.back.clone());
        let lookout = self.start.lookout.clone();
        let start = move || Watch::start(&lookout, &places, written.as_deref(), follow, &back);
        self.watch.begin(start, self.back.clone());
    }

    /// Changes are not noticed, until the reader has the files looked at again.
    pub(super) fn unwatched(&mut self, why: String) {
        self.watch.lose();
        self.news.tell(Message::Unwatched(why));
    }

    /// Every change is noticed from now on.
    pub(super) fn watched(&mut self) {
        self.looks_again = self.scanning.is_some() || !self.touched.is_empty();
        if !self.looks_again {
            self.look_again();
        }
    }

    /// Compares what there is with what the last walk saw, which may be older than the watch: in a large
    /// library the folders, in a small one every file.
    pub(super) fn look_again(&mut self) {
        self.looks_again = false;
        if matches!(self.collection, Collection::Cache(_)) {
            if std::mem::take(&mut self.walked).is_outdated() {
                self.look_at_everything();
            }
            return;
        }
        let (mut names, mut changed) = (Vec::new(), Vec::new());
        let begun = self.scan_begun.checked_sub(BEHIND);
        let (files, _) = scan::files(&self.start.places, self.start.follow);
        for path in files {
            names.push(changes::name(&path));
            let modified = path.metadata().and_then(|metadata| metadata.modified()).ok();
            if modified >= begun {
                changed.push(path);
            }
        }
        names.sort_unstable();
        if names != self.seen {
            self.touch(Touched::Anything);
        } else if !changed.is_empty() {
            self.touch(Touched::Paths(changed));
        }
    }

    /// Looks at what is new in the folders since the last walk, which takes a moment.
    fn look_at_folders(&mut self) {
        let (Collection::Cache(_), Some(store)) = (&self.collection, &self.start.store) else { return };
        let news = store.walked().news(NEWS).unwrap_or_default();
        if !news.is_empty() {
            self.touch(Touched::Paths(news));
        }
    }

    /// Looks at all files, if need be after what is under way.
    fn look_at_everything(&mut self) {
        if self.scanning.is_none() && !self.writing {
            self.scan();
        } else {
            self.touched.push(Touched::Anything);
        }
    }

    /// The reader wants the files looked at again.
    pub(super) fn rescan(&mut self) {
        self.look_at_everything();
        self.watch();
    }

    /// Files changed: those are looked at, or all where that does not do.
    pub(super) fn touch(&mut self, touched: Touched) {
        if self.scanning.is_some() || self.writing {
            self.touched.push(touched);
            return;
        }
        let Touched::Paths(paths) = touched else { return self.scan() };
        let (there, gone): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(|path| path.exists());
        let names: HashSet<u64> = gone.iter().map(|path| changes::name(path)).collect();
        let there: Vec<PathBuf> =
            there.into_iter().filter(|path| scan::is_wanted(path, &self.start.places)).collect();
        let (known, lost) = match &mut self.collection {
            // Of a folder that is gone only its files are known, and of a library in memory a walk
            // through it costs little.
            Collection::Shelf(_) if !gone.is_empty() => return self.scan(),
            Collection::Shelf(_) => (Known::default(), HashSet::new()),
            Collection::Cache(cache) => {
                let is_folder = |path: &PathBuf| {
                    scan::is_wanted(path, &self.start.places) && !cache.holds(changes::name(path))
                };
                if gone.iter().any(is_folder) {
                    return self.scan();
                }
                let asked =
                    names.iter().copied().chain(there.iter().map(|path| changes::name(path))).collect();
                let all = there.iter().any(|path| path.is_dir());
                let known = if all { cache.known() } else { cache.known_of(&asked) };
                (known.unwrap_or_default(), names.into_iter().filter(|name| cache.holds(*name)).collect())
            }
        };
        if there.is_empty() && lost.is_empty() {
            return;
        }
        self.read(there, known, Some(lost));
    }

    pub(super) fn touch_later(&mut self) {
        if self.writing || self.scanning.is_some() {
            return;
        }
        let mut paths = Vec::new();
        for touched in std::mem::take(&mut self.touched) {
            match touched {
                Touched::Paths(more) => paths.extend(more),
                Touched::Anything => return self.scan(),
            }
        }
        if !paths.is_empty() {
            self.touch(Touched::Paths(paths));
        }
    }
}
