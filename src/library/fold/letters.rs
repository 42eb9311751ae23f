//! Owns what each character means to a word, and what it folds to. It refuses to know where a word
//! starts and ends.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a character is to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Parts words.
    Break,
    /// Between letters, joins or elides; elsewhere a break.
    Apostrophe,
    /// A letter or digit with a ready fold.
    Letter,
    /// A letter or digit whose fold needs its neighbours or more than two characters.
    Odd,
    /// A letter of a script without spaces that is its own fold.
    Unspaced,
    /// A letter of a script without spaces that must be normalised first.
    OddUnspaced,
    /// A combining mark that makes another word of its letter (vowel signs, voiced kana).
    Mark,
    /// A mark or joiner that a reader may leave out.
    Dropped,
}

/// What a character is, and up to two characters it folds to (`\0`: none).
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    pub(super) kind: Kind,
    pub(super) fold: [char; 2],
}

/// First character that is looked up and not known from its byte.
const LOW: u32 = 0x80;
/// End of the alphabets looked up: Latin, Greek, Cyrillic, Hebrew, Arabic.
const LOW_END: u32 = 0x700;
/// The second stretch looked up: Vietnamese and old Greek.
const HIGH: u32 = 0x1e00;
const HIGH_END: u32 = 0x2000;

static TABLE: LazyLock<Vec<Letter>> = LazyLock::new(|| {
    let known = (LOW..LOW_END).chain(HIGH..HIGH_END);
    known.map(|code| char::from_u32(code).map_or(PARTING, read)).collect()
});

const PARTING: Letter = Letter { kind: Kind::Break, fold: ['\0'; 2] };

/// Returns what a character outside ASCII is to a word.
pub(super) fn letter(c: char) -> Letter {
    let slot = match u32::from(c) {
        code @ LOW..LOW_END => code - LOW,
        code @ HIGH..HIGH_END => code - HIGH + LOW_END - LOW,
        _ => return Letter { kind: kind(c), fold: [c, '\0'] },
    };
    TABLE.get(slot as usize).copied().unwrap_or(PARTING)
}

/// Says whether a character belongs to a script without spaces.
pub(super) fn is_part_of_run(c: char) -> bool {
    !c.is_ascii() && matches!(letter(c).kind, Kind::Unspaced | Kind::OddUnspaced)
}

/// Works out a row of the table.
fn read(c: char) -> Letter {
    let kind = kind(c);
    if kind != Kind::Odd {
        return Letter { kind, fold: ['\0'; 2] };
    }
    let mut folded = String::new();
    fold_slowly(c.encode_utf8(&mut [0; 4]), &mut folded);
    let mut chars = folded.chars();
    let fold = [chars.next().unwrap_or('\0'), chars.next().unwrap_or('\0')];
    match (fold, chars.next()) {
        (['\0', _], _) => Letter { kind: Kind::Dropped, fold },
        (_, None) => Letter { kind: Kind::Letter, fold },
        _ => Letter { kind, fold },
    }
}

/// Tells the kind of a character outside ASCII from Unicode alone.
fn kind(c: char) -> Kind {
    match c {
        '\u{b4}' | '\u{2bc}' | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{ff07}' | '\u{1ffd}' => {
            Kind::Apostrophe
        }
        c if is_dropped(c) => Kind::Dropped,
        c if is_own_fold(c) => Kind::Unspaced,
        c if is_combining_mark(c) => Kind::Mark,
        c if is_unspaced(c) && c.is_alphanumeric() => Kind::OddUnspaced,
        c if c.is_alphanumeric() => Kind::Odd,
        _ => Kind::Break,
    }
}

/// Diacritics, points and signs that readers leave out, joiners, fillers of Hangul that nobody sees, the Arabic
/// stretch, and the apostrophe that some letters hold.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{2bc}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'
        | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// Letters of scripts without spaces that no normal form changes: Han, kana, Hangul syllables, and
/// the consonants of Thai, Lao and Khmer.
fn is_own_fold(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{309d}' | '\u{309e}'
        | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30fe}' | '\u{3105}'..='\u{312f}'
        | '\u{31a0}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{20000}'..='\u{2f7ff}'
        | '\u{30000}'..='\u{323af}' | '\u{e01}'..='\u{e30}' | '\u{e32}' | '\u{e40}'..='\u{e46}'
        | '\u{e81}'..='\u{eb0}' | '\u{eb2}' | '\u{ebd}'..='\u{ec6}' | '\u{1780}'..='\u{17b3}')
}

/// The rest of those scripts: letters in compatibility forms, Hangul in pieces, Burmese.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e33}' | '\u{eb3}' | '\u{edc}'..='\u{edf}' | '\u{1000}'..='\u{109f}'
        | '\u{1100}'..='\u{11ff}' | '\u{3038}'..='\u{303a}' | '\u{309f}' | '\u{30ff}'
        | '\u{3131}'..='\u{318e}' | '\u{3192}'..='\u{319f}' | '\u{3220}'..='\u{3247}'
        | '\u{3280}'..='\u{32b0}' | '\u{a960}'..='\u{a97f}' | '\u{aa60}'..='\u{aa7f}'
        | '\u{d7b0}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
        | '\u{ffa1}'..='\u{ffdc}' | '\u{2f800}'..='\u{2fa1f}')
}

/// Letters that no normal form takes apart, and letters that keyboards of one script write in two ways.
fn spelt_out(c: char) -> Option<&'static str> {
    Some(match c {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ŋ' => "n",
        'ς' => "σ",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        'ة' => "ه",
        _ => return None,
    })
}

/// Folds a piece of a word by its normal forms: exact for every script, slower than the table.
pub(super) fn fold_slowly(piece: &str, out: &mut String) {
    let mut folded = String::with_capacity(piece.len());
    for c in piece.nfkd().flat_map(char::to_lowercase) {
        match spelt_out(c) {
            Some(spelt) => folded.push_str(spelt),
            None if is_dropped(c) => {}
            // What is left of a letter made of marks alone has nothing to stand on.
            None if is_combining_mark(c) && folded.is_empty() => {}
            None if c.is_alphanumeric() || is_combining_mark(c) => folded.push(c),
            None => {}
        }
    }
    out.extend(folded.nfc());
}
