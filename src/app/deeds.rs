//! Owns how what a reader did with articles is told, in one line. It refuses to do it.

use crate::article::ArticleId;
use crate::marks::{Change, What};
use crate::words::Words;

/// Tells what changes did.
pub fn done(words: &Words, changes: &[Change]) -> String {
    told(words, changes.iter().map(|change| (change.article, &change.what)))
}

/// Tells what changes took back.
pub fn undone(words: &Words, changes: &[Change]) -> String {
    let before =
        |change: &Change| change.part.as_ref().map_or(change.what.clone(), |part| part.before.clone());
    let before: Vec<(ArticleId, What)> =
        changes.iter().map(|change| (change.article, before(change))).collect();
    told(words, before.iter().map(|(id, what)| (*id, what)))
}

/// Tells one deed, and how many articles it was done to if there are more than one.
pub fn told<'a>(words: &Words, deeds: impl Iterator<Item = (ArticleId, &'a What)>) -> String {
    let mut first = None;
    let mut articles = Vec::new();
    for (id, what) in deeds.filter(|(_, what)| !matches!(what, What::Was(_))) {
        first.get_or_insert(what);
        articles.push(id);
    }
    articles.sort_unstable();
    articles.dedup();
    let deed = first.map_or_else(|| words.say("deed-other").to_owned(), |what| named(words, what));
    if articles.len() < 2 {
        return deed;
    }
    words.with("deed-to-many", &[("deed", deed.into()), ("count", articles.len().into())])
}

fn named(words: &Words, what: &What) -> String {
    let key = match what {
        What::Read(true) => "deed-read",
        What::Read(false) => "deed-unread",
        What::Finished(true) => "deed-finished",
        What::Finished(false) => "deed-unfinished",
        What::Starred(true) => "deed-starred",
        What::Starred(false) => "deed-unstarred",
        What::Later(true) => "deed-later",
        What::Later(false) => "deed-not-later",
        What::Hidden(true) => "deed-hidden",
        What::Hidden(false) => "deed-unhidden",
        What::Tag(name, true) => return words.with("deed-tagged", &[("tag", name.as_str().into())]),
        What::Tag(name, false) => return words.with("deed-untagged", &[("tag", name.as_str().into())]),
        What::Note(note) if note.is_empty() => "deed-note-gone",
        What::Note(_) => "deed-noted",
        What::Highlight(_, Some(_)) => "deed-highlighted",
        What::Highlight(_, None) => "deed-highlight-gone",
        What::Place(_) | What::Was(_) => "deed-other",
    };
    words.say(key).to_owned()
}
