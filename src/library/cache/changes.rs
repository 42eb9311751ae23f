//! Owns what tells whether a file changed since its articles were taken in. It refuses to open files
//! and to walk folders.

use std::collections::{HashMap, HashSet};
use std::fs::Metadata;
use std::path::Path;

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// Returns the name of a file in the index: a hash of its whole path.
pub fn name(path: &Path) -> u64 {
    xxh3_64(path.as_os_str().as_encoded_bytes())
}

/// Returns the state of a file as a number: when it was changed, to the nanosecond, how many bytes it
/// has, and which file it is. Another state has another number.
pub fn stamp(metadata: &Metadata) -> u64 {
    let mut state = Xxh3::new();
    state.update(&metadata.len().to_le_bytes());
    let since = metadata.modified().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
    state.update(&since.unwrap_or_default().as_nanos().to_le_bytes());
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        state.update(&metadata.ino().to_le_bytes());
    }
    state.digest()
}

/// What the index holds, as the walk compares it: the stamp of each file, by name.
#[derive(Debug, Clone, Default)]
pub struct Known {
    stamps: HashMap<u64, u64>,
}

/// How a file stands to what the index holds of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was never taken in.
    New,
    /// It is not what was taken in.
    Edited,
    /// It is as it was taken in.
    None,
}

impl Known {
    /// Takes the stamps of an index, by file.
    pub fn new(stamps: HashMap<u64, u64>) -> Self {
        Self { stamps }
    }

    /// Says whether nothing is held.
    pub fn is_empty(&self) -> bool {
        self.stamps.is_empty()
    }

    /// Says how a file stands to what is held of it.
    pub fn change(&self, name: u64, stamp: u64) -> Change {
        match self.stamps.get(&name) {
            None => Change::New,
            Some(held) if *held == stamp => Change::None,
            Some(_) => Change::Edited,
        }
    }

    /// Returns the files that were held and not seen again. None, if a place of the library gave no
    /// file at all while some are held: it is rather an unmounted disk than an empty library.
    pub fn gone(&self, seen: &HashSet<u64>, a_place_is_empty: bool) -> HashSet<u64> {
        if a_place_is_empty {
            return HashSet::new();
        }
        self.stamps.keys().copied().filter(|name| !seen.contains(name)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_new_edited_or_as_it_was() {
        let known = Known::new(HashMap::from([(1, 10), (2, 20)]));
        assert_eq!(known.change(1, 10), Change::None);
        assert_eq!(known.change(1, 11), Change::Edited);
        assert_eq!(known.change(3, 10), Change::New);
        assert_eq!(known.gone(&HashSet::from([1, 3]), false), HashSet::from([2]));
    }

    #[test]
    fn an_unmounted_disk_takes_nothing_away() {
        let known = Known::new(HashMap::from([(1, 10)]));
        assert!(known.gone(&HashSet::new(), true).is_empty());
    }

    #[test]
    fn an_edit_changes_the_stamp_and_a_second_look_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        std::fs::File::create(&file).unwrap();
        let first = stamp(&file.metadata().unwrap());
        assert_eq!(first, stamp(&file.metadata().unwrap()));
        std::fs::File::options().append(true).open(&file).unwrap().set_len(4).unwrap();
        assert_ne!(first, stamp(&file.metadata().unwrap()));
    }
}
