//! Owns what was said of one article, field by field, and which word holds. It refuses to know other
//! articles.

use std::collections::BTreeMap;
use std::num::NonZeroU64;

use super::{Highlight, Mark, Place, Quote, Visit, What};
use crate::article::ArticleId;

/// The newest thing said of a field, with its stamp; `None` sorts below everything.
type Register<T> = Option<(u64, T)>;

/// The newest yes or no said of a field, with its stamp, in one number: a large library has a million
/// of them. The greater holds; 0 sorts below everything and is no.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Switch(u64);

impl Switch {
    fn take(&mut self, stamp: u64, on: bool) {
        let said = Self((stamp.min(u64::MAX / 4) << 1 | u64::from(on)) + 1);
        *self = said.max(*self);
    }

    fn on(self) -> bool {
        self.0 > 0 && self.0.is_multiple_of(2)
    }

    /// Says whether it was said to be off, rather than never having been spoken of.
    fn off(self) -> bool {
        !self.0.is_multiple_of(2)
    }
}

/// The newest place said, with its stamp and one: none has the stamp 0.
type At = Option<(NonZeroU64, Place)>;

/// What was said of one article. Of most articles nothing rare is ever said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fields {
    read: Switch,
    starred: Switch,
    place: At,
    rare: Option<Box<Rare>>,
}

/// The fields few articles have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Rare {
    finished: Switch,
    later: Switch,
    hidden: Switch,
    note: Register<String>,
    tags: BTreeMap<String, (u64, bool)>,
    highlights: BTreeMap<Quote, (u64, Option<String>)>,
    was: Register<ArticleId>,
}

/// Takes a word into a field: the greatest stamp holds, and of two the greater value.
fn settle<T: Ord>(register: &mut Register<T>, stamp: u64, value: T) {
    let said = Some((stamp, value));
    if said > *register {
        *register = said;
    }
}

/// As [`settle`], for one of many fields of a kind.
fn settle_in<K: Ord, T: Ord>(fields: &mut BTreeMap<K, (u64, T)>, key: K, said: (u64, T)) {
    match fields.get_mut(&key) {
        Some(known) if said > *known => *known = said,
        Some(_) => {}
        None => drop(fields.insert(key, said)),
    }
}

impl Fields {
    pub(super) fn take(&mut self, stamp: u64, what: &What) {
        match what {
            What::Read(read) => self.read.take(stamp, *read),
            What::Starred(starred) => self.starred.take(stamp, *starred),
            What::Place(place) => {
                let said = (NonZeroU64::MIN.saturating_add(stamp), *place);
                self.place = self.place.max(Some(said));
            }
            rare => self.rare.get_or_insert_default().take(stamp, rare),
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.read = self.read.max(other.read);
        self.starred = self.starred.max(other.starred);
        self.place = self.place.max(other.place);
        if let Some(rare) = &other.rare {
            self.rare.get_or_insert_default().merge(rare);
        }
    }

    /// The id this article had before an edit.
    pub(super) fn was(&self) -> Option<ArticleId> {
        self.rare.as_ref()?.was.map(|(_, old)| old)
    }

    /// Says whether the reader may have used words of their own about the article: a tag, a note or
    /// a highlight.
    pub(super) fn has_words(&self) -> bool {
        let rare = self.rare.as_ref();
        rare.is_some_and(|rare| rare.note.is_some() || !rare.tags.is_empty() || !rare.highlights.is_empty())
    }

    /// Says whether the reader wrote something about the article.
    pub(super) fn is_annotated(&self) -> bool {
        let Some(rare) = &self.rare else { return false };
        rare.note().is_some() || rare.highlights.values().any(|(_, note)| note.is_some())
    }

    /// Returns what holds now of the field that `what` is about.
    pub(super) fn now(&self, what: &What) -> What {
        let rare = self.rare.as_deref();
        let flag = |of: fn(&Rare) -> Switch| rare.is_some_and(|rare| of(rare).on());
        match what {
            What::Read(_) => What::Read(self.read.on()),
            What::Starred(_) => What::Starred(self.starred.on()),
            What::Place(_) => What::Place(self.place.map(|(_, place)| place).unwrap_or_default()),
            What::Finished(_) => What::Finished(flag(|rare| rare.finished)),
            What::Later(_) => What::Later(flag(|rare| rare.later)),
            What::Hidden(_) => What::Hidden(flag(|rare| rare.hidden)),
            What::Note(_) => What::Note(rare.and_then(Rare::note).unwrap_or_default().to_owned()),
            What::Tag(name, _) => {
                let on = rare.and_then(|rare| rare.tags.get(name)).is_some_and(|(_, on)| *on);
                What::Tag(name.clone(), on)
            }
            What::Highlight(quote, _) => {
                let said = rare.and_then(|rare| rare.highlights.get(&**quote));
                What::Highlight(quote.clone(), said.and_then(|(_, note)| note.clone()))
            }
            What::Was(old) => What::Was(self.was().unwrap_or(*old)),
        }
    }

    /// Returns when and how far the article was read, if it was opened or marked as read.
    pub(super) fn visit(&self, id: ArticleId) -> Option<Visit> {
        let finished = self.rare.as_ref().is_some_and(|rare| rare.finished.on());
        let (left, reached) = self.place.map(|(stamp, place)| (stamp.get() - 1, place.reached)).unzip();
        let visit = Visit { id, read: self.read.on(), left, reached, finished };
        (visit.read || left.is_some()).then_some(visit)
    }

    pub(super) fn mark(&self) -> Mark {
        let (read, starred) = (self.read.on(), self.starred.on());
        let place = self.place.map(|(_, place)| place);
        let kept_unread = self.read.off();
        let rare = self.rare.as_ref().map(|rare| rare.mark()).unwrap_or_default();
        Mark { read, kept_unread, starred, place, ..rare }
    }
}

impl Rare {
    fn take(&mut self, stamp: u64, what: &What) {
        match what {
            What::Finished(finished) => self.finished.take(stamp, *finished),
            What::Later(later) => self.later.take(stamp, *later),
            What::Hidden(hidden) => self.hidden.take(stamp, *hidden),
            What::Note(note) => settle(&mut self.note, stamp, note.clone()),
            What::Tag(name, on) => settle_in(&mut self.tags, name.clone(), (stamp, *on)),
            What::Highlight(quote, note) => {
                settle_in(&mut self.highlights, Quote::clone(quote), (stamp, note.clone()));
            }
            What::Was(old) => settle(&mut self.was, stamp, *old),
            What::Read(_) | What::Starred(_) | What::Place(_) => {}
        }
    }

    /// Merges all but the link to an earlier id, which belongs to the id that has it.
    fn merge(&mut self, other: &Self) {
        self.finished = self.finished.max(other.finished);
        self.later = self.later.max(other.later);
        self.hidden = self.hidden.max(other.hidden);
        if other.note > self.note {
            self.note.clone_from(&other.note);
        }
        for (name, said) in &other.tags {
            settle_in(&mut self.tags, name.clone(), *said);
        }
        for (quote, said) in &other.highlights {
            settle_in(&mut self.highlights, quote.clone(), said.clone());
        }
    }

    fn note(&self) -> Option<&str> {
        self.note.as_ref().map(|(_, note)| note.as_str()).filter(|note| !note.is_empty())
    }

    /// Returns what the rare fields say, the others empty.
    fn mark(&self) -> Mark {
        let on = self.tags.iter().filter(|(_, (_, on))| *on);
        let mut lit: Vec<(u64, Highlight)> = Vec::new();
        for (quote, (stamp, note)) in &self.highlights {
            if let Some(note) = note {
                lit.push((*stamp, Highlight { quote: quote.clone(), note: note.clone() }));
            }
        }
        lit.sort_by_key(|(stamp, _)| *stamp);
        Mark {
            finished: self.finished.on(),
            later: self.later.on(),
            hidden: self.hidden.on(),
            note: self.note().map(str::to_owned),
            tags: on.map(|(name, _)| name.clone()).collect(),
            highlights: lit.into_iter().map(|(_, highlight)| highlight).collect(),
            ..Mark::default()
        }
    }
}
