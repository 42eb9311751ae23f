//! The config file as a reader meets it, and what the documentation says of it.

use std::fs;
use std::path::Path;

use newsprint::config::{Config, OPTIONS};

use crate::home::Home;

#[test]
fn a_broken_file_is_said_and_reading_goes_on() {
    let home = Home::new();
    home.file("news/a.md", "# Bread\n\nA loaf tells you how it was made, if you look at the crust.\n");
    home.config("mesure = 60\n");
    let run = home.run(&["list", "news"]);
    assert!(run.out.contains("Bread"), "{run:?}");
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("unknown option \"mesure\""), "{run:?}");
    assert!(run.err.contains("line 1, column 1: did you mean \"measure\"?"), "{run:?}");
    assert_eq!(home.run(&["list", "--no-config", "news"]).code, Some(0));
}

#[test]
fn the_config_in_force_is_a_config_file() {
    let home = Home::new();
    home.config("measure = 60\n[libraries]\nharbour = \"~/news\"\n[keys]\npreset = \"vim\"\n[keys.article]\n\"g e\" = \"bottom\"\n");
    let shown = home.run(&["config"]);
    assert_eq!(shown.code, Some(0), "{shown:?}");
    let copy = home.file("copy.toml", &shown.out);
    let again = home.run(&["config", "--config", copy.to_str().unwrap()]);
    let options =
        |text: &str| text.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
    assert_eq!(options(&again.out), options(&shown.out));
    assert!(
        shown.out.contains("measure = 60\n") && shown.out.contains("preset = \"vim\"\n"),
        "{}",
        shown.out
    );
    let path = home.run(&["config", "--path"]).out;
    assert_eq!(Path::new(path.trim_end()), home.path("config/newsprint/config.toml"));
}

#[test]
fn keys_that_cannot_be_are_told_with_the_config() {
    let home = Home::new();
    home.config("[keys.headlines]\n\"g g\" = \"top\"\nx = \"serch\"\n");
    let run = home.run(&["config"]);
    assert_eq!(run.code, Some(2));
    for said in ["`g` cannot be a command and begin `gg`; unbind `g`", "did you mean `search`?"] {
        assert!(run.err.contains(said), "{run:?}");
    }
}

#[test]
fn mistakes_in_keys_themes_and_searches_are_told_by_every_command_with_their_place() {
    let home = Home::new();
    home.file("news/a.md", "# Bread\n\nA loaf tells you how it was made.\n");
    let file = home.path("config/newsprint/config.toml").to_string_lossy().into_owned();
    let told = |config: &str, line: String| {
        home.config(config);
        let list = home.run(&["list", "news"]);
        assert_eq!((list.code, list.err), (Some(1), format!("newsprint: {line}\n")), "{config}");
        assert!(list.out.contains("Bread"), "reading goes on: {config}");
        assert_eq!(home.run(&["config"]).code, Some(2), "{config}");
    };
    told(
        "\n[keys.headlines]\n\"r\" = \"togle-read\"\n",
        format!(
            "keys.headlines: {file}, line 3, column 7: `r`: unknown command `togle-read`; did you mean `toggle-read`?"
        ),
    );
    told(
        "[keys.headline]\n\"r\" = \"toggle-read\"\n",
        format!("keys.headline: {file}, line 1, column 7: no such place; did you mean `headlines`?"),
    );
    told(
        "keys = \"neomut\"\n",
        format!("keys: {file}, line 1, column 8: there is no preset `neomut`; did you mean `neomutt`?"),
    );
    told(
        "theme = \"lamplit\"\n",
        format!(
            "theme: {file}, line 1, column 9: there is no theme \"lamplit\"; did you mean \"lamplight\"?"
        ),
    );
    home.config("theme = \"lamplit\"\n");
    assert!(home.run(&["config"]).out.contains("\ntheme = \"default\"\n"), "that is what is in force");
    let theme = home.file("config/newsprint/themes/own.toml", "\nheadlin = { bold = true }\n");
    told(
        "theme = \"own\"\n",
        format!(
            "theme: {}, line 2, column 1: there is nothing called \"headlin\" to style; did you mean \"headline\"?",
            theme.display()
        ),
    );
    home.config("[searches]\ngood = \"is:read\"\nbad = \"lamp is:bogus\"\n");
    let run = home.run(&["list", "news"]);
    assert!(
        run.err.starts_with(&format!("newsprint: searches.bad: {file}, line 3, column 7: is: takes ")),
        "{run:?}"
    );
    assert_eq!(run.err.lines().count(), 1, "{run:?}");
}

#[test]
fn the_default_config_is_the_example() {
    let home = Home::new();
    home.config(&home.run(&["config", "--default"]).out);
    let run = home.run(&["config"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

#[test]
fn a_config_with_a_mistake_is_wrong_configuration() {
    let home = Home::new();
    home.config("measure = 3\n");
    let run = home.run(&["config"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("it takes a whole number from 20 to 200"), "{run:?}");
}

#[test]
fn the_documentation_has_a_row_for_every_option() {
    let page =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/configuration.md")).unwrap();
    for row in OPTIONS {
        let default = (row.show)(&Config::default());
        let line = format!("| `{}` | `{default}` | {} | {} |", row.name, row.takes, row.about);
        assert!(page.contains(&line), "docs/configuration.md lacks:\n{line}");
    }
}
