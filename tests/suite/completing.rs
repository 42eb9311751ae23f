//! Searches completed while they are typed: fields, and values with how many articles they fit.

use newsprint::config::Config;
use newsprint::words::Locale;

use crate::desk::{Desk, shipped};

/// The lines of the screen with a frame in them, without what is beside it.
fn offered(desk: &mut Desk) -> Vec<String> {
    let screen = desk.screen();
    let inside = screen.lines().filter_map(|line| {
        let (_, rest) = line.split_once("│ ").filter(|(before, _)| !before.contains('╭'))?;
        rest.rsplit_once('│').map(|(row, _)| row.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    inside.filter(|row| !row.is_empty()).collect()
}

/// A screen with the list alone.
fn narrow(config: &Config) -> Desk {
    Desk::open(&[shipped()], 80, 24, config, false)
}

#[test]
fn a_field_is_offered_by_its_start_or_by_another_name_for_it_and_its_values_follow() {
    let mut desk = narrow(&Config::default());
    desk.press("/").type_in("out");
    assert_eq!(offered(&mut desk), ["source: outlet or works cited"]);
    desk.press("tab");
    assert!(desk.screen().contains("search all: source:"), "{}", desk.screen());
    desk.type_in("harb");
    assert_eq!(offered(&mut desk)[0], "Harbour Post 6", "{}", desk.screen());
    desk.press("tab");
    let screen = desk.screen();
    assert!(screen.contains("search all: source:\"Harbour Post\""), "{screen}");
    desk.press("enter");
    assert_eq!(desk.app.headlines.total(), 6);
}

#[test]
fn values_are_gone_through_and_the_search_follows_them() {
    let mut desk = narrow(&Config::default());
    desk.press("/").type_in("lang:");
    let rows = offered(&mut desk);
    assert!(rows.len() > 4 && rows[0].starts_with("en "), "most articles first: {rows:?}");
    let all = desk.app.headlines.total();
    desk.press("down down");
    let second = rows[1].split(' ').next().unwrap();
    assert!(desk.screen().contains(&format!("search all: lang:{second}")), "{}", desk.screen());
    let count: usize = rows[1].split(' ').nth(1).unwrap().parse().unwrap();
    assert_eq!(desk.app.headlines.total(), count, "the count is what is found");
    desk.press("up shift-tab");
    assert_eq!(desk.app.headlines.total(), all, "back at what was typed");
    desk.press("shift-tab shift-tab tab enter");
    assert!(desk.app.headlines.total() < all, "enter keeps what is on the line");
}

#[test]
fn every_field_is_offered_by_a_key_and_nothing_in_the_way_of_words() {
    let mut desk = narrow(&Config::default());
    desk.press("/").type_in("la");
    assert_eq!(offered(&mut desk), Vec::<String>::new(), "two letters are the start of many words");
    desk.press("ctrl-u tab");
    let rows = offered(&mut desk);
    assert!(rows.len() == 8 && rows[0].starts_with("title:"), "{rows:?}");
    desk.type_in("lamp");
    assert_eq!(offered(&mut desk), Vec::<String>::new());
}

#[test]
fn states_are_counted_and_said_in_the_language_of_the_reader() {
    let config = Config { language: Some(Locale::German), ..Config::default() };
    let mut desk = narrow(&config);
    desk.press("s j r / i s :");
    let rows = offered(&mut desk);
    let unread = desk.app.headlines.total() - 1;
    assert_eq!(rows[..3], [format!("unread {unread}"), "read 1".to_owned(), "starred 1".to_owned()]);
    desk.press("ctrl-u").type_in("has");
    assert_eq!(offered(&mut desk), ["has: was er enthält"]);
}

#[test]
fn labels_of_files_and_of_the_reader_are_offered_together() {
    let mut desk = narrow(&Config::default());
    desk.press("t").type_in("sea wall").press("enter");
    desk.press("/").type_in("tag:sea");
    let rows = offered(&mut desk);
    assert!(rows.contains(&"sea wall 1".to_owned()) && rows.len() > 1, "{rows:?}");
    let place = rows.iter().position(|row| row == "sea wall 1").unwrap();
    desk.press(&"tab ".repeat(place + 1));
    assert!(desk.screen().contains("tag:\"sea wall\""), "{}", desk.screen());
    assert_eq!(desk.app.headlines.total(), 1);
}
