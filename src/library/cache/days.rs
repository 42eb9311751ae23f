//! Owns counting the articles of a list by day, from the column of days. It refuses to read rows.

use std::collections::HashMap;

use super::{Cache, CacheError, schema};
use crate::library::days::Days;
use crate::library::{Request, Standings};

impl Cache {
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
