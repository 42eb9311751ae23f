//! Owns looking for words in the open article: the matches, in reading order, and the one the reader
//! is at. It refuses to scroll.

use std::ops::Range;

use crate::library::Query;

/// What is looked for, and where it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Find {
    /// What the reader typed.
    pub words: String,
    query: Query,
    matches: Vec<Range<usize>>,
    current: usize,
}

impl Find {
    /// Looks for what a query lights up; starts at the first match at or after byte `from`.
    pub fn new(words: &str, prose: &str, from: usize) -> Self {
        let query = Query::parse(words).unwrap_or_default();
        let mut find = Self { words: words.to_owned(), query, ..Self::default() };
        find.search(prose);
        find.current = find.matches.iter().position(|m| m.start >= from).unwrap_or(0);
        find
    }

    /// As [`Self::new`], for words typed to be found in the article: several are looked for as a phrase, and each
    /// by itself only if the phrase is nowhere.
    pub fn typed(words: &str, prose: &str, from: usize) -> Self {
        let several = words.split_whitespace().nth(1).is_some() && !words.contains(['"', '“', '„', '«']);
        // The quotes stay open: the last word is still being typed.
        let phrase = several.then(|| Self::new(&format!("\"{words}"), prose, from));
        match phrase.filter(|phrase| !phrase.matches.is_empty()) {
            Some(phrase) => Self { words: words.to_owned(), ..phrase },
            None => Self::new(words, prose, from),
        }
    }

    /// Looks again in prose that changed.
    pub fn search(&mut self, prose: &str) {
        self.matches = self.query.matches(prose);
        self.current = self.current.min(self.matches.len().saturating_sub(1));
    }

    /// Goes on to the next match, round at the end.
    pub fn step(&mut self, forward: bool) {
        let total = self.matches.len();
        if total > 0 {
            self.current = (self.current + if forward { 1 } else { total - 1 }) % total;
        }
    }

    /// Returns the match the reader is at.
    pub fn current(&self) -> Option<&Range<usize>> {
        self.matches.get(self.current)
    }

    /// Returns every match, in order, byte ranges of the prose.
    pub fn matches(&self) -> &[Range<usize>] {
        &self.matches
    }

    /// Says `3/14`; nothing where there is no match.
    pub fn count(&self) -> Option<String> {
        let total = self.matches.len();
        (total > 0).then(|| format!("{}/{total}", self.current + 1))
    }
}
