//! Owns what became of files that were moved since their articles were taken in: the index keeps the
//! name they had, this the path they have now. It refuses to look for moves.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::{CacheError, changes};
use crate::files::{Lasting, SavedPath, replace};

/// The file.
const FILE: &str = "moves";

/// Moved files. The name under which the index files an article is its origin; without a move it is
/// the name of its path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Moves {
    by_origin: HashMap<u64, PathBuf>,
    /// The origin of each moved file, by the name of its path.
    origins: HashMap<u64, u64>,
}

/// One file, as it is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Saved {
    from: u64,
    to: SavedPath,
}

impl Moves {
    /// Reads what is kept in the folder of a cache; a line that is none is left out.
    pub(super) fn load(folder: &Path) -> Self {
        let kept = fs::read_to_string(folder.join(FILE)).unwrap_or_default();
        let mut moves = Self::default();
        for line in kept.lines() {
            let Ok(Saved { from, to }) = serde_json::from_str(line) else { continue };
            if let Some(path) = to.read() {
                moves.set(from, path);
            }
        }
        moves
    }

    /// Keeps them in the folder of a cache.
    pub(super) fn keep(&self, folder: &Path) -> Result<(), CacheError> {
        let mut lines = String::new();
        for (from, path) in &self.by_origin {
            let saved = Saved { from: *from, to: SavedPath::of(path) };
            lines += &serde_json::to_string(&saved).unwrap_or_default();
            lines.push('\n');
        }
        // What became of moved files stands nowhere else: it has to outlive a power cut.
        Ok(replace(&folder.join(FILE), lines.as_bytes(), None, Lasting::Synced)?)
    }

    /// Says whether nothing was moved.
    pub(super) fn is_empty(&self) -> bool {
        self.by_origin.is_empty()
    }

    /// Returns the path of what the index files under an origin, if it was moved.
    pub(super) fn path(&self, origin: u64) -> Option<&PathBuf> {
        self.by_origin.get(&origin)
    }

    /// Returns under which origin the index files the articles of a file, given the name of its path.
    pub(super) fn origin(&self, name: u64) -> u64 {
        self.origins.get(&name).copied().unwrap_or(name)
    }

    /// Returns the path a file has by a move, given the name of that path.
    pub(super) fn moved(&self, name: u64) -> Option<&PathBuf> {
        self.by_origin.get(self.origins.get(&name)?)
    }

    /// Takes in that a file, given the name it had, is at `path` now.
    pub(super) fn add(&mut self, name: u64, path: PathBuf) {
        let origin = self.origin(name);
        self.set(origin, path);
    }

    /// Returns an origin for a file about to be taken in. Where another, moved file still stands under
    /// the name of this path, it is a new one.
    pub(super) fn claim(&mut self, path: &Path, stamp: u64) -> u64 {
        let name = changes::name(path);
        match (self.origins.get(&name), self.by_origin.contains_key(&name)) {
            (Some(origin), _) => *origin,
            (None, false) => name,
            (None, true) => {
                let origin = xxh3_64_with_seed(path.as_os_str().as_encoded_bytes(), stamp | 1);
                self.set(origin, path.to_owned());
                origin
            }
        }
    }

    /// Forgets a file; returns its origin.
    pub(super) fn forget(&mut self, name: u64) -> u64 {
        let Some(origin) = self.origins.remove(&name) else { return name };
        self.by_origin.remove(&origin);
        origin
    }

    fn set(&mut self, origin: u64, path: PathBuf) {
        if let Some(before) = self.by_origin.get(&origin) {
            self.origins.remove(&changes::name(before));
        }
        let name = changes::name(&path);
        if name == origin {
            // It is back where it was.
            self.by_origin.remove(&origin);
            return;
        }
        self.origins.insert(name, origin);
        self.by_origin.insert(origin, path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_followed_from_path_to_path_and_home_again() {
        let [a, b, c] = ["a", "b", "c"].map(PathBuf::from);
        let name = |path: &PathBuf| changes::name(path);
        let mut moves = Moves::default();
        moves.add(name(&a), b.clone());
        moves.add(name(&b), c.clone());
        assert_eq!((moves.path(name(&a)), moves.origin(name(&c))), (Some(&c), name(&a)));
        assert_eq!((moves.moved(name(&c)), moves.moved(name(&b))), (Some(&c), None));
        let folder = tempfile::tempdir().unwrap();
        moves.keep(folder.path()).unwrap();
        assert_eq!(Moves::load(folder.path()), moves);
        moves.add(name(&c), a);
        assert!(moves.is_empty());
    }

    #[test]
    fn a_new_file_where_a_moved_one_was_is_another_file() {
        let [a, b] = ["a", "b"].map(PathBuf::from);
        let mut moves = Moves::default();
        assert_eq!(moves.claim(&a, 1), changes::name(&a));
        moves.add(changes::name(&a), b.clone());
        let origin = moves.claim(&a, 2);
        assert_ne!(origin, changes::name(&a));
        assert_eq!((moves.path(origin), moves.path(changes::name(&a))), (Some(&a), Some(&b)));
        assert_eq!(moves.forget(changes::name(&a)), origin);
        assert_eq!(moves.forget(changes::name(&b)), changes::name(&a));
        assert!(moves.is_empty());
    }
}
