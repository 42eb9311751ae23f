//! The shape of the code, held by a test: which module may know which, where the outside may be
//! touched, how long a file may be, and that each says what it owns.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module and what it may use besides itself.
const ALLOWED: &[(&str, &[&str])] = &[
    ("files", &[]),
    ("article", &[]),
    ("keys", &[]),
    ("formats", &["article"]),
    ("marks", &["article"]),
    ("typeset", &["article", "words"]),
    ("export", &["article", "typeset", "words"]),
    ("theme", &["article", "typeset"]),
    ("words", &[]),
    ("config", &["article", "keys", "marks", "typeset", "words"]),
    ("library", &["article", "files", "formats"]),
    ("panes", &["article", "keys", "library", "marks", "typeset", "theme", "words"]),
    (
        "app",
        &["article", "keys", "config", "export", "library", "marks", "typeset", "theme", "words", "panes"],
    ),
    (
        "runtime",
        &[
            "article", "files", "keys", "config", "export", "formats", "library", "marks", "typeset",
            "theme", "words", "panes", "app",
        ],
    ),
    (
        "cli",
        &[
            "article", "app", "config", "export", "formats", "library", "marks", "panes", "typeset", "words",
            "runtime",
        ],
    ),
];

/// Words that touch the outside, and the places they may stand in.
const OUTSIDE: &[(&str, &[&str])] = &[
    (
        "std::fs",
        &[
            "files/mod.rs",
            "library/scan",
            "library/cache/",
            "marks/journal",
            "marks/device",
            "config/",
            "cli/",
            "runtime/",
        ],
    ),
    ("std::env", &["config/paths", "main.rs"]),
    ("std::process", &["runtime/", "cli/", "main.rs"]),
    ("std::thread", &["marks/journal", "runtime/", "cli/"]),
    ("SystemTime::now", &["runtime/", "cli/"]),
    ("std::net", &[]),
    ("crossterm::", &["runtime/", "cli/table", "cli/plain/desk"]),
    // On the command line a `Color` says when there are any.
    ("Color::", &["theme/", "cli/setup"]),
];

/// The longest a source file may be, in lines, tests included.
const LONGEST: usize = 400;

#[test]
fn what_contributors_are_told_is_what_holds() {
    let told = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("CONTRIBUTING.md")).unwrap();
    for (module, uses) in ALLOWED {
        let row = told.lines().find(|line| line.starts_with(&format!("| `{module}` |"))).expect(module);
        let listed = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let wanted: Vec<String> = uses.iter().map(|name| format!("`{name}`")).collect();
        let wanted = if wanted.is_empty() { "nothing".to_owned() } else { wanted.join(", ") };
        assert_eq!(listed, wanted, "{module}");
    }
}

/// Says whether a file holds nothing but tests.
fn is_test(file: &str) -> bool {
    file.ends_with("tests.rs") || file.contains("/tests/")
}

/// Every source file that ships, with its text.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.retain(|(file, _)| !is_test(file));
    found.sort();
    found
}

fn module(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or_default()
}

/// The part of a file before its tests.
fn shipped(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or_default()
}

#[test]
fn modules_know_only_what_they_may() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let here = module(&file);
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == here) else { continue };
        for (number, line) in
            text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
        {
            for used in line.split("crate::").skip(1).map(module_of) {
                if used != here
                    && !allowed.contains(&used.as_str())
                    && ALLOWED.iter().any(|(n, _)| *n == used)
                {
                    wrong.push(format!("{file}:{}: {here} must not know {used}", number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn module_of(path: &str) -> String {
    path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn every_module_is_in_the_table() {
    for (file, _) in sources() {
        let here = module(&file);
        assert!(
            matches!(here, "lib" | "main") || ALLOWED.iter().any(|(name, _)| *name == here),
            "{here} has no row in ALLOWED"
        );
    }
}

fn is_pane(name: &str) -> bool {
    let panes = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/panes").join(name);
    panes.with_extension("rs").is_file() || panes.is_dir() && !name.is_empty()
}

#[test]
fn panes_do_not_know_each_other() {
    // What is drawn with, and one command as a row, is shared by all.
    const SHARED: &[&str] = &["paint", "day", "line", "listing", "command_row"];
    for (file, text) in sources().iter().filter(|(file, _)| file.starts_with("panes/")) {
        let own = file.trim_start_matches("panes/").split(['/', '.']).next().unwrap_or_default();
        // From a file that lies in the folder itself, the others are in the module above.
        let beside = if file.matches('/').count() == 1 { "super::" } else { "super::super::" };
        let whole = text.split("crate::panes::").skip(1);
        let near = shipped(text).split(beside).skip(1).filter(|path| !path.starts_with("super::"));
        for used in whole.chain(near).map(module_of).filter(|used| is_pane(used)) {
            assert!(used == own || SHARED.contains(&used.as_str()), "{file} knows {used}");
        }
    }
}

#[test]
fn the_outside_is_touched_in_few_places() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        for (word, places) in OUTSIDE {
            let here = shipped(&text).lines().filter(|line| !line.trim_start().starts_with("//"));
            if here.into_iter().any(|line| line.contains(word))
                && !places.iter().any(|place| file.starts_with(place))
            {
                wrong.push(format!("{file}: `{word}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_may_be_touched_where_nothing_is() {
    for (word, places) in OUTSIDE {
        for place in *places {
            let used = sources().iter().any(|(file, text)| file.starts_with(place) && text.contains(word));
            assert!(used, "{place} may use `{word}` and does not");
        }
    }
}

#[test]
fn files_are_short_and_say_what_they_own() {
    for (file, text) in sources() {
        assert!(text.starts_with("//! "), "{file} does not open with what it owns");
        assert!(text.lines().count() <= LONGEST, "{file} is longer than {LONGEST} lines: make it a folder");
    }
}
