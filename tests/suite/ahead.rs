//! Going down the list with the article beside it: the next one is at hand before it is asked for.

use std::path::PathBuf;

use newsprint::app::effect::Effect;
use newsprint::app::errand::Errand;
use newsprint::app::message::Message;

use crate::desk::{Desk, folder, open};

/// Four articles in the order the list has them, each with one word of its own.
fn quays() -> (tempfile::TempDir, PathBuf) {
    let words = ["anchor", "buoy", "capstan", "davit"];
    let files: Vec<(String, String)> = (4..)
        .zip(words)
        .map(|(day, word)| {
            let name = format!("{word}.md");
            (
                name,
                format!(
                    "---\ntitle: Quay {word}\ndate: 2020-01-{:02}\n---\n\nHere lies a {word}.\n",
                    9 - day
                ),
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    folder(&files)
}

fn key(desk: &mut Desk, key: &str) -> Vec<Effect> {
    desk.app.update(0, Message::Key(key.parse().unwrap()))
}

#[test]
fn the_article_below_shows_with_the_key_itself() {
    let (_kept, library) = quays();
    let mut desk = open(library, 120, 30);
    assert!(desk.screen().contains("Here lies a anchor."), "{}", desk.screen());
    let asked = key(&mut desk, "j");
    assert!(desk.screen().contains("Here lies a buoy."), "{}", desk.screen());
    assert!(
        matches!(asked.as_slice(), [Effect::Ask(Errand::Confirm(..)), Effect::Ask(Errand::Ahead(..))]),
        "{asked:?}"
    );
}

#[test]
fn looking_ahead_goes_the_way_the_reader_goes() {
    let (_kept, library) = quays();
    let mut desk = open(library, 120, 30);
    desk.press("j j j k");
    assert!(desk.screen().contains("Here lies a capstan."), "{}", desk.screen());
    key(&mut desk, "k");
    assert!(desk.screen().contains("Here lies a buoy."), "the one above was at hand: {}", desk.screen());
    desk.press("g");
    let asked = key(&mut desk, "j");
    assert!(
        matches!(asked.as_slice(), [Effect::Ask(Errand::Load(..))]),
        "above the first there is none: {asked:?}"
    );
}

#[test]
fn an_article_at_hand_is_set_anew_for_a_screen_of_another_width() {
    let (_kept, library) = quays();
    let mut desk = open(library.clone(), 120, 30);
    desk.resize(104, 30);
    key(&mut desk, "j");
    let mut fresh = open(library, 104, 30);
    fresh.press("j");
    assert_eq!(desk.screen(), fresh.screen());
}

#[test]
fn nothing_is_read_ahead_where_no_article_stands_beside_the_list_or_words_are_typed() {
    let (_kept, library) = quays();
    let mut desk = open(library, 120, 30);
    desk.resize(80, 24);
    assert!(key(&mut desk, "j").is_empty());
    desk.resize(120, 30);
    desk.press("/");
    let asked = key(&mut desk, "q");
    assert!(!asked.iter().any(|effect| matches!(effect, Effect::Ask(Errand::Ahead(..)))), "{asked:?}");
}
