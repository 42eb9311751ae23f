//! Owns the places marks are put when the config folder cannot be written, and taking them in from
//! there. It refuses to trust what another user left in a shared folder.
//!
//! What is put elsewhere is a journal like any other, in another folder: it is read on every start,
//! and moved into the journal proper by the first start that can write there.

use std::fs::{self, OpenOptions};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::reading::read_lines;
use super::{Journal, JournalError, disk};
use crate::marks::Change;

impl Journal {
    /// Writes changes to the first place elsewhere that takes them and keeps them; returns the file.
    pub fn put_elsewhere(&self, changes: &[Change]) -> Option<PathBuf> {
        self.elsewhere.iter().find_map(|folder| {
            let mut rescue = self.rescue_in(folder);
            create_private(folder).ok()?;
            let is_ours = is_ours(folder, &self.folder);
            (is_ours && rescue.append(changes).and_then(|()| rescue.sync()).is_ok()).then(|| rescue.file())
        })
    }

    /// Moves what was put elsewhere into the journal. Says how many changes were taken in.
    pub fn take_in(&mut self) -> Result<usize, JournalError> {
        let mut taken = 0;
        for rescue in self.rescues() {
            taken += self.take_from(&rescue)?;
        }
        Ok(taken)
    }

    fn take_from(&mut self, rescue: &Self) -> Result<usize, JournalError> {
        let path = rescue.file();
        let at_fault = |source| JournalError { path: path.clone(), source };
        let file = match OpenOptions::new().read(true).append(true).open(&path) {
            Err(missing) if missing.kind() == ErrorKind::NotFound => return Ok(0),
            opened => opened.map_err(at_fault)?,
        };
        // Another instance is at it, or still putting marks there: its turn.
        if file.try_lock().is_err() {
            return Ok(0);
        }
        let outcome = self.take_locked(&path);
        disk::unlock(&file);
        outcome
    }

    fn take_locked(&mut self, path: &Path) -> Result<usize, JournalError> {
        let at_fault = |source| JournalError { path: path.to_owned(), source };
        // The instance that held the lock before may have taken it in.
        if !path.exists() {
            return Ok(0);
        }
        let mut changes: Vec<Change> = Vec::new();
        let odd = read_lines(&fs::read(path).map_err(at_fault)?, &mut |said| changes.push(said.into()));
        self.append(&changes)?;
        self.sync()?;
        // A file with lines that are not understood is kept; taking it in again does no harm.
        if odd.is_none() {
            fs::remove_file(path).map_err(at_fault)?;
        }
        Ok(changes.len())
    }

    /// The journals elsewhere that are ours.
    pub(super) fn rescues(&self) -> Vec<Self> {
        let ours = self.elsewhere.iter().filter(|folder| is_ours(folder, &self.folder));
        ours.map(|folder| self.rescue_in(folder)).collect()
    }

    fn rescue_in(&self, folder: &Path) -> Self {
        let disk = self.disk.clone();
        Self { folder: folder.to_owned(), device: self.device.clone(), elsewhere: Vec::new(), disk }
    }
}

fn create_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Says whether a folder is a real one, of the same owner as the journal's, and closed to others.
#[cfg(unix)]
fn is_ours(folder: &Path, journals: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let Ok(found) = fs::symlink_metadata(folder) else { return false };
    // Where the system does not say who we are, the owner of the journals is.
    let mut known = std::iter::once(Path::new("/proc/self")).chain(journals.ancestors());
    let owner = known.find_map(|place| fs::metadata(place).ok()).map(|place| place.uid());
    found.is_dir() && found.mode() & 0o022 == 0 && Some(found.uid()) == owner
}

#[cfg(not(unix))]
fn is_ours(folder: &Path, _journals: &Path) -> bool {
    folder.is_dir()
}
