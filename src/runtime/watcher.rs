//! Owns noticing that files changed: the system tells, a thread gathers what it is told for a moment,
//! and the librarian hears of it once. It refuses to look at the files, and to wake up without a cause.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use super::librarian::Task;
use super::lookout::{Change, Depth, Lookout, OVER, Watcher};

/// How long it must be quiet before a change is told, and how long it is kept back at most.
const QUIET: Duration = Duration::from_millis(120);
const LONGEST: Duration = Duration::from_millis(600);
/// Changes beyond which the whole library is looked at instead.
const MANY: usize = 2000;

/// Watches while it lives.
pub(super) struct Watch {
    _watcher: Arc<Mutex<Watcher>>,
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

    /// Nothing is told any more: it may begin again.
    pub(super) fn lose(&self) {
        let mut state = self.lock();
        if matches!(*state, State::On { .. }) {
            *state = State::Off;
        }
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
        lookout: &Lookout,
        places: &[PathBuf],
        written: Option<&Path>,
        follow_links: bool,
        send: &Sender<Task>,
    ) -> Result<Self, String> {
        let (tell, told) = channel();
        let mut watcher = lookout.watcher(follow_links, move |change| drop(tell.send(change)))?;
        if let Some(folder) = written.and_then(Path::parent) {
            // Without it another newsprint's work shows when that one ends.
            drop(watcher.watch(folder, Depth::Folder));
        }
        let mut watched = Ok(());
        for place in places {
            // Of a place that is not there the walk tells.
            if let Err(error) = watcher.watch(place, Depth::Tree)
                && place.exists()
            {
                watched = Err(error);
            }
        }
        let watcher = Arc::new(Mutex::new(watcher));
        let mut returns = Returns::new(places, &watcher);
        let (send, written) = (send.clone(), written.map(Path::to_owned));
        thread::spawn(move || {
            if returns.await_absent() {
                drop(send.send(Task::Touched(Touched::Anything)));
            }
            gather(&told, written.as_deref(), &mut returns, &send);
            if returns.is_wanted() {
                drop(send.send(Task::Unwatched(OVER.to_owned())));
            }
        });
        watched.map(|()| Self { _watcher: watcher })
    }
}

/// Gathers until the watcher is gone.
fn gather(told: &Receiver<Change>, written: Option<&Path>, returns: &mut Returns, send: &Sender<Task>) {
    let mut heard = Heard::default();
    while let Ok(change) = told.recv() {
        heard.take(change, written);
        let begun = Instant::now();
        while !heard.is_empty() && begun.elapsed() < LONGEST {
            match told.recv_timeout(QUIET) {
                Ok(change) => heard.take(change, written),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        heard.anything |= returns.look(&mut heard.paths);
        if !heard.tell(send) {
            return;
        }
    }
}

/// Places that went away and may come back: the system forgets what it was to watch there, so the nearest
/// folder above is watched until then.
struct Returns {
    places: Vec<PathBuf>,
    /// The places that are gone, each with the folder above that is watched for it.
    gone: Vec<(PathBuf, PathBuf)>,
    watcher: Weak<Mutex<Watcher>>,
}

impl Returns {
    fn new(places: &[PathBuf], watcher: &Arc<Mutex<Watcher>>) -> Self {
        Self { places: places.to_vec(), gone: Vec::new(), watcher: Arc::downgrade(watcher) }
    }

    /// Waits for the places that are not there now. Says whether one has come since.
    fn await_absent(&mut self) -> bool {
        let Some(watcher) = self.watcher.upgrade() else { return false };
        let mut watcher = watcher.lock().unwrap_or_else(PoisonError::into_inner);
        let absent: Vec<PathBuf> = self.places.iter().filter(|place| !place.exists()).cloned().collect();
        let mut came = false;
        for place in absent {
            came |= self.wait(place, &mut watcher);
        }
        came
    }

    /// Tells whether somebody still wants to hear of changes.
    fn is_wanted(&self) -> bool {
        self.watcher.strong_count() > 0
    }

    /// Looks at whether what changed is a place that went or came back, and takes from it what is about the
    /// folders above. Says whether one came back: of what is in it nothing was told.
    fn look(&mut self, paths: &mut HashSet<PathBuf>) -> bool {
        let Some(watcher) = self.watcher.upgrade() else { return false };
        let mut watcher = watcher.lock().unwrap_or_else(PoisonError::into_inner);
        let went = self.places.iter().filter(|place| paths.contains(*place));
        let waits = |place: &Path| self.gone.iter().any(|(gone, _)| gone == place);
        let went: Vec<PathBuf> = went.filter(|place| !waits(place)).cloned().collect();
        let waiting = std::mem::take(&mut self.gone);
        let mut came = false;
        for (place, above) in waiting {
            let is_near = |path: &PathBuf| path.parent() == Some(&above);
            if !paths.iter().any(is_near) {
                self.gone.push((place, above));
                continue;
            }
            paths.retain(|path| !is_near(path) || place.starts_with(path));
            self.leave(&above, &mut watcher);
            came |= self.wait(place, &mut watcher);
        }
        for place in went {
            came |= self.wait(place, &mut watcher);
        }
        came
    }

    /// Watches a place if it is there, else the nearest folder above it. Says whether it is there.
    fn wait(&mut self, place: PathBuf, watcher: &mut Watcher) -> bool {
        // Between the look and the watch it may come: so the watch is first, and then the look.
        let above = place.ancestors().skip(1).find(|above| above.is_dir()).map(Path::to_owned);
        if let Some(above) = above {
            if !self.is_watched(&above) {
                drop(watcher.watch(&above, Depth::Folder));
            }
            if !place.exists() {
                self.gone.push((place, above));
                return false;
            }
            self.leave(&above, watcher);
        }
        watcher.watch(&place, Depth::Tree).is_ok()
    }

    /// Says whether a folder is watched for another place, or lies in one.
    fn is_watched(&self, folder: &Path) -> bool {
        let lies_in = |place: &PathBuf| folder.starts_with(place);
        self.gone.iter().any(|(_, above)| above == folder) || self.places.iter().any(lies_in)
    }

    /// Watches a folder above no longer, unless somebody else needs it.
    fn leave(&self, above: &Path, watcher: &mut Watcher) {
        if !self.is_watched(above) {
            watcher.leave(above);
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

    fn take(&mut self, change: Change, written: Option<&Path>) {
        match change {
            Change::Anywhere => self.anything = true,
            Change::At(path) if written.is_some_and(|written| written.parent() == path.parent()) => {
                self.written |= written == Some(path.as_path());
            }
            Change::At(path) => drop(self.paths.insert(path)),
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
