//! Looking at the library as a whole, and leaving the screen, told key by key.

use newsprint::app::Whose;
use newsprint::app::commands::Scope;
use newsprint::app::effect::{Effect, Program};
use newsprint::app::errand::{Errand, Exported};
use newsprint::app::message::{Message, Reloaded};
use newsprint::config::Config;
use newsprint::theme::Theme;
use newsprint::words::{Locale, Words};

use crate::desk::Desk;

const FERRY: &str = "---\ntitle: The ferry stays away\ndate: 2016-12-08\nauthor: Ada Wren\n\
    publisher: Harbour Post\nlang: en\n---\n\nNo boat came to the quay on Monday. None was looked for \
    on Tuesday either, says the Kerlaven keeper.\n\n## Sources\n\n\
    - Bell (Lorient): Ice on the roads, 07/12/16\n\
    - Bell (Lorient): What the keeper wrote, 6 December 2016\n";

const ICE: &str = "---\ntitle: Ice on the roads\ndate: 2016-12-07\npublisher: Bell\nlang: en\n---\n\n\
    The road to the quay was closed at noon, and the ferry with it, as the harbour master told us.\n";

const LATER: &str = "---\ntitle: A year without the ferry\ndate: 2017-12-08\npublisher: Harbour Post\nlang: en\n---\n\n\
    It came back in spring, and nobody on the quay looked up.\n\n## Sources\n\n\
    - Bell: What the keeper wrote, 6 December 2016\n- Harbour Post: The ferry stays away, 8 December 2016\n";

struct Shelf {
    desk: Desk,
    _folder: tempfile::TempDir,
}

/// A library of three, newest first: a year later, the ferry, the ice.
fn shelf(width: u16, height: u16) -> Shelf {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("ferry.md", FERRY), ("ice.md", ICE), ("later.md", LATER)] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let desk = Desk::open(&[folder.path().to_owned()], width, height, &Config::default(), false);
    Shelf { desk, _folder: folder }
}

#[test]
fn a_source_that_is_in_the_library_opens_here_and_says_so() {
    let mut shelf = shelf(120, 40);
    let desk = &mut shelf.desk;
    desk.press("j enter S");
    let screen = desk.screen();
    assert!(screen.contains("in your library: Enter opens it"), "{screen}");
    assert!(screen.contains("also cited by another of your articles"), "{screen}");
    assert!(screen.contains("all sources are from one publisher · Lorient · 1 to 2 days before"), "{screen}");
    assert!(screen.contains("cites this article · Harbour Post"), "{screen}");
    desk.press("enter");
    assert!(
        desk.app
            .reader
            .open()
            .is_some_and(|open| open.article.headline.as_deref() == Some("Ice on the roads"))
    );
    assert_eq!(desk.app.headlines.position(), 2, "the list follows");
    desk.press("G esc");
    let open = |desk: &Desk| desk.app.reader.open().and_then(|open| open.article.headline.clone());
    assert_eq!(open(desk).as_deref(), Some("The ferry stays away"), "the way back leads to what cites it");
    assert_eq!(desk.app.scope(), Scope::Article);
    desk.press("esc");
    assert_eq!((desk.app.scope(), desk.app.headlines.position()), (Scope::Headlines, 1));
}

#[test]
fn an_article_that_cites_nothing_says_who_cites_it() {
    let mut shelf = shelf(120, 40);
    let desk = &mut shelf.desk;
    desk.press("j j enter S");
    assert!(desk.screen().contains("cites this article"), "{}", desk.screen());
    desk.press("enter");
    assert!(
        desk.app
            .reader
            .open()
            .is_some_and(|open| open.article.headline.as_deref() == Some("The ferry stays away"))
    );
}

#[test]
fn outlets_are_listed_and_enter_shows_their_articles() {
    let mut shelf = shelf(120, 40);
    let desk = &mut shelf.desk;
    desk.press("O");
    let screen = desk.screen();
    assert!(screen.contains("Outlets (2)"), "{screen}");
    assert!(screen.contains("1 article · cited 3 times"), "{screen}");
    assert!(screen.contains("7 Dec 2016 – 8 Dec 2017"), "{screen}");
    desk.press("s enter");
    assert_eq!(desk.app.headlines.words, "source:\"Bell\"");
    assert_eq!(desk.app.headlines.total(), 3);
}

#[test]
fn all_outlets_share_one_axis_of_years() {
    let mut shelf = shelf(80, 40);
    let desk = &mut shelf.desk;
    let screen = desk.press("O").screen();
    assert_eq!(screen.matches("in articles of").count(), 1, "said once, above:\n{screen}");
    let head = screen.lines().find(|line| line.contains("in articles of")).unwrap();
    assert!(head.ends_with(" 2016–2017 │"), "{screen}");
    let rows: Vec<&str> = screen.lines().filter(|line| line.starts_with("│     ")).collect();
    assert_eq!(rows.len(), 2, "{screen}");
    for row in rows {
        let bar: Vec<char> = row.chars().rev().skip(2).take(3).collect();
        assert!(bar[2] == ' ' && bar[..2].iter().all(|c| "·▁▂▃▄▅▆▇█".contains(*c)), "{row}");
    }
    let plain = Reloaded {
        before: Config::default(),
        config: Config::default(),
        theme: Theme::named("default", true).unwrap(),
        words: Words::new(Locale::English, true),
        problems: Vec::new(),
    };
    let screen = desk.press("esc").send(Message::Reloaded(Box::new(plain))).press("O").screen();
    assert!(screen.contains("Dec 2016 - ") && screen.contains(" 2016-2017 |"), "{screen}");
    assert!(screen.contains("#+ |") && screen.is_ascii(), "{screen}");
}

#[test]
fn related_articles_come_with_the_reason() {
    let mut shelf = shelf(120, 40);
    let desk = &mut shelf.desk;
    desk.press("j enter ~");
    let screen = desk.screen();
    assert!(screen.contains("shares 1 source · one cites the other"), "{screen}");
    desk.press("enter");
    assert!(
        desk.app
            .reader
            .open()
            .is_some_and(|open| open.article.headline.as_deref() == Some("A year without the ferry"))
    );
}

#[test]
fn citations_go_to_the_clipboard_in_every_style() {
    let mut shelf = shelf(120, 40);
    let desk = &mut shelf.desk;
    let copied = |desk: &Desk| match desk.done.last() {
        Some(Effect::Copy(text)) => text.clone(),
        other => panic!("{other:?}"),
    };
    desk.press("j enter Y");
    assert_eq!(copied(desk), "Ada Wren, “The ferry stays away”, Harbour Post, 8 Dec 2016");
    desk.press(":").type_in("bibtex").press("enter");
    assert!(copied(desk).starts_with("@article{wren2016ferry,"), "{}", copied(desk));
    desk.press("\"");
    assert_eq!(
        copied(desk),
        "“No boat came to the quay on Monday.”\n— Ada Wren, “The ferry stays away”, Harbour Post, 8 Dec 2016"
    );
    desk.press("S j m");
    assert_eq!(copied(desk), "“What the keeper wrote”, Bell, Lorient, 6 Dec 2016");
    desk.press("c");
    assert!(copied(desk).contains("\"container-title\": \"Bell\""), "{}", copied(desk));
}

#[test]
fn an_article_leaves_for_editor_pager_pipe_and_file() {
    let mut shelf = shelf(120, 40);
    let desk = &mut shelf.desk;
    desk.press("j enter e");
    match desk.done.last() {
        Some(Effect::Outside { program: Program::Editor, name, text }) => {
            assert_eq!(name, "the-ferry-stays-away.md");
            assert!(text.contains("# The ferry stays away"), "{text}");
        }
        other => panic!("{other:?}"),
    }
    desk.press("|");
    assert!(matches!(desk.done.last(), Some(Effect::Pipe(text)) if text.contains("No boat came")));
    desk.press("w enter");
    let Some(Effect::Ask(Errand::Export(export))) = desk.done.last().cloned() else { panic!() };
    assert_eq!((export.path.as_str(), export.over), ("the-ferry-stays-away.md", false));
    assert!(matches!(export.what, Exported::Article(_)));
    desk.send(Message::Exists(export));
    assert!(desk.screen().contains("Write over it?"), "{}", desk.screen());
    desk.press("enter");
    assert!(matches!(desk.done.last(), Some(Effect::Ask(Errand::Export(export))) if export.over));
    desk.press("W").type_in("x").press("enter");
    assert!(desk.screen().contains("unknown kind of file"), "{}", desk.screen());
}

#[test]
fn every_look_at_every_size() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        for (name, keys) in [("outlets", "O"), ("related", "j enter ~"), ("tied", "j enter S")] {
            let mut shelf = shelf(width, height);
            shelf.desk.press(keys);
            insta::assert_snapshot!(format!("{name}-{width}x{height}"), shelf.desk.styled());
        }
    }
}

#[test]
fn what_is_known_about_an_article_is_one_key_away_with_where_it_stood() {
    let mut shelf = shelf(120, 40);
    let desk = &mut shelf.desk;
    desk.press("j enter i");
    let screen = desk.screen();
    for words in ["About this article", "The ferry stays away", "Ada Wren", "Harbour Post", "English (en)"] {
        assert!(screen.contains(words), "{words}: {screen}");
    }
    assert!(screen.contains("8 Dec 2016 · front matter"), "{screen}");
    assert!(screen.contains("ferry.md") && screen.contains("markdown, utf-8"), "{screen}");
    assert!(screen.contains("not given"), "it has no address: {screen}");
    desk.press("i");
    assert!(!desk.screen().contains("About this article"));
}

#[test]
fn what_is_known_about_an_article_is_seen_at_every_size() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut desk = Desk::open(&["articles".into()], width, height, &Config::default(), false);
        desk.press("enter i");
        insta::assert_snapshot!(format!("about-{width}x{height}"), desk.styled());
    }
}

#[test]
fn a_warning_is_said_in_the_readers_language_and_apart_from_its_name() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("the-quay.md"), "\n").unwrap();
    let config = Config { language: Some(Locale::French), ..Config::default() };
    let mut desk = Desk::open(&[folder.path().into()], 120, 30, &config, false);
    desk.press("enter i");
    let screen = desk.screen();
    assert!(screen.contains("the quay · nom du fichier"), "{screen}");
    assert!(screen.contains("Avertissement  rien à lire dans ce fichier"), "{screen}");
}

#[test]
fn the_first_start_says_how_to_add_articles_and_no_other_does() {
    let mut desk = Desk::new(80, 24);
    assert!(!desk.screen().contains("newsprint FOLDER"));
    desk.app.whose = Whose::Shipped;
    let screen = desk.screen();
    assert!(screen.contains("newsprint FOLDER · libraries in config.toml · … | newsprint -"), "{screen}");
    desk.resize(60, 20);
    assert!(desk.screen().contains("newsprint FOLDER · libraries · … | newsprint -"), "{}", desk.screen());
}
