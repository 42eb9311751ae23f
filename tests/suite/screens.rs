//! Whole screens at several sizes, in text and in style. A change here is a change a reader sees.

use std::path::Path;

use newsprint::app::message::Message;
use newsprint::config::Config;
use newsprint::words::Locale;

use crate::desk::{Desk, shipped};

/// The sizes every screen is looked at.
const SIZES: [(u16, u16); 5] = [(120, 40), (80, 24), (60, 20), (40, 12), (20, 5)];

fn at_every_size(name: &str, keys: &str, typed: &str) {
    for (width, height) in SIZES {
        let mut desk = Desk::new(width, height);
        desk.press(keys).type_in(typed);
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), desk.styled());
    }
}

#[test]
fn headlines() {
    at_every_size("headlines", "", "");
}

#[test]
fn an_open_article() {
    at_every_size("article", "j j j j enter", "");
}

#[test]
fn the_end_of_an_article() {
    at_every_size("end", "j j j j enter G", "");
}

#[test]
fn a_search() {
    at_every_size("search", "/", "harbour");
}

#[test]
fn finding_in_an_article() {
    at_every_size("find", "enter /", "the");
}

#[test]
fn sources() {
    at_every_size("sources", "enter S", "");
}

#[test]
fn help() {
    at_every_size("help", "?", "");
}

#[test]
fn the_palette() {
    at_every_size("palette", ":", "star");
}

#[test]
fn a_question() {
    at_every_size("question", "A", "");
}

#[test]
fn the_picker_of_themes() {
    at_every_size("themes", "T j", "");
}

#[test]
fn every_pane_on_a_light_page_on_a_dark_one_and_without_colour() {
    const PANES: &[(&str, &str, &str)] = &[
        ("headlines", "j s", ""),
        ("article", "j j j j enter", ""),
        ("search", "/", "harbour"),
        ("find", "enter /", "the"),
        ("sources", "enter S", ""),
        ("help", "?", ""),
        ("palette", ":", "star"),
        ("problems", "!", ""),
        ("themes", "T", ""),
        ("question", "A", ""),
        ("outline", "enter #", ""),
        ("places", "f", ""),
        ("notes", "enter v enter a", "Ask the keeper."),
        ("noted", "enter v a", "Ask the keeper."),
        ("outlets", "O", ""),
        ("related", "enter ~", ""),
        ("timeline", "D", ""),
        ("statistics", "enter q C", ""),
        ("chosen", "x j x", ""),
        ("passage", "enter v l l", ""),
        ("tagging", "t", "har"),
        ("exporting", "w", ""),
        ("which-key", "enter m a '", ""),
        ("links", "j j j enter ;", ""),
    ];
    for (pane, keys, typed) in PANES {
        in_every_look(pane, &shipped(), keys, typed);
    }
    let (_folder, place) = crate::versions::library();
    in_every_look("versions", &place, "V", "");
    in_every_look("changes", &place, "V d", "");
}

/// A pane at four sizes on a light page, on a dark one and without colour. A reader who waits for a key
/// waits long enough to be shown what may follow.
fn in_every_look(pane: &str, place: &Path, keys: &str, typed: &str) {
    // A folder made for the test has another name each time, always as long as this one.
    let folder = place.file_name().unwrap().to_string_lossy().into_owned();
    let named = |screen: String| {
        if folder.starts_with(".tmp") { screen.replace(&folder, "the-folder") } else { screen }
    };
    for (look, theme) in [("light", "broadsheet"), ("dark", "lamplight"), ("none", "mono")] {
        let config = Config { theme: theme.to_owned(), ..Config::default() };
        let mut screens = String::new();
        for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
            let mut desk = Desk::open(&[place.to_owned()], width, height, &config, false);
            desk.press(keys).type_in(typed);
            if desk.app.deadline().is_some() {
                desk.send(Message::Waited);
            }
            screens.push_str(&format!("{width}x{height}\n{}\n", named(desk.styled())));
        }
        insta::assert_snapshot!(format!("look-{look}-{pane}"), screens);
    }
}

#[test]
fn no_colour_still_shows_what_is_what() {
    let mut desk = Desk::open(&[shipped()], 120, 40, &Config::default(), true);
    desk.press("/").type_in("harbour");
    insta::assert_snapshot!("no-colour", desk.styled());
}

/// Screens in another language than English, one after another.
fn in_language(locale: Locale) {
    for (name, keys) in
        [("list", "s"), ("article", "enter"), ("sources", "enter S"), ("help", "?"), ("asked", "A")]
    {
        let config = Config { language: Some(locale), ..Config::default() };
        let mut desk = Desk::open(&[shipped()], 80, 24, &config, false);
        desk.press(keys);
        insta::assert_snapshot!(format!("{}-{name}-80x24", locale.tag()), desk.screen());
    }
}

#[test]
fn in_french() {
    in_language(Locale::French);
}

#[test]
fn in_german() {
    in_language(Locale::German);
}
