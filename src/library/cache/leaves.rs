//! Owns which articles answer one condition of a query, as sets that are kept for the next letter. It
//! refuses to know how conditions are joined and what the reader did.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::schema::Field as Column;

use super::CacheError;
use super::bits::Bits;
use super::docs::Docs;
use super::schema::{self, Fields, SOURCES};
use super::search::{self, Wanted};
use super::tokens::Pattern;
use crate::library::fold;
use crate::library::query::{Field, Needle, Term, Words, finds, words_score};

/// Conditions remembered: those of the query at hand and of the one before.
const REMEMBERED: usize = 16;
/// Letters up to which the start of a word has a term of its own.
const EDGE: usize = 2;
/// Worth of words in the headline and in other names, as [`words_score`] has it.
const HEADLINE: u32 = 1000;
const NAMED: u32 = 100;
const TIMES: u32 = 10;

/// Answers of late, the latest last.
#[derive(Debug, Default)]
pub(super) struct Leaves {
    known: Mutex<Vec<(Term, Arc<Bits>)>>,
}

/// Answers conditions.
#[derive(Clone, Copy)]
pub(super) struct Asker<'a> {
    pub(super) docs: &'a Docs,
    pub(super) fields: &'a Fields,
    pub(super) leaves: &'a Leaves,
}

impl Leaves {
    /// Forgets everything, as the articles changed.
    pub(super) fn forget(&mut self) {
        self.known.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Asker<'_> {
    /// Returns the articles that answer a condition; it must not be [`Term::Is`].
    pub(super) fn ask(&self, term: &Term) -> Result<Arc<Bits>, CacheError> {
        {
            let mut known = self.leaves.known.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(at) = known.iter().position(|(asked, _)| asked == term) {
                let found = known.remove(at);
                let bits = Arc::clone(&found.1);
                known.push(found);
                return Ok(bits);
            }
        }
        let bits = Arc::new(self.find(term)?);
        let mut known = self.leaves.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED {
            known.remove(0);
        }
        known.push((term.clone(), Arc::clone(&bits)));
        Ok(bits)
    }

    fn find(&self, term: &Term) -> Result<Bits, CacheError> {
        let mut bits = match term {
            Term::Words(words) => self.words(words)?,
            Term::Folder(folder) => self.inside(Path::new(folder))?,
            Term::Language(language) => self.filed(self.fields.language, language.tag())?,
            Term::HasSources => self.filed(self.fields.has, SOURCES)?,
            Term::Before(period) => self.days(&|day| day < schema::day(period.first))?,
            Term::After(period) => self.days(&|day| day > schema::day(period.last))?,
            Term::Within(period) => {
                let within = schema::day(period.first)..=schema::day(period.last);
                self.days(&|day| within.contains(&day))?
            }
            Term::Is(_) => Bits::new(self.docs.len()),
        };
        if !matches!(term, Term::Words(_)) {
            let fits = self.docs.fresh().filter(|(_, entry)| crate::library::query::fits(term, entry));
            fits.for_each(|(doc, _)| bits.add(doc));
        }
        Ok(bits)
    }

    /// The articles whose files lie in a folder, wherever in it.
    fn inside(&self, folder: &Path) -> Result<Bits, CacheError> {
        let mut bits = Bits::new(self.docs.len());
        for (base, segment) in self.docs.segments() {
            let Some(column) = segment.fast_fields().str("folder")? else { continue };
            let mut within = vec![false; column.num_terms()];
            let mut name = String::new();
            for (ord, within) in (0u64..).zip(&mut within) {
                name.clear();
                *within = column.ord_to_str(ord, &mut name)? && Path::new(&name).starts_with(folder);
            }
            let is_within =
                |ord: u64| usize::try_from(ord).ok().and_then(|ord| within.get(ord)) == Some(&true);
            let inside =
                (0..segment.max_doc()).filter(|doc| column.ords().first(*doc).is_some_and(is_within));
            inside.for_each(|doc| bits.add(base + doc));
        }
        // The index has the folders these files were in.
        for (doc, path) in self.docs.moved() {
            bits.set(doc, path.starts_with(folder));
        }
        Ok(bits)
    }

    fn words(&self, words: &Words) -> Result<Bits, CacheError> {
        let mut bits = Bits::new(self.docs.len());
        for column in self.columns(words.field, &words.needle) {
            self.mark(*column, &words.needle, &mut bits)?;
        }
        let finder = words.needle.finder();
        if words.field == Some(Field::Path) {
            // The index has the paths these files had.
            for (doc, path) in self.docs.moved() {
                bits.set(doc, finder.is_in(&fold::fold(&path.to_string_lossy())));
            }
        }
        let fits = self.docs.fresh().filter(|(_, entry)| finds(words.field, &finder, &entry.folded));
        fits.for_each(|(doc, _)| bits.add(doc));
        Ok(bits)
    }

    /// The columns a field of the query stands for, when these words are looked for.
    fn columns(&self, field: Option<Field>, needle: &Needle) -> &[Column] {
        let one = match field {
            Some(Field::Title) => &self.fields.title,
            Some(Field::Author) => &self.fields.author,
            Some(Field::Source) => &self.fields.source,
            Some(Field::Tag) => &self.fields.tag,
            Some(Field::Path) => &self.fields.path,
            // Only the reader writes notes.
            Some(Field::Note) => return &[],
            None if asks_edge(needle) => return &self.fields.edges,
            None => return &self.fields.anywhere,
        };
        std::slice::from_ref(one)
    }

    /// The columns of names: outlet, sources, authors, tags.
    fn names(&self, needle: &Needle) -> &[Column] {
        let Fields { names, name_edge, .. } = self.fields;
        if asks_edge(needle) { std::slice::from_ref(name_edge) } else { names }
    }

    fn mark(&self, column: Column, needle: &Needle, bits: &mut Bits) -> Result<(), CacheError> {
        self.visit(column, needle, false, &mut |doc, _| bits.add(doc))
    }

    fn visit(
        &self,
        column: Column,
        needle: &Needle,
        counted: bool,
        give: search::Give<'_>,
    ) -> Result<(), CacheError> {
        let (column, wanted) = match needle {
            Needle::Words(words) => {
                let (column, pattern) = self.cheapest(column, Pattern::of(words));
                (column, Wanted::Words(pattern))
            }
            Needle::Word(regex) => (column, Wanted::Word(regex)),
        };
        for (base, segment) in self.docs.segments() {
            search::find(segment, column, &wanted, counted, &mut |doc, times| give(base + doc, times))?;
        }
        Ok(())
    }

    /// Where the start of a word of one or two letters is a term of its own, that is asked for.
    fn cheapest(&self, column: Column, pattern: Pattern) -> (Column, Pattern) {
        let Fields { text, edge: text_edge, title, title_edge, name_edge, .. } = self.fields;
        let edges = [(text, text_edge), (title, title_edge), (name_edge, name_edge)];
        let found = edges.into_iter().find(|(of, _)| *of == &column).zip(edge(&pattern));
        match found {
            Some(((_, edges), start)) => (*edges, Pattern { terms: vec![start.to_owned()], start: None }),
            None => (column, pattern),
        }
    }

    fn filed(&self, column: Column, value: &str) -> Result<Bits, CacheError> {
        let mut bits = Bits::new(self.docs.len());
        for (base, segment) in self.docs.segments() {
            search::filed(segment, column, value, &mut |doc| bits.add(base + doc))?;
        }
        Ok(bits)
    }

    /// The articles with a day that fits.
    fn days(&self, fits: &dyn Fn(i64) -> bool) -> Result<Bits, CacheError> {
        let mut bits = Bits::new(self.docs.len());
        for (base, segment) in self.docs.segments() {
            let column = segment.fast_fields().i64("day")?;
            let dated = (0..segment.max_doc()).filter(|doc| column.first(*doc).is_some_and(fits));
            dated.for_each(|doc| bits.add(base + doc));
        }
        Ok(bits)
    }

    /// Adds to `scores` what words are worth in each article, as [`words_score`] does.
    pub(super) fn score(&self, words: &Words, scores: &mut [u32]) -> Result<(), CacheError> {
        let mut add = |docs: &Bits, worth: u32| {
            docs.iter().for_each(|doc| {
                if let Some(score) = scores.get_mut(doc as usize) {
                    *score += worth;
                }
            });
        };
        if matches!(words.field, None | Some(Field::Title)) {
            let mut titled = Bits::new(self.docs.len());
            self.mark(self.fields.title, &words.needle, &mut titled)?;
            add(&titled, HEADLINE);
        }
        if words.field.is_none() {
            let mut named = Bits::new(self.docs.len());
            for column in self.names(&words.needle) {
                self.mark(*column, &words.needle, &mut named)?;
            }
            add(&named, NAMED);
            self.score_text(&words.needle, scores)?;
        }
        let finder = words.needle.finder();
        for (doc, entry) in self.docs.fresh() {
            if let Some(score) = scores.get_mut(doc as usize) {
                *score += words_score(words.field, &finder, &entry.folded);
            }
        }
        Ok(())
    }

    /// Adds the times in the text, each article's own counted up to a bound.
    fn score_text(&self, needle: &Needle, scores: &mut [u32]) -> Result<(), CacheError> {
        let mut counts = vec![0u8; scores.len()];
        self.visit(self.fields.text, needle, true, &mut |doc, times| {
            if let Some(count) = counts.get_mut(doc as usize) {
                *count = u8::try_from((u32::from(*count) + times).min(TIMES)).unwrap_or(u8::MAX);
            }
        })?;
        for (score, count) in scores.iter_mut().zip(counts) {
            *score += u32::from(count);
        }
        Ok(())
    }
}

/// Says whether that is all a needle asks for.
fn asks_edge(needle: &Needle) -> bool {
    matches!(needle, Needle::Words(words) if edge(&Pattern::of(words)).is_some())
}

/// Returns the one or two letters a pattern asks for as the start of a word, if that is all.
fn edge(pattern: &Pattern) -> Option<&str> {
    let start = pattern.start.as_deref().filter(|_| pattern.terms.is_empty())?;
    (start.chars().count() <= EDGE).then_some(start)
}
