//! Owns which articles are like one, and why: those that share sources first, then those that share
//! rare words. It refuses to call anything related without saying the reason.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Library, SourceKeys, tied};
use crate::article::ArticleId;
use crate::library::Row;
use crate::library::cache::CacheError;
use crate::library::fold::tokens;

/// Articles listed.
const LISTED: usize = 20;
/// Letters of a word that may tell articles apart.
const SHORTEST: usize = 4;
/// Words looked up.
const ASKED: usize = 400;
/// Words named as a reason.
const NAMED: usize = 3;

/// An article that is like another.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// The article.
    pub row: Row,
    /// Why.
    pub reason: Reason,
}

/// Why an article is like another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reason {
    /// Whether one of them cites the other.
    pub cites: bool,
    /// How many works both cite.
    pub sources: usize,
    /// Rare words both use, the rarest first, as the one asked about writes them.
    pub words: Vec<String>,
}

pub(super) fn find(
    id: ArticleId,
    own: &[u64],
    sources: &[SourceKeys],
    text: &str,
    library: &dyn Library,
) -> Result<Vec<Related>, CacheError> {
    let mut found: BTreeMap<u32, (Reason, f64)> = BTreeMap::new();
    for keys in sources {
        for article in tied::citing(&keys.work, library)? {
            found.entry(article).or_default().0.sources += 1;
        }
        for key in &keys.meant {
            for article in library.owning(*key)? {
                found.entry(article).or_default().0.cites = true;
            }
        }
    }
    for article in tied::citing(own, library)? {
        found.entry(article).or_default().0.cites = true;
    }
    share_words(text, library, &mut found)?;
    let mut ranked: Vec<(u32, Reason, f64)> = found
        .into_iter()
        .filter(|(article, (reason, _))| library.id(*article) != Some(id) && reason.is_enough())
        .map(|(article, (reason, worth))| (article, reason, worth))
        .collect();
    ranked.sort_by(|a, b| b.1.rank().cmp(&a.1.rank()).then(b.2.total_cmp(&a.2)).then(a.0.cmp(&b.0)));
    let mut listed = Vec::new();
    for (article, reason, _) in ranked.into_iter().take(LISTED) {
        listed.extend(library.row(article)?.map(|row| Related { row, reason }));
    }
    // Copies of an article are one row.
    let mut seen = BTreeSet::new();
    listed.retain(|related: &Related| seen.insert(related.row.id));
    Ok(listed)
}

impl Reason {
    /// One rare word is chance, two are not.
    fn is_enough(&self) -> bool {
        self.cites || self.sources > 0 || self.words.len() > 1
    }

    fn rank(&self) -> (usize, bool) {
        (self.sources, self.cites)
    }
}

/// Adds the rare words articles share with a text, and what they are worth together.
fn share_words(
    text: &str,
    library: &dyn Library,
    found: &mut BTreeMap<u32, (Reason, f64)>,
) -> Result<(), CacheError> {
    let words = rare_candidates(text);
    let count = library.count().max(1);
    let asked: Vec<&str> = words.iter().map(|(folded, _)| folded.as_str()).collect();
    let most = (count / 50).clamp(4, 2000).min(count / 2);
    let mut having: Vec<(&str, Vec<u32>)> =
        words.iter().map(|(_, shown)| shown.as_str()).zip(library.having(&asked, most)?).collect();
    having.retain(|(_, articles)| articles.len() > 1);
    having.sort_by_key(|(_, articles)| articles.len());
    for (word, articles) in having {
        #[expect(clippy::cast_precision_loss, reason = "a weight, not a count")]
        let worth = (count as f64 / articles.len() as f64).ln();
        for article in articles {
            let (reason, sum) = found.entry(article).or_default();
            *sum += worth;
            if reason.words.len() < NAMED {
                reason.words.push(word.to_owned());
            }
        }
    }
    Ok(())
}

/// Returns the words of a text that may be rare, folded and as written, those used often first.
fn rare_candidates(text: &str) -> Vec<(String, String)> {
    let mut words: HashMap<String, (usize, String)> = HashMap::new();
    for token in tokens(text) {
        let letters = token.folded.chars().count();
        let fits = if token.unspaced { (2..=6).contains(&letters) } else { letters >= SHORTEST };
        if fits && token.folded.chars().any(char::is_alphabetic) {
            let shown = text.get(token.range).unwrap_or_default().to_owned();
            words.entry(token.folded).or_insert((0, shown)).0 += 1;
        }
    }
    let mut words: Vec<(String, (usize, String))> = words.into_iter().collect();
    words.sort_by(|a, b| b.1.0.cmp(&a.1.0).then_with(|| a.0.cmp(&b.0)));
    words.into_iter().take(ASKED).map(|(folded, (_, shown))| (folded, shown)).collect()
}
