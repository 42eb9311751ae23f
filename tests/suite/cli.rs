//! The command line as a script meets it: the built program, what it prints, how it ends.

use crate::home::{Home, Run, articles};

const LAMPS: &str = "---\ntitle: The lamplighters\ndate: 2025-11-14\nauthor: Ada Wren\n\
    publisher: Harbour Post\nlang: en\ntags: [harbour]\n---\n\nThe last lamp of the quay was put out on a Friday.\n\n\
    Nobody had asked the keeper, who went on climbing the ladder all winter.\n";

const BREAD: &str = "---\ntitle: Reading bread\ndate: 2025-11-02\nlang: en\n---\n\n\
    A loaf tells you how it was made, if you look at the crust for long enough.\n";

/// Every key of the JSON contract, in its order.
const KEYS: &[&str] = &[
    "id",
    "path",
    "item",
    "collection",
    "format",
    "title",
    "standfirst",
    "caption",
    "date",
    "date_from",
    "authors",
    "publisher",
    "source_url",
    "language",
    "dir",
    "tags",
    "word_count",
    "reading_minutes",
    "headings",
    "junk",
    "sources",
    "links",
    "read",
    "starred",
    "progress",
    "warnings",
];

fn home() -> Home {
    let home = Home::new();
    home.file("news/lamps.md", LAMPS);
    home.file("news/bread.md", BREAD);
    home
}

fn titles(run: &Run) -> Vec<String> {
    run.json().iter().map(|record| record["title"].as_str().unwrap().to_owned()).collect()
}

fn one_line_that_says(run: &Run, code: i32, words: &[&str]) {
    assert_eq!(run.code, Some(code), "{run:?}");
    assert_eq!(run.err.lines().count(), 1, "{run:?}");
    assert!(run.err.starts_with("newsprint: "), "{run:?}");
    for word in words {
        assert!(run.err.contains(word), "{word:?} is not in {run:?}");
    }
}

#[test]
fn json_has_every_key_and_text_only_when_asked() {
    let home = home();
    let run = home.run(&["list", "--format", "json", "news/lamps.md"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let line = run.out.lines().next().unwrap();
    let mut at = 0;
    for key in KEYS {
        let found = line.find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{key} is missing: {line}"));
        assert!(found >= at, "{key} is out of order");
        at = found;
    }
    let record = &run.json()[0];
    assert_eq!(record.as_object().unwrap().len(), KEYS.len());
    assert_eq!(record["title"], "The lamplighters");
    assert_eq!(record["date"], "2025-11-14");
    assert_eq!(record["standfirst"], serde_json::Value::Null);
    assert_eq!(record["sources"], serde_json::json!([]));
    let text = home.run(&["list", "--format", "json", "--text", "news/lamps.md"]).json();
    assert!(text[0]["text"].as_str().unwrap().starts_with("The last lamp"));
}

#[test]
fn files_print_as_given_and_copies_stay() {
    let home = home();
    home.file("news/copy.md", LAMPS);
    let run = home.run(&["list", "-f", "json", "news/lamps.md", "news/bread.md", "news/copy.md"]);
    assert_eq!(titles(&run), ["The lamplighters", "Reading bread", "The lamplighters"]);
}

#[test]
fn a_folder_prints_newest_first_and_orders_turn_round() {
    let home = home();
    assert_eq!(titles(&home.run(&["list", "-f", "json", "news"])), ["The lamplighters", "Reading bread"]);
    let by_title = home.run(&["list", "-f", "json", "--sort", "title", "news"]);
    assert_eq!(titles(&by_title), ["Reading bread", "The lamplighters"]);
    let reversed = home.run(&["list", "-f", "json", "--reverse", "--limit", "1", "news"]);
    assert_eq!(titles(&reversed), ["Reading bread"]);
}

#[test]
fn what_names_no_file_is_the_query() {
    let home = home();
    assert_eq!(titles(&home.run(&["list", "-f", "json", "news", "keeper", "ladder"])), ["The lamplighters"]);
    // `news` after -- is a word and no folder.
    let run = home.run(&["list", "-f", "json", "news", "--", "news"]);
    one_line_that_says(&run, 1, &["nothing found", "news"]);
}

#[test]
fn a_misspelt_file_is_not_silently_a_query() {
    let home = home();
    one_line_that_says(
        &home.run(&["list", "news", "news/lamp.md"]),
        1,
        &["news/lamp.md", "no file has this name"],
    );
}

#[test]
fn the_configured_library_is_read_when_no_place_is_named() {
    let home = home();
    one_line_that_says(&home.run(&["list"]), 2, &["nothing to read", "[libraries]"]);
    home.config("[libraries]\nharbour = \"~/news\"\nempty = \"~/none\"\n");
    assert_eq!(home.run(&["list", "-f", "tsv"]).out.lines().count(), 2);
    assert_eq!(home.run(&["list", "-f", "tsv", "-l", "harbour"]).out.lines().count(), 2);
    one_line_that_says(
        &home.run(&["list", "-l", "harbor"]),
        2,
        &["no such library", "did you mean \"harbour\"?"],
    );
}

#[test]
fn a_pipe_gets_what_list_prints() {
    let home = home();
    let piped = home.run(&["news"]);
    assert_eq!(piped.out, home.run(&["list", "news"]).out);
    assert!(piped.out.contains("The lamplighters"));
    one_line_that_says(&home.run(&["lst"]), 2, &["no such file or folder: lst", "newsprint list"]);
}

#[test]
fn one_file_that_cannot_be_read_costs_itself_alone() {
    let home = home();
    std::fs::write(home.path("news/blob.md"), b"\x7fELF\0\0\0\x01\x02\0\0\0\0\0\0\xff\xfe\0\0").unwrap();
    let run = home.run(&["list", "-f", "json", "news/lamps.md", "news/blob.md", "news/bread.md"]);
    assert_eq!(titles(&run), ["The lamplighters", "Reading bread"]);
    one_line_that_says(&run, 1, &["cannot be read: news/blob.md: "]);
    let check = home.run(&["check", "news"]);
    assert_eq!(check.code, Some(1));
    assert!(check.out.ends_with("3 files, 2 articles, 0 warnings, 1 problem\n"), "{check:?}");
    assert_eq!(home.run(&["check", "news/lamps.md"]).code, Some(0));
    let findings = home.run(&["check", "-f", "json", "news"]).json();
    assert_eq!(findings.iter().filter(|finding| !finding["problem"].is_null()).count(), 1);
}

#[test]
fn check_says_what_each_file_gives_of_itself_and_where_its_date_stood() {
    let home = home();
    home.file(
        "some/full.md",
        "---\ntitle: The quay\ndate: 2016-12-08\nauthor: Ada Wren\n---\n\nNo boat came.\n",
    );
    home.file("some/bare.txt", "No boat came to the quay, and nobody looked.\n");
    let findings = home.run(&["check", "-f", "json", "some/full.md", "some/bare.txt"]).json();
    let (full, bare) = (&findings[0], &findings[1]);
    assert_eq!(full["articles"], 1, "{full}");
    assert_eq!((&full["found"]["title"], &full["found"]["authors"]), (&1.into(), &1.into()), "{full}");
    assert_eq!(full["date_from"], serde_json::json!({ "front-matter": 1 }));
    assert_eq!((&full["word_count"], &full["encodings"][0]), (&3.into(), &"utf-8".into()), "{full}");
    let missing = |finding: &serde_json::Value, field: &str| {
        finding["missing"].as_array().is_some_and(|names| names.iter().any(|name| name == field))
    };
    assert!(missing(full, "publisher") && missing(full, "sources") && !missing(full, "title"), "{full}");
    assert!(missing(bare, "authors") && missing(bare, "date") && !missing(bare, "text"), "{bare}");
    assert_eq!(bare["date_from"], serde_json::json!({}));
    let from = full["from"][0].as_object().unwrap();
    let keys: Vec<&str> = from.keys().map(String::as_str).collect();
    assert_eq!(keys.len(), 10, "every field has its key, in every article: {keys:?}");
    assert_eq!((&from["title"], &from["date"]), (&"front-matter".into(), &"front-matter".into()), "{full}");
    assert!(from["publisher"].is_null(), "what is missing was found nowhere: {full}");
}

#[test]
fn check_tells_the_eye_what_is_missing_and_what_is_guessed_and_each_thing_once() {
    let home = home();
    let entry = |n: u8| format!("<item><title>Fog {n}</title><link>https://a.example/{n}</link></item>");
    let entries: String = (1..=3).map(entry).collect();
    home.file("poor/fog.rss", &format!("<rss version=\"2.0\"><channel>{entries}</channel></rss>"));
    home.file("poor/the-quay.md", "No boat came to the quay, and nobody who lived there asked why.\n");
    home.file("poor/title-only.txt", "The quay at night\n");
    let check = home.run(&["check", "poor"]);
    for line in [
        "warning  poor/fog.rss: link only: the feed holds no text of this entry (3 of 3)",
        "warning  poor/title-only.txt: no text: there is nothing under the headline",
        "missing  poor/fog.rss: authors (3 of 3), date (3 of 3), language (3 of 3)",
        "missing  poor/the-quay.md: authors, date, language",
        "guessed  poor/the-quay.md: title from the file name",
        "3 files, 5 articles, 4 warnings, 0 problems",
    ] {
        assert!(check.out.lines().any(|said| said == line), "{line}: {check:?}");
    }
    assert!(check.out.contains("found    title 5, standfirst 0, authors 0"), "{check:?}");
    assert_eq!(check.code, Some(0));
}

#[test]
fn a_file_name_cannot_act_on_the_terminal() {
    let home = home();
    let name = "news/a\u{1b}[2Jb\u{9b}c.md";
    home.file(name, BREAD);
    home.file("news/\u{1b}[31mbad.md", "");
    for arguments in [
        vec!["list", "-f", "json", "news"],
        vec!["list", "-f", "tsv", "news"],
        vec!["check", "-f", "json", "news"],
    ] {
        let run = home.run(&arguments);
        let safe = |text: &str| text.chars().all(|c| c == '\n' || c == '\t' || !c.is_control());
        assert!(safe(&run.out) && safe(&run.err), "{run:?}");
    }
    let paths: Vec<String> = home
        .run(&["list", "-f", "json", "news"])
        .json()
        .iter()
        .map(|record| record["path"].as_str().unwrap().to_owned())
        .collect();
    assert!(paths.contains(&name.to_owned()), "JSON gives the path itself: {paths:?}");
}

#[test]
fn standard_input_is_an_article() {
    let home = home();
    let run = home.fed(&["list", "-f", "json", "-"], LAMPS);
    assert_eq!(titles(&run), ["The lamplighters"]);
    assert!(home.fed(&["show", "-"], LAMPS).out.contains("last lamp of the quay"));
}

#[test]
fn show_sets_within_the_width_and_finds_by_id_and_query() {
    let home = home();
    let run = home.run(&["show", "--width", "30", "news/lamps.md"]);
    assert!(run.out.starts_with("The lamplighters"), "{run:?}");
    assert!(run.out.lines().all(|line| line.chars().count() <= 30), "{run:?}");
    home.config("[libraries]\nharbour = \"~/news\"\n");
    let id = home.run(&["list", "-f", "json", "news/lamps.md"]).json()[0]["id"].as_str().unwrap().to_owned();
    assert!(home.run(&["show", &id]).out.contains("The lamplighters"));
    assert!(home.run(&["show", "--query", "crust"]).out.contains("Reading bread"));
    let json = home.run(&["show", "-f", "json", &id]).json();
    assert!(json[0]["text"].as_str().unwrap().contains("ladder"));
    one_line_that_says(&home.run(&["show", "0000000000000000"]), 1, &["no such article"]);
    one_line_that_says(&home.run(&["show", "nowhere.md"]), 2, &["no such article: nowhere.md"]);
}

#[test]
fn markdown_goes_out_and_comes_back_the_same() {
    let home = home();
    let body = "Some *stress* and **strength**, a [link](https://a.example/x), `code` and 5 * 3 = 15.\n\n\
        ## A crosshead\n\n> Somebody said it.\n\n1. one\n2. two\n\n- [x] done\n\n```rust\nlet a = 1;\n```\n\n\
        | a | b |\n| --- | --- |\n| 1 | 2 |\n\n1986. was a year.\n";
    home.file("news/rich.md", &format!("---\ntitle: Rich\ndate: 2025-01-02\nlang: en\n---\n\n{body}"));
    let read = |path: &str| home.run(&["list", "-f", "json", "--text", path]).json().remove(0);
    let first = home.run(&["show", "-f", "markdown", "news/rich.md"]);
    assert_eq!(first.code, Some(0), "{first:?}");
    home.file("news/again.md", &first.out);
    let (before, after) = (read("news/rich.md"), read("news/again.md"));
    for key in ["title", "date", "language", "text", "headings", "links", "word_count"] {
        assert_eq!(before[key], after[key], "{key}\n{}", first.out);
    }
    assert_eq!(home.run(&["show", "-f", "markdown", "news/again.md"]).out, first.out);
}

#[test]
fn marking_is_printed_kept_and_not_repeated() {
    let home = home();
    let run = home.run(&["mark", "read", "news/lamps.md"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), "read: The lamplighters\n"), "{run:?}");
    home.run(&["mark", "star", "news/lamps.md"]);
    home.run(&["mark", "tag=long reads", "news/lamps.md"]);
    let record = home.run(&["list", "-f", "json", "news/lamps.md"]).json().remove(0);
    assert_eq!((&record["read"], &record["starred"]), (&true.into(), &true.into()));
    assert_eq!(record["tags"], serde_json::json!(["harbour", "long reads"]));
    assert_eq!(titles(&home.run(&["list", "-f", "json", "news", "is:unread"])), ["Reading bread"]);
    assert!(home.run(&["mark", "read", "news/lamps.md"]).out.starts_with("already read"));
    home.run(&["mark", "unread", "news/lamps.md"]);
    home.run(&["mark", "untag=long reads", "news/lamps.md"]);
    let record = home.run(&["list", "-f", "json", "news/lamps.md"]).json().remove(0);
    assert_eq!((&record["read"], &record["starred"]), (&false.into(), &true.into()));
    assert_eq!(record["tags"], serde_json::json!(["harbour"]));
}

#[test]
fn marks_go_by_id_and_by_query_in_the_library() {
    let home = home();
    one_line_that_says(&home.run(&["mark", "read", "0123456789abcdef"]), 1, &["no such article"]);
    home.config("[libraries]\nharbour = \"~/news\"\n");
    assert_eq!(home.run(&["mark", "read", "--query", "crust"]).out, "read: Reading bread\n");
    let id = home.run(&["list", "-f", "json", "news/lamps.md"]).json()[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(home.run(&["mark", "star", &id]).out, "starred: The lamplighters\n");
}

#[test]
fn marks_outlive_a_rename_and_an_edit() {
    let home = home();
    home.run(&["mark", "star", "news/lamps.md"]);
    std::fs::rename(home.path("news/lamps.md"), home.path("news/moved.md")).unwrap();
    let starred = |path: &str| home.run(&["list", "-f", "json", path]).json()[0]["starred"].clone();
    assert_eq!(starred("news/moved.md"), true);
    std::fs::rename(home.path("news/moved.md"), home.path("news/lamps.md")).unwrap();
    home.file("news/lamps.md", &LAMPS.replace("all winter", "until the spring came"));
    assert_eq!(starred("news/lamps.md"), true, "the file was edited in place");
    home.run(&["mark", "read", "news/lamps.md"]);
    assert_eq!(starred("news/lamps.md"), true, "and marking it again keeps what it had");
}

#[test]
fn marks_that_cannot_be_saved_are_said_and_not_claimed() {
    let home = home();
    home.file("config/newsprint/marks", "a file where the folder of journals should be");
    let run = home.run(&["mark", "read", "news/lamps.md"]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{run:?}");
    assert!(run.err.contains("marks are not saved: "), "{run:?}");
}

#[test]
fn without_a_home_reading_goes_on_and_marking_says_why_not() {
    let home = home();
    let bare = |arguments: &[&str]| -> Run {
        let mut command = home.command(arguments);
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
            command.env_remove(name);
        }
        command.output().unwrap().into()
    };
    assert_eq!(bare(&["list", "news"]).code, Some(0));
    one_line_that_says(&bare(&["mark", "read", "news/lamps.md"]), 1, &["no home folder", "set HOME"]);
}

#[test]
fn sources_are_counted_across_articles() {
    let home = Home::new();
    let article = |title: &str| {
        format!(
            "{title}\n\nThe harbour master said so on Monday, and the keeper agreed with him.\n\n\
            Sources :\n\nHarbour Post, Port Merrin : The lamps go out, 12/11/25\n"
        )
    };
    home.file("news/a.txt", &article("One quay"));
    home.file("news/b.txt", &article("Another quay"));
    let records = home.run(&["sources", "-f", "json", "news"]).json();
    let outlet = records.iter().find(|record| record["kind"] == "outlet").unwrap();
    assert_eq!((&outlet["name"], &outlet["count"]), (&"Harbour Post".into(), &2.into()));
    let work = records.iter().find(|record| record["kind"] == "work").unwrap();
    assert_eq!((&work["date"], &work["count"]), (&"2025-11-12".into(), &2.into()));
    assert!(home.run(&["sources", "news"]).out.contains("    2  Harbour Post\n"));
    home.file("news/copy-of-a.txt", &article("One quay"));
    let records =
        home.run(&["sources", "-f", "json", "news/a.txt", "news/b.txt", "news/copy-of-a.txt"]).json();
    let work = records.iter().find(|record| record["kind"] == "work").unwrap();
    assert_eq!(work["articles"].as_array().unwrap().len(), 2, "each article once: {work}");
}

#[test]
fn wrong_usage_is_one_line_and_exit_two() {
    let home = home();
    one_line_that_says(&home.run(&["list", "--frmat", "json"]), 2, &["--frmat", "--format"]);
    one_line_that_says(&home.run(&["mark", "frob", "news/lamps.md"]), 2, &["frob", "unstar"]);
    one_line_that_says(&home.run(&["show"]), 2, &["ARTICLE"]);
    one_line_that_says(&home.run(&["check", "nowhere"]), 2, &["\"nowhere\" names no file or folder"]);
    one_line_that_says(&home.run(&["list", "--config", "nowhere.toml", "news"]), 2, &["nowhere.toml"]);
}

/// Every command but the one that prints help.
const COMMANDS: &[&str] = &[
    "list",
    "show",
    "mark",
    "notes",
    "sources",
    "versions",
    "diff",
    "stats",
    "export",
    "check",
    "index",
    "config",
    "completions",
    "man",
];

#[test]
fn help_completions_and_the_manual_name_every_command() {
    let home = home();
    let help = home.run(&["--help"]);
    assert_eq!(help.code, Some(0));
    let bash = home.run(&["completions", "bash"]).out;
    let manual = home.run(&["man"]).out;
    for command in COMMANDS {
        let named = format!("  {command} ");
        assert!(help.out.lines().any(|line| line.contains(&named)), "{command} in the help");
        assert!(bash.contains(&format!("newsprint,{command})")), "{command} in the completions");
        assert!(manual.contains(&format!("newsprint {command}")), "{command} in the manual");
    }
    assert_eq!(home.run(&["index", "--status"]).code, Some(0));
}

#[test]
fn every_help_fits_one_screen_and_both_ways_to_ask_for_it_say_the_same() {
    let home = home();
    for command in [""].iter().chain(COMMANDS).chain(&["help"]).copied() {
        let ask =
            |flag| home.run(&[command, flag].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>());
        let (long, short) = (ask("--help"), ask("-h"));
        assert_eq!((long.code, &long.out), (Some(0), &short.out), "{command}");
        let lines: Vec<&str> = long.out.lines().collect();
        assert!(lines.len() < 24, "{command}: {} lines\n{}", lines.len(), long.out);
        let widest = lines.iter().map(|line| line.chars().count()).max();
        assert!(widest <= Some(80), "{command}: {widest:?} columns\n{}", long.out);
    }
}

#[test]
#[cfg(unix)]
fn a_reader_that_leaves_early_is_no_error() {
    let home = home();
    let line = format!(
        "'{}' list -f json --text '{}' | head -c 1; echo \"${{PIPESTATUS[0]}}\"",
        crate::home::PROGRAM,
        articles()
    );
    let mut command = std::process::Command::new("bash");
    command.args(["-c", &line]).env("HOME", home.path("")).env_remove("XDG_CONFIG_HOME");
    let run: Run = command.output().unwrap().into();
    assert_eq!((run.out.as_str(), run.err.as_str()), ("{0\n", ""), "{run:?}");
}
