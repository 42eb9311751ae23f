//! Owns giving Arabic letters the form their neighbours ask for. A terminal that turns nothing round
//! joins no letters either, so that lines turned round for it must bring the joined forms along. It
//! refuses to change the order of anything.

use std::collections::BTreeMap;

use ar_reshaper::{ArabicReshaper, ReshaperConfig};

/// Final alefs and the one sign each makes with a lam before it that joins nothing; the next sign is the
/// one for a lam that does.
const LAM_ALEF: &[(char, char)] =
    &[('\u{fe82}', '\u{fef5}'), ('\u{fe84}', '\u{fef7}'), ('\u{fe88}', '\u{fef9}'), ('\u{fe8e}', '\u{fefb}')];
const LAM_FIRST: char = '\u{fedf}';
const LAM_BETWEEN: char = '\u{fee0}';

/// Returns the letters that change: what stands for the one at each byte; nothing for an alef that went
/// into the sign before it.
pub(super) fn shapes(text: &str) -> BTreeMap<usize, Option<char>> {
    // Marks join nothing and part nothing; the shaper sees letters only, one for one.
    let letters: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| !is_mark(*c)).collect();
    let bare: String = letters.iter().map(|(_, c)| if parts(*c) { ' ' } else { *c }).collect();
    let shaper = ArabicReshaper::new(ReshaperConfig {
        delete_harakat: false,
        delete_tatweel: false,
        support_ligatures: false,
        ..ReshaperConfig::default()
    });
    let shaped: Vec<char> = shaper.reshape(&bare).chars().collect();
    let mut found = BTreeMap::new();
    if shaped.len() != letters.len() {
        return found;
    }
    let mut pairs = letters.iter().zip(&shaped).peekable();
    while let Some(((at, letter), form)) = pairs.next() {
        let alef = pairs.peek().filter(|((next, _), _)| *next == at + letter.len_utf8()).copied();
        if let Some((((swallowed, _), _), sign)) = alef.and_then(|alef| Some((alef, joined(*form, *alef.1)?)))
        {
            found.insert(*at, Some(sign));
            found.insert(*swallowed, None);
            pairs.next();
        } else if form != letter && *form != '\0' && !parts(*letter) {
            found.insert(*at, Some(*form));
        }
    }
    found
}

/// Says whether a sign that takes no cell stands for a blank: the joiner, and what sets words apart.
fn parts(c: char) -> bool {
    matches!(c, '\u{200d}' | '\u{2068}' | '\u{2069}')
}

/// Says whether a character is written over or under another.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}')
}

/// Returns the one sign of a lam and an alef.
fn joined(lam: char, alef: char) -> Option<char> {
    let (_, sign) = LAM_ALEF.iter().find(|(last, _)| *last == alef)?;
    match lam {
        LAM_FIRST => Some(*sign),
        LAM_BETWEEN => char::from_u32(u32::from(*sign) + 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let shapes = shapes(text);
        text.char_indices().filter_map(|(at, c)| shapes.get(&at).copied().unwrap_or(Some(c))).collect()
    }

    #[test]
    fn letters_take_the_form_their_neighbours_ask_for() {
        assert_eq!(written("بيت"), "\u{fe91}\u{fef4}\u{fe96}");
        assert_eq!(written("دار"), "\u{fea9}\u{fe8d}\u{fead}", "these join nothing after them");
        assert_eq!(written("گچ"), "\u{fb94}\u{fb7b}", "Persian letters too");
        assert_eq!(written("abc 123 שלום"), "abc 123 שלום");
    }

    #[test]
    fn lam_and_alef_are_one_sign() {
        assert_eq!(written("لا"), "\u{fefb}");
        assert_eq!(written("سلام"), "\u{feb3}\u{fefc}\u{fee1}");
    }

    #[test]
    fn marks_stay_and_part_nothing() {
        assert_eq!(written("بَيت"), "\u{fe91}\u{64e}\u{fef4}\u{fe96}");
        assert_eq!(written("\u{64e}ب"), "\u{64e}\u{fe8f}", "a mark at the start is no reason to stop");
        assert_eq!(written("\u{200d}\u{640}"), "\u{200d}\u{640}");
    }

    proptest::proptest! {
        #[test]
        fn no_text_stops_it(text in "[\u{600}-\u{6ff}\u{8d0}-\u{8ff}\u{200c}\u{200d} a-z]{0,24}") {
            for at in shapes(&text).keys() {
                proptest::prop_assert!(text.is_char_boundary(*at));
            }
        }
    }
}
