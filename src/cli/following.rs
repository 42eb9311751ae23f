//! Owns saying in the journal that the file of an article was edited or moved since it was marked,
//! whichever command notices. It refuses to fail: what cannot be written is noticed by the next one.

use std::path::Path;

use super::mark::{Wish, now};
use super::places::STDIN;
use super::setup::Setup;
use super::sift::{Pick, Sifted};
use crate::marks::journal::path_hint;
use crate::marks::{Change, Marks, What};

/// Writes down which articles are known by their path, and which have a new one: what was edited and is
/// renamed then, or the other way round, is known by neither.
pub(super) fn follow<T>(sifted: &Sifted<T>, setup: &Setup, marks: &Marks) {
    let link = |pick: &Pick<T>| link(pick, sifted.stack.path(pick.slip.file), marks);
    let links: Vec<Wish> = sifted.picks.iter().filter_map(link).collect();
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
fn link<T>(pick: &Pick<T>, path: &Path, marks: &Marks) -> Option<Wish> {
    let id = pick.slip.id;
    if !pick.alone || path.as_os_str() == STDIN {
        return None;
    }
    let was = What::Was(pick.marked_as);
    if pick.marked_as != id {
        return Some((id, was, Some(path_hint(path))));
    }
    if !marks.knows(id) {
        return None;
    }
    let path = path_hint(path);
    let moved = marks.known_at(&path) != Some(id);
    moved.then(|| (id, marks.inverse(id, &was), Some(path)))
}
