//! Owns the account of what the articles of a file give of themselves: which fields, how often, and from
//! where. It refuses to judge whether that is enough.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::article::{Article, Field, FoundIn};

/// Whether an article has something.
type Has = fn(&Article) -> bool;

/// What is looked for besides the fields, by the key that `list --format json` gives it.
const PARTS: &[(&str, Has)] = &[
    ("sources", |article| !article.sources.is_empty()),
    ("links", |article| !article.links.is_empty()),
    ("text", |article| !article.body.is_empty()),
];

/// What was found in the articles of a file. Every field is in `found`, in the order of a record.
#[derive(Debug, Serialize)]
pub(super) struct Fields {
    /// How many of the articles have each field.
    found: Counts,
    /// The fields that at least one of the articles lacks.
    missing: Vec<&'static str>,
    /// How many dates were found in each place.
    date_from: BTreeMap<&'static str, usize>,
    /// Where the fields of each article were found, in the order of the articles.
    from: Vec<Places>,
    /// The encodings the articles were decoded from.
    encodings: BTreeSet<&'static str>,
    /// The languages the articles are in.
    languages: BTreeSet<String>,
    /// The words of all bodies.
    word_count: usize,
    /// The sources of all articles.
    source_count: usize,
}

/// Counts by field.
#[derive(Debug)]
struct Counts(Vec<(&'static str, usize)>);

impl Serialize for Counts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// Where each field of an article was found: every field, with nothing for those it lacks.
#[derive(Debug)]
struct Places([(&'static str, Option<&'static str>); Field::ALL.len()]);

impl Places {
    fn of(article: &Article) -> Self {
        Self(Field::ALL.map(|field| (field.name(), article.found_in(field).map(FoundIn::name))))
    }
}

impl Serialize for Places {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0)
    }
}

impl Fields {
    /// Returns how many of the articles have each field, in the order of a record.
    pub(super) fn counts(&self) -> impl Iterator<Item = (&'static str, usize)> {
        self.found.0.iter().copied()
    }

    /// Looks through the articles of one file.
    pub(super) fn of(articles: &[Article]) -> Self {
        let having = |has: &Has| articles.iter().filter(|article| has(article)).count();
        let fields = Field::ALL
            .map(|field| (field.name(), articles.iter().filter(|article| article.has(field)).count()));
        let parts = PARTS.iter().map(|(name, has)| (*name, having(has)));
        let found: Vec<_> = fields.into_iter().chain(parts).collect();
        let lacking = found.iter().filter(|(_, count)| *count < articles.len());
        let missing = lacking.map(|(name, _)| *name).collect();
        let mut date_from = BTreeMap::new();
        for published in articles.iter().filter_map(|article| article.published) {
            *date_from.entry(published.from.date_name()).or_default() += 1;
        }
        let encodings = articles.iter().map(|article| article.provenance.encoding);
        let languages = articles.iter().filter_map(|article| article.language);
        Self {
            found: Counts(found),
            missing,
            date_from,
            from: articles.iter().map(Places::of).collect(),
            encodings: encodings.filter(|name| !name.is_empty()).collect(),
            languages: languages.map(|language| language.to_string()).collect(),
            word_count: articles.iter().map(Article::word_count).sum(),
            source_count: articles.iter().map(|article| article.sources.len()).sum(),
        }
    }
}
