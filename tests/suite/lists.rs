//! Lists of a large library, printed without holding it: with an index and without one, moved and edited
//! files among them, the same lines come out.

use std::fs;

use crate::home::{Home, Run};

/// One file more than is held in memory: enough for an index.
const MANY: usize = 2001;

fn library() -> Home {
    let home = Home::new();
    for number in 0..MANY {
        let (day, month) = (number % 28 + 1, number % 3 + 7);
        let outlet = ["Harbour Post", "Krume", "krume"].get(number % 4).copied().unwrap_or("");
        let text = format!(
            "---\ntitle: Story {number}\ndate: 2025-{month:02}-{day:02}\npublisher: {outlet}\n---\n\nLamp {number} went out.\n"
        );
        home.file(&format!("news/{}/{number}.md", number % 7), &text);
    }
    home.file("news/3/copy.md", "---\ntitle: Story 10\ndate: 2025-08-11\n---\n\nLamp 10 went out.\n");
    home.file("news/0/broken.md", "\0\u{1}\u{2}\0");
    let letter = "From ada Sat Nov  1 00:00:00 2025\nFrom: Ada <ada@harbour.example>\nSubject: Fog\n\
        Date: 3 Aug 2025 08:00:00 +0000\n\nThe fog came in.\n\n";
    home.file("news/box.mbox", &format!("{letter}{}", letter.replace("Fog", "Rain").replace("fog", "rain")));
    home
}

/// Marks some stories, and moves or edits the files of some of these.
fn marked(home: &Home) {
    let file = |number: usize| home.path(&format!("news/{}/{number}.md", number % 7));
    for (deed, number) in [("star", 20), ("read", 21), ("hide", 22), ("read", 23)] {
        let run = home.run(&["mark", deed, file(number).to_str().unwrap()]);
        assert_eq!(run.code, Some(0), "{run:?}");
    }
    for number in [20, 22] {
        let text = fs::read_to_string(file(number)).unwrap();
        fs::write(file(number), format!("{text}\nIt was lit again.\n")).unwrap();
    }
    fs::rename(file(21), home.path("news/moved.md")).unwrap();
}

#[test]
fn an_index_changes_nothing_in_what_a_list_prints() {
    let home = library();
    marked(&home);
    let asked: &[&[&str]] = &[
        &["-f", "json"],
        &["-f", "tsv", "-s", "title"],
        &["-f", "tsv", "-s", "source", "-r"],
        &["-f", "count"],
        &[],
    ];
    let list = |words: &[&str]| -> Run { home.run(&[&["list", "news"], words].concat()) };
    let before: Vec<Run> = asked.iter().map(|words| list(words)).collect();
    assert!(home.run(&["index", "-l", "news"]).out.contains("files"), "an index is made");
    for (words, before) in asked.iter().zip(before) {
        let after = list(words);
        assert_eq!((after.code, &after.err), (before.code, &before.err), "{words:?}");
        assert!(after.out == before.out, "{words:?}: other lines with an index");
    }
    let all = list(&["-f", "tsv"]);
    let line =
        |title: &str| all.out.lines().find(|line| line.contains(&format!("\t{title}\t"))).unwrap().to_owned();
    assert!(line("Story 20").contains("unread,starred"), "an edited file keeps its star");
    assert!(
        line("Story 21").contains("\tread\t") && line("Story 21").ends_with("moved.md"),
        "{}",
        line("Story 21")
    );
    assert!(!all.out.contains("\tStory 22\t"), "what is hidden stays hidden when it is edited");
    assert!(
        all.err.contains("broken.md") && all.code == Some(1),
        "what cannot be read is said: {:?}",
        all.err
    );
    assert_eq!(all.out.lines().filter(|line| line.contains("\tStory 10\t")).count(), 2, "copies stay");
}

#[test]
#[cfg(unix)]
fn a_long_list_ends_with_who_reads_it() {
    let home = library();
    home.run(&["index", "-l", "news"]);
    let line = format!(
        "'{}' list news -f json | head -n 1 | wc -l; echo \"${{PIPESTATUS[0]}}\"",
        crate::home::PROGRAM
    );
    let mut command = std::process::Command::new("bash");
    command.args(["-c", &line]).current_dir(home.path("")).env_clear();
    command.env("PATH", "/usr/bin:/bin").env("HOME", home.path(""));
    for (name, folder) in
        [("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache"), ("XDG_DATA_HOME", "data")]
    {
        command.env(name, home.path(folder));
    }
    let run: Run = command.output().unwrap().into();
    assert_eq!(run.out.trim(), "1\n0", "{run:?}");
    let said: Vec<&str> = run.err.lines().collect();
    assert!(matches!(said.as_slice(), [one] if one.contains("broken.md")), "{said:?}");
}
