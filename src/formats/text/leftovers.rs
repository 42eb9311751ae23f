//! Owns taking what a web page left around the article out of its parts, and what points at other articles. It
//! refuses to drop it: it becomes leftovers.

use super::lines::Layout;
use super::pointers::{is_pointer, is_pointing};
use crate::article::letters::ends_a_sentence;
use crate::article::{Article, Text};
use crate::formats::leftovers::is_leftover;

/// The words of a headline that is pointed at.
const TITLE: std::ops::RangeInclusive<usize> = 3..=20;

/// The longest of them, in bytes.
const LONGEST: usize = 160;

/// Moves what is left of the web page around it out of the parts, and what points at other articles.
pub(super) fn take(layout: &mut Layout<'_>) {
    let mut pointed = false;
    layout.left.extend(layout.parts.extract_if(.., |part| {
        let text = part.text.as_ref();
        let title = std::mem::take(&mut pointed) && part.gap < 2 && is_title(text);
        if part.code || !(title || is_leftover(text) || is_pointer(text)) {
            pointed = is_pointing(text);
            return pointed;
        }
        pointed = !title && is_pointing(text);
        true
    }));
}

/// Says whether a line under a label that points at another article may be that article's headline.
fn is_title(text: &str) -> bool {
    let words = super::dump::count_words(text);
    text.len() <= LONGEST
        && (TITLE.contains(&words))
        && !ends_a_sentence(text)
        && !text.ends_with([':', ',', ';'])
}

/// Gives the article its leftovers, in the order they have in the file.
pub(super) fn settle(layout: &mut Layout<'_>, article: &mut Article) {
    let mut left = std::mem::take(&mut layout.left);
    left.sort_by_key(|part| part.place);
    article.leftovers.reserve(left.len());
    article.leftovers.extend(left.iter().filter_map(|part| Text::some_line(&part.text)));
}
