//! Owns the standing orders of the cache: each article once, newest first, by headline, by outlet. It
//! refuses to know queries.

use std::sync::{Arc, OnceLock};

use tantivy::SegmentReader;

use super::CacheError;
use super::bits::Bits;
use super::docs::Docs;
use crate::article::ArticleId;
use crate::library::{Entry, fold};

/// A free place in the table of ids.
const FREE: u32 = u32::MAX;

/// Every article once and in order.
#[derive(Debug)]
pub(super) struct Arrangement {
    /// The numbers that are shown: of copies of an article the fullest.
    pub(super) visible: Bits,
    /// They, newest first.
    pub(super) newest: Vec<u32>,
    by_id: ById,
    by_title: OnceLock<Vec<u32>>,
    by_outlet: OnceLock<Vec<u32>>,
}

/// Finds numbers by id. Ids are hashes: their low bits say where to look.
#[derive(Debug)]
struct ById {
    slots: Vec<u32>,
}

impl ById {
    fn new(room: usize) -> Self {
        Self { slots: vec![FREE; (room * 2).next_power_of_two()] }
    }

    /// Returns the slot that holds an id, or the free one where it belongs.
    fn slot(&self, id: u64, ids: &[u64]) -> usize {
        let last = self.slots.len() - 1;
        let mut at = usize::try_from(id & last as u64).unwrap_or(0);
        while let Some(held) = self.slots.get(at).filter(|held| **held != FREE) {
            if ids.get(*held as usize) == Some(&id) {
                break;
            }
            at = (at + 1) & last;
        }
        at
    }

    fn find(&self, id: u64, ids: &[u64]) -> Option<u32> {
        self.slots.get(self.slot(id, ids)).copied().filter(|held| *held != FREE)
    }
}

impl Arrangement {
    pub(super) fn of(docs: &Docs) -> Self {
        let mut visible = docs.alive();
        let mut by_id = ById::new(docs.len().max(1));
        for doc in docs.alive().iter() {
            let Some(id) = docs.ids().get(doc as usize) else { continue };
            let slot = by_id.slot(*id, docs.ids());
            let Some(held) = by_id.slots.get_mut(slot) else { continue };
            if *held == FREE {
                *held = doc;
            } else if docs.is_fuller(doc, *held) {
                visible.drop(*held);
                *held = doc;
            } else {
                visible.drop(doc);
            }
        }
        let mut newest: Vec<u32> = visible.iter().collect();
        // A stable sort sees that each segment is in order already.
        newest.sort_by_key(|doc| std::cmp::Reverse(docs.moment(*doc)));
        Self { visible, newest, by_id, by_title: OnceLock::new(), by_outlet: OnceLock::new() }
    }

    pub(super) fn find(&self, id: ArticleId, docs: &Docs) -> Option<u32> {
        self.by_id.find(id.number(), docs.ids())
    }

    /// Returns the articles by headline, the newest first among equals.
    pub(super) fn by_title(&self, docs: &Docs) -> &[u32] {
        self.by_title.get_or_init(|| {
            self.sorted(docs, "by_title", |entry| Some(entry.folded.title.clone()), Option::unwrap_or_default)
        })
    }

    /// Returns the articles by outlet; those without one come last.
    pub(super) fn by_outlet(&self, docs: &Docs) -> &[u32] {
        let of = |entry: &Entry| entry.row.outlet.as_deref().map(fold::fold);
        self.by_outlet.get_or_init(|| self.sorted(docs, "by_outlet", of, |key| (key.is_none(), key)))
    }

    /// Sorts by a key that the index keeps in a column and an entry gives. A column that cannot be
    /// read leaves its articles newest first.
    fn sorted<K: Ord>(
        &self,
        docs: &Docs,
        column: &str,
        of: impl Fn(&Entry) -> Option<String>,
        rank: impl Fn(Option<Arc<str>>) -> K,
    ) -> Vec<u32> {
        let mut keys: Vec<Option<Arc<str>>> = vec![None; docs.len()];
        for (base, segment) in docs.segments() {
            drop(read_keys(segment, column, &mut |doc, key| set(&mut keys, base + doc, key)));
        }
        for (doc, entry) in docs.fresh() {
            if let Some(key) = of(entry) {
                set(&mut keys, doc, key.into());
            }
        }
        let key = |doc: u32| keys.get(doc as usize).cloned().flatten();
        let ranked = (0u32..).zip(&self.newest).map(|(at, doc)| (rank(key(*doc)), at));
        let mut ranked: Vec<(K, u32)> = ranked.collect();
        ranked.sort();
        ranked.into_iter().filter_map(|(_, at)| self.newest.get(at as usize).copied()).collect()
    }
}

fn set(keys: &mut [Option<Arc<str>>], doc: u32, key: Arc<str>) {
    if let Some(slot) = keys.get_mut(doc as usize) {
        *slot = Some(key);
    }
}

/// Reads the keys of a segment, each once however many documents share it.
fn read_keys(
    segment: &SegmentReader,
    column: &str,
    give: &mut dyn FnMut(u32, Arc<str>),
) -> Result<(), CacheError> {
    let Some(column) = segment.fast_fields().str(column)? else { return Ok(()) };
    let mut keyed: Vec<(u64, u32)> =
        (0..segment.max_doc()).filter_map(|doc| Some((column.ords().first(doc)?, doc))).collect();
    keyed.sort_unstable();
    let mut keys = column.dictionary().stream().map_err(tantivy::TantivyError::from)?;
    let mut keyed = keyed.into_iter().peekable();
    while keys.advance() {
        let (ord, key): (u64, Arc<str>) = (keys.term_ord(), String::from_utf8_lossy(keys.key()).into());
        while let Some((_, doc)) = keyed.next_if(|(wanted, _)| *wanted == ord) {
            give(doc, Arc::clone(&key));
        }
    }
    Ok(())
}
