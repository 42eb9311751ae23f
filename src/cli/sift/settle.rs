//! Owns what is settled once every article is known: which was marked before its file was edited, which are
//! shown, and in which order. It refuses to read what need not be read again.

use std::collections::HashMap;

use super::super::output::Stop;
use super::reading::{Seen, Sifting};
use super::{Pick, Sifted};
use crate::app::standing::{own_words, standing};
use crate::article::ArticleId;
use crate::library::query::Verdict;
use crate::library::slips::{self, Slip};
use crate::library::{OwnWords, Standing};
use crate::marks::journal::path_hint;

/// What the reader did with articles, and the reader's words about them.
type Own = HashMap<ArticleId, (Standing, Option<OwnWords>)>;

impl<T: Send> Sifting<'_, T> {
    /// Says what is shown, in its order. Without a query and an order that is everything, as it was read.
    pub(super) fn finish(mut self) -> Result<Sifted<T>, Stop> {
        let marked_as = self.marked_as();
        if self.eye.ask.query.is_empty() && self.eye.ask.order.is_none() {
            return Ok(self.sifted(&marked_as, None));
        }
        let own = self.own(&marked_as);
        self.judge_edits(&own)?;
        let places = self.arrange(&own);
        Ok(self.sifted(&marked_as, Some(&places)))
    }

    /// Returns the id each article was marked under.
    fn marked_as(&self) -> Vec<ArticleId> {
        let present = self.present();
        let before = |one: &Seen<T>| {
            let path = path_hint(self.stack.path(one.slip.file));
            self.eye.marks.before_edit(one.slip.id, &path, |id| present.contains(&id))
        };
        let id = |one: &Seen<T>| if one.is_edit { before(one) } else { None }.unwrap_or(one.slip.id);
        self.seen.iter().map(id).collect()
    }

    /// Returns what the reader did with the articles that are known. One that was edited since is asked about
    /// by its own id, and answered by the earlier one.
    fn own(&self, marked_as: &[ArticleId]) -> Own {
        let marks = self.eye.marks;
        let known = self.seen.iter().zip(marked_as).filter(|(_, marked_as)| marks.knows(**marked_as));
        known
            .map(|(one, marked_as)| {
                let mark = marks.get(*marked_as);
                let words = marks.has_words(*marked_as).then(|| own_words(&mark));
                (one.slip.id, (standing(&mark), words))
            })
            .collect()
    }

    /// Judges again what was judged as if it were new, and is an edit of what was marked.
    fn judge_edits(&mut self, own: &Own) -> Result<(), Stop> {
        if self.eye.ask.query.is_empty() {
            return Ok(());
        }
        let is_edit = |one: &Seen<T>| own.contains_key(&one.slip.id) && !self.eye.marks.knows(one.slip.id);
        let edits = self.seen.iter().enumerate().filter(|(_, one)| is_edit(one));
        let edits: Vec<usize> = edits.map(|(place, _)| place).collect();
        self.judge_again(&edits, own)
    }

    /// Returns where each article stands that is shown.
    fn arrange(&mut self, own: &Own) -> HashMap<ArticleId, usize> {
        if self.seen.iter().any(|one| one.key.is_some()) {
            let keys: Vec<Option<String>> = self.seen.iter_mut().map(|one| one.key.take()).collect();
            for (one, rank) in self.seen.iter_mut().zip(slips::ranks(&keys)) {
                one.slip.rank = rank;
            }
        }
        let mut verdicts: HashMap<ArticleId, Verdict> = HashMap::new();
        for one in &self.seen {
            let said = verdicts.entry(one.slip.id).or_insert(one.verdict);
            *said = said.or(one.verdict);
        }
        let ask = self.eye.ask;
        let hidden = |id: &ArticleId| own.get(id).is_some_and(|(standing, _)| standing.hidden);
        if !ask.query.asks_hidden() {
            verdicts.retain(|id, _| !hidden(id));
        }
        let shown = |id| verdicts.get(&id).filter(|said| said.is_shown()).map(|said| said.score);
        let slips: Vec<Slip> = self.seen.iter().map(|one| one.slip).collect();
        slips::arrange(&slips, &self.stack.paths, ask.order.unwrap_or_default(), shown)
    }

    /// Gathers what has a place, copies of an article in the order they were read; without places, all.
    fn sifted(self, marked_as: &[ArticleId], places: Option<&HashMap<ArticleId, usize>>) -> Sifted<T> {
        let picks = self.seen.into_iter().zip(marked_as).map(|(one, marked_as)| {
            let Seen { slip, alone, kept, .. } = one;
            Pick { slip, marked_as: *marked_as, alone, kept }
        });
        let mut picks: Vec<Pick<T>> = picks.collect();
        if let Some(places) = places {
            picks.retain(|one| places.contains_key(&one.slip.id));
            picks.sort_by_key(|one| places.get(&one.slip.id).copied());
        }
        Sifted { stack: self.stack, picks, failures: self.failures, room: self.room }
    }
}
