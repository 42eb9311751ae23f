//! Owns telling a word that is not wanted (`-lighthouse`) from the option it was taken for. It refuses to
//! act on it: such words have to stand behind `--`.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Returns the word of a command line that clap took for an option, if it reads like one that is not
/// wanted: a hyphen and letters.
pub fn word_taken_for_option(words: &[OsString], error: &clap::Error) -> Option<String> {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(said)) => Some(said.as_str()),
        _ => None,
    };
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let letter = said(ContextKind::InvalidArg)?.strip_prefix('-')?;
            find(words, |word| letter.chars().count() == 1 && word.contains(letter))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = said(ContextKind::InvalidValue)?;
            find(words, |word| word.get(1..) == Some(value))
        }
        _ => None,
    }
}

/// Returns the first word that reads like one that is not wanted, and of which, without its hyphen,
/// something holds.
pub(in crate::cli) fn find(words: &[OsString], holds: impl Fn(&str) -> bool) -> Option<String> {
    let mut before = words.iter().skip(1).take_while(|word| *word != "--").filter_map(|word| word.to_str());
    let meant = before.find(|word| {
        let bare = word.strip_prefix('-').unwrap_or_default();
        bare.chars().count() > 1 && bare.chars().all(char::is_alphabetic) && holds(bare)
    });
    meant.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    fn taken(line: &str) -> Option<String> {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        read(words.clone()).err().and_then(|error| word_taken_for_option(&words, &error))
    }

    #[test]
    fn a_word_that_is_not_wanted_is_told_from_a_mistyped_option() {
        assert_eq!(taken("newsprint list bread -oven").as_deref(), Some("-oven"));
        assert_eq!(taken("newsprint list bread -floods").as_deref(), Some("-floods"));
        assert_eq!(taken("newsprint list bread -text").as_deref(), Some("-text"));
        assert_eq!(taken("newsprint list bread --frmat json"), None);
        assert_eq!(taken("newsprint list bread -f jsn"), None);
        assert_eq!(taken("newsprint list bread -- -oven"), None, "that is how it is written");
    }
}
