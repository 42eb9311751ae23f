//! What must hold for every theme, and what a person who writes one is told.

use ratatui::style::{Color, Modifier};

use super::*;
use crate::article::Look;

/// Roles that stand for a state, and must differ from the plain role beside them in more than colour.
const STATES: &[(Role, Role)] = &[
    (Role::Unread, Role::Read),
    (Role::Selected, Role::Read),
    (Role::SelectedElsewhere, Role::Read),
    (Role::Selected, Role::SelectedElsewhere),
    (Role::CurrentMatch, Role::Match),
    (Role::Match, Role::Body),
    (Role::Match, Role::Link),
    (Role::Link, Role::Body),
    (Role::Highlight, Role::Body),
    (Role::Highlight, Role::Link),
    (Role::Highlight, Role::Match),
    (Role::Chosen, Role::Highlight),
    (Role::Note, Role::Body),
    (Role::JustRead, Role::Read),
    (Role::Crosshead, Role::Body),
    (Role::Headline, Role::Body),
    (Role::Problem, Role::Notice),
];

#[test]
fn every_theme_of_ours_parses_and_every_file_is_listed() {
    for (name, _) in BUILTIN {
        assert!(Theme::named(name, false).is_ok(), "{name}");
    }
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/theme");
    let files = std::fs::read_dir(folder).expect("the folder is there").flatten();
    let files = files.filter(|file| file.path().extension().is_some_and(|end| end == "toml"));
    assert_eq!(files.count(), BUILTIN.len());
}

#[test]
fn a_theme_that_inherits_nothing_names_every_role() {
    for (name, text) in BUILTIN.iter().filter(|(_, text)| text.contains("inherit = \"none\"")) {
        let table: toml::Table = toml::from_str(text).expect("a theme file");
        for role in Role::ALL {
            assert!(table.contains_key(role.name()), "{name} does not name {}", role.name());
        }
    }
}

#[test]
fn no_state_is_told_by_colour_alone() {
    for (name, _) in BUILTIN {
        let theme = Theme::named(name, false).expect("a theme");
        for (state, plain) in STATES {
            let modifiers = |role| theme.style(role).add_modifier;
            assert_ne!(modifiers(*state), modifiers(*plain), "{name}: {state:?} looks like {plain:?}");
        }
    }
}

#[test]
fn without_colour_there_is_none() {
    let theme = Theme::named("default", true).expect("a theme");
    for role in Role::ALL {
        assert_eq!((theme.style(*role).fg, theme.style(*role).bg), (None, None), "{role:?}");
    }
}

#[test]
fn running_text_is_the_terminals_own() {
    let theme = Theme::named(DEFAULT, false).expect("a theme");
    assert_eq!(theme.style(Role::Body), Style::default());
}

#[test]
fn a_theme_of_ones_own_changes_what_it_names_and_keeps_the_rest() {
    let theme = Theme::parse("link = { fg = '#5a7', underline = false }\nquote = { fg = 'blue' }");
    assert_eq!(theme, Err(ThemeError::BadColour { role: "link".to_owned(), colour: "#5a7".to_owned() }));
    let theme = Theme::parse("link = { fg = '#55aa77', underline = false }").expect("a theme");
    let plain = Theme::named(DEFAULT, false).expect("a theme");
    assert_eq!(theme.style(Role::Link).fg, Some(Color::Rgb(0x55, 0xaa, 0x77)));
    assert!(!theme.style(Role::Link).add_modifier.contains(Modifier::UNDERLINED));
    assert_eq!(theme.style(Role::Headline), plain.style(Role::Headline));
}

#[test]
fn a_mistake_is_told_in_a_sentence() {
    let told = |text: &str| Theme::parse(text).expect_err("a mistake").to_string();
    assert_eq!(told("headlin = {}"), "there is nothing called \"headlin\" to style");
    assert_eq!(told("inherit = 'sepia'"), "there is no theme \"sepia\"");
    assert!(
        told("body = { bald = true }").starts_with("the style of \"body\" is wrong: unknown field `bald`")
    );
    assert!(told("body = {").starts_with("not a theme file: TOML parse error at line 1"));
}

#[test]
fn looks_show_on_top_of_roles() {
    let theme = Theme::named(DEFAULT, false).expect("a theme");
    let styled = |role, look| {
        let span = Span { text: "so".to_owned(), role, look, target: None, at: None };
        theme.span_style(&span).add_modifier
    };
    let stressed = Look { emphasis: true, ..Look::default() };
    let strong = Look { strong: true, struck: true, ..Look::default() };
    assert_eq!(styled(Role::Body, stressed), Modifier::ITALIC);
    assert_eq!(styled(Role::Quote, stressed), Modifier::empty());
    assert_eq!(styled(Role::Body, strong), Modifier::BOLD | Modifier::CROSSED_OUT);
}
