//! Owns the guess at what a misspelt name was meant to be. It refuses to act on the guess.

/// Returns the name nearest to what was written, if it is near enough to be a slip.
pub fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (written.chars().count() / 3).max(1);
    let near = names.into_iter().map(|name| (strsim::damerau_levenshtein(written, name), name));
    near.filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        assert_eq!(nearest("mesure", ["mouse", "measure"]), Some("measure"));
        assert_eq!(nearest("mark_read", ["mark-read", "measure"]), Some("mark-read"));
        assert_eq!(nearest("colour", ["mouse", "measure"]), None);
    }
}
