//! Owns what is found out before the first frame: the journal and the marks in it, what the library that was
//! named is, and the app that follows from all of it. It refuses to draw.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use super::look::Wardrobe;
use super::memory::Remembered;
use super::moving::Opened;
use crate::app::{App, Whose};
use crate::config::{Config, Session};
use crate::marks::Marks;
use crate::marks::journal::Journal;
use crate::words::Words;

/// Marks remember files by their whole path, from whatever folder newsprint is started.
pub(super) fn absolute(place: &Path) -> PathBuf {
    std::path::absolute(place).unwrap_or_else(|_| place.to_owned())
}

/// Returns the journal, if there is a folder for it.
pub(super) fn journal(session: &Session) -> Option<Journal> {
    let paths = session.paths.as_ref()?;
    Some(Journal::kept_apart(&paths.marks(), &paths.data).or_else_in(paths.unsaved()))
}

/// Marks, and what is wrong with them.
pub(super) type Loaded = (Marks, Vec<String>);

/// Reads every device's marks on a thread, once for the screen and once for the librarian; what is
/// wrong with them is said, and never stops the reading.
pub(super) fn load_marks(journal: Option<Journal>, words: Words) -> (Receiver<Loaded>, Receiver<Marks>) {
    let (to_screen, for_screen) = channel();
    let (to_librarian, for_librarian) = channel();
    thread::spawn(move || {
        let failed =
            |why: String| (Marks::default(), vec![words.with("marks-unreadable", &[("why", why.into())])]);
        // Marks are not lost in silence, whatever the reason.
        let loaded = match catch_unwind(AssertUnwindSafe(|| journal.as_ref().map(Journal::marks))) {
            Ok(None) => (Marks::default(), vec![words.say("marks-not-kept").to_owned()]),
            Ok(Some(Ok(loaded))) => loaded,
            Ok(Some(Err(error))) => failed(error.to_string()),
            Err(_) => failed("the journal failed".to_owned()),
        };
        drop(to_librarian.send(loaded.0.clone()));
        drop(to_screen.send(loaded));
    });
    (for_screen, for_librarian)
}

/// Makes the app as it is before the first frame: as the config and earlier runs have it, for what was named.
pub(super) fn first_app(
    session: &Session,
    opened: &Opened,
    memory: &Remembered,
    wardrobe: &mut Wardrobe,
    words: &Words,
) -> App {
    let mut wrong = Vec::new();
    let (config, places, piped) = (&session.config, &opened.places, opened.stdin.is_some());
    let remembered = memory.read();
    let theme = wardrobe.theme(config, remembered.theme_over(&config.theme), true, &mut wrong);
    // What is wrong with the keys is among the problems of the config, with its place in the file.
    let (mut app, _) = App::new(config, theme, words.clone());
    app.warn(&session.config_problems.iter().chain(&wrong).cloned().collect::<Vec<_>>());
    app.recall(remembered);
    app.recall_drafts(memory.drafts());
    app.place = place(places, piped, config, words);
    app.whose = whose(config, places, piped);
    app.expect_one(is_one_file(places, piped));
    app.headlines.order = app.first_order(memory.order(places));
    app
}

/// Says whose articles are listed.
fn whose(config: &Config, places: &[PathBuf], piped: bool) -> Whose {
    if piped || !places.is_empty() || !config.libraries.is_empty() { Whose::Own } else { Whose::Shipped }
}

/// Says whether what was named is one file, or standard input alone.
fn is_one_file(places: &[PathBuf], piped: bool) -> bool {
    match places {
        [] => piped,
        [one] => !piped && one.is_file(),
        _ => false,
    }
}

/// Says where the articles come from, for the title bar: a place that is a library of the config goes by its
/// name there.
fn place(places: &[PathBuf], piped: bool, config: &Config, words: &Words) -> String {
    let library = |path: &PathBuf| {
        config.libraries.iter().find(|(_, place)| absolute(place) == *path).map(|(name, _)| name.as_str())
    };
    let name = |path: &PathBuf| {
        let last = || path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
        crate::article::Text::line(&library(path).map_or_else(last, Cow::Borrowed)).to_string()
    };
    match places {
        [] if piped => words.say("standard-input").to_owned(),
        [] => words.say("shipped-articles").to_owned(),
        [one] => name(one),
        [first, rest @ ..] => {
            words.with("place-and-more", &[("place", name(first).into()), ("count", rest.len().into())])
        }
    }
}
