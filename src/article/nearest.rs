//! Owns the guess at what a misspelt name was meant to be. It refuses to know what is named, and to act on the
//! guess.

/// Returns the name nearest to what was written, if it is near enough to be a slip: one letter in three may
/// be missing, too many, another, or in its neighbour's place.
pub fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    within((written.chars().count() / 3).max(1), written, names)
}

/// As [`nearest`], with so many slips at most.
pub fn within<'a>(slips: usize, written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = names.into_iter().map(|name| (strsim::damerau_levenshtein(written, name), name));
    near.filter(|(made, _)| *made <= slips).min_by_key(|(made, _)| *made).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::{nearest, within};

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        assert_eq!(nearest("mesure", ["mouse", "measure"]), Some("measure"));
        assert_eq!(nearest("mark_read", ["mark-read", "measure"]), Some("mark-read"));
        assert_eq!(nearest("colour", ["mouse", "measure"]), None);
    }

    #[test]
    fn where_one_slip_is_all_that_is_forgiven_two_are_another_word() {
        assert_eq!(within(1, "auhtor", ["title", "author"]), Some("author"));
        assert_eq!((within(1, "anchor", ["author"]), nearest("anchor", ["author"])), (None, Some("author")));
    }
}
