//! Owns the few strokes every pane draws with: styled text cut to a width, fills, rules, boxes. It
//! refuses to know what is drawn.

mod fitting;
mod rolling;

use std::num::NonZero;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::typeset::{self, Ambiguous, Surface};
pub use fitting::{cut, cut_between, first_fitting, held, pieces, width, wrap};
pub use rolling::{entries_away, first_whole, follow, rows_away};

/// Signs that are fuller and fuller, none first, where only ASCII may be drawn.
pub const RAMP: [&str; 5] = [".", "-", "+", "*", "#"];

/// Writes `text` from `x` on, at most `width` cells of it, whole clusters only; returns the cells used.
pub fn text(buf: &mut Buffer, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
    if width == 0 || y >= buf.area.bottom() || x >= buf.area.right() {
        return 0;
    }
    let room = width.min(buf.area.right() - x);
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return plain(buf, (x, y), room, text, style);
    }
    let text = typeset::drawn(text);
    if Surface::here().ambiguous == Ambiguous::Wide {
        return wide(buf, (x, y), room, &text, style);
    }
    let (end, _) = buf.set_stringn(x, y, text, usize::from(room), style);
    end - x
}

/// As [`text`], for text in which each byte is a character of one cell: most words are such, and need no
/// measuring.
fn plain(buf: &mut Buffer, (x, y): (u16, u16), room: u16, text: &str, style: Style) -> u16 {
    let mut end = x;
    for (at, sign) in (x..x + room).zip(text.chars()) {
        if let Some(cell) = buf.cell_mut((at, y)) {
            cell.set_char(sign).set_style(style);
        }
        end = at + 1;
    }
    end - x
}

/// As [`text`], for terminals that draw ambiguous characters in two cells: ratatui must be told of each.
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

/// Draws signs on a frame that say that there is more above or below.
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

#[cfg(test)]
mod tests {
    use super::*;

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
