//! Owns the process that watches for another: orders come in, changes go out, until nobody gives orders any
//! more. It refuses to do anything else.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::io::{self, BufRead, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::here::Near;
use super::wire::{self, Order, Report};
use super::{Change, Depth};
use crate::files::SavedPath;

/// What such a process calls itself, in place of the name of the program.
pub(super) const NAME: &str = "newsprint-lookout";

/// Tells whether this process was begun to watch folders for another newsprint, by the name it was given.
pub fn is_lookout(name: Option<&OsStr>) -> bool {
    name == Some(OsStr::new(NAME))
}

/// Watches folders for the newsprint that began this process, and returns once that one has ended.
pub fn keep_lookout() {
    attend(io::stdin().lock(), io::stdout());
}

/// Has orders carried out until nobody gives any more. The first may take long, for every folder of a library is
/// visited: that must not outlive who asked for it.
pub(super) fn attend(orders: impl BufRead, reports: impl Write + Send + 'static) {
    let (pass, passed) = channel();
    thread::spawn(move || carry_out(&passed, reports));
    for order in wire::receive(orders) {
        if pass.send(order).is_err() {
            return;
        }
    }
}

fn carry_out(orders: &Receiver<Order>, reports: impl Write + Send + 'static) {
    let reports = Reports(Arc::new(Mutex::new(reports)));
    let mut watchers = HashMap::new();
    for order in orders {
        match order {
            Order::Watch { watcher, follow_links, folder, depth } => {
                let folder = folder.read().unwrap_or_default();
                let watched = watch(&mut watchers, (watcher, follow_links), (&folder, depth), &reports);
                reports.send(&Report::Answer { watcher, refused: watched.err() });
            }
            Order::Leave { watcher, folder } => {
                if let (Some(near), Some(folder)) = (watchers.get_mut(&watcher), folder.read()) {
                    near.leave(&folder);
                }
            }
            Order::End { watcher } => drop(watchers.remove(&watcher)),
        }
    }
}

/// Watches a folder by the watcher of this number, which is made if there is none yet.
fn watch<W: Write + Send + 'static>(
    watchers: &mut HashMap<u64, Near>,
    (watcher, follow_links): (u64, bool),
    (folder, depth): (&Path, Depth),
    reports: &Reports<W>,
) -> Result<(), String> {
    if let Some(near) = watchers.get_mut(&watcher) {
        return near.watch(folder, depth);
    }
    let reports = reports.clone();
    let tell = move |change| {
        let at = match change {
            Change::At(path) => Some(SavedPath::of(&path)),
            Change::Anywhere => None,
        };
        reports.send(&Report::Changed { watcher, at });
    };
    let near = watchers.entry(watcher).insert_entry(Near::new(follow_links, tell)?);
    near.into_mut().watch(folder, depth)
}

/// Where reports go, from any thread.
struct Reports<W>(Arc<Mutex<W>>);

impl<W> Clone for Reports<W> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<W: Write> Reports<W> {
    fn send(&self, report: &Report) {
        let mut out = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Who does not listen any more gives no orders either: then this process ends.
        drop(wire::send(report, &mut *out));
    }
}
