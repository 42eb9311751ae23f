//! Owns having the system read what the first search looks into, so that no key waits for the disk. It refuses
//! to wait, and to hold any of it in the memory of newsprint.

use std::fs::{self, File};
use std::num::NonZero;
use std::path::{Path, PathBuf};

use super::Store;

/// The files a word is looked up in, by their extensions: the words, and the articles of each.
const LOOKED_INTO: [&str; 2] = ["term", "idx"];
/// The most bytes that are read for a search nobody may begin.
const MOST: u64 = 256 << 20;

impl Store {
    /// Has the system read the files of the index that a search begins with, as far as they are not in its
    /// memory; at most 256 MB of them. Where that cannot be asked for, nothing happens.
    pub fn warm(&self) {
        let mut left = MOST;
        for extension in LOOKED_INTO {
            for file in files(&self.index_folder(), extension) {
                let length = file.metadata().map_or(0, |metadata| metadata.len()).min(left);
                left -= length;
                if let Some(length) = NonZero::new(length) {
                    read_soon(&file, length);
                }
            }
        }
    }
}

fn files(folder: &Path, extension: &str) -> Vec<File> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    paths.sort();
    paths.iter().filter_map(|path| File::open(path).ok()).collect()
}

#[cfg(target_os = "linux")]
fn read_soon(file: &File, length: NonZero<u64>) {
    use rustix::fs::{Advice, fadvise};
    // Where it fails the pages are read when they are looked into.
    _ = fadvise(file, 0, Some(length), Advice::WillNeed);
}

#[cfg(not(target_os = "linux"))]
fn read_soon(_: &File, _: NonZero<u64>) {}
