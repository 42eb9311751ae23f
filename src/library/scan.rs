//! Owns finding and reading files, within bounds. It refuses to follow what is not a regular file.

use std::path::{Path, PathBuf};

use super::Reading;

/// Lists the files below `places`, in a stable order, each once; says of each place that cannot be
/// entered why.
pub fn files(places: &[PathBuf]) -> (Vec<PathBuf>, Vec<super::FileProblem>) {
    let _ = places;
    (Vec::new(), Vec::new())
}

/// Reads and parses one file.
pub fn read(path: &Path) -> Reading {
    Reading { path: path.to_owned(), modified: 0, articles: Ok(Vec::new()) }
}
