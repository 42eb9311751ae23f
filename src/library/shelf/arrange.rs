//! Owns the standing orders of a shelf: one row an article, newest first, and its rank by headline and
//! outlet. It refuses to know queries.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;

use crate::article::{ArticleId, Moment, Published};
use crate::library::Entry;
use crate::library::versions::{Folds, Print};

/// The position of an article on the shelf, newest first.
pub(super) type Place = u32;

/// Every article once, newest first.
#[derive(Debug)]
pub(super) struct Arrangement {
    pub(super) entries: Vec<Arc<Entry>>,
    /// Where an article is, or the version that is shown of it.
    pub(super) places: HashMap<ArticleId, Place>,
    /// The versions of an article that are not shown.
    others: HashMap<Place, Vec<Arc<Entry>>>,
    by_title: OnceLock<Vec<u32>>,
    by_outlet: OnceLock<Vec<u32>>,
}

impl Arrangement {
    /// Arranges entries; of copies of an article, which have one id, the fullest is shown, and the others
    /// are versions of it. Where they are to be `folded`, all versions of a story are one article.
    pub(super) fn of<'a>(entries: impl Iterator<Item = &'a Arc<Entry>>, folded: bool) -> Self {
        let mut best: HashMap<ArticleId, &Arc<Entry>> = HashMap::new();
        let mut rest: Vec<&Arc<Entry>> = Vec::new();
        for entry in entries {
            let held = match best.entry(entry.id) {
                Slot::Vacant(slot) => {
                    slot.insert(entry);
                    continue;
                }
                Slot::Occupied(held) => held.into_mut(),
            };
            let worse = if fullness(entry) > fullness(held) { std::mem::replace(held, entry) } else { entry };
            rest.push(worse);
        }
        let mut shown = HashMap::new();
        if folded {
            let folds = Folds::of(best.values().map(|entry| Print::of(entry)).collect());
            for group in folds.groups() {
                let Some((first, others)) = group.split_first() else { continue };
                rest.extend(others.iter().filter_map(|id| best.remove(id)));
                shown.extend(others.iter().map(|id| (*id, *first)));
            }
        }
        let mut dated: Vec<(Reverse<i64>, &Arc<Entry>)> =
            best.into_values().map(|entry| (Reverse(seconds(entry)), entry)).collect();
        dated.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| place(one).cmp(&place(other))));
        let entries: Vec<Arc<Entry>> = dated.into_iter().map(|(_, entry)| Arc::clone(entry)).collect();
        let mut places: HashMap<ArticleId, Place> =
            entries.iter().zip(0..).map(|(entry, place)| (entry.id, place)).collect();
        for (id, first) in shown {
            places.extend(places.get(&first).copied().map(|place| (id, place)));
        }
        let mut others: HashMap<Place, Vec<Arc<Entry>>> = HashMap::new();
        for entry in rest {
            if let Some(place) = places.get(&entry.id) {
                others.entry(*place).or_default().push(Arc::clone(entry));
            }
        }
        Self { entries, places, others, by_title: OnceLock::new(), by_outlet: OnceLock::new() }
    }

    /// Returns the versions of an article, the one shown first.
    pub(super) fn versions(&self, place: Place) -> impl Iterator<Item = &Entry> {
        self.entry(place).into_iter().chain(self.others(place))
    }

    /// Returns the versions of an article that are not shown.
    pub(super) fn others(&self, place: Place) -> impl Iterator<Item = &Entry> {
        self.others.get(&place).into_iter().flatten().map(Arc::as_ref)
    }

    pub(super) fn entry(&self, place: Place) -> Option<&Entry> {
        self.entries.get(usize::try_from(place).ok()?).map(Arc::as_ref)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = Place> + use<> {
        0..Place::try_from(self.entries.len()).unwrap_or(Place::MAX)
    }

    /// Returns where an article stands by headline, folded, so that quote marks and articles in front
    /// do not count.
    pub(super) fn title_rank(&self, place: Place) -> u32 {
        let ranks = self.by_title.get_or_init(|| ranks(&self.entries, |entry| entry.folded.title.as_str()));
        rank(ranks, place)
    }

    /// Returns where an article stands by outlet; those without one come last.
    pub(super) fn outlet_rank(&self, place: Place) -> u32 {
        let ranks = self.by_outlet.get_or_init(|| {
            ranks(&self.entries, |entry| {
                let outlet = entry.row.outlet.as_deref().map(crate::library::fold::fold);
                (outlet.is_none(), outlet)
            })
        });
        rank(ranks, place)
    }
}

fn rank(ranks: &[u32], place: Place) -> u32 {
    usize::try_from(place).ok().and_then(|place| ranks.get(place)).copied().unwrap_or(u32::MAX)
}

/// Numbers the entries by a key, the newest first among equals.
fn ranks<'a, K: Ord>(entries: &'a [Arc<Entry>], key: impl Fn(&'a Entry) -> K) -> Vec<u32> {
    let mut order: Vec<(K, usize)> = entries.iter().enumerate().map(|(at, e)| (key(e), at)).collect();
    order.sort();
    let mut ranks = vec![0; entries.len()];
    for (rank, (_, at)) in order.into_iter().enumerate() {
        if let Some(slot) = ranks.get_mut(at) {
            *slot = u32::try_from(rank).unwrap_or(u32::MAX);
        }
    }
    ranks
}

/// Of two copies of an article the fuller one is wanted, then the newer file, then the first by name.
fn fullness(entry: &Entry) -> impl Ord + use<> {
    (entry.text.len(), entry.modified, Reverse((entry.path.clone(), entry.item)))
}

/// What decides between articles of the same moment.
fn place(entry: &Entry) -> (&std::path::Path, usize, ArticleId) {
    (&entry.path, entry.item, entry.id)
}

/// Returns the moment an article sorts by, in seconds since 1970: when it was published, else when its
/// file was changed. A day without a time counts from its first second, so that on one day the
/// articles with a time come first.
pub(in crate::library) fn seconds(entry: &Entry) -> i64 {
    seconds_of(entry.row.published, entry.modified)
}

/// As [`seconds`], of an article that is no entry.
pub(in crate::library) fn seconds_of(published: Option<Published>, modified: i64) -> i64 {
    published.map_or(modified, |published| moment_seconds(&published.at))
}

fn moment_seconds(moment: &Moment) -> i64 {
    let local = DateTime::from_parts(moment.day, moment.time.unwrap_or(Time::midnight()));
    let zone = moment.offset.map_or(TimeZone::UTC, TimeZone::fixed);
    zone.to_timestamp(local).map_or(0, Timestamp::as_second)
}
