//! Owns what is asked of every letter of a file, answered quickly for the scripts most files are in. It
//! refuses to differ from the Unicode tables it saves a look into.

/// Says whether a character is alphabetic.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { is_far_letter(c) }
}

/// Says so of a character beyond ASCII.
fn is_far_letter(c: char) -> bool {
    match c {
        '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{f6}'
        | '\u{f8}'..='\u{2c1}'
        | '\u{38e}'..='\u{3a1}'
        | '\u{3a3}'..='\u{3f5}'
        | '\u{3f7}'..='\u{481}'
        | '\u{48a}'..='\u{52f}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{620}'..='\u{64a}'
        | '\u{671}'..='\u{6d3}'
        | '\u{904}'..='\u{939}'
        | '\u{93d}'..='\u{94c}'
        | '\u{e01}'..='\u{e3a}'
        | '\u{e40}'..='\u{e46}'
        | '\u{1e00}'..='\u{1f15}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' => true,
        '\u{80}'..='\u{a9}' | '\u{2010}'..='\u{2070}' | '\u{3001}'..='\u{3004}' => false,
        c => c.is_alphabetic(),
    }
}

/// Says whether a character is alphabetic or a figure.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    match c {
        c if c.is_ascii() => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{a9}' | '«' | '·' | '»' | '\u{2010}'..='\u{206f}' | '\u{3001}'..='\u{3004}' => false,
        c => is_letter(c) || c.is_numeric(),
    }
}

/// How many [ends] there are.
pub(crate) const ENDS: usize = 32 * 32;

/// Returns a number made of the first and the last byte of a word: of ASCII, small letters and capitals have
/// the same, and no two letters.
pub(crate) fn ends(word: &str) -> usize {
    let low = |byte: Option<&u8>| byte.map_or(0, |byte| usize::from(*byte & 0x1f));
    low(word.as_bytes().first()) * 32 + low(word.as_bytes().last())
}

/// Pushes a character in lower case; the small letters most texts are in need no table.
pub(crate) fn push_lower(c: char, out: &mut String) {
    match c {
        'à'..='ö' | 'ø'..='ÿ' | 'а'..='џ' | '\u{4e00}'..='\u{9fff}' => out.push(c),
        c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        c => out.extend(c.to_lowercase()),
    }
}

/// What ends a statement in the scripts that have a sign for it: Latin, Chinese and Japanese, Devanagari, Urdu,
/// Armenian, Ethiopic, Burmese, Khmer, Tibetan.
pub(crate) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '。' | '．' | '｡' | '।' | '॥' | '۔' | '։' | '።' | '။' | '។' | '៕' | '།')
}

/// What ends a question or a call.
pub(crate) fn asks(c: char) -> bool {
    matches!(c, '?' | '!' | '？' | '！' | '؟' | '՞' | '፧')
}

/// Says whether a line ends as a sentence does, whatever closes behind it.
pub(crate) fn ends_a_sentence(text: &str) -> bool {
    // Most lines that are none end with a letter of ASCII.
    if text.as_bytes().last().is_none_or(u8::is_ascii_alphanumeric) {
        return false;
    }
    let closes = |c: char| {
        matches!(c, '"' | '”' | '»' | '’' | '\'' | ')' | ']' | '“' | '」' | '』' | '）' | ' ' | '\u{a0}')
    };
    text.trim_end_matches(closes).ends_with(|c: char| is_stop(c) || asks(c) || c == '…')
}

/// Says whether a sentence ends inside a text: a full stop with a space behind it, or one of those that need none.
pub(crate) fn holds_a_stop(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'.', bytes).any(|at| bytes.get(at + 1) == Some(&b' '))
        || (!text.is_ascii() && text.contains(|c: char| !c.is_ascii() && is_stop(c)))
}

/// Returns the letters and figures of a text alone, in lower case: what two writings of one line have in common.
pub(crate) fn bare(text: &str) -> String {
    text.chars().filter(|c| is_alphanumeric(*c)).flat_map(char::to_lowercase).collect()
}

/// Takes the signs off the ends of a text.
pub(crate) fn within_signs(text: &str) -> &str {
    let bytes = text.as_bytes();
    let plain = |end: Option<&u8>| end.is_some_and(u8::is_ascii_alphanumeric);
    if plain(bytes.first()) && plain(bytes.last()) {
        return text;
    }
    text.trim_matches(|c: char| !is_alphanumeric(c))
}

/// Counts the words of a text: what white space parts.
#[expect(clippy::needless_bitwise_bool, reason = "without branches many bytes are looked at in one go")]
pub(crate) fn words(text: &str) -> usize {
    if !text.is_ascii() {
        return text.split_whitespace().count();
    }
    // U+000B is white space as well, and in no clean text.
    let bytes = text.as_bytes();
    let begins = |(before, byte): (&u8, &u8)| usize::from((*before <= b' ') & (*byte > b' '));
    let first = usize::from(bytes.first().is_some_and(|byte| *byte > b' '));
    first + bytes.iter().zip(bytes.get(1..).unwrap_or_default()).map(begins).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_in_every_script() {
        for end in [
            "It ends.",
            "“It ends.”",
            "終わり。",
            "「終わり。」",
            "終わり．",
            "खत्म।",
            "ختم ہوا۔",
            "ختم؟",
            "Վերջ։",
            "ပြီးပြီ။",
            "ចប់។",
            "አለቀ።",
        ] {
            assert!(ends_a_sentence(end), "{end}");
        }
        for open in ["It goes on", "It goes on,", "3.5 at the end", "終わり", "”", ""] {
            assert!(!ends_a_sentence(open), "{open}");
        }
        assert!(holds_a_stop("It ends. It goes on") && holds_a_stop("ختم ہوا۔ پھر شروع"));
        assert!(!holds_a_stop("3.5 at the end.") && !holds_a_stop("Ça dure"));
    }

    #[test]
    fn every_character_is_answered_as_the_tables_do() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32) {
            let mut lower = String::new();
            push_lower(c, &mut lower);
            assert!(lower.chars().eq(c.to_lowercase()), "U+{:04X}", u32::from(c));
            assert_eq!(is_letter(c), c.is_alphabetic(), "U+{:04X}", u32::from(c));
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn words_are_what_white_space_parts_in_any_script() {
        for text in
            ["", " ", "ferry", " the  ferry\tleft\n", "le\u{a0}bac est parti", "a b c d e f g h i j k l m"]
        {
            assert_eq!(words(text), text.split_whitespace().count(), "{text:?}");
        }
    }
}
