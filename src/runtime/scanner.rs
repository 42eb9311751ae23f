//! Owns reading many files at once: one thread walks, several read, and for a large library one writes
//! the cache. Batches go to the librarian. It refuses to hold articles.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::indexer::{self, Write};
use super::librarian::Task;
use crate::article::Text;
use crate::library::cache::changes::{self, Change, Known};
use crate::library::cache::{CacheError, Store};
use crate::library::{Entry, FileProblem, scan, shelf};

/// Files up to which a library is held in memory and nothing is written to disk.
const SMALL: usize = 2000;
/// Stack of a thread that parses, in bytes: parsers recurse, within their own bounds.
const STACK: usize = 16 << 20;
/// How long a batch may grow before it is handed over.
const BATCH: Duration = Duration::from_millis(15);

/// What to read.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The files and folders.
    pub(super) places: Vec<PathBuf>,
    /// Whether links are followed.
    pub(super) follow: bool,
    /// Where the cache is, if one may be kept.
    pub(super) store: Option<Store>,
    /// Whether the library is in the cache already.
    pub(super) cached: bool,
    /// What the cache holds, so that only what changed is read.
    pub(super) known: Known,
}

/// Files that were read together.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// How many files were looked at.
    pub(super) files: usize,
    /// Those that were read.
    pub(super) read: Vec<FileRead>,
    /// Files that gave no article, and why.
    pub(super) problems: Vec<FileProblem>,
}

/// A file that was read.
#[derive(Debug)]
pub(super) struct FileRead {
    pub(super) path: PathBuf,
    /// Its state, as [`changes::stamp`] has it.
    pub(super) stamp: u64,
    /// Whether the cache holds an older state of it.
    pub(super) held: bool,
    /// Its articles; none if it gave none.
    pub(super) entries: Vec<Arc<Entry>>,
}

/// Starts reading everything below the places of a plan; batches and the end are sent as tasks.
pub(super) fn scan(plan: Plan, send: &Sender<Task>) {
    let send = send.clone();
    thread::spawn(move || Walk::new(plan, send).walk());
}

/// Where readers send what they read.
#[derive(Clone)]
enum Sink {
    Librarian(Sender<Task>),
    Indexer(SyncSender<Write>),
}

/// The thread that walks.
struct Walk {
    plan: Arc<Plan>,
    send: Sender<Task>,
    seen: HashSet<u64>,
    /// Files met before it is known whether the library is a large one.
    waiting: Vec<PathBuf>,
    crew: Option<Crew>,
}

/// The threads that read.
struct Crew {
    paths: Sender<PathBuf>,
    readers: Vec<JoinHandle<()>>,
    sink: Sink,
}

impl Walk {
    fn new(plan: Plan, send: Sender<Task>) -> Self {
        Self { plan: Arc::new(plan), send, seen: HashSet::new(), waiting: Vec::new(), crew: None }
    }

    fn walk(mut self) {
        if self.plan.cached && !self.hire_large() {
            return;
        }
        let plan = Arc::clone(&self.plan);
        let mut met = vec![0; plan.places.len()];
        let mut following = false;
        let problems = scan::walk(&plan.places, plan.follow, &mut |path| {
            for (place, met) in plan.places.iter().zip(&mut met) {
                *met += usize::from(path.starts_with(place));
            }
            self.seen.insert(changes::name(&path));
            following |= !following && !self.meet(path);
        });
        if !following {
            self.end(problems, met.contains(&0));
        }
    }

    /// Takes a file on; says no when another newsprint reads the library and this one need not.
    fn meet(&mut self, path: PathBuf) -> bool {
        if let Some(crew) = &self.crew {
            drop(crew.paths.send(path));
            return true;
        }
        self.waiting.push(path);
        self.waiting.len() <= SMALL || self.plan.store.is_none() || self.hire_large()
    }

    /// Sets the crew of a large library to work. Says no when another newsprint does the work.
    fn hire_large(&mut self) -> bool {
        let Some(store) = &self.plan.store else { return true };
        let sink = match store.write() {
            Ok(writer) => Sink::Indexer(indexer::start(writer, self.send.clone())),
            Err(CacheError::Busy) => {
                drop(self.send.send(Task::Following));
                return false;
            }
            Err(error) => {
                drop(self.send.send(Task::Uncached(error.to_string())));
                Sink::Librarian(self.send.clone())
            }
        };
        if matches!(sink, Sink::Indexer(_)) && !self.plan.cached {
            drop(self.send.send(Task::Large));
        }
        self.hire(sink);
        true
    }

    fn hire(&mut self, sink: Sink) {
        let (paths, found) = channel::<PathBuf>();
        let found = Arc::new(Mutex::new(found));
        let count = thread::available_parallelism().map_or(2, |n| n.get().clamp(2, 8));
        let mut readers = Vec::new();
        for _ in 0..count {
            let reader = Reader { plan: Arc::clone(&self.plan), sink: sink.clone(), batch: Batch::default() };
            let found = Arc::clone(&found);
            readers.extend(thread::Builder::new().stack_size(STACK).spawn(move || reader.work(&found)));
        }
        for path in std::mem::take(&mut self.waiting) {
            drop(paths.send(path));
        }
        self.crew = Some(Crew { paths, readers, sink });
    }

    /// Waits for the readers and says what the walk found.
    fn end(mut self, problems: Vec<FileProblem>, a_place_is_empty: bool) {
        if self.crew.is_none() {
            self.hire(Sink::Librarian(self.send.clone()));
        }
        let Some(Crew { paths, readers, sink }) = self.crew else { return };
        drop(paths);
        drop(self.send.send(Task::Counted(self.seen.len())));
        for reader in readers {
            drop(reader.join());
        }
        let last = Batch { problems, ..Batch::default() };
        match sink {
            Sink::Librarian(send) => {
                drop(send.send(Task::Shelved(last)));
                drop(send.send(Task::Scanned(self.seen)));
            }
            Sink::Indexer(write) => {
                let gone = self.plan.known.gone(&self.seen, a_place_is_empty);
                drop(write.send(Write::Batch(last)));
                drop(write.send(Write::End { gone, seen: self.seen }));
            }
        }
    }
}

/// A thread that reads.
struct Reader {
    plan: Arc<Plan>,
    sink: Sink,
    batch: Batch,
}

impl Reader {
    /// Reads files until there are no more.
    fn work(mut self, found: &Mutex<Receiver<PathBuf>>) {
        let mut begun = Instant::now();
        loop {
            let next = found.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(path) = next else { break };
            self.look(path);
            if begun.elapsed() > BATCH {
                if !self.hand_over() {
                    return;
                }
                begun = Instant::now();
            }
        }
        self.hand_over();
    }

    /// Hands the batch over; says no when nobody takes it any more.
    fn hand_over(&mut self) -> bool {
        let batch = std::mem::take(&mut self.batch);
        match &self.sink {
            Sink::Librarian(send) => send.send(Task::Shelved(batch)).is_ok(),
            Sink::Indexer(write) => write.send(Write::Batch(batch)).is_ok(),
        }
    }

    /// Reads a file, unless the cache holds it as it is.
    fn look(&mut self, path: PathBuf) {
        self.batch.files += 1;
        let stamp = stamp(&path);
        let change = self.plan.known.change(changes::name(&path), stamp);
        if change != Change::None {
            self.read(path, stamp, change == Change::Edited);
        }
    }

    fn read(&mut self, path: PathBuf, stamp: u64, held: bool) {
        let reading = scan::read(&path);
        let entries: Vec<Arc<Entry>> = shelf::shelve(&reading).into_iter().map(Arc::new).collect();
        let what = match reading.articles {
            Ok(articles) if articles.is_empty() => Some(Text::new("has no readable article")),
            Ok(_) => None,
            Err(what) => Some(what),
        };
        self.batch.problems.extend(what.map(|what| FileProblem { path: path.clone(), what }));
        self.batch.read.push(FileRead { path, stamp, held, entries });
    }
}

/// The state of a file before it is read, so that a change meanwhile is seen the next time.
fn stamp(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |metadata| changes::stamp(&metadata))
}
