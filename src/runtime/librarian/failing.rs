//! Owns which files could not be read and which places are not there, so that it is said when they are
//! mended. It refuses to look for others.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::super::scanner::Batch;

/// What the reader was told of.
#[derive(Debug, Default)]
pub(super) struct Failing {
    files: HashSet<PathBuf>,
    /// The folders that the walk under way could not look into.
    folders: HashSet<PathBuf>,
    places: Vec<PathBuf>,
}

impl Failing {
    /// Takes what was read; returns the files that could not be read before.
    pub(super) fn read(&mut self, batch: &Batch) -> Vec<PathBuf> {
        let read = batch.read.iter().filter(|file| !file.entries.is_empty());
        let mended = read.filter_map(|file| self.files.take(&file.path)).collect();
        for problem in &batch.problems {
            self.files.insert(problem.path.clone());
            if problem.path.is_dir() {
                self.folders.insert(problem.path.clone());
            }
        }
        mended
    }

    /// Takes a place that is not there.
    pub(super) fn absent(&mut self, place: &Path) {
        if !self.places.iter().any(|known| known == place) {
            self.places.push(place.to_owned());
        }
    }

    /// Takes the end of a walk, which went through everything if it was `whole`. Returns what is no longer a
    /// problem: files that are gone, folders that could be looked into this time, and places that are there
    /// again.
    pub(super) fn mended(&mut self, whole: bool) -> Vec<PathBuf> {
        let folders = std::mem::take(&mut self.folders);
        let is_mended =
            |path: &PathBuf| !path.exists() || (whole && path.is_dir() && !folders.contains(path));
        let gone = self.files.extract_if(is_mended);
        gone.chain(self.places.extract_if(.., |place| place.exists())).collect()
    }
}
