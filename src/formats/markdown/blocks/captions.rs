//! Owns telling the caption under a picture from the text that goes on there. It refuses to look at more than the
//! words themselves.

use crate::article::{Inline, body::words};
use crate::formats::byline::byline;
use crate::formats::dates::Reading;
use crate::formats::fold::fold;

/// The longest caption that only its place or look makes one, in bytes.
const LONGEST_CAPTION: usize = 160;
/// What lines begin with that stand under a picture and are about the text, folded.
const NOTICES: &[&str] = &[
    "originally",
    "first published",
    "this post",
    "this article",
    "this story",
    "editor",
    "update",
    "translated",
    "cet article",
    "publie",
    "dieser ",
    "erschienen",
    "este articulo",
    "publicado",
    "questo articolo",
    "dit artikel",
];

/// Says whether words may be a caption: short, and neither a byline nor a notice.
pub(super) fn is_short(runs: &[Inline]) -> bool {
    if runs.iter().map(|run| run.text.len()).sum::<usize>() > LONGEST_CAPTION {
        return false;
    }
    let line = words(runs);
    let folded = fold(&line);
    !NOTICES.iter().any(|notice| folded.starts_with(notice)) && byline(&line, Reading::default()).is_none()
}

/// Says whether words may stand under a picture with nothing that sets them apart: a sentence at most.
pub(super) fn is_line(runs: &[Inline]) -> bool {
    let line = words(runs);
    ![". ", "! ", "? ", "。"].iter().any(|end| line.trim_end_matches(['。', ' ']).contains(end))
}

/// Says whether all words are set apart by their look.
pub(super) fn is_emphasised(runs: &[Inline]) -> bool {
    runs.iter().all(|run| run.look.emphasis || run.text.trim().is_empty())
}
