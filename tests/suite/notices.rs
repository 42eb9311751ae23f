//! What is said of what was done: which article, how many, which tags; and when it goes.

use std::fs;

use newsprint::app::message::Message;
use newsprint::config::Config;

use crate::desk::Desk;

fn library() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for number in 1..=4 {
        let text = format!(
            "---\ntitle: Lamp {number}\ndate: 2025-01-0{number}\n---\n\nLamp {number} burns on the quay.\n"
        );
        fs::write(folder.path().join(format!("{number}.md")), text).unwrap();
    }
    folder
}

fn desk(folder: &tempfile::TempDir) -> Desk {
    Desk::open(&[folder.path().to_owned()], 110, 24, &Config::default(), true)
}

fn says(desk: &mut Desk, words: &str) {
    let screen = desk.screen();
    assert!(screen.contains(words), "no {words:?} in\n{screen}");
}

#[test]
fn what_is_taken_back_and_done_again_names_its_article() {
    let folder = library();
    let mut desk = desk(&folder);
    desk.press("s j j u");
    says(&mut desk, "taken back: starred: Lamp 4");
    desk.press("ctrl-r");
    says(&mut desk, "done again: starred: Lamp 4");
}

#[test]
fn one_of_two_that_had_to_be_marked_is_named_and_two_are_counted() {
    let folder = library();
    let mut desk = desk(&folder);
    desk.press("r k x j x r");
    says(&mut desk, "marked as read: Lamp ");
    desk.press("u g j x x r");
    says(&mut desk, "marked as read: 2 articles");
}

#[test]
fn tags_are_listed() {
    let folder = library();
    let mut desk = desk(&folder);
    desk.press("t").type_in("foo, bar baz, sea").press("enter");
    says(&mut desk, "tagged foo, bar baz, sea: Lamp 4");
    desk.press("t").type_in("-foo, tide").press("enter");
    says(&mut desk, "tagged tide · tag foo taken off: Lamp 4");
}

#[test]
fn words_with_a_note_are_noted() {
    let folder = library();
    let mut desk = desk(&folder);
    desk.press("enter v a").type_in("so it does").press("esc");
    says(&mut desk, "note written");
}

#[test]
fn a_notice_goes_at_its_time_and_nothing_wakes_up_after() {
    let folder = library();
    let mut desk = desk(&folder);
    desk.press("s");
    says(&mut desk, "starred: Lamp 4");
    assert!(desk.app.deadline().is_some());
    for _ in 0..9 {
        desk.send(Message::Waited);
    }
    assert!(!desk.screen().contains("starred: Lamp 4"), "{}", desk.screen());
    assert_eq!(desk.app.deadline(), None);
}

#[test]
fn a_letter_replaces_the_search_that_stands_and_an_arrow_edits_it() {
    let folder = library();
    let mut desk = desk(&folder);
    desk.press("/").type_in("lamp 2").press("enter /");
    says(&mut desk, "a letter replaces it");
    desk.type_in("quay");
    says(&mut desk, "4 articles");
    desk.press("enter / left").type_in("x");
    says(&mut desk, "search all: quaxy");
    desk.press("esc / enter");
    assert_eq!(desk.app.headlines.words, "quay", "Enter keeps it");
}

#[test]
fn a_search_meanwhile_says_that_files_are_still_read() {
    let folder = library();
    let mut desk = desk(&folder);
    desk.send(Message::Scanned {
        files: 4,
        total: Some(900),
        articles: 4,
        problems: Vec::new(),
        done: false,
    });
    desk.press("/").type_in("zeppelin");
    says(&mut desk, "0 articles · still reading files");
    desk.press("enter");
    says(&mut desk, "still reading files");
    let screen = desk.press("esc").screen();
    assert!(screen.contains("4 unread of 4") && !screen.contains("900 unread"), "{screen}");
}

#[test]
fn a_saved_search_with_a_mistake_counts_nothing() {
    let folder = library();
    let mut config = Config::default();
    config.searches.insert("bad".to_owned(), "is:foo".to_owned());
    config.searches.insert("good".to_owned(), "quay".to_owned());
    let mut desk = Desk::open(&[folder.path().to_owned()], 110, 24, &config, true);
    let screen = desk.press("f").screen();
    let row = |name: &str| screen.lines().find(|line| line.contains(name)).expect(name).to_owned();
    assert!(row("good").contains("4 unread of 4") && !row("bad").contains("unread"), "{screen}");
}
