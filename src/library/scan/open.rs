//! Owns getting the bytes of a file safely: opened without waiting, checked by its descriptor, read
//! up to a limit. It refuses to know what the bytes mean.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// Bytes of the largest file that is opened: beyond, it is not an article and hardly text.
pub const LARGEST: u64 = 1 << 30;
/// Bytes of a file that are read at most; what follows is left out with a warning.
pub const READ_AT_MOST: u64 = 16 << 20;
/// Bytes of the largest archive that is read: its directory stands at its end, so it is read whole or not at
/// all. What is unpacked of it has bounds of its own.
const LARGEST_ARCHIVE: u64 = 64 << 20;
/// What a zip archive begins with; books are such archives.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// A file's bytes and what is known of them.
pub(super) struct Contents {
    pub(super) bytes: Vec<u8>,
    /// When the file was changed, in seconds since 1970.
    pub(super) modified: i64,
    /// What was left out, as a sentence.
    pub(super) warning: Option<&'static str>,
}

/// Why a file was not read, as a sentence part.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refusal {
    #[error("does not exist")]
    Missing,
    #[error("no permission")]
    Forbidden,
    #[error("is a folder")]
    Folder,
    #[error("is not a regular file")]
    NotRegular,
    #[error("is a link that leads back to itself")]
    Loop,
    #[error("is larger than {} MB", LARGEST >> 20)]
    TooLarge,
    #[error("is an archive larger than {} MB", LARGEST_ARCHIVE >> 20)]
    LargeArchive,
    #[error("vanished while it was read")]
    Vanished,
    #[error("could not be read: {0}")]
    Broken(io::Error),
}

/// Reads a file.
pub(super) fn read(path: &Path) -> Result<Contents, Refusal> {
    let mut file = open(path).map_err(|error| opening(error, path))?;
    let metadata = file.metadata().map_err(reading)?;
    refuse(&metadata)?;
    // Some regular files (those of /proc) claim to be empty: the limit holds whatever they claim.
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len().min(READ_AT_MOST) + 1).unwrap_or(0));
    Read::by_ref(&mut file).take(READ_AT_MOST + 1).read_to_end(&mut bytes).map_err(reading)?;
    let is_archive = bytes.starts_with(ARCHIVE);
    if is_archive && bytes.len() as u64 > READ_AT_MOST {
        read_archive(&mut file, &metadata, &mut bytes)?;
    }
    let read = bytes.len() as u64;
    let warning = if read > READ_AT_MOST && !is_archive {
        cut(&mut bytes);
        Some("only the first 16 MB were read")
    } else if metadata.len() > 0 && read != metadata.len() {
        Some("changed while it was read")
    } else {
        None
    };
    Ok(Contents { bytes, modified: modified(&metadata), warning })
}

/// Reads the rest of an archive of which the first bytes are there.
fn read_archive(file: &mut File, metadata: &Metadata, bytes: &mut Vec<u8>) -> Result<(), Refusal> {
    let left = (LARGEST_ARCHIVE + 1).saturating_sub(bytes.len() as u64);
    if metadata.len() <= LARGEST_ARCHIVE {
        file.take(left).read_to_end(bytes).map_err(reading)?;
    }
    let fits = metadata.len() <= LARGEST_ARCHIVE && bytes.len() as u64 <= LARGEST_ARCHIVE;
    if fits { Ok(()) } else { Err(Refusal::LargeArchive) }
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    // A FIFO would be waited for, a terminal would become ours.
    let flags = libc::O_NONBLOCK | libc::O_NOCTTY | libc::O_CLOEXEC;
    OpenOptions::new().read(true).custom_flags(flags).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

fn refuse(metadata: &Metadata) -> Result<(), Refusal> {
    if metadata.is_dir() {
        return Err(Refusal::Folder);
    }
    if !metadata.is_file() {
        return Err(Refusal::NotRegular);
    }
    if metadata.len() > LARGEST { Err(Refusal::TooLarge) } else { Ok(()) }
}

/// Cuts to the limit, between characters if the bytes are UTF-8.
fn cut(bytes: &mut Vec<u8>) {
    bytes.truncate(usize::try_from(READ_AT_MOST).unwrap_or(usize::MAX));
    if let Err(error) = std::str::from_utf8(bytes)
        && error.error_len().is_none()
    {
        bytes.truncate(error.valid_up_to());
    }
}

fn modified(metadata: &Metadata) -> i64 {
    let Ok(time) = metadata.modified() else { return 0 };
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_secs()).map_or(i64::MIN, |seconds| -seconds),
    }
}

/// Says why a file could not be opened.
pub(super) fn opening(error: io::Error, path: &Path) -> Refusal {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Refusal::Missing,
        ErrorKind::PermissionDenied => Refusal::Forbidden,
        ErrorKind::IsADirectory => Refusal::Folder,
        _ if std::fs::symlink_metadata(path).is_ok_and(|m| m.is_symlink())
            && path.canonicalize().is_err() =>
        {
            Refusal::Loop
        }
        // A socket cannot be opened at all.
        _ if std::fs::metadata(path).is_ok_and(|m| !m.is_file()) => Refusal::NotRegular,
        _ => Refusal::Broken(error),
    }
}

/// Says why a file that was open could not be read.
fn reading(error: io::Error) -> Refusal {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::StaleNetworkFileHandle => Refusal::Vanished,
        ErrorKind::PermissionDenied => Refusal::Forbidden,
        ErrorKind::IsADirectory => Refusal::Folder,
        ErrorKind::WouldBlock => Refusal::NotRegular,
        _ => Refusal::Broken(error),
    }
}
