//! Owns outlets as things in themselves: how much each published of the library, how often it is
//! cited, when. It refuses to rank them.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::Library;
use crate::article::Text;
use crate::library::cache::CacheError;
use crate::library::fold::fold;

/// How often an outlet is met, by year.
pub type Years = BTreeMap<i16, usize>;

/// Takes an article's outlet, day and publishers of what it cites.
pub(super) type See<'a> = &'a mut dyn FnMut(Met<'_>);

/// Something met while outlets are gathered: so many articles of one day that are by it or cite it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Met<'a> {
    /// The outlet as it is written.
    pub(super) name: &'a str,
    /// When the articles appeared.
    pub(super) day: Option<Date>,
    /// How many of them it published.
    pub(super) articles: usize,
    /// How often they cite it.
    pub(super) citations: usize,
}

/// A publisher as a thing in itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outlet {
    /// Its name as it is written most often.
    pub name: Text,
    /// How many articles of the library it published.
    pub articles: usize,
    /// How often the library's articles cite it.
    pub citations: usize,
    /// The day of the first article by it or citing it.
    pub first: Option<Date>,
    /// That of the last.
    pub last: Option<Date>,
    /// How many articles by it or citations of it each year has; what has no day is left out.
    pub years: Years,
}

/// Gathers the outlets of a library, in no order.
pub(super) fn gather(library: &dyn Library) -> Result<Vec<Outlet>, CacheError> {
    let mut written: HashMap<String, Outlet> = HashMap::new();
    library.each_outlet(&mut |met| {
        if let Some(outlet) = written.get_mut(met.name) {
            outlet.meet(met);
        } else {
            let mut outlet = Outlet { name: Text::line(met.name), ..Outlet::default() };
            outlet.meet(met);
            written.insert(met.name.to_owned(), outlet);
        }
    })?;
    let mut spellings: Vec<Outlet> = written.into_values().filter(|outlet| !outlet.name.is_empty()).collect();
    // The usual spelling first, so that it names the outlet.
    spellings.sort_by(|a, b| b.weight().cmp(&a.weight()).then_with(|| a.name.cmp(&b.name)));
    let mut outlets: Vec<Outlet> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for spelling in spellings {
        let next = outlets.len();
        let place = *known.entry(fold(&spelling.name)).or_insert(next);
        match outlets.get_mut(place) {
            Some(outlet) => outlet.join(spelling),
            None => outlets.push(spelling),
        }
    }
    Ok(outlets)
}

impl Outlet {
    /// Returns how often it is met at all.
    pub fn weight(&self) -> usize {
        self.articles + self.citations
    }

    fn meet(&mut self, met: Met<'_>) {
        self.articles += met.articles;
        self.citations += met.citations;
        if let Some(day) = met.day {
            self.first = Some(self.first.map_or(day, |first| first.min(day)));
            self.last = Some(self.last.map_or(day, |last| last.max(day)));
            *self.years.entry(day.year()).or_default() += met.articles + met.citations;
        }
    }

    fn join(&mut self, other: Self) {
        self.articles += other.articles;
        self.citations += other.citations;
        self.first = [self.first, other.first].into_iter().flatten().min();
        self.last = [self.last, other.last].into_iter().flatten().max();
        for (year, count) in other.years {
            *self.years.entry(year).or_default() += count;
        }
    }
}
