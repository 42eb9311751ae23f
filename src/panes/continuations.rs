//! Owns the box that says which keys may follow the one pressed. It refuses to wait for them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::typeset::Role;

/// Columns below which the box takes them all.
const NARROW: u16 = 60;

/// Draws the box over the lowest lines of `screen`: a heading, and a row for each key.
pub fn draw(heading: &str, rows: &[(String, String)], screen: Rect, buf: &mut Buffer, stage: Stage<'_>) {
    let theme = stage.theme;
    let widest = rows.iter().map(|(key, what)| paint::width(key) + paint::width(what) + 2).max().unwrap_or(0);
    // On a narrow screen strips of the page beside the box would only disturb.
    let wanted = if screen.width < NARROW { screen.width } else { widest.max(paint::width(heading) + 4) + 4 };
    let width = wanted.min(screen.width);
    let height = u16::try_from(rows.len() + 2).unwrap_or(u16::MAX).min(screen.height);
    let area = Rect { x: screen.x, y: screen.bottom() - height, width, height };
    let inside = paint::frame(
        buf,
        area,
        heading,
        theme.style(Role::Overlay),
        theme.style(Role::Crosshead),
        stage.ascii,
    );
    let keys = rows.iter().map(|(key, _)| paint::width(key)).max().unwrap_or(0);
    for (y, (key, what)) in (inside.top()..inside.bottom()).zip(rows) {
        paint::text(buf, inside.x, y, inside.width, key, theme.style(Role::Key));
        let room = inside.width.saturating_sub(keys + 2);
        let what = paint::cut(what, room, stage.ascii);
        paint::text(buf, inside.x + keys + 2, y, room, &what, theme.style(Role::Body));
    }
}
