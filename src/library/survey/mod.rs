//! Owns questions about the library as a whole: what cites what, who is cited, what is like what. It
//! answers them from memory or from the cache alike, and refuses to know how answers are shown.

mod held;
mod indexed;
mod outlets;
mod related;
mod tied;

pub use outlets::{Outlet, Years};
pub use related::{Reason, Related};
pub use tied::{SourceKeys, Tied};

use super::cache::CacheError;
use super::{Collection, Row};
use crate::article::{Article, ArticleId};

/// A question about the library as a whole.
#[derive(Debug, Clone, PartialEq)]
pub enum Survey {
    /// What the library has to do with the sources of an article.
    Tied {
        /// The article.
        id: ArticleId,
        /// The keys under which a source may mean it.
        own: Vec<u64>,
        /// Those of each of its sources, in their order.
        sources: Vec<SourceKeys>,
    },
    /// Every outlet, as publisher and as publisher of what is cited.
    Outlets,
    /// Articles that are like one.
    Related {
        /// The article.
        id: ArticleId,
        /// The keys under which a source may mean it.
        own: Vec<u64>,
        /// Those of each of its sources.
        sources: Vec<SourceKeys>,
        /// What it says, headline first.
        text: String,
    },
}

/// The answer to a [`Survey`].
#[derive(Debug, Clone, PartialEq)]
pub enum Findings {
    /// To [`Survey::Tied`].
    Tied(Tied),
    /// To [`Survey::Outlets`].
    Outlets(Vec<Outlet>),
    /// To [`Survey::Related`].
    Related(ArticleId, Vec<Related>),
}

/// What a survey needs of whatever articles are kept in. Numbers name articles while it is asked.
trait Library {
    /// Returns the articles that a source with this key means.
    fn owning(&self, key: u64) -> Result<Vec<u32>, CacheError>;
    /// Returns the articles that cite the work with this key.
    fn citing(&self, key: u64) -> Result<Vec<u32>, CacheError>;
    /// Returns an article's row.
    fn row(&self, article: u32) -> Result<Option<Row>, CacheError>;
    /// Returns who an article is.
    fn id(&self, article: u32) -> Option<ArticleId>;
    /// Returns how many articles there are, copies counted.
    fn count(&self) -> usize;
    /// Shows every article's outlet, day and publishers of what it cites.
    fn each_outlet(&self, see: outlets::See<'_>) -> Result<(), CacheError>;
    /// Returns, for each of some folded words, the articles that have it; nothing for a word that
    /// more than `most` have.
    fn having(&self, words: &[&str], most: usize) -> Result<Vec<Vec<u32>>, CacheError>;
}

impl Survey {
    /// Asks what the library has to do with the sources of an article.
    pub fn tied(id: ArticleId, article: &Article) -> Self {
        Self::Tied { id, own: super::ties::own(article), sources: SourceKeys::of(article) }
    }

    /// Asks which articles are like one.
    pub fn related(id: ArticleId, article: &Article) -> Self {
        let text = format!("{}\n{}", article.headline.as_deref().unwrap_or_default(), article.plain_text());
        Self::Related { id, own: super::ties::own(article), sources: SourceKeys::of(article), text }
    }
}

impl Collection {
    /// Answers a question about the library as a whole.
    pub fn survey(&self, survey: &Survey) -> Result<Findings, CacheError> {
        match self {
            Self::Shelf(shelf) => shelf.survey(survey),
            Self::Cache(cache) => answer(survey, cache.as_ref()),
        }
    }
}

fn answer(survey: &Survey, library: &dyn Library) -> Result<Findings, CacheError> {
    Ok(match survey {
        Survey::Tied { id, own, sources } => Findings::Tied(tied::find(*id, own, sources, library)?),
        Survey::Outlets => Findings::Outlets(outlets::gather(library)?),
        Survey::Related { id, own, sources, text } => {
            Findings::Related(*id, related::find(*id, own, sources, text, library)?)
        }
    })
}

#[cfg(test)]
mod tests;
