//! Owns what the cache knows of stories that were saved more than once: found from the columns of the
//! index, a band of the sketches at a time, and kept in a small file beside it. It refuses to know when two
//! articles are versions of each other.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fs;

use tantivy::columnar::{Column, StrColumn};
use tantivy::{Index, SegmentReader};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::bits::Bits;
use super::{Cache, CacheError, Store};
use crate::article::ArticleId;
use crate::files::{Lasting, replace};
use crate::library::ties::Sketch;
use crate::library::versions::{Folds, Print, Version};

/// What the file says of itself. Raise the number when stories are told apart in another way.
const VERSION: &str = "newsprint versions 1";
/// The file.
const FILE: &str = "versions";
/// Bands of a sketch, which follow the key of the headline in their column.
const BANDS: usize = 4;

/// The columns of a segment that tell versions.
struct Columns {
    title: Option<StrColumn>,
    print: Column<u64>,
    id: Column<u64>,
    length: Column<u64>,
    modified: Column<i64>,
    day: Column<i64>,
}

impl Columns {
    fn of(segment: &SegmentReader) -> Result<Self, CacheError> {
        let columns = segment.fast_fields();
        Ok(Self {
            title: columns.str("by_title")?,
            print: columns.u64("print")?,
            id: columns.u64("id")?,
            length: columns.u64("length")?,
            modified: columns.i64("modified")?,
            day: columns.i64("day")?,
        })
    }

    fn print(&self, doc: u32) -> Option<Print> {
        let values: Vec<u64> = self.print.values_for_doc(doc).collect();
        let (_, bands) = values.split_first()?;
        let mut title = String::new();
        if let Some(column) = &self.title
            && let Some(ord) = column.ords().first(doc)
        {
            column.ord_to_str(ord, &mut title).ok()?;
        }
        Some(Print {
            id: ArticleId::from_number(self.id.first(doc)?),
            title: title.into(),
            sketch: Sketch::from_bands(bands),
            length: self.length.first(doc).unwrap_or(0),
            modified: self.modified.first(doc).unwrap_or(i64::MIN),
            day: self.day.first(doc),
        })
    }
}

impl Store {
    /// Finds the stories that were saved more than once and keeps them beside the index, unless those of
    /// the index as it stands are kept already. Says whether it had to.
    pub fn fold(&self) -> Result<bool, CacheError> {
        let index = self.opened()?;
        let searcher = index.reader()?.searcher();
        let segments = searcher.segment_readers();
        let state = state(segments);
        if self.kept().is_some_and(|(kept, _)| kept == state) {
            return Ok(false);
        }
        let shared = sharing(segments)?;
        let mut prints = Vec::with_capacity(shared.count());
        let mut base = 0;
        for segment in segments {
            let columns = Columns::of(segment)?;
            let here = shared.iter().skip_while(|doc| *doc < base);
            let here = here.map_while(|doc| doc.checked_sub(base).filter(|doc| *doc < segment.max_doc()));
            prints.extend(here.filter_map(|doc| columns.print(doc)));
            base += segment.max_doc();
        }
        self.keep(state, &Folds::of(prints))?;
        Ok(true)
    }

    /// Returns the stories as they were last kept.
    pub(super) fn folds(&self) -> Option<Folds> {
        let (_, body) = self.kept()?;
        let mut groups = Vec::new();
        let mut group = Vec::new();
        for word in body.chunks_exact(8).filter_map(|word| word.try_into().ok()) {
            match u64::from_le_bytes(word) {
                0 => groups.push(std::mem::take(&mut group)),
                id => group.push(ArticleId::from_number(id)),
            }
        }
        Some(Folds::from_groups(groups))
    }

    /// Returns the state of the index that the stories were found in, and the stories; nothing if they are
    /// of another version or not what was written.
    fn kept(&self) -> Option<(u64, Vec<u8>)> {
        let mut kept = fs::read(self.folder().join(FILE)).ok()?;
        let end = kept.iter().position(|byte| *byte == b'\n')?;
        let body = kept.split_off(end + 1);
        let line = String::from_utf8(kept).ok()?;
        let rest = line.trim_end().strip_prefix(VERSION)?.trim_start();
        let (state, signature) = rest.split_once(' ')?;
        let number = |digits| u64::from_str_radix(digits, 16).ok();
        (number(signature)? == xxh3_64(&body)).then_some((number(state)?, body))
    }

    fn keep(&self, state: u64, folds: &Folds) -> Result<(), CacheError> {
        let mut body: Vec<u8> = Vec::new();
        for group in folds.groups() {
            // No id is 0 but by a chance of one in 2^64; such an article is not folded.
            let ids = group.iter().map(|id| id.number()).filter(|id| *id != 0);
            ids.chain([0]).for_each(|id| body.extend(id.to_le_bytes()));
        }
        let mut bytes = format!("{VERSION} {state:016x} {:016x}\n", xxh3_64(&body)).into_bytes();
        bytes.append(&mut body);
        Ok(replace(&self.folder().join(FILE), &bytes, None, Lasting::Written)?)
    }

    fn opened(&self) -> Result<Index, CacheError> {
        self.index().map(|(index, _)| index)
    }
}

/// Returns what names the articles an index holds: its segments, and how many of each are gone.
fn state(segments: &[SegmentReader]) -> u64 {
    let mut state = Xxh3::new();
    for segment in segments {
        state.update(segment.segment_id().uuid_string().as_bytes());
        state.update(&segment.num_deleted_docs().to_le_bytes());
    }
    state.digest()
}

/// Returns the articles that share a band of their sketch with another, by number. One band of all
/// articles is in memory at a time.
fn sharing(segments: &[SegmentReader]) -> Result<Bits, CacheError> {
    let count: usize = segments.iter().map(|segment| segment.max_doc() as usize).sum();
    let mut sharing = Bits::new(count);
    for band in 0..BANDS {
        let mut all: Vec<(u64, u32)> = Vec::with_capacity(count);
        let mut base = 0;
        for segment in segments {
            let column = segment.fast_fields().u64("print")?;
            for doc in (0..segment.max_doc()).filter(|doc| !segment.is_deleted(*doc)) {
                all.extend(column.values_for_doc(doc).nth(band + 1).map(|value| (value, base + doc)));
            }
            base += segment.max_doc();
        }
        all.sort_unstable();
        for run in all.chunk_by(|one, other| one.0 == other.0).filter(|run| run.len() > 1) {
            for (_, doc) in run {
                sharing.add(*doc);
            }
        }
    }
    Ok(sharing)
}

impl Cache {
    /// Shows the versions of a story as one article, as far as they were found; those found since show
    /// after [`Cache::reload`].
    pub fn fold(&mut self, store: &Store) {
        self.folds = Some(store.folds().unwrap_or_default());
        self.changed();
    }

    /// Shows every version of a story as an article of its own.
    pub fn unfold(&mut self) {
        self.folds = None;
        self.changed();
    }

    /// Returns the versions of an article, the one shown first.
    pub fn versions(&self, id: ArticleId) -> Vec<Version> {
        let arranged = self.arranged();
        let Some(shown) = arranged.find(id, &self.docs).map(|doc| arranged.shown(doc)) else {
            return Vec::new();
        };
        let docs = std::iter::once(shown).chain(arranged.others(shown));
        let version = |doc| match self.docs.held(doc) {
            Some(entry) => Some(Version::of(entry, doc == shown)),
            None => self.docs.read(doc).ok().flatten().map(|entry| Version::of(&entry, doc == shown)),
        };
        docs.filter_map(version).collect()
    }

    /// Returns every story of more than one version, the newest first, as the versions it has.
    pub fn stories(&self) -> impl Iterator<Item = Vec<Version>> {
        let arranged = self.arranged();
        let many = arranged.newest.iter().filter(|doc| arranged.others(**doc).next().is_some());
        many.filter_map(|doc| self.docs.id(*doc)).map(|id| self.versions(id))
    }
}

/// Numbers of articles that are not shown, each with the one that is shown for it.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// By their own number.
    by_doc: Vec<(u32, u32)>,
    /// By the number of the one shown, then by their own.
    by_shown: Vec<(u32, u32)>,
}

impl Folded {
    pub(super) fn new(shown_for: &HashMap<u32, u32>) -> Self {
        // A copy may be shown by a version that is itself shown by another.
        let shown = |doc: &u32| shown_for.get(doc).map_or(*doc, |next| *shown_for.get(next).unwrap_or(next));
        let mut by_doc: Vec<(u32, u32)> = shown_for.keys().map(|doc| (*doc, shown(doc))).collect();
        let mut by_shown: Vec<(u32, u32)> = by_doc.iter().map(|(doc, shown)| (*shown, *doc)).collect();
        by_doc.sort_unstable();
        by_shown.sort_unstable();
        Self { by_doc, by_shown }
    }

    /// Returns the number shown for one.
    pub(super) fn shown(&self, doc: u32) -> u32 {
        let found = self.by_doc.binary_search_by_key(&doc, |(doc, _)| *doc).ok();
        found.and_then(|at| self.by_doc.get(at)).map_or(doc, |(_, shown)| *shown)
    }

    /// Returns every number that is not shown, each behind the one that is shown for it.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.by_shown.iter().copied()
    }

    /// Returns the numbers that one is shown for.
    pub(super) fn others(&self, shown: u32) -> impl Iterator<Item = u32> + '_ {
        let first = self.by_shown.partition_point(|(first, _)| *first < shown);
        let from = self.by_shown.get(first..).unwrap_or_default();
        from.iter().take_while(move |(first, _)| *first == shown).map(|(_, doc)| *doc)
    }

    /// Adds the number shown for every number of a set.
    pub(super) fn lift(&self, bits: &mut Bits) {
        for (doc, shown) in &self.by_doc {
            if bits.has(*doc) {
                bits.add(*shown);
            }
        }
    }

    /// Makes the numbers that are not shown be in a set when the shown one is.
    pub(super) fn spread(&self, bits: &mut Bits) {
        for (doc, shown) in &self.by_doc {
            let is_in = bits.has(*shown);
            bits.set(*doc, is_in);
        }
    }

    /// Adds to a set all numbers that are not shown.
    pub(super) fn join(&self, bits: &mut Bits) {
        self.by_doc.iter().for_each(|(doc, _)| bits.add(*doc));
    }
}
