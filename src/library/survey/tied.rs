//! Owns what the library has to do with the sources of one article: which of them are here, which
//! others cite, and who cites the article itself.

use std::collections::BTreeSet;

use super::Library;
use crate::article::{Article, ArticleId};
use crate::library::cache::CacheError;
use crate::library::{Row, ties};

/// The most articles listed as citing one.
const MOST: usize = 200;

/// The keys of a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceKeys {
    /// Those under which an article may be it.
    pub meant: Vec<u64>,
    /// Those under which others cite the same work.
    pub work: Vec<u64>,
}

impl SourceKeys {
    /// Returns the keys of an article's sources, in their order.
    pub fn of(article: &Article) -> Vec<Self> {
        let keys = |source| Self { meant: ties::meant(source), work: ties::key::work(source) };
        article.sources.iter().map(keys).collect()
    }
}

/// What the library has to do with the sources of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Tied {
    /// The article.
    pub id: ArticleId,
    /// For each of its sources, the article of the library it is.
    pub here: Vec<Option<Row>>,
    /// For each of its sources, how many other articles cite the same work.
    pub shared: Vec<usize>,
    /// The articles that cite it, the first 200.
    pub cited_by: Vec<Row>,
}

pub(super) fn find(
    id: ArticleId,
    own: &[u64],
    sources: &[SourceKeys],
    library: &dyn Library,
) -> Result<Tied, CacheError> {
    let others = |articles: Vec<u32>| articles.into_iter().filter(|article| library.id(*article) != Some(id));
    let mut tied = Tied { id, here: Vec::new(), shared: Vec::new(), cited_by: Vec::new() };
    for keys in sources {
        let mut here = None;
        for key in &keys.meant {
            if here.is_none() {
                here = others(library.owning(*key)?).next();
            }
        }
        tied.here.push(here.map(|article| library.row(article)).transpose()?.flatten());
        let mut sharing = BTreeSet::new();
        for key in &keys.work {
            sharing.extend(others(library.citing(*key)?).filter_map(|article| library.id(article)));
        }
        tied.shared.push(sharing.len());
    }
    for article in citing(own, library)? {
        if tied.cited_by.len() < MOST && library.id(article) != Some(id) {
            tied.cited_by.extend(library.row(article)?);
        }
    }
    Ok(tied)
}

/// Returns the articles that cite a work under one of these keys, each once.
pub(super) fn citing(keys: &[u64], library: &dyn Library) -> Result<BTreeSet<u32>, CacheError> {
    let mut citing = BTreeSet::new();
    for key in keys {
        citing.extend(library.citing(*key)?);
    }
    Ok(citing)
}
