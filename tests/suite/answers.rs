//! What a reader is told where nothing can be done, and what becomes of a place nobody said goodbye to.

use newsprint::config::Config;
use newsprint::marks::What;

use crate::desk::Desk;

fn library(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn desk(folder: &tempfile::TempDir) -> Desk {
    Desk::open(&[folder.path().to_owned()], 110, 24, &Config::default(), true)
}

#[test]
fn a_place_is_kept_while_one_reads_on() {
    let words = "The bakers know the hour by the lamps along the quay, and so do the gulls.\n\n".repeat(60);
    let folder = library(&[("bread.md", &format!("# Bread at dawn\n\n{words}"))]);
    let mut desk = desk(&folder);
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
    let folder = library(&[("a.md", "# A\n\nOne."), ("b.md", "# B\n\nTwo."), ("c.md", "# C\n\nThree.")]);
    let mut desk = desk(&folder);
    desk.press("A");
    assert!(desk.screen().contains("Mark 3 unread articles of this list as read?"), "{}", desk.screen());
    desk.press("esc");
}

#[test]
fn an_empty_list_names_the_keys_that_do_something_there() {
    let folder = library(&[("a.md", "# A\n\nOne.")]);
    let mut desk = desk(&folder);
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
    let folder = library(&[("a.md", text)]);
    let mut desk = desk(&folder);
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
    let folder = library(&[("a.md", "# Lamps\n\nOne."), ("b.md", "# Gulls\n\nTwo.")]);
    let mut desk = desk(&folder);
    let name = desk.app.headlines.selected_row().unwrap().headline.to_string();
    desk.press("H u");
    assert!(desk.screen().contains(&format!("taken back: hidden: {name}")), "{}", desk.screen());
}

#[test]
fn an_article_whose_file_is_gone_says_so_in_its_place() {
    let folder = library(&[("a.md", "# Lamps\n\nOne."), ("b.md", "# Gulls\n\nTwo.")]);
    let mut desk = desk(&folder);
    for file in ["a.md", "b.md"] {
        std::fs::remove_file(folder.path().join(file)).unwrap();
    }
    desk.press("j");
    desk.wait(60_000);
    assert!(desk.screen().contains("does not exist"), "{}", desk.screen());
}
