//! Owns the lines that pictures leave in plain text: their words, and the names of their files. It refuses to
//! know where they stand.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::Article;
use crate::article::letters::{ends_a_sentence, is_alphanumeric};
use crate::formats::fold::fold;

/// The longest caption, in characters.
const LONGEST_LINE: usize = 80;
/// The longest word for a picture, in bytes.
const LONGEST_WORD: usize = 24;
/// The longest name of a picture's file, the fewest figures in a row in one, the fewest letters of a word of
/// the headline that one begins with, and of what is glued to that; in characters.
const LONGEST_STEM: usize = 40;
const NUMBER: usize = 3;
const SHORTEST_SAID: usize = 4;
const GLUED: usize = 3;

/// The words of the table, folded, and whether each needs a colon behind it.
static WORDS: LazyLock<FxHashMap<String, bool>> =
    LazyLock::new(|| words().map(|word| (fold(word.trim_end_matches(':')), word.ends_with(':'))).collect());

/// The same words as they are written, with a capital.
static LABELS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| words().map(|word| word.trim_end_matches(':')).collect());

/// Returns the words for a picture as they are written; a colon is behind those that need one.
fn words() -> impl Iterator<Item = &'static str> {
    include_str!("picture_words.txt").lines().filter(|line| !line.starts_with('#'))
}

/// Says whether a word is one for a picture.
pub(super) fn is_word(word: &str) -> bool {
    WORDS.contains_key(&fold(word))
}

/// Says whether a word for a picture, with a capital and a colon behind it, stands anywhere in a line.
pub(super) fn holds_label(text: &str) -> bool {
    // The wide colon begins with this byte.
    let colons = memchr::memchr2_iter(b':', 0xef, text.as_bytes());
    let is_label = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        let near =
            before.get(before.ceil_char_boundary(at.saturating_sub(LONGEST_WORD))..).unwrap_or_default();
        let word = near.trim_end().rsplit(|c: char| !is_alphanumeric(c)).next().unwrap_or_default();
        LABELS.contains(word)
    };
    colons.filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with([':', '：']))).any(is_label)
}

/// Says whether a line begins with a word for a picture.
pub(super) fn begins_with_word(text: &str) -> bool {
    let end =
        text.find(|c: char| c.is_whitespace() || matches!(c, ':' | '/' | '：' | '.')).unwrap_or(text.len());
    if !(1..=LONGEST_WORD).contains(&end) {
        return false;
    }
    let (first, behind) = text.split_at_checked(end).unwrap_or((text, ""));
    let colon = || behind.trim_start().starts_with([':', '：']);
    WORDS.get(&fold(first)).is_some_and(|needs_colon| !needs_colon || colon())
}

/// Says whether a line between headline and body is what is left of a picture.
pub(super) fn is_caption(text: &str, article: &Article) -> bool {
    if text.chars().nth(LONGEST_LINE).is_some() || ends_a_sentence(text) || text.ends_with([':', ',', ';']) {
        return false;
    }
    let headline = article.headline.as_deref().unwrap_or_default();
    (!text.contains(char::is_whitespace) && is_file_stem(text, headline)) || is_picture(text)
}

/// Says whether a word is the name of a file without its ending: with a low line or a number in it, or with
/// more glued to a word of the headline than grammar does.
fn is_file_stem(word: &str, headline: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic();
    if word.chars().nth(LONGEST_STEM).is_some() || !word.contains(is_letter) {
        return false;
    }
    let numbered = word.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= NUMBER);
    let folded = fold(word);
    let glued = |said: &str| {
        let said = fold(said);
        said.chars().nth(SHORTEST_SAID - 1).is_some()
            && folded.strip_prefix(&said).is_some_and(|more| more.chars().nth(GLUED - 1).is_some())
    };
    word.contains('_') || numbered || headline.split(|c: char| !is_alphanumeric(c)).any(glued)
}

/// Says whether a short line begins with a word for a picture, or names the file of one.
pub(super) fn is_picture(text: &str) -> bool {
    if text.chars().nth(LONGEST_LINE).is_some() || ends_a_sentence(text) {
        return false;
    }
    begins_with_word(text) || text.starts_with('©') || is_picture_file(text)
}

fn is_picture_file(text: &str) -> bool {
    let extension = text.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    matches!(extension.as_str(), "jpg" | "jpeg" | "png" | "gif" | "webp" | "avif")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_a_picture_are_labels_with_a_capital_and_a_colon() {
        for line in [
            "Most o świcie. Fot: Lena Fort",
            "The quay. Photo\u{a0}: Ida Holm",
            "夜明けの橋　写真：福田玲奈",
            "Kép: Nagy Anna",
        ] {
            assert!(holds_label(line), "{line}");
        }
        for line in
            ["He took a photo: the quay", "https://quay.example/Photo", "The Photo of the quay", "Résumé: x"]
        {
            assert!(!holds_label(line), "{line}");
        }
        assert!(begins_with_word("Foto Lena Fort") && begins_with_word("Resim: Ayşe Kaya"));
        assert!(!begins_with_word("Resim yarışması başladı") && !begins_with_word("Photographer wins"));
    }

    #[test]
    fn a_file_is_told_by_its_name() {
        assert!(
            is_picture("quay-at-dawn.jpg") && is_file_stem("DSC0441", "") && is_file_stem("quay_dawn", "")
        );
        assert!(is_file_stem("Harbourdawn", "The harbour at dawn"));
        assert!(
            !is_file_stem("Harbours", "The harbour at dawn") && !is_file_stem("Introduction", "The quay")
        );
    }
}
