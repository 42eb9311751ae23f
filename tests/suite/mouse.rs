//! What a hand on the mouse may do: select and open rows, also of what lies over the page, and never throw
//! away what was typed.

use newsprint::app::commands::Scope;
use newsprint::app::effect::Effect;
use newsprint::app::message::{Gesture, Message, Mouse};
use newsprint::config::Config;
use newsprint::marks::What;

use crate::desk::{Desk, folder, open, shipped};

#[test]
fn a_click_throws_no_note_away() {
    let mut desk = Desk::new(100, 30);
    desk.press("enter a").type_in("half a note");
    let (column, row) = desk.finds("half a note");
    for (column, row) in [(column, row), (0, 0), (99, 29), (3, 8)] {
        desk.click(column, row);
        assert!(desk.screen().contains("half a note"), "a click at {column}, {row}:\n{}", desk.screen());
    }
    desk.type_in(", whole").press("esc");
    let kept = |what: &What| matches!(what, What::Note(note) if note == "half a note, whole");
    assert!(desk.journal.iter().any(|change| kept(&change.what)), "{:?}", desk.journal);
}

#[test]
fn a_click_selects_a_row_of_what_lies_over_the_page_and_another_opens_it() {
    let mut desk = Desk::new(100, 30);
    desk.press("T").click_on("daylight");
    assert!(desk.screen().contains("▸ daylight"), "{}", desk.screen());
    desk.click_on("daylight");
    assert!(desk.screen().contains("theme daylight from now on"), "{}", desk.screen());
    desk.press(": down").click_on("quit ").click_on("quit ");
    assert_eq!(desk.done.last(), Some(&Effect::Quit), "the selected command runs");
}

#[test]
fn a_click_beside_a_list_closes_it_unless_something_was_typed() {
    let mut desk = Desk::new(120, 30);
    desk.press("T").click(0, 15);
    assert!(!desk.screen().contains("daylight"), "{}", desk.screen());
    desk.press(":").type_in("star").click(0, 15);
    assert!(desk.screen().contains(": star"), "{}", desk.screen());
    desk.press("esc A").click(0, 15);
    assert!(desk.screen().contains("Mark"), "a question waits for an answer:\n{}", desk.screen());
}

#[test]
fn a_source_is_chosen_by_a_click_on_any_of_its_lines() {
    let place = shipped();
    let mut desk = Desk::open(&[place], 120, 40, &Config::default(), true);
    desk.press("/").type_in("has:sources ").press("enter S");
    let screen = desk.screen();
    let (column, row) = desk.finds("[2]");
    desk.click(column + 6, row + 1);
    let chosen = |screen: &str, number: &str| {
        screen
            .lines()
            .any(|line| line.contains(&format!("▸ {number}")) || line.contains(&format!("▸{number}")))
    };
    assert!(!chosen(&screen, "[2]") && chosen(&desk.screen(), "[2]"), "{}", desk.screen());
    desk.click(column + 6, row + 1);
    assert_ne!(desk.screen(), screen, "a click on the selected one opens it or asks");
}

#[test]
fn a_click_chooses_no_other_article_while_labels_are_typed() {
    let mut desk = Desk::new(100, 30);
    let before = desk.app.headlines.position();
    desk.press("t").type_in("sea").click(4, 12);
    assert_eq!(desk.app.headlines.position(), before);
    desk.press("enter");
    assert!(desk.screen().contains("tagged sea: "), "{}", desk.screen());
}

#[test]
fn the_mouse_is_left_to_the_terminal_and_taken_again() {
    let mut desk = Desk::new(100, 30);
    desk.press(":").type_in("leave the mouse").press("enter");
    assert_eq!(desk.done.last(), Some(&Effect::ListenToMouse(false)));
    desk.press(":").type_in("leave the mouse").press("enter");
    assert_eq!(desk.done.last(), Some(&Effect::ListenToMouse(true)));
    assert!(desk.screen().contains("works here again"));
}

/// An article of many lines beside others.
fn long() -> (tempfile::TempDir, Desk) {
    let line = |n: u32| format!("The tide table of day {n}.\n\n");
    let lines: String = (1..=300).map(line).collect();
    let long = format!("---\ntitle: Tides\ndate: 2025-03-02\n---\n\n{lines}");
    let (kept, place) = folder(&[
        ("a.md", long.as_str()),
        ("b.md", "---\ntitle: Bread\ndate: 2025-03-01\n---\n\nA loaf of harbour rye.\n"),
        ("c.md", "---\ntitle: Rye\ndate: 2025-02-01\n---\n\nA field of rye by the harbour.\n"),
    ]);
    (kept, open(place, 120, 30))
}

fn mouse(desk: &mut Desk, what: Gesture, column: u16, row: u16) {
    desk.send(Message::Mouse(Mouse { what, column, row }));
}

#[test]
fn a_click_on_the_bar_beside_an_article_goes_there_and_a_drag_goes_along() {
    let (_kept, mut desk) = long();
    desk.press("enter");
    let lines = desk.app.reader.open().unwrap().column.lines.len();
    desk.click(119, 15);
    let middle = desk.app.reader.top();
    assert!((lines * 2 / 5..lines * 3 / 5).contains(&middle), "{middle} of {lines}");
    mouse(&mut desk, Gesture::Drag, 90, 16);
    assert!(desk.app.reader.top() > middle, "the hand need not stay on the bar");
    mouse(&mut desk, Gesture::Drag, 119, 29);
    assert!(desk.app.reader.is_at_bottom());
    mouse(&mut desk, Gesture::Drag, 119, 0);
    assert_eq!(desk.app.reader.top(), 0);
    mouse(&mut desk, Gesture::Release, 119, 0);
    mouse(&mut desk, Gesture::Drag, 119, 20);
    assert_eq!(desk.app.reader.top(), 0, "it was let go");
    desk.press("space");
    let (before, row) = (desk.app.reader.top(), desk.finds("┃").1);
    desk.click(119, row);
    assert_eq!(desk.app.reader.top(), before, "taking hold of it moves nothing");
    desk.press("z").click(119, 28);
    assert!(desk.app.reader.top() > before, "alone on the screen it has its bar too");
}

#[test]
fn where_no_bar_is_drawn_a_click_at_the_edge_is_one_on_the_page() {
    let (_kept, mut desk) = long();
    desk.press("j").click(119, 20);
    assert_eq!(desk.app.scope(), Scope::Article, "a short article is opened");
    desk.press("q g").resize(80, 24).click(79, 5);
    assert_eq!(desk.app.scope(), Scope::Headlines, "there is only the list on a narrow screen");
    assert_eq!(desk.app.headlines.position(), 1);
}

#[test]
fn a_click_on_the_page_ends_the_typing_of_a_search_as_enter_does() {
    let (_kept, mut desk) = long();
    desk.press("/").type_in("rye").click_on("Rye");
    assert_eq!((desk.app.scope(), desk.app.headlines.total()), (Scope::Headlines, 2), "{}", desk.screen());
    assert_eq!(desk.app.headlines.position(), 1, "and selects the headline");
    desk.press("g /").type_in("rye").click(60, 8);
    assert_eq!((desk.app.scope(), desk.app.headlines.total()), (Scope::Article, 2), "{}", desk.screen());
}

#[test]
fn a_click_on_what_would_complete_a_search_goes_to_no_headline_behind_it() {
    let (_kept, mut desk) = long();
    desk.press("/").type_in("titl");
    let (column, row) = desk.finds("title:");
    desk.click(column, row);
    assert_eq!(desk.app.scope(), Scope::Prompt, "{}", desk.screen());
}
