//! Owns keeping marks: one thread that appends to the journal, tries again what failed, and says so.
//! It refuses to make a key press wait.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::app::message::Message;
use crate::marks::Change;
use crate::marks::journal::{Journal, Keeper, Kept};

/// How long between two tries to save what could not be saved.
const RETRY: Duration = Duration::from_secs(5);
/// How long an end may wait for the disk.
pub(super) const LAST_WAIT: Duration = Duration::from_secs(1);

/// Changes that may not be on the disk yet, for the end of a run whose disk does not answer.
type Pending = Arc<Mutex<Vec<Change>>>;

/// The thread that keeps marks.
pub(super) struct Journalist {
    journal: Option<Journal>,
    send: Option<Sender<Vec<Change>>>,
    thread: Option<JoinHandle<Kept>>,
    pending: Pending,
}

impl Journalist {
    /// Starts the thread; without a journal, changes live until the end of the run.
    pub(super) fn start(journal: Option<Journal>, news: Sender<Message>) -> Self {
        let pending = Pending::default();
        let Some(kept) = journal.clone() else {
            return Self { journal, send: None, thread: None, pending };
        };
        let (send, receive) = channel();
        let shared = Arc::clone(&pending);
        let thread = thread::spawn(move || {
            drop(news.send(Message::Remembered(kept.history())));
            let mut keeper = Keeper::new(kept);
            keeper.open();
            Keeping { keeper, news, told: None, pending: shared, taken: 0 }.work(&receive)
        });
        Self { journal, send: Some(send), thread: Some(thread), pending }
    }

    /// Keeps changes; returns at once.
    pub(super) fn keep(&self, changes: Vec<Change>) {
        if let Some(send) = &self.send {
            locked(&self.pending).extend(changes.iter().cloned());
            // The thread ends only after this sender does.
            drop(send.send(changes));
        }
    }

    /// Waits for the last changes to be kept. Returns an error that says what was not, and where it
    /// was put instead.
    pub(super) fn finish(&mut self) -> anyhow::Result<()> {
        self.send = None;
        let Some(thread) = self.thread.take() else { return Ok(()) };
        let end = Instant::now() + LAST_WAIT;
        while !thread.is_finished() {
            if Instant::now() > end {
                return self.give_up("the disk did not answer");
            }
            thread::sleep(Duration::from_millis(1));
        }
        match thread.join() {
            Ok(Kept::Journal) => Ok(()),
            Ok(Kept::Elsewhere { count, why, file }) => Err(unsaved(count, &why, file.as_deref())),
            Err(_) => self.give_up("the journal failed"),
        }
    }

    /// Puts elsewhere what the thread may not have saved.
    fn give_up(&self, why: &str) -> anyhow::Result<()> {
        let left = locked(&self.pending);
        if left.is_empty() {
            return Ok(());
        }
        let file = self.journal.as_ref().and_then(|journal| journal.put_elsewhere(&left));
        Err(unsaved(left.len(), why, file.as_deref()))
    }
}

fn locked(pending: &Pending) -> std::sync::MutexGuard<'_, Vec<Change>> {
    pending.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Said at the end of a run whose last marks are not in the journal: how many, why, and where they
/// were put instead. The reading itself went well.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unsaved(String);

fn unsaved(count: usize, why: &str, file: Option<&std::path::Path>) -> anyhow::Error {
    let marks =
        if count == 1 { "the last mark is".to_owned() } else { format!("the last {count} marks are") };
    let place = file.map_or_else(
        || "no other place took them".to_owned(),
        |file| {
            let file = crate::article::Text::line(&file.to_string_lossy());
            format!("kept in {file} instead; the next start reads it")
        },
    );
    Unsaved(format!("{marks} not saved: {why}: {place}")).into()
}

/// What the thread works with.
struct Keeping {
    keeper: Keeper,
    news: Sender<Message>,
    /// What was said last of why marks are not being saved.
    told: Option<String>,
    pending: Pending,
    /// How many of the pending changes the keeper has.
    taken: usize,
}

impl Keeping {
    /// Works until nobody can send any more; returns what became of everything.
    fn work(mut self, receive: &Receiver<Vec<Change>>) -> Kept {
        loop {
            let next = match self.keeper.why() {
                None => receive.recv().map_err(RecvTimeoutError::from),
                Some(_) => receive.recv_timeout(RETRY),
            };
            match next {
                Ok(changes) => self.keep(changes, receive),
                Err(RecvTimeoutError::Timeout) => self.keeper.retry(),
                Err(RecvTimeoutError::Disconnected) => return self.keeper.finish(),
            }
            self.settled();
            self.tell();
        }
    }

    /// Appends what came, and whatever comes meanwhile; then waits until it is on the disk itself.
    fn keep(&mut self, changes: Vec<Change>, receive: &Receiver<Vec<Change>>) {
        for batch in std::iter::once(changes).chain(receive.try_iter()) {
            self.taken += batch.len();
            self.keeper.keep(batch);
        }
        self.keeper.settle();
    }

    /// Forgets what is on the disk.
    fn settled(&mut self) {
        if self.keeper.why().is_none() && self.taken > 0 {
            let mut pending = locked(&self.pending);
            let taken = self.taken.min(pending.len());
            pending.drain(..taken);
            self.taken = 0;
        }
    }

    /// Says that marks are not being saved, or are again, when that changes.
    fn tell(&mut self) {
        let why = self.keeper.why().map(str::to_owned);
        if why != self.told {
            self.told.clone_from(&why);
            drop(self.news.send(Message::Unsaved(why)));
        }
    }
}
