//! What stands at the edges of reading: the few keys the footer names, the keys asked for over any pane,
//! what a first start says, and a notice that is longer than a line.

use newsprint::app::Whose;
use newsprint::app::commands::{COMMANDS, SCOPES, Scope};
use newsprint::app::effect::Effect;
use newsprint::app::errand::Errand;
use newsprint::app::keymap::Keymap;
use newsprint::app::message::Message;
use newsprint::app::presets::Keys;
use newsprint::article::Text;
use newsprint::config::Config;
use newsprint::library::FileProblem;
use newsprint::words::{Locale, Words};

use crate::desk::{Desk, folder, open, shipped};

/// How each place keys go is reached; the versions need a library of their own.
const WAYS: &[(Scope, &str)] = &[
    (Scope::Headlines, ""),
    (Scope::Article, "enter"),
    (Scope::Sources, "enter S"),
    (Scope::Passage, "enter v"),
    (Scope::Notes, "M"),
    (Scope::Note, "enter a"),
    (Scope::Prompt, "/"),
    (Scope::Palette, ":"),
    (Scope::Help, "?"),
    (Scope::Themes, "T"),
    (Scope::Problems, "!"),
    (Scope::Outline, "enter #"),
    (Scope::Places, "f"),
    (Scope::Outlets, "O"),
    (Scope::About, "enter i"),
    (Scope::Related, "enter ~"),
    (Scope::Timeline, "D"),
    (Scope::Statistics, "enter q C"),
    (Scope::Versions, "V"),
    (Scope::Difference, "V d"),
    (Scope::Question, "A"),
];

/// A desk where this place has the keys.
fn at(
    scope: Scope,
    keys: &str,
    (width, height): (u16, u16),
    language: Locale,
) -> Option<(tempfile::TempDir, Desk)> {
    let (folder, own) = crate::versions::library();
    let place = if matches!(scope, Scope::Versions | Scope::Difference) { own } else { shipped() };
    // Without a search there is nowhere to go, and without a problem none is listed.
    let searches = [("unread".to_owned(), "is:unread".to_owned())].into();
    let config = Config { language: Some(language), searches, ..Config::default() };
    let mut desk = Desk::open(&[place], width, height, &config, true);
    desk.app.problems.note("the config has a slip");
    if scope == Scope::Notes {
        desk.press("enter v enter q");
    }
    desk.press(keys);
    (desk.app.scope() == scope).then_some((folder, desk))
}

#[test]
fn the_footer_names_six_keys_at_most_and_each_of_them_whole() {
    let (keymap, _) = Keymap::new("newsprint", &Keys::new());
    for language in [Locale::English, Locale::French, Locale::German, Locale::Spanish] {
        let words = Words::new(language, false);
        for (scope, keys) in WAYS {
            let told =
                COMMANDS.iter().filter(|command| command.scopes.contains(scope)).filter_map(|command| {
                    let key = words.key(&keymap.keys(*scope, command).first()?.label(false));
                    Some(format!("{key} {}", words.hint(command.name)?))
                });
            let told: Vec<String> = told.collect();
            for width in [120, 80, 60, 40, 24] {
                let (_folder, mut desk) =
                    at(*scope, keys, (width, 24), language).unwrap_or_else(|| panic!("{scope:?} by {keys}"));
                // What was just said goes with the next key; a key that does nothing there says so.
                desk.send(Message::Focused(true));
                let screen = desk.screen();
                let line = screen.lines().last().unwrap_or_default().trim();
                if *scope == Scope::Prompt {
                    continue;
                }
                let parts: Vec<&str> =
                    line.split("   ").map(str::trim).filter(|part| !part.is_empty()).collect();
                let named: Vec<&&str> =
                    parts.iter().filter(|part| told.iter().any(|hint| hint == *part)).collect();
                let is_notice = named.is_empty() && !parts.is_empty() && !told.is_empty();
                assert!(named.len() <= 6, "{scope:?} at {width}: {line}");
                let other = parts.iter().filter(|part| !told.iter().any(|hint| hint == *part));
                for part in other.filter(|_| !is_notice) {
                    let is_place = part.contains('/') || part.contains('%') || part.contains("min");
                    assert!(is_place, "{scope:?} at {width}: {part:?} is no key and no place: {line}");
                }
                let help = told.iter().find(|hint| hint.starts_with("? "));
                if let Some(help) = help.filter(|_| !is_notice && width >= 24) {
                    assert!(line.contains(help.as_str()), "{scope:?} at {width}: no help key: {line}");
                }
            }
        }
    }
    assert_eq!(WAYS.len(), SCOPES.len(), "every place is looked at");
}

#[test]
fn the_keys_can_be_asked_for_over_any_pane_and_lead_back_to_it() {
    for (scope, keys) in WAYS {
        let is_typed =
            matches!(scope, Scope::Prompt | Scope::Palette | Scope::Help | Scope::Note | Scope::Question);
        let (_folder, mut desk) = at(*scope, keys, (100, 30), Locale::English).expect("a way there");
        if is_typed {
            continue;
        }
        desk.press("?");
        assert_eq!(desk.app.scope(), Scope::Help, "{scope:?}");
        desk.press("esc");
        assert_eq!(desk.app.scope(), *scope);
    }
}

#[test]
fn a_first_start_says_what_it_is_where_it_looked_and_how_to_add_articles() {
    for language in [Locale::English, Locale::French, Locale::German, Locale::Spanish] {
        for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
            let config = Config { language: Some(language), ..Config::default() };
            let mut desk = Desk::open(&[shipped()], width, height, &config, true);
            desk.app.whose = Whose::Shipped;
            desk.app.greet("~/.config/newsprint/config.toml");
            let screen = desk.screen();
            for words in ["newsprint", "config.toml", "1 newsprint ", "2 ", "3 ", "[libraries]", "?", "Esc"] {
                let words = if language == Locale::French && words == "Esc" { "Échap" } else { words };
                assert!(screen.contains(words), "{language:?} {width}x{height}: no {words:?} in\n{screen}");
            }
            desk.press("esc");
            assert_eq!(desk.app.scope(), Scope::Headlines);
            assert!(!desk.screen().contains("[libraries]") || width > 40, "{}", desk.screen());
            desk.press("enter");
            assert_eq!(desk.app.scope(), Scope::Article, "Enter reads");
        }
    }
}

#[test]
fn a_first_start_says_which_language_the_guide_is_in_and_leaves_no_word_alone() {
    for (language, english, whole) in [
        (Locale::French, "en anglais", "tout fichier ou dossier, hors ligne."),
        (Locale::German, "auf Englisch", "jeden Ordner, ohne Netz."),
        (Locale::Spanish, "en inglés", "archivo o carpeta, sin red."),
    ] {
        let config = Config { language: Some(language), ..Config::default() };
        let mut desk = Desk::open(&[shipped()], 80, 24, &config, true);
        desk.app.whose = Whose::Shipped;
        desk.app.greet("~/.config/newsprint/config.toml");
        let screen = desk.screen();
        assert!(screen.contains(english) && screen.contains(whole), "{screen}");
        for (width, height) in [(40, 12), (40, 9)] {
            let screen = desk.resize(width, height).screen();
            let heading = screen.lines().nth(1).unwrap_or_default();
            let says = english.rsplit(' ').next().unwrap_or_default().to_lowercase();
            assert!(heading.contains(&says) && heading.contains("─╮"), "in few words, whole:\n{screen}");
        }
    }
}

#[test]
fn a_first_start_looks_as_it_should() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut desk = Desk::new(width, height);
        desk.app.whose = Whose::Shipped;
        desk.app.greet("~/.config/newsprint/config.toml");
        insta::assert_snapshot!(format!("welcome-{width}x{height}"), desk.styled());
    }
}

#[test]
fn who_has_read_before_is_not_greeted() {
    let mut desk = Desk::new(80, 24);
    desk.press("enter q");
    desk.app.whose = Whose::Shipped;
    desk.app.greet("~/.config/newsprint/config.toml");
    assert!(!desk.screen().contains("[libraries]"));
}

#[test]
fn a_path_that_is_dropped_on_the_window_is_opened() {
    let mut desk = Desk::new(100, 30);
    desk.send(Message::Paste("'/home/ada/saved pages'\n".to_owned()));
    assert!(desk.done.contains(&Effect::Seek("/home/ada/saved pages".into())), "{:?}", desk.done);
    desk.send(Message::Found("/home/ada/saved pages".into()));
    assert!(desk.done.contains(&Effect::Open("/home/ada/saved pages".into())), "{:?}", desk.done);
    assert_eq!(desk.app.place, "saved pages");
    // Where something is typed it is text.
    desk.press("/").send(Message::Paste("harbour".to_owned()));
    assert!(desk.screen().contains("search all: harbour"));
}

#[test]
fn a_notice_longer_than_a_line_ends_with_a_whole_word() {
    let mut desk = Desk::new(40, 12);
    let words = "the programs that open links were looked for in every folder of the path and none was found";
    desk.send(Message::Failed(words.to_owned()));
    let screen = desk.screen();
    let told: Vec<&str> = screen.lines().rev().take(3).map(str::trim).collect();
    let told = told.into_iter().rev().collect::<Vec<_>>().join(" ");
    assert_eq!(told, words);
}

#[test]
fn words_that_are_not_in_the_article_are_offered_to_be_searched_for_in_all() {
    let mut desk = Desk::new(100, 30);
    desk.press("enter /").type_in("marzipan").press("enter");
    assert!(desk.screen().contains("“marzipan” is not in this article"), "{}", desk.screen());
    desk.press("esc");
    assert_eq!(desk.app.scope(), Scope::Article);
    desk.press("/").type_in("lentils").press("enter enter");
    assert_eq!(desk.app.scope(), Scope::Headlines);
    assert!(desk.screen().contains(" of 20 · lentils"), "{}", desk.screen());
}

#[test]
fn on_a_narrow_screen_keys_in_the_list_are_about_the_selected_article_and_not_the_one_read_before() {
    let mut desk = Desk::new(80, 24);
    desk.press("enter esc j i");
    let about = desk.screen();
    assert!(about.contains("foglio-montacuto.example.com"), "{about}");
    desk.press("esc y");
    let copied = desk.done.iter().rev().find(|effect| matches!(effect, Effect::Copy(_)));
    let Some(Effect::Copy(address)) = copied else { panic!("nothing was copied") };
    assert!(address.contains("banda-del-lunedi"), "{address}");
}

#[test]
fn an_address_too_long_for_the_clipboard_is_not_sent_in_part() {
    let page =
        format!("---\ntitle: The quay\nurl: https://quay.example/{}\n---\n\nWords.\n", "a".repeat(9000));
    let (_kept, library) = folder(&[("quay.md", &page)]);
    let mut desk = open(library, 80, 24);
    desk.press("enter y");
    assert!(desk.screen().contains("too long for the clipboard"), "{}", desk.screen());
    assert!(!desk.done.iter().any(|effect| matches!(effect, Effect::Copy(_))));
}

#[test]
fn keys_pressed_behind_a_command_wait_for_its_article_and_one_that_leads_away_does_not() {
    let mut app = Desk::new(80, 24).app;
    let mut press = |key: &str| app.update(0, Message::Key(key.parse().unwrap()));
    let asked = press("S");
    assert!(matches!(asked.as_slice(), [Effect::Ask(Errand::Load(..))]), "{asked:?}");
    assert!(press("j").is_empty(), "it is meant for the sources");
    assert!(press("q").contains(&Effect::Quit));
}

#[test]
fn a_file_with_one_article_opens_on_the_article_and_one_with_more_on_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let one = folder.path().join("fog.md");
    std::fs::write(&one, "# Fog on the quay\n\nNobody saw the ferry leave.\n\nNor come.\n").unwrap();
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut desk = Desk::open(std::slice::from_ref(&one), width, height, &Config::default(), false);
        let screen = desk.screen();
        assert!(screen.contains("Nobody saw the ferry leave."), "{screen}");
        assert!(!screen.contains('●') && !screen.contains("unread of"), "nothing stands beside it: {screen}");
        desk.press("esc");
        let list = desk.screen();
        assert!(list.contains('▸') && list.contains("Enter open"), "Esc leads to the list: {list}");
        desk.press("enter");
        assert_eq!(desk.screen(), screen, "and Enter back");
    }
    let feed = folder.path().join("feed.json");
    let items =
        r#"{"id":"1","title":"Ice","content_text":"Ice."},{"id":"2","title":"Thaw","content_text":"Thaw."}"#;
    let version = "https://jsonfeed.org/version/1.1";
    std::fs::write(&feed, format!(r#"{{"version":"{version}","title":"Quay","items":[{items}]}}"#)).unwrap();
    let screen = Desk::open(&[feed], 80, 24, &Config::default(), false).screen();
    assert!(
        screen.contains("Ice") && screen.contains("Thaw") && screen.contains("2 unread of 2"),
        "{screen}"
    );
}

#[test]
fn a_file_that_cannot_be_read_says_why_in_place_of_the_article() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let (_folder, place) = folder(&[("lamps.bin", "\0\u{1}\0\u{2}PNG\0\0")]);
        let file = place.join("lamps.bin");
        let mut desk = open(file.clone(), width, height);
        let problems = vec![FileProblem { path: file, what: Text::new("looks binary") }];
        desk.send(Message::Scanned { files: 1, total: None, articles: 0, problems, done: true });
        let screen = desk.screen();
        assert!(screen.contains("lamps.bin: looks binary"), "{screen}");
        assert!(!screen.contains("Give a file"), "{screen}");
    }
}
