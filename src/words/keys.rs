//! Owns what keys are called on a keyboard of the reader's language. It refuses to know what they do.

use super::Words;

/// The keys that have a name, by the English one, with the message that names them.
const NAMED: &[(&str, &str)] = &[
    ("Enter", "key-enter"),
    ("Space", "key-space"),
    ("Esc", "key-esc"),
    ("Backspace", "key-backspace"),
    ("Home", "key-home"),
    ("End", "key-end"),
    ("PgUp", "key-pageup"),
    ("PgDn", "key-pagedown"),
    ("Del", "key-delete"),
    ("Ctrl", "key-ctrl"),
    ("Shift", "key-shift"),
];

impl Words {
    /// Returns the label of a key, or of several, as the reader's keyboard has it: `Ctrl-Home` is
    /// `Strg-Pos1` in German.
    pub fn key(&self, label: &str) -> String {
        let named = |part: &str| {
            let known = NAMED.iter().find(|(english, _)| *english == part);
            known.map_or(part.to_owned(), |(_, key)| self.say(key).to_owned())
        };
        let each = |key: &str| key.split('-').map(named).collect::<Vec<_>>().join("-");
        label.split(' ').map(each).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    #[test]
    fn keys_are_called_what_the_keyboard_calls_them() {
        let german = Words::new(Locale::German, false);
        assert_eq!(german.key("Ctrl-Home"), "Strg-Pos1");
        assert_eq!(german.key("Space g -"), "Leertaste g -");
        assert_eq!(Words::new(Locale::French, false).key("Esc"), "Échap");
        assert_eq!(Words::english().key("Alt-→  Alt-o"), "Alt-→  Alt-o");
    }
}
