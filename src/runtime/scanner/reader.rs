//! Owns the threads that read the files a walk met. It refuses to walk.

use std::panic::catch_unwind;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::{Batch, FileRead, Plan, Sink};
use crate::article::Text;
use crate::library::cache::changes::{self, Change};
use crate::library::{Entry, FileProblem, scan, shelf};
use crate::runtime::indexer::Write;
use crate::runtime::librarian::Task;

/// Stack of a thread that parses, in bytes: parsers recurse, within their own bounds.
const STACK: usize = 16 << 20;
/// How long a batch may grow before it is handed over.
const BATCH: Duration = Duration::from_millis(15);
/// Files the walk may be ahead of the readers.
const AHEAD: usize = 4096;

/// Files that stand where none stood, in the state of one known elsewhere: moved, or a second name.
type MaybeMoved = Arc<Mutex<Vec<(PathBuf, u64)>>>;

/// The threads that read.
pub(super) struct Crew {
    paths: SyncSender<PathBuf>,
    readers: Vec<JoinHandle<()>>,
    sink: Sink,
    maybe_moved: MaybeMoved,
}

impl Crew {
    pub(super) fn hire(plan: &Arc<Plan>, sink: Sink) -> Self {
        let (paths, found) = sync_channel::<PathBuf>(AHEAD);
        let found = Arc::new(Mutex::new(found));
        let maybe_moved = MaybeMoved::default();
        let count = thread::available_parallelism().map_or(2, |n| n.get().clamp(2, 8));
        let mut readers = Vec::new();
        for _ in 0..count {
            let reader = Reader {
                plan: Arc::clone(plan),
                sink: sink.clone(),
                batch: Batch::default(),
                maybe_moved: Arc::clone(&maybe_moved),
            };
            let found = Arc::clone(&found);
            readers.extend(thread::Builder::new().stack_size(STACK).spawn(move || reader.work(&found)));
        }
        Self { paths, readers, sink, maybe_moved }
    }

    /// Has a file read; waits when the readers are far behind, and says so.
    pub(super) fn read(&self, path: PathBuf) -> bool {
        let Err(TrySendError::Full(path)) = self.paths.try_send(path) else { return false };
        drop(self.paths.send(path));
        true
    }

    /// Waits for everything to be read. Returns where it was sent, and the files that were left.
    pub(super) fn finish(self) -> (Sink, Vec<(PathBuf, u64)>) {
        drop(self.paths);
        for reader in self.readers {
            drop(reader.join());
        }
        let left = std::mem::take(&mut *self.maybe_moved.lock().unwrap_or_else(PoisonError::into_inner));
        (self.sink, left)
    }
}

/// A thread that reads.
struct Reader {
    plan: Arc<Plan>,
    sink: Sink,
    batch: Batch,
    maybe_moved: MaybeMoved,
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
        // Before it is read, so that a change meanwhile is seen the next time.
        let stamp = changes::stamp_at(&path);
        match self.plan.known.change(changes::name(&path), stamp) {
            Change::None => {}
            Change::New if stamp != 0 && self.plan.known.named(stamp).is_some() => {
                self.maybe_moved.lock().unwrap_or_else(PoisonError::into_inner).push((path, stamp));
            }
            change => {
                self.plan.reading.store(true, Ordering::Relaxed);
                read(path, stamp, change == Change::Edited, &mut self.batch);
            }
        }
    }
}

/// Reads a file into a batch.
pub(super) fn read(path: PathBuf, stamp: u64, held: bool, batch: &mut Batch) {
    let taken = catch_unwind(|| {
        let reading = scan::read(&path);
        let entries: Vec<Arc<Entry>> = shelf::shelve(&reading).into_iter().map(Arc::new).collect();
        (entries, reading.articles)
    });
    let (entries, what) = match taken {
        Ok((entries, Ok(articles))) if articles.is_empty() => {
            (entries, Some(Text::new("has no readable article")))
        }
        Ok((entries, Ok(_))) => (entries, None),
        Ok((entries, Err(what))) => (entries, Some(what)),
        Err(_) => (Vec::new(), Some(Text::new("the parser failed on this file"))),
    };
    batch.problems.extend(what.map(|what| FileProblem { path: path.clone(), what }));
    batch.read.push(FileRead { path, stamp, held, entries });
}
