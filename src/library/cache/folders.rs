//! Owns how many articles of the cache are in which folder. It refuses to know where a library begins.

use std::path::{Path, PathBuf};

use super::{Cache, CacheError};
use crate::library::Standings;
use crate::library::query::State;

/// Takes a folder, how many articles are in it and how many of them are unread; a folder may come
/// several times.
pub(in crate::library) type Folders<'a> = &'a mut dyn FnMut(&Path, usize, usize);

impl Cache {
    /// Gives the folder of every article that is not hidden.
    pub(in crate::library) fn each_folder(
        &self,
        marks: &dyn Standings,
        give: Folders<'_>,
    ) -> Result<(), CacheError> {
        let marked = self.marked.get_or_init(|| self.marked(marks));
        let mut shown = self.arranged().visible.clone();
        shown.without(marked.of(State::Hidden));
        let unread = |doc: u32| usize::from(!marked.read().has(doc));
        for (doc, path) in self.docs.moved().filter(|(doc, _)| shown.has(*doc)) {
            give(path.parent().unwrap_or(path), 1, unread(doc));
        }
        self.docs.moved().for_each(|(doc, _)| shown.drop(doc));
        for (doc, entry) in self.docs.fresh().filter(|(doc, _)| shown.has(*doc)) {
            give(entry.path.parent().unwrap_or(&entry.path), 1, unread(doc));
        }
        for (base, segment) in self.docs.segments() {
            let Some(column) = segment.fast_fields().str("folder")? else { continue };
            let mut counts = vec![(0, 0); column.num_terms()];
            for doc in (0..segment.max_doc()).filter(|doc| shown.has(base + doc)) {
                let ord = column.ords().first(doc).and_then(|ord| usize::try_from(ord).ok());
                if let Some((total, new)) = ord.and_then(|ord| counts.get_mut(ord)) {
                    *total += 1;
                    *new += unread(base + doc);
                }
            }
            let mut folder = String::new();
            for (ord, (total, new)) in (0u64..).zip(counts).filter(|(_, (total, _))| *total > 0) {
                folder.clear();
                if column.ord_to_str(ord, &mut folder)? {
                    give(&PathBuf::from(&folder), total, new);
                }
            }
        }
        Ok(())
    }
}
