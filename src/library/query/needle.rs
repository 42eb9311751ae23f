//! Owns what is looked for in folded text and where it stands there: words side by side, or one word by a
//! regular expression. It refuses to know fields and articles.

use std::ops::Range;

use memchr::memmem;
use regex::{Regex, RegexBuilder};

use crate::library::fold;

/// Bytes a compiled expression may take; one that people type takes a few thousand.
const LARGEST: usize = 1 << 20;

/// What is looked for in folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::library) enum Needle {
    /// Folded words as they stand in [`fold::Folded`]: a space at an end means that a word has to start or
    /// end there.
    Words(String),
    /// A whole word that a regular expression describes.
    Word(WordRegex),
}

/// A regular expression for one folded word. Words of scripts without spaces are none of its business: where
/// they begin and end nobody has written.
#[derive(Debug, Clone)]
pub(in crate::library) struct WordRegex {
    folded: String,
    /// Matches where a word begins, and mostly up to where one ends.
    regex: Regex,
}

impl PartialEq for WordRegex {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl Eq for WordRegex {}

impl WordRegex {
    /// Reads what was typed between slashes; `None` if it asks for nothing, else what is wrong in a few words.
    pub(super) fn parse(typed: &str) -> Result<Option<Self>, String> {
        let folded = folded(typed);
        if folded.is_empty() {
            return Ok(None);
        }
        // By itself first: what is put around it must not make a good one of `a)|(b`.
        Regex::new(&folded).map_err(|error| first_fault(&error))?;
        let regex = RegexBuilder::new(&format!("^(?:{folded})$"))
            .multi_line(true)
            .line_terminator(b' ')
            .size_limit(LARGEST)
            .build()
            .map_err(|error| first_fault(&error))?;
        Ok(Some(Self { folded, regex }))
    }

    /// Returns the expression as the folded words are asked for it.
    pub(super) fn as_str(&self) -> &str {
        &self.folded
    }

    /// Says whether a folded word is as the expression describes.
    pub(in crate::library) fn fits(&self, word: &str) -> bool {
        !word.is_empty() && word != "|" && !fold::is_unspaced(word) && self.regex.is_match(word)
    }

    /// Returns the next word of a folded text that fits, from a byte on.
    fn next(&self, text: &str, mut from: usize) -> Option<Range<usize>> {
        while from <= text.len() {
            let start = self.regex.find_at(text, from)?.start();
            let rest = text.get(start..)?;
            let word = rest.split(' ').next().unwrap_or_default();
            // `[^a]` takes a space for a letter like any other: the word is asked for by itself.
            if self.fits(word) {
                return Some(start..start + word.len());
            }
            from = start + word.len() + 1;
        }
        None
    }
}

/// Folds the letters of an expression, and leaves what a backslash stands before.
fn folded(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    let mut chars = typed.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            out.push(c);
            out.extend(chars.next());
        } else if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else {
            out.extend(fold::tokens(c.encode_utf8(&mut [0; 4])).map(|token| token.folded));
        }
    }
    out
}

fn first_fault(error: &regex::Error) -> String {
    match error {
        regex::Error::CompiledTooBig(_) => "too large".to_owned(),
        error => {
            let said = error.to_string();
            let last = said.lines().next_back().unwrap_or_default();
            last.trim_start_matches("error: ").to_owned()
        }
    }
}

impl Needle {
    /// Makes it ready for many texts.
    pub(in crate::library) fn finder(&self) -> Finder<'_> {
        match self {
            Self::Words(words) => Finder::Words(Box::new(memmem::Finder::new(words))),
            Self::Word(regex) => Finder::Word(regex),
        }
    }

    /// Says whether every text that has this needle surely has `other` too.
    pub(super) fn implies(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Words(own), Self::Words(other)) => own.contains(other),
            _ => self == other,
        }
    }
}

/// A needle made ready for many texts.
#[derive(Debug)]
pub(in crate::library) enum Finder<'q> {
    Words(Box<memmem::Finder<'q>>),
    Word(&'q WordRegex),
}

impl Finder<'_> {
    /// Says whether a folded text has it.
    pub(in crate::library) fn is_in(&self, folded: &str) -> bool {
        match self {
            Self::Words(finder) => finder.find(folded.as_bytes()).is_some(),
            Self::Word(regex) => regex.next(folded, 0).is_some(),
        }
    }

    /// Returns where it stands in a folded text, without the spaces around it, in order.
    pub(super) fn places<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let (place, next) = self.next(folded, from)?;
            from = next;
            Some(place)
        })
    }

    /// Returns the next place from a byte on, and where to go on.
    fn next(&self, folded: &str, from: usize) -> Option<(Range<usize>, usize)> {
        match self {
            Self::Words(finder) => {
                let at = from + finder.find(folded.as_bytes().get(from..)?)?;
                let needle = finder.needle();
                let length = needle.trim_ascii_end().len();
                let place = at + usize::from(needle.starts_with(b" "))..at + length;
                // Two words share the space between them: a search goes on at the last byte of what it found.
                Some((place, at + length.max(1)))
            }
            Self::Word(regex) => regex.next(folded, from).map(|place| (place.clone(), place.end)),
        }
    }
}
