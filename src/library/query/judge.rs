//! Owns the verdict on one copy of an article, for who holds no articles: verdicts on all copies make what
//! a list of held articles would say. It refuses to know about lists.

use super::{Matcher, Query};
use crate::library::{Entry, OrderBy, Standings};

/// A query in two: what depends on the article alone, and what depends on the reader's marks.
#[derive(Debug)]
pub struct Halves {
    still: Query,
    asked: Query,
}

/// A query made ready to judge many articles, one after the other.
#[derive(Debug)]
pub struct Judge<'q> {
    still: Matcher<'q>,
    asked: Matcher<'q>,
    scores: bool,
}

/// What a query says of one copy of an article, or of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// Whether one of them has what is asked for.
    has: bool,
    /// Whether what the reader did with one of them is what is asked for.
    stands: bool,
    /// How well the best of them fits.
    pub score: u32,
}

impl Query {
    /// Parts the query for a [`Judge`].
    pub fn halves(&self) -> Halves {
        let (still, asked) = self.split();
        Halves { still, asked }
    }
}

impl Halves {
    /// Makes the query ready; how well articles fit is worked out only for an order that counts it.
    pub fn judge(&self, by: OrderBy) -> Judge<'_> {
        let scores = by == OrderBy::Relevance && !self.still.is_empty();
        Judge { still: self.still.matcher(), asked: self.asked.matcher(), scores }
    }
}

impl Judge<'_> {
    /// Judges an article that the reader did with what `marks` says.
    pub fn judge(&self, entry: &Entry, marks: &dyn Standings) -> Verdict {
        let has = self.still.shows(entry, marks, false);
        let stands = self.asked.shows(entry, marks, false);
        let score = if self.scores { self.still.score(entry) } else { 0 };
        Verdict { has, stands, score }
    }
}

impl Verdict {
    /// What is said of every article when nothing is asked for.
    pub const SHOWN: Self = Self { has: true, stands: true, score: 0 };

    /// Joins what is said of two copies of an article: either may have what is asked for.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            has: self.has || other.has,
            stands: self.stands || other.stands,
            score: self.score.max(other.score),
        }
    }

    /// Says whether the query shows the article, unless it is hidden.
    pub fn is_shown(self) -> bool {
        self.has && self.stands
    }
}
