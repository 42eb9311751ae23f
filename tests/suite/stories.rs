//! What a reader does, told key by key, on the shipped library.

use std::path::Path;

use newsprint::app::effect::Effect;
use newsprint::app::message::{Gesture, Message, Mouse, Reloaded};
use newsprint::config::file::Place;
use newsprint::config::{Config, MarkRead};
use newsprint::theme::Theme;
use newsprint::words::Words;

use crate::desk::{Desk, shipped};

fn click(column: u16, row: u16) -> Message {
    Message::Mouse(Mouse { what: Gesture::Click, column, row })
}

#[test]
fn opening_reads_and_going_back_keeps_the_list() {
    let mut desk = Desk::new(120, 40);
    let before = desk.screen();
    assert!(before.contains("Reading with newsprint"), "{before}");
    assert!(desk.journal.is_empty(), "looking marks nothing");
    desk.press("enter");
    assert_eq!(desk.journal.len(), 1, "opening marks as read");
    desk.press("q");
    assert!(desk.screen().contains("Reading with newsprint"));
}

#[test]
fn moving_never_marks() {
    let mut desk = Desk::new(120, 40);
    desk.press("j j j k G g pagedown ctrl-d n p J");
    assert!(desk.journal.is_empty());
}

#[test]
fn accents_do_not_matter_and_matches_are_lit() {
    let mut desk = Desk::new(120, 40);
    desk.press("/").type_in("treve");
    assert!(desk.screen().to_lowercase().contains("trêve"), "{}", desk.screen());
    desk.press("enter enter");
    let find = desk.app.reader.find.as_ref().expect("a hit lands on its match");
    assert!(!find.matches().is_empty());
    let count = find.count();
    desk.press("n");
    assert!(count.is_some_and(|count| count.starts_with("1/")));
}

#[test]
fn a_search_is_dropped_by_escape_and_the_selection_is_back() {
    let mut desk = Desk::new(120, 40);
    desk.press("j j");
    let before = desk.app.headlines.selected();
    desk.press("/").type_in("zzzz");
    assert_eq!(desk.app.headlines.total(), 0);
    desk.press("esc");
    assert_eq!(desk.app.headlines.selected(), before);
}

#[test]
fn finding_in_the_article_counts_and_goes_round() {
    let mut desk = Desk::new(80, 24);
    desk.press("enter /").type_in("the").press("enter");
    let total = desk.app.reader.find.as_ref().map_or(0, |f| f.matches().len());
    assert!(total > 2);
    let keys = vec!["n"; total].join(" ");
    desk.press(&keys);
    assert!(desk.app.reader.find.as_ref().is_some_and(|f| f.count() == Some(format!("1/{total}"))));
    desk.press("N");
    assert!(desk.app.reader.find.as_ref().is_some_and(|f| f.count() == Some(format!("{total}/{total}"))));
}

#[test]
fn marks_can_be_taken_back_and_done_again() {
    let mut desk = Desk::new(120, 40);
    let unread = desk.app.headlines.unread();
    desk.press("r");
    assert_eq!(desk.app.headlines.unread(), unread - 1);
    desk.press("u");
    assert_eq!(desk.app.headlines.unread(), unread);
    desk.press("ctrl-r");
    assert_eq!(desk.app.headlines.unread(), unread - 1);
    desk.press("s");
    assert!(desk.screen().contains('★'));
}

#[test]
fn marking_all_asks_first_and_one_key_takes_it_back() {
    let mut desk = Desk::new(120, 40);
    let unread = desk.app.headlines.unread();
    desk.press("A");
    assert!(desk.screen().contains(&format!("Mark {unread} unread articles")), "{}", desk.screen());
    desk.press("esc");
    assert_eq!(desk.app.headlines.unread(), unread);
    desk.press("A enter");
    assert_eq!(desk.app.headlines.unread(), 0);
    desk.press("u");
    assert_eq!(desk.app.headlines.unread(), unread);
}

#[test]
fn what_was_just_read_stays_in_the_unread_list_until_it_is_refreshed() {
    let mut desk = Desk::new(120, 40);
    desk.press("U");
    let total = desk.app.headlines.total();
    desk.press("r");
    assert_eq!(desk.app.headlines.total(), total);
    desk.press("R");
    assert_eq!(desk.app.headlines.total(), total - 1);
}

#[test]
fn a_source_opens_only_after_its_host_was_shown() {
    let mut desk = Desk::new(120, 40);
    desk.press("enter S");
    assert!(desk.screen().contains("[1]"), "{}", desk.screen());
    desk.press("o");
    assert!(desk.done.is_empty(), "nothing opens before the reader has seen where it leads");
    let asked = desk.screen();
    assert!(asked.contains("https://"), "{asked}");
    desk.press("enter");
    assert!(matches!(desk.done.as_slice(), [Effect::Browse(_)]));
}

#[test]
fn the_end_of_an_article_marks_it_where_the_reader_wants_that() {
    let config = Config { mark_read: MarkRead::End, ..Config::default() };
    let mut desk = Desk::open(&[shipped()], 80, 24, &config, false);
    desk.press("enter");
    assert!(desk.journal.is_empty());
    desk.press("G");
    assert!(!desk.journal.is_empty());
}

#[test]
fn the_place_is_kept_through_going_back_and_through_widths() {
    let mut desk = Desk::new(80, 24);
    desk.press("enter space space");
    let top = desk.app.reader.place().0;
    desk.press("q enter");
    assert_eq!(desk.app.reader.place().0, top);
    desk.resize(120, 40).resize(44, 20).resize(80, 24);
    assert_eq!(desk.app.reader.place().0, top, "the same word stays on top");
}

#[test]
fn the_palette_runs_what_it_finds() {
    let mut desk = Desk::new(120, 40);
    desk.press(":").type_in("star").press("enter");
    assert!(desk.screen().contains('★'), "{}", desk.screen());
}

#[test]
fn help_can_be_searched_and_names_the_keys_in_force() {
    let mut desk = Desk::new(120, 40);
    desk.press("?").type_in("copy address");
    let screen = desk.screen();
    assert!(screen.contains("copy the article's address") || screen.contains("copy its address"), "{screen}");
}

#[test]
fn an_unknown_key_says_so_and_where_help_is() {
    let mut desk = Desk::new(120, 40);
    desk.press("X");
    assert!(desk.screen().contains("X does nothing here · ? shows the keys"), "{}", desk.screen());
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let mut desk = Desk::new(120, 40);
    desk.send(click(5, 5));
    assert_eq!(desk.app.headlines.position(), 1);
    assert!(desk.journal.is_empty());
    desk.send(click(5, 5));
    assert_eq!(desk.journal.len(), 1);
}

#[test]
fn a_tiny_screen_says_what_it_needs_and_keys_still_work() {
    let mut desk = Desk::new(10, 3);
    assert!(desk.screen().contains("newsprint"));
    desk.press("j enter q").resize(80, 24);
    assert!(desk.screen().contains("unread"));
}

#[test]
fn what_stands_above_or_below_is_marked_after_asking_and_taken_back_in_one() {
    let mut desk = Desk::new(110, 30);
    desk.press("j j j ( enter");
    assert!(desk.screen().contains("marked as read: 3 articles · u takes it back"), "{}", desk.screen());
    let read = |desk: &Desk| {
        let marks = merged(&desk.journal);
        desk.journal
            .iter()
            .map(|change| change.article)
            .collect::<std::collections::HashSet<_>>()
            .into_iter()
            .filter(|id| marks.get(*id).read)
            .count()
    };
    assert_eq!(read(&desk), 3);
    desk.press("(");
    assert!(desk.screen().contains("everything above is read already"), "{}", desk.screen());
    desk.press(")");
    assert!(desk.screen().contains("unread articles below this one"), "{}", desk.screen());
    desk.press("n u");
    assert_eq!(read(&desk), 0);
}

#[test]
fn an_article_is_put_by_for_later_and_taken_back() {
    let mut desk = Desk::new(110, 30);
    desk.press("L");
    assert!(desk.screen().contains("put by for later"), "{}", desk.screen());
    let id = desk.journal[0].article;
    assert!(merged(&desk.journal).get(id).later);
    desk.press("u");
    assert!(!merged(&desk.journal).get(id).later);
}

fn merged(changes: &[newsprint::marks::Change]) -> newsprint::marks::Marks {
    let mut marks = newsprint::marks::Marks::default();
    marks.extend(changes);
    marks
}

#[test]
fn a_theme_is_looked_at_before_it_is_kept() {
    let mut desk = Desk::new(80, 24);
    let before = desk.screen();
    desk.press("T j j");
    assert!(desk.screen().contains("▸ daylight"));
    assert!(desk.styled().contains("bg=#FBFCFE"), "the whole screen shows the theme");
    desk.press("esc");
    assert_eq!(desk.screen(), before);
    assert!(desk.styled().contains("0:0..80 BOLD"), "the theme before is back");
    desk.press("T j j enter");
    assert!(desk.screen().contains("theme daylight from now on, until the config names another"));
    assert!(desk.styled().contains("bg=#FBFCFE"));
}

#[test]
fn places_show_what_is_unread_in_sections_and_saved_searches_and_lead_there() {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in [
        ("harbour/a.txt", "Gulls over the mole\n\nThey came in the night."),
        ("harbour/2016/b.txt", "Terns over the mole\n\nThey came at noon."),
        ("fields/c.txt", "Larks over the barley\n\nThey sing at noon."),
        ("harbourmaster/e.txt", "Buoys over the bar\n\nThey ring in fog."),
        ("fields/harbour/f.txt", "Quails over the stubble\n\nThey whistle at dawn."),
        ("d.txt", "Swifts over the roofs\n\nNobody counts them."),
    ] {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let mut config = Config::default();
    config.libraries.insert("letters".to_owned(), "/nowhere".into());
    config.searches.insert("at noon".to_owned(), "noon is:unread".to_owned());
    let mut desk = Desk::open(&[folder.path().to_owned()], 100, 30, &config, false);
    let screen = desk.press("f").screen();
    for line in ["Libraries", "letters", "Searches", "at noon", "Sections", "fields", "harbour"] {
        assert!(screen.contains(line), "{line}:\n{screen}");
    }
    assert!(screen.contains("2 unread of 2") && screen.contains("1 unread of 1"), "{screen}");
    let screen = desk.press("j enter").screen();
    assert!(screen.contains("Terns") && screen.contains("Larks") && !screen.contains("Gulls"), "{screen}");
    let top = screen.lines().next().unwrap_or_default();
    assert!(
        top.contains("articles › at noon") && !top.contains("is:unread"),
        "where one is has a name: {top}"
    );
    let screen = desk.press("f j j j enter").screen();
    assert!(screen.contains("Gulls") && screen.contains("Terns") && !screen.contains("Larks"), "{screen}");
    let top = screen.lines().next().unwrap_or_default();
    assert!(top.contains("articles › harbour") && !top.contains("in:"), "{top}");
    assert!(
        !screen.contains("Buoys") && !screen.contains("Quails"),
        "a folder named alike is another:\n{screen}"
    );
    desk.press("f enter");
    assert!(desk.done.contains(&Effect::Switch("letters".to_owned())), "{:?}", desk.done);
}

/// What the runtime sends when the config was written and now says `text`.
fn rewritten(text: &str) -> Message {
    let place = Place { path: Path::new("config.toml"), home: None };
    let (config, problems) = newsprint::config::file::parse(text, place);
    let theme = Theme::named(&config.theme, false).unwrap();
    let words = Words::new(config.language.unwrap_or_default(), false);
    Message::Reloaded(Box::new(Reloaded { before: Config::default(), config, theme, words, problems }))
}

#[test]
fn a_config_that_changes_takes_effect_at_once() {
    let mut desk = Desk::new(80, 24);
    desk.send(rewritten("theme = \"daylight\"\nlanguage = \"de\"\nkeys = \"neomutt\"\n"));
    assert!(desk.screen().contains("die Konfiguration wurde neu gelesen"));
    assert!(desk.styled().contains("bg=#FBFCFE"));
    desk.press("F");
    assert!(desk.screen().contains("Stern gesetzt"));
}

#[test]
fn a_measure_chosen_after_the_config_changed_is_remembered_beside_what_that_says_now() {
    let mut desk = Desk::new(80, 24);
    desk.send(rewritten("measure = 60\n")).press("enter <");
    let Some(Effect::Remember(memory)) = desk.done.last().cloned() else { panic!("nothing is remembered") };
    assert_eq!(memory.measure, Some((56, 60)));
}

#[test]
fn a_broken_config_changes_nothing_and_says_where_it_is_broken() {
    let mut desk = Desk::new(120, 24);
    desk.send(rewritten("theme = \"daylight\"\nmeasure = \"wide\"\n"));
    assert!(!desk.styled().contains("bg=#FBFCFE"));
    assert!(desk.screen().contains("config.toml, line 2, column 11"), "{}", desk.screen());
    let screen = desk.press("j").screen();
    assert!(!screen.contains("line 2, column 11") && screen.contains("2/20"), "the keys are back: {screen}");
    assert!(screen.contains("1 problem (!)"), "{screen}");
    assert!(desk.press("!").screen().contains("line 2, column 11"), "it is told for as long as it lasts");
    desk.send(rewritten("measure = 60\n"));
    let screen = desk.press("esc j").screen();
    assert!(!screen.contains("problem"), "until the file is mended: {screen}");
}

#[test]
fn of_a_list_without_articles_none_is_read_alone_on_the_screen() {
    let mut desk = Desk::new(100, 30);
    let screen = desk.press("/ z z q q enter z").screen();
    assert!(screen.contains("Nothing has") && screen.contains("nothing to open"), "{screen}");
}

#[test]
fn the_screen_is_drawn_anew_wherever_one_is() {
    for keys in ["T", "S", "i", "enter S", "?", "/", ":"] {
        let mut desk = Desk::new(100, 30);
        desk.press(keys).press("ctrl-l");
        assert_eq!(desk.done.last(), Some(&Effect::Redraw), "{keys}");
    }
}

#[test]
fn a_config_that_is_broken_at_the_start_says_so_until_a_key_is_pressed() {
    let config = Config { preset: "emacs".to_owned(), ..Config::default() };
    let mut desk = Desk::open(&[shipped()], 120, 24, &config, true);
    let screen = desk.screen();
    assert!(screen.lines().last().unwrap().contains("there is no preset `emacs`"), "{screen}");
    let screen = desk.press("j").screen();
    assert!(screen.lines().last().unwrap().starts_with(" 2/20   "), "{screen}");
    assert!(screen.contains("1 problem (!)"), "{screen}");
}

#[test]
fn the_divider_can_be_dragged() {
    let mut desk = Desk::new(120, 24);
    let mouse = |what, column| Message::Mouse(Mouse { what, column, row: 10 });
    let divider = |desk: &mut Desk| desk.screen().lines().nth(10).unwrap().chars().position(|c| c == '│');
    let before = divider(&mut desk).unwrap();
    let column = u16::try_from(before).unwrap();
    desk.send(mouse(Gesture::Click, column)).send(mouse(Gesture::Drag, column - 10));
    assert_eq!(divider(&mut desk), Some(before - 10));
    desk.send(mouse(Gesture::Release, column - 10)).send(mouse(Gesture::Drag, column));
    assert_eq!(divider(&mut desk), Some(before - 10), "once it is let go it stays");
}
