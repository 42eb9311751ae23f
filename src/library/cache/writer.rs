//! Owns writing the index: batches become durable one by one. It refuses to decide when, and to run a
//! thread of its own making.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::indexer::LogMergePolicy;
use tantivy::{IndexWriter, Term};

use super::moves::Moves;
use super::schema::Fields;
use super::{CacheError, changes};
use crate::library::Entry;

/// Bytes of terms gathered before they are written out, by the one thread that gathers them.
const MEMORY: usize = 96 << 20;
/// Segments of about the same size that are merged into one.
const MERGED: usize = 8;

/// The one who writes an index; the folder is locked while there is one.
pub struct Writer {
    index: IndexWriter,
    fields: Fields,
    /// The folder of the cache.
    folder: PathBuf,
    moves: Moves,
    /// Whether `moves` is not what is kept.
    moved: bool,
}

impl Writer {
    pub(super) fn new(index: &tantivy::Index, fields: Fields, folder: &Path) -> Result<Self, CacheError> {
        let writer: IndexWriter = index.writer_with_num_threads(1, MEMORY)?;
        let mut policy = LogMergePolicy::default();
        policy.set_min_num_segments(MERGED);
        writer.set_merge_policy(Box::new(policy));
        let (folder, moves) = (folder.to_owned(), Moves::load(folder));
        Ok(Self { index: writer, fields, folder, moves, moved: false })
    }

    /// Takes in the articles of a file; if some are held already, say so, and they are replaced.
    pub fn put(
        &mut self,
        path: &Path,
        stamp: u64,
        entries: &[Arc<Entry>],
        held: bool,
    ) -> Result<(), CacheError> {
        if held {
            self.remove(changes::name(path));
        }
        if entries.is_empty() {
            return Ok(());
        }
        let file = self.moves.claim(path, stamp);
        self.moved |= file != changes::name(path);
        for entry in entries {
            self.index.add_document(self.fields.document(entry, file, stamp))?;
        }
        Ok(())
    }

    /// Forgets files.
    pub fn forget(&mut self, files: &HashSet<u64>) {
        for file in files {
            self.remove(*file);
        }
    }

    /// Takes in that files were moved: the name each had, and where it is now.
    pub fn follow(&mut self, moved: Vec<(u64, PathBuf)>) {
        for (name, path) in moved {
            self.moves.add(name, path);
            self.moved = true;
        }
    }

    fn remove(&mut self, name: u64) {
        let origin = self.moves.forget(name);
        self.moved |= origin != name;
        self.index.delete_term(Term::from_field_u64(self.fields.file, origin));
    }

    /// Makes everything since the last time durable and visible.
    pub fn commit(&mut self) -> Result<(), CacheError> {
        if self.moved {
            // First: a move without its commit is true all the same.
            self.moves.keep(&self.folder)?;
            self.moved = false;
        }
        self.index.commit()?;
        Ok(())
    }

    /// Ends when the merges under way have.
    pub fn finish(self) -> Result<(), CacheError> {
        Ok(self.index.wait_merging_threads()?)
    }
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Writer")
    }
}
