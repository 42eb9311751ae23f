//! Owns which files could not be read and which places are not there, so that it is said when they are
//! mended. It refuses to look for others.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::super::scanner::Batch;

/// What the reader was told of.
#[derive(Debug, Default)]
pub(super) struct Failing {
    files: HashSet<PathBuf>,
    places: Vec<PathBuf>,
}

impl Failing {
    /// Takes what was read; returns the files that could not be read before.
    pub(super) fn read(&mut self, batch: &Batch) -> Vec<PathBuf> {
        let read = batch.read.iter().filter(|file| !file.entries.is_empty());
        let mended = read.filter_map(|file| self.files.take(&file.path)).collect();
        self.files.extend(batch.problems.iter().map(|problem| problem.path.clone()));
        mended
    }

    /// Takes a place that is not there.
    pub(super) fn absent(&mut self, place: &Path) {
        if !self.places.iter().any(|known| known == place) {
            self.places.push(place.to_owned());
        }
    }

    /// Returns the files that are gone by now, and the places that are there again.
    pub(super) fn mended(&mut self) -> Vec<PathBuf> {
        let gone = self.files.extract_if(|file| !file.exists());
        gone.chain(self.places.extract_if(.., |place| place.exists())).collect()
    }
}
