//! Owns which key does what where: the table's defaults with the reader's own on top. It refuses to
//! run anything.

use std::collections::HashMap;

use super::commands::{self, COMMANDS, Command, SCOPES, Scope};
use super::presets::{self, Keys, PRESETS};
use crate::keys::Chord;

/// The keys in force.
#[derive(Debug)]
pub struct Keymap {
    by_key: HashMap<(Scope, Chord), &'static Command>,
}

impl Keymap {
    /// Lays a preset over the defaults, and the reader's keys (scope → chord → command, `none` to
    /// unbind) over both. Returns with it what is wrong with them, one sentence each; what is wrong is
    /// left out.
    pub fn new(preset: &str, own: &Keys) -> (Self, Vec<String>) {
        let mut by_key = HashMap::new();
        for command in COMMANDS {
            let chords = command.chords.split(' ').filter_map(|chord| chord.parse::<Chord>().ok());
            for chord in chords {
                by_key.extend(command.scopes.iter().map(|scope| ((*scope, chord), command)));
            }
        }
        let mut wrong = Vec::new();
        let set = presets::keys(preset).unwrap_or_else(|| {
            let known = PRESETS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
            wrong.push(format!("keys: there is no preset `{preset}`; there are {known}"));
            Keys::new()
        });
        for (place, keys) in set.iter().chain(own) {
            let Some((scope, _)) = SCOPES.iter().find(|(_, name)| name == place) else {
                let known = SCOPES.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ");
                wrong.push(format!("keys.{place}: no such place; there are {known}"));
                continue;
            };
            for (chord, name) in keys {
                match bind(*scope, chord, name) {
                    Ok((chord, Some(command))) => {
                        by_key.insert((*scope, chord), command);
                    }
                    Ok((chord, None)) => {
                        by_key.remove(&(*scope, chord));
                    }
                    Err(what) => wrong.push(format!("keys.{place}: {what}")),
                }
            }
        }
        (Self { by_key }, wrong)
    }

    /// Returns what a key does in a place.
    pub fn find(&self, scope: Scope, chord: Chord) -> Option<&'static Command> {
        self.by_key.get(&(scope, chord)).copied()
    }

    /// Returns the keys of a command in a place: the default ones first, in their order.
    pub fn keys(&self, scope: Scope, command: &Command) -> Vec<Chord> {
        let bound = |chord: &Chord| self.find(scope, *chord).is_some_and(|found| found.name == command.name);
        let mut chords: Vec<Chord> =
            command.chords.split(' ').filter_map(|c| c.parse().ok()).filter(|chord| bound(chord)).collect();
        let mut others: Vec<Chord> =
            self.by_key.keys().filter(|(s, _)| *s == scope).map(|(_, c)| *c).collect();
        others.retain(|chord| bound(chord) && !chords.contains(chord));
        others.sort_unstable();
        chords.extend(others);
        chords
    }
}

fn bind(scope: Scope, chord: &str, name: &str) -> Result<(Chord, Option<&'static Command>), String> {
    let parsed = chord.parse::<Chord>().map_err(|e| e.to_string())?;
    if name.is_empty() || name == "none" {
        return Ok((parsed, None));
    }
    let Some(command) = commands::named(name) else {
        let near = crate::config::suggest::nearest(name, COMMANDS.iter().map(|c| c.name));
        let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        return Err(format!("`{chord}`: unknown command `{name}`{hint}"));
    };
    if !command.scopes.contains(&scope) {
        return Err(format!("`{chord}`: `{name}` does nothing there"));
    }
    Ok((parsed, Some(command)))
}
