//! Owns sequences: chords pressed one after the other for one command. It refuses to wait for them.

use std::fmt;
use std::str::FromStr;

use super::{Chord, Key, NoSuchKey};

/// One chord or several that are pressed one after the other. Never empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sequence(Vec<Chord>);

impl Sequence {
    /// Returns the chords in the order they are pressed.
    pub fn chords(&self) -> &[Chord] {
        &self.0
    }

    /// Returns what is to be pressed after `pressed`, if it begins with that and goes on.
    pub fn after(&self, pressed: &[Chord]) -> Option<Self> {
        let rest = self.0.strip_prefix(pressed).filter(|rest| !rest.is_empty())?;
        Some(Self(rest.to_vec()))
    }

    /// Returns how the footer and the help print it: letters stand close, other keys apart.
    pub fn label(&self, ascii: bool) -> String {
        let joint = if self.is_plain() { "" } else { " " };
        self.0.iter().map(|chord| chord.label(ascii)).collect::<Vec<_>>().join(joint)
    }

    /// Says whether it is letters and signs only, so that it can be written without spaces.
    fn is_plain(&self) -> bool {
        self.0.len() <= PLAIN
            && self.0.iter().all(|chord| matches!(chord.key, Key::Char(_)) && !chord.ctrl && !chord.alt)
    }
}

/// Letters that may be written as one word: three in a row are more likely a key misspelt.
const PLAIN: usize = 2;

impl From<Chord> for Sequence {
    fn from(chord: Chord) -> Self {
        Self(vec![chord])
    }
}

impl fmt::Display for Sequence {
    /// Writes the name the config uses: `gg`, `ctrl-w j`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, chord) in self.0.iter().enumerate() {
            let gap = if index > 0 && !self.is_plain() { " " } else { "" };
            write!(f, "{gap}{chord}")?;
        }
        Ok(())
    }
}

impl FromStr for Sequence {
    type Err = NoSuchKey;
    fn from_str(text: &str) -> Result<Self, NoSuchKey> {
        let mut chords = Vec::new();
        for word in text.split_whitespace() {
            let mut letters = word.chars();
            match (word.parse(), letters.next(), letters.next(), letters.next()) {
                (Ok(chord), ..) => chords.push(chord),
                (Err(_), Some(first), Some(second), None) => {
                    chords.extend([first, second].map(|letter| Chord::of(Key::Char(letter))));
                }
                (Err(_), ..) => return Err(NoSuchKey(text.to_owned())),
            }
        }
        if chords.is_empty() {
            // A space alone is the space bar.
            chords.push(text.parse()?);
        }
        Ok(Self(chords))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_are_read_with_or_without_spaces_and_written_alike() {
        for (written, name) in [
            ("gg", "gg"),
            ("g g", "gg"),
            ("ctrl-w j", "ctrl-w j"),
            ("ZZ", "ZZ"),
            (" ", "space"),
            ("f5", "f5"),
        ] {
            assert_eq!(written.parse::<Sequence>().map(|keys| keys.to_string()), Ok(name.to_owned()));
        }
        assert_eq!("g g".parse::<Sequence>().map(|keys| keys.label(false)), Ok("gg".to_owned()));
        for wrong in ["pgup", "", "ctrl-w hyper-x", "ggg"] {
            assert!(wrong.parse::<Sequence>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_may_follow_is_what_is_left() {
        let keys: Sequence = "ctrl-w j".parse().unwrap();
        let pressed: Chord = "ctrl-w".parse().unwrap();
        assert_eq!(keys.after(&[pressed]).map(|rest| rest.to_string()), Some("j".to_owned()));
        assert_eq!(keys.after(keys.chords()), None);
    }
}
