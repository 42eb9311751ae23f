//! What the screen says in other languages than English: one word for each thing, and each in its form.

use newsprint::config::Config;
use newsprint::words::Locale;

use crate::desk::{Desk, folder, shipped};

fn speaking(language: Locale) -> Desk {
    let config = Config { language: Some(language), ..Config::default() };
    Desk::open(&[shipped()], 80, 40, &config, true)
}

/// What the screen says somewhere, whatever space stands in it.
fn says(desk: &mut Desk, words: &str) {
    let screen = desk.screen().replace('\u{a0}', " ");
    assert!(screen.contains(words), "no {words:?} in\n{screen}");
}

#[test]
fn an_outlet_has_one_name_wherever_it_shows() {
    for (language, heading, sorted, field) in [
        (Locale::French, "Journaux", "trié par journal", "Journal "),
        (Locale::German, "Medien", "nach Medium sortiert", "Medium "),
        (Locale::Spanish, "Medios", "ordenado por medio", "Medio "),
    ] {
        let mut desk = speaking(language);
        says(desk.press("O"), &format!("{heading} ("));
        says(desk.press("esc \\ \\ \\"), sorted);
        says(desk.press("enter i"), field);
        says(desk.press("esc G q C"), heading);
    }
}

#[test]
fn words_take_the_form_of_what_they_are_said_of() {
    let (_folder, place) = folder(&[("a.md", "# Lamps\n\nThe lamps of the quay went out, one by one.\n")]);
    let config = Config { language: Some(Locale::French), ..Config::default() };
    let mut desk = Desk::open(&[place], 80, 40, &config, true);
    says(desk.press("i"), "Adresse   non indiquée");
    says(&mut desk, "Auteurs   non indiqués");
    says(&mut desk, "Journal   non indiqué");
    says(desk.press("esc t").type_in("quagga, zebra").press("enter"), "étiquettes quagga, zebra mises");
    says(desk.press("t").type_in("-zebra").press("enter"), "étiquette zebra enlevée");
}

#[test]
fn what_is_typed_is_asked_for_in_the_words_of_the_key() {
    let mut french = speaking(Locale::French);
    says(french.press("/"), "chercher partout :");
    says(french.press("esc enter /"), "chercher :");
    says(speaking(Locale::Spanish).press("enter /"), "buscar:");
    says(speaking(Locale::German).press("x j x"), "die nächste Markierung");
    for (language, meant) in [(Locale::German, "meinten Sie before:?"), (Locale::Spanish, "decir before:?")] {
        says(speaking(language).press("/").type_in("befor:2016"), meant);
    }
}

#[test]
fn languages_have_their_names_and_minutes_one_sign() {
    let mut desk = speaking(Locale::German);
    desk.press("enter G q C");
    says(&mut desk, "English (en)");
    says(&mut desk, "etwa 5 Min.,");
    assert!(!desk.screen().contains(" min"), "{}", desk.screen());
}

#[test]
fn a_theme_without_colour_is_not_said_to_have_those_of_the_terminal() {
    for (language, own, none) in [
        (Locale::English, "your terminal’s", "no colour"),
        (Locale::French, "couleurs du terminal", "sans couleur"),
        (Locale::German, "Farben des Terminals", "ohne Farbe"),
        (Locale::Spanish, "colores del terminal", "sin color"),
    ] {
        let config = Config { language: Some(language), ..Config::default() };
        let mut desk = Desk::open(&[shipped()], 80, 40, &config, false);
        let screen = desk.press("T").screen();
        let row = |name: &str| screen.lines().find(|line| line.contains(name)).unwrap().to_owned();
        assert!(row(" default ").contains(own) && row(" mono ").contains(none), "{screen}");
    }
}

#[test]
fn what_a_theme_looks_like_is_told_whole_or_with_a_sign_that_it_is_not() {
    for (language, own) in [
        (Locale::English, "your terminal’s"),
        (Locale::French, "couleurs du terminal"),
        (Locale::German, "Farben des Terminals"),
        (Locale::Spanish, "colores del terminal"),
    ] {
        for (width, height) in [(120, 40), (80, 24), (40, 12), (30, 12), (24, 8)] {
            let config = Config { language: Some(language), ..Config::default() };
            let mut desk = Desk::open(&[shipped()], width, height, &config, true);
            let screen = desk.press("T home").screen();
            let mut rows = screen.lines().filter(|line| line.contains(" default "));
            let row = rows.next().unwrap_or_else(|| panic!("no theme in\n{screen}"));
            let is_told = row.contains(own) || (width < 40 && row.contains('…'));
            assert!(is_told, "{language:?} {width}x{height}:\n{screen}");
        }
    }
}
