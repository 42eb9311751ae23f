//! Owns the rows of the screen with signs made of several characters over two cells, as flags are: terminals
//! do not agree how many cells they take, and what is left of one stays where nobody draws again. It refuses
//! to guess which terminal it is: such rows are drawn whole.

use std::collections::BTreeSet;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};

/// Has the rows drawn whole that hold such signs or held them (`before`) on the last frame; returns those that
/// hold some now.
pub(super) fn draw_whole(before: &BTreeSet<u16>, buf: &mut Buffer) -> BTreeSet<u16> {
    let columns = usize::from(buf.area.width).max(1);
    let mut held = BTreeSet::new();
    for (y, row) in (buf.area.top()..).zip(buf.content.chunks_mut(columns)) {
        let holds = row.iter().any(is_doubtful);
        if holds {
            held.insert(y);
        }
        if holds || before.contains(&y) {
            let own = row.iter_mut().filter(|cell| cell.diff_option == CellDiffOption::None);
            own.for_each(|cell| cell.diff_option = CellDiffOption::AlwaysUpdate);
        }
    }
    held
}

/// Says whether terminals may disagree about the cells of a sign.
fn is_doubtful(cell: &Cell) -> bool {
    // With a link laid over it a sign is longer, and no more doubtful.
    let symbol = cell.symbol();
    !symbol.is_ascii()
        && !symbol.starts_with('\x1b')
        && symbol.chars().nth(1).is_some()
        && cell.cell_width() > 1
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// The cells that are drawn when `after` follows `before`, as `column:sign`.
    fn drawn(before: &str, after: &str) -> Vec<String> {
        let frame = |words: &str| {
            let mut buf = Buffer::empty(Rect::new(0, 0, 8, 1));
            buf.set_string(0, 0, words, Style::default());
            buf
        };
        let (mut old, mut new) = (frame(before), frame(after));
        let held = draw_whole(&BTreeSet::new(), &mut old);
        draw_whole(&held, &mut new);
        old.diff(&new).into_iter().map(|(x, _, cell)| format!("{x}:{}", cell.symbol())).collect()
    }

    #[test]
    fn nothing_of_a_flag_stays_where_a_terminal_drew_its_letters_apart() {
        let blank: Vec<String> = (0..8).map(|x| format!("{x}: ")).collect();
        assert_eq!(drawn("🇫🇷🇩🇪", ""), blank);
    }

    #[test]
    fn what_stands_behind_a_flag_is_drawn_again_with_it() {
        assert_eq!(drawn("abcdef", "🇫🇷cdef"), ["0:🇫🇷", "2:c", "3:d", "4:e", "5:f", "6: ", "7: "]);
    }

    #[test]
    fn rows_of_plain_words_are_drawn_where_they_changed_only() {
        assert_eq!(drawn("abcdef", "abXdef"), ["2:X"]);
        assert_eq!(drawn("港の灯", "港の海"), ["4:海"]);
    }
}
