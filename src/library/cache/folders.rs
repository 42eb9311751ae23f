//! Owns how many articles of the cache are in which folder. It refuses to know where a library begins.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tantivy::columnar::StrColumn;

use super::{Cache, CacheError};
use crate::library::Standings;
use crate::library::query::State;

/// Takes a folder, how many articles are in it and how many of them are unread; a folder may come
/// several times.
pub(in crate::library) type Folders<'a> = &'a mut dyn FnMut(&Path, usize, usize);

/// Takes a number that stands for a story, the folder of one of its versions, and whether the story is
/// unread.
pub(in crate::library) type Versions<'a> = &'a mut dyn FnMut(u32, &Path, bool);

impl Cache {
    /// Gives the folder of every article that is not hidden, but for those that were saved more than once.
    pub(in crate::library) fn each_folder(
        &self,
        marks: &dyn Standings,
        give: Folders<'_>,
    ) -> Result<(), CacheError> {
        let marked = self.marked.get_or_init(|| self.marked(marks));
        let mut shown = self.arranged().visible.clone();
        shown.without(marked.of(State::Hidden));
        self.arranged().folded.pairs().for_each(|(story, _)| shown.drop(story));
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

    /// Gives the folders of all versions of every story that was saved more than once and is not hidden.
    pub(in crate::library) fn each_version(
        &self,
        marks: &dyn Standings,
        give: Versions<'_>,
    ) -> Result<(), CacheError> {
        let marked = self.marked.get_or_init(|| self.marked(marks));
        let mut columns = Vec::new();
        for (base, segment) in self.docs.segments() {
            columns.push((base, segment.fast_fields().str("folder")?));
        }
        let moved: BTreeMap<u32, &PathBuf> = self.docs.moved().collect();
        let folder = |doc: u32| match (self.docs.held(doc), moved.get(&doc)) {
            (Some(entry), _) => Some(entry.path.parent()?.to_owned()),
            (None, Some(path)) => Some(path.parent()?.to_owned()),
            (None, None) => indexed(&columns, doc).map(PathBuf::from),
        };
        let arranged = self.arranged();
        let shown = |story: u32| arranged.visible.has(story) && !marked.of(State::Hidden).has(story);
        for (story, version) in arranged.folded.pairs().filter(|(story, _)| shown(*story)) {
            for folder in [story, version].into_iter().filter_map(folder) {
                give(story, &folder, !marked.read().has(story));
            }
        }
        Ok(())
    }
}

/// Returns the folder the index names for an article, given the columns of its segments.
fn indexed(columns: &[(u32, Option<StrColumn>)], doc: u32) -> Option<String> {
    let segment = columns.partition_point(|(base, _)| *base <= doc).checked_sub(1)?;
    let (base, column) = columns.get(segment)?;
    let column = column.as_ref()?;
    let mut folder = String::new();
    let ord = column.ords().first(doc - base)?;
    column.ord_to_str(ord, &mut folder).ok()?.then_some(folder)
}
