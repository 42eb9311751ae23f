//! Owns `~` in paths: which file one means that begins with it, and how a path below the home folder is said. It
//! refuses to look for the home folder.

use std::path::{Path, PathBuf};

/// Returns the path that is meant.
pub(super) fn expanded(path: &Path, home: Option<&Path>) -> PathBuf {
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

/// Returns a path as one says it: below the home folder from `~` on.
pub(super) fn said(path: &Path, home: Option<&Path>) -> PathBuf {
    let below = home.and_then(|home| path.strip_prefix(home).ok());
    below.map_or_else(|| path.to_owned(), |rest| Path::new("~").join(rest))
}
