//! What a hand on the mouse may do: select and open rows, also of what lies over the page, and never throw
//! away what was typed.

use newsprint::app::effect::Effect;
use newsprint::config::Config;
use newsprint::marks::What;

use crate::desk::{Desk, shipped};

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
