//! Owns the standing orders of the cache: each article once, newest first, by headline, by outlet. It
//! refuses to know queries.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::bits::Bits;
use super::docs::Docs;
use super::folds::Folded;
use super::ranks;
use crate::article::ArticleId;
use crate::library::versions::Folds;
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
    /// The numbers that are there and not shown: copies, and versions where those of a story are one article.
    pub(super) folded: Folded,
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
    /// Arranges all articles; with `folds`, the versions of a story are one.
    pub(super) fn of(docs: &Docs, folds: Option<&Folds>) -> Self {
        let mut visible = docs.alive();
        let mut copies = Vec::new();
        let mut by_id = ById::new(docs.len().max(1));
        for doc in docs.alive().iter() {
            let Some(id) = docs.ids().get(doc as usize) else { continue };
            let slot = by_id.slot(*id, docs.ids());
            let Some(held) = by_id.slots.get_mut(slot) else { continue };
            if *held == FREE {
                *held = doc;
            } else if docs.is_fuller(doc, *held) {
                visible.drop(*held);
                copies.push(std::mem::replace(held, doc));
            } else {
                visible.drop(doc);
                copies.push(doc);
            }
        }
        let find = |id: ArticleId| by_id.find(id.number(), docs.ids());
        let kept = copies.into_iter().filter_map(|copy| Some((copy, find(docs.id(copy)?)?)));
        let mut shown_for: HashMap<u32, u32> = kept.collect();
        if let Some(folds) = folds {
            for group in folds.groups() {
                let mut present = group.iter().filter_map(|id| find(*id));
                let Some(first) = present.next() else { continue };
                shown_for.extend(present.filter(|doc| *doc != first).map(|doc| (doc, first)));
            }
            for doc in shown_for.keys() {
                visible.drop(*doc);
            }
        }
        let mut newest: Vec<u32> = visible.iter().collect();
        // A stable sort sees that each segment is in order already.
        newest.sort_by_key(|doc| std::cmp::Reverse(docs.moment(*doc)));
        let folded = Folded::new(&shown_for);
        Self { visible, newest, folded, by_id, by_title: OnceLock::new(), by_outlet: OnceLock::new() }
    }

    /// Returns the number that is shown for one: its own, or that of another version.
    pub(super) fn shown(&self, doc: u32) -> u32 {
        self.folded.shown(doc)
    }

    /// Returns the numbers one is shown for.
    pub(super) fn others(&self, shown: u32) -> impl Iterator<Item = u32> + '_ {
        self.folded.others(shown)
    }

    /// Returns every number that may answer a query: those shown and those they are shown for.
    pub(super) fn all(&self) -> Bits {
        let mut all = self.visible.clone();
        self.folded.join(&mut all);
        all
    }

    pub(super) fn find(&self, id: ArticleId, docs: &Docs) -> Option<u32> {
        self.by_id.find(id.number(), docs.ids())
    }

    /// Returns the articles by headline, the newest first among equals.
    pub(super) fn by_title(&self, docs: &Docs) -> &[u32] {
        let of = |entry: &Entry| Some(entry.folded.title.clone());
        self.by_title.get_or_init(|| self.sorted(&ranks::of(docs, "by_title", &of)))
    }

    /// Returns the articles by outlet; those without one come last.
    pub(super) fn by_outlet(&self, docs: &Docs) -> &[u32] {
        let of = |entry: &Entry| entry.row.outlet.as_deref().map(fold::fold);
        self.by_outlet.get_or_init(|| self.sorted(&ranks::of(docs, "by_outlet", &of)))
    }

    /// Sorts by rank, the newest first among equals.
    fn sorted(&self, ranks: &[u32]) -> Vec<u32> {
        let rank = |doc: u32| ranks.get(doc as usize).copied().unwrap_or(u32::MAX);
        let mut ranked: Vec<u64> =
            (0u64..).zip(&self.newest).map(|(at, doc)| u64::from(rank(*doc)) << 32 | at).collect();
        ranked.sort_unstable();
        let place = |ranked: u64| usize::try_from(ranked & u64::from(u32::MAX)).unwrap_or(usize::MAX);
        ranked.into_iter().filter_map(|ranked| self.newest.get(place(ranked)).copied()).collect()
    }
}
