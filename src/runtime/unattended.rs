//! Owns bringing a cache up to date without a reader: the same walk, readers and writer, waited for. It
//! refuses to print.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::channel;

use super::librarian::Task;
use super::scanner::{self, Plan};
use crate::library::FileProblem;
use crate::library::cache::changes::Known;
use crate::library::cache::{Cache, CacheError, Store};

/// How it went.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Indexed {
    /// Files there are.
    pub files: usize,
    /// Articles that were read anew.
    pub articles: usize,
    /// Files that gave none.
    pub failures: Vec<FileProblem>,
    /// Whether the library is kept in a cache; a small one is not.
    pub cached: bool,
}

/// Brings the cache of the library at `places` up to date; `progress` is told the files looked at and,
/// once they are counted, how many there are.
pub fn index(
    places: Vec<PathBuf>,
    follow: bool,
    store: &Store,
    progress: &mut dyn FnMut(usize, Option<usize>),
) -> Result<Indexed, CacheError> {
    let cache = store.open().ok();
    let known = cache.as_ref().map_or_else(|| Ok(Known::default()), Cache::known)?;
    let cached = cache.is_some();
    let stop = Arc::new(AtomicBool::new(false));
    let plan = Plan {
        places,
        follow,
        store: Some(store.clone()),
        cached,
        known,
        part: None,
        stop,
        reading: AtomicBool::new(false),
    };
    let (send, receive) = channel();
    scanner::scan(plan, &send);
    drop(send);
    let mut indexed = Indexed { cached, ..Indexed::default() };
    let mut counted = None;
    for task in receive {
        match task {
            Task::Shelved(batch) => {
                indexed.files += batch.files;
                indexed.articles += batch.read.iter().map(|file| file.entries.len()).sum::<usize>();
                indexed.failures.extend(batch.problems);
                progress(indexed.files, counted);
            }
            Task::Counted(files) => counted = Some(files),
            Task::Large => indexed.cached = true,
            Task::Following => return Err(CacheError::Busy),
            Task::Uncached(why) | Task::Broken(why) => return Err(CacheError::Broken(why)),
            _ => {}
        }
    }
    Ok(indexed)
}
