//! Owns noticing what other newsprints mark meanwhile: the system tells that a journal grew, and a thread
//! reads what was added. It refuses to wake up without a cause, and to write anything.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::lookout::{Depth, Lookout, Watcher};
use super::scanner::give_way;
use crate::app::message::Message;
use crate::marks::journal::{Journal, Known};

/// Changes told in one go: the screen takes up the keys that were pressed between two.
const AT_ONCE: usize = 4_000;
/// How long it must be quiet before journals are read, and how long that is waited for at most.
const QUIET: Duration = Duration::from_millis(80);
const LONGEST: Duration = Duration::from_millis(400);

/// The thread that looks.
pub(super) struct Companion {
    wake: Option<Sender<()>>,
}

impl Companion {
    /// Starts looking from the journals as they are now; without a journal nobody else marks anything.
    pub(super) fn start(journal: Option<Journal>, lookout: Lookout, news: Sender<Message>) -> Self {
        let Some(journal) = journal else { return Self { wake: None } };
        let known = journal.known();
        let (wake, woken) = channel();
        let tell = wake.clone();
        thread::spawn(move || {
            give_way();
            listen(&journal, known, (&lookout, &tell), &woken, &news);
        });
        Self { wake: Some(wake) }
    }

    /// Looks at once.
    pub(super) fn look(&self) {
        if let Some(wake) = &self.wake {
            // The thread ends only when nobody hears any more.
            _ = wake.send(());
        }
    }
}

fn listen(
    journal: &Journal,
    mut known: Known,
    (lookout, tell): (&Lookout, &Sender<()>),
    woken: &Receiver<()>,
    news: &Sender<Message>,
) {
    let mut watch = Watch::of(journal.folder(), lookout, tell);
    while woken.recv().is_ok() {
        let begun = Instant::now();
        while begun.elapsed() < LONGEST && woken.recv_timeout(QUIET).is_ok() {}
        // The folder is made with the first mark of all: until then the one above it is watched.
        if watch.as_ref().is_none_or(|watch| !watch.is_near || watch.watcher.is_over()) {
            watch = Watch::of(journal.folder(), lookout, tell);
        }
        let changes = journal.news(&mut known);
        for part in changes.chunks(AT_ONCE) {
            if news.send(Message::Learned(part.to_vec())).is_err() {
                return;
            }
        }
    }
}

/// A watch over the folder of the journals, or over what of its path there is.
struct Watch {
    watcher: Watcher,
    /// Whether it is the folder itself.
    is_near: bool,
}

impl Watch {
    /// Watches; nothing where the system does not tell, and then only the reader's own wish is a cause.
    fn of(folder: &Path, lookout: &Lookout, tell: &Sender<()>) -> Option<Self> {
        let tell = tell.clone();
        let mut watcher = lookout.watcher(false, move |_| _ = tell.send(())).ok()?;
        let there = folder.ancestors().find(|path| path.is_dir())?;
        watcher.watch(there, Depth::Folder).ok()?;
        Some(Self { watcher, is_near: there == folder })
    }
}
