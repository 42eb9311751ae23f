//! What arrives while one reads: articles above and below the selected one, files that change, move or go,
//! marks of another window. The reader's eyes and hands stay on the same article.

use std::fs;
use std::path::Path;

use newsprint::app::message::Message;
use newsprint::config::Config;
use newsprint::marks::{Change, What};
use newsprint::typeset::Composed;

use crate::desk::Desk;
use crate::home::Home;
use crate::terminal::Sitting;

fn write(folder: &Path, name: &str, title: &str, day: u32, words: &str) {
    let text = format!("---\ntitle: {title}\ndate: 2025-01-{day:02}\n---\n\n{words}\n");
    fs::write(folder.join(name), text).unwrap();
}

fn library(articles: u32) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for number in 1..=articles {
        let words = format!("Lamp {number} burns on the quay, and nobody puts it out before dawn.");
        write(folder.path(), &format!("{number}.md"), &format!("Lamp {number}"), number, &words);
    }
    folder
}

fn desk(folder: &Path) -> Desk {
    Desk::open(&[folder.to_owned()], 110, 24, &Config::default(), true)
}

fn selected(desk: &Desk) -> String {
    desk.app.headlines.selected_row().unwrap().headline.to_string()
}

/// The files are looked at and the list is answered as the librarian does it: nobody asked anew.
fn arrives(desk: &mut Desk) {
    desk.scan();
}

#[test]
fn the_selected_article_stays_selected_whatever_arrives() {
    let folder = library(9);
    let mut desk = desk(folder.path());
    desk.press("j j j");
    assert_eq!(selected(&desk), "Lamp 6");
    for day in 10..=28 {
        write(folder.path(), &format!("new{day}.md"), &format!("Gull {day}"), day, "It came in the night.");
        arrives(&mut desk);
        assert_eq!(selected(&desk), "Lamp 6");
        assert_eq!(desk.app.reader.open().unwrap().article.headline.as_deref(), Some("Lamp 6"));
        assert!(desk.screen().contains("▸● Lamp 6"), "{}", desk.screen());
    }
    assert_eq!(desk.app.headlines.position(), 3 + 19);
    desk.press("s");
    assert!(desk.screen().contains("starred: Lamp 6"), "{}", desk.screen());
}

#[test]
fn an_article_that_was_looked_at_stays_though_no_key_moved_to_it() {
    let folder = library(3);
    let mut desk = desk(folder.path());
    desk.press("? esc");
    write(folder.path(), "new.md", "Gulls", 20, "They came in the night.");
    arrives(&mut desk);
    assert_eq!(selected(&desk), "Lamp 3");
}

#[test]
fn an_article_whose_file_goes_is_read_on_and_then_let_go_of() {
    let folder = library(3);
    let mut desk = desk(folder.path());
    desk.press("enter");
    fs::remove_file(folder.path().join("3.md")).unwrap();
    desk.scan();
    let screen = desk.screen();
    assert!(screen.contains("Lamp 3 burns") && screen.contains("its file is gone"), "{screen}");
    desk.press("s");
    assert!(desk.screen().contains("starred: Lamp 3"), "{}", desk.screen());
    desk.press("q");
    assert_eq!(selected(&desk), "Lamp 2");
    assert!(desk.screen().contains("Lamp 2 burns"), "the pane shows what is selected:\n{}", desk.screen());
    desk.press("s");
    assert!(desk.screen().contains("starred: Lamp 2"), "{}", desk.screen());
}

#[test]
fn an_article_that_comes_twice_is_still_being_read() {
    let folder = library(3);
    let mut desk = desk(folder.path());
    desk.press("enter");
    let open = desk.app.reader.open().unwrap();
    let (id, path, article) = (
        open.id,
        open.path.clone(),
        Ok(Box::new(Composed::new(open.article.clone(), desk.app.reader.page()))),
    );
    desk.send(Message::Loaded { id, path, article });
    fs::remove_file(folder.path().join("3.md")).unwrap();
    desk.scan();
    assert!(desk.screen().contains("its file is gone"), "{}", desk.screen());
}

#[test]
fn an_article_that_is_written_anew_says_so_and_is_read_anew() {
    let folder = library(3);
    let mut desk = desk(folder.path());
    desk.press("j enter");
    write(folder.path(), "2.md", "Lamp 2", 2, "Somebody put it out.");
    desk.scan();
    let screen = desk.screen();
    assert!(screen.contains("Lamp 2 burns") && screen.contains("says something else now"), "{screen}");
    desk.press("q");
    assert!(desk.screen().contains("Somebody put it out"), "{}", desk.screen());
    assert_eq!(selected(&desk), "Lamp 2");
}

#[test]
fn an_article_whose_file_is_moved_knows_where() {
    let folder = library(2);
    let mut desk = desk(folder.path());
    desk.press("enter");
    fs::rename(folder.path().join("2.md"), folder.path().join("moved.md")).unwrap();
    desk.scan();
    let screen = desk.press("i").screen();
    assert!(screen.contains("moved.md"), "{screen}");
}

#[test]
fn a_star_of_another_window_shows_and_wakes_nothing_that_was_known() {
    let folder = library(2);
    let mut desk = desk(folder.path());
    let article = desk.app.headlines.selected().unwrap();
    let star = Change { article, what: What::Starred(true), stamp: 9, path: None, part: None };
    desk.app.take_change();
    desk.send(Message::Learned(vec![star.clone()]));
    assert!(desk.screen().contains('★'), "{}", desk.screen());
    assert!(desk.journal.is_empty(), "it is in the other one's journal");
    desk.app.take_change();
    desk.send(Message::Learned(vec![star]));
    assert!(!desk.app.take_change(), "nothing is drawn for what is known");
}

#[test]
fn two_windows_show_each_others_stars() {
    let home = Home::new();
    for name in ["one", "two"] {
        home.file(&format!("shelf/{name}.txt"), &format!("Gulls of quay {name}\n\nThey came in the night."));
    }
    let sit = || Sitting::sized(&home.path(""), &home.path("shelf"), 110, 30);
    let (mut one, mut other) = (sit(), sit());
    one.sees("unread of 2");
    other.sees("unread of 2");
    other.settles();
    one.press("s").sees("★");
    other.sees("★");
    other.press("js").sees("starred");
    one.press("U");
    one.press("U");
    one.sees("★");
    one.press("q").ends();
    other.press("q").ends();
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let home = Home::new();
    let gone = home.path("gone");
    home.config(&format!("[libraries]\ngone = {gone:?}\n"));
    home.file("here/a.txt", "Gulls over the mole\n\nThey came in the night.");
    let mut sitting = Sitting::sized(&home.path(""), &home.path("here"), 110, 30);
    sitting.sees("Gulls");
    sitting.press("f\r").sees("gone is not there");
    sitting.press("!").sees("does not exist");
    sitting.press("q").press("q").ends();
}

#[test]
fn a_library_that_is_not_there_at_the_start_says_which_keys_help() {
    let folder = tempfile::tempdir().unwrap();
    let gone = folder.path().join("gone");
    let mut config = Config::default();
    config.libraries.insert("news".to_owned(), gone.clone());
    let mut desk = Desk::open(std::slice::from_ref(&gone), 110, 24, &config, true);
    "news".clone_into(&mut desk.app.place);
    let screen = desk.send(Message::Absent(gone.clone())).screen();
    assert!(screen.contains("gone is not there") && screen.contains("R looks again"), "{screen}");
    assert!(screen.contains("! lists the problems"), "{screen}");
    assert!(!screen.contains("another library"), "there is none:\n{screen}");
    assert!(screen.lines().last().unwrap().contains("? keys"), "the keys are not covered:\n{screen}");
    config.libraries.insert("letters".to_owned(), "/nowhere".into());
    let mut desk = Desk::open(std::slice::from_ref(&gone), 110, 24, &config, true);
    "news".clone_into(&mut desk.app.place);
    let screen = desk.send(Message::Absent(gone)).screen();
    assert!(screen.contains("f goes to another library"), "{screen}");
    assert!(desk.press("f").screen().contains("letters"), "{}", desk.screen());
}

#[test]
fn what_was_open_before_is_a_place_to_go_to() {
    let home = Home::new();
    home.file("shelf/a.txt", "Gulls over the mole\n\nThey came in the night.");
    let dropped = home.file("barn/b.txt", "Larks over the barley\n\nThey sing at noon.");
    let mut sitting = Sitting::sized(&home.path(""), &home.path("shelf"), 110, 30);
    sitting.sees("Gulls");
    sitting.press(&format!("\x1b[200~{}\x1b[201~", dropped.display())).sees("Larks");
    sitting.press("f").sees("shelf");
    sitting.press("\r").sees("Gulls");
    sitting.press("f").sees("b.txt");
    sitting.press("qq").ends();
}
