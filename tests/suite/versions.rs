//! The same story saved more than once: one entry, its versions, and what changed between them.

use std::path::PathBuf;

use newsprint::config::Config;
use newsprint::marks::What;

use crate::desk::Desk;
use crate::home::Home;
use crate::terminal::Sitting;

/// Some hundred words that do not repeat.
fn body(seed: usize) -> String {
    const NOUNS: [&str; 12] = [
        "harbour", "lamp", "keeper", "ledger", "bakery", "gull", "ferry", "rope", "chart", "anchor", "pilot",
        "quay",
    ];
    const VERBS: [&str; 7] = ["counts", "mends", "paints", "weighs", "follows", "sells", "draws"];
    let sentence = |n: usize| {
        let word = |step: usize| NOUNS[(n * 5 + seed * 7 + step * step) % NOUNS.len()];
        let verb = VERBS[(n * 3 + seed) % VERBS.len()];
        format!(
            "On day {} the {} {verb} the {} of the {} by the {}.",
            n + seed * 40,
            word(1),
            word(2),
            word(3),
            word(5)
        )
    };
    (0..24).map(sentence).collect::<Vec<_>>().chunks(6).map(|p| p.join(" ")).collect::<Vec<_>>().join("\n\n")
}

fn page(title: &str, date: &str, outlet: &str, body: &str) -> String {
    format!("---\ntitle: {title}\ndate: {date}\npublisher: {outlet}\n---\n\n{body}\n")
}

/// A story saved twice, the second time corrected and longer, and another story.
pub(crate) fn library() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text).unwrap();
    let first = body(1);
    let second =
        first.replacen("counts", "carefully recounts", 1) + "\n\nA correction was made on Monday: marmalade.";
    write(
        "lamps.md",
        page(
            "The lamps are counted",
            "2025-11-14",
            "Harbour Post",
            &format!("{first}\n\nOnly here: turnips."),
        ),
    );
    write("lamps-again.md", page("The lamps are counted", "2025-11-15", "Harbour Post", &second));
    write("fog.md", page("Fog at noon", "2025-11-13", "Evening Bell", &body(2)));
    let place = folder.path().to_owned();
    (folder, place)
}

fn desk(place: &PathBuf, width: u16, height: u16) -> Desk {
    Desk::open(std::slice::from_ref(place), width, height, &Config::default(), true)
}

fn shows(desk: &mut Desk, words: &str) {
    let screen = desk.screen();
    assert!(screen.contains(words), "no {words:?} in\n{screen}");
}

#[test]
fn a_story_saved_twice_is_one_entry_that_says_so() {
    let (_folder, place) = library();
    let mut desk = desk(&place, 100, 24);
    shows(&mut desk, "2 unread of 2");
    let screen = desk.screen();
    assert_eq!(screen.lines().filter(|line| line.contains("● The lamps are counted")).count(), 1, "{screen}");
    shows(&mut desk, "×2");
    let apart = Config { fold_versions: false, ..Config::default() };
    let mut desk = Desk::open(&[place], 100, 24, &apart, true);
    shows(&mut desk, "3 unread of 3");
    assert!(!desk.screen().contains("×2"));
}

#[test]
fn two_files_with_one_address_are_one_entry_whatever_the_config_says_and_its_versions_are_listed() {
    let page = |words: &str| {
        let body = body(3);
        format!("---\ntitle: The ferry is late\nurl: https://quay.example/ferry\n---\n\n{body}\n\n{words}\n")
    };
    let (_folder, place) =
        crate::desk::folder(&[("one.md", &page("Only here: turnips.")), ("two.md", &page("No more."))]);
    for fold_versions in [true, false] {
        let config = Config { fold_versions, ..Config::default() };
        let mut desk = Desk::open(std::slice::from_ref(&place), 100, 24, &config, true);
        shows(&mut desk, "1 unread of 1");
        desk.press("V");
        shows(&mut desk, "one.md");
        shows(&mut desk, "two.md");
        desk.press("esc /").type_in("turnips").press("enter");
        shows(&mut desk, "The ferry is late");
    }
}

#[test]
fn what_only_an_older_version_says_finds_the_entry() {
    let (_folder, place) = library();
    let mut desk = desk(&place, 100, 24);
    desk.press("/").type_in("turnips").press("enter");
    shows(&mut desk, "1 of 2");
    shows(&mut desk, "The lamps are counted");
    desk.press("esc /").type_in("in:fog.md").press("enter");
    shows(&mut desk, "1 of 2");
    shows(&mut desk, "Fog at noon");
}

#[test]
fn what_only_an_older_version_says_is_lit_when_it_is_opened() {
    let (_folder, place) = library();
    for width in [60, 100] {
        let mut desk = desk(&place, width, 24);
        desk.press("/").type_in("turnips").press("enter enter");
        assert_eq!(desk.app.reader.open().unwrap().path.file_name().unwrap(), "lamps.md");
        assert!(desk.app.reader.find.is_some(), "nothing is lit");
        shows(&mut desk, "turnips");
        shows(&mut desk, "another version");
        desk.press("q");
        shows(&mut desk, "1 of 2");
        // What both say is shown in the newest.
        desk.press("esc /").type_in("ledger").press("enter enter");
        assert_eq!(desk.app.reader.open().unwrap().path.file_name().unwrap(), "lamps-again.md");
        assert!(desk.app.reader.find.is_some(), "nothing is lit");
    }
}

#[test]
fn reading_and_starring_the_entry_counts_once() {
    let (_folder, place) = library();
    let mut desk = desk(&place, 100, 24);
    desk.press("r");
    shows(&mut desk, "1 unread of 2");
    desk.press("U");
    shows(&mut desk, "Fog at noon");
    desk.press("esc A");
    let read = desk.journal.iter().filter(|change| change.what == What::Read(true)).count();
    assert_eq!(read, 2, "one mark for each entry");
    shows(&mut desk, "0 unread of 2");
}

#[test]
fn what_was_starred_in_any_version_is_starred_in_the_list() {
    let (_folder, place) = library();
    let mut desk = desk(&place, 100, 24);
    desk.press("V j enter s q");
    shows(&mut desk, "★");
    desk.press("*");
    shows(&mut desk, "1 of 2");
    shows(&mut desk, "×2");
}

#[test]
fn the_versions_are_listed_opened_and_compared() {
    let (_folder, place) = library();
    let mut desk = desk(&place, 100, 24);
    desk.press("V");
    for words in ["Versions (2)", "lamps-again.md", "lamps.md", "15 Nov 2025", "Harbour Post", "in the list"]
    {
        shows(&mut desk, words);
    }
    desk.press("j d");
    for words in ["3 changes", "lamps.md", "lamps-again.md", "carefully recounts"] {
        shows(&mut desk, words);
    }
    desk.press("n");
    shows(&mut desk, "1/3");
    desk.press("n n");
    shows(&mut desk, "3/3");
    shows(&mut desk, "turnips");
    desk.press("n N");
    shows(&mut desk, "3/3");
    desk.press("esc");
    shows(&mut desk, "Versions (2)");
    desk.press("j enter");
    assert_eq!(desk.app.reader.open().unwrap().path.file_name().unwrap(), "lamps.md");
    desk.press("q j V");
    shows(&mut desk, "this article was saved once only");
}

#[test]
fn versions_and_changes_look_as_they_should_at_every_size() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let (_folder, place) = library();
        let mut desk = desk(&place, width, height);
        // The folder is another one each time; its name is cut off the pictures.
        let folder = place.file_name().unwrap().to_string_lossy().into_owned();
        insta::assert_snapshot!(format!("versioned-{width}x{height}"), desk.styled());
        desk.press("V");
        insta::assert_snapshot!(
            format!("versions-{width}x{height}"),
            desk.styled().replace(&folder, "FOLDER")
        );
        desk.press("j d n");
        insta::assert_snapshot!(
            format!("changes-{width}x{height}"),
            desk.styled().replace(&folder, "FOLDER")
        );
    }
}

#[test]
fn scripts_get_stories_with_their_versions_and_every_file_as_before() {
    let home = Home::new();
    let (first, second) = (body(1), format!("{}\n\nCorrected: marmalade.", body(1)));
    home.file("news/a.md", &page("The lamps are counted", "2025-11-14", "Harbour Post", &first));
    home.file("news/b.md", &page("The lamps are counted", "2025-11-15", "Harbour Post", &second));
    home.file("news/c.md", &page("Fog at noon", "2025-11-13", "Evening Bell", &body(2)));
    let stories = home.run(&["versions", "news", "--format", "json"]).json();
    assert_eq!(stories.len(), 1);
    let paths: Vec<_> =
        stories[0]["versions"].as_array().unwrap().iter().map(|v| v["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["news/b.md", "news/a.md"], "the one a list shows comes first");
    assert_eq!(home.run(&["versions", "news", "fog"]).code, Some(1), "nothing found");
    assert_eq!(home.run(&["list", "news", "--format", "json"]).json().len(), 3, "every file is still listed");
    let diff = home.run(&["diff", "news/a.md", "news/b.md"]);
    assert!(diff.out.starts_with("1 change, 0 words removed, 2 words added\n"), "{diff:?}");
    assert!(diff.out.contains("{+Corrected: marmalade.+}"), "{diff:?}");
    let coloured = home.run(&["diff", "--color", "always", "news/b.md", "news/a.md"]);
    assert!(coloured.out.contains("\u{1b}[31;9mCorrected"), "{coloured:?}");
    let same = home.run(&["diff", "news/a.md", "news/a.md"]);
    assert!(same.out.is_empty() && same.err.contains("nothing changed"), "{same:?}");
}

#[test]
fn statistics_for_scripts_are_a_line_each() {
    let home = Home::new();
    home.file("news/a.md", &page("The lamps are counted", "2025-11-14", "Harbour Post", &body(1)));
    let none = home.run(&["stats", "news"]);
    assert_eq!((none.code, none.err.contains("nothing was read yet")), (Some(1), true), "{none:?}");
    home.run(&["mark", "read", "news/a.md"]);
    let all = home.run(&["stats", "news", "--format", "json"]).json();
    assert_eq!((all[0]["kind"].as_str(), all[0]["marked_unopened"].as_u64()), (Some("all"), Some(1)));
}

#[test]
#[cfg(unix)]
fn versions_in_json_give_their_paths_as_they_are() {
    let home = Home::new();
    let names = ["news/lamps.md", "news/lamps\n again.md"];
    for name in names {
        home.file(
            name,
            &page(
                "The lamps are counted",
                "2025-11-14",
                "Harbour Post",
                &format!("{}\n\n{}", body(1), name.len()),
            ),
        );
    }
    let story = &home.run(&["versions", "-f", "json", "news"]).json()[0];
    let mut paths: Vec<&str> =
        story["versions"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["news/lamps\n again.md", "news/lamps.md"]);
}

#[test]
fn a_large_library_is_folded_once_its_files_were_read_and_stays_so() {
    let home = Home::new();
    for number in 0..2100 {
        let text = format!(
            "Crossing {number}\n\nThe ferry left with bread number {number} and came back with letters.\n"
        );
        home.file(&format!("library/{number}.txt"), &text);
    }
    home.file("library/a.md", &page("The lamps are counted", "2025-11-14", "Harbour Post", &body(1)));
    let longer = format!("{}\n\nCorrected: marmalade.", body(1));
    home.file("library/b.md", &page("The lamps are counted", "2025-11-15", "Harbour Post", &longer));
    let library = home.path("library");
    for _ in 0..2 {
        let mut sitting = Sitting::sized(&home.path(""), &library, 110, 30);
        sitting.sees("2,101 unread of 2,101");
        sitting.press("G").sees("The lamps are counted");
        sitting.press("V").sees("Versions (2)");
        sitting.press("q").press("q");
        assert_eq!(sitting.ends(), 0);
    }
    let stories = home.run(&["versions", library.to_str().unwrap(), "--format", "json"]).json();
    assert_eq!(stories[0]["versions"].as_array().unwrap().len(), 2);
}

#[test]
fn a_version_has_the_item_that_a_list_gives_it() {
    let home = Home::new();
    home.file("news/lamps.md", &page("The lamps are counted", "2025-11-14", "Harbour Post", &body(1)));
    home.file("news/copy.md", &page("The lamps are counted", "2025-11-15", "Harbour Post", &body(1)));
    let entry = |title: &str, seed| {
        format!(
            "<item><title>{title}</title><description>&lt;p&gt;{}&lt;/p&gt;</description></item>",
            body(seed)
        )
    };
    let entries = entry("Fog at noon", 2) + &entry("The lamps are counted", 1);
    home.file("news/feed.rss", &format!("<rss version=\"2.0\"><channel>{entries}</channel></rss>"));
    let listed = home.run(&["list", "-f", "json", "news"]).json();
    let stories = home.run(&["versions", "-f", "json", "news"]).json();
    let versions = stories[0]["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 3, "{stories:?}");
    for version in versions {
        let same =
            |record: &&serde_json::Value| record["id"] == version["id"] && record["path"] == version["path"];
        let record = listed.iter().find(same).unwrap();
        assert_eq!(version["item"], record["item"], "{version}");
    }
    assert!(versions.iter().any(|version| version["item"] == "2"), "{versions:?}");
    assert!(versions.iter().any(|version| version["item"].is_null()), "{versions:?}");
}

#[test]
fn without_colour_what_was_removed_and_added_stands_in_brackets() {
    let (_folder, place) = library();
    let mut plain = Desk::open(std::slice::from_ref(&place), 100, 40, &Config::default(), true);
    let screen = plain.press("V d").screen();
    assert!(screen.contains("[-counts-] {+carefully recounts+}"), "{screen}");
    assert!(screen.contains("[-only in-]") && screen.contains("{+new in+}"), "{screen}");
    let mut coloured = Desk::open(&[place], 100, 40, &Config::default(), false);
    let screen = coloured.press("V d").screen();
    assert!(!screen.contains("[-") && screen.contains("recounts"), "{screen}");
}
