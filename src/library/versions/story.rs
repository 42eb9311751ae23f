//! Owns how articles that are versions of each other come together, each story under the version that is
//! shown of it. It refuses to compare anything but what it is shown.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Print;
use crate::article::ArticleId;
use crate::library::Row;

/// One of the versions of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Its own id; two files may hold the same article in different words.
    pub id: ArticleId,
    /// The file it is in.
    pub path: PathBuf,
    /// Its place in that file.
    pub item: usize,
    /// What a list would show of it.
    pub row: Row,
    /// When the file was changed, in seconds since 1970.
    pub modified: i64,
    /// Whether it is the one the list shows.
    pub shown: bool,
    /// How many words it has, once somebody read it.
    pub words: Option<usize>,
}

/// Articles by position, each pointing at the story it belongs to.
pub(super) struct Stories<'a> {
    prints: &'a [Print],
    /// The position of another version, nearer to the one shown; a shown one points at itself.
    next: Vec<u32>,
}

impl<'a> Stories<'a> {
    /// Begins with every article a story of its own; a version to be shown stands before the others.
    pub(super) fn new(prints: &'a [Print]) -> Self {
        let count = u32::try_from(prints.len()).unwrap_or(u32::MAX);
        Self { prints, next: (0..count).collect() }
    }

    /// Brings together those of some articles that are versions of each other; no more than `most`
    /// different stories are told apart.
    pub(super) fn meet(&mut self, articles: impl Iterator<Item = u32>, most: usize) {
        let mut told: Vec<u32> = Vec::new();
        for article in articles {
            let known = told.iter().copied().find(|first| self.are_versions(*first, article));
            match known {
                Some(first) => self.join(first, article),
                None if told.len() < most => told.push(article),
                None => {}
            }
        }
    }

    fn are_versions(&self, one: u32, other: u32) -> bool {
        match (self.prints.get(one as usize), self.prints.get(other as usize)) {
            (Some(one), Some(other)) => one.is_version_of(other),
            _ => false,
        }
    }

    /// Makes two articles one story, unless the versions shown of both are no versions of each other:
    /// a chain of small changes does not join what its ends have not in common.
    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.shown(one), self.shown(other));
        if one != other
            && self.are_versions(one, other)
            && let Some(next) = self.next.get_mut(one.max(other) as usize)
        {
            *next = one.min(other);
        }
    }

    /// Returns the version shown of an article's story. Each step leads nearer to the start.
    fn shown(&self, mut article: u32) -> u32 {
        while let Some(next) = self.next.get(article as usize).filter(|next| **next != article) {
            article = *next;
        }
        article
    }

    /// Returns the stories of more than one version, the one shown first in each.
    pub(super) fn groups(&self) -> Vec<Vec<ArticleId>> {
        let mut groups: BTreeMap<u32, Vec<ArticleId>> = BTreeMap::new();
        for (at, print) in (0u32..).zip(self.prints) {
            let shown = self.shown(at);
            if shown != at
                && let Some(first) = self.prints.get(shown as usize)
            {
                groups.entry(shown).or_insert_with(|| vec![first.id]).push(print.id);
            }
        }
        groups.into_values().collect()
    }
}
