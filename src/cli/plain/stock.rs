//! Owns the articles of the linear mode: rows out of the index of a large library, out of memory for a
//! small one, and the words of an article only when it is opened. It refuses to know what was typed.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::{Out, Setup, Stop};
use crate::article::{Article, ArticleId};
use crate::cli::output::problem;
use crate::cli::{cached, gather};
use crate::library::cache::{CacheError, Store};
use crate::library::shipped::SHIPPED;
use crate::library::survey::{Findings, Survey, Tied};
use crate::library::{Collection, Reading, Request, Row, Shelf, View, scan};
use crate::marks::Marks;
use crate::runtime::{self, SMALL};
use crate::words::Words;

/// How long a start waits for the look at the files of an index; a longer look is taken up by the next
/// list.
const PATIENCE: Duration = Duration::from_millis(300);
/// How often it is said how many files of a large library were read.
const INTERVAL: Duration = Duration::from_secs(5);

/// The articles of a run.
#[derive(Debug)]
pub(super) struct Stock {
    collection: Collection,
    /// Tells how many files gave no article, once the index is what the files are.
    renewed: Option<Receiver<usize>>,
}

impl Stock {
    /// Opens what is below the places: from its index where it has one. Without places it is the
    /// articles that come along.
    pub(super) fn open(
        places: &[PathBuf],
        setup: &Setup,
        words: &Words,
        out: &mut Out,
    ) -> Result<Self, Stop> {
        if places.is_empty() {
            let mut shelf = Shelf::default();
            let shipped = SHIPPED.iter().map(|(name, bytes)| scan::parse(name.as_ref(), bytes, 0));
            shipped.for_each(|reading| shelf.put(&reading));
            return Ok(Self::held(shelf));
        }
        if let Some(stock) = Self::indexed(places, setup, words) {
            return Ok(stock);
        }
        let (files, problems) = scan::files(places, setup.config.follow_links);
        if files.len() > SMALL {
            writeln!(out, "{}", words.count("plain-reading", files.len()))?;
            out.flush()?;
            if let Some(stock) = Self::index(places, setup, words, out)? {
                return Ok(stock);
            }
        }
        let (shelf, failures) = gather::shelved(&gather::Stack::of(files, problems))?;
        for (path, what) in &failures {
            gather::say_unread(path, what);
        }
        Ok(Self::held(shelf))
    }

    fn held(shelf: Shelf) -> Self {
        Self { collection: Collection::Shelf(Box::new(shelf)), renewed: None }
    }

    /// Opens the index of a library, if it has one, and has it brought up to date meanwhile.
    fn indexed(places: &[PathBuf], setup: &Setup, words: &Words) -> Option<Self> {
        let (whole, store) = cached::store_of(places, setup)?;
        let cache = store.open().ok()?;
        let renewed = Some(renew(whole, setup.config.follow_links, store));
        let mut stock = Self { collection: Collection::Cache(Box::new(cache)), renewed };
        stock.take_up(PATIENCE, words);
        Some(stock)
    }

    /// Makes the index of a large library, and says how far it is; nothing, where there can be none.
    fn index(places: &[PathBuf], setup: &Setup, words: &Words, out: &mut Out) -> Result<Option<Self>, Stop> {
        let Some((whole, store)) = cached::store_of(places, setup) else { return Ok(None) };
        let (mut said, mut told) = (Instant::now(), Ok(()));
        let mut progress = |files: usize, _: Option<usize>| {
            if said.elapsed() >= INTERVAL && told.is_ok() {
                said = Instant::now();
                let line = words.with("reading-files", &[("count", words.number(files).into())]);
                told = writeln!(out, "{line}").and_then(|()| out.flush());
            }
        };
        let made = runtime::index(whole, setup.config.follow_links, &store, &mut progress);
        told?;
        let failed = match made {
            Ok(indexed) => indexed.failures.len(),
            // Another newsprint is at it; what it has so far is shown.
            Err(CacheError::Busy) => 0,
            Err(_) => return Ok(None),
        };
        say_failed(failed, words);
        let opened = store.open().ok();
        Ok(opened.map(|cache| Self { collection: Collection::Cache(Box::new(cache)), renewed: None }))
    }

    /// Takes up what changed in the files since the start, if that was looked at within this time.
    pub(super) fn take_up(&mut self, patience: Duration, words: &Words) {
        let Some(renewed) = &self.renewed else { return };
        let Ok(failed) = renewed.recv_timeout(patience) else { return };
        self.renewed = None;
        if let Collection::Cache(cache) = &mut self.collection
            && let Err(error) = cache.reload()
        {
            problem(&error.to_string());
        }
        say_failed(failed, words);
    }

    /// Returns every article a request shows, in order.
    pub(super) fn ids(&self, request: &Request, marks: &Marks) -> Result<Vec<ArticleId>, Stop> {
        self.collection.ids(request, marks).map_err(|error| broken(&error))
    }

    /// Answers a request.
    pub(super) fn view(&self, request: &Request, marks: &Marks) -> Result<View, Stop> {
        self.collection.view(request, marks).map_err(|error| broken(&error))
    }

    /// Returns the rows of articles, in their order.
    pub(super) fn rows(&self, ids: &[ArticleId]) -> Vec<Row> {
        let mut rows = self.collection.rows_of(ids);
        rows.sort_by_cached_key(|row| ids.iter().position(|id| *id == row.id));
        rows
    }

    /// Returns the rows of articles that are held in memory, in no order.
    pub(super) fn held_rows(&self, ids: &[ArticleId]) -> Vec<Row> {
        match &self.collection {
            Collection::Shelf(shelf) => shelf.rows_of(ids),
            Collection::Cache(_) => Vec::new(),
        }
    }

    /// Says whether there is such an article.
    pub(super) fn has(&self, id: ArticleId) -> bool {
        self.collection.has(id)
    }

    /// Says what the library has to do with the sources of an article.
    pub(super) fn tied(&self, id: ArticleId, article: &Article) -> Result<Option<Tied>, Stop> {
        let findings = self.collection.survey(&Survey::tied(id, article)).map_err(|error| broken(&error))?;
        Ok(if let Findings::Tied(tied) = findings { Some(tied) } else { None })
    }

    /// Says that the marks of an article changed.
    pub(super) fn marks_changed(&mut self, ids: &[ArticleId], marks: &Marks) {
        self.collection.marks_changed(ids, marks);
    }

    /// Says whether a file holds one article alone.
    pub(super) fn is_alone_in(&self, file: &Path) -> bool {
        match &self.collection {
            Collection::Shelf(shelf) => shelf.at(file).count() == 1,
            Collection::Cache(_) => read(file).articles.is_ok_and(|articles| articles.len() == 1),
        }
    }

    /// Reads an article out of its file; an error says why that cannot be.
    pub(super) fn article(&self, id: ArticleId) -> Result<Article, String> {
        let missing = || "the article is not in the file any more".to_owned();
        let (path, item) = self.collection.place(id).ok_or_else(missing)?;
        let articles = read(&path).articles.map_err(|what| what.to_string())?;
        articles.into_iter().nth(item).ok_or_else(missing)
    }
}

/// Reads a file, or what comes along under that name where it is no file.
fn read(path: &Path) -> Reading {
    let shipped = SHIPPED.iter().find(|(name, _)| Path::new(name) == path);
    if let Some((_, bytes)) = shipped {
        return scan::parse(path, bytes, 0);
    }
    gather::read_one(path)
}

/// Brings an index up to date on a thread of its own. That an end comes in between costs nothing: the
/// next one takes it up.
fn renew(places: Vec<PathBuf>, follow: bool, store: Store) -> Receiver<usize> {
    let (send, renewed) = channel();
    thread::spawn(move || {
        let made = runtime::index(places, follow, &store, &mut |_, _| {});
        // A reader who left needs no answer.
        _ = send.send(made.map_or(0, |indexed| indexed.failures.len()));
    });
    renewed
}

fn say_failed(files: usize, words: &Words) {
    if files > 0 {
        problem(&words.count("plain-unreadable", files));
    }
}

pub(super) fn broken(error: &CacheError) -> Stop {
    Stop::Failed(format!("cannot use the cache: {error}: newsprint index --rebuild makes it anew"))
}
