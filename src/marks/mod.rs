//! Owns marks: what the reader did with articles. All of it is pure but [`journal`] and [`device`],
//! which keep it on disk. It refuses to touch article files and to ask the time.

pub mod anchor;
pub mod device;
mod edits;
mod fields;
pub mod history;
pub mod journal;
pub mod line;
mod merged;
mod paths;
mod shards;

pub use anchor::Quote;
pub use history::{History, Step};
pub use journal::{Journal, JournalError};
pub use merged::Marks;

use crate::article::ArticleId;

/// What the reader did with one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "answers to questions that do not exclude each other")]
pub struct Mark {
    /// Whether it counts as read.
    pub read: bool,
    /// Whether the reader said that it is unread, rather than never having read it.
    pub kept_unread: bool,
    /// Whether it was read to its end.
    pub finished: bool,
    /// Whether it is starred.
    pub starred: bool,
    /// Whether it is put by to be read later.
    pub later: bool,
    /// Whether it is kept out of lists.
    pub hidden: bool,
    /// How far it was read: byte offset into the column's prose, and that as a share of it in per mille.
    pub place: Option<Place>,
    /// The reader's own tags, sorted.
    pub tags: Vec<String>,
    /// What the reader wrote about it; never empty.
    pub note: Option<String>,
    /// What the reader lit up in it, in the order of their making.
    pub highlights: Vec<Highlight>,
}

/// When and how far an article was read, as its marks tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// The article.
    pub id: ArticleId,
    /// Whether it counts as read.
    pub read: bool,
    /// When it was left last, in milliseconds since 1970; nothing if it was never opened.
    pub left: Option<u64>,
    /// How far it was read then, in per mille.
    pub reached: Option<u16>,
    /// Whether it was read to its end.
    pub finished: bool,
}

/// Words lit up in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Highlight {
    /// The words, and what stood around them.
    pub quote: Quote,
    /// What the reader wrote beside them; may be empty.
    pub note: String,
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
    /// The step it is part of, if the reader can take it back.
    pub part: Option<Box<Part>>,
}

/// What ties a change to a step of the reader's, so that steps can be taken back after a restart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The step; changes made in one go share it.
    pub step: u32,
    /// Whether the step was made, taken back or made again.
    pub way: Way,
    /// What the field said before: the same kind of change as the one this belongs to.
    pub before: What,
}

/// What happens to a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It is made.
    Do,
    /// It is taken back.
    Undo,
    /// It is made again.
    Redo,
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
    /// Read to the end or not.
    Finished(bool),
    /// Put by to be read later or not.
    Later(bool),
    /// Kept out of lists or not.
    Hidden(bool),
    /// A tag put on or taken off.
    Tag(String, bool),
    /// What the reader wrote about the article; empty takes it away.
    Note(String),
    /// Words lit up, with what is written beside them (which may be empty); `None` puts them out.
    Highlight(Box<Quote>, Option<String>),
    /// The article is the one known before under another id: edited in place. Its own id says that it
    /// is no other, which is how such a link is taken back.
    Was(ArticleId),
}
