//! Owns which articles are one story saved more than once, and which of its versions is shown. Pure: it
//! refuses to know where articles are kept.
//!
//! Two articles are versions of one story when at least thirteen of the sixteen bins of their sketches
//! agree, which is to say that about four fifths of what every three words in a row say is the same, and
//! when neither is half as long again as the other, and when they stand under one headline. A long text may
//! stand under another that says nearly the same, if both appeared within a month. Headlines that differ in
//! a number are those of two instalments.
//!
//! Thirteen of sixteen bins leave at least one of the four bands whole, so looking only at articles that
//! share a band misses nothing.

mod headline;
mod story;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::HashSet;
use std::path::PathBuf;

use jiff::civil::Date;

use super::ties::{BINS, Sketch};
use super::{Entry, Row};
use crate::article::ArticleId;
pub use story::Version;

/// Bins of a sketch that agree in two versions of one story.
const ALIKE: usize = BINS * 13 / 16;
/// Bytes of text from which the headlines may differ.
const ENOUGH: u64 = 1_500;
/// Days between two versions under different headlines, at most.
const APART: i64 = 31;
/// Different stories told apart among the articles that share a band; with more of them, what shares it
/// is a template.
const MOST: usize = 32;

/// What is looked at of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// The article.
    pub id: ArticleId,
    /// Its headline, folded.
    pub title: Box<str>,
    /// What its words look like from afar.
    pub sketch: Sketch,
    /// Bytes of its text.
    pub length: u64,
    /// When its file was changed, in seconds since 1970.
    pub modified: i64,
    /// The day it appeared, counted from 1970.
    pub day: Option<i64>,
}

/// Stories that were saved more than once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folds {
    groups: Vec<Vec<ArticleId>>,
}

impl Print {
    /// Takes what is looked at from an entry.
    pub fn of(entry: &Entry) -> Self {
        Self {
            id: entry.id,
            title: entry.folded.title.as_str().into(),
            sketch: entry.ties.sketch,
            length: entry.text.len() as u64,
            modified: entry.modified,
            day: entry.row.published.map(|published| day(published.at.day)),
        }
    }

    /// Says whether two articles are versions of one story.
    pub fn is_version_of(&self, other: &Self) -> bool {
        let (shorter, longer) = (self.length.min(other.length), self.length.max(other.length));
        let same_title = !self.title.trim().is_empty() && self.title == other.title;
        let near = match (self.day, other.day) {
            (Some(one), Some(other)) => (one - other).abs() <= APART,
            _ => true,
        };
        self.sketch.agreement(&other.sketch).is_some_and(|bins| bins >= ALIKE)
            && longer * 2 <= shorter * 3
            && (same_title || (shorter >= ENOUGH && near && headline::are_alike(&self.title, &other.title)))
    }
}

/// Counts the days since 1970.
fn day(date: Date) -> i64 {
    date.duration_since(jiff::civil::date(1970, 1, 1)).as_hours() / 24
}

impl Folds {
    /// Finds the stories that were saved more than once, in time that grows little faster than the number
    /// of articles. Of two prints of one article the fuller counts.
    pub fn of(mut prints: Vec<Print>) -> Self {
        // The version to be shown first, so that it is the one others are compared with.
        prints.sort_unstable_by_key(|print| (Reverse((print.length, print.modified)), print.id));
        let mut met = HashSet::new();
        prints.retain(|print| met.insert(print.id));
        drop(met);
        let mut stories = story::Stories::new(&prints);
        let bands = prints.iter().map(|print| print.sketch.bands().len()).max().unwrap_or(0);
        for band in 0..bands {
            let mut shared: Vec<(u64, u32)> = (0u32..)
                .zip(&prints)
                .filter_map(|(at, print)| Some((*print.sketch.bands().get(band)?, at)))
                .collect();
            shared.sort_unstable();
            for run in shared.chunk_by(|one, other| one.0 == other.0).filter(|run| run.len() > 1) {
                stories.meet(run.iter().map(|(_, at)| *at), MOST);
            }
        }
        Self { groups: stories.groups() }
    }

    /// Makes folds of groups that were found before, the version shown first in each.
    pub fn from_groups(groups: Vec<Vec<ArticleId>>) -> Self {
        Self { groups }
    }

    /// Returns the stories, the version to be shown first in each.
    pub fn groups(&self) -> &[Vec<ArticleId>] {
        &self.groups
    }
}

/// Where a version of an article is, as [`Version`] says it: its file, and its number among the articles there.
pub type InFile = (PathBuf, usize);

impl Version {
    /// Describes an entry as a version.
    pub fn of(entry: &Entry, shown: bool) -> Self {
        Self {
            id: entry.id,
            path: entry.path.clone(),
            item: entry.item,
            row: Row { lit: Vec::new(), context: None, others: Vec::new(), ..entry.row.clone() },
            modified: entry.modified,
            shown,
            words: None,
        }
    }
}
