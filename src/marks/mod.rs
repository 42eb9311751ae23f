//! Owns marks: what the reader did with articles. Pure: the journal that keeps them is
//! [`journal`]. It refuses to touch article files and to ask the time.

pub mod history;
pub mod journal;

use std::collections::HashMap;

use crate::article::ArticleId;

/// What the reader did with one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark {
    /// Whether it counts as read.
    pub read: bool,
    /// Whether it is starred.
    pub starred: bool,
    /// How far it was read: byte offset into the column's prose, and that as a share of it in per mille.
    pub place: Option<Place>,
    /// The reader's own labels, sorted.
    pub tags: Vec<String>,
}

/// Where the reader stopped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// Byte offset into [`crate::typeset::Column::prose`] of the word at the top of the screen.
    pub offset: usize,
    /// How far the reader got, in per mille of the article.
    pub reached: u16,
}

/// One thing the reader did, as the journal keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The article.
    pub article: ArticleId,
    /// What changed, and to what.
    pub what: What,
    /// Milliseconds since 1970, pushed past the newest stamp known, so that order does not depend on
    /// clocks being right.
    pub stamp: u64,
    /// The file it was in, as a hint for articles edited since.
    pub path: Option<String>,
}

/// What a change says. Last writer wins per article and field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Read or not.
    Read(bool),
    /// Starred or not.
    Starred(bool),
    /// Where the reader stopped.
    Place(Place),
    /// A label put on or taken off.
    Tag(String, bool),
    /// The article is the one known before under another id: edited in place.
    Was(ArticleId),
}

/// Everything the reader did, merged from all devices.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    by_article: HashMap<ArticleId, Mark>,
}

impl Marks {
    /// Takes a change in, whatever the order changes arrive in.
    pub fn apply(&mut self, change: &Change) {
        let _ = change;
    }

    /// Returns what the reader did with an article; nothing yet, if it is new.
    pub fn get(&self, id: ArticleId) -> Mark {
        self.by_article.get(&id).cloned().unwrap_or_default()
    }

    /// Returns the stamp the next change must bear, given the clock in milliseconds since 1970.
    pub fn stamp(&self, now: u64) -> u64 {
        now
    }

    /// Finds the article whose marks a file carried before it was edited: the last one marked under
    /// this path.
    pub fn known_at(&self, path: &str) -> Option<ArticleId> {
        let _ = path;
        None
    }
}
