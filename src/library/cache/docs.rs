//! Owns the articles by number: those of the index, segment by segment, then those it does not hold
//! yet. It refuses to know in which order they are shown.

use std::collections::HashSet;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use tantivy::columnar::ColumnValues;
use tantivy::{Searcher, SegmentReader, TantivyDocument};

use super::CacheError;
use super::bits::Bits;
use super::changes;
use super::moves::Moves;
use super::schema::{self, Fields, MOMENT};
use crate::article::ArticleId;
use crate::library::Entry;

/// Every article the cache knows, numbered from 0; some are gone.
pub(super) struct Docs {
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    /// The number of each segment's first document.
    bases: Vec<u32>,
    ids: Vec<u64>,
    moments: Vec<i64>,
    /// The file of each, by its [`super::changes::name`].
    files: Vec<u64>,
    gone: Bits,
    /// What the index does not hold yet; it stands behind all that it holds.
    fresh: Vec<Arc<Entry>>,
    /// The numbers of the articles of each file, so that one read again is noticed.
    by_file: ByFile,
    /// Files that are not where they were when they were read.
    moves: Moves,
}

impl Docs {
    /// Reads ids and moments of all documents.
    pub(super) fn load(searcher: Searcher, fields: Fields, moves: Moves) -> Result<Self, CacheError> {
        let mut docs = Self {
            searcher,
            fields,
            bases: Vec::new(),
            ids: Vec::new(),
            moments: Vec::new(),
            files: Vec::new(),
            gone: Bits::default(),
            fresh: Vec::new(),
            by_file: ByFile::default(),
            moves,
        };
        let segments = docs.searcher.segment_readers().to_vec();
        let mut gone = Vec::new();
        for segment in &segments {
            let base = number(docs.ids.len());
            docs.bases.push(base);
            let columns = segment.fast_fields();
            append(segment, columns.column_first_or_default("id")?.as_ref(), &mut docs.ids);
            append(segment, columns.column_first_or_default(MOMENT)?.as_ref(), &mut docs.moments);
            append(segment, columns.column_first_or_default("file")?.as_ref(), &mut docs.files);
            let dead = (0..segment.max_doc()).filter(|doc| segment.is_deleted(*doc));
            gone.extend(dead.map(|doc| base + doc));
        }
        docs.follow_moves();
        docs.gone = Bits::new(docs.ids.len());
        for doc in gone {
            docs.gone.add(doc);
        }
        Ok(docs)
    }

    /// Puts the names that files have now in place of those they had.
    fn follow_moves(&mut self) {
        if self.moves.is_empty() {
            return;
        }
        for file in &mut self.files {
            if let Some(path) = self.moves.path(*file) {
                *file = changes::name(path);
            }
        }
    }

    /// Returns the articles of the index whose file was moved, with the path it has now.
    pub(super) fn moved(&self) -> impl Iterator<Item = (u32, &PathBuf)> {
        let files = if self.moves.is_empty() { &[] } else { self.files.as_slice() };
        (0u32..).zip(files).filter_map(|(doc, file)| Some((doc, self.moves.moved(*file)?)))
    }

    /// Returns how many numbers are in use.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Returns the numbers that stand for an article.
    pub(super) fn alive(&self) -> Bits {
        let mut alive = Bits::all(self.len());
        alive.without(&self.gone);
        alive
    }

    /// Returns the segments with the number of their first document.
    pub(super) fn segments(&self) -> impl Iterator<Item = (u32, &SegmentReader)> {
        self.bases.iter().copied().zip(self.searcher.segment_readers())
    }

    /// Returns what the index does not hold yet, with its numbers.
    pub(super) fn fresh(&self) -> impl Iterator<Item = (u32, &Arc<Entry>)> {
        (number(self.committed())..).zip(&self.fresh)
    }

    fn committed(&self) -> usize {
        self.len() - self.fresh.len()
    }

    pub(super) fn ids(&self) -> &[u64] {
        &self.ids
    }

    pub(super) fn id(&self, doc: u32) -> Option<ArticleId> {
        self.ids.get(doc as usize).copied().map(ArticleId::from_number)
    }

    /// Returns the name of an article's file.
    pub(super) fn file(&self, doc: u32) -> Option<u64> {
        self.files.get(doc as usize).copied()
    }

    pub(super) fn moment(&self, doc: u32) -> i64 {
        self.moments.get(doc as usize).copied().unwrap_or(i64::MIN)
    }

    /// Returns an article that the index does not hold yet.
    pub(super) fn held(&self, doc: u32) -> Option<&Arc<Entry>> {
        self.fresh.get((doc as usize).checked_sub(self.committed())?)
    }

    /// Returns where in the index a document is.
    pub(super) fn address(&self, doc: u32) -> Option<(&SegmentReader, tantivy::DocAddress)> {
        let segment = self.bases.partition_point(|base| *base <= doc).checked_sub(1)?;
        let base = self.bases.get(segment)?;
        let reader = self.searcher.segment_readers().get(segment)?;
        Some((reader, tantivy::DocAddress::new(number(segment), doc - base)))
    }

    /// Takes in the articles of a file; what was known of it before is gone.
    pub(super) fn put(&mut self, file: u64, entries: &[Arc<Entry>]) {
        self.forget_file(file);
        let first = self.ids.len();
        for entry in entries {
            self.ids.push(entry.id.number());
            self.moments.push(schema::moment(entry));
            self.files.push(file);
            self.fresh.push(Arc::clone(entry));
        }
        self.gone.grow(self.ids.len());
        self.by_file.add(file, number(first)..number(self.ids.len()));
    }

    /// Says whether there are articles of a file.
    pub(super) fn holds(&mut self, file: u64) -> bool {
        self.by_file.find(&self.files, file).next().is_some()
    }

    /// Forgets files.
    pub(super) fn forget(&mut self, files: &HashSet<u64>) {
        for file in files {
            self.forget_file(*file);
        }
    }

    fn forget_file(&mut self, file: u64) {
        self.by_file.find(&self.files, file).for_each(|doc| self.gone.add(doc));
    }

    /// Returns every file the index holds articles of that is `wanted` by name, and the state it was in
    /// when they were read; a file with many articles many times.
    pub(super) fn stamps(&self, wanted: &dyn Fn(u64) -> bool) -> Result<Vec<(u64, u64)>, CacheError> {
        let mut stamps = Vec::with_capacity(self.committed());
        for (_, segment) in self.segments() {
            let column = segment.fast_fields().column_first_or_default("stamp")?;
            append(segment, column.as_ref(), &mut stamps);
        }
        let named = self.files.iter().copied().zip(stamps).zip(0u32..);
        let held = named.filter(|((file, _), doc)| wanted(*file) && !self.gone.has(*doc));
        Ok(held.map(|(pair, _)| pair).collect())
    }

    /// Says whether of two copies of an article the first is wanted: the fuller one, then the newer
    /// file, then the first by name.
    pub(super) fn is_fuller(&self, one: u32, other: u32) -> bool {
        let (a, b) = (self.fullness(one), self.fullness(other));
        a > b || (a == b && self.place(one) < self.place(other))
    }

    /// Returns the file and the place in it of an article.
    pub(super) fn place(&self, doc: u32) -> Option<(PathBuf, usize)> {
        if let Some(entry) = self.held(doc) {
            return Some((entry.path.clone(), entry.item));
        }
        self.read(doc).ok().flatten().map(|entry| (entry.path, entry.item))
    }

    /// Reads an article of the index, without its words.
    pub(super) fn read(&self, doc: u32) -> Result<Option<Entry>, CacheError> {
        let Some((_, address)) = self.address(doc) else { return Ok(None) };
        let document: TantivyDocument = self.searcher.doc(address)?;
        let mut entry = self.fields.row(&document);
        let moved = self.files.get(doc as usize).and_then(|file| self.moves.moved(*file));
        if let (Some(entry), Some(path)) = (&mut entry, moved) {
            path.clone_into(&mut entry.path);
            path.clone_into(&mut entry.row.path);
        }
        Ok(entry)
    }

    fn fullness(&self, doc: u32) -> (u64, i64) {
        if let Some(entry) = self.held(doc) {
            return (entry.text.len() as u64, entry.modified);
        }
        let Some((segment, address)) = self.address(doc) else { return (0, i64::MIN) };
        let columns = segment.fast_fields();
        let length = columns.u64("length").ok().and_then(|column| column.first(address.doc_id));
        let modified = columns.i64("modified").ok().and_then(|column| column.first(address.doc_id));
        (length.unwrap_or(0), modified.unwrap_or(i64::MIN))
    }
}

/// Which articles come from a file. Made when it is first asked for: most starts never do.
#[derive(Default)]
struct ByFile {
    /// Numbers of articles in the order of their files' names, as many as there were when it was made.
    sorted: Option<Vec<u32>>,
    /// Those of files that were put since.
    since: FxHashMap<u64, Vec<u32>>,
}

impl ByFile {
    fn add(&mut self, file: u64, docs: Range<u32>) {
        self.since.entry(file).or_default().extend(docs);
    }

    /// Returns the numbers of a file's articles, also those that are gone; `files` names the file of each.
    fn find<'a>(&'a mut self, files: &'a [u64], file: u64) -> impl Iterator<Item = u32> + 'a {
        let of = |doc: u32| files.get(doc as usize).copied().unwrap_or_default();
        let sorted = self.sorted.get_or_insert_with(|| {
            let mut sorted: Vec<u32> = (0..number(files.len())).collect();
            sorted.sort_unstable_by_key(|doc| of(*doc));
            sorted
        });
        let start = sorted.partition_point(|doc| of(*doc) < file);
        let kept = sorted.get(start..).unwrap_or_default().iter().copied();
        let since = self.since.get(&file).map_or(&[][..], Vec::as_slice).iter().copied();
        kept.take_while(move |doc| of(*doc) == file).chain(since)
    }
}

/// Reads a column of a segment to the end of `out`.
pub(super) fn append<T: Default + Clone + PartialOrd + 'static>(
    segment: &SegmentReader,
    column: &dyn ColumnValues<T>,
    out: &mut Vec<T>,
) {
    let start = out.len();
    out.resize(start + segment.max_doc() as usize, T::default());
    if let Some(values) = out.get_mut(start..) {
        column.get_range(0, values);
    }
}

/// Numbers of articles fit 32 bits: tantivy's own do.
pub(super) fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl std::fmt::Debug for Docs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Docs")
            .field("len", &self.len())
            .field("fresh", &self.fresh.len())
            .finish_non_exhaustive()
    }
}
