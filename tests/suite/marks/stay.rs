//! Marks stay with an article through what happens to its file: renamed, moved, edited, saved as
//! another format. The built program, its files, and nothing else.

use std::fs;

use crate::home::Home;
use crate::terminal::Sitting;

const LAMPS: &str = "The lamplighters\n\nThe last lamp of the quay was put out on a Friday in November.\n\n\
    Nobody had asked the keeper, who went on climbing the ladder all winter, and nobody thanked him.\n";

/// A home with one article that was marked in every way.
fn marked() -> Home {
    let home = Home::new();
    home.file("news/lamps.txt", LAMPS);
    home.file(
        "news/bread.txt",
        "Reading bread\n\nA loaf tells you how it was made, if you look at the crust.\n",
    );
    for deed in ["read", "star", "later", "tag=harbour", "note=ask Ada", "highlight=climbing the ladder"] {
        let run = home.run(&["mark", deed, "news/lamps.txt"]);
        assert_eq!(run.code, Some(0), "{deed}: {run:?}");
    }
    home
}

/// Makes sure that the article at a path has all its marks, and that nothing else has any.
fn has_its_marks(home: &Home, path: &str) {
    let records = home.run(&["list", "-f", "json", "news"]).json();
    for record in &records {
        let is_it = record["path"].as_str().unwrap().ends_with(path);
        assert_eq!(record["read"], is_it, "{record}");
        assert_eq!(record["starred"], is_it, "{record}");
        assert_eq!(record["tags"] == serde_json::json!(["harbour"]), is_it, "{record}");
    }
    let notes = home.run(&["notes", "-f", "json", "news"]).json();
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert!(notes[0]["path"].as_str().unwrap().ends_with(path));
    assert_eq!(notes[0]["note"], "ask Ada");
    assert_eq!(notes[0]["highlights"][0]["found"], true);
}

#[test]
fn renamed_moved_and_both() {
    let home = marked();
    has_its_marks(&home, "lamps.txt");
    fs::rename(home.path("news/lamps.txt"), home.path("news/the lamps.txt")).unwrap();
    has_its_marks(&home, "the lamps.txt");
    fs::create_dir(home.path("news/2025")).unwrap();
    fs::rename(home.path("news/the lamps.txt"), home.path("news/2025/l.txt")).unwrap();
    has_its_marks(&home, "l.txt");
}

#[test]
fn renamed_without_a_headline_of_its_own() {
    let text = "Nobody had asked the keeper of the quay, who went on climbing the ladder all winter long.\n\n\
        The last lamp was put out on a Friday in November, and that was that for the lamplighters.\n";
    for end in ["txt", "md"] {
        let home = Home::new();
        let (old, new) = (format!("news/a.{end}"), format!("news/b.{end}"));
        home.file(&old, text);
        home.run(&["mark", "star", &old]);
        let before = home.run(&["list", "-f", "json", "news"]).json().remove(0);
        assert_eq!(before["title"], "a", "the name of the file stands in for a headline");
        fs::rename(home.path(&old), home.path(&new)).unwrap();
        let after = home.run(&["list", "-f", "json", "news"]).json().remove(0);
        assert_eq!((&after["id"], &after["starred"]), (&before["id"], &true.into()), "{end}");
        assert_eq!(after["title"], "b");
    }
}

#[test]
fn edited_once_and_again_and_renamed_after_a_mark() {
    let home = marked();
    home.file("news/lamps.txt", &LAMPS.replace("Friday", "Monday"));
    has_its_marks(&home, "lamps.txt");
    assert_eq!(home.run(&["mark", "read", "news/lamps.txt"]).out, "already read: The lamplighters\n");
    home.file("news/lamps.txt", &LAMPS.replace("Friday", "Tuesday"));
    has_its_marks(&home, "lamps.txt");
    home.run(&["mark", "read", "news/lamps.txt"]);
    fs::rename(home.path("news/lamps.txt"), home.path("news/lights.txt")).unwrap();
    has_its_marks(&home, "lights.txt");
}

#[test]
fn edited_and_renamed_where_only_a_list_saw_what_was_between() {
    let home = marked();
    home.file("news/lamps.txt", &LAMPS.replace("Friday", "Monday"));
    has_its_marks(&home, "lamps.txt");
    fs::rename(home.path("news/lamps.txt"), home.path("news/lights.txt")).unwrap();
    has_its_marks(&home, "lights.txt");
    home.file("news/lights.txt", &LAMPS.replace("Friday", "Tuesday"));
    has_its_marks(&home, "lights.txt");
    let journals = fs::read_dir(home.path("config/newsprint/marks")).unwrap();
    let lines = |entry: std::io::Result<fs::DirEntry>| {
        fs::read_to_string(entry.unwrap().path()).unwrap().matches(" was ").count()
    };
    let said: usize = journals.map(lines).sum();
    home.run(&["list", "news"]);
    let journals = fs::read_dir(home.path("config/newsprint/marks")).unwrap();
    assert_eq!((said, journals.map(lines).sum::<usize>()), (3, 3), "what is known is not said again");
    // Taking back is about what the reader did, and links are no step of it.
    assert_eq!(home.run(&["mark", "undo"]).out, "taken back: highlighted\n");
}

#[test]
fn saved_again_in_other_formats() {
    let paragraphs: Vec<&str> = LAMPS.trim_end().split("\n\n").skip(1).collect();
    let markdown = format!("# The lamplighters\n\n{}\n", paragraphs.join("\n\n"));
    let html = format!(
        "<!doctype html><html><head><title>The lamplighters</title></head><body><article>\
        <h1>The lamplighters</h1><p>{}</p></article></body></html>",
        paragraphs.join("</p><p>")
    );
    let mail =
        format!("From: Ada <ada@example.org>\nSubject: The lamplighters\n\n{}\n", paragraphs.join("\n\n"));
    for (name, text) in [("lamps.md", &markdown), ("lamps.html", &html), ("lamps.eml", &mail)] {
        let home = marked();
        fs::remove_file(home.path("news/lamps.txt")).unwrap();
        home.file(&format!("news/{name}"), text);
        has_its_marks(&home, name);
    }
}

#[test]
fn with_an_address_it_may_be_edited_moved_and_resaved_at_once() {
    let home = Home::new();
    let saved = |title: &str, words: &str| {
        format!("---\ntitle: {title}\nsource: https://www.post.example/lamps?utm_source=x\n---\n\n{words}\n")
    };
    home.file("news/lamps.md", &saved("Lamps", "The last lamp was put out."));
    home.run(&["mark", "read", "news/lamps.md"]);
    fs::remove_file(home.path("news/lamps.md")).unwrap();
    home.file(
        "news/old/other.md",
        &saved("The lamps", "The very last lamp was put out, they say.").replace("www.", ""),
    );
    assert_eq!(home.run(&["list", "-f", "json", "news"]).json()[0]["read"], true);
}

#[test]
fn under_the_eyes_of_the_reader() {
    let home = marked();
    let mut sitting = Sitting::sized(&home.path(""), &home.path("news"), 110, 30);
    sitting.sees("1 unread of 2");
    sitting.press("/is:starred lamplighters").sees("1 article ");
    let shows = |sitting: &mut Sitting, file: &str| {
        sitting.sees(file);
        let screen = sitting.settles().contents();
        assert!(screen.contains("ask Ada") && screen.contains("# harbour"), "{file}: {screen}");
        assert!(screen.contains("1 article "), "{file}: {screen}");
    };
    let (lamps, lights) = (home.path("news/lamps.txt"), home.path("news/2025/lights.txt"));
    fs::create_dir(home.path("news/2025")).unwrap();
    fs::rename(&lamps, &lights).unwrap();
    sitting.press("\x15is:starred in:2025").sees("1 of 2 · is:starred in:2025");
    shows(&mut sitting, "last lamp of the quay");
    sitting.press("\x15is:starred lamplighters").sees("1 of 2 · is:starred lamplighters");
    home.file("news/2025/lights.txt", &LAMPS.replace("Friday", "Monday"));
    shows(&mut sitting, "on a Monday");
    home.file("news/2025/lights.txt", &LAMPS.replace("Friday", "Tuesday"));
    shows(&mut sitting, "on a Tuesday");
    fs::rename(&lights, &lamps).unwrap();
    let paragraphs: Vec<String> =
        LAMPS.replace("Friday", "Tuesday").split("\n\n").map(str::to_owned).collect();
    home.file("news/lamps.md", &format!("---\nauthor: Ada\n---\n# {}", paragraphs.join("\n\n")));
    fs::remove_file(&lamps).unwrap();
    sitting.sees("Ada · ");
    shows(&mut sitting, "on a Tuesday");
    sitting.press("\x1b").settles();
    sitting.press("q").ends();
    let records = home.run(&["list", "-f", "json", "news", "--", "is:starred"]).json();
    assert_eq!(records.len(), 1, "{records:?}");
    assert!(records[0]["path"].as_str().unwrap().ends_with("lamps.md"), "{records:?}");
}
