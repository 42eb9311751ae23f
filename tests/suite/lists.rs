//! The list of a library as it was left: its order and the selected headline are there again at the next start.

use std::fs;
use std::path::PathBuf;

use newsprint::app::effect::Effect;
use newsprint::app::lists::{Left, Lists};
use newsprint::app::message::Message;
use newsprint::config::{Config, Sort};
use newsprint::library::{Order, OrderBy};

use crate::desk::{Desk, folder, open};
use crate::terminal::Sitting;

/// Nine articles whose headlines stand in another order than their days.
fn library() -> (tempfile::TempDir, PathBuf) {
    let titles = ["Lamps", "Bread", "Zinc", "Fog", "Amber", "Quays", "Salt", "Gulls", "Herring"];
    let article = |(day, title): (usize, &&str)| {
        let text = format!("---\ntitle: {title}\ndate: 2025-03-0{}\n---\n\nA word on {title}.\n", day + 1);
        (format!("{day}.md"), text)
    };
    let files: Vec<(String, String)> = titles.iter().enumerate().map(article).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    folder(&files)
}

/// How the list was left last.
fn left(desk: &Desk) -> Left {
    let kept = desk.done.iter().rev().find_map(|effect| match effect {
        Effect::KeepList(left) => Some(*left),
        _ => None,
    });
    kept.expect("it was kept")
}

fn selected(desk: &Desk) -> String {
    desk.app.headlines.selected_row().map(|row| row.headline.to_string()).unwrap_or_default()
}

#[test]
fn the_order_and_the_selected_headline_are_there_again() {
    let (_kept, place) = library();
    let mut first = open(place.clone(), 100, 24);
    first.press("\\ \\ ^ j j j q");
    assert_eq!(selected(&first), "Bread");
    let mut second = open(place, 100, 24);
    second.send(Message::Opened(left(&first)));
    assert_eq!(selected(&second), "Bread", "{}", second.screen());
    assert_eq!(second.app.headlines.order, Order { by: OrderBy::Title, reversed: true });
    second.press("\\ \\ \\ ^ g q");
    assert_eq!(left(&second), Left::default(), "as the config says, at the top: nothing to remember");
}

#[test]
fn a_chosen_order_is_kept_at_once_and_an_end_without_notice_does_not_lose_it() {
    let (_kept, place) = library();
    let mut desk = open(place, 100, 24);
    desk.press("\\");
    assert_eq!(left(&desk).order.unwrap().0.by, OrderBy::Unread);
}

#[test]
fn who_leaves_at_the_top_begins_at_the_top_whatever_arrived_there() {
    let (_kept, place) = library();
    let mut desk = open(place, 100, 24);
    desk.press("j k enter q Q");
    assert_eq!(left(&desk).selected, None);
}

#[test]
fn an_article_that_is_gone_leaves_the_reader_at_the_top() {
    let (_kept, place) = library();
    let mut first = open(place.clone(), 100, 24);
    first.press("j j Q");
    assert_eq!(selected(&first), "Salt");
    fs::remove_file(place.join("6.md")).unwrap();
    let mut second = open(place.clone(), 100, 24);
    second.send(Message::Opened(left(&first)));
    assert_eq!(selected(&second), "Herring");
    second.press("j");
    fs::write(place.join("6.md"), "---\ntitle: Salt\ndate: 2025-03-07\n---\n\nA word on Salt.\n").unwrap();
    second.scan();
    assert_eq!(selected(&second), "Gulls", "who moved on is not called back");
}

#[test]
fn an_article_that_is_read_from_its_file_later_is_selected_when_it_comes() {
    let (_kept, place) = library();
    let mut first = open(place.clone(), 100, 24);
    first.press("j j Q");
    let (salt, aside) = (place.join("6.md"), tempfile::tempdir().unwrap());
    fs::copy(&salt, aside.path().join("6.md")).unwrap();
    fs::remove_file(&salt).unwrap();
    let mut second = open(place, 100, 24);
    second.send(Message::Opened(left(&first)));
    fs::copy(aside.path().join("6.md"), &salt).unwrap();
    second.scan();
    assert_eq!(selected(&second), "Salt");
}

#[test]
fn a_config_that_asks_for_another_order_since_is_followed() {
    let (_kept, place) = library();
    let mut first = open(place.clone(), 100, 24);
    first.press("\\ q");
    let config = Config { sort: Sort::Title, ..Config::default() };
    let mut second = Desk::open(&[place], 100, 24, &config, true);
    second.send(Message::Opened(left(&first)));
    assert_eq!(second.app.headlines.order.by, OrderBy::Title);
}

#[test]
fn each_library_has_its_own_and_what_makes_no_sense_stops_nothing() {
    let home = tempfile::tempdir().unwrap();
    let ((_news, news), (_more, more)) = (library(), library());
    let mut sitting = Sitting::sized(home.path(), &news, 60, 24);
    sitting.sees("Herring");
    sitting.press("\\").sees("sorted by unread");
    sitting.press("\\").sees("sorted by title");
    sitting.press("gjj").sees("3/9");
    sitting.press("q").ends();
    let file = home.path().join("data/newsprint/lists.jsonl");
    let kept = fs::read_to_string(&file).unwrap();
    assert_eq!(Lists::parse(&kept).text(), kept);

    let mut other = Sitting::sized(home.path(), &more, 60, 24);
    other.sees("1/9");
    other.press("jjjj").sees("5/9");
    other.press("q").ends();
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 2);

    let mut again = Sitting::sized(home.path(), &news, 60, 24);
    let screen = again.sees("3/9");
    assert!(screen.contains("▸ ● Fog") || screen.contains("▸● Fog"), "{screen}");
    again.press("q").ends();
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 2);

    fs::write(&file, "\u{0}{\"library\": [[[").unwrap();
    let mut fresh = Sitting::sized(home.path(), &news, 60, 24);
    fresh.sees("1/9");
    fresh.press("j").sees("2/9");
    fresh.press("q").ends();
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 1, "and it is whole again");
}
