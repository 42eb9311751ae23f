//! Owns which part of a list shows where not all of it has room, and what of it stands on a line. It refuses to
//! draw it.

/// Returns the first line of a list so that line `chosen` of `total` shows in `height` lines, moving
/// as little as it can from `top`.
pub fn follow(top: usize, chosen: usize, total: usize, height: usize) -> usize {
    let top = top.min(chosen).max((chosen + 1).saturating_sub(height));
    top.min(total.saturating_sub(height))
}

/// Returns the first entry of a list to draw so that entry `chosen` shows whole in `height` lines;
/// `entries` are the lines of each.
pub fn first_whole<T>(entries: &[Vec<T>], chosen: usize, height: usize) -> usize {
    let mut used = 0;
    let before = entries.iter().take(chosen + 1).rev();
    let shown = before.take_while(|lines| {
        used += lines.len();
        used <= height
    });
    (chosen + 1).saturating_sub(shown.count().max(1))
}

/// Returns which entry is drawn on line `line` of `height`, counted from the chosen one (negative: above it).
/// [`first_whole`] says which one is drawn first.
pub fn entries_away<T>(entries: &[Vec<T>], chosen: usize, height: usize, line: usize) -> Option<isize> {
    let mut end = 0;
    let first = first_whole(entries, chosen, height);
    let at = entries.iter().skip(first).take_while(|lines| {
        end += lines.len();
        end <= line
    });
    away(first + at.count(), chosen, entries.len())
}

/// As [`entries_away`], for rows of one line each; [`follow`] says which one is drawn first.
pub fn rows_away(total: usize, chosen: usize, height: usize, line: usize) -> Option<isize> {
    away(follow(0, chosen, total, height) + line, chosen, total)
}

fn away(at: usize, chosen: usize, total: usize) -> Option<isize> {
    isize::try_from(at).ok()?.checked_sub(isize::try_from(chosen).ok()?).filter(|_| at < total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_on_a_line_is_found_again() {
        let entries = [vec![(); 2], vec![(); 3], vec![(); 1]];
        let lines: Vec<_> = (0..7).map(|line| entries_away(&entries, 1, 6, line)).collect();
        assert_eq!(lines, [Some(-1), Some(-1), Some(0), Some(0), Some(0), Some(1), None]);
        assert_eq!(entries_away(&entries, 2, 3, 0), Some(0), "the first entries do not fit");
        assert_eq!(
            (rows_away(9, 8, 4, 0), rows_away(9, 0, 4, 3), rows_away(2, 0, 4, 3)),
            (Some(-3), Some(3), None)
        );
    }
}
