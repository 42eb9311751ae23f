//! Owns what tells whether a file changed since its articles were taken in. It refuses to open files
//! and to walk folders.

use std::collections::HashSet;
use std::fs::Metadata;
use std::path::Path;
use std::sync::OnceLock;

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

/// Returns the state of the file at a path; 0 if there is none to look at.
pub fn stamp_at(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |metadata| stamp(&metadata))
}

/// What the index holds, as the walk compares it: the stamp of each file, in order of names.
#[derive(Debug, Clone, Default)]
pub struct Known {
    files: Vec<(u64, u64)>,
    /// Stamps in order, each with a file that has it.
    by_stamp: OnceLock<Vec<(u64, u64)>>,
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
    /// Takes files by name with their stamps.
    pub fn new(mut files: Vec<(u64, u64)>) -> Self {
        files.sort_unstable();
        files.dedup_by_key(|(name, _)| *name);
        Self { files, by_stamp: OnceLock::new() }
    }

    /// Returns how many files are held.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Says whether nothing is held.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Says how a file stands to what is held of it.
    pub fn change(&self, name: u64, stamp: u64) -> Change {
        match find(&self.files, name) {
            None => Change::New,
            Some(held) if held == stamp => Change::None,
            Some(_) => Change::Edited,
        }
    }

    /// Returns the name of a file that is held with this stamp. Where a file of that stamp turns up
    /// under another name, and this one is gone, it was moved.
    pub fn named(&self, stamp: u64) -> Option<u64> {
        let turned = || {
            let mut turned: Vec<(u64, u64)> =
                self.files.iter().map(|(name, stamp)| (*stamp, *name)).collect();
            turned.sort_unstable();
            turned
        };
        find(self.by_stamp.get_or_init(turned), stamp)
    }

    /// Returns the files that were held and are not among those `seen`, which are in order.
    pub fn gone(&self, seen: &[u64]) -> HashSet<u64> {
        let names = self.files.iter().map(|(name, _)| *name);
        names.filter(|name| seen.binary_search(name).is_err()).collect()
    }
}

fn find(pairs: &[(u64, u64)], key: u64) -> Option<u64> {
    let at = pairs.partition_point(|(known, _)| *known < key);
    pairs.get(at).filter(|(known, _)| *known == key).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_new_edited_or_as_it_was() {
        let known = Known::new(vec![(2, 20), (1, 10)]);
        assert_eq!(known.change(1, 10), Change::None);
        assert_eq!(known.change(1, 11), Change::Edited);
        assert_eq!(known.change(3, 10), Change::New);
        assert_eq!(known.gone(&[1, 3]), HashSet::from([2]));
        assert_eq!((known.named(20), known.named(30)), (Some(2), None));
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
