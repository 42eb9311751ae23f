//! Owns what is known of the libraries that are not open: what the cache of each said when it was last read.
//! It refuses to read them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;

use super::absolute;
use crate::app::message::Message;
use crate::library::cache::Store;

/// Says, on a thread of its own, how many articles these libraries have and how many are unread. A library
/// without a cache is left out.
pub(super) fn count(cache: Option<&PathBuf>, libraries: &BTreeMap<String, PathBuf>, send: Sender<Message>) {
    let Some(cache) = cache.cloned() else { return };
    let libraries = libraries.clone();
    thread::spawn(move || {
        let known = |(name, place): (String, PathBuf)| Some((name, known(&cache, &place)?));
        let counts: Vec<_> = libraries.into_iter().filter_map(known).collect();
        drop(send.send(Message::LibrariesCounted(counts)));
    });
}

fn known(cache: &Path, place: &Path) -> Option<(usize, usize)> {
    Store::of(cache, &[absolute(place)]).head_counts()
}
