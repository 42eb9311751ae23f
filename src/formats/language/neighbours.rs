//! Owns telling two languages apart whose letters in threes are much alike. It refuses to name any other.

use super::words::{WORDS, bare};

/// Words that are Xhosa and no Zulu, and the reverse.
const XHOSA: &str = "ukuba kwaye kunye okanye ngoku emva malunga xa apho ukusuka loo kananjalo phantsi kuba utshilo \
    ngenxa uthi nangona lo kwakunye ngelixa";
const ZULU: &str = "ukuthi futhi kanye noma uma ngoba manje lapho ngemuva kusukela kuleli kusho nje wathi khona ukuze \
    kodwa ngesikhathi okuthiwa ngokusho leli ngase";

/// Says which of the two a text is in.
pub(super) fn xhosa_or_zulu(text: &str) -> &'static str {
    let has = |table: &'static str, word: &str| table.split(' ').any(|known| known == word);
    let (mut xhosa, mut zulu) = (0, 0);
    for word in text.split_whitespace().take(WORDS) {
        let word = bare(word).to_ascii_lowercase();
        xhosa += usize::from(has(XHOSA, &word));
        zulu += usize::from(has(ZULU, &word));
    }
    if xhosa > zulu { "xh" } else { "zu" }
}
