//! Owns which article was marked last under a path: a hint, by the hash of the path, so a clash costs
//! nothing. It refuses to sort before somebody asks: most runs never do.

use std::collections::HashMap;
use std::sync::OnceLock;

use xxhash_rust::xxh3::xxh3_64;

use crate::article::ArticleId;

/// The articles last marked under paths.
#[derive(Debug, Clone, Default)]
pub(super) struct Paths {
    /// Everything that was said: the path's hash, when, and of which article.
    said: Vec<(u64, u64, ArticleId)>,
    latest: OnceLock<HashMap<u64, (u64, ArticleId)>>,
}

impl Paths {
    pub(super) fn with_room(lines: usize) -> Self {
        Self { said: Vec::with_capacity(lines), latest: OnceLock::new() }
    }

    /// Takes in that an article was marked under a path.
    pub(super) fn take(&mut self, path: &[u8], stamp: u64, article: ArticleId) {
        let said = (xxh3_64(path), stamp, article);
        self.said.push(said);
        if let Some(latest) = self.latest.get_mut() {
            settle(latest, said);
        }
    }

    /// Takes in what others say.
    pub(super) fn join(&mut self, mut others: Self) {
        self.said.append(&mut others.said);
        self.latest.take();
    }

    /// Finds the article that was marked last under a path.
    pub(super) fn find(&self, path: &str) -> Option<ArticleId> {
        self.latest().get(&xxh3_64(path.as_bytes())).map(|(_, id)| *id)
    }

    fn latest(&self) -> &HashMap<u64, (u64, ArticleId)> {
        self.latest.get_or_init(|| {
            let mut latest = HashMap::with_capacity(self.said.len());
            self.said.iter().for_each(|said| settle(&mut latest, *said));
            latest
        })
    }
}

fn settle(latest: &mut HashMap<u64, (u64, ArticleId)>, (path, stamp, article): (u64, u64, ArticleId)) {
    let last = latest.entry(path).or_insert((stamp, article));
    *last = (*last).max((stamp, article));
}

/// Two are the same that give the same answers.
impl PartialEq for Paths {
    fn eq(&self, other: &Self) -> bool {
        self.latest() == other.latest()
    }
}

impl Eq for Paths {}
