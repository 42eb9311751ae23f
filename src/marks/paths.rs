//! Owns which article was marked last under a path: a hint, by the hash of the path, so a clash costs
//! nothing. It refuses to sort before somebody asks: most runs never do.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use xxhash_rust::xxh3::xxh3_64;

use crate::article::ArticleId;

/// One thing said of a path: its hash, when, and of which article.
pub(super) type Said = (u64, u64, ArticleId);

/// Notes that an article was marked under a path.
pub(super) fn said(path: &[u8], stamp: u64, article: ArticleId) -> Said {
    (xxh3_64(path), stamp, article)
}

/// The articles last marked under paths. Copies share what was read.
#[derive(Debug, Clone, Default)]
pub(super) struct Paths {
    /// Everything that journals said.
    read: Arc<Vec<Vec<Said>>>,
    /// What was said since.
    since: Vec<Said>,
    latest: OnceLock<Arc<HashMap<u64, (u64, ArticleId)>>>,
}

impl Paths {
    /// Keeps what journals said.
    pub(super) fn of(read: Vec<Vec<Said>>) -> Self {
        Self { read: Arc::new(read), ..Self::default() }
    }

    /// Takes in that an article was marked under a path.
    pub(super) fn take(&mut self, path: &[u8], stamp: u64, article: ArticleId) {
        let said = said(path, stamp, article);
        self.since.push(said);
        if let Some(latest) = self.latest.get_mut() {
            settle(Arc::make_mut(latest), said);
        }
    }

    /// Finds the article that was marked last under a path.
    pub(super) fn find(&self, path: &str) -> Option<ArticleId> {
        self.latest().get(&xxh3_64(path.as_bytes())).map(|(_, id)| *id)
    }

    /// Returns the hashes of the paths under which one of these articles was marked last.
    pub(super) fn of_articles(&self, ids: &HashSet<ArticleId>) -> HashSet<u64> {
        self.latest().iter().filter(|(_, (_, id))| ids.contains(id)).map(|(path, _)| *path).collect()
    }

    fn latest(&self) -> &HashMap<u64, (u64, ArticleId)> {
        self.latest.get_or_init(|| {
            let mut latest = HashMap::new();
            let said = self.read.iter().flatten().chain(&self.since);
            said.for_each(|said| settle(&mut latest, *said));
            Arc::new(latest)
        })
    }
}

fn settle(latest: &mut HashMap<u64, (u64, ArticleId)>, (path, stamp, article): Said) {
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
