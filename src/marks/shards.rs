//! Owns the table of what was said of each article, in many small parts by the first digits of its id:
//! a part fits the processor's cache while it is filled, threads can fill different ones, and a copy
//! of the whole shares all that neither side changes. It refuses to know what was said.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use xxhash_rust::xxh3::xxh3_64;

use super::What;
use super::fields::Fields;
use crate::article::ArticleId;

/// How many parts there are; a power of two.
pub(super) const SHARDS: usize = 256;

/// What was said of the articles of one part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Shard(HashMap<ArticleId, Fields, BuildHasherDefault<Spread>>);

/// What was said of all articles. A copy costs little: parts are shared until one side changes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shards(Vec<Arc<Shard>>);

/// One thing said of an article, and when.
pub(super) type Word = (ArticleId, u64, What);

/// Returns the part that an article is in: the first eight bits of its id.
pub(super) fn shard_of(id: ArticleId) -> usize {
    usize::try_from(id.number() >> 56).unwrap_or_default() % SHARDS
}

impl Default for Shards {
    fn default() -> Self {
        Self(vec![Arc::default(); SHARDS])
    }
}

impl Shards {
    /// Puts parts together, the first for the lowest ids; there must be [`SHARDS`] of them.
    pub(super) fn of(parts: Vec<Shard>) -> Self {
        Self(parts.into_iter().map(Arc::new).collect())
    }

    pub(super) fn find(&self, id: ArticleId) -> Option<&Fields> {
        self.0.get(shard_of(id))?.0.get(&id)
    }

    pub(super) fn take(&mut self, (id, stamp, what): (ArticleId, u64, &What)) {
        if let Some(shard) = self.0.get_mut(shard_of(id)) {
            Arc::make_mut(shard).0.entry(id).or_default().take(stamp, what);
        }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (&ArticleId, &Fields)> {
        self.0.iter().flat_map(|shard| &shard.0)
    }
}

impl Shard {
    /// Makes the part of which all these piles of words are.
    pub(super) fn of(piles: impl IntoIterator<Item = Vec<Word>>) -> Self {
        let piles: Vec<Vec<Word>> = piles.into_iter().collect();
        let mut shard = Self::default();
        shard.0.reserve(piles.iter().map(Vec::len).sum());
        for (id, stamp, what) in piles.into_iter().flatten() {
            shard.0.entry(id).or_default().take(stamp, &what);
        }
        // Of an article that was read in many sittings there are many words.
        if shard.0.len() < shard.0.capacity() / 2 {
            shard.0.shrink_to_fit();
        }
        shard
    }
}

/// Spreads a key that is a hash already over all bits of the map's hash.
#[derive(Default)]
pub(super) struct Spread(u64);

impl Hasher for Spread {
    fn write_u64(&mut self, key: u64) {
        self.0 = (self.0 ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }

    fn write(&mut self, bytes: &[u8]) {
        self.write_u64(xxh3_64(bytes));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
