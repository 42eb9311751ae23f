//! Owns the sets of keys a reader can start from, each a file beside this one. It refuses to bind them:
//! the keymap lays them over the table of commands.

use std::collections::BTreeMap;

/// Keys by scope: chord = command.
pub type Keys = BTreeMap<String, BTreeMap<String, String>>;

/// The sets by name; the first is the table's own keys.
pub const PRESETS: &[(&str, &str)] = &[
    ("newsprint", ""),
    ("newsboat", include_str!("presets/newsboat.toml")),
    ("neomutt", include_str!("presets/neomutt.toml")),
    ("vim", include_str!("presets/vim.toml")),
];

/// Returns the keys of a set; nothing if there is none of that name.
pub fn keys(name: &str) -> Option<Keys> {
    let (_, text) = PRESETS.iter().find(|(known, _)| *known == name)?;
    toml::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::{Found, Keymap};

    #[test]
    fn every_set_is_read_and_binds_what_there_is() {
        for (name, _) in PRESETS {
            assert!(keys(name).is_some(), "{name}");
            let (_, wrong) = Keymap::new(name, &Keys::new());
            assert_eq!(wrong, [""; 0], "{name}");
        }
    }

    #[test]
    fn no_set_leaves_a_reader_without_help_undo_or_a_way_out() {
        use crate::app::commands::{Scope, named};
        for (name, _) in PRESETS {
            let (keymap, _) = Keymap::new(name, &Keys::new());
            for command in ["help", "undo", "quit", "open", "search", "sources", "toggle-read"] {
                let command = named(command).unwrap();
                assert!(!keymap.keys(Scope::Headlines, command).is_empty(), "{name}: {}", command.name);
            }
            assert!(!keymap.keys(Scope::Article, named("back").unwrap()).is_empty(), "{name}");
        }
    }

    #[test]
    fn every_command_that_has_a_key_has_one_in_every_set() {
        use crate::app::commands::COMMANDS;
        for (name, _) in PRESETS {
            let (keymap, _) = Keymap::new(name, &Keys::new());
            for command in COMMANDS.iter().filter(|command| !command.chords.is_empty()) {
                for scope in command.scopes {
                    let keys = keymap.keys(*scope, command);
                    assert!(!keys.is_empty(), "{name}: {} has no key in {scope:?}", command.name);
                }
            }
        }
    }

    #[test]
    fn own_keys_lie_over_the_set() {
        let own = Keys::from([("headlines".to_owned(), [("l".to_owned(), "open".to_owned())].into())]);
        let (keymap, wrong) = Keymap::new("neomutt", &own);
        let found = |chord: &str| match keymap
            .find(crate::app::commands::Scope::Headlines, &[chord.parse().unwrap()])
        {
            Found::Command(command) => Some(command.name),
            _ => None,
        };
        assert_eq!((found("l"), found("F"), found("j")), (Some("open"), Some("toggle-star"), Some("down")));
        assert_eq!(wrong, [""; 0]);
        let (_, wrong) = Keymap::new("emacs", &Keys::new());
        assert_eq!(wrong, ["keys: there is no preset `emacs`; there are newsprint, newsboat, neomutt, vim"]);
    }
}
