//! Owns telling the lines that point at another article (`Read more: …`) in plain text, where no link gives
//! them away. It refuses labels of one word: they may be somebody's name.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::formats::fold::fold;
use crate::formats::sources;

/// The longest such line, in characters.
const LONGEST: usize = 250;
/// The longest label, in bytes.
const LABEL: usize = 48;

/// What such a line begins with, folded, but labels of one word.
static OPENINGS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../html/pointers.txt").lines().filter(|line| !line.starts_with('#'));
    let label = |line: &str| fold(line.trim_end_matches([':', ' ']));
    lines.map(label).filter(|label| label.contains(' ')).collect()
});

/// Says whether a line is nothing but a label that points at another article, with a colon behind it.
pub(super) fn is_pointing(line: &str) -> bool {
    if line.len() > LABEL {
        return false;
    }
    line.strip_suffix([':', '：']).is_some_and(|label| OPENINGS.contains(&fold(label.trim())))
        && !sources::is_label(line)
}

/// Says whether a line is a label that points at another article, a colon and its headline.
pub(super) fn is_pointer(line: &str) -> bool {
    if line.len() > LONGEST * 4 {
        return false;
    }
    let head = line.get(..line.floor_char_boundary(LABEL)).unwrap_or(line);
    // Most lines have no colon so near their front; the wide one begins with this byte.
    if memchr::memchr2(b':', 0xef, head.as_bytes()).is_none() {
        return false;
    }
    let Some((label, rest)) = head.split_once([':', '：']) else { return false };
    label.trim_end().contains(' ')
        && rest.chars().any(char::is_alphabetic)
        && line.chars().nth(LONGEST).is_none()
        && OPENINGS.contains(&fold(label.trim()))
        && !sources::is_label(line)
}
