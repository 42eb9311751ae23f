//! What one reads, counted: nothing that was not done, and estimates called estimates.

use newsprint::config::Config;
use newsprint::words::Locale;

use crate::desk::{Desk, shipped};

fn shows(desk: &mut Desk, words: &str) {
    let screen = desk.screen();
    assert!(screen.contains(words), "no {words:?} in\n{screen}");
}

/// Reads an article to its end, begins another, and ticks a third off.
fn reader(width: u16, height: u16, config: &Config) -> Desk {
    let mut desk = Desk::open(&[shipped()], width, height, config, true);
    desk.press("enter G q j enter j j j q j j r");
    desk
}

#[test]
fn nothing_is_counted_before_anything_was_read() {
    let mut desk = Desk::new(100, 30);
    desk.press("C");
    shows(&mut desk, "nothing was read yet");
}

#[test]
fn what_was_read_begun_and_ticked_off_is_told_apart() {
    let mut desk = reader(100, 40, &Config::default());
    desk.press("C");
    for words in [
        "What you read",
        "2 opened: 1 read to the end, 1 begun",
        "Minutes and words are estimates",
        "1 more is marked as read and was never opened",
        "Outlets",
        "Mon ",
        "minutes a day",
    ] {
        shows(&mut desk, words);
    }
    desk.press("esc");
    assert!(!desk.screen().contains("What you read"));
}

#[test]
fn the_statistics_look_as_they_should_at_every_size_and_in_every_language() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut desk = reader(width, height, &Config::default());
        desk.press("C");
        insta::assert_snapshot!(format!("statistics-{width}x{height}"), desk.styled());
    }
    for (locale, heading) in [
        (Locale::French, "Ce que vous avez lu"),
        (Locale::German, "Gelesenes"),
        (Locale::Spanish, "Lo que ha leído"),
    ] {
        let mut desk = reader(80, 24, &Config { language: Some(locale), ..Config::default() });
        desk.press("C");
        shows(&mut desk, heading);
    }
}

#[test]
fn the_month_is_told_apart_from_all_time() {
    let mut desk = reader(100, 40, &Config::default());
    desk.press("C");
    assert!(!desk.screen().contains("This month"), "it is all there is:\n{}", desk.screen());
    desk.press("esc").wait(40 * 86_400_000);
    desk.press("j enter G q C");
    shows(&mut desk, "This month: 1 opened, 1 read to the end, about");
    shows(&mut desk, "3 opened: 2 read to the end");
}
