//! Owns what was added to journals since they were looked at last, by whichever device or window. It refuses
//! to read again what it has read, as long as a journal only grew.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::Journal;
use super::reading::read_lines;
use crate::marks::Change;

/// How far each journal has been read, in bytes.
#[derive(Debug, Default)]
pub struct Known(HashMap<PathBuf, u64>);

impl Journal {
    /// Returns the folder of the journals.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Takes the journals as read up to where they end now.
    pub fn known(&self) -> Known {
        let files = self.files().unwrap_or_default().into_iter();
        let length = |file: &PathBuf| fs::metadata(file).map_or(0, |found| found.len());
        Known(files.map(|file| (file.clone(), length(&file))).collect())
    }

    /// Reads what was added since; changes that were known may come again, which does no harm. A journal
    /// that cannot be read now is read the next time.
    pub fn news(&self, known: &mut Known) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        for file in self.files().unwrap_or_default() {
            let from = known.0.get(&file).copied().unwrap_or(0);
            let Some((bytes, end)) = added(&file, from) else { continue };
            drop(read_lines(&bytes, &mut |said| changes.push(said.into())));
            known.0.insert(file, end);
        }
        changes
    }
}

/// Returns the whole lines of a file from a byte on, and where they end. A file that was written anew, as
/// compaction does, is read from its beginning.
fn added(file: &Path, from: u64) -> Option<(Vec<u8>, u64)> {
    let mut open = File::open(file).ok()?;
    let length = open.metadata().ok()?.len();
    if length == from {
        return None;
    }
    let mut bytes = Vec::new();
    // The byte before tells whether a line begins there still.
    let start = from.checked_sub(1).filter(|_| from < length).unwrap_or(0);
    open.seek(SeekFrom::Start(start)).ok()?;
    open.read_to_end(&mut bytes).ok()?;
    if start > 0 && bytes.first() != Some(&b'\n') {
        return added(file, 0);
    }
    let lines = memchr::memrchr(b'\n', &bytes).map_or(0, |end| end + 1);
    bytes.truncate(lines);
    let end = start + u64::try_from(bytes.len()).unwrap_or(0);
    Some((bytes, end))
}
