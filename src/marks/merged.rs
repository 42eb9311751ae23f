//! Owns the state that all journals together say, whatever the order their lines arrive in. It
//! refuses to know where a change came from.
//!
//! Every field of an article is a register holding the greatest `(stamp, value)` seen. Taking the
//! greatest is commutative, associative and idempotent, so any interleaving and any repetition of
//! the same changes ends in the same state on every machine. The value settles a tie of stamps.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::edits::EDITS_BACK;
use super::fields::Fields;
use super::paths::{self, Paths};
use super::shards::Shards;
use super::{Change, Mark, What};
use crate::article::ArticleId;

/// Everything the reader did, merged from all devices. A copy costs little, however much was done.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    pub(super) said: Shards,
    by_path: Paths,
    /// Where the articles last were that the reader wrote about or lit words up in, and when that was said.
    files: BTreeMap<ArticleId, (u64, Arc<str>)>,
    newest: u64,
}

/// Where files were is a hint, which a journal that is made shorter may drop.
impl PartialEq for Marks {
    fn eq(&self, other: &Self) -> bool {
        (&self.said, &self.by_path, self.newest) == (&other.said, &other.by_path, other.newest)
    }
}

impl Eq for Marks {}

impl Marks {
    /// Puts together what was read of journals: what they say, what they say of paths, and the newest
    /// stamp in them.
    pub(super) fn of(said: Shards, paths: Vec<Vec<paths::Said>>, newest: u64) -> Self {
        Self { said, by_path: Paths::of(paths), files: BTreeMap::new(), newest }
    }

    /// Takes a change in, whatever the order changes arrive in.
    pub fn apply(&mut self, change: &Change) {
        let path = change.path.as_deref().map(str::as_bytes);
        self.take(change.article, change.stamp, &change.what, path);
        self.note_file(change.article, change.stamp, &change.what, change.path.as_deref());
    }

    /// Notes where an article is that is written about: its notes can be told apart when it is gone.
    pub(super) fn note_file(&mut self, article: ArticleId, stamp: u64, what: &What, path: Option<&str>) {
        if let (What::Note(_) | What::Highlight(..), Some(path)) = (what, path) {
            let last = self.files.entry(article).or_insert_with(|| (stamp, path.into()));
            if (stamp, path) > (last.0, &last.1) {
                *last = (stamp, path.into());
            }
        }
    }

    /// Returns the path an article had when the reader wrote about it last, as far as is known.
    pub fn file_of(&self, id: ArticleId) -> Option<&str> {
        let mut before = Some(id);
        for _ in 0..EDITS_BACK {
            if let Some((_, path)) = self.files.get(&before?) {
                return Some(path);
            }
            before = before.and_then(|id| self.edited_from(id));
        }
        None
    }

    /// As [`Self::apply`], of a change that is not a [`Change`] yet.
    pub(super) fn take(&mut self, article: ArticleId, stamp: u64, what: &What, path: Option<&[u8]>) {
        self.newest = self.newest.max(stamp);
        self.said.take((article, stamp, what));
        if let Some(path) = path {
            self.by_path.take(path, stamp, article);
        }
    }

    /// Takes in many changes.
    pub fn extend<'a>(&mut self, changes: impl IntoIterator<Item = &'a Change>) {
        changes.into_iter().for_each(|change| self.apply(change));
    }

    /// Returns what the reader did with an article; nothing yet, if it is new.
    pub fn get(&self, id: ArticleId) -> Mark {
        self.fields(id).map(|fields| fields.mark()).unwrap_or_default()
    }

    /// Returns every article of which anything is known, under earlier ids too.
    pub fn articles(&self) -> impl Iterator<Item = ArticleId> + '_ {
        self.said.all().map(|(id, _)| *id)
    }

    /// Returns the paths under which one of these articles was marked last, by the hash of each.
    pub fn paths_of(&self, ids: &HashSet<ArticleId>) -> HashSet<u64> {
        self.by_path.of_articles(ids)
    }

    /// Says whether the reader may have used words of their own about an article.
    pub fn has_words(&self, id: ArticleId) -> bool {
        self.fields(id).is_some_and(|fields| fields.has_words())
    }

    /// Returns every tag the reader uses, with how many articles have it, the most used first.
    pub fn tags(&self) -> Vec<(String, usize)> {
        let mut counted: HashMap<String, usize> = HashMap::new();
        let worded = self.said.all().filter(|(_, fields)| fields.has_words());
        for tag in worded.flat_map(|(_, fields)| fields.mark().tags) {
            *counted.entry(tag).or_default() += 1;
        }
        let mut tags: Vec<(String, usize)> = counted.into_iter().collect();
        tags.sort_by(|(a, one), (b, other)| other.cmp(one).then_with(|| a.cmp(b)));
        tags
    }

    /// Says whether anything at all is known of an article.
    pub fn knows(&self, id: ArticleId) -> bool {
        self.said.find(id).is_some()
    }

    /// Returns the stamp the next change must bear, given the clock in milliseconds since 1970: the
    /// clock's, or one past the newest known when the clock is behind it.
    pub fn stamp(&self, now: u64) -> u64 {
        now.max(self.newest.saturating_add(1))
    }

    /// Finds the article whose marks a file carried before it was edited: the last one marked under
    /// this path.
    pub fn known_at(&self, path: &str) -> Option<ArticleId> {
        self.by_path.find(path)
    }

    /// Returns the change that takes `what` back: what the article says now of that field.
    pub fn inverse(&self, id: ArticleId, what: &What) -> What {
        match what {
            What::Was(_) => What::Was(self.edited_from(id).unwrap_or(id)),
            what => self.fields(id).map_or_else(|| Fields::default().now(what), |fields| fields.now(what)),
        }
    }

    /// What was said of an article, under earlier ids too.
    pub(super) fn fields(&self, id: ArticleId) -> Option<Cow<'_, Fields>> {
        let fields = self.said.find(id)?;
        Some(if fields.was().is_none() {
            Cow::Borrowed(fields)
        } else {
            Cow::Owned(self.through_edits(id, |_, _| true))
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::marks::Quote;

    pub(in crate::marks) fn id(n: u64) -> ArticleId {
        format!("{n:016x}").parse().unwrap()
    }

    pub(in crate::marks) fn said(n: u64, stamp: u64, what: What) -> Change {
        Change { article: id(n), what, stamp, path: None, part: None }
    }

    #[test]
    fn the_later_word_holds_even_when_it_arrives_first() {
        let mut marks = Marks::default();
        marks.apply(&said(1, 20, What::Read(false)));
        marks.apply(&said(1, 10, What::Read(true)));
        assert!(!marks.get(id(1)).read);
    }

    #[test]
    fn fields_do_not_overwrite_each_other() {
        let mut marks = Marks::default();
        marks.apply(&said(1, 30, What::Starred(true)));
        marks.apply(&said(1, 10, What::Read(true)));
        marks.apply(&said(1, 20, What::Tag("wheat".into(), true)));
        marks.apply(&said(1, 25, What::Tag("barley".into(), true)));
        marks.apply(&said(1, 40, What::Tag("wheat".into(), false)));
        let mark = marks.get(id(1));
        assert!(mark.read && mark.starred);
        assert_eq!(mark.tags, ["barley"]);
    }

    #[test]
    fn everything_that_can_be_said_of_an_article_is_kept_apart() {
        let mut marks = Marks::default();
        let quote = |exact: &str| Box::new(Quote { exact: exact.into(), ..Quote::default() });
        let words = [
            What::Later(true),
            What::Hidden(true),
            What::Finished(true),
            What::Read(false),
            What::Note("ask Ada".into()),
            What::Highlight(quote("the lamp"), Some("why?".into())),
            What::Highlight(quote("the quay"), Some(String::new())),
        ];
        for (stamp, what) in (1..).zip(words) {
            marks.apply(&said(1, stamp, what));
        }
        let mark = marks.get(id(1));
        assert!(mark.later && mark.hidden && mark.finished && mark.kept_unread && !mark.read);
        assert_eq!(mark.note.as_deref(), Some("ask Ada"));
        let lit: Vec<_> = mark.highlights.iter().map(|h| (h.quote.exact.as_str(), h.note.as_str())).collect();
        assert_eq!(lit, [("the lamp", "why?"), ("the quay", "")]);
        assert_eq!(marks.annotated(), [id(1)]);
        marks.apply(&said(1, 20, What::Note(String::new())));
        marks.apply(&said(1, 21, What::Highlight(quote("the lamp"), None)));
        assert_eq!((marks.get(id(1)).note, marks.get(id(1)).highlights.len()), (None, 1));
    }

    #[test]
    fn the_next_stamp_is_later_than_all_known_though_the_clock_is_behind() {
        let mut marks = Marks::default();
        assert_eq!(marks.stamp(1_000), 1_000);
        marks.apply(&said(1, 5_000, What::Read(true)));
        assert_eq!(marks.stamp(1_000), 5_001);
        assert_eq!(marks.stamp(9_000), 9_000);
    }

    #[test]
    fn a_path_remembers_the_article_marked_there_last() {
        let mut marks = Marks::default();
        let at = |n, stamp| Change { path: Some("a/b.txt".into()), ..said(n, stamp, What::Read(true)) };
        marks.apply(&at(2, 9));
        marks.apply(&at(1, 4));
        assert_eq!(marks.known_at("a/b.txt"), Some(id(2)));
        assert_eq!(marks.known_at("a/c.txt"), None);
    }
}
