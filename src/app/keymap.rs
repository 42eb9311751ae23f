//! Owns which keys do what where: the table's defaults, a preset and the reader's own on top. It refuses
//! to run anything.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

use super::commands::{self, COMMANDS, Command, SCOPES, Scope};
use super::presets::{self, Keys, PRESETS};
use crate::article::nearest::nearest;
use crate::keys::{Chord, Sequence};

/// Places where letters are typed: no sequence may begin with one there.
const TYPED: &[Scope] = &[Scope::Prompt, Scope::Palette, Scope::Help, Scope::Note];

/// The keys in force. No sequence in it is the beginning of another in its place.
#[derive(Debug)]
pub struct Keymap {
    by_key: HashMap<Scope, BTreeMap<Sequence, &'static Command>>,
}

/// What the keys pressed so far are.
#[derive(Debug, Clone, Copy)]
pub enum Found {
    /// All the keys of a command.
    Command(&'static Command),
    /// The beginning of longer sequences.
    Beginning,
    /// Nothing.
    Nothing,
}

/// What is wrong with the reader's keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The table it is in, as the config names it: `keys`, `keys.headlines`.
    pub table: String,
    /// The keys it is about; nothing if it is about the table.
    pub keys: Option<String>,
    /// What is wrong, and what would be right.
    pub what: String,
}

impl fmt::Display for Slip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.table, self.what)
    }
}

impl Keymap {
    /// Lays a preset over the defaults, and the reader's keys (scope → keys → command, `none` to
    /// unbind) over both. Returns with it what is wrong with them, one sentence each; what is wrong is
    /// left out.
    pub fn new(preset: &str, own: &Keys) -> (Self, Vec<String>) {
        let (keymap, slips) = Self::laid(preset, own);
        (keymap, slips.iter().map(ToString::to_string).collect())
    }

    /// As [`Self::new`], but returns what is wrong in parts, so that each can be found in the config.
    pub fn laid(preset: &str, own: &Keys) -> (Self, Vec<Slip>) {
        let mut keymap = Self { by_key: HashMap::new() };
        for command in COMMANDS {
            for keys in command.chords.split(' ').filter_map(|keys| keys.parse::<Sequence>().ok()) {
                for scope in command.scopes {
                    keymap.by_key.entry(*scope).or_default().insert(keys.clone(), command);
                }
            }
        }
        let mut wrong = Vec::new();
        let set = presets::keys(preset).unwrap_or_else(|| {
            let hint = hint(preset, PRESETS.iter().map(|(name, _)| *name));
            let what = format!("there is no preset `{preset}`; {hint}");
            wrong.push(Slip { table: "keys".to_owned(), keys: None, what });
            Keys::new()
        });
        for keys in [&set, own] {
            wrong.extend(keymap.lay(keys));
        }
        (keymap, wrong)
    }

    /// Lays a set of keys over those in force; first what it unbinds, so that it may free the beginning
    /// of a sequence it binds. Returns what is wrong with it.
    fn lay(&mut self, set: &Keys) -> Vec<Slip> {
        let mut wrong = Vec::new();
        for (place, keys) in set {
            let slip = |keys: Option<String>, what| Slip { table: format!("keys.{place}"), keys, what };
            let Some((scope, _)) = SCOPES.iter().find(|(_, name)| name == place) else {
                let hint = hint(place, SCOPES.iter().map(|(_, name)| *name));
                wrong.push(slip(None, format!("no such place; {hint}")));
                continue;
            };
            let bound = self.by_key.entry(*scope).or_default();
            let mut wanted = Vec::new();
            for (written, name) in keys {
                match bind(*scope, written, name) {
                    Ok((keys, Some(command))) => wanted.push((written, keys, command)),
                    Ok((keys, None)) => drop(bound.remove(&keys)),
                    Err(what) => wrong.push(slip(Some(written.clone()), what)),
                }
            }
            for (written, keys, command) in wanted {
                match clash(&keys, bound) {
                    Some(what) => wrong.push(slip(Some(written.clone()), what)),
                    None => drop(bound.insert(keys, command)),
                }
            }
        }
        wrong
    }

    /// Returns what the keys pressed so far do in a place.
    pub fn find(&self, scope: Scope, pressed: &[Chord]) -> Found {
        let Some(bound) = self.by_key.get(&scope) else { return Found::Nothing };
        let whole = bound.iter().find(|(keys, _)| keys.chords() == pressed);
        match whole {
            Some((_, command)) => Found::Command(command),
            None if bound.keys().any(|keys| keys.after(pressed).is_some()) => Found::Beginning,
            None => Found::Nothing,
        }
    }

    /// Returns the keys that may follow those pressed, each with what they do then.
    pub fn following(&self, scope: Scope, pressed: &[Chord]) -> Vec<(Sequence, &'static Command)> {
        let bound = self.by_key.get(&scope).into_iter().flatten();
        bound.filter_map(|(keys, command)| Some((keys.after(pressed)?, *command))).collect()
    }

    /// Returns the keys of a command in a place: the default ones first, in their order.
    pub fn keys(&self, scope: Scope, command: &Command) -> Vec<Sequence> {
        let bound = self.by_key.get(&scope).into_iter().flatten();
        let bound: BTreeSet<&Sequence> =
            bound.filter(|(_, found)| found.name == command.name).map(|(keys, _)| keys).collect();
        let defaults = command.chords.split(' ').filter_map(|keys| keys.parse::<Sequence>().ok());
        let mut keys: Vec<Sequence> = defaults.filter(|keys| bound.contains(keys)).collect();
        let others: Vec<Sequence> = bound.into_iter().filter(|own| !keys.contains(own)).cloned().collect();
        keys.extend(others);
        keys
    }
}

/// Says which of these names was meant, or which there are.
fn hint<'a>(written: &str, names: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(written, names.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", names.collect::<Vec<_>>().join(", ")),
    }
}

/// Says what forbids a sequence: a key that is both a command and the beginning of a sequence.
fn clash(keys: &Sequence, bound: &BTreeMap<Sequence, &'static Command>) -> Option<String> {
    bound.iter().find_map(|(other, command)| {
        let (short, long) = if keys.after(other.chords()).is_some() {
            (other, keys)
        } else if other.after(keys.chords()).is_some() {
            (keys, other)
        } else {
            return None;
        };
        Some(format!(
            "`{keys}`: `{short}` cannot be a command and begin `{long}`; unbind `{other}` (`{}`) with \"none\"",
            command.name
        ))
    })
}

fn bind(scope: Scope, keys: &str, name: &str) -> Result<(Sequence, Option<&'static Command>), String> {
    let parsed = keys.parse::<Sequence>().map_err(|error| error.to_string())?;
    if name.is_empty() || name == "none" {
        return Ok((parsed, None));
    }
    let Some(command) = commands::named(name) else {
        let near = nearest(name, COMMANDS.iter().map(|c| c.name));
        let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        return Err(format!("`{keys}`: unknown command `{name}`{hint}"));
    };
    if !command.scopes.contains(&scope) {
        return Err(format!("`{keys}`: `{name}` does nothing there"));
    }
    let begins_typed =
        parsed.chords().len() > 1 && parsed.chords().first().is_some_and(|c| c.types().is_some());
    if TYPED.contains(&scope) && begins_typed {
        return Err(format!("`{keys}`: what it begins with is typed there"));
    }
    Ok((parsed, Some(command)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(scope: &str, keys: &[(&str, &str)]) -> (Keymap, Vec<String>) {
        let keys = keys.iter().map(|(keys, name)| ((*keys).to_owned(), (*name).to_owned())).collect();
        Keymap::new("newsprint", &Keys::from([(scope.to_owned(), keys)]))
    }

    #[test]
    fn a_key_that_is_a_command_cannot_begin_a_sequence_until_it_is_unbound() {
        let (keymap, wrong) = own("article", &[("g g", "top")]);
        assert_eq!(
            wrong,
            ["keys.article: `gg`: `g` cannot be a command and begin `gg`; unbind `g` (`top`) with \"none\""]
        );
        assert!(matches!(keymap.find(Scope::Article, &["g".parse().unwrap()]), Found::Command(_)));
        let (keymap, wrong) = own("article", &[("gg", "top"), ("g", "none"), ("ge", "bottom")]);
        assert_eq!(wrong, [""; 0]);
        let g: Chord = "g".parse().unwrap();
        assert!(matches!(keymap.find(Scope::Article, &[g]), Found::Beginning));
        assert!(matches!(keymap.find(Scope::Article, &[g, g]), Found::Command(top) if top.name == "top"));
        let follow: Vec<_> = keymap
            .following(Scope::Article, &[g])
            .into_iter()
            .map(|(keys, c)| (keys.to_string(), c.name))
            .collect();
        assert_eq!(follow, [("e".to_owned(), "bottom"), ("g".to_owned(), "top")]);
    }

    #[test]
    fn where_letters_are_typed_no_sequence_begins_with_one() {
        let (_, wrong) = own("prompt", &[("jj", "search-cancel"), ("ctrl-x j", "search-cancel")]);
        assert_eq!(wrong, ["keys.prompt: `jj`: what it begins with is typed there"]);
    }
}
