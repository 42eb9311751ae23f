//! Owns how a path is written down as JSON so that it is read back byte for byte. It refuses to know why it is
//! kept.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// A path: words where it is words, else its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SavedPath {
    /// What most paths are.
    Words(PathBuf),
    /// A name that is not UTF-8, as Unix allows it.
    Bytes(Vec<u8>),
}

impl SavedPath {
    /// Returns what to write down for a path.
    #[cfg(unix)]
    pub fn of(path: &Path) -> Self {
        use std::os::unix::ffi::OsStrExt;
        if path.to_str().is_some() {
            return Self::Words(path.to_owned());
        }
        Self::Bytes(path.as_os_str().as_bytes().to_vec())
    }

    /// Returns what to write down for a path.
    #[cfg(not(unix))]
    pub fn of(path: &Path) -> Self {
        Self::Words(PathBuf::from(path.to_string_lossy().into_owned()))
    }

    /// Returns the path that was written down; `None` if this system has no such paths.
    #[cfg(unix)]
    pub fn read(self) -> Option<PathBuf> {
        use std::os::unix::ffi::OsStringExt;
        match self {
            Self::Words(path) => Some(path),
            Self::Bytes(bytes) => Some(std::ffi::OsString::from_vec(bytes).into()),
        }
    }

    /// Returns the path that was written down; `None` if this system has no such paths.
    #[cfg(not(unix))]
    pub fn read(self) -> Option<PathBuf> {
        match self {
            Self::Words(path) => Some(path),
            Self::Bytes(_) => None,
        }
    }
}
