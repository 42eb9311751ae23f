//! Owns the few calls by which journals reach the disk, so that tests can make each of them fail. It
//! refuses to know what is written.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// The calls that change what is on the disk.
pub trait Disk: fmt::Debug + Send + Sync {
    /// Opens a file, creating it if the options say so.
    fn open(&self, options: &OpenOptions, path: &Path) -> io::Result<File>;
    /// Writes as much as is taken at once, and says how much that was.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<usize>;
    /// Waits until a file, or a folder's list of names, is on the disk.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Puts a file in the place of another at once.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
}

/// The disk there is.
#[derive(Debug)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn open(&self, options: &OpenOptions, path: &Path) -> io::Result<File> {
        options.open(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<usize> {
        file.write(bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }
}

/// What a reader does is nobody else's to see.
#[cfg(unix)]
pub(super) fn private(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600);
}

#[cfg(not(unix))]
pub(super) fn private(_options: &mut OpenOptions) {}

/// Says whether a lock was had. Some network drives have none: nothing is compacted there, so that
/// appending needs none either.
pub(super) fn locks(outcome: io::Result<()>) -> io::Result<bool> {
    match outcome {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::Interrupted => Err(error),
        Err(_) => Ok(false),
    }
}

/// Gives a lock back. Closing the file would too, but not before a process that was being started at
/// that moment has closed its copy.
pub(super) fn unlock(file: &File) {
    // Without locks there is nothing to give back.
    drop(file.unlock());
}

/// Says whether an open file is the one that has this name now.
#[cfg(unix)]
pub(super) fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let open = file.metadata()?;
    match fs::metadata(path) {
        Ok(named) => Ok((open.dev(), open.ino()) == (named.dev(), named.ino())),
        Err(missing) if missing.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Elsewhere an open file keeps its name.
#[cfg(not(unix))]
pub(super) fn is_at(_file: &File, _path: &Path) -> io::Result<bool> {
    Ok(true)
}
