//! Owns marks on disk: append-only lines, one file a device, merged on load. It refuses to lose a
//! line it does not understand, and to touch a file that is another device's.
//!
//! An append is one `write` to a file opened for appending under a shared lock, so two instances
//! never tear each other's lines, and what was appended outlives the process at once;
//! [`Journal::sync`] makes it outlive the machine. A line cut short by a crash or a full disk is
//! closed before the next one is added. Compaction alone rewrites the file, under an exclusive lock.

mod compact;
pub mod disk;
mod keeper;
mod loading;
mod news;
mod reading;
mod rescue;

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Change, History, Marks, device, line};
use crate::article::Text;
use disk::{Disk, RealDisk};
pub use keeper::{Keeper, Kept};
pub use news::Known;
use reading::{read_lines, report};

/// The journals of all devices, one of them ours.
#[derive(Debug, Clone)]
pub struct Journal {
    folder: PathBuf,
    device: String,
    /// Where marks are put that cannot be saved in the folder; the first that works.
    elsewhere: Vec<PathBuf>,
    disk: Arc<dyn Disk>,
}

/// How much of the end of a file is looked at first for steps to take back, in bytes.
const TAIL: u64 = 1 << 18;

/// How many steps, made or taken back, must be in what was read.
const STEPS_READ: usize = 2 * super::history::STEPS;

/// Why marks could not be kept.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", path.display())]
pub struct JournalError {
    /// The file.
    pub path: PathBuf,
    /// The cause.
    pub source: io::Error,
}

impl Journal {
    /// Opens the journals in a folder (`config dir/marks`); nothing is written yet. On systems
    /// without a machine id, [`Self::kept_apart`] names the folder for this machine's number.
    pub fn new(folder: &Path) -> Self {
        Self::of_device(folder, &device::name(None))
    }

    /// As [`Self::new`], with a folder that belongs to this machine alone (never synced).
    pub fn kept_apart(folder: &Path, state: &Path) -> Self {
        Self::of_device(folder, &device::name(Some(state)))
    }

    /// Opens the journals as the device of this name would.
    pub fn of_device(folder: &Path, device: &str) -> Self {
        let disk = Arc::new(RealDisk);
        Self { folder: folder.to_owned(), device: device.to_owned(), elsewhere: Vec::new(), disk }
    }

    /// Names folders, best first, for marks that cannot be saved; they belong to this machine alone.
    #[must_use]
    pub fn or_else_in(self, elsewhere: Vec<PathBuf>) -> Self {
        Self { elsewhere, ..self }
    }

    /// Writes to another disk: one that fails, in tests.
    #[must_use]
    pub fn on(self, disk: Arc<dyn Disk>) -> Self {
        Self { disk, ..self }
    }

    /// Returns the file this device appends to.
    pub fn file(&self) -> PathBuf {
        self.folder.join(format!("{}.log", self.device))
    }

    /// Reads every device's journal, and what was put elsewhere. Lines that make no sense are counted
    /// and reported, never dropped from disk.
    pub fn load(&self) -> Result<(Vec<Change>, Vec<String>), JournalError> {
        let mut changes = Vec::new();
        let reports = self.replay(&mut |said| changes.push(said.into()))?;
        Ok((changes, reports))
    }

    /// Reads every device's journal straight into marks; the second part is as for [`Self::load`].
    pub fn marks(&self) -> Result<(Marks, Vec<String>), JournalError> {
        let (files, mut reports) = self.all_files()?;
        let (marks, odd) = loading::read(&files);
        reports.extend(odd);
        Ok((marks, reports))
    }

    /// Finds the steps that were made on this device, so that they can be taken back.
    pub fn history(&self) -> History {
        let mut changes = Vec::new();
        for journal in self.rescues().into_iter().chain([self.clone()]) {
            journal.read_steps(&mut changes);
        }
        changes.sort_by_key(|change: &Change| change.stamp);
        History::replay(changes)
    }

    /// Reads the changes at the end of this device's file, as many as any steps need.
    fn read_steps(&self, changes: &mut Vec<Change>) {
        let Ok(mut file) = File::open(self.file()) else { return };
        let length = file.metadata().map_or(0, |file| file.len());
        let mut tail = TAIL;
        loop {
            let start = length.saturating_sub(tail);
            let mut bytes = Vec::new();
            if file.seek(SeekFrom::Start(start)).and_then(|_| file.read_to_end(&mut bytes)).is_err() {
                return;
            }
            let (found, whole) = steps_in(&bytes, start == 0);
            if whole {
                changes.extend(found);
                return;
            }
            tail *= 8;
        }
    }

    fn replay(&self, see: &mut dyn FnMut(line::Said<'_>)) -> Result<Vec<String>, JournalError> {
        let (files, mut reports) = self.all_files()?;
        for file in files {
            let odd = match fs::read(&file) {
                Ok(bytes) => read_lines(&bytes, see),
                Err(cause) => Some(format!("cannot be read: {cause}")),
            };
            reports.extend(odd.map(|odd| report(&file, &odd)));
        }
        Ok(reports)
    }

    /// Lists the files of all devices and what was put elsewhere, and says what is wrong with that.
    fn all_files(&self) -> Result<(Vec<PathBuf>, Vec<String>), JournalError> {
        let mut reports = Vec::new();
        let rescued: Vec<PathBuf> = self.rescues().iter().map(Self::file).filter(|f| f.is_file()).collect();
        let mut files = match self.files() {
            Ok(files) => files,
            Err(error) if rescued.is_empty() => return Err(error),
            // What is at hand elsewhere counts even when the folder cannot be read.
            Err(error) => {
                reports.push(format!("marks cannot be read: {}", Text::line(&error.to_string())));
                Vec::new()
            }
        };
        files.extend(rescued);
        Ok((files, reports))
    }

    /// Appends changes to this device's journal in one write; safe beside another instance. On an
    /// error nothing or only a part was written: append the same changes again, repeats do no harm.
    pub fn append(&mut self, changes: &[Change]) -> Result<(), JournalError> {
        if changes.is_empty() {
            return Ok(());
        }
        let path = self.file();
        self.write_lines(&path, changes).map_err(|source| JournalError { path, source })
    }

    /// Waits until what was appended is on the disk itself.
    pub fn sync(&self) -> Result<(), JournalError> {
        let path = self.file();
        let synced = match self.disk.open(OpenOptions::new().read(true), &path) {
            Err(missing) if missing.kind() == ErrorKind::NotFound => return Ok(()),
            opened => opened.and_then(|file| self.disk.sync(&file)),
        };
        synced.map_err(|source| JournalError { path, source })
    }

    fn write_lines(&self, path: &Path, changes: &[Change]) -> io::Result<()> {
        let mut file = self.open_shared(path)?;
        let outcome = self.write_to(&mut file, path, changes);
        disk::unlock(&file);
        outcome
    }

    fn write_to(&self, file: &mut File, path: &Path, changes: &[Change]) -> io::Result<()> {
        let (mut buffer, new) = opening(file)?;
        for change in changes {
            line::write(change, &mut buffer);
        }
        let mut rest = buffer.as_bytes();
        while !rest.is_empty() {
            match self.disk.write(file, rest) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(written) => rest = rest.get(written..).unwrap_or_default(),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        // A new file's name is kept by its folder.
        if new { self.sync_folder(path) } else { Ok(()) }
    }

    /// Opens the file for appending and holds it against compaction until it is closed. Compaction
    /// may have put another file in its place before the lock was ours: then that one is opened.
    fn open_shared(&self, path: &Path) -> io::Result<File> {
        loop {
            let file = self.open(path)?;
            if !disk::locks(file.lock_shared())? || disk::is_at(&file, path)? {
                return Ok(file);
            }
        }
    }

    fn open(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(true);
        disk::private(&mut options);
        match self.disk.open(&options, path) {
            Err(missing) if missing.kind() == ErrorKind::NotFound => {
                fs::create_dir_all(&self.folder)?;
                self.disk.open(&options, path)
            }
            opened => opened,
        }
    }

    /// Waits until a folder's list of names is on the disk, where folders can be opened at all.
    fn sync_folder(&self, file: &Path) -> io::Result<()> {
        let Some(folder) = file.parent().filter(|_| cfg!(unix)) else { return Ok(()) };
        self.disk.sync(&File::open(folder)?)
    }

    /// Lists the journals of all devices by name, the copies a sync tool made on conflict among them.
    fn files(&self) -> Result<Vec<PathBuf>, JournalError> {
        let at_fault = |source| JournalError { path: self.folder.clone(), source };
        let entries = match fs::read_dir(&self.folder) {
            Err(missing) if missing.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(at_fault)?,
        };
        let mut files = Vec::new();
        for entry in entries {
            let path = entry.map_err(at_fault)?.path();
            let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
            if !hidden && path.extension().is_some_and(|e| e == "log") && path.is_file() {
                files.push(path);
            }
        }
        files.sort();
        Ok(files)
    }
}

/// Returns a path as changes carry it: absolute, so that it means the same from any folder.
pub fn path_hint(path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole.to_string_lossy().into_owned()
}

/// Returns what has to stand before the next line: the header in an empty file, the end of a line
/// that was cut short, or nothing; and whether the file is empty.
fn opening(file: &mut File) -> io::Result<(String, bool)> {
    let length = file.seek(SeekFrom::End(0))?;
    if length == 0 {
        return Ok((format!("{}\n", line::HEADER), true));
    }
    let mut last = [0];
    file.seek(SeekFrom::Start(length - 1))?;
    file.read_exact(&mut last)?;
    let closed = if last == *b"\n" { String::new() } else { format!("{}\n", line::TORN) };
    Ok((closed, false))
}

/// Returns the changes of steps in the end of a file, and whether they are all that are needed: the
/// first step may have begun before it.
fn steps_in(bytes: &[u8], from_start: bool) -> (Vec<Change>, bool) {
    let bytes = if from_start { bytes } else { after_first_line(bytes) };
    let mut changes: Vec<Change> = Vec::new();
    read_lines(bytes, &mut |said| {
        if said.part().is_some() {
            changes.push(said.into());
        }
    });
    if from_start {
        return (changes, true);
    }
    let step = |change: &Change| change.part.as_ref().map(|part| (part.step, part.way));
    let first = changes.first().and_then(step);
    let begun = changes.iter().position(|change| step(change) != first).unwrap_or(changes.len());
    let whole = changes.split_off(begun);
    let steps = whole.chunk_by(|a, b| step(a) == step(b)).count();
    (whole, steps >= STEPS_READ)
}

fn after_first_line(bytes: &[u8]) -> &[u8] {
    let start = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1);
    bytes.get(start..).unwrap_or_default()
}

#[cfg(test)]
mod tests;
