//! Owns saying in the journal that the file of an article was edited or moved since it was marked,
//! whichever command notices. It refuses to fail: what cannot be written is noticed by the next one.

use super::mark::{Wish, now};
use super::places::STDIN;
use super::select::Found;
use super::setup::Setup;
use crate::marks::journal::path_hint;
use crate::marks::{Change, Marks, What};

/// Writes down which articles are known by their path, and which have a new one: what was edited and is
/// renamed then, or the other way round, is known by neither.
pub(super) fn follow(found: &[Found<'_>], setup: &Setup, marks: &Marks) {
    let links: Vec<Wish> = found.iter().filter_map(|one| link(one, marks)).collect();
    if links.is_empty() {
        return;
    }
    let Some(mut journal) = setup.journal() else { return };
    let stamp = marks.stamp(now());
    let change = |(article, what, path)| Change { article, what, stamp, path, part: None };
    let changes: Vec<Change> = links.into_iter().map(change).collect();
    drop(journal.append(&changes));
}

/// Returns what is to be said of an article, if it is not known yet. Of one that was only moved it is said
/// again what it was, for the sake of its path.
fn link(found: &Found<'_>, marks: &Marks) -> Option<Wish> {
    let alone = found.reading.articles.as_ref().is_ok_and(|articles| articles.len() == 1);
    if !alone || found.reading.path.as_os_str() == STDIN {
        return None;
    }
    let path = path_hint(&found.reading.path);
    let was = What::Was(found.marked_as);
    if found.marked_as != found.id {
        return Some((found.id, was, Some(path)));
    }
    let moved = marks.knows(found.id) && marks.known_at(&path) != Some(found.id);
    moved.then(|| (found.id, marks.inverse(found.id, &was), Some(path)))
}
