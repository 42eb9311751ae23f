//! Owns the library while newsprint runs: one thread that holds the collection, takes batches in, and
//! answers the newest request first. It refuses to answer what nobody waits for any more.

mod answers;
mod desk;
mod failing;
mod intake;
mod noticing;
mod surveys;
#[cfg(test)]
mod tests;
mod versions;

use std::cell::Cell;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;
use std::time::Duration;

use super::lookout::Lookout;
use super::scanner::{Batch, Seen};
use super::watcher::{Touched, Watching};
use crate::app::errand::Errand;
use crate::app::message::Message;
use crate::library::cache::Store;
use crate::library::{Order, View};
use crate::marks::{Change, Marks};
use crate::words::Words;
use desk::Desk;

/// Stack of the thread, in bytes: it parses the article that is opened.
const STACK: usize = 16 << 20;
/// How long quitting may wait for the head of the cache. Without it the next start only shows less.
const LAST_WAIT: Duration = Duration::from_millis(30);

/// Something for the librarian to do.
pub(super) enum Task {
    /// The app asks something.
    Asked(Errand),
    /// The versions of a story are one article from now on, or are not.
    Fold(bool),
    /// The stories that were saved more than once were looked for, and whether they had to be.
    Folded(bool),
    /// Read the files again.
    Rescan,
    /// The reader changed marks.
    Marked(Vec<Change>),
    /// The library is a large one, and its cache is ready to be filled.
    Large,
    /// Files were read.
    Shelved(Batch),
    /// Everything shelved so far is in the cache.
    Committed,
    /// The files were counted.
    Counted(usize),
    /// All files were read; these are all there are.
    Scanned(Seen),
    /// The thread that wrote the cache has nothing more to do.
    Rested,
    /// Another newsprint brings the cache up to date.
    Following,
    /// The other newsprint is done, in whatever way.
    Free,
    /// Another newsprint wrote something.
    Written,
    /// Files changed.
    Touched(Touched),
    /// Changes of files are noticed from now on.
    Watched,
    /// Changes of files are not noticed, and why.
    Unwatched(String),
    /// There can be no cache, and why: everything is held in memory.
    Uncached(String),
    /// The cache failed, and why: it is made anew.
    Broken(String),
    /// Keep what the next start begins with, and say when it is done.
    Close(SyncSender<()>),
    /// Nobody asks any more.
    Over,
}

/// What the librarian starts from.
pub(super) struct Start {
    /// The files and folders of the library.
    pub(super) places: Vec<PathBuf>,
    /// The reader's other libraries: none of their files is written over.
    pub(super) kept: Vec<PathBuf>,
    /// An article from standard input.
    pub(super) stdin: Option<Vec<u8>>,
    /// Whether links are followed.
    pub(super) follow: bool,
    /// Whether the versions of a story are one article.
    pub(super) folds: bool,
    /// Where the cache of a large library is kept, if it may be.
    pub(super) store: Option<Store>,
    /// The order the list begins in, and then the one the head of the cache was kept in.
    pub(super) order: Order,
    /// What the reader did so far, once it is read.
    pub(super) marks: Receiver<Marks>,
    /// The home folder, for paths that begin with `~/`.
    pub(super) home: Option<PathBuf>,
    /// The language of what is said.
    pub(super) words: Words,
    /// Where changes of files are seen.
    pub(super) lookout: Lookout,
}

impl Start {
    /// Returns what the list begins with, if a cache has kept it.
    pub(super) fn head(&self) -> Option<View> {
        self.store.as_ref()?.head(self.order)
    }
}

/// The thread that holds the library.
pub(super) struct Librarian {
    send: Sender<Task>,
    stop: Arc<AtomicBool>,
    /// Whether marks changed, and with them what the next start begins with.
    marked: Cell<bool>,
    watch: Watching,
}

impl Librarian {
    /// Starts the thread and the reading of files.
    pub(super) fn start(start: Start, news: Sender<Message>) -> Self {
        let (send, receive) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let news = News { send: news, stop: Arc::clone(&stop) };
        let back = send.clone();
        let watch = Watching::default();
        let watched = watch.clone();
        let work = move || Desk::new(start, news, back, watched).work(&receive);
        // Without its thread there is no library; the list then stays empty and says so.
        drop(thread::Builder::new().stack_size(STACK).spawn(work));
        Self { send, stop, marked: Cell::new(false), watch }
    }

    /// Gives the thread something to do; returns at once.
    pub(super) fn ask(&self, task: Task) {
        self.marked.set(self.marked.get() || matches!(task, Task::Marked(_)));
        drop(self.send.send(task));
    }

    /// Changes of files are no longer of interest.
    pub(super) fn unwatch(&self) {
        self.watch.end();
    }

    /// Lets the thread keep what the next start begins with, unless it is busy for too long.
    pub(super) fn finish(&self) {
        if !self.marked.get() {
            return;
        }
        let (done, wait) = sync_channel(1);
        self.ask(Task::Close(done));
        _ = wait.recv_timeout(LAST_WAIT);
    }
}

impl Drop for Librarian {
    /// Ends the work that nobody waits for any more, and drops its news.
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.watch.end();
        drop(self.send.send(Task::Over));
    }
}

/// Where news go, as long as somebody waits for them.
struct News {
    send: Sender<Message>,
    stop: Arc<AtomicBool>,
}

impl News {
    fn tell(&self, message: Message) {
        if !self.stop.load(Ordering::Relaxed) {
            drop(self.send.send(message));
        }
    }

    fn failed(&self, why: String) {
        self.tell(Message::Failed(why));
    }
}
