//! Owns reading many files at once: one thread walks, several read, batches go to the librarian. It
//! refuses to hold articles.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::librarian::Task;
use crate::library::{Entry, FileProblem, scan, shelf};

/// Stack of a thread that parses, in bytes: parsers recurse, within their own bounds.
const STACK: usize = 16 << 20;
/// How long a batch may grow before it is handed over.
const BATCH: Duration = Duration::from_millis(15);

/// Files that were read together.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// How many files.
    pub(super) files: usize,
    /// Their articles.
    pub(super) entries: Vec<Entry>,
    /// Files that gave no article, and why.
    pub(super) problems: Vec<FileProblem>,
}

/// Starts reading everything below `places`; batches and the end are sent as tasks.
pub(super) fn scan(places: Vec<PathBuf>, follow: bool, send: &Sender<Task>) {
    let (paths, found) = channel::<PathBuf>();
    let found = Arc::new(Mutex::new(found));
    let readers = thread::available_parallelism().map_or(2, |n| n.get().clamp(2, 8));
    let mut threads = Vec::new();
    for _ in 0..readers {
        let (found, send) = (Arc::clone(&found), send.clone());
        threads.extend(thread::Builder::new().stack_size(STACK).spawn(move || read(&found, &send)));
    }
    let send = send.clone();
    thread::spawn(move || {
        let mut seen = HashSet::new();
        let problems = scan::walk(&places, follow, &mut |path| {
            seen.insert(path.clone());
            drop(paths.send(path));
        });
        drop(paths);
        for thread in threads {
            drop(thread.join());
        }
        drop(send.send(Task::Shelved(Batch { problems, ..Batch::default() })));
        drop(send.send(Task::Scanned(seen)));
    });
}

/// Reads files until there are no more.
fn read(found: &Mutex<Receiver<PathBuf>>, send: &Sender<Task>) {
    let mut batch = Batch::default();
    let mut begun = Instant::now();
    loop {
        let next = found.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(path) = next else { break };
        let reading = scan::read(&path);
        batch.files += 1;
        batch.entries.extend(shelf::shelve(&reading));
        match reading.articles {
            Ok(articles) if articles.is_empty() => {
                let what = crate::article::Text::new("has no readable article");
                batch.problems.push(FileProblem { path, what });
            }
            Ok(_) => {}
            Err(what) => batch.problems.push(FileProblem { path, what }),
        }
        if begun.elapsed() > BATCH {
            if send.send(Task::Shelved(std::mem::take(&mut batch))).is_err() {
                return;
            }
            begun = Instant::now();
        }
    }
    drop(send.send(Task::Shelved(batch)));
}
