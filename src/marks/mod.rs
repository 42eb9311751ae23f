//! Owns marks: what the reader did with articles. All of it is pure but [`journal`] and [`device`],
//! which keep it on disk. It refuses to touch article files and to ask the time.

pub mod device;
pub mod history;
pub mod journal;
pub mod line;
mod merged;

pub use history::{History, Step};
pub use journal::{Journal, JournalError};
pub use merged::Marks;

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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
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
    /// The article is the one known before under another id: edited in place. Its own id says that it
    /// is no other, which is how such a link is taken back.
    Was(ArticleId),
}
