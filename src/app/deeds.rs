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
    let (mut done, mut articles) = (Vec::new(), Vec::new());
    for (id, what) in deeds.filter(|(_, what)| !matches!(what, What::Was(_))) {
        // Tags are put on several at a time; anything else is one deed, told by its first part.
        if done.is_empty() || (matches!(what, What::Tag(..)) && !done.contains(&what)) {
            done.push(what);
        }
        articles.push(id);
    }
    articles.sort_unstable();
    articles.dedup();
    let deed = match done.as_slice() {
        [] => words.say("deed-other").to_owned(),
        [one] => named(words, one),
        _ => tagged(words, &done),
    };
    if articles.len() < 2 {
        return deed;
    }
    words.with("deed-to-many", &[("deed", deed.into()), ("count", articles.len().into())])
}

/// Tells which tags were put on, and which were taken off.
fn tagged(words: &Words, done: &[&What]) -> String {
    let listed = |put: bool| {
        let one = |what: &&What| match what {
            What::Tag(name, on) if *on == put => Some(name.clone()),
            _ => None,
        };
        let names: Vec<String> = done.iter().filter_map(one).collect();
        (!names.is_empty()).then(|| tags(words, &names, put))
    };
    [listed(true), listed(false)].into_iter().flatten().collect::<Vec<_>>().join(words.point())
}

fn tags(words: &Words, names: &[String], put: bool) -> String {
    let given = [("tag", names.join(", ").into()), ("count", names.len().into())];
    words.with(if put { "deed-tagged" } else { "deed-untagged" }, &given)
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
        What::Tag(name, put) => return tags(words, std::slice::from_ref(name), *put),
        What::Note(note) if note.is_empty() => "deed-note-gone",
        What::Note(_) => "deed-noted",
        What::Highlight(_, Some(note)) if !note.is_empty() => "deed-noted",
        What::Highlight(_, Some(_)) => "deed-highlighted",
        What::Highlight(_, None) => "deed-highlight-gone",
        What::Place(_) | What::Was(_) => "deed-other",
    };
    words.say(key).to_owned()
}
