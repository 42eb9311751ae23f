//! The linear mode as a screen reader or a script meets it: the built program, commands on standard
//! input, plain lines out.

use crate::home::{Home, Run};
use crate::terminal::Sitting;

const LAMPS: &str = "---\ntitle: The lamplighters\ndate: 2025-11-14\npublisher: Harbour Post\nlang: en\n---\n\n\
    The last lamp of the quay was put out on a Friday.\n\n\
    - one ladder\n- one bucket\n\n> Nobody asked the keeper.\n\n---\n\n\
    He told [the almanac](https://almanac.example/lamps) about it.\n";

const BREAD: &str = "---\ntitle: Reading bread\ndate: 2025-11-02\nlang: en\ntags: [kitchen]\n---\n\n\
    A loaf tells you how it was made, if you look at the crust for long enough.\n";

fn home() -> Home {
    let home = Home::new();
    home.file("news/lamps.md", LAMPS);
    home.file("news/bread.md", BREAD);
    home
}

/// Runs commands, one a line.
fn told(home: &Home, commands: &[&str]) -> Run {
    let run = home.fed(&["--plain", "news"], &format!("{}\n", commands.join("\n")));
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(!run.out.contains('\u{1b}'), "no escape sequence: {run:?}");
    let drawn = |c: char| ('\u{2500}'..='\u{259f}').contains(&c);
    assert!(!run.out.contains(drawn), "no box, no bar: {run:?}");
    run
}

#[test]
fn it_lists_reads_and_quits() {
    let run = told(&home(), &["open 1", "quit"]);
    assert!(run.out.contains("2 unread of 2"), "{run:?}");
    assert!(run.out.contains("1. unread: The lamplighters. Harbour Post, 14 Nov 2025"), "{run:?}");
    assert!(run.out.contains("2. unread: Reading bread. 2 Nov 2025"), "{run:?}");
    assert!(run.out.contains("newsprint> open 1\nmarked as read: The lamplighters\n"), "{run:?}");
    assert!(run.out.contains("The last lamp of the quay was put out on a Friday."), "{run:?}");
    assert!(run.out.contains("End of the article."), "{run:?}");
    assert!(!run.out.contains("----"), "no rules, which a voice would spell out: {run:?}");
}

#[test]
fn marks_stay_and_can_be_taken_back() {
    let home = home();
    told(&home, &["1", "star", "note about ladders", "tag quay", "read 2", "quit"]);
    let run = told(&home, &["list", "1", "note", "tags", "undo", "undo", "back", "quit"]);
    assert!(run.out.contains("1. starred: The lamplighters"), "{run:?}");
    assert!(run.out.contains("newsprint> note\nabout ladders\n"), "{run:?}");
    assert!(run.out.contains("newsprint> tags\nquay\n"), "{run:?}");
    assert!(run.out.contains("taken back: marked as read: Reading bread"), "{run:?}");
    let listed = home.run(&["list", "-f", "json", "news", "--", "is:unread"]);
    assert_eq!(listed.json()[0]["title"], "Reading bread", "{listed:?}");
}

#[test]
fn a_search_shows_what_it_finds_and_numbers_follow_it() {
    let run = told(&home(), &["search crust", "open 1", "back", "/zeppelin", "search title:", "/", "q"]);
    assert!(run.out.contains("newsprint> search crust\n1 article\n1. unread: Reading bread"), "{run:?}");
    assert!(run.out.contains("A loaf tells you how it was made"), "{run:?}");
    assert!(run.out.contains("Nothing has “zeppelin”."), "{run:?}");
}

#[test]
#[cfg(unix)]
fn a_source_is_opened_by_number_as_one_argument() {
    use std::os::unix::fs::PermissionsExt;
    let home = home();
    let log = home.path("opened");
    let browser = home.file("browser", &format!("#!/bin/sh\necho \"$@\" >{}\n", log.display()));
    std::fs::set_permissions(&browser, std::fs::Permissions::from_mode(0o755)).unwrap();
    home.config(&format!("opener = [{:?}]\n", browser.to_str().unwrap()));
    let run = told(&home, &["open 1", "sources", "open 1", "open 9", "back", "quit"]);
    assert!(run.out.contains("Open almanac.example: https://almanac.example/lamps"), "{run:?}");
    assert!(run.out.contains("opened almanac.example"), "{run:?}");
    assert!(run.out.contains("nothing by that number"), "{run:?}");
    assert_eq!(std::fs::read_to_string(log).unwrap(), "https://almanac.example/lamps\n");
}

#[test]
fn long_articles_come_a_page_at_a_time() {
    let home = Home::new();
    let rules: Vec<String> = (1..=60).map(|n| format!("Paragraph {n} of the harbour rules.")).collect();
    let long = rules.join("\n\n");
    home.file("news/long.txt", &format!("Rules of the harbour\n\n{long}"));
    let run = told(&home, &["open 1", "", "more", "quit"]);
    assert!(run.out.contains("Page 1 of "), "{run:?}");
    assert!(run.out.contains("Page 3 of "), "{run:?}");
    assert!(!run.out.contains("Paragraph 60"), "{run:?}");
}

#[test]
fn help_and_a_slip_of_the_finger() {
    let run = told(&home(), &["help", "opne 1", "open 7", "open", "note x", "\u{1b}[31m", "quit"]);
    assert!(run.out.contains("open N (or o): open an article by its number"), "{run:?}");
    assert!(run.out.contains("I do not know “opne”; did you mean open?"), "{run:?}");
    assert!(run.out.contains("Open an article first."), "{run:?}");
}

#[test]
fn it_speaks_the_language_of_the_environment() {
    let home = home();
    let mut command = home.command(&["--plain", "news"]);
    command
        .env("LANG", "fr_FR.UTF-8")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped());
    let mut running = command.spawn().unwrap();
    std::io::Write::write_all(&mut running.stdin.take().unwrap(), b"1\nquit\n").unwrap();
    let run: Run = running.wait_with_output().unwrap().into();
    assert!(
        run.out.contains("1. non lu\u{a0}: The lamplighters"),
        "French has a space before its colons: {run:?}"
    );
    assert!(run.out.contains("marqué comme lu"), "{run:?}");
}

#[test]
fn without_commands_it_prints_the_list() {
    let home = home();
    for run in [home.run(&["--plain", "news"]), home.fed(&["--plain", "news"], "")] {
        let list = home.run(&["list", "news"]);
        assert_eq!((run.code, run.out), (Some(0), list.out));
    }
}

/// A library that is too large to be held in memory.
fn many(home: &Home) {
    for number in 0..2_050 {
        let folder = number % 7;
        let text = format!("Log {number}\n\nThe tide of day {number} was written down by hand.\n");
        home.file(&format!("logs/{folder}/{number}.txt"), &text);
    }
    home.file("logs/lamps.md", LAMPS);
}

#[test]
fn a_large_library_is_listed_from_its_index_and_a_file_read_when_it_is_opened() {
    let home = Home::new();
    many(&home);
    let first = home.fed(&["--plain", "logs"], "quit\n");
    assert!(first.out.contains("Reading 2,051 files"), "{first:?}");
    let commands = "search lamplighters\nopen 1\nsearch \"tide of day 77\"\nquit\n";
    // The disk is not mounted: what the index has is all there is.
    std::fs::rename(home.path("logs"), home.path("elsewhere")).unwrap();
    std::fs::create_dir(home.path("logs")).unwrap();
    let run = home.fed(&["--plain", "logs"], commands);
    assert!(run.out.contains("2,051 unread of 2,051"), "{run:?}");
    assert!(run.out.contains("20 of 2,051; Enter for more."), "{run:?}");
    assert!(run.out.contains("1. unread: The lamplighters. Harbour Post, 14 Nov 2025, 1 min"), "{run:?}");
    assert!(run.out.contains("lamps.md: does not exist"), "{run:?}");
    assert!(run.out.contains("1. unread: Log 77"), "{run:?}");
    assert!(!run.out.contains("Reading"), "{run:?}");
    std::fs::remove_dir(home.path("logs")).unwrap();
    std::fs::rename(home.path("elsewhere"), home.path("logs")).unwrap();
    let run = home.fed(&["--plain", "logs"], "search lamplighters\nopen 1\ntag quay\n/tag:quay\nq\n");
    assert!(run.out.contains("The last lamp of the quay was put out on a Friday."), "{run:?}");
    assert!(run.out.contains("newsprint> /tag:quay\n1 article\n1. The lamplighters."), "{run:?}");
}

#[test]
fn an_edited_article_keeps_its_marks() {
    let home = home();
    told(&home, &["search crust", "1", "star", "q"]);
    home.file("news/bread.md", &BREAD.replace("crust", "crumb"));
    let run = told(&home, &["search crumb", "1", "tag baked", "/tag:baked", "q"]);
    assert!(run.out.contains("1 unread of 2"), "{run:?}");
    assert!(run.out.contains("1 article\n1. starred: Reading bread"), "{run:?}");
}

#[test]
fn a_pipe_that_stays_silent_is_not_waited_for() {
    use std::io::Read;
    let home = home();
    let mut command = home.command(&["--plain", "news"]);
    command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut running = command.spawn().unwrap();
    let (mut silent, mut out) = (running.stdin.take().unwrap(), running.stdout.take().unwrap());
    let mut said = Vec::new();
    // Reading stops at the prompt: if the list did not come, this would never end.
    while !String::from_utf8_lossy(&said).contains("newsprint> ") {
        let mut some = [0; 256];
        let read = out.read(&mut some).unwrap();
        assert_ne!(read, 0, "it ended");
        said.extend(&some[..read]);
    }
    assert!(String::from_utf8_lossy(&said).contains("2 unread of 2"));
    std::io::Write::write_all(&mut silent, b"1\nquit\n").unwrap();
    drop(silent);
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("The last lamp of the quay"), "{rest}");
    assert!(running.wait().unwrap().success());
}

#[test]
#[cfg(unix)]
fn a_prompt_that_nobody_can_answer_ends() {
    let home = home();
    let mut command = home.command(&["--plain", "news"]);
    // A folder can be opened, and every attempt to read it fails.
    let run: Run = command.stdin(std::fs::File::open("/").unwrap()).output().unwrap().into();
    assert_eq!((run.code, run.out.matches("newsprint> ").count()), (Some(0), 1), "{run:?}");
}

/// A home with a browser that writes down what it is given.
#[cfg(unix)]
fn home_with_browser() -> (Home, std::path::PathBuf) {
    use std::os::unix::fs::PermissionsExt;
    let home = home();
    let log = home.path("opened");
    let browser = home.file("browser", &format!("#!/bin/sh\necho \"$@\" >>{}\n", log.display()));
    std::fs::set_permissions(&browser, std::fs::Permissions::from_mode(0o755)).unwrap();
    home.config(&format!("opener = [{:?}]\n", browser.to_str().unwrap()));
    home.file(
        "news/quay.md",
        "---\ntitle: The dark quay\ndate: 2025-12-01\nlang: en\n---\n\nIt was told before.[1] And before that.[2]\n\n\
         ## Sources\n\n[1] \"The lamplighters\", Harbour Post, 14 November 2025.\n\n\
         [2] \"Of ladders\", Quay Almanac, 3 May 1893.\n",
    );
    (home, log)
}

#[test]
#[cfg(unix)]
fn a_source_without_an_address_is_searched_for_and_one_of_the_library_is_opened() {
    let (home, log) = home_with_browser();
    let run = told(&home, &["open 1", "sources", "open 2", "open 1", "quit"]);
    assert!(run.out.contains("1. The lamplighters. Harbour Post · 14 Nov 2025. in your library"), "{run:?}");
    assert!(run.out.contains("Search the web for \"Of ladders\" Quay Almanac: duckduckgo.com"), "{run:?}");
    assert_eq!(std::fs::read_to_string(log).unwrap().lines().count(), 1, "{run:?}");
    assert!(run.out.contains("marked as read: The lamplighters\n"), "the article itself: {run:?}");
    assert!(run.out.contains("The last lamp of the quay was put out on a Friday."), "{run:?}");
}

#[test]
fn what_is_marked_is_named_whatever_the_numbers_mean_by_now() {
    let run = told(&home(), &["open 1", "sources", "s 2", "undo", "quit"]);
    assert!(run.out.contains("newsprint> s 2\nstarred: Reading bread\n"), "{run:?}");
    assert!(run.out.contains("taken back: starred: Reading bread\n"), "{run:?}");
}

#[test]
fn an_endless_title_is_not_read_out_to_its_end() {
    let home = Home::new();
    home.file("news/long.md", &format!("---\ntitle: {}\n---\n\nThe lamp went out.\n", "lamp ".repeat(2000)));
    let run = told(&home, &["star 1", "quit"]);
    assert!(run.out.lines().all(|line| line.chars().count() < 260), "{run:?}");
    assert!(run.out.contains('…'), "{run:?}");
}

#[test]
fn what_a_command_takes_is_said_in_the_language_of_its_help() {
    for (lang, said) in [("fr_FR", "search [MOTS]"), ("de_DE", "tag NAME"), ("es_ES", "note [TEXTO]")] {
        let home = home();
        let mut command = home.command(&["--plain", "news"]);
        command.env("LANG", format!("{lang}.UTF-8"));
        command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
        let mut running = command.spawn().unwrap();
        std::io::Write::write_all(&mut running.stdin.take().unwrap(), b"help\nquit\n").unwrap();
        let run: Run = running.wait_with_output().unwrap().into();
        assert!(run.out.contains(said), "{run:?}");
        assert!(!run.out.contains("WORDS") && (lang == "de_DE" || !run.out.contains("TEXT]")), "{run:?}");
    }
}

#[test]
fn lines_are_no_longer_than_the_terminal_is_wide() {
    let home = home();
    home.file("news/bread.md", &BREAD.replace("A loaf", &"A loaf of rye bread ".repeat(30)));
    for columns in [40, 120] {
        let size = portable_pty::PtySize { rows: 60, cols: columns, pixel_width: 0, pixel_height: 0 };
        let said = [("TERM", "dumb")];
        let mut sitting = Sitting::seated(home.path("").as_path(), &home.path("news"), size, &said);
        sitting.sees("newsprint>");
        sitting.press("2\n").sees("End of the article");
        let screen = sitting.settles().contents();
        let widest = screen.lines().filter(|line| line.contains("rye")).map(|line| line.chars().count());
        let widest = widest.max().unwrap();
        assert!(widest <= usize::from(columns.min(72)) && widest > 30, "{columns}: {screen}");
        let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("Harbour Post"), "no word of a row is parted: {screen}");
        sitting.press("quit\n").ends();
    }
}

#[test]
fn everything_of_an_article_can_be_reached_and_lines_of_code_are_no_rules() {
    let home = Home::new();
    let code = "---\ntitle: Tides\n---\n\nAs it was kept:\n\n```\n---\nhigh: 6\n===\n---\n```\n";
    home.file("news/tides.md", code);
    let page =
        "The storm\n\nThe harbour was closed at noon, and the ferry stayed.\n\nsite web internet blog html\n";
    home.file("news/storm.txt", page);
    let run = told(&home, &["search title:tides", "1", "search title:storm", "1", "leftovers", "quit"]);
    assert!(run.out.contains("  ---\n  high: 6\n  ===\n  ---\n"), "{run:?}");
    assert!(run.out.contains("newsprint> leftovers\n  site web internet blog html\n"), "{run:?}");
}

#[test]
fn next_goes_on_from_where_back_left() {
    let run = told(&home(), &["2", "back", "next", "1", "back", "next", "quit"]);
    assert!(run.out.contains("newsprint> next\nthis is the last article"), "{run:?}");
    assert!(run.out.ends_with("newsprint> quit\n"), "{run:?}");
    let last = run.out.rsplit("newsprint> next\n").next().unwrap();
    assert!(last.contains("Reading bread"), "{run:?}");
}

#[test]
fn an_expression_keeps_both_its_slashes_and_a_letter_may_be_a_capital() {
    let run = told(&home(), &["/cru.t/", "L", "Q"]);
    assert!(run.out.contains("newsprint> /cru.t/\n1 article\n1. unread: Reading bread"), "{run:?}");
    assert!(run.out.contains("newsprint> L\n1. "), "{run:?}");
}

#[test]
fn a_large_library_printed_from_its_index_says_what_cannot_be_read() {
    let home = Home::new();
    many(&home);
    home.run(&["index", "-l", "logs"]);
    home.file("logs/bad.txt", "\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}\u{1}\u{2}\u{3}\u{4}\u{5}");
    let run = home.fed(&["--plain", "logs"], "");
    assert!(run.out.contains("Log 77"), "{run:?}");
    assert!(run.err.contains("cannot be read: ") && run.err.contains("bad.txt"), "{run:?}");
    assert_eq!(run.code, Some(1), "{run:?}");
}
