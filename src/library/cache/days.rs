//! Owns what the index tells of many articles at once: the days of a list, from their column, and the rows
//! of articles that were read. It refuses to know what these are counted for.

use std::collections::HashMap;

use super::{Cache, CacheError, schema};
use crate::article::ArticleId;
use crate::library::days::Days;
use crate::library::{Request, Row, Standings};

impl Cache {
    /// Returns the rows of those of some articles that the cache has, in the order of the index, so that
    /// no part of it is read twice.
    pub fn rows_of(&self, ids: &[ArticleId]) -> Vec<Row> {
        let arranged = self.arranged();
        let mut docs: Vec<u32> = ids.iter().filter_map(|id| arranged.find(*id, &self.docs)).collect();
        docs.sort_unstable();
        docs.into_iter().filter_map(|doc| self.numbered(doc).ok().flatten()).collect()
    }

    /// Counts the articles a request shows by the day they appeared.
    pub fn days(&self, request: &Request, marks: &dyn Standings) -> Result<Days, CacheError> {
        let shown = self.question(request, marks).shown(&request.query)?;
        let mut met: HashMap<Option<i64>, usize> = HashMap::new();
        for (base, segment) in self.docs.segments() {
            let days = segment.fast_fields().i64("day")?;
            for doc in (0..segment.max_doc()).filter(|doc| shown.has(base + doc)) {
                *met.entry(days.first(doc)).or_default() += 1;
            }
        }
        let mut found = Days::default();
        for (day, count) in met {
            found.add(day.and_then(schema::date), count);
        }
        for (_, entry) in self.docs.fresh().filter(|(doc, _)| shown.has(*doc)) {
            found.add(entry.row.published.map(|published| published.at.day), 1);
        }
        Ok(found)
    }
}
