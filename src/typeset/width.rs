//! Owns how many cells text takes, measured as the screen will measure it: by grapheme cluster. It
//! refuses to break lines.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::surface::is_wide;

/// Returns the cells `text` takes when drawn in one piece.
pub fn cells(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else if !is_wide() && text.chars().all(is_simple) {
        text.chars().count()
    } else {
        clusters(text).map(|(_, _, cells)| cells).sum()
    }
}

/// Yields each grapheme cluster with its byte offset and its cells.
pub fn clusters(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    text.grapheme_indices(true).map(|(at, cluster)| (at, cluster, cluster_cells(cluster)))
}

/// Says whether every character is a cluster of one cell, so that bytes and cells need no look-up.
pub(super) fn is_plain(text: &str) -> bool {
    text.is_ascii() || (!is_wide() && text.chars().all(is_simple))
}

/// Terminals draw the halfwidth sound marks in a cell of their own, against their width property.
fn cluster_cells(cluster: &str) -> usize {
    if cluster.len() == 1 {
        return 1;
    }
    let cells = if is_wide() { cluster.width_cjk() } else { cluster.width() };
    cells + cluster.chars().filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}')).count()
}

/// Says whether a character takes one cell and never joins its neighbours, unless one of them is
/// itself not simple.
fn is_simple(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{377}'
        | '\u{37a}'..='\u{37f}' | '\u{384}'..='\u{38a}' | '\u{38c}' | '\u{38e}'..='\u{3a1}'
        | '\u{3a3}'..='\u{482}' | '\u{48a}'..='\u{52f}' | '\u{2010}'..='\u{2027}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::CellWidth;

    #[test]
    fn the_screen_measures_the_same() {
        for text in ["e\u{301}", "👨‍👩‍👧", "👍🏽", "❤\u{fe0f}", "ﾊﾞ", "港", "…", "क्ष", "\u{301}", "한", "🇫🇷"]
        {
            assert_eq!(cells(text), usize::from(text.cell_width()), "{text}");
        }
    }

    #[test]
    fn ambiguous_characters_are_as_wide_as_the_terminal_draws_them() {
        use super::super::surface::{Ambiguous, Surface};
        let wide = Surface { ambiguous: Ambiguous::Wide, ..Surface::default() };
        assert_eq!(cells("… № Ж"), 5);
        assert_eq!(wide.hold(|| cells("… № Ж")), 7);
        assert_eq!(cells("…"), 1, "only while it holds");
    }

    #[test]
    fn simple_characters_take_one_cell_and_stay_apart() {
        for c in ('\u{20}'..'\u{ffff}').filter(|c| is_simple(*c)) {
            let pair = format!("a{c}{c}a");
            assert_eq!(pair.graphemes(true).count(), 4, "U+{:04X}", u32::from(c));
            assert_eq!(c.to_string().cell_width(), 1, "U+{:04X}", u32::from(c));
        }
    }
}
