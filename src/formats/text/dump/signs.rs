//! Owns finding the phrases that give away what a line of a dumped page is, all in one pass. It refuses to
//! judge the line.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::article::letters::ends_a_sentence;
use crate::formats::text::pictures;

const ADDRESS: &[&str] = &["://"];
/// What text browsers write for buttons, frames, fields and lines.
const FRAMES: &[&str] = &["(BUTTON)", "IFRAME:", "____", "[    ", "━━━"];
/// What stands in the credit of a picture alone, wherever in a line, beside a word for one with a colon.
const CREDITS: &[&str] = &[
    "Photo by ",
    "fot. ",
    "(Photo",
    "(Picture",
    "(Image",
    "(AP ",
    "Credit...",
    ". Foto ",
    ". Photo ",
    "(Foto",
    "| Foto",
    "© ",
    "Fot. ",
    "Fot.: ",
    "(Фото",
    "写真＝",
];

/// What stands in a credit, and in prose as well.
const MAKERS: &[&str] = &["Getty Images", "Shutterstock", "Crédit", "撮影", "사진"];
/// Bytes at the end of a line in which the makers of a picture stand.
const END: usize = 60;

static FINDER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| finder(&[ADDRESS, FRAMES, MAKERS, CREDITS]));
static FORM: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| finder(&[ADDRESS, FRAMES]));

fn finder(phrases: &[&[&str]]) -> Option<AhoCorasick> {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(phrases.concat()).ok()
}

/// Which of the phrases stand in a line.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs {
    address: bool,
    framed: bool,
    credited: bool,
}

impl Signs {
    /// Finds those phrases of a line that tell of a button, a field, a frame or an address, and no others.
    pub(super) fn of_a_form(text: &str) -> Self {
        let mut signs = Self::default();
        for found in FORM.iter().flat_map(|finder| finder.find_iter(text)) {
            let is_address = found.pattern().as_usize() < ADDRESS.len();
            signs.address |= is_address;
            signs.framed |= !is_address;
        }
        signs
    }

    /// Finds the phrases of a line.
    pub(super) fn of(text: &str) -> Self {
        let mut signs = Self::default();
        for found in FINDER.iter().flat_map(|finder| finder.find_iter(text)) {
            match found.pattern().as_usize() {
                at if at < ADDRESS.len() => signs.address = true,
                at if at < ADDRESS.len() + FRAMES.len() => signs.framed = true,
                at if at < ADDRESS.len() + FRAMES.len() + MAKERS.len() => {
                    signs.credited |= !signs.credited && names_makers(text, found.end());
                }
                _ => signs.credited = true,
            }
        }
        signs.credited = signs.credited || pictures::holds_label(text);
        signs
    }

    /// Says whether a web address stands in it.
    pub(super) fn address(self) -> bool {
        self.address
    }

    /// Says whether a button, a frame or a field does.
    pub(super) fn framed(self) -> bool {
        self.framed
    }

    /// Says whether it names who took a picture.
    pub(super) fn credited(self) -> bool {
        self.credited
    }
}

/// Says whether a word of credits and of prose that ends at a byte is one of a credit: near the end of the line,
/// or with a colon behind it. A sentence tells of pictures.
fn names_makers(text: &str, end: usize) -> bool {
    let behind = text.get(end..).unwrap_or_default();
    let labels = || behind.trim_start().starts_with([':', '：']);
    (text.len() - end <= END || labels()) && !ends_a_sentence(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_phrase_is_found_in_one_pass() {
        let signs = Signs::of("(Photo by Ada Morrow) https://quay.example ____ [    ]");
        assert!(signs.address() && signs.framed() && signs.credited());
        let none = Signs::of("The photo was taken by Ada Morrow at the quay");
        assert!(!none.address() && !none.framed() && !none.credited());
    }

    #[test]
    fn words_of_credits_in_prose_credit_nothing() {
        for credit in [
            "The quay at dawn, seen from the old customs house on the hill. Ada Morrow/Getty Images",
            "Crédit : Ada Morrow",
            "夜明けの橋＝福田玲奈撮影",
            "다리의 아침 사진 김서연",
        ] {
            assert!(Signs::of(credit).credited(), "{credit}");
        }
        for prose in [
            "Le Crédit maritime a annoncé jeudi qu'il ferme son guichet du port, où dix personnes travaillent encore.",
            "Shares of Getty Images fell by a tenth on Thursday.",
            "Le Crédit maritime a annoncé jeudi qu'il ferme son guichet du port où dix personnes travaillent",
            "映画の撮影は先月から港で始まった。",
            "그는 주머니에서 사진 한 장을 꺼내 보였다.",
        ] {
            assert!(!Signs::of(prose).credited(), "{prose}");
        }
    }
}
