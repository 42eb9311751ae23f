//! Owns telling the pieces of a byline that name others than the authors: who took the pictures, who translated,
//! whom to follow. It refuses to read a name.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::label;
use crate::formats::fold::{by_certainty, fold};

/// Words of the labels of those who helped, folded; those are sure that need no "by" behind them.
static HELPERS: LazyLock<HashMap<String, bool>> = LazyLock::new(|| by_certainty(include_str!("helpers.txt")));
/// What a page invites to behind a byline, in lower case.
static TAILS: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("tails.txt").lines().filter(|line| !line.starts_with('#')).collect());
/// Words of a helper's label, at most.
const LONGEST: usize = 4;

/// Cuts off what a page invites to behind its byline: `Ada Morrow Leave a comment`.
pub(super) fn without_tail(line: &str) -> &str {
    let lower = line.to_lowercase();
    if lower.len() != line.len() {
        return line;
    }
    let ends_a_word = |at: usize, long: usize| {
        let before = lower.get(..at).and_then(|before| before.chars().next_back());
        let behind = lower.get(at + long..).and_then(|behind| behind.chars().next());
        before.is_some_and(|c| !c.is_alphanumeric()) && behind.is_none_or(|c| !c.is_alphanumeric())
    };
    let cuts = TAILS.iter().filter_map(|tail| lower.find(tail).filter(|at| ends_a_word(*at, tail.len())));
    cuts.min().and_then(|at| line.get(..at)).unwrap_or(line)
}

/// Returns the pieces of a byline that may name an author. A label holds for the pieces behind it, down to the
/// next: `Words: Ada Morrow, photos: Tom Abara, Jon Berg`; but `Words and photos: Ada Morrow` is one label.
pub(super) fn without_helpers(pieces: &[String]) -> Vec<&str> {
    let (mut helped, mut labelled) = (false, false);
    let mut own = Vec::new();
    for piece in pieces.iter().map(|piece| piece.trim()) {
        if let Some(name) = behind_label(piece) {
            helped = !labelled;
            own.extend(Some(name).filter(|_| labelled));
        } else if !helped || label::past(piece).len() < piece.len() {
            let cut = helper_in(piece);
            own.push(cut.and_then(|at| piece.get(..at)).unwrap_or(piece));
            helped = cut.is_some();
        }
        labelled = piece.contains(char::is_alphabetic) && label::is_all(piece);
    }
    own
}

/// Returns what stands behind the label of somebody who helped, where a piece begins with one.
fn behind_label(piece: &str) -> Option<&str> {
    let first = piece.split_whitespace().next()?;
    let is_sure = HELPERS.get(&fold(first.trim_end_matches([':', '：'])))?;
    let mut at = 0;
    for word in piece.split_inclusive(char::is_whitespace).take(LONGEST) {
        at += word.len();
        if ends_label(word) {
            return piece.get(at..);
        }
    }
    (*is_sure && first.len() < piece.len()).then(|| piece.get(first.len()..)).flatten()
}

/// Returns where, behind a name, the label of somebody who helped begins.
fn helper_in(piece: &str) -> Option<usize> {
    for (word, rest) in label::words(piece).skip(1) {
        let Some(is_sure) = HELPERS.get(&fold(word.trim_end_matches([':', '：']))) else { continue };
        let labels = || rest.split_whitespace().take(LONGEST - 1).any(ends_label);
        if ends_label(word) || *is_sure || labels() {
            return Some(piece.len() - rest.len()).and_then(|end| piece.get(..end)?.rfind(word));
        }
    }
    None
}

/// Says whether a word ends a label: one for "by", or one with a colon.
fn ends_label(word: &str) -> bool {
    let word = word.trim();
    word.ends_with([':', '：']) || label::is_by(word)
}
