//! What must hold for every theme, and what a person who writes one is told.

use ratatui::style::{Color, Modifier};

use super::*;
use crate::article;

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
    for (name, text) in BUILTIN.iter().filter(|(_, text)| text.contains("inherits = \"none\"")) {
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
    let theme = Theme::parse("own", "link = { fg = '#55aa77', underline = false }").expect("a theme");
    let plain = Theme::named(DEFAULT, false).expect("a theme");
    assert_eq!(theme.style(Role::Link).fg, Some(Color::Rgb(0x55, 0xaa, 0x77)));
    assert!(!theme.style(Role::Link).add_modifier.contains(Modifier::UNDERLINED));
    assert_eq!(theme.style(Role::Headline), plain.style(Role::Headline));
}

#[test]
fn a_theme_may_change_the_palette_of_another_alone() {
    let own = |name: &str| {
        (name == "harbour").then(|| "inherits = 'harbour'\n[palette]\naccent = 'red'".to_owned())
    };
    let (theme, ours) = (Theme::load("harbour", &own), Theme::named("harbour", false));
    let (theme, ours) = (theme.expect("a theme"), ours.expect("a theme"));
    assert_eq!(theme.style(Role::Crosshead).fg, Some(Color::Red));
    assert_eq!(theme.style(Role::Screen), ours.style(Role::Screen));
    assert_eq!(theme.look(), Some(Look::Dark));
}

#[test]
fn a_mistake_is_told_in_a_sentence_with_its_place() {
    let told = |text: &str| Theme::parse("own", text).expect_err("a mistake").to_string();
    assert_eq!(
        told("headlin = {}"),
        "own.toml, line 1, column 1: there is nothing called \"headlin\" to style; did you mean \"headline\"?"
    );
    assert_eq!(
        told("inherits = 'broadshet'"),
        "there is no theme \"broadshet\"; did you mean \"broadsheet\"?"
    );
    assert_eq!(told("inherits = 'sepia'"), "there is no theme \"sepia\"");
    assert!(
        told("\nbody = { bald = true }").starts_with("own.toml, line 2, column 10: a style has no \"bald\"")
    );
    assert!(told("body = { bold = 1 }").ends_with("column 17: bold takes true or false"));
    assert!(told("body = { fg = '#5a7' }").starts_with("own.toml, line 1, column 15: \"#5a7\" is no colour"));
    assert!(told("body = {").starts_with("own.toml, line 1, column "));
}

#[test]
fn themes_that_inherit_each_other_are_told_apart() {
    let own = |name: &str| match name {
        "dusk" => Some("inherits = 'dawn'".to_owned()),
        "dawn" => Some("inherits = 'dusk'".to_owned()),
        _ => None,
    };
    assert!(matches!(Theme::load("dusk", &own), Err(ThemeError::Circle { .. })));
}

/// Roles that are lines and bars, and need not be read.
const STROKES: &[Role] = &[Role::Rule, Role::Divider, Role::QuoteBar, Role::ScrollThumb, Role::Overlay];

/// The contrast of a style on a page; nothing where the terminal's own colours are part of it.
fn seen(style: Style, page: Style) -> Option<f64> {
    Some(contrast::contrast(depth::seen(style.fg.or(page.fg)?)?, depth::seen(style.bg.or(page.bg)?)?))
}

#[test]
fn every_text_of_a_coloured_theme_can_be_read() {
    for (name, _) in BUILTIN {
        let theme = Theme::named(name, false).expect("a theme");
        let least = if *name == "stark" { 7.0 } else { 4.5 };
        for role in Role::ALL.iter().filter(|role| !STROKES.contains(role)) {
            let style = theme.style(*role);
            if let Some(seen) = seen(style, theme.style(Role::Screen)) {
                assert!(seen >= least, "{name}: {} has a contrast of {seen:.1}", role.name());
                let is_faint = style.fg.is_some() && style.add_modifier.contains(Modifier::DIM);
                assert!(!is_faint, "{name}: {} is made fainter than its ink", role.name());
            }
        }
    }
}

#[test]
fn what_a_list_says_can_be_read_on_its_selected_row_too() {
    const ROW: &[Role] =
        &[Role::Unread, Role::Read, Role::UnreadMark, Role::Star, Role::Signs, Role::RowDetail];
    for (name, _) in BUILTIN {
        let theme = Theme::named(name, false).expect("a theme");
        for role in ROW {
            let style = theme.style(*role).patch(theme.style(Role::SelectedElsewhere));
            let seen = seen(style, theme.style(Role::Screen));
            assert!(seen.is_none_or(|seen| seen >= 4.5), "{name}: {}", role.name());
        }
    }
}

#[test]
fn with_fewer_colours_text_can_still_be_read() {
    for (name, _) in BUILTIN {
        for depth in [Depth::Numbered, Depth::Sixteen] {
            let theme = Theme::named(name, false).expect("a theme").at(depth);
            for role in Role::ALL.iter().filter(|role| !STROKES.contains(role)) {
                let style = theme.style(*role);
                assert!(!matches!(style.fg, Some(Color::Rgb(..))), "{name}: {}", role.name());
                if let Some(seen) = seen(style, theme.style(Role::Screen)) {
                    assert!(seen >= 4.5, "{name} {depth:?}: {} has {seen:.1}", role.name());
                }
            }
        }
    }
}

#[test]
fn every_coloured_theme_lights_words_up_in_a_colour_of_its_own() {
    let mut seen = std::collections::HashMap::new();
    for (name, _) in BUILTIN.iter().filter(|(name, _)| *name != MONO) {
        let theme = Theme::named(name, false).expect("a theme");
        let ground = theme.style(Role::Highlight).bg.expect("a ground");
        assert_eq!(seen.insert(ground.to_string(), name), None, "{name}");
        assert_ne!(Some(ground), theme.style(Role::Match).bg, "{name}");
    }
}

#[test]
fn looks_show_on_top_of_roles() {
    let theme = Theme::named(DEFAULT, false).expect("a theme");
    let styled = |role, look| {
        let span = Span { text: "so".to_owned(), role, look, target: None, at: None, bytes: 2 };
        theme.span_style(&span).add_modifier
    };
    let stressed = article::Look { emphasis: true, ..article::Look::default() };
    let strong = article::Look { strong: true, struck: true, ..article::Look::default() };
    assert_eq!(styled(Role::Body, stressed), Modifier::ITALIC);
    assert_eq!(styled(Role::Quote, stressed), Modifier::empty());
    assert_eq!(styled(Role::Body, strong), Modifier::BOLD | Modifier::CROSSED_OUT);
}
