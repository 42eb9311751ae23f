//! Owns when two headlines say nearly the same. It refuses to know what stands under them.

use std::collections::BTreeSet;

use crate::library::fold::is_unspaced;

/// Says whether two folded headlines share at least half their words and all their numbers.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    let (one, other) = (parts(one), parts(other));
    let numbers = |parts: &BTreeSet<String>| -> Vec<String> {
        parts.iter().filter(|part| part.chars().any(char::is_numeric)).cloned().collect()
    };
    let shared = one.intersection(&other).count();
    shared > 0 && shared * 2 >= one.union(&other).count() && numbers(&one) == numbers(&other)
}

/// The words of a headline; of a script without spaces its characters.
fn parts(headline: &str) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    for word in headline.split_whitespace() {
        if is_unspaced(word) {
            parts.extend(word.chars().map(String::from));
        } else {
            parts.insert(word.to_owned());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::are_alike;

    #[test]
    fn headlines_are_alike_that_share_half_their_words_and_every_number() {
        assert!(are_alike("storm hits the coast", "storm hits coast two missing"));
        assert!(!are_alike("storm hits the coast", "fog at noon"));
        assert!(!are_alike("lamp number 1", "lamp number 2"));
        assert!(!are_alike("", ""));
        assert!(are_alike("港の灯り", "港の灯"));
    }
}
