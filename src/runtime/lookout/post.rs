//! Owns the other end of the process that watches: starting it, giving it orders, and passing on what it
//! reports. It refuses to wait for its end.

use std::collections::HashMap;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::wire::{self, Order, Report};
use super::{Change, Depth, Ear, OVER};
use crate::files::SavedPath;

/// The process that watches. It ends when nobody holds this any more.
pub(super) struct Post {
    orders: Mutex<Box<dyn Write + Send>>,
    listeners: Arc<Listeners>,
    next: AtomicU64,
}

/// Who listens to which watcher; none once the process is over.
#[derive(Default)]
struct Listeners(Mutex<Option<HashMap<u64, Listener>>>);

struct Listener {
    ear: Ear,
    answers: Sender<Result<(), String>>,
}

impl Post {
    /// Starts the process. Returns an error where there can be none.
    pub(super) fn start() -> io::Result<Self> {
        let mut process =
            command()?.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let (Some(orders), Some(reports)) = (process.stdin.take(), process.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        Ok(Self::between(orders, reports, || bury(process)))
    }

    /// Gives orders here and takes reports from there; does what is to be done at their end.
    pub(super) fn between(
        orders: impl Write + Send + 'static,
        reports: impl Read + Send + 'static,
        end: impl FnOnce() + Send + 'static,
    ) -> Self {
        let listeners = Arc::new(Listeners(Mutex::new(Some(HashMap::new()))));
        let told = Arc::clone(&listeners);
        thread::spawn(move || {
            told.pass_on(reports);
            end();
        });
        Self { orders: Mutex::new(Box::new(orders)), listeners, next: AtomicU64::new(0) }
    }

    /// Tells whether the process has ended.
    pub(super) fn is_over(&self) -> bool {
        self.listeners.lock().is_none()
    }

    fn order(&self, order: &Order) -> io::Result<()> {
        wire::send(order, &mut *self.orders.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Listeners {
    /// Passes reports on until the process ends; nobody hears anything from then on.
    fn pass_on(&self, reports: impl Read) {
        for report in wire::receive(BufReader::new(reports)) {
            let listeners = self.lock();
            let listener = |watcher: &u64| listeners.as_ref()?.get(watcher);
            match report {
                Report::Answer { watcher, refused } => {
                    if let Some(listener) = listener(&watcher) {
                        // Who asked may have gone.
                        drop(listener.answers.send(refused.map_or(Ok(()), Err)));
                    }
                }
                Report::Changed { watcher, at } => {
                    if let Some(listener) = listener(&watcher) {
                        (listener.ear)(at.and_then(SavedPath::read).map_or(Change::Anywhere, Change::At));
                    }
                }
            }
        }
        *self.lock() = None;
    }

    fn lock(&self) -> MutexGuard<'_, Option<HashMap<u64, Listener>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes notice of the end of a process, so that the system forgets it.
fn bury(mut process: Child) {
    // One that says what is not understood is of no use.
    drop(process.kill());
    drop(process.wait());
}

/// This program, under the name that has it watch: the file that is running, even if another has its name by
/// now. It is in a group of its own, so that what is pressed while an editor has the terminal does not end it.
#[cfg(target_os = "linux")]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere there is none")]
fn command() -> io::Result<Command> {
    use std::os::unix::process::CommandExt;
    let mut command = Command::new("/proc/self/exe");
    command.arg0(super::service::NAME).process_group(0);
    Ok(command)
}

#[cfg(not(target_os = "linux"))]
fn command() -> io::Result<Command> {
    Err(io::ErrorKind::Unsupported.into())
}

/// A watcher of the other process.
pub(in crate::runtime) struct Distant {
    post: Arc<Post>,
    watcher: u64,
    follow_links: bool,
    answers: Receiver<Result<(), String>>,
}

impl Distant {
    /// Returns a watcher that watches nothing yet.
    pub(super) fn new(post: Arc<Post>, follow_links: bool, ear: Ear) -> Self {
        let watcher = post.next.fetch_add(1, Ordering::Relaxed);
        let (send, answers) = channel();
        if let Some(listeners) = &mut *post.listeners.lock() {
            listeners.insert(watcher, Listener { ear, answers: send });
        }
        Self { post, watcher, follow_links, answers }
    }

    /// Watches a folder from now on. Returns an error, as a sentence part, when that cannot be.
    pub(super) fn watch(&self, folder: &Path, depth: Depth) -> Result<(), String> {
        let (watcher, follow_links) = (self.watcher, self.follow_links);
        let order = Order::Watch { watcher, follow_links, folder: SavedPath::of(folder), depth };
        self.post.order(&order).map_err(|error| error.to_string())?;
        self.answers.recv().unwrap_or_else(|_| Err(OVER.to_owned()))
    }

    /// Tells whether the process has ended.
    pub(super) fn is_over(&self) -> bool {
        self.post.is_over()
    }

    /// Watches a folder no longer.
    pub(super) fn leave(&self, folder: &Path) {
        // A process that has ended watches nothing.
        drop(self.post.order(&Order::Leave { watcher: self.watcher, folder: SavedPath::of(folder) }));
    }
}

impl Drop for Distant {
    fn drop(&mut self) {
        if let Some(listeners) = &mut *self.post.listeners.lock() {
            listeners.remove(&self.watcher);
        }
        drop(self.post.order(&Order::End { watcher: self.watcher }));
    }
}
