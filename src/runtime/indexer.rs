//! Owns the thread that writes the cache: batches in, commits at intervals, each batch handed on to the
//! librarian, who shows it at once. It refuses to read files.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use super::librarian::Task;
use super::scanner::{Batch, Seen};
use crate::library::cache::{CacheError, Writer};

/// Articles after which what was read is made durable; until then it is held in memory too.
const ARTICLES: usize = 16384;
/// Bytes of their text after which it is, however few they are. Every time the disk is waited for, and all
/// the words so far are put in order.
const BYTES: usize = 64 << 20;
/// How long anything waits to be durable.
const INTERVAL: Duration = Duration::from_secs(10);
/// Batches that may wait; then the readers do. Enough to read on for a while as others are made durable.
const WAITING: usize = 48;

/// Something to write.
pub(super) enum Write {
    /// Files that were read.
    Batch(Batch),
    /// The walk is over.
    End {
        /// Files that are there no more, by name.
        gone: HashSet<u64>,
        /// Files that are elsewhere now: the name each had, and its path.
        moved: Vec<(u64, PathBuf)>,
        /// What the walk saw.
        seen: Seen,
    },
}

/// Starts the thread.
pub(super) fn start(writer: Writer, send: Sender<Task>) -> SyncSender<Write> {
    let (write, receive) = sync_channel(WAITING);
    thread::spawn(move || {
        let told = send.clone();
        let indexer = Indexer { writer, send, articles: 0, bytes: 0, begun: Instant::now() };
        // An index that panics is as broken as one that says so.
        let worked = catch_unwind(AssertUnwindSafe(|| indexer.work(&receive)));
        let why = match worked {
            Ok(Ok(())) => return drop(told.send(Task::Rested)),
            Ok(Err(error)) => error.to_string(),
            Err(_) => "the index failed".to_owned(),
        };
        drop(told.send(Task::Broken(why)));
    });
    write
}

struct Indexer {
    writer: Writer,
    send: Sender<Task>,
    /// Articles since the last commit, and the bytes of their text.
    articles: usize,
    bytes: usize,
    begun: Instant,
}

impl Indexer {
    fn work(mut self, receive: &Receiver<Write>) -> Result<(), CacheError> {
        loop {
            match receive.recv_timeout(INTERVAL) {
                Ok(Write::Batch(batch)) => self.put(batch)?,
                Ok(Write::End { gone, moved, seen }) => return self.end(&gone, moved, seen),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return self.commit(),
            }
            if self.articles >= ARTICLES || self.bytes >= BYTES || self.begun.elapsed() >= INTERVAL {
                self.commit()?;
            }
        }
    }

    fn put(&mut self, batch: Batch) -> Result<(), CacheError> {
        for file in &batch.read {
            self.writer.put(&file.path, file.stamp, &file.entries, file.held)?;
            self.articles += file.entries.len() + usize::from(file.held);
            self.bytes += file.entries.iter().map(|entry| entry.text.len()).sum::<usize>();
        }
        drop(self.send.send(Task::Shelved(batch)));
        Ok(())
    }

    fn commit(&mut self) -> Result<(), CacheError> {
        self.begun = Instant::now();
        if self.articles > 0 {
            (self.articles, self.bytes) = (0, 0);
            self.writer.commit()?;
            drop(self.send.send(Task::Committed));
        }
        Ok(())
    }

    /// Forgets what is gone, and waits for the merges after everybody knows.
    fn end(mut self, gone: &HashSet<u64>, moved: Vec<(u64, PathBuf)>, seen: Seen) -> Result<(), CacheError> {
        self.articles += gone.len() + moved.len();
        self.writer.forget(gone);
        self.writer.follow(moved);
        let changed = self.articles > 0;
        self.commit()?;
        drop(self.send.send(Task::Scanned(seen)));
        self.writer.finish()?;
        if changed {
            drop(self.send.send(Task::Committed));
        }
        Ok(())
    }
}
