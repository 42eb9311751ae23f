//! The articles of the list over time: bars, a stretch of them, and the search it becomes.

use std::path::PathBuf;

use newsprint::config::Config;

use crate::desk::Desk;

/// Articles on these days.
fn library(days: &[&str]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    for (number, day) in days.iter().enumerate() {
        let text = format!(
            "---\ntitle: Report {number}\ndate: {day}\n---\n\nThe keeper of the lamp wrote on {day}.\n"
        );
        std::fs::write(folder.path().join(format!("{number}.md")), text).unwrap();
    }
    let place = folder.path().to_owned();
    (folder, place)
}

const DAYS: [&str; 10] = [
    "2024-11-02",
    "2024-11-09",
    "2024-11-23",
    "2024-12-24",
    "2025-02-01",
    "2025-02-02",
    "2025-02-20",
    "2025-02-28",
    "2025-02-28",
    "2025-03-04",
];

fn desk(place: &PathBuf, width: u16, height: u16) -> Desk {
    Desk::open(std::slice::from_ref(place), width, height, &Config::default(), true)
}

fn shows(desk: &mut Desk, words: &str) {
    let screen = desk.screen();
    assert!(screen.contains(words), "no {words:?} in\n{screen}");
}

#[test]
fn the_month_of_the_selected_article_is_lit_and_narrows_the_list() {
    let (_folder, place) = library(&DAYS);
    let mut desk = desk(&place, 100, 24);
    desk.press("j D");
    for words in ["Timeline of 10 articles", "Feb 2025 · 5 articles", "Dec 2024", "Jan 2025", "3"] {
        shows(&mut desk, words);
    }
    desk.press("enter");
    shows(&mut desk, "date:2025-02");
    shows(&mut desk, "5 of 10");
    desk.press("esc");
    shows(&mut desk, "10 unread of 10");
    desk.press("D enter enter");
    shows(&mut desk, "5 of 10");
    desk.press("esc");
    shows(&mut desk, "10 unread of 10");
}

#[test]
fn arrows_choose_a_stretch_and_longer_steps() {
    let (_folder, place) = library(&DAYS);
    let mut desk = desk(&place, 100, 24);
    desk.press("D down down J");
    shows(&mut desk, "Nov 2024 – Dec 2024 · 4 articles");
    desk.press("enter");
    shows(&mut desk, "after:2024-10-31 before:2025-01-01");
    shows(&mut desk, "4 of 10");
    desk.press("enter D");
    shows(&mut desk, "Timeline of 4 articles");
    desk.press("left");
    shows(&mut desk, "2024");
    desk.press("enter enter");
    shows(&mut desk, "date:2024");
    assert!(!desk.screen().contains("after:"), "the stretch before is gone: the new one lies in it");
    desk.press("D right right");
    shows(&mut desk, "24 Dec 2024");
}

#[test]
fn months_without_articles_are_passed_by_and_begin_no_screen() {
    let (_folder, place) = library(&["2023-01-03", "2024-05-04", "2025-11-02"]);
    let mut desk = desk(&place, 40, 12);
    desk.press("D down");
    shows(&mut desk, "▸ May 2024");
    let screen = desk.screen();
    assert!(screen.lines().nth(3).unwrap().contains("May 2024"), "{screen}");
    desk.press("down");
    shows(&mut desk, "▸ Jan 2023");
    desk.press("up up down K");
    shows(&mut desk, "May 2024 – Nov 2025");
}

#[test]
fn the_list_that_is_shown_is_what_is_counted() {
    let (_folder, place) = library(&DAYS);
    let mut desk = desk(&place, 100, 24);
    desk.press("r U D");
    shows(&mut desk, "Timeline of 9 articles");
    desk.press("esc");
    let (_none, bare) = library(&[]);
    std::fs::write(bare.join("a.txt"), "Fog\n\nFog at noon, and nobody wrote down the day of it.\n").unwrap();
    let mut desk = Desk::open(&[bare], 100, 24, &Config::default(), true);
    desk.press("D");
    shows(&mut desk, "no article of the list has a date");
}

#[test]
fn the_timeline_looks_as_it_should_at_every_size() {
    let (_folder, place) = library(&DAYS);
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut desk = desk(&place, width, height);
        desk.press("j D J");
        insta::assert_snapshot!(format!("timeline-{width}x{height}"), desk.styled());
    }
}

#[test]
fn on_a_narrow_screen_the_key_that_closes_it_is_named() {
    let (_folder, place) = library(&DAYS);
    let screen = desk(&place, 40, 12).press("D").screen();
    assert!(screen.lines().last().unwrap().contains("Esc close"), "{screen}");
}
