//! Owns noticing that the config or a theme was written, and reading it again. It refuses to wake up
//! without a cause, and to judge what it read.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::home;
use super::lookout::{Change, Depth, Lookout, Watcher};
use super::mistakes::mistakes;
use crate::app::message::Message;
use crate::config::file::{self, Place};
use crate::config::{Config, Paths, Session};

/// How long it must be quiet before a file is taken as written.
const QUIET: Duration = Duration::from_millis(80);
/// How long that is waited for at most.
const LONGEST: Duration = Duration::from_millis(600);

/// The config file, and how it is found again.
#[derive(Debug, Clone, Default)]
pub(super) struct ConfigFile {
    path: Option<PathBuf>,
    home: Option<PathBuf>,
    paths: Option<Paths>,
}

impl ConfigFile {
    pub(super) fn of(session: &Session) -> Self {
        let (path, home) = (session.config_file.clone(), session.environment.home.clone());
        Self { path, home, paths: session.paths.clone() }
    }

    /// Returns where it is looked for, as one says it.
    pub(super) fn shown(&self) -> String {
        let path = self.path.as_deref().unwrap_or(Path::new("config.toml"));
        home::said(path, self.home.as_deref()).display().to_string()
    }

    /// Reads it again; the second part is the problems, by the file's name alone: the reader just wrote
    /// it, and the line at the bottom is short.
    pub(super) fn read(&self) -> (Config, Vec<String>) {
        let Some(path) = self.path.as_deref() else { return Default::default() };
        let place = Place { path, home: self.home.as_deref() };
        let (mut config, mut problems) = file::load(place);
        problems.extend(mistakes(&mut config, place, self.paths.as_ref()));
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let whole = path.display().to_string();
        (config, problems.into_iter().map(|problem| problem.replace(&whole, &name)).collect())
    }

    /// Tells, on a thread of its own, whenever the file or a theme beside it was written. Where the system
    /// does not tell, nothing is watched.
    pub(super) fn watch(&self, lookout: Lookout, send: Sender<Message>) {
        let Some(path) = self.path.clone() else { return };
        thread::spawn(move || {
            let (tell, told) = channel();
            if let Some(_watcher) = watcher(&path, &lookout, tell) {
                listen(&path, &told, &send);
            }
        });
    }
}

fn watcher(path: &Path, lookout: &Lookout, tell: Sender<Change>) -> Option<Watcher> {
    let folder = path.parent()?;
    let mut watcher = lookout.watcher(false, move |change| drop(tell.send(change))).ok()?;
    watcher.watch(folder, Depth::Folder).ok()?;
    // There need be no folder of themes.
    drop(watcher.watch(&folder.join("themes"), Depth::Folder));
    Some(watcher)
}

fn listen(path: &Path, told: &Receiver<Change>, send: &Sender<Message>) {
    while let Ok(change) = told.recv() {
        if !is_about(path, &change) {
            continue;
        }
        // An editor writes in several strokes; other files of the folder may be written all the time.
        let begun = Instant::now();
        while begun.elapsed() < LONGEST && told.recv_timeout(QUIET).is_ok() {}
        if send.send(Message::ConfigWritten).is_err() {
            return;
        }
    }
}

fn is_about(path: &Path, change: &Change) -> bool {
    let Change::At(touched) = change else { return true };
    let is_theme = touched.extension().is_some_and(|end| end == "toml")
        && touched.parent().and_then(Path::file_name).is_some_and(|folder| folder == "themes");
    is_theme || touched.file_name() == path.file_name()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_never_quiet_does_not_hide_that_the_config_was_written() {
        let touched = |name: &str| Change::At(Path::new("/home/ada").join(name));
        let ((tell, told), (send, heard)) = (channel(), channel());
        let listener = thread::spawn(move || listen(Path::new("/home/ada/config.toml"), &told, &send));
        tell.send(touched("config.toml")).expect("a listener");
        let begun = Instant::now();
        while begun.elapsed() < LONGEST * 20 && heard.try_recv().is_err() {
            tell.send(touched("other.log")).expect("a listener");
            thread::sleep(QUIET / 8);
        }
        assert!(begun.elapsed() < LONGEST * 20, "nothing was said");
        drop(tell);
        listener.join().expect("no panic");
    }
}
