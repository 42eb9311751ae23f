//! Owns completing a search while it is typed: names of fields, and values with how many articles each
//! fits. It refuses to count: the library does, once for a prompt.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::effect::Effect;
use super::errand::Errand;
use super::{App, Purpose};
use crate::library::query::complete::{self, Ending};
use crate::library::{Facet, Value, fold};
use crate::panes::line::Line;
use crate::panes::offers::{Offer, Offers};

/// Letters from which on a word may be meant as a field: shorter ones are the start of too many words.
pub(super) const SHORTEST: usize = 3;
/// Values offered at most.
const OFFERED: usize = 40;

/// The values of fields with their folded forms; nothing yet, where they were asked for only.
pub(super) type Known = BTreeMap<Facet, Option<Vec<(String, Value)>>>;

/// What each field is about: the key of a message.
const MEANINGS: &[(&str, &str)] = &[
    ("title", "field-title"),
    ("author", "field-author"),
    ("source", "field-source"),
    ("tag", "field-tag"),
    ("note", "field-note"),
    ("in", "field-in"),
    ("lang", "field-lang"),
    ("is", "field-is"),
    ("has", "field-has"),
    ("before", "field-before"),
    ("after", "field-after"),
    ("date", "field-date"),
];

impl App {
    /// Completes the line: tags as before; in a search the first or next offer, and of a field its
    /// values at once.
    pub(super) fn complete(&mut self) -> Vec<Effect> {
        match self.typing.as_ref().map(|typing| &typing.purpose) {
            Some(Purpose::Tags { .. }) => self.complete_tag(),
            Some(Purpose::Search { .. }) => self.complete_search(true),
            _ => Vec::new(),
        }
    }

    /// Chooses the offer before.
    pub(super) fn complete_back(&mut self) -> Vec<Effect> {
        match self.typing.as_ref().map(|typing| &typing.purpose) {
            Some(Purpose::Search { .. }) => self.complete_search(false),
            _ => Vec::new(),
        }
    }

    fn complete_search(&mut self, forward: bool) -> Vec<Effect> {
        let Some(typing) = &self.typing else { return Vec::new() };
        if typing.offers.is_empty() {
            return self.offer(0);
        }
        let (chosen, only) = (typing.offers.has_choice(), typing.offers.len() == 1);
        let go_on = forward && typing.offers.of_fields && (chosen || only);
        let mut effects = if go_on && chosen { Vec::new() } else { self.choose(forward) };
        if go_on {
            effects.extend(self.offer(SHORTEST));
        }
        effects
    }

    /// Puts the next or previous offer on the line and searches for it.
    pub(super) fn choose(&mut self, forward: bool) -> Vec<Effect> {
        let Some(typing) = &mut self.typing else { return Vec::new() };
        typing.line = Line::new(&typing.offers.step(forward));
        self.search_now()
    }

    /// Says whether offers are on the screen.
    pub(super) fn has_offers(&self) -> bool {
        self.typing.as_ref().is_some_and(|typing| !typing.offers.is_empty())
    }

    /// Says whether offers stand on a row of the screen.
    pub(super) fn offers_take(&self, row: u16) -> bool {
        let height = self.typing.as_ref().map_or(0, |typing| typing.offers.height());
        height > 0 && row < self.areas().footer.y && row + height >= self.areas().footer.y
    }

    /// Offers what would complete the line; fields only once at least `shortest` letters are typed. Values that
    /// are not known yet are asked for.
    pub(super) fn offer(&mut self, shortest: usize) -> Vec<Effect> {
        let mut effects = Vec::new();
        let Some(typing) = &self.typing else { return effects };
        let line = typing.line.text();
        let is_search = matches!(typing.purpose, Purpose::Search { .. }) && typing.line.is_at_end();
        let offers = match complete::ending(line).filter(|_| is_search) {
            Some((before, Ending::Name(start))) if start.len() >= shortest => {
                let mut offers = Offers::new(before, start, self.fields(start));
                offers.of_fields = true;
                offers
            }
            Some((before, Ending::Value(facet, start))) => {
                if let Entry::Vacant(unasked) = self.inventory.values.entry(facet) {
                    unasked.insert(None);
                    effects.push(Effect::Ask(Errand::Values(facet)));
                }
                let typed = line.get(before.len()..).unwrap_or_default();
                Offers::new(before, typed, self.fitting(facet, start))
            }
            _ => Offers::default(),
        };
        if let Some(typing) = &mut self.typing {
            typing.offers = offers;
        }
        effects
    }

    /// Takes the values of a field.
    pub(super) fn take_values(&mut self, facet: Facet, values: Vec<Value>) -> Vec<Effect> {
        let mut values: Vec<(String, Value)> =
            values.into_iter().map(|value| (fold::fold(&value.name), value)).collect();
        if facet == Facet::Tag {
            for (name, count) in self.marks.tags() {
                let folded = fold::fold(&name);
                match values.iter_mut().find(|(known, _)| *known == folded) {
                    Some((_, value)) => value.count += count,
                    None => values.push((folded, Value { name, count })),
                }
            }
            values.sort_by_key(|(_, value)| std::cmp::Reverse(value.count));
        }
        self.inventory.values.insert(facet, Some(values));
        if facet == Facet::Tag {
            self.know_tags_of_files();
        }
        if self.typing.as_ref().is_some_and(|typing| !typing.offers.has_choice()) {
            return self.offer(SHORTEST);
        }
        Vec::new()
    }

    /// Returns the fields whose names begin like this.
    fn fields(&self, start: &str) -> Vec<Offer> {
        let offer = |name: &'static str| {
            let meaning = MEANINGS.iter().find(|(known, _)| *known == name).map_or("", |(_, key)| key);
            let aside = self.words.say(meaning).to_owned();
            Offer { name: format!("{name}:"), aside, insert: format!("{name}:") }
        };
        complete::names(start).into_iter().map(offer).collect()
    }

    /// Returns the values that begin with what was typed, then those that have it further on.
    fn fitting(&self, facet: Facet, start: &str) -> Vec<Offer> {
        let Some(Some(values)) = self.inventory.values.get(&facet) else { return Vec::new() };
        let folded = fold::fold(start);
        let start = folded.trim_end();
        let begins = |(known, _): &&(String, Value)| known.starts_with(start);
        let (first, rest): (Vec<_>, Vec<_>) =
            values.iter().filter(|(known, _)| known.contains(start)).partition(begins);
        let all = first.into_iter().chain(rest).take(OFFERED);
        all.map(|(_, value)| Offer {
            name: crate::article::Text::line(&value.name).to_string(),
            aside: self.words.number(value.count),
            insert: complete::written(&value.name),
        })
        .collect()
    }
}
