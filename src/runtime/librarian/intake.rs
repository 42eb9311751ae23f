//! Owns taking in what the scanner, the indexer and other newsprints bring. It refuses to answer requests,
//! and to notice by itself that files changed.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;
use std::time::SystemTime;

use super::super::scanner::{self, Batch, Plan, Seen};
use super::Task;
use super::desk::{Desk, Progress, REFRESH};
use crate::app::message::{Followed, Message};
use crate::article::ArticleId;
use crate::library::cache::changes::{self, Known};
use crate::library::cache::{Store, Walked};
use crate::library::shipped::SHIPPED;
use crate::library::{Collection, FileProblem, Reading, scan, shelf};

/// The name under which an article from standard input is shelved.
const STANDARD_INPUT: &str = "-";

impl Desk {
    /// Opens the cache, if there is one.
    pub(super) fn open(&mut self) {
        if let Some(Ok(cache)) = self.start.store.as_ref().map(Store::open) {
            self.collection = Collection::Cache(Box::new(cache));
            self.fold();
        }
    }

    /// Looks at all files.
    pub(super) fn scan(&mut self) {
        self.shelve_given();
        let known = match &self.collection {
            Collection::Cache(cache) => cache.known().unwrap_or_default(),
            Collection::Shelf(_) => Known::default(),
        };
        self.touched.clear();
        self.scan_begun = SystemTime::now();
        self.read(self.start.places.clone(), known, None);
    }

    pub(super) fn read(&mut self, places: Vec<PathBuf>, known: Known, part: Option<HashSet<u64>>) {
        let cached = matches!(self.collection, Collection::Cache(_));
        let quiet = cached && !known.is_empty();
        self.scanning = Some(Progress { part: part.is_some(), quiet, ..Progress::default() });
        self.writing |= cached;
        let (follow, store, stop) =
            (self.start.follow, self.start.store.clone(), Arc::clone(&self.news.stop));
        let reading = AtomicBool::new(false);
        scanner::scan(Plan { places, follow, store, cached, known, part, stop, reading }, &self.back);
    }

    /// Takes in what is at hand.
    pub(super) fn shelve_given(&mut self) {
        let read = |(path, bytes): (&Path, &[u8])| scan::parse(path, bytes, 0);
        let given: Vec<Reading> = self.given().into_iter().map(read).collect();
        for reading in &given {
            let entries = shelf::shelve(reading).into_iter().map(Arc::new).collect();
            self.collection.put(&reading.path, entries);
        }
        self.stale |= !given.is_empty();
    }

    /// What is at hand without reading a file: standard input or, when no place is known at all, the
    /// articles that come with newsprint.
    pub(super) fn given(&self) -> Vec<(&Path, &[u8])> {
        match &self.start.stdin {
            Some(bytes) => vec![(Path::new(STANDARD_INPUT), bytes.as_slice())],
            None if self.start.places.is_empty() => {
                SHIPPED.iter().map(|(name, bytes)| (Path::new(*name), *bytes)).collect()
            }
            None => Vec::new(),
        }
    }

    pub(super) fn shelve(&mut self, batch: Batch) {
        let any = batch.read.iter().any(|file| file.held || !file.entries.is_empty());
        let first = self.stale || self.collection.is_empty();
        let mended = self.failing.read(&batch);
        self.mended(mended);
        for file in batch.read {
            if let [only] = file.entries.as_slice()
                && self.marks.known_at(&file.path.to_string_lossy()) != Some(only.id)
            {
                self.renewed.push((only.id, file.path.clone()));
            }
            self.stale |= file.held || !file.entries.is_empty();
            self.collection.put(&file.path, file.entries);
        }
        if let Some(progress) = &mut self.scanning {
            progress.files += batch.files;
            progress.quiet &= !any;
        }
        if first && self.stale && self.answered.elapsed() > REFRESH {
            self.list();
        }
        self.report(batch.problems, false);
    }

    /// The walk met more files than are held in memory.
    pub(super) fn grow(&mut self) {
        self.writing = true;
        match self.start.store.as_ref().map(Store::open) {
            Some(Ok(cache)) => {
                self.collection = Collection::Cache(Box::new(cache));
                self.fold();
            }
            Some(Err(error)) => self.broken(&error.to_string()),
            None => {}
        }
        self.shelve_given();
    }

    pub(super) fn counted(&mut self, files: usize) {
        if let Some(progress) = &mut self.scanning {
            progress.total = Some(files);
        }
    }

    pub(super) fn committed(&mut self) {
        let Collection::Cache(cache) = &mut self.collection else { return };
        if let Err(error) = cache.reload() {
            return self.broken(&error.to_string());
        }
        self.fold();
        self.shelve_given();
        (self.stale, self.head_is_old) = (true, true);
    }

    /// Nothing is written any more: what changed meanwhile is looked at.
    pub(super) fn rested(&mut self) {
        self.writing = false;
        self.keep_head();
        self.find_versions();
        self.touch_later();
    }

    /// Another newsprint does the reading: what it wrote is shown as it stands, and when it ends, in
    /// whatever way, the rest is done here.
    pub(super) fn follow(&mut self) {
        (self.scanning, self.writing) = (None, false);
        if let Some(store) = &self.start.store {
            let (store, back) = (store.clone(), self.back.clone());
            thread::spawn(move || {
                store.wait_for_writer();
                drop(back.send(Task::Free));
            });
        }
        self.written();
        self.report(Vec::new(), true);
    }

    /// The other newsprint is done. What it read is not read again.
    pub(super) fn free(&mut self) {
        self.written();
        if self.scanning.is_none() && !self.writing {
            self.scan();
        }
    }

    /// Takes up what another newsprint wrote.
    pub(super) fn written(&mut self) {
        if self.writing {
            return;
        }
        match &mut self.collection {
            Collection::Cache(cache) => match cache.reload() {
                Ok(()) => {
                    (self.stale, self.head_is_old) = (true, true);
                    self.fold();
                }
                // It may just be made anew.
                Err(_) => self.open(),
            },
            Collection::Shelf(shelf) if shelf.is_empty() => {
                self.open();
                self.stale = true;
            }
            Collection::Shelf(_) => {}
        }
        self.shelve_given();
    }

    /// Throws a cache away that cannot be read, and starts anew without a question.
    pub(super) fn broken(&mut self, why: &str) {
        let cleared = self.start.store.as_ref().map_or(Ok(()), Store::clear);
        self.collection = Collection::default();
        self.fold();
        self.writing = false;
        if cleared.is_err() || self.scanning.is_some() {
            self.start.store = None;
            self.news.failed(format!("{why}; nothing is cached"));
        }
        self.scan();
    }

    pub(super) fn scanned(&mut self, seen: &Seen) {
        match &self.collection {
            _ if seen.part => {}
            Collection::Shelf(_) => self.seen.clone_from(&seen.files),
            Collection::Cache(_) => self.walked.clone_from(&seen.folders),
        }
        if !seen.part && seen.empty.is_empty() {
            let given = self.given().into_iter().map(|(path, _)| changes::name(path));
            let mut files: Vec<u64> = seen.files.iter().copied().chain(given).collect();
            files.sort_unstable();
            self.collection.keep_only(&files);
            self.keep_walked(&seen.folders);
        }
        if !seen.part {
            for place in seen.empty.iter().filter(|place| !place.exists()) {
                self.failing.absent(place);
                self.news.tell(Message::Absent(place.clone()));
            }
        }
        let mended = self.failing.mended(!seen.part);
        self.mended(mended);
        self.stale = true;
        self.report(Vec::new(), true);
        self.scanning = None;
        let followed = self.followed();
        if !followed.is_empty() {
            self.news.tell(Message::Followed(followed));
        }
        self.head_is_old = true;
        if !self.writing {
            self.find_versions();
        }
        if self.looks_again && !seen.part {
            self.look_again();
        }
        self.touch_later();
    }

    /// Says that what could not be read is no problem any more.
    fn mended(&self, paths: Vec<PathBuf>) {
        if !paths.is_empty() {
            self.news.tell(Message::Mended(paths));
        }
    }

    /// Keeps the folders for the next start, which only looks at more files without them.
    fn keep_walked(&self, walked: &Walked) {
        if let (Collection::Cache(_), Some(store)) = (&self.collection, &self.start.store)
            && store.walked() != *walked
        {
            drop(store.keep_walked(walked));
        }
    }

    pub(super) fn report(&self, problems: Vec<FileProblem>, done: bool) {
        let Progress { files, total, part, quiet } = self.scanning.unwrap_or_default();
        let aside = part || quiet;
        if aside && !done && problems.is_empty() {
            return;
        }
        // While files are read, counting articles would sort the whole library for a number.
        let articles = if done || aside { self.collection.len() } else { files };
        let total = total.filter(|_| !done);
        self.news.tell(Message::Scanned { files, total, articles, problems, done: done || aside });
    }

    /// Finds articles with marks in files they were not known to be in: moved; and articles without in
    /// files whose last marked article is nowhere any more: edited.
    fn followed(&mut self) -> Vec<Followed> {
        let before = |(id, path): (ArticleId, PathBuf)| {
            // It may have been marked while the walk went on, and so be known there by now.
            if self.marks.known_at(&path.to_string_lossy()) == Some(id) {
                return None;
            }
            let present = |old| self.collection.has(old);
            let edited = || self.marks.before_edit(id, &path.to_string_lossy(), present);
            let was = if self.marks.knows(id) { id } else { edited()? };
            Some(Followed { id, was, path })
        };
        std::mem::take(&mut self.renewed).into_iter().filter_map(before).collect()
    }
}
