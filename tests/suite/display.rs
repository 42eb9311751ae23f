//! What a typographer trips over on a screen: letters over words, lists that hide that they go on, boxes with
//! nothing in them, rows that stand unevenly, an address that is cut where it matters.

use newsprint::config::Config;

use crate::desk::{Desk, folder, open, shipped};

const STRAVA: &str = "---\ntitle: Segments\ndate: 2024-05-17\nlang: en\nsource_url: https://harbour.example/segments\n---\n\n\
    The company [Strava](https://strava.example/) said on Thursday at [its annual camp](https://camp.example/strava) \
    that [users sometimes cheat](https://gazette-kerlaven.example.org/2024/05/17/segments/why-they-do-it-and-how-it-is-seen/part-two).\n";

#[test]
fn letters_stand_in_the_place_of_numbers_in_the_list_at_the_end_too() {
    let text = "The hens\n\nThe hens were sold before noon, and nobody on the quay asked why.\n\n\
        Sources:\nHarbour Post (Gdynia): The hens of the quay, 08/12/16\n";
    let (_folder, place) = folder(&[("hens.txt", text)]);
    let mut desk = open(place.join("hens.txt"), 80, 24);
    let before = desk.screen();
    let lettered = desk.press(";").screen();
    assert!(lettered.contains("[a] The hens of the quay"), "{lettered}");
    assert_eq!(lettered.lines().count(), before.lines().count());
}

#[test]
fn letters_stand_in_the_place_of_the_numbers_and_the_footer_says_what_they_are_for() {
    let (_folder, place) = folder(&[("segments.md", STRAVA)]);
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut desk = open(place.join("segments.md"), width, height);
        let before = desk.screen();
        assert!(before.contains("Strava[1]"), "{before}");
        let lettered = desk.press(";").screen();
        let page = lettered.replace("[a]", "[1]").replace("[s]", "[2]").replace("[d]", "[3]");
        let lines = usize::from(height) - 1;
        let page: Vec<&str> = page.lines().take(lines).collect();
        let read: Vec<&str> = before.lines().take(lines).collect();
        assert_eq!(page, read, "no word is written over");
        let footer = lettered.lines().last().unwrap_or_default();
        assert!(footer.contains("a-z follow a link") && footer.contains("Esc leave"), "{footer}");
        assert_eq!(desk.press("esc").screen(), before);
    }
}

#[test]
fn the_whole_address_is_seen_before_it_is_followed() {
    let (_folder, place) = folder(&[("segments.md", STRAVA)]);
    let mut desk = open(place.join("segments.md"), 40, 12);
    let screen = desk.press("3").screen();
    let said: String = screen.lines().map(str::trim).collect();
    assert!(said.contains("why-they-do-it-and-how-it-is-seen/part-two"), "{screen}");
    assert!(screen.contains("gazette-kerlaven.example.org"), "the host is in one piece: {screen}");
}

#[test]
fn what_is_empty_is_said_at_the_bottom_and_nothing_is_laid_over_the_page() {
    let (_folder, place) = folder(&[("segments.md", STRAVA)]);
    for (width, height) in [(80, 24), (40, 12)] {
        let mut desk = open(place.join("segments.md"), width, height);
        for (key, words) in [
            ("~", "no article shares sources or rare words with this one"),
            ("!", "everything could be read"),
            ("f", "nothing to go to: name libraries and searches in the config"),
        ] {
            let screen = desk.press(key).screen();
            let said = screen.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains(words), "{key}: {screen}");
            assert!(!screen.contains('╭'), "{key}: {screen}");
        }
    }
}

#[test]
fn a_list_that_goes_on_says_so_on_its_frame_and_the_reading_position_is_not_its_own() {
    let mut desk = Desk::open(&[shipped()], 80, 24, &Config::default(), true);
    let top = desk.press("enter ?").screen();
    assert!(top.contains(" ↓ ─╯") && !top.contains('↑'), "{top}");
    assert!(!top.contains("min left"), "{top}");
    let end = desk.press(&"pagedown ".repeat(40)).screen();
    assert!(end.contains(" ↑ ─╮"), "{end}");
    desk.press("esc esc O");
    let outlets = desk.screen();
    assert!(outlets.contains(" ↓ ─╯"), "{outlets}");
    let end = desk.press("G").press(&"pagedown ".repeat(9)).screen();
    assert!(end.contains(" ↑ ─╮") && !end.contains('↓'), "{end}");
}

#[test]
fn hits_stand_evenly_and_keep_their_day() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut desk = Desk::open(&[shipped()], width, height, &Config::default(), true);
        desk.press("/").type_in("le").press("enter");
        let screen = desk.screen();
        let rows: Vec<&str> = screen.lines().collect();
        let has_day = |row: &str| row.chars().take(18).collect::<String>().contains(" 20");
        let days: Vec<usize> = (0..rows.len()).filter(|y| has_day(rows[*y])).collect();
        assert!(days.len() > 1, "{screen}");
        let steps: Vec<usize> = days.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(steps.iter().all(|step| *step == steps[0]), "{steps:?} {screen}");
    }
}

#[test]
fn an_article_without_text_says_where_it_can_be_read_and_by_which_key() {
    let text = "---\ntitle: Notice to mariners\nsource_url: https://harbour.example/notice\n---\n";
    let (_folder, place) = folder(&[("notice.md", text)]);
    let mut desk = open(place.join("notice.md"), 80, 24);
    let screen = desk.screen();
    assert!(screen.contains("No text was saved with this headline"), "{screen}");
    assert!(
        screen.contains("https://harbour.example/notice") && screen.contains("o open its page"),
        "{screen}"
    );
    assert!(desk.press("o").screen().contains("Open harbour.example"));
}

#[test]
fn what_is_typed_into_the_last_line_says_how_it_ends() {
    let (_folder, place) = folder(&[("segments.md", STRAVA)]);
    let mut desk = open(place.join("segments.md"), 80, 24);
    for key in ["w", "t"] {
        let screen = desk.press(key).screen();
        let prompt = screen.lines().last().unwrap_or_default();
        assert!(prompt.contains("Enter done   Esc drop"), "{prompt}");
        desk.press("esc");
    }
}

#[test]
fn commands_have_room_for_what_they_do() {
    let mut desk = Desk::open(&[shipped()], 40, 12, &Config::default(), true);
    let screen = desk.press(":").type_in("put by").screen();
    assert!(screen.contains("put by for later, or no"), "{screen}");
}

#[test]
fn the_row_of_the_article_being_read_has_a_bold_headline_and_quiet_details() {
    let mut desk = Desk::open(&[shipped()], 120, 40, &Config::default(), true);
    let styled = desk.press("enter").styled();
    let is =
        |start: &str, look: &str| styled.lines().any(|line| line.starts_with(start) && line.ends_with(look));
    assert!(is("2:0..", " BOLD"), "{styled}");
    assert!(is("3:3..", " DIM") && !is("3:3..", " BOLD"), "{styled}");
}

#[test]
fn a_row_that_has_nothing_but_an_address_says_so_and_whose() {
    let page = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n\
        <DT><A HREF=\"https://www.medium.example/lamps\">How lamps are lit</A>\n</DL><p>\n";
    let (_folder, place) = folder(&[("bookmarks.html", page), ("a.md", "# Lamps\n\nThe lamps went out.\n")]);
    let screen = open(place, 80, 24).screen();
    let rows: Vec<&str> = screen.lines().collect();
    let at = rows.iter().position(|row| row.contains("How lamps are lit")).unwrap();
    assert_eq!(rows[at + 1].trim(), "link only · medium.example", "{screen}");
    assert_eq!(screen.matches("link only").count(), 1, "what can be read is no link:\n{screen}");
}
