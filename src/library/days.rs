//! Owns on which days the articles of a list appeared: how many on each. It refuses to know how they
//! are drawn.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::cache::CacheError;
use super::{Collection, Request, Standings};

/// The days on which articles appeared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Days {
    /// How many appeared on each day on which any did.
    pub counts: BTreeMap<Date, usize>,
    /// How many give no day.
    pub undated: usize,
}

impl Days {
    /// Counts articles of one day.
    pub fn add(&mut self, day: Option<Date>, count: usize) {
        match day {
            Some(day) => *self.counts.entry(day).or_default() += count,
            None => self.undated += count,
        }
    }

    /// Returns how many articles there are.
    pub fn total(&self) -> usize {
        self.undated + self.counts.values().sum::<usize>()
    }
}

impl Collection {
    /// Counts the articles a request shows by the day they appeared, whatever its window.
    pub fn days(&self, request: &Request, marks: &dyn Standings) -> Result<Days, CacheError> {
        match self {
            Self::Shelf(shelf) => Ok(shelf.days(request, marks)),
            Self::Cache(cache) => cache.days(request, marks),
        }
    }
}
