//! Owns keeping marks: one thread that appends to the journal, tries again what failed, and says so.
//! It refuses to make a key press wait.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::anyhow;

use crate::app::message::Message;
use crate::marks::Change;
use crate::marks::journal::Journal;

/// How long between two tries to save what could not be saved.
const RETRY: Duration = Duration::from_secs(5);
/// How long an end may wait for the disk.
const LAST_WAIT: Duration = Duration::from_secs(1);

/// The thread that keeps marks.
pub(super) struct Journalist {
    send: Option<Sender<Vec<Change>>>,
    thread: Option<JoinHandle<Option<String>>>,
}

impl Journalist {
    /// Starts the thread; without a journal, changes live until the end of the run.
    pub(super) fn start(journal: Option<Journal>, news: Sender<Message>) -> Self {
        let Some(journal) = journal else { return Self { send: None, thread: None } };
        let (send, receive) = channel();
        let thread =
            thread::spawn(move || Desk { journal, news, unsaved: Vec::new(), why: None }.work(&receive));
        Self { send: Some(send), thread: Some(thread) }
    }

    /// Keeps changes; returns at once.
    pub(super) fn keep(&self, changes: Vec<Change>) {
        if let Some(send) = &self.send {
            // The thread ends only after this sender does.
            drop(send.send(changes));
        }
    }

    /// Waits for the last changes to be kept. Returns an error that says what was not.
    pub(super) fn finish(&mut self) -> anyhow::Result<()> {
        self.send = None;
        let Some(thread) = self.thread.take() else { return Ok(()) };
        let end = Instant::now() + LAST_WAIT;
        while !thread.is_finished() {
            if Instant::now() > end {
                return Err(anyhow!("the last marks may not be saved: the disk did not answer"));
            }
            thread::sleep(Duration::from_millis(1));
        }
        match thread.join() {
            Ok(None) => Ok(()),
            Ok(Some(why)) => Err(anyhow!("the last marks were not saved: {why}")),
            Err(_) => Err(anyhow!("the last marks may not be saved: the journal failed")),
        }
    }
}

/// What the thread works with.
struct Desk {
    journal: Journal,
    news: Sender<Message>,
    unsaved: Vec<Change>,
    why: Option<String>,
}

impl Desk {
    /// Works until nobody can send any more; returns why something stayed unsaved.
    fn work(mut self, receive: &Receiver<Vec<Change>>) -> Option<String> {
        loop {
            let next = match self.why {
                None => receive.recv().map_err(RecvTimeoutError::from),
                Some(_) => receive.recv_timeout(RETRY),
            };
            match next {
                Ok(changes) => self.keep(changes, receive),
                Err(RecvTimeoutError::Timeout) => self.append(Vec::new()),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        if self.why.is_some() {
            self.append(Vec::new());
        }
        self.why
    }

    /// Appends what came, and whatever comes meanwhile; then waits until it is on the disk itself.
    fn keep(&mut self, changes: Vec<Change>, receive: &Receiver<Vec<Change>>) {
        self.append(changes);
        while let Ok(more) = receive.try_recv() {
            self.append(more);
        }
        if self.why.is_none() {
            let outcome = self.journal.sync().err().map(|error| error.to_string());
            self.tell(outcome);
        }
    }

    /// Appends what is new behind what is still unsaved.
    fn append(&mut self, changes: Vec<Change>) {
        self.unsaved.extend(changes);
        let outcome = self.journal.append(&self.unsaved).err().map(|error| error.to_string());
        if outcome.is_none() {
            self.unsaved.clear();
        }
        self.tell(outcome);
    }

    /// Says that marks are not being saved, or are again, when that changes.
    fn tell(&mut self, why: Option<String>) {
        if why != self.why {
            self.why.clone_from(&why);
            drop(self.news.send(Message::Unsaved(why)));
        }
    }
}
