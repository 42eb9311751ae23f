//! Owns what the reader did as sets of articles, and the reader's own words by article. It refuses to
//! know how marks are kept.

use std::collections::BTreeMap;

use super::bits::Bits;
use crate::article::ArticleId;
use crate::library::query::{State, Words, own_has};
use crate::library::{OwnWords, Standings};

/// What the reader did, as sets.
#[derive(Debug)]
pub(super) struct Marked {
    /// One for each of [`State::SETS`], in that order.
    sets: Vec<Bits>,
    words: BTreeMap<u32, OwnWords>,
    bound: usize,
}

impl Marked {
    /// Makes the sets of articles numbered below `bound` that nobody touched.
    pub(super) fn new(bound: usize) -> Self {
        let sets = State::SETS.iter().map(|_| Bits::new(bound)).collect();
        Self { sets, words: BTreeMap::new(), bound }
    }

    /// Takes in the marks of an article that had none.
    pub(super) fn add(&mut self, doc: u32, id: ArticleId, marks: &dyn Standings) {
        let standing = marks.of(id);
        for (set, (_, state)) in self.sets.iter_mut().zip(State::SETS) {
            if standing.is(*state) {
                set.add(doc);
            }
        }
        if standing.tagged || standing.noted || standing.highlighted {
            self.words.extend(marks.own_words(id).map(|words| (doc, words)));
        }
    }

    /// Takes in the marks of an article anew.
    pub(super) fn set(&mut self, doc: u32, id: ArticleId, marks: &dyn Standings) {
        self.sets.iter_mut().for_each(|set| set.drop(doc));
        self.words.remove(&doc);
        self.add(doc, id, marks);
    }

    /// Returns the articles that count as read.
    pub(super) fn read(&self) -> &Bits {
        self.of(State::Read)
    }

    /// Returns the articles in a state; for [`State::Unread`] those that are not.
    pub(super) fn of(&self, state: State) -> &Bits {
        static NONE: Bits = Bits::none();
        let state = if state == State::Unread { State::Read } else { state };
        let at = State::SETS.iter().position(|(_, known)| *known == state);
        at.and_then(|at| self.sets.get(at)).unwrap_or(&NONE)
    }

    /// Returns the articles about which the reader used these words.
    pub(super) fn having(&self, words: &Words) -> Bits {
        let finder = words.needle.finder();
        let mut bits = Bits::new(self.bound);
        let having = self.words.iter().filter(|(_, own)| own_has(words.field, &finder, own));
        having.for_each(|(doc, _)| bits.add(*doc));
        bits
    }
}
