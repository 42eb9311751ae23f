//! Owns the few strokes every pane draws with: styled text cut to a width, fills, rules, boxes. It
//! refuses to know what is drawn.

use std::num::NonZero;
use std::ops::Range;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::typeset::{self, Ambiguous, Surface};

/// Signs that are fuller and fuller, none first, where only ASCII may be drawn.
pub const RAMP: [&str; 5] = [".", "-", "+", "*", "#"];

/// Writes `text` from `x` on, at most `width` cells of it, whole clusters only; returns the cells used.
pub fn text(buf: &mut Buffer, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
    if width == 0 || y >= buf.area.bottom() || x >= buf.area.right() {
        return 0;
    }
    let room = width.min(buf.area.right() - x);
    let text = typeset::drawn(text);
    if Surface::here().ambiguous == Ambiguous::Wide {
        return wide(buf, (x, y), room, &text, style);
    }
    let (end, _) = buf.set_stringn(x, y, text, usize::from(room), style);
    end - x
}

/// As [`text`], where ambiguous characters take two cells: ratatui must be told of each.
fn wide(buf: &mut Buffer, (x, y): (u16, u16), room: u16, text: &str, style: Style) -> u16 {
    let mut used = 0;
    for (_, cluster, cells) in typeset::clusters(text) {
        let Some(cells) = u16::try_from(cells).ok().and_then(NonZero::new) else { continue };
        if used + cells.get() > room || cluster.contains(char::is_control) {
            break;
        }
        for step in 0..cells.get() {
            let Some(cell) = buf.cell_mut((x + used + step, y)) else { continue };
            cell.reset();
            if step == 0 {
                cell.set_symbol(cluster).set_style(style).set_diff_option(CellDiffOption::ForcedWidth(cells));
            }
        }
        used += cells.get();
    }
    used
}

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

/// As [`cut`], but between words where there are some.
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

/// Breaks `text` into lines of at most `width` cells; a word that is longer than a line is cut, and no other
/// is parted, at its hyphens neither: hosts have some.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let options = textwrap::Options::new(usize::from(width.max(1)))
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
fn loosened(text: &str, width: u16) -> std::borrow::Cow<'_, str> {
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

/// Gives every cell without colours of its own those of the page.
pub fn page(buf: &mut Buffer, page: Style) {
    let (None, None) = (page.fg, page.bg) else {
        let none = Style::reset();
        for cell in &mut buf.content {
            cell.fg = page.fg.filter(|_| Some(cell.fg) == none.fg).unwrap_or(cell.fg);
            cell.bg = page.bg.filter(|_| Some(cell.bg) == none.bg).unwrap_or(cell.bg);
        }
        return;
    };
}

/// Gives every cell of `area` this style and a blank.
pub fn fill(buf: &mut Buffer, area: Rect, style: Style) {
    for y in area.top()..area.bottom().min(buf.area.bottom()) {
        for x in area.left()..area.right().min(buf.area.right()) {
            if let Some(cell) = buf.cell_mut((x, y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }
}

/// Blanks the wide clusters that `area` cuts in two at its left edge: a terminal would still draw
/// them whole, over the first column of the area.
fn part(buf: &mut Buffer, area: Rect) {
    let Some(beside) = area.left().checked_sub(1) else { return };
    for y in area.top()..area.bottom() {
        if let Some(cell) = buf.cell_mut((beside, y)).filter(|cell| width(cell.symbol()) > 1) {
            cell.set_symbol(" ");
        }
    }
}

/// Draws a frame with a heading and returns the space inside it, one cell of air left and right.
pub fn frame(
    buf: &mut Buffer,
    area: Rect,
    heading: &str,
    style: Style,
    heading_style: Style,
    ascii: bool,
) -> Rect {
    let air = aired(area, buf.area);
    part(buf, air);
    fill(buf, air, Style::default());
    let (h, v, corners) =
        if ascii { ("-", "|", ["+", "+", "+", "+"]) } else { ("─", "│", ["╭", "╮", "╰", "╯"]) };
    if area.width < 4 || area.height < 3 {
        return area;
    }
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    for x in area.left()..=right {
        text(buf, x, area.top(), 1, h, style);
        text(buf, x, bottom, 1, h, style);
    }
    for y in area.top()..=bottom {
        text(buf, area.left(), y, 1, v, style);
        text(buf, right, y, 1, v, style);
    }
    let places = [(area.left(), area.top()), (right, area.top()), (area.left(), bottom), (right, bottom)];
    for ((x, y), corner) in places.into_iter().zip(corners) {
        text(buf, x, y, 1, corner, style);
    }
    if !heading.is_empty() {
        let shown = format!(" {} ", cut(heading, area.width.saturating_sub(6), ascii));
        text(buf, area.left() + 2, area.top(), area.width - 4, &shown, heading_style);
    }
    Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
}

/// Returns an area with a column of air at either side, where the screen has one: what lies below does not
/// touch the frame.
fn aired(area: Rect, screen: Rect) -> Rect {
    let left = area.x.saturating_sub(1).max(screen.x);
    let right = area.right().saturating_add(1).min(screen.right());
    Rect { x: left, width: right.saturating_sub(left), ..area }
}

/// Draws signs on a frame of there being more above and below of what it shows.
pub fn more(buf: &mut Buffer, area: Rect, (above, below): (bool, bool), style: Style, ascii: bool) {
    if area.width < 8 || area.height < 3 {
        return;
    }
    let (up, down) = if ascii { (" ^ ", " v ") } else { (" ↑ ", " ↓ ") };
    let x = area.right() - 5;
    if above {
        text(buf, x, area.top(), 3, up, style);
    }
    if below {
        text(buf, x, area.bottom() - 1, 3, down, style);
    }
}

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

/// Returns how many entries below the chosen one (above it, below 0) the one is that is drawn on line
/// `line` of `height`, where [`first_whole`] says which is drawn first.
pub fn entries_away<T>(entries: &[Vec<T>], chosen: usize, height: usize, line: usize) -> Option<isize> {
    let mut end = 0;
    let first = first_whole(entries, chosen, height);
    let at = entries.iter().skip(first).take_while(|lines| {
        end += lines.len();
        end <= line
    });
    away(first + at.count(), chosen, entries.len())
}

/// As [`entries_away`], of rows of one line each, where [`follow`] says which is drawn first.
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
    fn cuts_never_split_a_cluster_or_pass_the_width() {
        for text in ["The lamplighters of Gdynia", "港の灯りと海", "e\u{301}tude", "👨‍👩‍👧 family", ""]
        {
            for width in 0..30 {
                assert!(self::width(&cut(text, width, false)) <= width, "{text} at {width}");
            }
        }
        assert_eq!(cut("港の灯り", 5, false), "港の…");
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

    #[test]
    fn a_frame_leaves_no_half_of_a_wide_cluster_beside_it() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 3));
        text(&mut buf, 0, 1, 12, "港の灯り", Style::default());
        let area = Rect::new(3, 0, 8, 3);
        frame(&mut buf, area, "", Style::default(), Style::default(), false);
        assert_eq!(buf[(0, 1)].symbol(), "港");
        assert_eq!((buf[(2, 1)].symbol(), buf[(3, 1)].symbol()), (" ", "│"), "の would hide the frame");
    }
}
