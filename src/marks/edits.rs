//! Owns what one article has from another it was before its file was edited: links from text to earlier
//! text. It refuses to know which files were edited; see [`crate::library`] for that.

use std::collections::{HashMap, HashSet};

use super::fields::Fields;
use super::{Marks, Visit};
use crate::article::ArticleId;

/// How many edits back the marks of an article are looked for.
pub(super) const EDITS_BACK: usize = 256;

impl Marks {
    /// Returns the article that `id` was before its file was edited: the one last marked at `path`,
    /// if `id` itself was never marked and that one is no longer `present` in the library. The file
    /// must hold no other article. A [`super::What::Was`] change makes the link last.
    pub fn before_edit(
        &self,
        id: ArticleId,
        path: &str,
        present: impl Fn(ArticleId) -> bool,
    ) -> Option<ArticleId> {
        if self.knows(id) {
            return None;
        }
        self.known_at(path).filter(|old| *old != id && !present(*old))
    }

    /// Returns when and how far each article was read; one that was edited since under its latest id. Where
    /// two texts were made of one, on two machines, the first by id has what was read of that.
    pub fn visits(&self) -> impl Iterator<Item = Visit> + '_ {
        let mut heirs: HashMap<ArticleId, ArticleId> = HashMap::new();
        for (old, new) in self.links() {
            heirs.entry(old).and_modify(|heir| *heir = new.min(*heir)).or_insert(new);
        }
        self.latest().filter_map(move |id| {
            if self.edited_from(id).is_none() {
                return self.said.find(id)?.visit(id);
            }
            let inherits = |old: &ArticleId, new: ArticleId| heirs.get(old) == Some(&new);
            self.through_edits(id, inherits).visit(id)
        })
    }

    /// Returns every article with a note or a highlight, in the order of their ids; one that was
    /// edited since under its latest ids.
    pub fn annotated(&self) -> Vec<ArticleId> {
        let annotated = |id: &ArticleId| self.fields(*id).is_some_and(|fields| fields.is_annotated());
        let mut ids: Vec<ArticleId> = self.latest().filter(annotated).collect();
        ids.sort_unstable();
        ids
    }

    /// Every article but those that are the earlier text of another.
    fn latest(&self) -> impl Iterator<Item = ArticleId> + '_ {
        let earlier: HashSet<ArticleId> = self.links().map(|(old, _)| old).collect();
        self.articles().filter(move |id| !earlier.contains(id) || self.leads_ring(*id))
    }

    /// Every earlier text, with the text that was made of it.
    fn links(&self) -> impl Iterator<Item = (ArticleId, ArticleId)> + '_ {
        self.articles().filter_map(|id| Some((self.edited_from(id)?, id)))
    }

    pub(super) fn edited_from(&self, id: ArticleId) -> Option<ArticleId> {
        self.said.find(id)?.was().filter(|old| *old != id)
    }

    /// Says whether links lead from an article back to itself, and it is the first by id of those they
    /// lead to: each is an earlier text of the others, and one of them stands for all.
    fn leads_ring(&self, id: ArticleId) -> bool {
        let mut at = self.edited_from(id);
        for _ in 0..EDITS_BACK {
            match at {
                Some(old) if old == id => return true,
                Some(old) if old > id => at = self.edited_from(old),
                _ => return false,
            }
        }
        false
    }

    /// Merges an article's fields with those it had under earlier ids, as far back as each text `inherits`
    /// from the one before. Links may form a ring when an edit was taken back by hand; each id is visited
    /// once.
    pub(super) fn through_edits(
        &self,
        id: ArticleId,
        inherits: impl Fn(&ArticleId, ArticleId) -> bool,
    ) -> Fields {
        let mut seen = vec![id];
        let mut merged = self.said.find(id).cloned().unwrap_or_default();
        let mut at = id;
        while let Some(old) = self.edited_from(at).filter(|old| !seen.contains(old) && inherits(old, at)) {
            if let Some(fields) = self.said.find(old) {
                merged.merge(fields);
            }
            seen.push(old);
            at = old;
            if seen.len() > EDITS_BACK {
                break;
            }
        }
        merged
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::What;
    use crate::marks::merged::tests::{id, said};

    #[test]
    fn an_edited_article_keeps_what_it_had_and_newer_words_win() {
        let mut marks = Marks::default();
        marks.apply(&said(1, 10, What::Read(true)));
        marks.apply(&said(1, 11, What::Starred(true)));
        marks.apply(&said(2, 12, What::Was(id(1))));
        marks.apply(&said(3, 13, What::Was(id(2))));
        marks.apply(&said(3, 14, What::Starred(false)));
        assert!(marks.get(id(3)).read);
        assert!(!marks.get(id(3)).starred);
        assert!(marks.get(id(2)).read && marks.get(id(2)).starred);
    }

    #[test]
    fn a_link_to_an_earlier_text_can_be_taken_back() {
        let mut marks = Marks::default();
        marks.apply(&said(1, 10, What::Read(true)));
        let inverse = marks.inverse(id(2), &What::Was(id(1)));
        marks.apply(&said(2, 11, What::Was(id(1))));
        assert!(marks.get(id(2)).read);
        marks.apply(&said(2, 12, inverse));
        assert!(!marks.get(id(2)).read);
    }

    #[test]
    fn links_in_a_ring_end() {
        let mut marks = Marks::default();
        marks.apply(&said(1, 1, What::Was(id(2))));
        marks.apply(&said(2, 2, What::Was(id(1))));
        marks.apply(&said(2, 3, What::Read(true)));
        assert!(marks.get(id(1)).read && marks.get(id(2)).read);
    }

    #[test]
    fn articles_linked_in_a_ring_count_once() {
        let mut marks = Marks::default();
        marks.apply(&said(1, 1, What::Was(id(2))));
        marks.apply(&said(2, 2, What::Was(id(1))));
        marks.apply(&said(2, 3, What::Read(true)));
        marks.apply(&said(1, 4, What::Note("ask Ada".into())));
        marks.apply(&said(7, 5, What::Read(true)));
        let read: Vec<ArticleId> = marks.visits().map(|visit| visit.id).collect();
        assert_eq!(read.iter().filter(|one| [id(1), id(2)].contains(one)).count(), 1, "{read:?}");
        assert!(read.contains(&id(7)));
        assert_eq!(marks.annotated(), [id(1)]);
    }

    #[test]
    fn what_two_machines_made_of_one_text_both_have_its_notes_and_it_was_read_once() {
        for (first, second) in [(2, 3), (3, 2)] {
            let mut marks = Marks::default();
            marks.apply(&said(1, 10, What::Read(true)));
            marks.apply(&said(1, 11, What::Note("ask Ada".into())));
            marks.apply(&said(first, 12, What::Was(id(1))));
            marks.apply(&said(second, 13, What::Was(id(1))));
            assert_eq!(marks.annotated(), [id(2), id(3)]);
            let read: Vec<ArticleId> = marks.visits().map(|visit| visit.id).collect();
            assert_eq!(read, [id(2)]);
        }
    }
}
