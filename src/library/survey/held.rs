//! Owns surveys of articles held in memory: every one is looked at. It refuses to be quick about
//! more of them than memory holds.

use std::collections::HashMap;

use super::outlets::{Met, See};
use super::{Findings, Library, Survey};
use crate::article::ArticleId;
use crate::library::cache::CacheError;
use crate::library::{Entry, Row, Shelf};

impl Shelf {
    /// Answers a question about the library as a whole.
    pub fn survey(&self, survey: &Survey) -> Result<Findings, CacheError> {
        super::answer(survey, self)
    }

    fn numbered(&self, fits: impl Fn(&Entry) -> bool) -> Vec<u32> {
        let has = |article: &u32| self.versions_at(*article).any(&fits);
        (0u32..).zip(self.entries()).map(|(article, _)| article).filter(has).collect()
    }
}

impl Library for Shelf {
    fn owning(&self, key: u64) -> Result<Vec<u32>, CacheError> {
        Ok(self.numbered(|entry| entry.ties.own.contains(&key)))
    }

    fn citing(&self, key: u64) -> Result<Vec<u32>, CacheError> {
        Ok(self.numbered(|entry| entry.ties.cites.contains(&key)))
    }

    fn row(&self, article: u32) -> Result<Option<Row>, CacheError> {
        Ok(self.entry(article).map(|entry| entry.row.clone()))
    }

    fn id(&self, article: u32) -> Option<ArticleId> {
        self.entry(article).map(|entry| entry.id)
    }

    fn count(&self) -> usize {
        self.len()
    }

    fn each_outlet(&self, see: See<'_>) -> Result<(), CacheError> {
        for entry in self.entries() {
            let day = entry.row.published.map(|published| published.at.day);
            if let Some(name) = entry.row.outlet.as_deref() {
                see(Met { name, day, articles: 1, citations: 0 });
            }
            for name in &entry.ties.publishers {
                see(Met { name, day, articles: 0, citations: 1 });
            }
        }
        Ok(())
    }

    fn having(&self, words: &[&str], most: usize) -> Result<Vec<Vec<u32>>, CacheError> {
        let places: HashMap<&str, usize> = words.iter().copied().zip(0..).collect();
        let mut having: Vec<Vec<u32>> = vec![Vec::new(); words.len()];
        for (article, entry) in (0u32..).zip(self.entries()) {
            for word in entry.folded.text.split(' ').chain(entry.folded.title.split(' ')) {
                let Some(found) = places.get(word).and_then(|place| having.get_mut(*place)) else { continue };
                if found.last() != Some(&article) {
                    found.push(article);
                }
            }
        }
        having.iter_mut().filter(|found| found.len() > most).for_each(Vec::clear);
        Ok(having)
    }
}
