//! What the reader did is asked for in queries: states, own tags, own notes, from a script and at the
//! desk; what is hidden is out of lists until it is asked for.

use newsprint::app::standing::standing;
use newsprint::config::Config;
use newsprint::marks::{Change, Marks, What};
use newsprint::theme::Theme;

use crate::desk::{Desk, shipped};
use crate::home::Home;

fn home() -> Home {
    let home = Home::new();
    home.file(
        "news/lamps.md",
        "---\ntitle: Lamps\ntags: [sea]\n---\n\nThe last lamp went out on a Friday.\n",
    );
    home.file("news/bread.md", "---\ntitle: Bread\n---\n\nA loaf tells you how it was made.\n");
    home.file("news/bees.md", "---\ntitle: Bees\n---\n\nThey hum, and nobody minds.\n");
    home
}

fn titles(home: &Home, query: &str) -> Vec<String> {
    let records = home.run(&["list", "-f", "json", "--sort", "title", "news", "--", query]).json();
    records.iter().map(|record| record["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_state_can_be_asked_for_and_denied() {
    let home = home();
    for (deed, query) in [
        ("later", "is:later"),
        ("star", "is:starred"),
        ("finish", "is:finished"),
        ("tag=quay", "is:tagged"),
        ("note=ask Ada", "is:noted"),
        ("highlight=last lamp", "is:highlighted"),
        ("read", "is:read"),
    ] {
        assert!(titles(&home, query).is_empty(), "{query} before");
        home.run(&["mark", deed, "news/lamps.md"]);
        assert_eq!(titles(&home, query), ["Lamps"], "{query}");
        assert_eq!(titles(&home, &format!("-{query}")), ["Bees", "Bread"], "-{query}");
    }
}

#[test]
fn hidden_articles_are_listed_only_when_asked_for_or_named() {
    let home = home();
    home.run(&["mark", "hide", "news/bees.md"]);
    assert_eq!(titles(&home, ""), ["Bread", "Lamps"]);
    assert_eq!(titles(&home, "hum"), Vec::<String>::new());
    assert_eq!(titles(&home, "is:hidden"), ["Bees"]);
    assert_eq!(titles(&home, "is:hidden OR lamp"), ["Bees", "Lamps"]);
    assert_eq!(
        home.run(&["list", "-f", "json", "news/bees.md"]).json().len(),
        1,
        "a file that is named is shown"
    );
    home.run(&["mark", "undo"]);
    assert_eq!(titles(&home, "hum"), ["Bees"]);
}

#[test]
fn own_tags_and_notes_are_found_as_the_files_words_are() {
    let home = home();
    home.run(&["mark", "tag=Été au phare", "news/bread.md"]);
    home.run(&["mark", "note=the crust, as Ada says", "news/bees.md"]);
    assert_eq!(titles(&home, "tag:ete"), ["Bread"]);
    assert_eq!(titles(&home, "tag:sea"), ["Lamps"]);
    assert_eq!(titles(&home, "phare"), ["Bread"]);
    assert_eq!(titles(&home, "note:crust"), ["Bees"]);
    assert_eq!(titles(&home, "crust"), ["Bees"]);
    assert_eq!(titles(&home, "-crust"), ["Bread", "Lamps"]);
    assert!(titles(&home, "note:loaf").is_empty(), "a note is what the reader wrote");
    let tags = &home.run(&["list", "-f", "json", "news/bread.md"]).json()[0]["tags"];
    assert_eq!(*tags, serde_json::json!(["Été au phare"]));
}

/// A desk on the shipped library, its first article marked so.
fn desk(what: &[What]) -> Desk {
    let first = Desk::new(120, 40).app.headlines.selected().unwrap();
    let mut marks = Marks::default();
    for (stamp, what) in (1..).zip(what.iter().cloned()) {
        marks.apply(&Change { article: first, what, stamp, path: None, part: None });
    }
    let theme = Theme::named("default", false).unwrap();
    Desk::with(&[shipped()], 120, 40, &Config::default(), theme, marks)
}

#[test]
fn a_row_shows_what_else_was_done_with_its_article() {
    let mut desk =
        desk(&[What::Later(true), What::Tag("quayside".into(), true), What::Note("ask Ada".into())]);
    assert!(desk.screen().contains("◔ # ✎"), "{}", desk.screen());
    desk.resize(30, 24);
    assert!(desk.screen().contains("◔ # ✎"), "{}", desk.screen());
}

#[test]
fn the_desk_finds_by_state_tag_and_note() {
    let mut desk =
        desk(&[What::Later(true), What::Tag("quayside".into(), true), What::Note("ask Ada".into())]);
    for query in ["is:later", "tag:quayside", "note:ada", "is:noted", "is:tagged"] {
        desk.press("/").type_in(query);
        assert_eq!(desk.app.headlines.total(), 1, "{query}");
        desk.press("esc");
    }
}

#[test]
fn a_mark_answers_for_its_standing() {
    let mut marks = Marks::default();
    let id = "00000000000000aa".parse().unwrap();
    marks.apply(&Change { article: id, what: What::Hidden(true), stamp: 1, path: None, part: None });
    let standing = standing(&marks.get(id));
    assert!(standing.hidden && !standing.read && !standing.noted);
}
