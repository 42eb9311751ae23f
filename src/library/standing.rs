//! Owns what the library asks of the reader's marks: flags for `is:`, and the reader's own words. It
//! refuses to know how marks are kept.

use std::collections::HashMap;
use std::hash::BuildHasher;

use super::query::{Field, State};
use crate::article::ArticleId;

/// What the reader has done with an article, as far as a query can ask.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "answers to questions that do not exclude each other")]
pub struct Standing {
    /// Whether it counts as read.
    pub read: bool,
    /// Whether it is starred.
    pub starred: bool,
    /// Whether it is put by to be read later.
    pub later: bool,
    /// Whether it is kept out of lists.
    pub hidden: bool,
    /// Whether it was begun and not read to its end.
    pub started: bool,
    /// Whether it was read to its end.
    pub finished: bool,
    /// Whether the reader put tags on it.
    pub tagged: bool,
    /// Whether the reader wrote something about it.
    pub noted: bool,
    /// Whether the reader lit words up in it.
    pub highlighted: bool,
}

impl Standing {
    /// Adds what the reader did with another version of the article: whether it is read or hidden stays
    /// what it is.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            starred: self.starred || other.starred,
            later: self.later || other.later,
            tagged: self.tagged || other.tagged,
            noted: self.noted || other.noted,
            highlighted: self.highlighted || other.highlighted,
            ..self
        }
    }

    /// Says whether an article of this standing is in a state.
    pub(super) fn is(self, state: State) -> bool {
        match state {
            State::Unread => !self.read,
            State::Read => self.read,
            State::Starred => self.starred,
            State::Later => self.later,
            State::Hidden => self.hidden,
            State::Started => self.started,
            State::Finished => self.finished,
            State::Tagged => self.tagged,
            State::Noted => self.noted,
            State::Highlighted => self.highlighted,
        }
    }
}

/// The reader's own words about an article, folded as [`super::fold::Folded`] is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnWords {
    /// The reader's tags.
    pub tags: String,
    /// What the reader wrote about it and beside its highlights.
    pub notes: String,
}

impl OwnWords {
    /// Says whether folded words stand among them, in a field or in any.
    pub(super) fn have(&self, field: Option<Field>, finds: &dyn Fn(&str) -> bool) -> bool {
        match field {
            None => finds(&self.tags) || finds(&self.notes),
            Some(Field::Tag) => finds(&self.tags),
            Some(Field::Note) => finds(&self.notes),
            Some(_) => false,
        }
    }
}

/// Answers what the reader did with articles.
pub trait Standings {
    /// Returns the standing of an article.
    fn of(&self, id: ArticleId) -> Standing;

    /// Returns the articles whose standing may be another than that of an article nobody touched;
    /// `None` where they cannot be told, so that every article has to be asked for.
    fn touched(&self) -> Option<Vec<ArticleId>> {
        None
    }

    /// Returns the reader's own words about an article, if there are any.
    fn own_words(&self, _id: ArticleId) -> Option<OwnWords> {
        None
    }
}

impl<F: Fn(ArticleId) -> Standing> Standings for F {
    fn of(&self, id: ArticleId) -> Standing {
        self(id)
    }
}

/// The same standing for every article.
impl Standings for Standing {
    fn of(&self, _id: ArticleId) -> Standing {
        *self
    }
}

/// Standings and words by article, for what is worked out once and asked often.
impl<S: BuildHasher> Standings for HashMap<ArticleId, (Standing, Option<OwnWords>), S> {
    fn of(&self, id: ArticleId) -> Standing {
        self.get(&id).map(|(standing, _)| *standing).unwrap_or_default()
    }

    fn touched(&self) -> Option<Vec<ArticleId>> {
        Some(self.keys().copied().collect())
    }

    fn own_words(&self, id: ArticleId) -> Option<OwnWords> {
        self.get(&id)?.1.clone()
    }
}
