//! Stories of watching folders: by this process, by another, and when that one is gone.

use std::fs::{self, File};
use std::io::{PipeReader, PipeWriter, Write, pipe};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::post::Post;
use super::service::attend;
use super::wire::{self, Order};
use super::*;
use crate::files::SavedPath;

/// How long a change may take to be told.
const PATIENCE: Duration = Duration::from_secs(10);

/// Returns a lookout whose other process is a thread, and what ends that thread.
fn apart() -> Lookout {
    let ((orders, give), (take, reports)) = (pipe().unwrap(), pipe().unwrap());
    thread::spawn(move || attend(io::BufReader::new(orders), reports));
    over(give, take)
}

/// Returns a lookout between two pipes.
fn over(give: PipeWriter, take: PipeReader) -> Lookout {
    let post = Post::between(give, take, || {});
    Lookout { apart: true, post: Arc::new(Mutex::new(State::Begun(Arc::new(post)))) }
}

/// Watches a folder and returns where it is told of changes.
fn watched(lookout: &Lookout, folder: &Path, depth: Depth) -> (Watcher, Receiver<Change>) {
    let (tell, told) = channel();
    let mut watcher = lookout.watcher(false, move |change| drop(tell.send(change))).unwrap();
    watcher.watch(folder, depth).unwrap();
    (watcher, told)
}

/// Waits until a path is told, whatever else is.
fn wait(told: &Receiver<Change>, path: &Path) {
    let end = Instant::now() + PATIENCE;
    loop {
        let change = told.recv_timeout(end.saturating_duration_since(Instant::now()));
        if change.expect("nothing was told") == Change::At(path.to_owned()) {
            return;
        }
    }
}

#[test]
fn what_changes_in_a_folder_is_told_wherever_it_is_watched_from() {
    for lookout in [Lookout::default(), apart()] {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("2016");
        fs::create_dir(&below).unwrap();
        let (mut watcher, told) = watched(&lookout, folder.path(), Depth::Tree);
        let (_flat, told_flat) = watched(&lookout, folder.path(), Depth::Folder);
        let (deep, near) = (below.join("ferry.md"), folder.path().join("quay.md"));
        drop(File::create(&deep).unwrap());
        drop(File::create(&near).unwrap());
        wait(&told, &deep);
        wait(&told, &near);
        wait(&told_flat, &near);
        assert!(!told_flat.try_iter().any(|change| change == Change::At(deep.clone())));
        watcher.leave(folder.path());
        let refused = watcher.watch(&folder.path().join("nowhere"), Depth::Tree);
        assert!(refused.is_err(), "a folder that is not there is watched");
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_utf8_comes_through() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let (_watcher, told) = watched(&apart(), folder.path(), Depth::Folder);
    let name = folder.path().join(std::ffi::OsStr::from_bytes(b"\xe9t\xe9\n.txt"));
    drop(File::create(&name).unwrap());
    wait(&told, &name);
}

#[test]
fn who_watched_through_a_process_that_ended_hears_that_there_is_no_more() {
    let ((orders, give), (take, reports)) = (pipe().unwrap(), pipe().unwrap());
    let lookout = over(give, take);
    let (tell, told) = channel();
    let mut watcher = lookout.watcher(false, move |change| drop(tell.send(change))).unwrap();
    drop((orders, reports));
    assert_eq!(told.recv_timeout(PATIENCE), Err(RecvTimeoutError::Disconnected));
    assert!(watcher.watch(Path::new("/"), Depth::Folder).is_err());
    assert!(matches!(&*lookout.post.lock().unwrap(), State::Begun(post) if post.is_over()));
}

#[test]
fn the_process_that_watches_ends_when_nobody_is_there_any_more_whatever_it_is_busy_with() {
    let ((orders, mut give), (_take, mut reports)) = (pipe().unwrap(), pipe().unwrap());
    // A pipe that nobody empties: whoever answers through it is busy for ever.
    let busy = thread::spawn({
        let reports = reports.try_clone().unwrap();
        move || attend(io::BufReader::new(orders), reports)
    });
    drop(thread::spawn(move || reports.write_all(&vec![b'\n'; 1 << 20])));
    let folder = SavedPath::of(Path::new("/"));
    wire::send(&Order::Watch { watcher: 0, follow_links: false, folder, depth: Depth::Folder }, &mut give)
        .unwrap();
    drop(give);
    busy.join().unwrap();
}
