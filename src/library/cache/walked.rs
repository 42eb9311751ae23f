//! Owns which folders a library had when it was last walked, and when each was changed: where one was
//! changed since, files came or went. It refuses to enter folders, and to be believed about files that
//! were written over, which no folder shows.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::{CacheError, Store};
use crate::files::{Lasting, SavedPath, replace};

/// The file.
const FILE: &str = "folders";

/// Folders, each with when it was changed, in nanoseconds since 1970.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Walked {
    folders: HashMap<PathBuf, u64>,
}

impl Walked {
    /// Takes in the folder of a file and those around it, up to the `place` it was met below.
    pub fn meet(&mut self, file: &Path, place: &Path) {
        for folder in file.ancestors().skip(1) {
            if self.folders.contains_key(folder) || !folder.starts_with(place) {
                return;
            }
            self.folders.insert(folder.to_owned(), changed(folder));
        }
    }

    /// Returns what is in the folders that were changed since, but for folders that are known: `None`
    /// when that is more than `most`.
    pub fn news(&self, most: usize) -> Option<Vec<PathBuf>> {
        let mut news = Vec::new();
        for (folder, before) in &self.folders {
            if changed(folder) == *before {
                continue;
            }
            let inside = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
            news.extend(inside.filter(|path| !self.folders.contains_key(path)));
            if news.len() > most {
                return None;
            }
        }
        Some(news)
    }

    /// Says whether any of the folders was changed since.
    pub fn is_outdated(&self) -> bool {
        self.folders.iter().any(|(folder, before)| changed(folder) != *before)
    }
}

/// Returns when a folder was changed; 0 if that cannot be told.
fn changed(folder: &Path) -> u64 {
    let modified = fs::metadata(folder).and_then(|metadata| metadata.modified()).ok();
    let since = modified.and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)
}

impl Store {
    /// Returns the folders of the last walk, if they were kept.
    pub fn walked(&self) -> Walked {
        let kept = fs::read_to_string(self.folder().join(FILE)).unwrap_or_default();
        let read = |line: &str| {
            let (changed, path): (u64, SavedPath) = serde_json::from_str(line).ok()?;
            Some((path.read()?, changed))
        };
        Walked { folders: kept.lines().filter_map(read).collect() }
    }

    /// Keeps the folders of a walk.
    pub fn keep_walked(&self, walked: &Walked) -> Result<(), CacheError> {
        let mut lines = String::new();
        for (folder, changed) in &walked.folders {
            lines += &serde_json::to_string(&(changed, SavedPath::of(folder))).unwrap_or_default();
            lines.push('\n');
        }
        // A line that was torn by a power cut is left out when they are read.
        Ok(replace(&self.folder().join(FILE), lines.as_bytes(), None, Lasting::Written)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_was_changed_gives_what_is_new_in_it() {
        let library = tempfile::tempdir().unwrap();
        let (quay, pier) = (library.path().join("quay"), library.path().join("pier"));
        for folder in [&quay, &pier] {
            fs::create_dir(folder).unwrap();
            fs::File::create(folder.join("a.txt")).unwrap();
        }
        let places = [library.path().to_owned()];
        let mut walked = Walked::default();
        walked.meet(&quay.join("a.txt"), library.path());
        walked.meet(&pier.join("a.txt"), library.path());
        assert_eq!(walked.folders.len(), 3);
        assert_eq!((walked.news(10), walked.is_outdated()), (Some(Vec::new()), false));
        let cache = tempfile::tempdir().unwrap();
        let store = Store::of(cache.path(), &places);
        fs::create_dir_all(store.folder()).unwrap();
        store.keep_walked(&walked).unwrap();
        let walked = store.walked();
        fs::create_dir(library.path().join("mole")).unwrap();
        fs::File::create(pier.join("b.txt")).unwrap();
        let mut news = walked.news(10).unwrap();
        news.sort();
        assert_eq!(news, [library.path().join("mole"), pier.join("a.txt"), pier.join("b.txt")]);
        assert_eq!((walked.news(1), walked.is_outdated()), (None, true));
    }
}
