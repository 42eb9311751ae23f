//! What the documentation says of keys and commands is what the program does. With `NEWSPRINT_BLESS=1`
//! in the environment the generated parts are written anew instead of compared.

use std::fs;
use std::path::{Path, PathBuf};

use newsprint::app::commands::{COMMANDS, SCOPES};
use newsprint::app::presets::PRESETS;
use newsprint::keys::Sequence;
use newsprint::words::Words;

fn root(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Compares the part of a file between two markers with what it must be, or writes it.
fn generated(file: &str, start: &str, end: &str, wanted: &str) {
    let path = root(file);
    let text = fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(start).unwrap_or_else(|| panic!("{file} has no {start}"));
    let (found, after) = rest.split_once(end).unwrap_or_else(|| panic!("{file} has no {end}"));
    if std::env::var_os("NEWSPRINT_BLESS").is_some() {
        fs::write(path, format!("{before}{start}\n{wanted}{end}{after}")).unwrap();
        return;
    }
    // The texts are long: the first lines that differ say enough.
    let differs = found.trim().lines().zip(wanted.trim().lines()).find(|(found, wanted)| found != wanted);
    let is_same = found.trim() == wanted.trim();
    assert!(is_same, "{file} is out of date, {differs:?}: run the tests with NEWSPRINT_BLESS=1");
}

#[test]
fn the_guide_lists_every_key() {
    let mut out = String::new();
    let words = Words::english();
    for (scope, name) in SCOPES {
        let heading = words.scope(name);
        out.push_str(&format!("\n### {heading}\n\n| Keys | What they do | Command |\n|---|---|---|\n"));
        for command in COMMANDS.iter().filter(|command| command.scopes.contains(scope)) {
            let keys: Vec<String> = command
                .chords
                .split_whitespace()
                .map(|c| format!("`{}`", c.parse::<Sequence>().unwrap().label(false).replace('|', "\\|")))
                .collect();
            out.push_str(&format!(
                "| {} | {} | `{}` |\n",
                keys.join(" "),
                words.help(command.name),
                command.name
            ));
        }
    }
    generated("docs/guide.md", "<!-- keys -->", "<!-- /keys -->", &out);
}

#[test]
fn the_example_configuration_names_every_key() {
    let presets = PRESETS.iter().map(|(name, _)| format!("{name:?}")).collect::<Vec<_>>().join(", ");
    let mut out = format!(
        "# The set to start from: {presets}. `keys = \"vim\"` alone says the same.\npreset = \"newsprint\"\n"
    );
    let words = Words::english();
    for (scope, name) in SCOPES {
        let heading = words.scope(name);
        out.push_str(&format!("\n# {heading}:\n# [keys.{name}]\n"));
        for command in COMMANDS.iter().filter(|command| command.scopes.contains(scope)) {
            for chord in command.chords.split_whitespace() {
                out.push_str(&format!("# {:12} = \"{}\"\n", format!("{:?}", chord), command.name));
            }
        }
    }
    generated("config.example.toml", "[keys]\n", "# (end of keys)", &out);
}

#[test]
fn the_mapping_for_quickwit_is_that_of_the_index() {
    let (path, wanted) = (root("docs/quickwit.json"), newsprint::library::cache::mapping());
    if std::env::var_os("NEWSPRINT_BLESS").is_some() {
        fs::write(path, wanted).unwrap();
        return;
    }
    let found = fs::read_to_string(path).unwrap();
    assert_eq!(found, wanted, "docs/quickwit.json is out of date: run the tests with NEWSPRINT_BLESS=1");
}
