//! What a reader is told where nothing can be done, and what becomes of a place nobody said goodbye to.

use newsprint::marks::What;

use crate::desk::{Desk, folder, open};

#[test]
fn a_place_is_kept_while_one_reads_on() {
    let words = "The bakers know the hour by the lamps along the quay, and so do the gulls.\n\n".repeat(60);
    let (_folder, place) = folder(&[("bread.md", &format!("# Bread at dawn\n\n{words}"))]);
    let mut desk = open(place, 110, 24);
    desk.press("enter space space");
    let kept = |desk: &Desk| desk.journal.iter().filter(|c| matches!(c.what, What::Place(_))).count();
    assert_eq!(kept(&desk), 0, "nobody writes at every key");
    assert!(desk.app.deadline().is_some(), "something is to be done when the reader rests");
    desk.wait(10_000);
    assert_eq!(kept(&desk), 1);
    desk.wait(10_000);
    assert_eq!(kept(&desk), 1, "once for each place");
}

#[test]
fn all_above_and_below_are_asked_about_however_few_they_are() {
    let (_folder, place) =
        folder(&[("a.md", "# A\n\nOne."), ("b.md", "# B\n\nTwo."), ("c.md", "# C\n\nThree.")]);
    let mut desk = open(place, 110, 24);
    desk.press("A");
    assert!(desk.screen().contains("Mark 3 unread articles of this list as read?"), "{}", desk.screen());
    desk.press("esc");
}

#[test]
fn an_empty_list_names_the_keys_that_do_something_there() {
    let (_folder, place) = folder(&[("a.md", "# A\n\nOne.")]);
    let mut desk = open(place, 110, 24);
    desk.press("/").type_in("zebra").press("enter");
    desk.press("r");
    assert!(desk.screen().contains("nothing to mark here"), "{}", desk.screen());
    desk.wait(60_000);
    let hints = desk.screen().lines().last().unwrap_or_default().to_owned();
    assert!(hints.contains("Esc show all") && !hints.contains("open") && !hints.contains("star"), "{hints}");
}

#[test]
fn several_words_are_found_as_they_stand() {
    let text = "# The truce\n\nLe cessez le feu tient. Le feu brûle, et le vent. Cessez!\n";
    let (_folder, place) = folder(&[("a.md", text)]);
    let mut desk = open(place, 110, 24);
    desk.press("enter /").type_in("cessez le f");
    assert!(desk.screen().contains("1/1"), "{}", desk.screen());
    desk.press("backspace").type_in("vent");
    assert!(
        !desk.screen().contains("no match"),
        "where they stand so nowhere, each is lit: {}",
        desk.screen()
    );
}

#[test]
fn what_is_hidden_is_named_when_it_is_taken_back() {
    let (_folder, place) = folder(&[("a.md", "# Lamps\n\nOne."), ("b.md", "# Gulls\n\nTwo.")]);
    let mut desk = open(place, 110, 24);
    let name = desk.app.headlines.selected_row().unwrap().headline.to_string();
    desk.press("H u");
    assert!(desk.screen().contains(&format!("taken back: hidden: {name}")), "{}", desk.screen());
}

#[test]
fn an_article_whose_file_is_gone_says_so_in_its_place() {
    let (_folder, place) = folder(&[("a.md", "# Lamps\n\nOne."), ("b.md", "# Gulls\n\nTwo.")]);
    let mut desk = open(place.clone(), 110, 24);
    for file in ["a.md", "b.md"] {
        std::fs::remove_file(place.join(file)).unwrap();
    }
    desk.press("j");
    desk.wait(60_000);
    assert!(desk.screen().contains("does not exist"), "{}", desk.screen());
}

#[test]
fn what_is_taken_back_out_of_sight_is_named_by_its_file() {
    let (_folder, place) = folder(&[("a.md", "# Lamps\n\nOne."), ("b.md", "# Gulls\n\nTwo.")]);
    let mut desk = open(place, 110, 24);
    let first = desk.app.headlines.selected_row().unwrap().headline.to_string();
    let (file, other) = if first == "Lamps" { ("a.md", "two") } else { ("b.md", "one") };
    desk.press("s j s /").type_in(other).press("enter u u");
    assert!(desk.screen().contains(&format!("taken back: starred: {file}")), "{}", desk.screen());
}

#[test]
fn a_hit_that_stands_beside_the_text_says_where() {
    let (_folder, place) = folder(&[
        ("a.md", "---\ntitle: Lamps\npublisher: The Harbour Times\n---\n\nOne is lit at six.\n"),
        ("b.md", "---\ntitle: Gulls\n---\n\nThe harbour is full of them.\n"),
    ]);
    let mut desk = open(place, 110, 24);
    desk.press("/").type_in("harbour times").press("enter enter");
    assert!(desk.screen().contains("found beside the text: The Harbour Times"), "{}", desk.screen());
    desk.press("q esc /").type_in("full of").press("enter enter");
    assert!(!desk.screen().contains("found beside"), "{}", desk.screen());
}

#[test]
fn a_search_that_is_kept_says_how_everything_is_shown_again() {
    for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
        let mut desk = Desk::new(width, height);
        desk.press("/").type_in("lamp").press("enter");
        let screen = desk.screen();
        // On the narrowest there is room for three keys, and not for this.
        let is_said = screen.contains("Esc show all") || (width == 40 && screen.contains("? keys"));
        assert!(is_said, "{width}x{height}:\n{screen}");
        desk.press("esc");
        assert!(!desk.screen().contains("Esc show all"), "{}", desk.screen());
    }
}
