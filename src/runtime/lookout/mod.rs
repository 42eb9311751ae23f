//! Owns watching folders: who wants to know of changes says which folders, and is told what changed in them.
//! It refuses to look at files, and to judge what a change means.
//!
//! To end a watch, Linux waits until no processor can still be looking at it (`fsnotify_destroy_group`), 5 to
//! 25 ms whatever is watched, and a process does not end before. So that to quit takes no longer than newsprint
//! itself needs, another process does the watching, for which nobody waits; where there can be none, this one
//! does.

mod here;
mod post;
mod service;
#[cfg(test)]
mod tests;
mod wire;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use serde::{Deserialize, Serialize};

pub use service::{is_lookout, keep_lookout};

/// What is said of the other process when it ended before it was told to.
pub(super) const OVER: &str = "the process that watches folders has ended";

/// A change of files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    /// This file or folder.
    At(PathBuf),
    /// More than the system could tell.
    Anywhere,
}

/// How far down a folder is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Depth {
    /// What is in it.
    Folder,
    /// What is in it and in every folder below.
    Tree,
}

/// Who is told of changes; it is dropped when there will be no more.
type Ear = Box<dyn Fn(Change) + Send>;

/// The place from where folders are watched; copies of it are the same place.
#[derive(Clone, Default)]
pub(super) struct Lookout {
    /// Whether another process is to do it.
    apart: bool,
    post: Arc<Mutex<State>>,
}

/// How it stands with the other process.
#[derive(Default)]
enum State {
    /// There is none yet, or there can be none.
    #[default]
    None,
    /// It is being begun.
    Starting(JoinHandle<io::Result<post::Post>>),
    /// It runs, or did so.
    Begun(Arc<post::Post>),
}

impl Lookout {
    /// Has another process of this program watch, where one can be. It is begun at once, on a thread of its own:
    /// whoever watches first may be one who gives way to all others, and the process would do so for ever.
    pub(super) fn apart() -> Self {
        let post = State::Starting(thread::spawn(post::Post::start));
        Self { apart: true, post: Arc::new(Mutex::new(post)) }
    }

    /// Returns a watcher that watches nothing yet. Returns an error, as a sentence part, when the system has no
    /// watchers to give.
    pub(super) fn watcher(
        &self,
        follow_links: bool,
        ear: impl Fn(Change) + Send + 'static,
    ) -> Result<Watcher, String> {
        match self.post() {
            Some(post) => Ok(Watcher::Apart(post::Distant::new(post, follow_links, Box::new(ear)))),
            None => here::Near::new(follow_links, ear).map(Watcher::Here),
        }
    }

    /// Returns the other process, which is started if it does not run.
    fn post(&self) -> Option<Arc<post::Post>> {
        if !self.apart {
            return None;
        }
        let mut state = self.post.lock().unwrap_or_else(PoisonError::into_inner);
        let started = match std::mem::take(&mut *state) {
            State::Begun(post) if !post.is_over() => Some(post),
            State::Starting(thread) => thread.join().ok().and_then(Result::ok).map(Arc::new),
            State::None | State::Begun(_) => post::Post::start().ok().map(Arc::new),
        };
        *state = started.clone().map_or(State::None, State::Begun);
        started
    }
}

/// Watches while it lives.
pub(super) enum Watcher {
    /// In this process.
    Here(here::Near),
    /// In the other one.
    Apart(post::Distant),
}

impl Watcher {
    /// Watches a folder from now on. Returns an error, as a sentence part, when that cannot be.
    pub(super) fn watch(&mut self, folder: &Path, depth: Depth) -> Result<(), String> {
        match self {
            Self::Here(near) => near.watch(folder, depth),
            Self::Apart(distant) => distant.watch(folder, depth),
        }
    }

    /// Tells whether it can tell of no change any more.
    pub(super) fn is_over(&self) -> bool {
        match self {
            Self::Here(_) => false,
            Self::Apart(distant) => distant.is_over(),
        }
    }

    /// Watches a folder no longer.
    pub(super) fn leave(&mut self, folder: &Path) {
        match self {
            Self::Here(near) => near.leave(folder),
            Self::Apart(distant) => distant.leave(folder),
        }
    }
}
