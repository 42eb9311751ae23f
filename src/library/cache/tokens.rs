//! Owns how folded words become terms of the index, and which terms the words of a query ask for. It
//! refuses to fold: that is done once, in [`crate::library::fold`].
//!
//! A word is one term. A run of a script without spaces gives its pairs of neighbouring characters and
//! its last character alone, each one place further, so that any part of it is a phrase of pairs and a
//! single character the start of one.

use rustc_hash::FxHashMap;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::library::fold;

/// Times a start of a word counts in one text; no more are asked for.
const TIMES: u8 = 10;

/// Cuts folded text into terms.
#[derive(Debug, Clone, Copy)]
pub(super) struct Folded;

/// Cuts folded text into the first letter and the first two letters of its terms.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edges;

/// Gives the terms of a folded text and their places.
fn terms<'a>(folded: &'a str, give: &mut dyn FnMut(&'a str, usize)) {
    let mut place = 0;
    for word in fold::words_of(folded) {
        if word == "|" {
            place += 1;
        } else if fold::is_unspaced(word) {
            place = pairs(word, place, give);
        } else {
            give(word, place);
            place += 1;
        }
    }
}

/// Gives the pairs of a run and its last character; returns the place after it.
fn pairs<'a>(run: &'a str, mut place: usize, give: &mut dyn FnMut(&'a str, usize)) -> usize {
    for (start, first) in run.char_indices() {
        let second = start + first.len_utf8();
        let end = run.get(second..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        give(run.get(start..second + end).unwrap_or_default(), place);
        place += 1;
    }
    place
}

/// Terms at hand, given one by one.
pub(super) struct Terms<'a> {
    terms: std::vec::IntoIter<(&'a str, usize)>,
    token: Token,
}

impl<'a> Terms<'a> {
    fn new(terms: Vec<(&'a str, usize)>) -> Self {
        Self { terms: terms.into_iter(), token: Token::default() }
    }
}

impl Tokenizer for Folded {
    type TokenStream<'a> = Terms<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Terms<'a> {
        let mut all = Vec::with_capacity(text.len() / 5);
        terms(text, &mut |term, place| all.push((term, place)));
        Terms::new(all)
    }
}

impl Tokenizer for Edges {
    type TokenStream<'a> = Terms<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Terms<'a> {
        let mut times: FxHashMap<&str, u8> = FxHashMap::default();
        let mut all = Vec::new();
        terms(text, &mut |term, _| {
            for edge in edges(term) {
                let times = times.entry(edge).or_default();
                if *times < TIMES {
                    *times += 1;
                    all.push((edge, all.len()));
                }
            }
        });
        Terms::new(all)
    }
}

/// Returns the first letter and the first two letters of a term; of a pair, which no open word is
/// the start of, the first alone.
fn edges(term: &str) -> impl Iterator<Item = &str> {
    let mut ends = term.char_indices().map(|(at, c)| at + c.len_utf8());
    let one = ends.next();
    let two = ends.next().filter(|_| !fold::is_unspaced(term));
    [one, two].into_iter().flatten().filter_map(move |end| term.get(..end))
}

impl TokenStream for Terms<'_> {
    fn advance(&mut self) -> bool {
        let Some((term, place)) = self.terms.next() else { return false };
        self.token.text.clear();
        self.token.text.push_str(term);
        self.token.position = place;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// What words ask of the index: terms one after the other, and after them perhaps the start of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    /// The whole terms.
    pub(super) terms: Vec<String>,
    /// The start of the term that follows them.
    pub(super) start: Option<String>,
}

impl Pattern {
    /// Reads the words of a needle of the query language; see [`crate::library::query`].
    pub(super) fn of(needle: &str) -> Self {
        let mut all: Vec<String> = Vec::new();
        terms(needle, &mut |term, _| all.push(term.to_owned()));
        if needle.ends_with(' ') {
            return Self { terms: all, start: None };
        }
        let last = needle.rsplit(' ').next().unwrap_or_default();
        let start = all.pop();
        // A run's last character is asked for by the pair before it, unless it stands alone.
        let implied = fold::is_unspaced(last) && last.chars().nth(1).is_some();
        Self { terms: all, start: start.filter(|_| !implied) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(mut tokenizer: impl Tokenizer, text: &str) -> Vec<(String, usize)> {
        let mut stream = tokenizer.token_stream(text);
        let mut all = Vec::new();
        while stream.advance() {
            all.push((stream.token().text.clone(), stream.token().position));
        }
        all
    }

    fn places(text: &str) -> String {
        let all = cut(Folded, &fold::fold(text));
        all.iter().map(|(term, place)| format!("{place}{term}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_are_terms_and_runs_are_pairs() {
        assert_eq!(places("L’armée, à Alep"), "0armee 1a 2alep");
        assert_eq!(places("東京大でAI技術"), "0東京 1京大 2大で 3で 4ai 5技術 6術");
    }

    #[test]
    fn values_do_not_touch() {
        let values = cut(Folded, &fold::fold_values(["deep sea", "port"]));
        assert_eq!(values.last(), Some(&("port".to_owned(), 3)));
    }

    #[test]
    fn edges_are_the_first_two_letters_and_ten_times_enough() {
        let edges =
            |text: &str| cut(Edges, &fold::fold(text)).into_iter().map(|(e, _)| e).collect::<Vec<_>>();
        assert_eq!(edges("été à 東京"), ["e", "et", "a", "東", "京"]);
        assert_eq!(edges(&"b ".repeat(30)).len(), 10);
    }

    #[test]
    fn a_needle_asks_for_terms_and_a_start() {
        let read = |needle: &str| {
            let Pattern { terms, start } = Pattern::of(needle);
            format!("{} {}", terms.join("+"), start.map(|s| s + "…").unwrap_or_default())
        };
        assert_eq!(read(" tre"), " tre…");
        assert_eq!(read(" lamp of "), "lamp+of ");
        assert_eq!(read(" lamp of th"), "lamp+of th…");
        assert_eq!(read("港"), " 港…");
        assert_eq!(read("灯りを"), "灯り+りを ");
        assert_eq!(read("大で ai 技"), "大で+で+ai 技…");
    }
}
