//! Owns the query language: words, phrases, negation, fields. It refuses to know where articles are
//! kept and in which order they are shown.
//!
//! Words all have to be there; the last one, while it is typed, may be the start of a word.
//! `"a phrase"`, `/a regular expression/` for one word, `-not`, `this OR that` (between neighbours only),
//! `( )`, and fields: `title:` `author:` `source:` `tag:` `note:` `lang:` `in:` `is:` `has:` `before:` `after:`
//! `date:`. Whatever else is typed is words: a query is wrong only where a field or an expression is.

pub mod complete;
mod fields;
mod judge;
mod lexer;
mod light;
mod matcher;
mod needle;
mod parse;
mod print;
#[cfg(test)]
pub(in crate::library) mod tests;

use std::ops::Range;

pub use fields::Period;
pub use judge::{Halves, Judge, Verdict};
pub use light::Lighter;
pub use matcher::Matcher;
pub(super) use matcher::{finds, fits, own_has, words_score};
pub(super) use needle::{Finder, Needle, WordRegex};

use crate::article::Language;

/// A parsed query; the empty one shows everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    root: Node,
}

/// What is wrong with a query, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct QueryError {
    /// Byte range of the query that is wrong.
    pub at: Range<usize>,
    /// What is wrong and what would be right.
    pub what: String,
}

/// A query as a tree; at most [`parse::DEEPEST`] levels deep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// Every one holds; none means everything.
    All(Vec<Self>),
    /// At least one holds.
    Any(Vec<Self>),
    /// It does not hold.
    Not(Box<Self>),
    /// One condition.
    Term(Term),
}

/// One condition on an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    /// Words that stand next to each other, or one word by an expression.
    Words(Words),
    /// Its file lies in this folder, wherever in it; the whole path, with a slash at its end.
    Folder(String),
    /// The language.
    Language(Language),
    /// What the reader did with it.
    Is(State),
    /// It cites sources.
    HasSources,
    /// It appeared before the period.
    Before(Period),
    /// It appeared after the period.
    After(Period),
    /// It appeared within the period.
    Within(Period),
}

/// Words that stand somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    /// Where; anywhere without one.
    pub(super) field: Option<Field>,
    /// What they are.
    pub(super) needle: Needle,
}

/// The fields that words are looked for in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Author,
    Source,
    Tag,
    Note,
    Path,
}

/// What the reader did, as a query asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Unread,
    Read,
    Starred,
    Later,
    Hidden,
    Started,
    Finished,
    Tagged,
    Noted,
    Highlighted,
}

impl State {
    /// Every state that is a set of its own, by the name a query has for it.
    pub(super) const SETS: &[(&str, Self)] = &[
        ("read", Self::Read),
        ("starred", Self::Starred),
        ("later", Self::Later),
        ("hidden", Self::Hidden),
        ("started", Self::Started),
        ("finished", Self::Finished),
        ("tagged", Self::Tagged),
        ("noted", Self::Noted),
        ("highlighted", Self::Highlighted),
    ];

    /// Says whether what was done with one version of an article was done with all of them.
    pub(super) fn is_shared(self) -> bool {
        matches!(self, Self::Starred | Self::Later | Self::Tagged | Self::Noted | Self::Highlighted)
    }

    /// Returns the name a query has for it.
    pub(super) fn name(self) -> &'static str {
        Self::SETS.iter().find(|(_, state)| *state == self).map_or("unread", |(name, _)| name)
    }
}

impl Default for Query {
    fn default() -> Self {
        Self { root: Node::All(Vec::new()) }
    }
}

impl Query {
    /// Parses what the reader typed. The last word is the start of a word unless a space or a closing
    /// quote follows it.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        parse::parse(text).map(|root| Self { root })
    }

    /// Says whether the query shows everything.
    pub fn is_empty(&self) -> bool {
        matches!(&self.root, Node::All(all) if all.is_empty())
    }

    /// Says whether the query asks for hidden articles in any way; they are left out of others.
    pub fn asks_hidden(&self) -> bool {
        self.root.asks(State::Hidden)
    }

    /// Says whether the query asks for unread articles.
    pub fn asks_unread(&self) -> bool {
        self.root.asks(State::Unread)
    }

    /// Returns the byte ranges of `text` that the query's words light up, in order, not overlapping.
    pub fn matches(&self, text: &str) -> Vec<Range<usize>> {
        self.lighter().ranges(text)
    }

    /// Makes ready what the query lights up, for many texts.
    pub fn lighter(&self) -> Lighter<'_> {
        Lighter::of(&self.root)
    }

    /// Says whether the query lights anything: whether it asks for words.
    pub fn has_words(&self) -> bool {
        self.lighter().is_lit()
    }

    /// Returns the conditions as a tree.
    pub(super) fn root(&self) -> &Node {
        &self.root
    }

    /// Splits the query into what depends on the article alone and what depends on the reader's marks
    /// (`is:`); both have to hold.
    pub(super) fn split(&self) -> (Self, Self) {
        let all = match &self.root {
            Node::All(all) => all.clone(),
            other => vec![other.clone()],
        };
        let (marks, still) = all.into_iter().partition(Node::asks_marks);
        (Self { root: Node::All(still) }, Self { root: Node::All(marks) })
    }

    /// Says whether every article this query shows is surely shown by `wider` too, as when a letter
    /// was added to it. For queries that do not ask for marks.
    pub(super) fn narrows(&self, wider: &Self) -> bool {
        let conditions = |query: &Self| match &query.root {
            Node::All(all) => all.clone(),
            other => vec![other.clone()],
        };
        let own = conditions(self);
        conditions(wider).iter().all(|old| own.iter().any(|new| new.implies(old)))
    }
}

impl Node {
    fn asks_marks(&self) -> bool {
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().any(Self::asks_marks),
            Self::Not(node) => node.asks_marks(),
            Self::Term(term) => matches!(term, Term::Is(_)),
        }
    }

    fn asks(&self, state: State) -> bool {
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().any(|node| node.asks(state)),
            Self::Not(node) => node.asks(state),
            Self::Term(term) => *term == Term::Is(state),
        }
    }

    fn implies(&self, old: &Self) -> bool {
        match (self, old) {
            (Self::Term(Term::Words(new)), Self::Term(Term::Words(old))) => {
                let same_place = new.field == old.field
                    || (old.field.is_none() && new.field.is_some_and(|f| f != Field::Path));
                same_place && new.needle.implies(&old.needle)
            }
            _ => self == old,
        }
    }
}
