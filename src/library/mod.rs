//! Owns the collection: finding files, reading them within bounds, and answering which articles a
//! query shows, in which order. It refuses to know about the screen and about marks beyond a question.

pub mod cache;
mod collection;
pub mod days;
pub mod fold;
pub mod query;
pub mod scan;
mod sections;
pub mod shelf;
pub mod shipped;
pub mod slips;
mod standing;
pub mod survey;
pub mod ties;
mod values;
pub mod versions;

use std::ops::Range;
use std::path::PathBuf;

pub use collection::Collection;
pub use query::complete::Facet;
pub use query::{Query, QueryError};
pub use sections::Section;
pub use shelf::Shelf;
pub use standing::{OwnWords, Standing, Standings};
pub use values::Value;

use serde::{Deserialize, Serialize};

use crate::article::{Article, ArticleId, Language, Published, Text};

/// An article as the library holds it: everything a list needs, and where the rest is.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Who the article is.
    pub id: ArticleId,
    /// The file it is in.
    pub path: PathBuf,
    /// Its place in that file: 0 unless the file holds many articles.
    pub item: usize,
    /// What the list shows of it.
    pub row: Row,
    /// Its words folded for search, one field each.
    pub folded: fold::Folded,
    /// The words behind `folded.text` as they stand: kicker, standfirst, body, caption. Lines of context are
    /// cut from it. With it an entry takes about twice the text of its article, which is what makes
    /// this library one for some thousand articles and not for a million.
    pub text: Box<str>,
    /// What is searched beside the text, as it stands, a line for each: who wrote it, who published it, its
    /// tags, its sources.
    pub named: Box<str>,
    /// When the file was changed, in seconds since 1970; sorts articles that give no date.
    pub modified: i64,
    /// What ties it to other articles.
    pub ties: ties::Ties,
}

/// What a list shows of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Who the article is.
    pub id: ArticleId,
    /// The file it is in.
    pub path: PathBuf,
    /// Its headline, never empty.
    pub headline: Text,
    /// Its publisher.
    pub outlet: Option<Text>,
    /// Its first author.
    pub author: Option<Text>,
    /// When it appeared.
    pub published: Option<Published>,
    /// Its language.
    pub language: Option<Language>,
    /// Minutes to read it.
    pub minutes: usize,
    /// How many sources it cites.
    pub sources: usize,
    /// The host of its page, where there is nothing to read of it but its address.
    pub host: Option<Text>,
    /// Byte ranges of the headline that match the query.
    pub lit: Vec<Range<usize>>,
    /// A line of the text around the first match, when the headline has none.
    pub context: Option<Context>,
    /// The other versions of it, where a list shows one for all of them; a copy under its own id is one too.
    pub others: Vec<ArticleId>,
}

/// A line of text around a match.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// The words.
    pub text: String,
    /// Byte ranges of `text` that match.
    pub lit: Vec<Range<usize>>,
}

/// What orders a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OrderBy {
    /// Newest first.
    #[default]
    Date,
    /// Best match first; by date without a query.
    Relevance,
    /// By headline.
    Title,
    /// By outlet, newest first within one.
    Outlet,
    /// Unread before read, newest first.
    Unread,
}

/// An order and whether it is turned round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Order {
    /// What orders.
    pub by: OrderBy,
    /// Whether the list is turned round.
    pub reversed: bool,
}

/// Which rows of a list are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// `count` rows from a position on.
    From {
        /// The position of the first row, from 0.
        first: usize,
        /// How many rows.
        count: usize,
    },
    /// `count` rows around an article, or from the top when the list does not have it.
    Around {
        /// The article.
        id: ArticleId,
        /// How many rows.
        count: usize,
    },
}

/// A question to the library.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Which articles.
    pub query: Query,
    /// In which order.
    pub order: Order,
    /// Which rows of them.
    pub window: Window,
    /// Articles that stay although the query's `is:` no longer fits them: what was just read.
    pub keep: Vec<ArticleId>,
}

impl Request {
    /// Asks for the first `count` rows of what a query shows; with 0, for how many there are.
    pub fn first(count: usize, query: Query, order: Order) -> Self {
        Self { query, order, window: Window::From { first: 0, count }, keep: Vec::new() }
    }
}

/// The library's answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    /// How many articles the query shows.
    pub total: usize,
    /// How many of them are unread.
    pub unread: usize,
    /// Position of the first row given, from 0.
    pub first: usize,
    /// The rows.
    pub rows: Vec<Row>,
    /// Position of the article asked for by [`Window::Around`].
    pub found: Option<usize>,
}

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProblem {
    /// The file.
    pub path: PathBuf,
    /// Why, as a sentence part: `looks binary`, `is larger than 16 MB`.
    pub what: Text,
}

/// One file read: its articles, or why there are none.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The file.
    pub path: PathBuf,
    /// When the file was changed, in seconds since 1970.
    pub modified: i64,
    /// Its articles or the reason.
    pub articles: Result<Vec<Article>, Text>,
}
