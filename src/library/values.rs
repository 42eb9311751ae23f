//! Owns which values the fields of a query have in a library, each with how many articles it fits, the
//! most used first. It refuses to know what is being typed.

use std::collections::HashMap;
use std::path::PathBuf;

use super::cache::CacheError;
use super::query::{State, complete::Facet};
use super::survey::{Findings, Survey};
use super::{Collection, Query, Standings, fold};

/// The most values of one field that are listed.
const MOST: usize = 5000;

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The value as it is written most often.
    pub name: String,
    /// How many articles it fits; of an outlet how often it is met, as publisher or cited.
    pub count: usize,
}

/// Takes a value and how many articles have it; a value may come several times.
pub(super) type Give<'a> = &'a mut dyn FnMut(&str, usize);

impl Collection {
    /// Returns the values of a field, the most used first; at most some thousand.
    pub fn values(
        &self,
        facet: Facet,
        places: &[PathBuf],
        marks: &dyn Standings,
    ) -> Result<Vec<Value>, CacheError> {
        let mut values = match facet {
            Facet::Author | Facet::Tag | Facet::Language => gathered(&mut |give| self.each(facet, give))?,
            Facet::Source => match self.survey(&Survey::Outlets)? {
                Findings::Outlets(outlets) => {
                    let value =
                        |o: super::survey::Outlet| Value { count: o.weight(), name: o.name.to_string() };
                    outlets.into_iter().map(value).collect()
                }
                Findings::Tied(_) | Findings::Related(..) => Vec::new(),
            },
            Facet::Folder => {
                let each = self.sections(places, marks)?.into_iter();
                let sections: Vec<_> = each.map(|section| (section.name, section.total)).collect();
                gathered(&mut |give| {
                    for (name, count) in &sections {
                        give(name, *count);
                    }
                    Ok(())
                })?
            }
            Facet::State => {
                let names = std::iter::once("unread").chain(State::SETS.iter().map(|(name, _)| *name));
                names.map(|name| self.value("is", name, marks)).collect::<Result<_, _>>()?
            }
            Facet::Has => vec![self.value("has", "sources", marks)?],
        };
        values.retain(|value| facet == Facet::State || value.count > 0);
        if facet != Facet::State {
            values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
        }
        values.truncate(MOST);
        Ok(values)
    }

    fn value(&self, field: &str, name: &str, marks: &dyn Standings) -> Result<Value, CacheError> {
        let query = Query::parse(&format!("{field}:{name} ")).unwrap_or_default();
        let (count, _) = self.count(&query, marks)?;
        Ok(Value { name: name.to_owned(), count })
    }

    /// Gives every value articles have of a field of names.
    fn each(&self, facet: Facet, give: Give<'_>) -> Result<(), CacheError> {
        match self {
            Self::Shelf(shelf) => shelf.entries().for_each(|entry| entry.names(facet, give)),
            Self::Cache(cache) => cache.each_value(facet, give)?,
        }
        Ok(())
    }
}

impl super::Entry {
    /// Gives the values this article has of a field of names.
    pub(super) fn names(&self, facet: Facet, give: Give<'_>) {
        match facet {
            Facet::Author => self.ties.authors.iter().for_each(|name| give(name, 1)),
            Facet::Tag => self.ties.tags.iter().for_each(|name| give(name, 1)),
            Facet::Language => self.row.language.iter().for_each(|language| give(language.tag(), 1)),
            Facet::Source | Facet::Folder | Facet::State | Facet::Has => {}
        }
    }
}

/// Adds up what is given, spellings of one value together under the one used most.
fn gathered(each: &mut dyn FnMut(Give<'_>) -> Result<(), CacheError>) -> Result<Vec<Value>, CacheError> {
    let mut spelt: HashMap<String, usize> = HashMap::new();
    each(&mut |name, count| {
        if let Some(sum) = spelt.get_mut(name) {
            *sum += count;
        } else if !name.trim().is_empty() {
            spelt.insert(name.to_owned(), count);
        }
    })?;
    let mut spelt: Vec<(String, usize)> = spelt.into_iter().collect();
    spelt.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut values: Vec<Value> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (name, count) in spelt {
        let next = values.len();
        let place = *known.entry(fold::fold(&name)).or_insert(next);
        match values.get_mut(place) {
            Some(value) => value.count += count,
            None => values.push(Value { name, count }),
        }
    }
    Ok(values)
}
