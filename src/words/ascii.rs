//! Owns writing the program's own sentences in ASCII, for terminals that show nothing else. It refuses
//! to touch what comes from articles.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// Signs and letters that do not come apart into an ASCII letter and an accent.
const SIGNS: &[(char, &str)] = &[
    ('…', "..."),
    ('·', "-"),
    ('–', "-"),
    ('—', "-"),
    ('’', "'"),
    ('‘', "'"),
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('«', "\""),
    ('»', "\""),
    ('\u{a0}', " "),
    ('\u{202f}', " "),
    ('×', "x"),
    ('¿', ""),
    ('¡', ""),
    ('ä', "ae"),
    ('ö', "oe"),
    ('ü', "ue"),
    ('Ä', "Ae"),
    ('Ö', "Oe"),
    ('Ü', "Ue"),
    ('ß', "ss"),
    ('œ', "oe"),
    ('æ', "ae"),
];

/// Writes a sentence in ASCII as far as it can be.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match SIGNS.iter().find(|(sign, _)| *sign == c) {
            Some((_, written)) => out.push_str(written),
            None => out.extend(std::iter::once(c).nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c))),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_signs_become_what_a_typewriter_has() {
        assert_eq!(plain("marqué « lu » · größer…"), "marque \" lu \" - groesser...");
        assert_eq!(plain("¿Señalar como leído?"), "Senalar como leido?");
        assert_eq!(plain("mark as read"), "mark as read");
    }
}
