//! Owns what the cache says about the library as a whole: who has a key, who has a word, who publishes.
//! It refuses to know what these are asked for.

use std::collections::HashMap;

use jiff::civil::Date;
use tantivy::columnar::StrColumn;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{SegmentReader, Term};

use super::{Cache, CacheError};
use crate::article::ArticleId;
use crate::library::{Entry, Facet, Row};

/// A key of [`crate::library::ties`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Articles a source with this key means.
    Own(u64),
    /// Articles that cite the work with this key.
    Cites(u64),
}

/// Takes an outlet, a day, and how many articles of it and citations.
pub(in crate::library) type Publishers<'a> = &'a mut dyn FnMut(&str, Option<Date>, usize, usize);

impl Cache {
    /// Returns the numbers of the articles that have a key.
    pub(in crate::library) fn keyed(&self, key: Key) -> Result<Vec<u32>, CacheError> {
        let (field, value) = match key {
            Key::Own(value) => (self.docs.fields.own, value),
            Key::Cites(value) => (self.docs.fields.cites, value),
        };
        let has = |entry: &Entry| match key {
            Key::Own(_) => entry.ties.own.contains(&value),
            Key::Cites(_) => entry.ties.cites.contains(&value),
        };
        self.filed(&[(field, Term::from_field_u64(field, value))], usize::MAX, &has)
    }

    /// Returns the numbers of the articles that have a folded word in headline or text; none if more
    /// than `most` have it.
    pub(in crate::library) fn with_word(&self, word: &str, most: usize) -> Result<Vec<u32>, CacheError> {
        let fields = [self.docs.fields.text, self.docs.fields.title];
        let terms = fields.map(|field| (field, Term::from_field_text(field, word)));
        let padded = format!(" {word} ");
        let has = |entry: &Entry| entry.folded.text.contains(&padded) || entry.folded.title.contains(&padded);
        self.filed(&terms, most, &has)
    }

    /// Returns the articles filed under any of these terms, each once; none if there are more than `most`.
    fn filed(
        &self,
        terms: &[(Field, Term)],
        most: usize,
        has: &dyn Fn(&Entry) -> bool,
    ) -> Result<Vec<u32>, CacheError> {
        let visible = &self.arranged().visible;
        let mut found = Vec::new();
        for (base, segment) in self.docs.segments() {
            for (field, term) in terms {
                let index = segment.inverted_index(*field)?;
                let Some(info) = index.get_term_info(term)? else { continue };
                if usize::try_from(info.doc_freq).unwrap_or(usize::MAX) > most {
                    return Ok(Vec::new());
                }
                let mut block = index.read_block_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
                while !block.docs().is_empty() {
                    found.extend(block.docs().iter().map(|doc| base + doc));
                    block.advance();
                }
            }
        }
        found.extend(self.docs.fresh().filter(|(_, entry)| has(entry)).map(|(doc, _)| doc));
        for doc in &mut found {
            *doc = self.arranged().shown(*doc);
        }
        found.retain(|doc| visible.has(*doc));
        found.sort_unstable();
        found.dedup();
        Ok(if found.len() > most { Vec::new() } else { found })
    }

    /// Gives the values of a field of names with the articles that have them; a value once a segment.
    pub(in crate::library) fn each_value(
        &self,
        facet: Facet,
        give: &mut dyn FnMut(&str, usize),
    ) -> Result<(), CacheError> {
        let visible = &self.arranged().visible;
        for (base, segment) in self.docs.segments() {
            let shown = |doc: u32| visible.has(base + doc);
            match facet {
                Facet::Author => segment_values(segment, "authors", &shown, give)?,
                Facet::Tag => segment_values(segment, "tags", &shown, give)?,
                _ => self.segment_languages(segment, &shown, give)?,
            }
        }
        let fresh = self.docs.fresh().filter(|(doc, _)| visible.has(*doc));
        fresh.for_each(|(_, entry)| entry.names(facet, give));
        Ok(())
    }

    fn segment_languages(
        &self,
        segment: &SegmentReader,
        shown: &dyn Fn(u32) -> bool,
        give: &mut dyn FnMut(&str, usize),
    ) -> Result<(), CacheError> {
        let index = segment.inverted_index(self.docs.fields.language)?;
        let mut terms = index.terms().stream()?;
        while terms.advance() {
            let mut count = 0;
            let mut block =
                index.read_block_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)?;
            while !block.docs().is_empty() {
                count += block.docs().iter().filter(|doc| shown(**doc)).count();
                block.advance();
            }
            give(&String::from_utf8_lossy(terms.key()), count);
        }
        Ok(())
    }

    /// Returns the row of an article by number.
    pub(in crate::library) fn numbered(&self, doc: u32) -> Result<Option<Row>, CacheError> {
        match self.docs.held(doc) {
            Some(entry) => Ok(Some(entry.row.clone())),
            None => Ok(self.docs.read(doc)?.map(|entry| entry.row)),
        }
    }

    /// Returns who the article of a number is.
    pub(in crate::library) fn name(&self, doc: u32) -> Option<ArticleId> {
        self.docs.id(doc)
    }

    /// Shows every outlet with the days on which articles are by it or cite it.
    pub(in crate::library) fn publishers(&self, see: Publishers<'_>) -> Result<(), CacheError> {
        for (base, segment) in self.docs.segments() {
            let shown = |doc: u32| self.arranged().visible.has(base + doc);
            segment_publishers(segment, "outlet", &shown, &mut |name, day, times| see(name, day, times, 0))?;
            segment_publishers(segment, "cited", &shown, &mut |name, day, times| see(name, day, 0, times))?;
        }
        for (doc, entry) in self.docs.fresh() {
            if self.arranged().visible.has(doc) {
                let day = entry.row.published.map(|published| published.at.day);
                entry.row.outlet.iter().for_each(|name| see(name, day, 1, 0));
                entry.ties.publishers.iter().for_each(|name| see(name, day, 0, 1));
            }
        }
        Ok(())
    }
}

/// Counts the articles that have each value of a column.
fn segment_values(
    segment: &SegmentReader,
    column: &str,
    shown: &dyn Fn(u32) -> bool,
    give: &mut dyn FnMut(&str, usize),
) -> Result<(), CacheError> {
    let Some(names) = segment.fast_fields().str(column)? else { return Ok(()) };
    let mut counts = vec![0; names.num_terms()];
    for doc in (0..segment.max_doc()).filter(|doc| shown(*doc)) {
        for ord in names.ords().values_for_doc(doc) {
            if let Some(count) = usize::try_from(ord).ok().and_then(|ord| counts.get_mut(ord)) {
                *count += 1;
            }
        }
    }
    let mut name = String::new();
    for (ord, count) in (0u64..).zip(counts).filter(|(_, count)| *count > 0) {
        name.clear();
        if names.ord_to_str(ord, &mut name)? {
            give(&name, count);
        }
    }
    Ok(())
}

/// Counts the values of a column by day, and shows each with its name once a day.
fn segment_publishers(
    segment: &SegmentReader,
    column: &str,
    shown: &dyn Fn(u32) -> bool,
    see: &mut dyn FnMut(&str, Option<Date>, usize),
) -> Result<(), CacheError> {
    let Some(names) = segment.fast_fields().str(column)? else { return Ok(()) };
    let days = segment.fast_fields().i64("day")?;
    let mut met: HashMap<(u64, Option<i64>), usize> = HashMap::new();
    for doc in (0..segment.max_doc()).filter(|doc| shown(*doc)) {
        let day = days.first(doc);
        for name in names.ords().values_for_doc(doc) {
            *met.entry((name, day)).or_default() += 1;
        }
    }
    let mut met: Vec<_> = met.into_iter().collect();
    met.sort_unstable();
    named(&names, &met, see)
}

/// Shows what was counted, each number of a name turned into the name.
fn named(
    names: &StrColumn,
    met: &[((u64, Option<i64>), usize)],
    see: &mut dyn FnMut(&str, Option<Date>, usize),
) -> Result<(), CacheError> {
    let mut last = None;
    let mut name = String::new();
    for ((ord, day), times) in met {
        if last != Some(*ord) {
            name.clear();
            names.ord_to_str(*ord, &mut name)?;
            last = Some(*ord);
        }
        see(&name, day.and_then(super::schema::date), *times);
    }
    Ok(())
}
