//! Finding one's way: outline, history, places under letters, links by key, where one is.

use std::path::PathBuf;

use newsprint::app::commands::Scope;
use newsprint::app::effect::Effect;
use newsprint::app::memory::Memory;
use newsprint::app::message::Message;
use newsprint::app::window_title;
use newsprint::config::Config;
use newsprint::marks::What;
use newsprint::typeset::Composed;

use crate::desk::{Desk, folder, open};

/// Two articles: a long one with headings, links and a note, and a short one.
fn library() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let words = "The bakers know the hour by the lamps along the quay, and so do the gulls. ".repeat(14);
    let long = format!(
        "---\ntitle: Bread at dawn\ndate: 2025-11-14\n---\n\nAsk [the guild](https://guild.example/loaves?day=1) or \
         [the harbour master](https://harbour.example/).[^1]\n\n{words}\n\n## The first oven\n\n{words}\n\n## The second \
         oven\n\n{words}\n\n[^1]: Nobody weighs salt by eye.\n"
    );
    std::fs::write(folder.path().join("bread.md"), long).unwrap();
    let short = "---\ntitle: Rain\ndate: 2025-11-13\n---\n\nIt rained all day, and nobody minded much.\n";
    std::fs::write(folder.path().join("rain.md"), short).unwrap();
    let place = folder.path().to_owned();
    (folder, place)
}

fn desk(place: &PathBuf) -> Desk {
    Desk::open(std::slice::from_ref(place), 110, 24, &Config::default(), true)
}

fn shows(desk: &mut Desk, words: &str) {
    let screen = desk.screen();
    assert!(screen.contains(words), "no {words:?} in\n{screen}");
}

#[test]
fn the_outline_leads_to_a_heading_and_the_history_back() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    desk.press("enter #");
    for heading in ["Headings", "Bread at dawn", "The first oven", "The second oven"] {
        shows(&mut desk, heading);
    }
    desk.press("j j enter");
    assert_eq!(desk.app.reader.section(), Some("The second oven"));
    desk.press("ctrl-o");
    assert_eq!(desk.app.reader.top(), 0);
    desk.press("alt-right");
    assert_eq!(desk.app.reader.section(), Some("The second oven"));
}

#[test]
fn the_history_leads_through_articles_to_the_word() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    desk.press("enter space space");
    let word = desk.app.reader.place().0;
    desk.press("J");
    shows(&mut desk, "nobody minded much");
    desk.press("ctrl-o");
    assert_eq!(desk.app.reader.place().0, word);
    desk.press("alt-right");
    shows(&mut desk, "nobody minded much");
    desk.press("q alt-left");
    shows(&mut desk, "articles › Rain");
    desk.press("ctrl-o ctrl-o ctrl-o ctrl-o");
    shows(&mut desk, "nowhere to go back to");
}

#[test]
fn a_place_under_a_letter_is_found_again_by_the_next_run() {
    let (_folder, place) = library();
    let mut first = desk(&place);
    first.press("enter space space m a");
    shows(&mut first, "kept under a: Bread at dawn");
    let word = first.app.reader.place().0;
    first.press("g ' a");
    assert_eq!(first.app.reader.place().0, word);
    first.press("' '");
    assert_eq!(first.app.reader.top(), 0, "'' is where the reader was before");
    let kept = first.done.iter().rev().find_map(|effect| match effect {
        Effect::Remember(memory) => Some(memory.text()),
        _ => None,
    });
    let mut second = desk(&place);
    second.app.recall(Memory::parse(&kept.unwrap()));
    second.press("j ' a");
    assert_eq!(second.app.reader.place().0, word);
    shows(&mut second, "articles › Bread at dawn");
    second.press("' z");
    shows(&mut second, "no place is kept under z");
}

#[test]
fn keys_that_may_follow_are_shown_when_the_reader_hesitates() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    desk.press("enter").wait(10_000);
    assert_eq!(desk.app.deadline(), None, "nothing is waited for, so nothing wakes up");
    desk.press("m a '");
    assert!(desk.app.deadline().is_some());
    let before = desk.screen();
    assert!(!before.contains("Go to a place"));
    desk.send(Message::Waited);
    assert_eq!(desk.app.deadline(), None);
    shows(&mut desk, "Go to a place");
    shows(&mut desk, "a  Bread at dawn");
    desk.press("esc");
    assert!(!desk.screen().contains("Go to a place"));
}

#[test]
fn tab_lights_links_and_says_where_they_lead_before_enter_asks() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    desk.press("enter tab");
    shows(&mut desk, "[1] guild.example · https://guild.example/loaves?day=1");
    desk.press("tab");
    shows(&mut desk, "[2] harbour.example");
    desk.press("shift-tab enter");
    shows(&mut desk, "https://guild.example/loaves?day=1");
    assert!(desk.done.iter().all(|effect| !matches!(effect, Effect::Browse(_))), "Enter asks first");
    desk.press("enter");
    assert!(desk.done.iter().any(|effect| matches!(effect, Effect::Browse(_))));
    desk.press("tab esc");
    assert!(desk.app.reader.lit().is_none(), "Esc puts the link out and stays");
    shows(&mut desk, "articles › Bread at dawn");
}

#[test]
fn a_note_is_gone_to_and_come_back_from() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    desk.press("enter tab tab tab");
    shows(&mut desk, "Nobody weighs salt by eye.");
    desk.press("enter");
    assert!(desk.app.reader.top() > 0);
    desk.press("ctrl-o");
    assert_eq!(desk.app.reader.top(), 0);
}

#[test]
fn letters_on_links_lead_where_they_stand() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    desk.press("enter ;");
    shows(&mut desk, "Ask the guild[a]");
    desk.press("s");
    shows(&mut desk, "https://harbour.example/");
    desk.press("esc ; x");
    shows(&mut desk, "no link has x");
}

#[test]
fn a_number_shows_where_it_leads_before_enter() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    desk.press("enter 2");
    shows(&mut desk, "[2] harbour.example · https://harbour.example/");
    desk.press("enter");
    shows(&mut desk, "Open harbour.example");
}

#[test]
fn a_page_turned_marks_where_reading_goes_on() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    let last = desk.press("enter").screen().lines().rev().nth(1).unwrap_or_default().trim_end().to_owned();
    desk.press("space");
    let screen = desk.screen();
    let lines: Vec<&str> = screen.lines().collect();
    let mark = lines.iter().position(|line| line.contains("│  → ")).expect("a mark");
    let tail =
        |line: &str| line.rsplit('│').next().unwrap_or_default().replace(['┃', '→'], " ").trim().to_owned();
    assert_eq!(
        tail(lines[mark - 1]),
        tail(&last),
        "the line above it is the last of the page before:\n{screen}"
    );
    desk.press("j");
    assert!(!desk.screen().lines().any(|line| line.contains("│  →")), "and goes again");
}

#[test]
fn the_window_and_the_top_line_say_where_one_is() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    assert_eq!(window_title(&desk.app), "newsprint – articles");
    shows(&mut desk, "newsprint › articles");
    desk.press("enter # j enter");
    assert_eq!(window_title(&desk.app), "newsprint – Bread at dawn");
    shows(&mut desk, "articles › Bread at dawn › The first oven");
}

#[test]
fn the_measure_chosen_by_key_is_remembered_until_the_config_says_otherwise() {
    let (_folder, place) = library();
    let mut first = desk(&place);
    first.press("enter < <");
    let Some(Effect::Remember(memory)) = first.done.last().cloned() else { panic!("nothing is remembered") };
    assert_eq!(memory.measure, Some((64, 72)));
    let mut second = desk(&place);
    second.app.recall(memory.clone());
    assert_eq!(second.app.reader.measure, 64);
    let config = Config { measure: 80, ..Config::default() };
    let mut third = Desk::open(&[place], 110, 24, &config, true);
    third.app.recall(memory);
    assert_eq!(third.app.reader.measure, 80);
}

#[test]
fn links_on_the_screen_carry_their_checked_address() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    assert!(desk.app.hyperlinks().is_empty(), "what is only looked at is not clickable");
    desk.press("enter");
    let hosts: Vec<String> = desk.app.hyperlinks().iter().map(|link| link.url.host().to_owned()).collect();
    assert!(hosts.contains(&"guild.example".to_owned()) && hosts.contains(&"harbour.example".to_owned()));
    desk.press("?");
    assert!(desk.app.hyperlinks().is_empty(), "nothing under an overlay is clickable");
}

#[test]
fn what_was_done_names_the_article_it_was_done_to() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    desk.press("s");
    shows(&mut desk, "starred: Bread at dawn · u takes it back");
    desk.press("enter L");
    shows(&mut desk, "put by for later: Bread at dawn · u takes it back");
}

#[test]
fn a_note_never_has_the_number_of_a_link() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    desk.press("enter");
    shows(&mut desk, "or the harbour master[2].¹");
}

#[test]
fn keys_pressed_while_an_article_is_loaded_are_for_that_article() {
    let (_folder, place) = library();
    let mut desk = Desk::open(std::slice::from_ref(&place), 80, 24, &Config::default(), true);
    let id = desk.app.headlines.selected().unwrap();
    for key in ["enter", "1", "enter"] {
        // What is asked for is long in coming.
        drop(desk.app.update(1_900_000_000_000, Message::Key(key.parse().unwrap())));
    }
    let path = place.join("bread.md");
    let article = newsprint::library::scan::read(&path).articles.unwrap().swap_remove(0);
    desk.send(Message::Loaded {
        id,
        path,
        article: Ok(Box::new(Composed::new(Box::new(article), desk.app.reader.page()))),
    });
    shows(&mut desk, "Open guild.example");
}

#[test]
fn a_number_that_was_typed_is_dropped_first() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    desk.press("enter 1 esc");
    shows(&mut desk, "articles › Bread at dawn");
    desk.press("esc 2 esc enter");
    shows(&mut desk, "articles › Bread at dawn");
}

#[test]
fn a_number_before_g_names_a_row_or_a_line() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    desk.press("2 G");
    assert_eq!(desk.app.headlines.position(), 1);
    desk.press("1 g");
    assert_eq!(desk.app.headlines.position(), 0);
    desk.press("enter 5 G");
    assert_eq!(desk.app.reader.top(), 4);
    desk.press("3 g");
    assert_eq!(desk.app.reader.top(), 2);
}

#[test]
fn a_jump_further_than_a_screen_can_be_taken_back() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    let before = desk.press("enter ctrl-d").app.reader.top();
    desk.press("G");
    assert!(desk.app.reader.top() > before + 20);
    desk.press("ctrl-o");
    assert_eq!(desk.app.reader.top(), before);
}

#[test]
fn letters_stand_on_the_list_of_links_at_the_end_too() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    desk.press("enter G");
    shows(&mut desk, "harbour.example");
    desk.press(";");
    assert!(!desk.screen().contains("no link shows here"), "{}", desk.screen());
    desk.press("s");
    shows(&mut desk, "https://harbour.example/");
    desk.press("esc");
}

#[test]
fn lists_over_the_page_have_a_top_and_a_bottom() {
    let (_folder, place) = library();
    let mut desk = desk(&place);
    desk.press("T end");
    let last = desk.screen();
    desk.press("g G");
    assert_eq!(desk.screen(), last);
    desk.press("home");
    assert_ne!(desk.screen(), last);
    desk.press("esc ?");
    let top = desk.screen();
    desk.press("end");
    assert_ne!(desk.screen(), top, "the keys scroll while nothing is typed");
    desk.press("home");
    assert_eq!(desk.screen(), top);
}

#[test]
fn what_is_typed_into_can_be_stepped_back_from_to_the_shell() {
    let (_folder, place) = library();
    for keys in ["/", ":", "?", "enter a"] {
        let mut desk = desk(&place);
        desk.press(keys).press("ctrl-z");
        assert!(desk.done.contains(&Effect::Suspend), "{keys}");
    }
}

#[test]
fn the_letter_of_a_place_is_never_taken_for_a_command() {
    let (_folder, place) = library();
    for keys in ["' H", "' a", "enter ' H", "enter ' a", "enter ' q"] {
        let mut desk = desk(&place);
        desk.press(keys);
        shows(&mut desk, "no place is kept yet");
        shows(&mut desk, "Rain");
        assert!(desk.journal.iter().all(|change| !matches!(change.what, What::Hidden(_))), "{keys}");
        assert!(matches!(desk.app.scope(), Scope::Headlines | Scope::Article), "no note is begun by {keys}");
    }
}

#[test]
fn the_headings_say_which_key_goes_there() {
    let (_folder, place) = library();
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut desk = Desk::open(std::slice::from_ref(&place), width, height, &Config::default(), true);
        desk.press("enter #");
        shows(&mut desk, "Enter go");
    }
}

#[test]
fn the_page_is_at_its_hundredth_part_when_nothing_is_left_below() {
    let sources: Vec<String> =
        (1..=30).map(|n| format!("[{n}] \"Lamps, part {n}\", Harbour Post, 3 May 1893.")).collect();
    let text = format!(
        "---\ntitle: Lamps\ndate: 2025-11-14\n---\n\nThe lamp went out.[1]\n\n## Sources\n\n{}\n",
        sources.join("\n\n")
    );
    let (_folder, place) = folder(&[("lamps.md", &text)]);
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut desk = open(place.clone(), width, height);
        desk.press("enter");
        shows(&mut desk, "99 %");
        desk.press("pagedown pagedown pagedown pagedown pagedown pagedown pagedown pagedown pagedown");
        shows(&mut desk, "100 %");
    }
}
