//! What is said where a search has a mistake, or finds nothing.

use newsprint::config::Config;
use newsprint::words::Locale;

use crate::desk::{Desk, shipped};
use crate::home::Home;

#[test]
fn a_mistake_in_a_search_is_told_whole() {
    for (width, end) in [(120, "started, finished"), (80, "hidden"), (40, "read")] {
        let mut desk = Desk::new(width, 24);
        desk.press("/").type_in("is:bogus");
        let screen = desk.screen();
        assert!(screen.contains("is: takes unread") && screen.contains(end), "{screen}");
        let last = screen.lines().last().unwrap();
        assert!(last.contains("is:bogus") && !last.contains('…'), "nothing is cut beside it:\n{screen}");
    }
    let french = Config { language: Some(Locale::French), ..Config::default() };
    let mut desk = Desk::open(&[shipped()], 120, 24, &french, true);
    desk.press("/").type_in("befor:2016");
    assert!(desk.screen().contains("ce sont des mots"), "{}", desk.screen());
}

#[test]
fn what_was_not_found_is_named_without_the_blank_behind_it() {
    let mut desk = Desk::new(120, 24);
    desk.press("/").type_in("zebra ");
    assert!(desk.screen().contains("Nothing has “zebra”."), "{}", desk.screen());
    desk.press("enter");
    assert!(desk.screen().contains("Nothing has “zebra”. Esc shows everything."), "{}", desk.screen());
}

#[test]
fn how_many_were_found_is_not_cut_on_a_narrow_screen() {
    let mut desk = Desk::new(40, 12);
    let screen = desk.press("/").type_in("a").screen();
    assert!(screen.ends_with(" 19\n"), "the number alone, where there is no room for more:\n{screen}");
}

#[test]
fn where_no_words_were_asked_for_none_are_missed() {
    let home = Home::new();
    home.file("news/a.md", "# Lamps\n\nThe lamps went out.\n");
    let starred = home.run(&["list", "news", "is:starred"]);
    assert!(starred.err.contains("\"is:starred\": no article fits"), "{starred:?}");
    let words = home.run(&["list", "news", "zebra"]);
    assert!(words.err.contains("\"zebra\": no article has these words"), "{words:?}");
}
