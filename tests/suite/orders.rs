//! The order of a list, chosen by key, is there again at the next start of the same library.

use std::fs;
use std::path::PathBuf;

use newsprint::app::effect::Effect;
use newsprint::app::message::Message;
use newsprint::app::orders::{Chosen, Orders};
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

/// The order that was kept last, if one is.
fn kept(desk: &Desk) -> Option<Chosen> {
    let kept = desk.done.iter().rev().find_map(|effect| match effect {
        Effect::KeepOrder(chosen) => Some(*chosen),
        _ => None,
    });
    kept.expect("it was kept")
}

#[test]
fn the_order_is_kept_as_soon_as_it_is_chosen_and_there_again() {
    let (_kept, place) = library();
    let mut first = open(place.clone(), 100, 24);
    first.press("\\ \\ ^");
    let mut second = open(place, 100, 24);
    second.send(Message::Ordered(second.app.first_order(kept(&first))));
    assert_eq!(second.app.headlines.order, Order { by: OrderBy::Title, reversed: true });
    let screen = second.screen();
    assert!(screen.contains("▸● Zinc"), "{screen}");
    second.press("\\ \\ \\ ^");
    assert_eq!(kept(&second), None, "as the config says: nothing to remember");
}

#[test]
fn a_config_that_asks_for_another_order_since_is_followed() {
    let (_kept, place) = library();
    let mut first = open(place.clone(), 100, 24);
    first.press("\\ q");
    let config = Config { sort: Sort::Title, ..Config::default() };
    let mut second = Desk::open(&[place], 100, 24, &config, true);
    second.send(Message::Ordered(second.app.first_order(kept(&first))));
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
    sitting.press("q").ends();
    let file = home.path().join("data/newsprint/orders.jsonl");
    let kept = fs::read_to_string(&file).unwrap();
    assert_eq!(Orders::parse(&kept).text(), kept);

    let mut other = Sitting::sized(home.path(), &more, 60, 24);
    other.sees("▸● Herring");
    other.press("\\").sees("sorted by unread");
    other.press("q").ends();
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 2);

    let mut again = Sitting::sized(home.path(), &news, 60, 24);
    again.sees("▸● Amber");
    again.press("q").ends();
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 2);

    fs::write(&file, "\u{0}{\"library\": [[[").unwrap();
    let mut fresh = Sitting::sized(home.path(), &news, 60, 24);
    fresh.sees("▸● Herring");
    fresh.press("\\").sees("sorted by unread");
    fresh.press("q").ends();
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 1, "and it is whole again");
}
