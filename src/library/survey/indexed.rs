//! Owns surveys of articles in the cache. It refuses to know how the index is laid out.

use super::Library;
use super::outlets::See;
use crate::article::ArticleId;
use crate::library::Row;
use crate::library::cache::{Cache, CacheError, Key};

impl Library for Cache {
    fn owning(&self, key: u64) -> Result<Vec<u32>, CacheError> {
        self.keyed(Key::Own(key))
    }

    fn citing(&self, key: u64) -> Result<Vec<u32>, CacheError> {
        self.keyed(Key::Cites(key))
    }

    fn row(&self, article: u32) -> Result<Option<Row>, CacheError> {
        self.numbered(article)
    }

    fn id(&self, article: u32) -> Option<ArticleId> {
        self.name(article)
    }

    fn count(&self) -> usize {
        self.len()
    }

    fn each_outlet(&self, see: See<'_>) -> Result<(), CacheError> {
        self.publishers(&mut |name, day, articles, citations| {
            see(super::outlets::Met { name, day, articles, citations });
        })
    }

    fn having(&self, words: &[&str], most: usize) -> Result<Vec<Vec<u32>>, CacheError> {
        words.iter().map(|word| self.with_word(word, most)).collect()
    }
}
