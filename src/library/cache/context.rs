//! Owns the lines of context of articles whose words are in their files only. It refuses to read large
//! files for a line.

use std::path::{Path, PathBuf};

use super::super::{Entry, Query, Row, scan, shelf};

/// Bytes of the largest file that is read for a line.
const LARGEST: u64 = 1 << 20;

/// Cuts lines of context out of files, row by row.
#[derive(Debug, Default)]
pub struct Lines {
    /// The file read last: neighbours in a list may be neighbours in a file.
    last: Option<(PathBuf, Vec<Entry>)>,
}

impl Lines {
    /// Says whether a row may still get a line.
    pub fn are_missing(row: &Row) -> bool {
        row.lit.is_empty() && row.context.is_none()
    }

    /// Gives a row its line, if the query lights one in the text.
    pub fn fill(&mut self, row: &mut Row, query: &Query) {
        if self.last.as_ref().is_none_or(|(path, _)| *path != row.path) {
            self.last = Some((row.path.clone(), read(&row.path)));
        }
        let entries = self.last.iter().flat_map(|(_, entries)| entries);
        if let Some(entry) = entries.into_iter().find(|entry| entry.id == row.id) {
            row.context = shelf::row(entry, &query.lighter()).context;
        }
    }
}

fn read(path: &Path) -> Vec<Entry> {
    match std::fs::metadata(path) {
        Ok(metadata) if metadata.len() <= LARGEST => shelf::shelve(&scan::read(path)),
        _ => Vec::new(),
    }
}
