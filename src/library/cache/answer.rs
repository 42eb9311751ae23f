//! Owns how a query becomes a set of articles and the set a list: joined, denied, ordered, cut to the
//! window. It refuses to read rows.

use super::CacheError;
use super::arrange::Arrangement;
use super::bits::Bits;
use super::leaves::Asker;
use super::marked::Marked;
use crate::library::query::{Node, Query, State, Term, Words};
use crate::library::{Order, OrderBy};

/// Everything a question is answered from.
pub(super) struct Question<'a> {
    pub(super) asker: Asker<'a>,
    pub(super) arranged: &'a Arrangement,
    pub(super) marked: &'a Marked,
    /// Articles that fit every `is:`.
    pub(super) kept: Bits,
}

impl Question<'_> {
    /// Returns the articles a query shows.
    pub(super) fn shown(&self, query: &Query) -> Result<Bits, CacheError> {
        let mut shown = self.holds(query.root(), true)?;
        self.arranged.folded.lift(&mut shown);
        shown.keep(&self.arranged.visible);
        if !query.asks_hidden() {
            let mut hidden = self.marked.of(State::Hidden).clone();
            hidden.without(&self.kept);
            shown.without(&hidden);
        }
        Ok(shown)
    }

    /// Returns the articles on which a node comes out as `wanted`. The denial is carried down to the
    /// leaves, as [`crate::library::query::Matcher`] does.
    fn holds(&self, node: &Node, wanted: bool) -> Result<Bits, CacheError> {
        match (node, wanted) {
            (Node::All(nodes), true) | (Node::Any(nodes), false) => {
                let mut all = self.arranged.all();
                for node in nodes {
                    all.keep(&self.holds(node, wanted)?);
                }
                Ok(all)
            }
            (Node::All(nodes), false) | (Node::Any(nodes), true) => {
                let mut any = Bits::new(self.asker.docs.len());
                for node in nodes {
                    any.join(&self.holds(node, wanted)?);
                }
                Ok(any)
            }
            (Node::Not(node), _) => self.holds(node, !wanted),
            (Node::Term(Term::Is(state)), _) => Ok(self.is(*state, wanted)),
            (Node::Term(term), true) => self.having(term),
            (Node::Term(term), false) => {
                let mut others = self.arranged.all();
                others.without(&self.having(term)?);
                Ok(others)
            }
        }
    }

    /// Returns the articles that answer a condition, by their own words or the reader's about them.
    fn having(&self, term: &Term) -> Result<Bits, CacheError> {
        let mut bits = self.asker.ask(term)?.as_ref().clone();
        if let Term::Words(words) = term {
            bits.join(&self.marked.having(words));
        }
        Ok(bits)
    }

    fn is(&self, state: State, wanted: bool) -> Bits {
        let wanted = wanted != (state == State::Unread);
        let mut bits = self.marked.of(state).clone();
        // What the reader did with a version, but for reading and hiding it, was done with the story.
        if state.is_shared() {
            self.arranged.folded.lift(&mut bits);
        }
        self.arranged.folded.spread(&mut bits);
        if !wanted {
            let set = std::mem::replace(&mut bits, self.arranged.all());
            bits.without(&set);
        }
        bits.join(&self.kept);
        bits
    }

    /// Puts all articles in order: the best match first, the newest first among equals.
    pub(super) fn by_score(&self, root: &Node) -> Result<Vec<u32>, CacheError> {
        let mut scores = vec![0; self.asker.docs.len()];
        for words in wanted(root) {
            self.asker.score(words, &mut scores)?;
        }
        let of = |doc: u32| scores.get(doc as usize).copied().unwrap_or(0);
        let score = |doc: &u32| {
            let others = self.arranged.others(*doc).map(of);
            others.fold(of(*doc), u32::max)
        };
        let (mut ranked, rest): (Vec<u32>, Vec<u32>) =
            self.arranged.newest.iter().partition(|d| score(d) > 0);
        ranked.sort_by_key(|doc| std::cmp::Reverse(score(doc)));
        ranked.extend(rest);
        Ok(ranked)
    }

    /// Returns a list of all articles and the parts of `shown` to take from it, one after the other;
    /// before it is turned round.
    pub(super) fn sequence<'s>(
        &'s self,
        order: Order,
        shown: Bits,
        ranked: Option<&'s [u32]>,
    ) -> Sequence<'s> {
        let list = match order.by {
            OrderBy::Relevance => ranked.unwrap_or(&self.arranged.newest),
            OrderBy::Date | OrderBy::Unread => &self.arranged.newest,
            OrderBy::Title => self.arranged.by_title(self.asker.docs),
            OrderBy::Outlet => self.arranged.by_outlet(self.asker.docs),
        };
        let mut parts = if order.by == OrderBy::Unread {
            let (mut unread, mut read) = (shown.clone(), shown);
            unread.without(self.marked.read());
            read.keep(self.marked.read());
            vec![unread, read]
        } else {
            vec![shown]
        };
        if order.reversed {
            parts.reverse();
        }
        Sequence { list, parts, reversed: order.reversed }
    }
}

/// Articles in the order of a list.
pub(super) struct Sequence<'a> {
    list: &'a [u32],
    parts: Vec<Bits>,
    reversed: bool,
}

impl Sequence<'_> {
    /// Returns the numbers, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.parts.iter().flat_map(move |part| self.all().filter(|doc| part.has(*doc)))
    }

    /// Returns `count` numbers from the `first` on. A list that is shown whole is read at that place;
    /// another is counted through, from the end that is nearer.
    pub(super) fn window(&self, first: usize, count: usize) -> Vec<u32> {
        let length = self.list.len();
        let [part] = self.parts.as_slice() else { return self.iter().skip(first).take(count).collect() };
        let shown = part.count();
        if shown == length {
            return (first..(first + count).min(length)).filter_map(|n| self.at(n)).collect();
        }
        if first * 2 <= shown {
            return self.iter().skip(first).take(count).collect();
        }
        let behind = shown.saturating_sub(first + count);
        let backwards = (0..length).rev().filter_map(|n| self.at(n)).filter(|doc| part.has(*doc));
        let mut found: Vec<u32> =
            backwards.skip(behind).take(shown.saturating_sub(first).min(count)).collect();
        found.reverse();
        found
    }

    /// Returns where a number stands.
    pub(super) fn position(&self, wanted: u32) -> Option<usize> {
        self.iter().position(|doc| doc == wanted)
    }

    /// Returns every number of the list, in order.
    fn all(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.list.len()).filter_map(|n| self.at(n))
    }

    fn at(&self, position: usize) -> Option<u32> {
        let at = if self.reversed { self.list.len().checked_sub(position + 1)? } else { position };
        self.list.get(at).copied()
    }
}

/// Returns the words whose places count for how well an article fits.
fn wanted(root: &Node) -> Vec<&Words> {
    match root {
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().flat_map(wanted).collect(),
        Node::Term(Term::Words(words)) => vec![words],
        Node::Not(_) | Node::Term(_) => Vec::new(),
    }
}
