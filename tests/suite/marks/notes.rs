//! Notes and highlights at the desk: words chosen by keys, lit up, noted, listed, found again after an
//! edit, taken back; a draft is never lost.

use newsprint::app::drafts::Drafts;
use newsprint::app::effect::Effect;
use newsprint::app::message::{Followed, Message};
use newsprint::config::Config;
use newsprint::marks::Marks;
use newsprint::theme::Theme;

use crate::desk::Desk;
use crate::home::Home;

const LAMPS: &str = "---\ntitle: The lamplighters\nauthor: Ada Wren\npublisher: Harbour Post\ndate: 2025-11-14\n---\n\n\
    The last lamp went out. Nobody asked the keeper why.\n\nIn spring the ladder was sold, and the quay stayed dark.\n";

fn home() -> Home {
    let home = Home::new();
    home.file("news/lamps.md", LAMPS);
    home.file(
        "news/bread.md",
        "---\ntitle: Bread\ndate: 2025-01-01\n---\n\nA loaf tells you how it was made.\n",
    );
    home
}

fn desk(home: &Home) -> Desk {
    Desk::open(&[home.path("news")], 110, 30, &Config::default(), false)
}

fn merged(desk: &Desk) -> Marks {
    let mut marks = Marks::default();
    marks.extend(&desk.journal);
    marks
}

fn quotes(desk: &Desk) -> Vec<(String, String)> {
    let marks = merged(desk);
    let ids = marks.annotated();
    let lit = ids.iter().flat_map(|id| marks.get(*id).highlights);
    lit.map(|lit| (lit.quote.exact, lit.note)).collect()
}

#[test]
fn a_sentence_is_chosen_and_lit_up_and_shown_so() {
    let home = home();
    let mut desk = desk(&home);
    desk.press("enter v j j enter");
    assert_eq!(quotes(&desk), [("Nobody asked the keeper why.".into(), String::new())]);
    let screen = desk.screen();
    assert!(screen.contains("▌ The last lamp went out. Nobody"), "a bar stands beside it: {screen}");
    assert!(screen.contains("highlighted: The lamplighters · u takes it back"), "{screen}");
    assert!(desk.styled().contains("bg=Green"), "{}", desk.styled());
    desk.press("u");
    assert!(quotes(&desk).is_empty() && !desk.screen().contains('▌'), "{}", desk.screen());
    desk.press("ctrl-r");
    assert!(desk.screen().contains('▌'));
}

#[test]
fn words_are_chosen_to_the_word_and_read_without_colour() {
    let home = home();
    let theme = Theme::named("mono", true).unwrap();
    let mut desk = Desk::with(&[home.path("news")], 80, 24, &Config::default(), theme, Marks::default());
    desk.press("enter v j w w h h h enter");
    assert_eq!(quotes(&desk), [("lamp".into(), String::new())]);
    assert!(desk.styled().contains("ITALIC | UNDERLINED"), "{}", desk.styled());
}

#[test]
fn a_note_on_words_stands_below_their_paragraph_and_is_edited_there() {
    let home = home();
    let mut desk = desk(&home);
    desk.press("enter v j j a").type_in("why not").press("enter").type_in("ask Ada").press("esc");
    assert_eq!(quotes(&desk), [("Nobody asked the keeper why.".into(), "why not\nask Ada".into())]);
    let screen = desk.screen();
    let line = |words: &str| screen.lines().position(|line| line.contains(words)).unwrap_or(usize::MAX);
    assert!(line("keeper why.") < line("✎ why not") && line("ask Ada") < line("In spring"), "{screen}");
    desk.press("v j j a").type_in("!").press("esc");
    assert_eq!(quotes(&desk), [("Nobody asked the keeper why.".into(), "why not\nask Ada!".into())]);
    desk.press("v j j x");
    assert!(quotes(&desk).is_empty());
    assert!(!desk.screen().contains('✎'), "{}", desk.screen());
}

#[test]
fn a_note_on_the_article_stands_under_its_headline_with_the_labels() {
    let home = home();
    let mut desk = desk(&home);
    desk.press("a").type_in("read again in May").press("esc t").type_in("harbour").press("enter enter");
    let screen = desk.screen();
    assert!(screen.contains("# harbour") && screen.contains("✎ read again in May"), "{screen}");
    let away = vec!["backspace"; 20].join(" ");
    desk.press("a").press(&away).press("esc");
    let marks = merged(&desk);
    assert!(marks.annotated().is_empty(), "an empty note is none");
}

#[test]
fn whatever_ends_the_writing_keeps_the_note_but_one_key() {
    let home = home();
    for (keys, kept) in [("esc", true), ("ctrl-s", true), ("ctrl-c", true), ("ctrl-g", false)] {
        let mut desk = desk(&home);
        desk.press("a").type_in("draft").press(keys);
        assert_eq!(!merged(&desk).annotated().is_empty(), kept, "{keys}");
    }
    let mut desk = desk(&home);
    desk.press("a").type_in("draft").send(Message::Quit);
    assert!(!merged(&desk).annotated().is_empty(), "the end of the terminal keeps it too");
}

#[test]
fn a_note_is_gone_on_with_in_the_readers_editor_and_kept_when_it_ends() {
    let home = home();
    let mut desk = desk(&home);
    desk.press("enter v j j a").type_in("why not").press("ctrl-o");
    assert!(matches!(desk.done.last(), Some(Effect::Compose(text)) if text == "why not"), "{:?}", desk.done);
    desk.send(Message::Written("why not\n\nask \u{1b}[31mAda\n".into()));
    assert_eq!(quotes(&desk), [("Nobody asked the keeper why.".into(), "why not\n\nask Ada".into())]);
    desk.press("q a").type_in("draft").press("ctrl-o").send(Message::Failed("no editor".into()));
    assert!(
        desk.screen().contains("draft"),
        "an editor that does not start leaves the draft: {}",
        desk.screen()
    );
}

#[test]
fn everything_written_is_listed_and_opens_at_its_place() {
    let home = home();
    let mut desk = desk(&home);
    desk.press("M");
    assert!(desk.screen().contains("no notes and no highlights yet"), "{}", desk.screen());
    desk.press("enter v } } enter q j a").type_in("crust").press("esc M");
    let screen = desk.screen();
    assert!(screen.contains("Notes and highlights (2)"), "{screen}");
    assert!(screen.contains("“In spring the ladder was sold, and the quay stayed dark.”"), "{screen}");
    assert!(screen.contains("crust"), "{screen}");
    desk.press("enter");
    assert!(desk.app.reader.open().is_some_and(|open| open.path.ends_with("lamps.md")));
    assert!(desk.screen().contains('▌'), "{}", desk.screen());
    for query in ["note:crust", "crust", "is:noted"] {
        desk.press("q esc /").type_in(query).press("enter");
        assert_eq!(desk.app.headlines.total(), 1, "{query}");
        desk.press("enter");
    }
}

#[test]
fn chosen_words_are_copied_with_what_they_are_from() {
    let home = home();
    let mut desk = desk(&home);
    desk.press("enter v j y");
    let copied = desk.done.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.clone()),
        _ => None,
    });
    assert_eq!(
        copied.unwrap(),
        "“The last lamp went out.” — Ada Wren, “The lamplighters”, Harbour Post, 14 Nov 2025"
    );
}

#[test]
fn highlights_survive_an_edit_of_the_file() {
    let home = home();
    let mut before = desk(&home);
    before.press("enter v j j enter");
    home.file(
        "news/lamps.md",
        &LAMPS
            .replace("The last lamp", "A first line. Then the very last lamp")
            .replace("the keeper why", "the old keeper why"),
    );
    let theme = Theme::named("default", false).unwrap();
    let lamps = merged(&before).annotated()[0];
    let mut marks = merged(&before);
    let mut after = Desk::with(&[home.path("news")], 110, 30, &Config::default(), theme, marks.clone());
    let edited = after.app.headlines.selected().unwrap();
    after.send(Message::Followed(vec![Followed {
        id: edited,
        was: lamps,
        path: home.path("news/lamps.md"),
    }]));
    marks.extend(&after.journal);
    after.press("enter");
    assert!(after.screen().contains("▌"), "{}", after.screen());
    assert_eq!(marks.get(edited).highlights.len(), 1);
}

#[test]
fn a_note_is_written_anew_from_the_list_of_notes_and_the_list_is_there_again() {
    let home = home();
    let mut desk = desk(&home);
    desk.press("enter a").type_in("read again").press("esc v j j enter v j j j enter M");
    assert!(desk.screen().contains("a edit"), "{}", desk.screen());
    desk.press("j a").type_in("why not").press("esc");
    let screen = desk.screen();
    assert!(screen.contains("Notes and highlights (3)") && screen.contains("why not"), "{screen}");
    assert!(!screen.contains("takes it back"), "no key does so here: {screen}");
    assert!(quotes(&desk).iter().any(|(_, note)| note == "why not"), "{:?}", quotes(&desk));
    desk.press("a").type_in(" ask Ada").press("ctrl-g");
    assert!(desk.screen().contains("why not") && !desk.screen().contains("ask Ada"), "{}", desk.screen());
    desk.press("k a").press(&"backspace ".repeat(10)).press("esc");
    assert!(desk.screen().contains("Notes and highlights (2)"), "an empty note is gone: {}", desk.screen());
    desk.press("esc u");
    assert!(desk.screen().contains("read again"), "and comes back: {}", desk.screen());
}

#[test]
fn the_last_note_of_the_list_takes_the_list_with_it() {
    let home = home();
    let mut desk = desk(&home);
    desk.press("a").type_in("gone soon").press("esc M a").press(&"backspace ".repeat(9)).press("esc");
    let screen = desk.screen();
    assert!(!screen.contains("Notes and highlights") && screen.contains("note taken away"), "{screen}");
}

/// What would be on the disk of notes being written.
fn put_by(desk: &Desk) -> Drafts {
    let mut drafts = Drafts::default();
    for effect in &desk.done {
        if let Effect::PutBy(draft) = effect {
            drafts.keep(draft);
        }
    }
    Drafts::parse(&drafts.text())
}

#[test]
fn a_note_that_was_being_written_when_newsprint_was_killed_is_there_again() {
    let home = home();
    let mut killed = desk(&home);
    killed.press("enter v j j a").type_in("why not");
    assert_eq!(put_by(&killed), Drafts::default(), "nothing is written while keys are pressed");
    killed.wait(1_500);
    assert_eq!(killed.app.deadline(), None, "once it is put by, nothing wakes up");
    killed.press("esc q");
    assert_eq!(put_by(&killed), Drafts::default(), "a note that is kept leaves no draft");
    killed.press("j a").type_in("crust").wait(1_500).type_in(", and sal").wait(3_000).type_in("t");

    let mut next = desk(&home);
    next.app.recall_drafts(put_by(&killed));
    next.press("a");
    assert!(!next.screen().contains("crust"), "it is of another article: {}", next.screen());
    next.press("esc j a");
    let screen = next.screen();
    assert!(screen.contains("crust, and sal") && screen.contains("is here again"), "{screen}");
    assert!(next.journal.is_empty(), "a draft is no mark until it is kept");
    next.type_in("t").press("esc a");
    assert!(next.screen().contains("crust, and salt") && !next.screen().contains("here again"));
    assert_eq!(merged(&next).annotated().len(), 1);
    assert_eq!(put_by(&next), Drafts::default());
}

#[test]
fn a_draft_that_is_dropped_is_gone() {
    let home = home();
    let mut desk = desk(&home);
    desk.press("a").type_in("draft").wait(1_500);
    assert_ne!(put_by(&desk), Drafts::default());
    desk.press("ctrl-g a");
    assert!(!desk.screen().contains("draft"), "{}", desk.screen());
    assert_eq!(put_by(&desk), Drafts::default());
}

#[test]
fn a_note_written_in_a_small_window_is_seen_whole_in_a_larger_one() {
    let home = home();
    let mut desk = Desk::open(&[home.path("news")], 40, 12, &Config::default(), true);
    desk.press("enter a");
    for line in 1..=9 {
        desk.type_in(&format!("line {line}")).press("enter");
    }
    desk.type_in("the end");
    for (width, height) in [(80, 24), (120, 40), (20, 5), (120, 40)] {
        desk.resize(width, height);
        let screen = desk.screen();
        assert!(screen.contains("the end"), "{width}x{height}:\n{screen}");
        assert!(height < 20 || screen.contains("line 1 "), "{width}x{height}:\n{screen}");
    }
    desk.resize(20, 5);
    let screen = desk.screen();
    assert!(screen.contains("Esc keep"), "{screen}");
    desk.press("backspace").type_in("d").press("esc");
    assert!(merged(&desk).get(desk.app.reader.open().unwrap().id).note.unwrap().ends_with("line 9\nthe end"));
}

#[test]
fn notes_on_what_is_gone_are_listed_under_the_file_it_was() {
    let home = home();
    let mut desk = desk(&home);
    desk.press("enter a").type_in("ask Ada").press("esc q");
    let marks = merged(&desk);
    std::fs::remove_file(home.path("news/lamps.md")).unwrap();
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let theme = Theme::named("dark", true).unwrap();
        let places = [home.path("news")];
        let mut desk = Desk::with(&places, width, height, &Config::default(), theme, marks.clone());
        let screen = desk.press("M").screen();
        assert!(screen.contains("lamps.md · not in the library"), "{screen}");
    }
}
