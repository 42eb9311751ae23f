//! Owns what can be done to articles and to which of a list: the wishes it comes to. Pure. It refuses
//! to make changes.

use std::ops::Range;

use super::Wish;
use crate::article::ArticleId;
use crate::marks::{Mark, Marks, What};

/// Something to be done to articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) enum Deed {
    /// Mark them all as read.
    Read,
    /// Set a flag on all, or take it away if all have it.
    Toggle(Flag),
    /// Put tags on (`true`) or take them off.
    Tag(Vec<(String, bool)>),
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Flag {
    Read,
    Starred,
    Later,
    Hidden,
}

/// Which articles of the list are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Extent {
    All,
    Above,
    Below,
    /// From where a range began to the selected one.
    Range,
}

impl Flag {
    fn is_on(self, mark: &Mark) -> bool {
        match self {
            Self::Read => mark.read,
            Self::Starred => mark.starred,
            Self::Later => mark.later,
            Self::Hidden => mark.hidden,
        }
    }

    fn what(self, on: bool) -> What {
        match self {
            Self::Read => What::Read(on),
            Self::Starred => What::Starred(on),
            Self::Later => What::Later(on),
            Self::Hidden => What::Hidden(on),
        }
    }
}

impl Deed {
    /// Returns what is to change; nothing if everything is so already.
    pub(super) fn wishes(&self, marks: &Marks, articles: Vec<(ArticleId, Option<String>)>) -> Vec<Wish> {
        let (flag, on) = match self {
            Self::Tag(tags) => return tag(tags, marks, articles),
            Self::Read => (Flag::Read, true),
            Self::Toggle(flag) => (*flag, articles.iter().any(|(id, _)| !flag.is_on(&marks.get(*id)))),
        };
        let changed = articles.into_iter().filter(|(id, _)| flag.is_on(&marks.get(*id)) != on);
        changed.map(|(id, path)| (id, flag.what(on), path)).collect()
    }
}

/// Returns the same as [`Deed::wishes`] for tags that are put on or taken off.
fn tag(tags: &[(String, bool)], marks: &Marks, articles: Vec<(ArticleId, Option<String>)>) -> Vec<Wish> {
    let mut wishes: Vec<Wish> = Vec::new();
    for (id, path) in articles {
        let own = marks.get(id).tags;
        let changed = tags.iter().filter(|(name, on)| own.contains(name) != *on);
        wishes.extend(changed.map(|(name, on)| (id, What::Tag(name.clone(), *on), path.clone())));
    }
    wishes
}

impl Extent {
    /// Returns the rows meant in a list of `total` rows, given which row is selected and at which a range began.
    pub(super) fn of(self, total: usize, selected: Option<usize>, began: Option<usize>) -> Range<usize> {
        match (self, selected) {
            (Self::All, _) => 0..total,
            (_, None) => 0..0,
            (Self::Above, Some(at)) => 0..at,
            (Self::Below, Some(at)) => at + 1..total,
            (Self::Range, Some(at)) => {
                let other = began.unwrap_or(at);
                at.min(other)..at.max(other) + 1
            }
        }
    }

    /// The message that asks whether to mark this many articles as read. The question about a range names the
    /// deed instead.
    pub(super) fn question(self) -> Option<&'static str> {
        match self {
            Self::All => Some("ask-all"),
            Self::Above => Some("ask-above"),
            Self::Below => Some("ask-below"),
            Self::Range => None,
        }
    }

    /// The message that says that there is nothing to do.
    pub(super) fn nothing(self) -> &'static str {
        match self {
            Self::All => "all-read",
            Self::Above => "all-read-above",
            Self::Below => "all-read-below",
            Self::Range => "all-so-already",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_runs_both_ways_and_ends_where_the_list_does() {
        assert_eq!(Extent::Range.of(9, Some(2), Some(5)), 2..6);
        assert_eq!(Extent::Range.of(9, Some(5), Some(2)), 2..6);
        assert_eq!(Extent::Range.of(9, Some(5), None), 5..6);
        assert_eq!((Extent::Above.of(9, Some(0), None), Extent::Below.of(9, Some(8), None)), (0..0, 9..9));
        assert_eq!((Extent::All.of(9, None, None), Extent::Below.of(9, None, None)), (0..9, 0..0));
    }
}
