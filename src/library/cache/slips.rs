//! Owns the slips of the cache: what it says of the order of its articles without any being read. It
//! refuses to put them in order.

use std::collections::HashMap;

use super::docs::append;
use super::{Cache, CacheError, ranks};
use crate::library::slips::Slip;
use crate::library::{Entry, OrderBy, fold};

impl Cache {
    /// Returns a slip for every article of these files, which are numbered by the name that
    /// [`super::changes::name`] gives them, in the order of the numbers; copies of an article have one each.
    pub fn slips(&self, by: OrderBy, files: &HashMap<u64, u32>) -> Result<Vec<Slip>, CacheError> {
        let ranks = self.key_ranks(by);
        let (lengths, changed) = self.fullness()?;
        let mut slips = Vec::new();
        for doc in self.docs.alive().iter() {
            let file = self.docs.file(doc).and_then(|name| files.get(&name).copied());
            let (Some(id), Some(file)) = (self.docs.id(doc), file) else { continue };
            let at = doc as usize;
            let slip = Slip {
                id,
                file,
                item: 0,
                seconds: super::schema::second(self.docs.moment(doc)),
                length: lengths.get(at).copied().unwrap_or_default(),
                modified: changed.get(at).copied().unwrap_or_default(),
                rank: ranks.get(at).copied().unwrap_or(u32::MAX),
            };
            slips.push((doc, slip));
        }
        self.name_items(&mut slips);
        let mut slips: Vec<Slip> = slips.into_iter().map(|(_, slip)| slip).collect();
        slips.sort_unstable_by_key(|slip| (slip.file, slip.item));
        Ok(slips)
    }

    /// Returns how each article ranks by headline or outlet, if an order asks for that.
    fn key_ranks(&self, by: OrderBy) -> Vec<u32> {
        match by {
            OrderBy::Title => {
                ranks::of(&self.docs, "by_title", &|entry: &Entry| Some(entry.folded.title.clone()))
            }
            OrderBy::Outlet => ranks::of(&self.docs, "by_outlet", &|entry: &Entry| {
                entry.row.outlet.as_deref().map(fold::fold)
            }),
            OrderBy::Date | OrderBy::Relevance | OrderBy::Unread => Vec::new(),
        }
    }

    /// Returns how long each text is and when each file was changed.
    fn fullness(&self) -> Result<(Vec<u64>, Vec<i64>), CacheError> {
        let (mut lengths, mut changed) = (Vec::new(), Vec::new());
        for (_, segment) in self.docs.segments() {
            let columns = segment.fast_fields();
            append(segment, columns.column_first_or_default("length")?.as_ref(), &mut lengths);
            append(segment, columns.column_first_or_default("modified")?.as_ref(), &mut changed);
        }
        for (_, entry) in self.docs.fresh() {
            lengths.push(entry.text.len() as u64);
            changed.push(entry.modified);
        }
        Ok((lengths, changed))
    }

    /// Says of the articles of files that hold several which place each has: that stands in their rows only.
    fn name_items(&self, slips: &mut [(u32, Slip)]) {
        let mut held: HashMap<u32, usize> = HashMap::new();
        for (_, slip) in slips.iter() {
            *held.entry(slip.file).or_default() += 1;
        }
        for (doc, slip) in slips.iter_mut().filter(|(_, slip)| held.get(&slip.file).is_some_and(|n| *n > 1)) {
            let item = self.docs.place(*doc).map(|(_, item)| item);
            slip.item = item.and_then(|item| u32::try_from(item).ok()).unwrap_or_default();
        }
    }
}
