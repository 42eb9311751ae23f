//! Owns how the open article looks. It refuses to wrap: the column is already set.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Reader, shine};
use crate::panes::{Stage, paint};
use crate::typeset::{Line, Role};

/// Returns the cells a line may take in a pane: air at both sides where there is room for it.
pub(super) fn room(area: Rect) -> u16 {
    area.width.saturating_sub(margin(area) * 2)
}

/// Returns the column of the screen where lines start: the article stands in the middle.
pub(super) fn left(area: Rect, width: u16) -> u16 {
    area.x + (area.width.saturating_sub(width)) / 2
}

fn margin(area: Rect) -> u16 {
    match area.width {
        0..24 => 0,
        24..60 => 2,
        _ => 4,
    }
}

/// Draws the article.
pub fn draw(reader: &Reader, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
    let Some(open) = reader.open() else { return };
    let x = left(area, open.setting.width);
    let lines = open.column.lines.iter().enumerate().skip(reader.top());
    for (y, (number, line)) in (area.top()..area.bottom()).zip(lines) {
        let lit = reader.lit.map(|(_, link)| link).filter(|_| stage.focused);
        let lit = |span: usize| lit.is_some_and(|link| link.covers(number, span));
        draw_line(line, (x, y, open.setting.width), (reader, &lit), buf, stage);
        if x >= area.x + 2 && shine::is_lit(reader, line) {
            let sign = if stage.ascii { "|" } else { "▌" };
            paint::text(buf, x - 2, y, 1, sign, stage.theme.style(Role::Note));
        }
        if reader.goes_on == Some(number) && x >= area.x + 2 {
            let sign = if stage.ascii { "-" } else { "→" };
            paint::text(buf, x - 2, y, 1, sign, stage.theme.style(Role::ScrollThumb));
        }
    }
    for (label, line, column) in reader.labels() {
        let Some(y) = line.checked_sub(reader.top()).and_then(|row| u16::try_from(row).ok()) else {
            continue;
        };
        let style = stage.theme.style(Role::CurrentMatch);
        if y < area.height {
            let room = area.right().saturating_sub(x + column);
            paint::text(buf, x + column, area.y + y, room, &label, style);
        }
    }
    scroll_bar(bar(open.column.lines.len(), reader.top(), area), area, buf, stage);
}

fn draw_line(
    line: &Line,
    place: (u16, u16, u16),
    (reader, lit): (&Reader, &dyn Fn(usize) -> bool),
    buf: &mut Buffer,
    stage: Stage<'_>,
) {
    let (mut x, y, width) = place;
    let end = x + width;
    for (index, span) in line.spans.iter().enumerate() {
        let mut style = stage.theme.span_style(span);
        if lit(index) {
            style = style.patch(stage.theme.style(Role::Selected));
        }
        for (piece, roles) in shine::pieces(reader, span) {
            let style = roles.into_iter().fold(style, |style, role| style.patch(stage.theme.style(role)));
            x += paint::text(buf, x, y, end - x, piece, style);
        }
    }
}

/// Returns the first row of the bar at the right edge, which shows where in the article the screen is, and how
/// many rows it takes; `None` if there is no bar.
pub(super) fn bar(lines: usize, top: usize, area: Rect) -> Option<(u16, u16)> {
    let height = usize::from(area.height);
    if lines <= height || area.width < 24 || height == 0 {
        return None;
    }
    let rows = (height * height / lines).clamp(1, height);
    let start = (height - rows) * top / (lines - height);
    Some((u16::try_from(start).ok()?, u16::try_from(rows).ok()?))
}

/// Draws that bar, a thin one.
fn scroll_bar(bar: Option<(u16, u16)>, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
    let Some((start, rows)) = bar else { return };
    let sign = if stage.ascii { "|" } else { "┃" };
    for y in (area.y + start..area.bottom()).take(usize::from(rows)) {
        paint::text(buf, area.right() - 1, y, 1, sign, stage.theme.style(Role::ScrollThumb));
    }
}
