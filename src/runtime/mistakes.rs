//! Owns what is wrong with a config that only those can tell who know the commands, the themes and the
//! query language, and where in the file it is. It refuses to stop anybody: what is wrong is left out.

use super::look::own_theme;
use crate::app::keymap::{Keymap, Slip};
use crate::config::file::Place;
use crate::config::spot::spot;
use crate::config::{Config, Paths};
use crate::library::Query;
use crate::theme::{AUTO, ThemeError};

/// Says what is wrong with keys, themes and searches, one line each: what, where, what to do. A theme that
/// cannot be had gives way to the default one.
pub fn mistakes(config: &mut Config, place: Place<'_>, paths: Option<&Paths>) -> Vec<String> {
    let (_, slips) = Keymap::laid(&config.preset, &config.keys);
    let mut wrong: Vec<String> = slips.iter().map(|slip| of_keys(slip, place)).collect();
    let usual = Config::default();
    let themes = [
        ("theme", &mut config.theme, usual.theme),
        ("theme-light", &mut config.theme_light, usual.theme_light),
        ("theme-dark", &mut config.theme_dark, usual.theme_dark),
    ];
    for (option, name, usual) in themes {
        if (*name == usual && !is_own(name, paths)) || name == AUTO {
            continue;
        }
        if let Err(error) = own_theme(paths, name) {
            wrong.push(of_theme(option, &error, place, paths));
            *name = usual;
        }
    }
    for (name, words) in &config.searches {
        if let Err(error) = Query::parse(words) {
            let what = format!("searches.{name}");
            wrong.push(told(&what, place, &["searches", name], &error.to_string()));
        }
    }
    wrong
}

fn is_own(theme: &str, paths: Option<&Paths>) -> bool {
    paths.is_some_and(|paths| paths.themes().join(format!("{theme}.toml")).is_file())
}

fn of_keys(slip: &Slip, place: Place<'_>) -> String {
    let mut names: Vec<&str> = slip.table.splitn(2, '.').collect();
    match &slip.keys {
        Some(keys) => names.push(keys),
        None if names.len() == 1 => names.push("preset"),
        None => {}
    }
    told(&slip.table, place, &names, &slip.what)
}

/// A mistake inside a theme is in the file of the theme, a name that is none in the config.
fn of_theme(option: &str, error: &ThemeError, place: Place<'_>, paths: Option<&Paths>) -> String {
    match (error, paths) {
        (ThemeError::Mistake { theme, line, column, what }, Some(paths)) => {
            let file = paths.themes().join(format!("{theme}.toml"));
            format!("{option}: {}, line {line}, column {column}: {what}", file.display())
        }
        _ => told(option, place, &[option], &error.to_string()),
    }
}

/// Says what is wrong and where: the value under these names.
fn told(what: &str, place: Place<'_>, names: &[&str], advice: &str) -> String {
    let file = place.path.display();
    match spot(place, names) {
        Some((line, column)) => format!("{what}: {file}, line {line}, column {column}: {advice}"),
        None => format!("{what}: {file}: {advice}"),
    }
}
