//! Owns noticing that files changed: the system tells, a thread gathers what it is told for a moment,
//! and the librarian hears of it once. It refuses to look at the files, and to wake up without a cause.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::librarian::Task;

/// How long it must be quiet before a change is told, and how long it is kept back at most.
const QUIET: Duration = Duration::from_millis(120);
const LONGEST: Duration = Duration::from_millis(600);
/// Changes beyond which the whole library is looked at instead.
const MANY: usize = 2000;

/// Watches while it lives.
pub(super) struct Watch {
    _watcher: RecommendedWatcher,
}

/// A watch that somebody else can end: the system takes its time to forget what it watched, and the process
/// does not end before.
#[derive(Clone, Default)]
pub(super) struct Watching {
    state: Arc<Mutex<State>>,
}

/// How it stands with a watch.
#[derive(Default)]
enum State {
    #[default]
    Off,
    /// The folders are being told to the system.
    Starting,
    On {
        _watch: Watch,
    },
    /// Nobody wants to know any more.
    Over,
}

impl Watching {
    /// Watches from now on. Every folder has to be visited for it, so a thread does it that gives way to
    /// others. [`Task::Watched`] says that it is done, and [`Task::Unwatched`] that it cannot be.
    pub(super) fn begin(
        &self,
        start: impl FnOnce() -> Result<Watch, String> + Send + 'static,
        send: Sender<Task>,
    ) {
        if !matches!(*self.lock(), State::Off) {
            return;
        }
        *self.lock() = State::Starting;
        let watching = self.clone();
        thread::spawn(move || {
            super::scanner::give_way();
            let started = start();
            let mut state = watching.lock();
            if matches!(*state, State::Starting) {
                let (next, told) = match started {
                    Ok(watch) => (State::On { _watch: watch }, Task::Watched),
                    Err(why) => (State::Off, Task::Unwatched(why)),
                };
                *state = next;
                drop(send.send(told));
            }
        });
    }

    /// Watches no longer, and never again.
    pub(super) fn end(&self) {
        *self.lock() = State::Over;
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What changed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Touched {
    /// These files or folders.
    Paths(Vec<PathBuf>),
    /// More than can be told.
    Anything,
}

impl Watch {
    /// Watches folders and everything in them, and one file beside (`written`) that another newsprint
    /// replaces. Returns an error, as a sentence part, when the system will not.
    pub(super) fn start(
        places: &[PathBuf],
        written: Option<&Path>,
        follow_links: bool,
        send: &Sender<Task>,
    ) -> Result<Self, String> {
        let (tell, told) = channel::<notify::Result<Event>>();
        let config = Config::default().with_follow_symlinks(follow_links);
        let mut watcher = RecommendedWatcher::new(tell, config).map_err(|error| said(&error))?;
        if let Some(folder) = written.and_then(Path::parent) {
            // Without it another newsprint's work shows when that one ends.
            drop(watcher.watch(folder, RecursiveMode::NonRecursive));
        }
        let (send, written) = (send.clone(), written.map(Path::to_owned));
        thread::spawn(move || gather(&told, written.as_deref(), &send));
        let mut watched = Ok(());
        for place in places {
            // Of a place that is not there the walk tells.
            if let Err(error) = watcher.watch(place, RecursiveMode::Recursive)
                && place.exists()
            {
                watched = Err(said(&error));
            }
        }
        watched.map(|()| Self { _watcher: watcher })
    }
}

fn said(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => "the system watches no more folders".to_owned(),
        notify::ErrorKind::PathNotFound => "a folder is not there".to_owned(),
        notify::ErrorKind::Io(error) => error.to_string(),
        _ => error.to_string(),
    }
}

/// Gathers until the watcher is gone.
fn gather(told: &Receiver<notify::Result<Event>>, written: Option<&Path>, send: &Sender<Task>) {
    let mut heard = Heard::default();
    while let Ok(event) = told.recv() {
        heard.take(event, written);
        let begun = Instant::now();
        while !heard.is_empty() && begun.elapsed() < LONGEST {
            match told.recv_timeout(QUIET) {
                Ok(event) => heard.take(event, written),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        if !heard.tell(send) {
            return;
        }
    }
}

/// What was told and not passed on yet.
#[derive(Debug, Default)]
struct Heard {
    paths: HashSet<PathBuf>,
    anything: bool,
    written: bool,
}

impl Heard {
    fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.anything && !self.written
    }

    fn take(&mut self, event: notify::Result<Event>, written: Option<&Path>) {
        let Ok(event) = event else { return };
        self.anything |= event.need_rescan();
        if !is_change(event.kind) {
            return;
        }
        for path in event.paths {
            if written.is_some_and(|written| written.parent() == path.parent()) {
                self.written |= written == Some(path.as_path());
            } else {
                self.paths.insert(path);
            }
        }
    }

    /// Passes on what was heard; says no when nobody listens.
    fn tell(&mut self, send: &Sender<Task>) -> bool {
        let Self { paths, anything, written } = std::mem::take(self);
        let touched = if anything || paths.len() > MANY {
            Some(Touched::Anything)
        } else {
            (!paths.is_empty()).then(|| Touched::Paths(paths.into_iter().collect()))
        };
        let files = touched.is_none_or(|touched| send.send(Task::Touched(touched)).is_ok());
        files && (!written || send.send(Task::Written).is_ok())
    }
}

/// Says whether something may read otherwise now. A file that was written is one when it is closed.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}
