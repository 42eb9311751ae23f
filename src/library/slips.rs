//! Owns the order of articles that are too many to be held: of each a slip is kept, which says where it
//! stands in a list. It refuses to read articles, and to know queries and marks.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::shelf::{headline, searched_text, seconds_of};
use super::{Order, OrderBy, fold};
use crate::article::{Article, ArticleId};

/// What is kept of an article to find its place in a list, and the article itself again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    /// Who the article is.
    pub id: ArticleId,
    /// The file it is in, by its number among those that are read.
    pub file: u32,
    /// Its place in that file.
    pub item: u32,
    /// The second it sorts by.
    pub seconds: i64,
    /// How long its text is: of several copies of an article the fullest says where it stands.
    pub length: u64,
    /// When its file was changed, in seconds since 1970.
    pub modified: i64,
    /// How its headline or its outlet stands among the others, whichever orders the list.
    pub rank: u32,
}

impl Slip {
    /// Makes the slip of an article, the `item`th of the file of a number, changed at `modified`. What it
    /// ranks by is not known before all articles are.
    pub fn of(article: &Article, file: u32, item: u32, modified: i64) -> Self {
        Self {
            id: ArticleId::of(article),
            file,
            item,
            seconds: seconds_of(article.published, modified),
            length: searched_text(article).len() as u64,
            modified,
            rank: 0,
        }
    }
}

/// Returns what an article at a path ranks by in an order, if it has that; nothing does in most orders.
pub fn key(article: &Article, path: &Path, by: OrderBy) -> Option<String> {
    match by {
        OrderBy::Title => Some(fold::fold(&headline(article, path))),
        OrderBy::Outlet => article.outlet.as_deref().map(fold::fold),
        OrderBy::Date | OrderBy::Relevance | OrderBy::Unread => None,
    }
}

/// Ranks keys: equal ones have equal ranks, and what has none comes last.
pub fn ranks(keys: &[Option<String>]) -> Vec<u32> {
    let mut known: Vec<&str> = keys.iter().flatten().map(String::as_str).collect();
    known.sort_unstable();
    known.dedup();
    let rank = |key: &String| known.binary_search(&key.as_str()).ok().and_then(|at| u32::try_from(at).ok());
    keys.iter().map(|key| key.as_ref().and_then(rank).unwrap_or(u32::MAX)).collect()
}

/// Returns where each article stands in a list of those that are `shown`, copies of one article counted
/// once. What is shown says how well it fits, which counts in an order by relevance only.
///
/// It is the order of a [`super::Shelf`]: a test holds the two together.
pub fn arrange(
    slips: &[Slip],
    files: &[PathBuf],
    order: Order,
    shown: impl Fn(ArticleId) -> Option<u32>,
) -> HashMap<ArticleId, usize> {
    let path = |slip: &Slip| usize::try_from(slip.file).ok().and_then(|file| files.get(file));
    let fullness = |slip: &Slip| (slip.length, slip.modified, Reverse((path(slip), slip.item)));
    let mut best: HashMap<ArticleId, (&Slip, u32)> = HashMap::new();
    for slip in slips {
        let Some(score) = shown(slip.id) else { continue };
        let held = best.entry(slip.id).or_insert((slip, score));
        if fullness(slip) > fullness(held.0) {
            held.0 = slip;
        }
    }
    let mut list: Vec<(&Slip, u32)> = best.into_values().collect();
    list.sort_by(|(one, _), (other, _)| {
        let second = Reverse(one.seconds).cmp(&Reverse(other.seconds));
        second.then_with(|| (path(one), one.item, one.id).cmp(&(path(other), other.item, other.id)))
    });
    match order.by {
        OrderBy::Date | OrderBy::Unread => {}
        OrderBy::Relevance => list.sort_by_key(|(_, score)| Reverse(*score)),
        OrderBy::Title | OrderBy::Outlet => list.sort_by_key(|(slip, _)| slip.rank),
    }
    if order.reversed {
        list.reverse();
    }
    list.into_iter().enumerate().map(|(place, (slip, _))| (slip.id, place)).collect()
}

#[cfg(test)]
mod tests;
