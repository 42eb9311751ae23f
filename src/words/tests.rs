//! What must hold for every message file: that none says less than another, that no message fails, and
//! that the program uses every one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_bundle::FluentArgs;

use super::*;
use crate::app::commands::{COMMANDS, SCOPES};

/// The messages of a file by key, a part of one as `key.part`, each with the arguments it takes.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let (mut message, mut key) = (String::new(), String::new());
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let name = line.split_once(" =").map(|(name, _)| name);
        if let Some(part) = name.and_then(|name| name.trim_start().strip_prefix('.')) {
            key = format!("{message}.{part}");
        } else if let Some(name) = name.filter(|name| !name.starts_with(' ')) {
            (message, key) = (name.to_owned(), name.to_owned());
        }
        let arguments = line.split('$').skip(1).map(|rest| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>()
        });
        if !key.is_empty() {
            found.entry(key.clone()).or_insert_with(BTreeSet::new).extend(arguments);
        }
    }
    found
}

/// The text of every source file that ships, without its tests.
pub(super) fn sources() -> String {
    let mut text = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
                let file = fs::read_to_string(path).unwrap();
                text.push_str(file.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default());
            }
        }
    }
    text
}

#[test]
fn every_language_says_everything_english_does_and_nothing_else() {
    let english = messages(Locale::English.messages());
    for (_, tag, text) in LOCALES {
        let spoken = messages(text);
        let missing: Vec<_> = english.keys().filter(|key| !spoken.contains_key(*key)).collect();
        let spare: Vec<_> = spoken.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{tag}.ftl lacks {missing:?}");
        assert!(spare.is_empty(), "{tag}.ftl says {spare:?}, which English does not");
    }
}

#[test]
fn no_message_is_written_twice() {
    for (_, tag, text) in LOCALES {
        let mut seen = BTreeSet::new();
        let keys = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        for key in keys.filter_map(|line| line.split_once(" =")).map(|(key, _)| key) {
            assert!(seen.insert(key), "{tag}.ftl says {key} twice");
        }
    }
}

#[test]
fn no_message_fails_whatever_the_count() {
    let english = messages(Locale::English.messages());
    for (locale, tag, text) in LOCALES {
        assert!(fluent_bundle::FluentResource::try_new((*text).to_owned()).is_ok(), "{tag}.ftl is no Fluent");
        let catalogue = Catalogue::new(*locale, false);
        for key in messages(text).keys().filter(|key| !key.contains('.')) {
            for count in [0, 1, 2, 5, 11, 1000] {
                let mut arguments = FluentArgs::new();
                for name in english.get(key).into_iter().flatten() {
                    arguments.set(name.clone(), count);
                }
                let wrong = catalogue.mistakes(key, &arguments);
                assert!(wrong.is_empty(), "{tag}.ftl: {key}: {wrong:?}");
            }
        }
    }
}

#[test]
fn every_key_the_program_uses_is_there() {
    let (source, english) = (sources(), messages(Locale::English.messages()));
    for call in [".say(", ".with(", ".count(", ".find("] {
        for rest in source.split(call).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')) {
            let key = rest.split('"').next().unwrap_or_default();
            let is_key = key.contains('-') && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
            assert!(!is_key || english.contains_key(key), "{key} is used, and en.ftl lacks it");
        }
    }
}

#[test]
fn the_program_uses_every_key() {
    let source = sources();
    let months = (1..=12).map(|month| format!("month-{month}"));
    let commands = COMMANDS.iter().map(|command| format!("command-{}", command.name));
    let scopes = SCOPES.iter().map(|(_, name)| format!("scope-{name}"));
    let made: BTreeSet<String> = months.chain(commands).chain(scopes).collect();
    for key in messages(Locale::English.messages()).keys() {
        let message = key.split('.').next().unwrap_or_default();
        let is_used = made.contains(message) || source.contains(&format!("\"{message}\""));
        assert!(is_used, "nothing uses {key}");
    }
}

#[test]
fn the_same_commands_are_hinted_at_in_every_language() {
    for (locale, tag, _) in LOCALES {
        let words = Words::new(*locale, false);
        for key in
            messages(Locale::English.messages()).keys().filter(|key| key.split('.').nth(1) == Some("hint"))
        {
            let hint = words.find(key).unwrap_or_default();
            assert!((1..=14).contains(&hint.chars().count()), "{tag}.ftl: {key} is too long for the footer");
        }
    }
}

#[test]
fn a_message_is_said_in_its_language_and_else_in_english() {
    assert_eq!(Words::english().say("month-3"), "Mar");
    assert_eq!(Words::english().say("no such key"), "no such key");
}

#[test]
fn numbers_are_written_as_the_language_writes_them() {
    let written = |locale| [999, 3214, 1_000_000].map(|n| Words::new(locale, false).number(n)).join(" ");
    assert_eq!(written(Locale::English), "999 3,214 1,000,000");
    assert_eq!(written(Locale::French), "999 3\u{202f}214 1\u{202f}000\u{202f}000");
    assert_eq!(written(Locale::German), "999 3.214 1.000.000");
    assert_eq!(written(Locale::Spanish), "999 3214 1.000.000");
}

#[test]
fn days_are_short() {
    let written = |locale| Words::new(locale, false).day(jiff::civil::date(2016, 12, 8));
    let days = LOCALES.iter().map(|(locale, ..)| written(*locale)).collect::<Vec<_>>();
    assert_eq!(days, ["8 Dec 2016", "8 déc. 2016", "8. Dez. 2016", "8 dic 2016"]);
}

#[test]
fn counts_take_their_plural() {
    let french = Words::new(Locale::French, false);
    let articles = [0, 1, 2, 3214].map(|count| french.count("articles", count));
    assert_eq!(articles, ["0 article", "1 article", "2 articles", "3\u{202f}214 articles"]);
    assert_eq!(french.count("about-words", 0), "0 mot", "none is not one");
}

#[test]
fn in_ascii_every_message_is_ascii() {
    for (locale, tag, text) in LOCALES {
        let words = Words::new(*locale, true);
        for key in messages(text).keys() {
            let said = words.with(key, &[("count", 1000.into())]);
            assert!(said.is_ascii(), "{tag}: {key}: {said}");
        }
    }
}
