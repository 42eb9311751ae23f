//! What a reader's fingers and eyes are used to: keys pressed one after another, articles that are passed
//! without being read, links that say where they lead, small screens, a language of one's own.

use std::path::PathBuf;

use newsprint::app::message::Message;
use newsprint::config::{Config, MarkRead};
use newsprint::marks::What;
use newsprint::words::Locale;

use crate::desk::{Desk, folder, open, shipped};

/// Articles long enough to be scrolled.
fn library() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    for number in 1..=4 {
        let line = |n: u32| {
            format!(
                "Lamp {} of quay {number} tells {} bakers and a gull the hour. ",
                n * number,
                n + 40 * number
            )
        };
        let words: String = (0..30).map(line).collect();
        let text = format!("---\ntitle: Lamp number {number}\ndate: 2025-11-0{number}\n---\n\n{words}\n");
        std::fs::write(folder.path().join(format!("{number}.md")), text).unwrap();
    }
    let place = folder.path().to_owned();
    (folder, place)
}

fn vim() -> Config {
    Config { preset: "vim".to_owned(), ..Config::default() }
}

/// How many articles were marked as read.
fn read(desk: &Desk) -> usize {
    desk.journal.iter().filter(|change| matches!(change.what, What::Read(true))).count()
}

#[test]
fn two_keys_in_a_row_are_a_command_and_may_have_a_count_before_them() {
    let (_folder, place) = library();
    let mut desk = Desk::open(&[place], 100, 24, &vim(), true);
    desk.press("G");
    assert_eq!(desk.app.headlines.position(), 3);
    desk.press("g");
    assert_eq!(desk.app.headlines.position(), 3, "one g waits for the second");
    desk.press("g");
    assert_eq!(desk.app.headlines.position(), 0);
    desk.press("3 g g");
    assert_eq!(desk.app.headlines.position(), 2);
    desk.press("G enter G g t");
    assert!(desk.screen().contains("Lamp number 3"), "{}", desk.screen());
    desk.press("g esc j g x");
    assert!(!desk.screen().contains("does nothing here"), "Esc ends the waiting, and nothing was typed");
}

#[test]
fn a_reader_who_hesitates_is_shown_what_may_follow() {
    let (_folder, place) = library();
    let mut desk = Desk::open(&[place], 100, 24, &vim(), true);
    desk.press("enter g");
    assert!(!desk.screen().contains("go to the top"));
    assert!(desk.app.deadline().is_some());
    desk.send(Message::Waited);
    let screen = desk.screen();
    for row in ["g  go to the top", "t  open the next article", "d  show the sources"] {
        assert!(screen.contains(row), "no {row:?} in {screen}");
    }
    desk.press("%");
    let screen = desk.screen();
    assert!(screen.contains("g % does nothing here") && !screen.contains("go to the top"), "{screen}");
}

#[test]
fn a_key_that_is_a_command_and_a_beginning_is_told() {
    let own = [("g g".to_owned(), "top".to_owned())].into();
    let config = Config { keys: [("headlines".to_owned(), own)].into(), ..Config::default() };
    let mut desk = Desk::open(&[shipped()], 100, 24, &config, true);
    desk.press("!");
    assert!(desk.screen().contains("`g` cannot be a command and begin `gg`"), "{}", desk.screen());
}

#[test]
fn an_article_that_is_passed_is_not_read_until_it_was_looked_at_for_a_while() {
    let (_folder, place) = library();
    let config = Config { dwell: 4, ..Config::default() };
    let mut desk = Desk::open(&[place], 100, 24, &config, true);
    desk.press("enter");
    assert_eq!(read(&desk), 1, "what is chosen from the list is read");
    desk.press("J");
    desk.press("J");
    assert_eq!(read(&desk), 1, "what is passed is not");
    let due = desk.app.deadline().unwrap();
    desk.send(Message::Focused(false));
    assert_eq!(desk.app.deadline(), None, "nothing wakes up while nobody looks");
    for _ in 0..9 {
        desk.send(Message::Focused(false));
    }
    assert_eq!(read(&desk), 1, "time out of sight does not count");
    desk.send(Message::Focused(true));
    assert!(desk.app.deadline().unwrap() > due);
    for _ in 0..3 {
        desk.send(Message::Waited);
    }
    assert_eq!(read(&desk), 2);
    assert_eq!(desk.app.deadline(), None);
}

#[test]
fn an_article_that_is_passed_is_read_as_soon_as_it_is_scrolled() {
    let (_folder, place) = library();
    let config = Config { mark_read: MarkRead::Dwell, dwell: 600, ..Config::default() };
    let mut desk = Desk::open(&[place], 100, 24, &config, true);
    desk.press("enter");
    assert_eq!(read(&desk), 0, "with `dwell` not even what is chosen");
    desk.press("J space");
    assert_eq!(read(&desk), 1);
    desk.press("r k j");
    assert_eq!(read(&desk), 1, "and not again once it was set back");
}

#[test]
fn a_link_whose_words_name_another_host_says_where_it_leads() {
    let folder = tempfile::tempdir().unwrap();
    let text = "---\ntitle: The bank writes\n---\n\nLog in at [bank.example](https://evil.example/login) today, \
        or ask [the guild](https://guild.example/). Never [run this](javascript:alert).\n";
    std::fs::write(folder.path().join("bank.md"), text).unwrap();
    let mut desk = Desk::open(&[folder.path().to_owned()], 100, 24, &Config::default(), true);
    desk.press("enter");
    let screen = desk.screen();
    assert!(screen.contains("bank.example[1] (evil.example)"), "{screen}");
    assert!(!screen.contains("(guild.example)"), "{screen}");
    let links = desk.app.hyperlinks();
    assert!(links.iter().all(|link| link.url.as_str().starts_with("https://")), "{links:?}");
    assert!(links.iter().any(|link| link.url.as_str() == "https://evil.example/login"));
}

#[test]
fn on_a_small_screen_nothing_shows_beside_what_is_laid_over_it() {
    for keys in ["S", "?", ":", "T", "#", "f", "M", "O"] {
        let mut desk = Desk::open(&[shipped()], 40, 12, &Config::default(), true);
        desk.press("enter").press(keys);
        let screen = desk.screen();
        let inside: Vec<&str> = screen.lines().skip(1).take(10).collect();
        let is_framed = |line: &&str| line.starts_with(['│', '╭', '╰']) && line.ends_with(['│', '╮', '╯']);
        let is_open = inside.first().is_some_and(|line| line.starts_with('╭'));
        assert!(!is_open || inside.iter().all(is_framed), "{keys}:\n{screen}");
        assert!(is_open || matches!(keys, "#" | "M" | "f"), "{keys}:\n{screen}");
    }
}

#[test]
fn mistakes_are_told_in_the_readers_language() {
    let config = Config { language: Some(Locale::German), preset: "emacs".to_owned(), ..Config::default() };
    let mut desk = Desk::open(&[shipped()], 120, 24, &config, true);
    desk.press("!");
    assert!(desk.screen().contains("es gibt keine Belegung `emacs`"), "{}", desk.screen());
    desk.press("esc /").type_in("titel:x");
    assert!(desk.screen().contains("meinten Sie title:?"), "{}", desk.screen());
}

#[test]
fn the_next_article_after_one_that_was_hidden_is_the_one_that_took_its_row() {
    let (_folder, place) = library();
    let mut desk = Desk::open(&[place], 100, 24, &Config::default(), true);
    let open = |desk: &Desk| {
        let open = desk.app.reader.open().unwrap();
        (open.id, open.article.headline.as_deref().unwrap_or_default().to_owned())
    };
    desk.press("enter J");
    assert_eq!(open(&desk).1, "Lamp number 3");
    desk.press("H J");
    assert_eq!(open(&desk).1, "Lamp number 2", "none is passed over");
    desk.press("H u");
    assert_eq!(desk.app.headlines.selected(), Some(open(&desk).0), "what is back is selected again");
    desk.press("J");
    assert_eq!(open(&desk).1, "Lamp number 1");
}

#[test]
fn a_lit_link_leaves_the_line_at_the_bottom_to_what_lies_over_it_and_goes_out_of_sight() {
    let links = [1, 2, 3].map(|n| format!("[quay {n}](https://quay.example/{n})\n\n")).concat();
    let words = "The bakers know the hour by the lamps along the quay, and so do the gulls.\n\n".repeat(60);
    let (_folder, place) = folder(&[("a.md", &format!("# Bread at dawn\n\n{links}{words}"))]);
    let mut desk = open(place, 110, 24);
    let bottom = |desk: &mut Desk| desk.screen().lines().last().unwrap_or_default().to_owned();
    desk.press("enter tab");
    assert!(bottom(&mut desk).contains("https://quay.example/1"), "{}", desk.screen());
    for (keys, hint) in [("S", "Esc"), ("C", "Esc"), ("i", "Esc")] {
        desk.press(keys);
        let line = bottom(&mut desk);
        assert!(line.contains(hint) && !line.contains("https://"), "{keys}: {line}");
        desk.press("esc");
    }
    desk.press("G");
    assert!(!bottom(&mut desk).contains("https://"), "{}", desk.screen());
}

#[test]
fn a_chosen_range_leaves_the_line_at_the_bottom_to_the_question() {
    let files: Vec<(String, String)> =
        (0..30).map(|n| (format!("{n}.md"), format!("# Lamp {n}\n\nWords.\n"))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (_folder, place) = folder(&files);
    let mut desk = open(place, 110, 24);
    desk.press("v G r");
    let line = desk.screen().lines().last().unwrap_or_default().to_owned();
    assert!(line.contains("Enter yes") && line.contains("Esc no"), "{}", desk.screen());
}

#[test]
fn the_tags_that_files_bring_complete_those_that_are_typed() {
    let (_folder, place) = folder(&[
        ("a.md", "---\ntitle: Lamps\ntags: [harbour, quay]\n---\n\nOne.\n"),
        ("b.md", "---\ntitle: Gulls\n---\n\nTwo.\n"),
    ]);
    let mut desk = open(place, 110, 24);
    desk.press("j t").type_in("harb").press("tab");
    assert!(desk.screen().contains("harbour,"), "{}", desk.screen());
}
