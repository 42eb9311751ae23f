//! Stories of the librarian: what is asked, and what comes back.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use super::*;
use crate::library::{Query, Request};
use crate::typeset::Page;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Opens the library of a folder; returns where its news come.
fn open(folder: &Path) -> (Librarian, Receiver<Message>) {
    let (send, news) = channel();
    let (marks, read) = channel();
    marks.send(Marks::default()).unwrap();
    let start = Start {
        places: vec![folder.to_owned()],
        kept: Vec::new(),
        stdin: None,
        follow: true,
        folds: true,
        store: None,
        order: Order::default(),
        marks: read,
        home: None,
        words: Words::english(),
        lookout: Lookout::default(),
    };
    (Librarian::start(start, send), news)
}

/// Waits for news of this kind.
fn wait<T>(news: &Receiver<Message>, wanted: impl Fn(Message) -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        let message = news.recv_timeout(end.saturating_duration_since(Instant::now())).expect("no answer");
        if let Some(found) = wanted(message) {
            return found;
        }
    }
}

fn letters(article: &crate::article::Article) -> String {
    format!("{:?}", article.body)
}

#[test]
fn an_article_that_was_read_ahead_is_read_again_only_if_its_file_changed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ferry.md");
    // With an address it stays the same article, whatever it says.
    let write = |words: &str| {
        let text = format!("---\ntitle: The ferry\nurl: https://quay.example/1\n---\n\n{words}\n");
        File::create(&file).unwrap().write_all(text.as_bytes()).unwrap();
    };
    write("It left at dawn.");
    let (librarian, news) = open(folder.path());
    let scanned = |message| matches!(message, Message::Scanned { done: true, .. }).then_some(());
    wait(&news, scanned);
    librarian.unwatch();
    let request = Request::first(10, Query::default(), Order::default());
    librarian.ask(Task::Asked(Errand::List { generation: 1, request }));
    let id = wait(&news, |message| match message {
        Message::Listed { view, .. } => view.rows.first().map(|row| row.id),
        _ => None,
    });
    let ahead = |message| match message {
        Message::Ahead { article, .. } => Some(letters(&article.article)),
        _ => None,
    };
    let loaded = |message| match message {
        Message::Loaded { article, .. } => article.ok().map(|set| letters(&set.article)),
        _ => None,
    };
    librarian.ask(Task::Asked(Errand::Ahead(id, Page::default())));
    assert!(wait(&news, ahead).contains("at dawn"));
    librarian.ask(Task::Asked(Errand::Confirm(id, Page::default())));
    librarian.ask(Task::Asked(Errand::Ids(Request::first(10, Query::default(), Order::default()))));
    let answered = wait(&news, |message| match message {
        Message::Loaded { .. } => Some(false),
        Message::Ids(_) => Some(true),
        _ => None,
    });
    assert!(answered, "it is on the screen already");
    write("It left at noon, with bread.");
    librarian.ask(Task::Asked(Errand::Confirm(id, Page::default())));
    assert!(wait(&news, loaded).contains("at noon"));
}
