//! Owns chords: the keys a reader presses, by the names used in the config, the footer and the help.
//! It refuses to know terminals: `runtime::input` makes chords of what they send.

mod sequence;

use std::fmt;
use std::str::FromStr;

pub use sequence::Sequence;

/// One key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chord {
    /// Control is held.
    pub ctrl: bool,
    /// Alt is held.
    pub alt: bool,
    /// Shift is held with a key that has no upper case of its own.
    pub shift: bool,
    /// The key.
    pub key: Key,
}

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// A key that types a character; upper case stands for Shift.
    Char(char),
    /// A key known by name; an index into [`NAMED`].
    Named(&'static str),
    /// A function key, from 1.
    F(u8),
}

/// The keys that type nothing, and the space bar.
pub const NAMED: &[&str] = &[
    "enter",
    "esc",
    "tab",
    "backspace",
    "delete",
    "insert",
    "space",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
];

impl Chord {
    /// Makes the chord of a key alone.
    pub const fn of(key: Key) -> Self {
        Self { ctrl: false, alt: false, shift: false, key }
    }

    /// Returns the character it types into a prompt, if it does.
    pub fn types(self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl && !self.alt => Some(c),
            Key::Named("space") if !self.ctrl && !self.alt => Some(' '),
            _ => None,
        }
    }

    /// Returns the digit it types.
    pub fn digit(self) -> Option<u32> {
        self.types().and_then(|c| c.to_digit(10))
    }

    /// Returns how the footer and the help print it: arrows and short names, ASCII if asked.
    pub fn label(self, ascii: bool) -> String {
        let name = match self.key {
            Key::Named("up") if !ascii => "↑".to_owned(),
            Key::Named("down") if !ascii => "↓".to_owned(),
            Key::Named("left") if !ascii => "←".to_owned(),
            Key::Named("right") if !ascii => "→".to_owned(),
            Key::Named(name) => capital(name),
            Key::Char(c) if self.ctrl => c.to_uppercase().to_string(),
            Key::Char(c) => c.to_string(),
            Key::F(n) => format!("F{n}"),
        };
        let ctrl = if self.ctrl { "Ctrl-" } else { "" };
        let alt = if self.alt { "Alt-" } else { "" };
        let shift = if self.shift { "Shift-" } else { "" };
        format!("{ctrl}{alt}{shift}{name}")
    }
}

fn capital(name: &str) -> String {
    match name {
        "pageup" => "PgUp".to_owned(),
        "pagedown" => "PgDn".to_owned(),
        "delete" => "Del".to_owned(),
        _ => {
            let mut chars = name.chars();
            chars
                .next()
                .map(|first| first.to_ascii_uppercase().to_string() + chars.as_str())
                .unwrap_or_default()
        }
    }
}

impl fmt::Display for Chord {
    /// Writes the name the config uses: `ctrl-d`, `shift-tab`, `G`, `space`, `f5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let modifiers = [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")];
        for (held, name) in modifiers {
            if held {
                f.write_str(name)?;
            }
        }
        match self.key {
            Key::Char(c) => write!(f, "{c}"),
            Key::Named(name) => f.write_str(name),
            Key::F(n) => write!(f, "f{n}"),
        }
    }
}

/// Said of a string that names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no key; write `j`, `G`, `ctrl-d`, `shift-tab`, `space`, `pagedown`, `f5` or two such as `gg`"
)]
pub struct NoSuchKey(String);

impl FromStr for Chord {
    type Err = NoSuchKey;
    fn from_str(text: &str) -> Result<Self, NoSuchKey> {
        let mut chord = Self::of(Key::Char(' '));
        let mut rest = text;
        let split = |text| str::split_once(text, '-').filter(|(m, t)| !m.is_empty() && !t.is_empty());
        while let Some((modifier, tail)) = split(rest) {
            match modifier.to_ascii_lowercase().as_str() {
                "ctrl" | "c" => chord.ctrl = true,
                "alt" | "m" => chord.alt = true,
                "shift" | "s" => chord.shift = true,
                _ => return Err(NoSuchKey(text.to_owned())),
            }
            rest = tail;
        }
        chord.key = key(rest).ok_or_else(|| NoSuchKey(text.to_owned()))?;
        if let Key::Char(c) = chord.key
            && chord.shift
        {
            chord.shift = false;
            chord.key = Key::Char(c.to_uppercase().next().unwrap_or(c));
        }
        Ok(chord)
    }
}

fn key(name: &str) -> Option<Key> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(if c == ' ' { Key::Named("space") } else { Key::Char(c) });
    }
    let lower = name.to_ascii_lowercase();
    let function = lower.strip_prefix('f').and_then(|n| n.parse().ok()).filter(|n| (1..=24).contains(n));
    NAMED.iter().find(|known| **known == lower).map(|known| Key::Named(known)).or(function.map(Key::F))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_written_alike() {
        for name in ["j", "G", "ctrl-d", "shift-tab", "space", "pagedown", "f5", "-", "alt-enter", "?", "é"]
        {
            assert_eq!(name.parse::<Chord>().map(|c| c.to_string()), Ok(name.to_owned()));
        }
        assert_eq!("shift-g".parse::<Chord>(), "G".parse());
        assert!("hyper-x".parse::<Chord>().is_err());
        assert!("pgup".parse::<Chord>().is_err());
    }
}
