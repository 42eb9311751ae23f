//! Owns fitting words into a width: cutting them, breaking them into lines, holding some together. It refuses
//! to draw them.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::typeset;

/// Returns how many cells a string takes.
pub fn width(text: &str) -> u16 {
    u16::try_from(typeset::cells(text)).unwrap_or(u16::MAX)
}

/// Cuts `text` to `width` cells; what is cut ends in `…` (or `...`), whole clusters only.
pub fn cut(text: &str, width: u16, ascii: bool) -> String {
    if self::width(text) <= width {
        return text.to_owned();
    }
    let sign = if ascii { "..." } else { "…" };
    let Some(room) = width.checked_sub(self::width(sign)) else {
        return sign.graphemes(true).take(usize::from(width)).collect();
    };
    let mut out = String::new();
    let mut used = 0;
    for cluster in text.graphemes(true) {
        used += self::width(cluster);
        if used > room {
            break;
        }
        out.push_str(cluster);
    }
    out.truncate(out.trim_end().len());
    out.push_str(sign);
    out
}

/// As [`cut`], but cuts between two words if it can.
pub fn cut_between(text: &str, width: u16, ascii: bool) -> String {
    let short = cut(text, width, ascii);
    let sign = if ascii { "..." } else { "…" };
    let kept = short.strip_suffix(sign).filter(|_| short != text);
    let is_parted = |kept: &&str| text.get(kept.len()..).is_some_and(|rest| !rest.starts_with(' '));
    match kept.filter(is_parted).and_then(|kept| kept.rsplit_once(' ')) {
        Some((words, _)) => format!("{words}{sign}"),
        None => short,
    }
}

/// Returns the first of the ways to say something, the longest first, that there is room for.
pub fn first_fitting(ways: impl IntoIterator<Item = String>, room: u16) -> Option<String> {
    ways.into_iter().find(|way| width(way) <= room)
}

/// Returns words that [`wrap`] keeps on one line where they have room on one.
pub fn held(words: &str) -> String {
    words.replace(' ', HOLDING)
}

/// The space at which no line ends.
const HOLDING: &str = "\u{a0}";

/// What a line that is too long costs: more than any line that is too short, for what does not fit is not drawn.
const OVERFLOW: usize = 1_000_000_000;

/// Breaks `text` into lines of at most `width` cells; a word that is longer than a line is cut, and no other
/// is parted, at its hyphens neither: hosts have some.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let penalties = textwrap::wrap_algorithms::Penalties { overflow_penalty: OVERFLOW, ..Default::default() };
    let options = textwrap::Options::new(usize::from(width.max(1)))
        .wrap_algorithm(textwrap::WrapAlgorithm::OptimalFit(penalties))
        .break_words(true)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let text = loosened(text, width);
    let mut lines: Vec<String> =
        textwrap::wrap(&text, options).iter().map(|line| line.replace(HOLDING, " ")).collect();
    // A point parts what stands on one line; at its edges it parts nothing.
    if let Some((_, before)) = lines.split_last_mut() {
        for line in before {
            line.truncate(line.trim_end_matches(" ·").len());
        }
    }
    for line in lines.iter_mut().skip(1).filter(|line| line.starts_with("· ")) {
        line.replace_range(.."· ".len(), "");
    }
    lines
}

/// Gives words that are held together and have no room on one line their spaces back.
fn loosened(text: &str, width: u16) -> Cow<'_, str> {
    if !text.contains(HOLDING) {
        return text.into();
    }
    let loose =
        |word: &str| if self::width(word) > width { word.replace(HOLDING, " ") } else { word.to_owned() };
    text.split(' ').map(loose).collect::<Vec<_>>().join(" ").into()
}

/// Splits `text` at the edges of `ranges` (bytes, in order) and gives each piece with the index of
/// the range it lies in, if any. Ranges may be those of a longer text that was [`cut`] to this one.
pub fn pieces<'a>(text: &'a str, ranges: &[Range<usize>]) -> Vec<(&'a str, Option<usize>)> {
    let mut out = Vec::new();
    let mut done = 0;
    let mut push = |from: usize, to: usize, lit: Option<usize>| {
        if let Some(piece) = text.get(from..to).filter(|p| !p.is_empty()) {
            out.push((piece, lit));
        }
    };
    for (index, range) in ranges.iter().enumerate() {
        // Where a text was cut, an edge may fall into the sign that says so.
        let (start, end) = (text.floor_char_boundary(range.start), text.floor_char_boundary(range.end));
        let start = start.max(done);
        if end <= start {
            continue;
        }
        push(done, start, None);
        push(start, end, Some(index));
        done = end;
    }
    push(done, text.len(), None);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cuts_never_split_a_cluster_or_pass_the_width() {
        for text in ["The lamplighters of Gdynia", "港の灯りと海", "e\u{301}tude", "👨‍👩‍👧 family", ""]
        {
            for width in 0..30 {
                assert!(self::width(&cut(text, width, false)) <= width, "{text} at {width}");
            }
        }
        assert_eq!(cut("港の灯り", 5, false), "港の…");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_width_and_no_word_is_lost(
            words in prop::collection::vec("[a-z]{1,12}|[a-z]{1,4}-[a-z]{1,4}|港の|é{1,3}|·", 0..40),
            width in 4_u16..100,
        ) {
            let lines = wrap(&words.join(" "), width);
            for line in &lines {
                prop_assert!(self::width(line) <= width, "{:?} at {}", lines, width);
            }
            let letters = |text: &str| text.replace([' ', '·'], "");
            prop_assert_eq!(letters(&lines.concat()), letters(&words.concat()));
        }
    }

    #[test]
    fn pieces_are_the_whole_text_in_order() {
        assert_eq!(
            pieces("abcdef", &[1..2, 4..9]),
            vec![("a", None), ("b", Some(0)), ("cd", None), ("ef", Some(1))]
        );
    }

    #[test]
    fn a_match_that_ends_where_a_text_was_cut_hides_nothing_of_it() {
        for text in ["Rückbau von Atomkraftwerken", "港の灯り", "abcdef"] {
            for width in 1..30 {
                for (from, _) in text.char_indices() {
                    let cut = cut(text, width, false);
                    let lit = from..text.len();
                    let pieces = pieces(&cut, std::slice::from_ref(&lit));
                    let whole: String = pieces.iter().map(|(piece, _)| *piece).collect();
                    assert_eq!(whole, cut, "{text} at {width}, lit from {from}");
                }
            }
        }
    }
}
