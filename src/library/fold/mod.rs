//! Owns the one fold and the one tokeniser: how words are made comparable, for the library, for find
//! in an article and for what is lit. It refuses to know queries.
//!
//! A word is folded by case, diacritics (`é` written either way), `œ ß ø ł đ`, width forms and the
//! marks that Arabic and Hebrew may leave out. Elided articles go and the words close up (`l’armée` →
//! `armee`, `Alep's` → `alep`), other apostrophes close (`don't` → `dont`), hyphens and no-break
//! spaces part words. Scripts without spaces give one word a run, found by any part of it.

mod letters;
mod words;

pub use words::{Token, Tokens, place_of, tokens};

use words::Cutter;

/// The words of an article, folded, one string a field. Each word stands between single spaces, the
/// first and the last too, so that `" word "` finds a whole word and `" wor"` the start of one; `|`
/// parts values that no phrase may bridge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// Headline.
    pub title: String,
    /// Byline.
    pub author: String,
    /// Sources and outlet.
    pub source: String,
    /// Tags.
    pub tag: String,
    /// Everything else the article says, and exactly the words of [`super::Entry::text`].
    pub text: String,
    /// The folders and the name of its file.
    pub path: String,
}

/// Says whether a folded word is of a script without spaces, so that any part of it may be a word.
pub fn is_unspaced(word: &str) -> bool {
    word.chars().next().is_some_and(letters::is_part_of_run)
}

/// Returns the words of a folded text; they are short, and a look at every byte finds their ends soonest.
pub fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    let mut rest = folded;
    std::iter::from_fn(move || {
        rest = rest.get(rest.bytes().position(|byte| byte != b' ')?..)?;
        let end = rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(word)
    })
}

/// Folds a text into one string of words between single spaces; empty when it has no words.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    fold_onto(text, &mut out);
    out
}

/// Folds several values into one string, with a `|` between them.
pub fn fold_values<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for value in values {
        let before = out.len();
        if before > 0 {
            out.push_str("| ");
        }
        let bare = out.len();
        fold_onto(value, &mut out);
        if out.len() == bare {
            out.truncate(before);
        }
    }
    out
}

/// Folds a text as [`fold`] does and tells where each word starts in the result and where it stands in
/// the text.
pub fn fold_with_places(text: &str) -> (String, Vec<(usize, std::ops::Range<usize>)>) {
    let mut folded = String::with_capacity(text.len() + 2);
    folded.push(' ');
    let mut places = Vec::with_capacity(text.len() / 5);
    let mut cutter = Cutter::new(text);
    loop {
        let start = folded.len();
        let Some((range, _)) = cutter.cut(&mut folded) else { return (folded, places) };
        places.push((start, range));
        folded.push(' ');
    }
}

fn fold_onto(text: &str, out: &mut String) {
    let mut cutter = Cutter::new(text);
    let opened = out.is_empty();
    if opened {
        out.push(' ');
    }
    let start = out.len();
    while cutter.cut(out).is_some() {
        out.push(' ');
    }
    if opened && out.len() == start {
        out.clear();
    }
}

#[cfg(test)]
mod tests;
