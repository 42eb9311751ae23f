//! Marks from the command line: taken back after a restart, taken over from other readers, printed
//! with citations, and put elsewhere when they cannot be saved.

use crate::home::Home;

const LAMPS: &str = "---\ntitle: The lamplighters\ndate: 2025-11-14\nauthor: Ada Wren\n\
    publisher: Harbour Post\nsource: https://post.example/lamps\n---\n\nThe last lamp of the quay was put out on a \
    Friday.\n\nNobody had asked the keeper, who went on climbing the ladder.\n";

fn home() -> Home {
    let home = Home::new();
    home.file("news/lamps.md", LAMPS);
    home.file("news/bread.md", "---\ntitle: Reading bread\n---\n\nA loaf tells you how it was made.\n");
    home
}

fn read_ones(home: &Home) -> Vec<String> {
    let records = home.run(&["list", "-f", "json", "news"]).json();
    let read = records.iter().filter(|record| record["read"] == true);
    read.map(|record| record["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn steps_are_taken_back_and_made_again_in_later_runs() {
    let home = home();
    home.run(&["mark", "read", "news"]);
    home.run(&["mark", "star", "news/lamps.md"]);
    assert_eq!(home.run(&["mark", "undo"]).out, "taken back: starred\n");
    assert_eq!(home.run(&["mark", "undo"]).out, "taken back: marked as read: 2 articles\n");
    assert!(read_ones(&home).is_empty());
    let nothing = home.run(&["mark", "undo"]);
    let said = "newsprint: nothing to take back: marks: mark something first\n";
    assert_eq!((nothing.code, nothing.err.as_str()), (Some(1), said));
    assert_eq!(home.run(&["mark", "redo"]).out, "done again: marked as read: 2 articles\n");
    assert_eq!(read_ones(&home).len(), 2);
    home.run(&["mark", "unread", "news/bread.md"]);
    assert_eq!(home.run(&["mark", "redo"]).code, Some(1), "a new step ends what could be done again");
    assert_eq!(read_ones(&home), ["The lamplighters"]);
}

#[test]
fn addresses_are_marked_before_and_after_their_article_comes() {
    let home = home();
    let addresses = "https://post.example/bees\n\nhttps://www.post.example/lamps?utm_source=mail\n";
    let run = home.fed(&["mark", "read", "-"], addresses);
    assert_eq!((run.code, run.out.lines().count()), (Some(0), 2), "{run:?}");
    assert_eq!(read_ones(&home), ["The lamplighters"]);
    home.file("news/bees.md", "---\ntitle: Bees\nsource: https://post.example/bees\n---\n\nThey hum.\n");
    assert!(read_ones(&home).contains(&"Bees".to_owned()));
}

#[test]
fn marks_are_taken_over_from_wallabag() {
    let home = home();
    home.file(
        "export.json",
        r#"[{"id": 1, "url": "https://post.example/lamps", "is_archived": 1, "is_starred": true, "tags": ["sea", {"label": "quay"}],
            "annotations": [{"quote": "climbing the ladder", "text": "why?"}]},
            {"id": "2", "url": "https://post.example/bees", "is_archived": false, "is_starred": 0, "tags": [{}]}]"#,
    );
    let run = home.run(&["mark", "--import", "export.json"]);
    assert_eq!(
        run.out,
        "imported: 1 read, 1 starred, 2 tags, 1 highlights; newsprint mark undo takes it back\n"
    );
    let lamps = &home.run(&["list", "-f", "json", "news/lamps.md"]).json()[0];
    assert_eq!((&lamps["read"], &lamps["starred"]), (&true.into(), &true.into()));
    assert_eq!(lamps["tags"], serde_json::json!(["quay", "sea"]));
    let notes = home.run(&["notes", "-f", "json", "news"]).json();
    assert_eq!(notes[0]["highlights"][0]["found"], true);
    assert_eq!(home.run(&["mark", "--import", "export.json"]).out, "nothing new to import\n");
    home.run(&["mark", "undo"]);
    assert!(read_ones(&home).is_empty());
}

#[test]
fn marks_are_taken_over_from_bulletty_and_do_not_overrule_what_was_said_here() {
    let home = Home::new();
    let seen = |title: &str, seen: bool| {
        format!("+++\ntitle = \"{title}\"\nseen = {seen}\n+++\n\nSome words on {title}.\n")
    };
    home.file("news/a.md", &seen("Lamps", true));
    home.file("news/b.md", &seen("Bread", false));
    home.file("news/c.md", &seen("Bees", true));
    home.run(&["mark", "read", "news/c.md"]);
    home.run(&["mark", "unread", "news/c.md"]);
    assert_eq!(
        home.run(&["mark", "--import", "news"]).out,
        "imported: 1 read; newsprint mark undo takes it back\n"
    );
    assert_eq!(read_ones(&home), ["Lamps"]);
}

#[test]
fn what_cannot_be_imported_is_said() {
    let home = home();
    home.file("broken.json", "[{\"url\": ");
    for (file, words) in
        [("broken.json", "not a wallabag export"), ("none.json", "No such file"), ("news", "no marks")]
    {
        let run = home.run(&["mark", "--import", file]);
        assert_eq!(run.code, Some(1), "{run:?}");
        assert!(run.err.contains(words) && run.err.contains(file), "{run:?}");
    }
}

#[test]
fn notes_are_printed_with_what_they_are_about() {
    let home = home();
    let none = home.run(&["notes", "news"]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
    home.run(&["mark", "note=ask *Ada* about this", "news/lamps.md"]);
    home.run(&["mark", "highlight=Asked the  keeper", "news/lamps.md"]);
    let missing = home.run(&["mark", "highlight=asked the baker", "news/lamps.md"]);
    assert_eq!(missing.code, Some(1));
    assert!(missing.err.contains("the words are not in it"), "{missing:?}");
    let run = home.run(&["notes", "news"]);
    assert_eq!(
        run.out,
        "# The lamplighters\n\nAda Wren, *Harbour Post*, 2025-11-14, <https://post.example/lamps>\n\n\
        ask \\*Ada\\* about this\n\n> asked the keeper\n"
    );
    home.file("news/lamps.md", &LAMPS.replace("Nobody had asked the keeper, who", "He"));
    assert!(home.run(&["notes", "news"]).out.contains("*The article no longer says so.*"));
    // What has no file any more is not forgotten.
    std::fs::remove_file(home.path("news/lamps.md")).unwrap();
    let gone = home.run(&["notes"]).out;
    assert!(gone.contains("not in the library") && gone.contains("> asked the keeper"), "{gone}");
    home.run(&["mark", "unnote", "https://post.example/lamps"]);
    assert!(!home.run(&["notes"]).out.contains("Ada"));
}

#[test]
fn own_tags_are_found_by_a_query_like_those_of_the_file() {
    let home = home();
    home.run(&["mark", "tag=long reads", "news/bread.md"]);
    let run = home.run(&["list", "-f", "json", "news", "tag:\"long reads\""]);
    assert_eq!(run.json().len(), 1, "{run:?}");
    assert_eq!(run.json()[0]["title"], "Reading bread");
}

#[test]
fn what_was_put_elsewhere_counts_and_is_taken_in() {
    let home = home();
    home.run(&["mark", "star", "news/bread.md"]);
    let marks = home.path("config/newsprint/marks");
    let journal = std::fs::read_dir(&marks).unwrap().next().unwrap().unwrap().file_name();
    let unsaved = home.path("data/newsprint/unsaved");
    std::fs::create_dir_all(unsaved.parent().unwrap()).unwrap();
    std::fs::rename(&marks, &unsaved).unwrap();
    #[cfg(unix)]
    std::fs::set_permissions(&unsaved, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let starred =
        |home: &Home| home.run(&["list", "-f", "json", "news/bread.md"]).json()[0]["starred"] == true;
    assert!(starred(&home), "it counts where it is");
    home.run(&["mark", "read", "news/bread.md"]);
    assert!(!unsaved.join(&journal).exists() && marks.join(&journal).exists());
    assert!(starred(&home));
}

#[test]
fn a_tag_cannot_act_on_the_terminal() {
    let home = home();
    home.file(
        "export.json",
        r#"[{"url": "https://post.example/lamps", "tags": ["\u001b[2Jsea"], "annotations": [{"quote": "the \u001b[31mladder"}]}]"#,
    );
    home.run(&["mark", "--import", "export.json"]);
    assert_eq!(
        home.run(&["list", "-f", "json", "news/lamps.md"]).json()[0]["tags"],
        serde_json::json!(["sea"])
    );
    assert_eq!(home.run(&["notes", "-f", "json", "news"]).json()[0]["highlights"][0]["quote"], "the ladder");
    let bread = |home: &Home| home.run(&["list", "-f", "json", "news/bread.md"]).json().remove(0);
    let run = home.run(&["mark", "tag=\u{1b}[31mold\tquay\n", "news/bread.md"]);
    assert_eq!(run.out, "tagged old quay: Reading bread\n");
    assert_eq!(bread(&home)["tags"], serde_json::json!(["old quay"]), "it is kept as it is shown");
    home.run(&["mark", "untag=\u{1b}[31mold\tquay", "news/bread.md"]);
    assert_eq!(bread(&home)["tags"], serde_json::json!([]));
    home.run(&["mark", "note=\u{1b}]0;x\u{7}two\nlines", "news/bread.md"]);
    assert_eq!(home.run(&["notes", "-f", "json", "news/bread.md"]).json()[0]["note"], "two\nlines");
}

#[test]
fn a_query_marks_what_it_shows_within_the_folders_named_and_nothing_else() {
    let home = home();
    home.file("other/crust.md", "---\ntitle: A crust\n---\n\nIt is left on the table.\n");
    let run = home.run(&["mark", "star", "news", "-q", "crust OR loaf"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), "starred: Reading bread\n"), "no library is needed");
    home.config("[libraries]\nother = \"~/other\"\n");
    assert_eq!(home.run(&["mark", "later", "news/lamps.md", "-q", "loaf"]).code, Some(1), "not in that file");
    assert_eq!(
        home.run(&["mark", "later", "news", "-q", "crust OR loaf"]).out,
        "put by for later: Reading bread\n"
    );
    assert_eq!(home.run(&["mark", "later", "-q", "crust"]).out, "put by for later: A crust\n");
}

#[test]
fn a_query_that_asks_for_nothing_marks_nothing() {
    let home = home();
    home.config("[libraries]\nnews = \"~/news\"\n");
    for query in ["", " ", "*", "-", "😀", "is:", "before:"] {
        let run = home.run(&["mark", "read", "--query", query]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{query:?}: {run:?}");
        assert!(
            run.err.contains("the query asks for nothing") && run.err.contains("name a folder"),
            "{run:?}"
        );
    }
    assert!(read_ones(&home).is_empty());
}

#[test]
fn undo_is_about_the_last_step_and_not_about_an_article() {
    let home = home();
    home.run(&["mark", "star", "news/lamps.md"]);
    for more in [&["news/bread.md"][..], &["-q", "loaf"][..]] {
        let run = home.run(&[&["mark", "undo"][..], more].concat());
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{run:?}");
        assert!(run.err.contains("undo takes back the last step") && run.err.lines().count() == 1, "{run:?}");
    }
    assert_eq!(home.run(&["list", "-f", "json", "news/lamps.md"]).json()[0]["starred"], true);
    assert_eq!(home.run(&["mark", "undo"]).out, "taken back: starred\n");
}

#[test]
fn what_is_wrong_with_a_journal_is_said_once() {
    let home = home();
    home.file("config/newsprint/marks/other.log", "# newsprint marks 1\nwhat is this\n");
    for arguments in [
        &["-l", "news", "mark", "read", "--query", "lamp"][..],
        &["-l", "news", "show", "--query", "lamp"][..],
    ] {
        let run = home.run(arguments);
        assert_eq!(run.err.matches("not understood").count(), 1, "{run:?}");
    }
}

#[test]
#[cfg(unix)]
fn files_are_named_on_standard_input_to_the_byte() {
    use std::os::unix::ffi::OsStrExt;
    let home = home();
    let names: [&[u8]; 2] = [b"news/odd name ", b"news/\xff.md"];
    for (name, title) in names.iter().zip(["Bees", "Fog"]) {
        let path = home.path("").join(std::ffi::OsStr::from_bytes(name));
        std::fs::write(path, format!("# {title}\n\nSome words on {title}.\n")).unwrap();
    }
    let list = [names[0], b"\n", names[1], b"\r\n  news/bread.md \n"].concat();
    std::fs::write(home.path("names"), list).unwrap();
    let mut command = home.command(&["mark", "read", "-"]);
    let run: crate::home::Run =
        command.stdin(std::fs::File::open(home.path("names")).unwrap()).output().unwrap().into();
    assert_eq!(
        (run.code, run.out.as_str()),
        (Some(0), "read: Bees\nread: Fog\nread: Reading bread\n"),
        "{run:?}"
    );
}

#[test]
fn a_day_that_is_a_guess_is_cited_as_one_and_only_to_the_eye() {
    let home = Home::new();
    home.file(
        "news/lamps.md",
        "---\ntitle: The lamps\nlang: en\n---\n\nThe last lamp went out on the quay.[1] Nobody minded.[2]\n\n## Sources\n\n\
         [1] \"Of ladders\", Quay Almanac, 3 November 2019.\n\n[2] \"Of buckets\", Quay Almanac, 1 May 2018.\n",
    );
    let listed = home.run(&["list", "news"]);
    assert!(listed.out.contains("c. 2019-11-03"), "{listed:?}");
    home.run(&["mark", "note=ask", "news/lamps.md"]);
    let eye = home.run(&["notes", "news"]);
    assert!(eye.out.contains("c. 2019-11-03"), "{eye:?}");
    let json = home.run(&["notes", "news", "--format", "json"]);
    assert_eq!(json.json()[0]["date"], "2019-11-03", "{json:?}");
}
