//! Owns which articles are like one, and why: those that share sources first, then those that share
//! rare words. It refuses to call anything related without saying the reason.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Library, SourceKeys, tied};
use crate::article::ArticleId;
use crate::formats::language::Idle;
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
/// Articles from which on the library itself tells which words are rare. In fewer, most words of a
/// language are in one or two, and only those the article makes much of say what it is about.
const ENOUGH: usize = 500;
/// Of how many words one has to be a word that an article makes much of; twice it has to be there at least.
const MUCH: usize = 200;
/// How many of a hundred words may have a capital inside a sentence where capitals mark names: in
/// German they mark every noun.
const CAPITALS: usize = 12;

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
    let count = library.count().max(1);
    let words = rare_candidates(text, count < ENOUGH);
    let asked: Vec<&str> = words.iter().map(|(folded, _)| folded.as_str()).collect();
    let most = (count / 50).clamp(2, 2000).min(count / 2);
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

/// What a text does with a word.
#[derive(Debug, Default)]
struct Use {
    times: usize,
    /// How often it has a capital that no sentence gave it.
    capitals: usize,
    /// As it was written first.
    shown: String,
}

/// Returns the words of a text that may be rare, folded and as written, those used often first; in a
/// `small` library only names and words that the text makes much of.
fn rare_candidates(text: &str, small: bool) -> Vec<(String, String)> {
    let mut words: HashMap<String, Use> = HashMap::new();
    let (mut all, mut capitals) = (0, 0);
    for token in tokens(text) {
        let letters = token.folded.chars().count();
        let shown = text.get(token.range.clone()).unwrap_or_default();
        let is_name = shown.starts_with(char::is_uppercase) && !opens(text, token.range.start);
        all += 1;
        capitals += usize::from(is_name);
        let fits = if token.unspaced { (2..=6).contains(&letters) } else { letters >= SHORTEST };
        if fits && token.folded.chars().any(char::is_alphabetic) {
            let word = words.entry(token.folded).or_default();
            word.times += 1;
            word.capitals += usize::from(is_name);
            if word.shown.is_empty() {
                shown.clone_into(&mut word.shown);
            }
        }
    }
    let names = capitals * 100 < all * CAPITALS;
    let mut words: Vec<(String, Use)> = words.into_iter().collect();
    let much = (all / MUCH).max(2);
    words.retain(|(_, word)| !small || word.times >= much || names && word.capitals > 0);
    let idle = Idle::of(text);
    words.retain(|(_, word)| !idle.has(&word.shown.to_lowercase()));
    words.sort_by(|a, b| b.1.times.cmp(&a.1.times).then_with(|| a.0.cmp(&b.0)));
    words.into_iter().take(ASKED).map(|(folded, word)| (folded, word.shown)).collect()
}

/// Says whether a sentence or a line begins at a byte of a text.
fn opens(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let before = before.trim_end_matches(|c: char| c == ' ' || "\u{a0}\"'«“‘(—–-".contains(c));
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '…', '\n', '”', '»', '。'])
}
