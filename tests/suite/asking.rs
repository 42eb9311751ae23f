//! Asking on the command line: for help, for libraries, for what is not wanted, and wrongly.

use crate::home::{Home, Run};

fn home() -> Home {
    let home = Home::new();
    home.file(
        "news/lamps.md",
        "---\ntitle: The lamplighters\n---\n\nThe last lamp of the quay was put out.\n",
    );
    home.file("news/bread.md", "---\ntitle: Reading bread\n---\n\nA loaf tells you how it was made.\n");
    home.file("old/bees.md", "---\ntitle: Bees\n---\n\nThey hum about the quay.\n");
    home
}

fn titles(run: &Run) -> Vec<String> {
    let mut titles: Vec<String> =
        run.json().iter().map(|record| record["title"].as_str().unwrap().to_owned()).collect();
    titles.sort();
    titles
}

fn says(run: &Run, code: i32, words: &[&str]) {
    assert_eq!((run.code, run.out.as_str(), run.err.lines().count()), (Some(code), "", 1), "{run:?}");
    assert!(run.err.starts_with("newsprint: "), "{run:?}");
    for word in words {
        assert!(run.err.contains(word), "{word:?} is not in {run:?}");
    }
}

#[test]
fn help_is_a_command_and_says_what_the_flag_says() {
    let home = home();
    for command in ["list", "mark", "check", "completions", "help"] {
        let (word, flag) = (home.run(&["help", command]), home.run(&[command, "--help"]));
        assert_eq!((word.code, word.out, word.err), (Some(0), flag.out, String::new()), "{command}");
    }
    assert_eq!(home.run(&["help"]).out, home.run(&["--help"]).out);
    says(&home.run(&["help", "lst"]), 2, &["no such command: lst", "did you mean `newsprint help list`?"]);
    says(&home.run(&["help", "frobnicate"]), 2, &["there are list, show"]);
}

#[test]
fn libraries_named_before_the_command_and_behind_it_add_up() {
    let home = home();
    let both = ["Bees", "Reading bread", "The lamplighters"];
    assert_eq!(titles(&home.run(&["-l", "news", "list", "-f", "json", "-l", "old"])), both);
    home.config("[libraries]\none = \"~/news\"\ntwo = \"~/old\"\n");
    assert_eq!(titles(&home.run(&["-l", "one", "list", "-f", "json", "-l", "two"])), both);
    assert_eq!(titles(&home.run(&["list", "-l", "two", "-f", "json"])), ["Bees"]);
}

#[test]
fn a_word_that_is_not_wanted_stands_behind_two_hyphens_and_that_is_said() {
    let home = home();
    for word in ["-lighthouse", "-oven", "-floods", "-text"] {
        let advice = format!("write -- {word}");
        says(&home.run(&["list", "news", "bread", word]), 2, &[&format!("{word} is no option"), &advice]);
    }
    assert_eq!(titles(&home.run(&["list", "-f", "json", "news", "--", "-loaf"])), ["The lamplighters"]);
}

#[test]
fn a_mistake_in_a_query_is_shown_where_it_is() {
    let home = home();
    let wrong = home.run(&["list", "news", "--", "été  before:xx bread"]);
    says(&wrong, 2, &["the query is not understood: before:xx, column 6: not a date"]);
    assert!(!wrong.err.contains("bread"), "{wrong:?}");
    let deep = home.run(&["list", "news", "--", &"(".repeat(10_000)]);
    says(&deep, 2, &["column 1: more than 32 parentheses"]);
    assert!(deep.err.len() < 200, "{deep:?}");
}

#[test]
fn what_is_missing_is_said_in_one_piece() {
    let home = home();
    says(&home.run(&["show"]), 2, &["were not provided: <ARTICLE>: command line"]);
    says(&home.run(&["mark", "read"]), 2, &["nothing to mark: command line: name files"]);
}

#[test]
fn the_manual_tells_the_options_of_every_command_the_files_and_the_environment() {
    let home = home();
    let page = home.run(&["man"]).out.replace("\\-", "-");
    for words in [
        ".SH NAME\nnewsprint - reads saved articles",
        ".SS \"newsprint list [OPTIONS] [ARG]... [-- <WORD>...]\"",
        "--format",
        "--rebuild",
        ".SH FILES",
        "marks/*.log",
        ".SH ENVIRONMENT",
        "NO_COLOR",
        ".SH EXIT STATUS",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(page.matches("--no-config").count(), 1, "what all commands share is told once");
    assert!(!page.contains("newsprint-list"), "there is one page");
}

#[test]
fn check_takes_a_query_as_list_does() {
    let home = home();
    let run = home.run(&["check", "-f", "json", "news", "old", "quay"]);
    let paths: Vec<String> =
        run.json().iter().map(|file| file["path"].as_str().unwrap().to_owned()).collect();
    assert_eq!((run.code, paths), (Some(0), vec!["news/lamps.md".to_owned(), "old/bees.md".to_owned()]));
    assert!(home.run(&["check", "news", "--", "-loaf"]).out.contains("1 file, 1 article,"));
    says(&home.run(&["check", "news", "zeppelin"]), 1, &["nothing found: \"zeppelin\""]);
}

#[test]
fn where_nothing_is_found_a_line_says_so() {
    let home = home();
    std::fs::create_dir(home.path("empty")).unwrap();
    for command in ["list", "sources", "check"] {
        says(&home.run(&[command, "empty"]), 1, &["nothing found: empty: no article is there"]);
        says(&home.run(&[command, "news", "zeppelin"]), 1, &["nothing found: \"zeppelin\""]);
    }
    says(
        &home.run(&["list", "-l", "empty", "-l", "empty/../empty"]),
        1,
        &["nothing found: empty and 1 more"],
    );
    says(&home.run(&["sources", "news"]), 1, &["nothing is cited: news"]);
    says(&home.run(&["versions", "news"]), 1, &["no versions: news"]);
    assert_eq!(home.run(&["list", "--limit", "0", "empty"]).err, "", "nothing was asked for");
}

#[test]
fn a_file_named_twice_is_one_article() {
    let home = home();
    let whole = home.path("news/bread.md").to_string_lossy().into_owned();
    let both = ["Reading bread", "The lamplighters"];
    assert_eq!(titles(&home.run(&["list", "-f", "json", "news", "news/bread.md"])), both);
    assert_eq!(titles(&home.run(&["list", "-f", "json", "news/bread.md", &whole])), ["Reading bread"]);
}

#[test]
fn an_article_is_shown_in_the_measure_of_the_config() {
    let home = home();
    home.file("long.md", &format!("# Long\n\n{}\n", "The last lamp of the quay was put out. ".repeat(9)));
    let widest = |run: &Run| run.out.lines().map(|line| line.chars().count()).max().unwrap();
    assert!((60..=72).contains(&widest(&home.run(&["show", "long.md"]))));
    home.config("measure = 40\n");
    assert!((30..=40).contains(&widest(&home.run(&["show", "long.md"]))));
    assert!((70..=90).contains(&widest(&home.run(&["show", "--width", "90", "long.md"]))));
}
