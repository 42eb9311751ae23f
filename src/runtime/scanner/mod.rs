//! Owns reading many files at once: one thread walks, several read, and for a large library one writes
//! the cache. Batches go to the librarian. It refuses to hold articles.

mod reader;

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, SyncSender};
use std::thread;

use super::indexer::{self, Write};
use super::librarian::Task;
use crate::library::cache::changes::{self, Known};
use crate::library::cache::{CacheError, Store, Walked};
use crate::library::{Entry, FileProblem, scan};
use reader::Crew;

/// Files up to which a library is held in memory and nothing is written to disk.
pub const SMALL: usize = 2000;
/// How important these threads are, of 99: nobody waits for the last file.
#[cfg(target_os = "linux")]
const IMPORTANCE: u8 = 25;

/// What to read.
#[derive(Debug)]
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
    /// Whether the places are a part of the library, and then the files of the library that are there
    /// no more, by name. A walk through everything finds those itself.
    pub(super) part: Option<HashSet<u64>>,
    /// Set when nobody waits for this any more.
    pub(super) stop: Arc<AtomicBool>,
    /// Set when a file is read, and not only looked at.
    pub(super) reading: AtomicBool,
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

/// What a walk saw.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The files, by the names the cache gives them, in order.
    pub(super) files: Vec<u64>,
    /// Places that gave no file at all.
    pub(super) empty: Vec<PathBuf>,
    /// Their folders.
    pub(super) folders: Walked,
    /// Whether these were a part of the library only.
    pub(super) part: bool,
}

/// Starts reading everything below the places of a plan; batches and the end are sent as tasks.
pub(super) fn scan(plan: Plan, send: &Sender<Task>) {
    let send = send.clone();
    thread::spawn(move || {
        give_way();
        let (plan, seen) = (Arc::new(plan), Seen::default());
        Walk { plan, send, seen, waiting: Vec::new(), crew: None, counting: false }.walk();
    });
}

/// Lets other threads go first; those started from here do so too.
#[cfg(target_os = "linux")]
pub(super) fn give_way() {
    use thread_priority::{
        NormalThreadSchedulePolicy, ThreadPriority, ThreadPriorityValue, ThreadSchedulePolicy,
    };
    let importance = ThreadPriorityValue::try_from(IMPORTANCE).unwrap_or_default();
    // Without it the work is done all the same.
    _ = thread_priority::set_thread_priority_and_policy(
        thread_priority::thread_native_id(),
        ThreadPriority::Crossplatform(importance),
        ThreadSchedulePolicy::Normal(NormalThreadSchedulePolicy::Batch),
    );
}

/// Elsewhere it would be the whole process that gives way.
#[cfg(not(target_os = "linux"))]
pub(super) fn give_way() {}

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
    seen: Seen,
    /// Files met before it is known whether the library is a large one.
    waiting: Vec<PathBuf>,
    crew: Option<Crew>,
    /// Whether the files are being counted.
    counting: bool,
}

impl Walk {
    fn walk(mut self) {
        if self.plan.cached && !self.hire_large() {
            return;
        }
        let plan = Arc::clone(&self.plan);
        let mut met = vec![false; plan.places.len()];
        let mut following = false;
        let mut problems = scan::walk(&plan.places, plan.follow, &mut |number, path| {
            if let Some((place, met)) = plan.places.get(number).zip(met.get_mut(number)) {
                *met = true;
                if plan.part.is_none() {
                    self.seen.folders.meet(&path, place);
                }
            }
            self.seen.files.push(changes::name(&path));
            following = plan.stop.load(Ordering::Relaxed) || !self.meet(path);
            if following { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if following {
            return;
        }
        // A place that is gone is said once, and not as a file that cannot be read.
        let empty = plan.places.iter().zip(met).filter(|(_, met)| !met);
        self.seen.empty = empty.map(|(place, _)| place.clone()).collect();
        problems.retain(|problem| !self.seen.empty.contains(&problem.path) || problem.path.exists());
        self.end(problems);
    }

    /// Takes a file on; says no when another newsprint reads the library and this one need not.
    fn meet(&mut self, path: PathBuf) -> bool {
        if let Some(crew) = &self.crew {
            if crew.read(path) && !self.counting && self.plan.reading.load(Ordering::Relaxed) {
                self.counting = true;
                self.count();
            }
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

    /// Counts what there is to look at, ahead of the walk, which waits for the readers.
    fn count(&self) {
        let (plan, send) = (Arc::clone(&self.plan), self.send.clone());
        thread::spawn(move || {
            let mut files = 0;
            scan::walk(&plan.places, plan.follow, &mut |_, _| {
                files += 1;
                if plan.stop.load(Ordering::Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
            drop(send.send(Task::Counted(files)));
        });
    }

    fn hire(&mut self, sink: Sink) {
        let crew = Crew::hire(&self.plan, sink);
        for path in std::mem::take(&mut self.waiting) {
            crew.read(path);
        }
        self.crew = Some(crew);
    }

    /// Waits for the readers and says what the walk found.
    fn end(mut self, problems: Vec<FileProblem>) {
        if self.crew.is_none() {
            self.hire(Sink::Librarian(self.send.clone()));
        }
        let Some(crew) = self.crew else { return };
        self.seen.files.sort_unstable();
        drop(self.send.send(Task::Counted(self.seen.files.len())));
        let (sink, maybe_moved) = crew.finish();
        let plan = self.plan;
        self.seen.part = plan.part.is_some();
        let mut last = Batch { problems, ..Batch::default() };
        let Sink::Indexer(write) = sink else {
            drop(self.send.send(Task::Shelved(last)));
            drop(self.send.send(Task::Scanned(self.seen)));
            return;
        };
        let mut gone = match &plan.part {
            Some(gone) => gone.clone(),
            // An unmounted disk is no reason to forget what was on it.
            None if !self.seen.empty.is_empty() => HashSet::new(),
            None => plan.known.gone(&self.seen.files),
        };
        let mut moved = Vec::new();
        for (path, stamp) in maybe_moved {
            match plan.known.named(stamp).filter(|before| gone.remove(before)) {
                Some(before) => moved.push((before, path)),
                None => reader::read(path, stamp, false, &mut last),
            }
        }
        drop(write.send(Write::Batch(last)));
        drop(write.send(Write::End { gone, moved, seen: self.seen }));
    }
}
