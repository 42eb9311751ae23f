//! Owns how the timeline looks. It refuses to change it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Timeline;
use super::bars::Bar;
use crate::panes::{Stage, paint};
use crate::typeset::Role;

/// The widest the timeline gets, in cells.
const WIDEST: u16 = 76;
/// The ends of a bar, by eighths of a cell, none first.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

impl Timeline {
    /// Returns the size the timeline would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        let rows = u16::try_from(self.bars.len().max(1)).unwrap_or(u16::MAX).saturating_add(4);
        (self.width.saturating_sub(2).min(WIDEST), rows.min(self.height.saturating_sub(2)).max(3))
    }

    /// Returns which entry is drawn on line `line` of the `height` lines inside the frame, counted from the
    /// selected one (negative: above it); `None` if there is none.
    pub fn away(&self, line: usize, height: usize) -> Option<isize> {
        let above = self.above(height);
        let (line, page) = (line.checked_sub(above)?, height.checked_sub(above)?);
        let at = self.first(page) + line;
        let at = isize::try_from(at).ok().filter(|_| at < self.bars.len())?;
        at.checked_sub(isize::try_from(self.chosen).ok()?)
    }

    /// The lines above the bars: what is selected and, where there is room, air.
    fn above(&self, height: usize) -> usize {
        1 + usize::from(height >= self.bars.len() + 2)
    }

    /// Returns the first bar to be drawn. If the list is longer than the screen, the selected bar stands in the
    /// middle. The first bar drawn is one that holds articles, even if that leaves lines empty below when there
    /// is no other way.
    pub(super) fn first(&self, page: usize) -> usize {
        let last = self.bars.len().saturating_sub(page);
        let first = self.chosen.saturating_sub(page / 2).min(last);
        let below = self.filled_from(first).unwrap_or(first);
        let above = || self.filled_before(first).filter(|above| self.chosen < above + page);
        Some(below).filter(|below| *below <= last).or_else(above).unwrap_or(below)
    }

    /// Draws the timeline.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let (theme, words) = (stage.theme, stage.words);
        let heading = words.count("timeline-heading", self.days.total());
        let (frame, bold) = (theme.style(Role::Overlay), theme.style(Role::Crosshead));
        let inside = paint::frame(buf, area, &heading, frame, bold, stage.ascii);
        let summary = self.summary(words, inside.width);
        paint::text(buf, inside.x, inside.y, inside.width, &summary, theme.style(Role::Meta));
        let above = u16::try_from(self.above(usize::from(inside.height))).unwrap_or(1);
        let rows = Rect { y: inside.y + above, height: inside.height.saturating_sub(above), ..inside };
        let page = usize::from(rows.height);
        let top = self.first(page);
        paint::more(buf, area, (top > 0, top + page < self.bars.len()), frame, stage.ascii);
        let labels: Vec<String> =
            self.bars.iter().skip(top).take(page).map(|bar| self.step.label(bar.first, words)).collect();
        let widest = labels.iter().map(|label| paint::width(label)).max().unwrap_or(0);
        let shown = self.bars.iter().enumerate().skip(top).zip(&labels);
        for (y, ((index, bar), label)) in (rows.top()..rows.bottom()).zip(shown) {
            let chosen = (self.chosen.min(self.began)..=self.chosen.max(self.began)).contains(&index);
            self.draw_bar((bar, label, widest), Rect { y, height: 1, ..rows }, buf, stage, chosen);
        }
    }

    fn draw_bar(
        &self,
        (bar, label, widest): (&Bar, &str, u16),
        area: Rect,
        buf: &mut Buffer,
        stage: Stage<'_>,
        chosen: bool,
    ) {
        let style = chosen.then(|| stage.theme.style(Role::Selected));
        if let Some(style) = style {
            paint::fill(buf, area, style);
        }
        stage.point(buf, area, style);
        let here = self.here.is_some_and(|day| (bar.first..=bar.last).contains(&day));
        let role = if here { Role::Unread } else { Role::RowDetail };
        let x = area.x + 2 + widest.saturating_sub(paint::width(label));
        paint::text(buf, x, area.y, widest, label, stage.on_row(role, style));
        let count = stage.words.number(bar.count);
        // The bar with the article selected in the list has a sign of its own.
        let sign = if !here {
            ""
        } else if stage.ascii {
            " <"
        } else {
            " ◂"
        };
        let most = self.bars.iter().map(|bar| bar.count).max().unwrap_or(1).max(1);
        let beside = paint::width(&stage.words.number(most)) + 3;
        let from = area.x + 2 + widest + 1;
        let room = area.right().saturating_sub(from + beside);
        let drawn = length(bar.count, most, room, stage.ascii);
        let ink = stage.on_row(if here { Role::UnreadMark } else { Role::Bullet }, style);
        let used = paint::text(buf, from, area.y, room, &drawn, ink);
        if bar.count > 0 {
            let x = from + used + u16::from(used > 0);
            let text = format!("{count}{sign}");
            paint::text(buf, x, area.y, area.right().saturating_sub(x), &text, stage.on_row(role, style));
        }
    }
}

/// Draws a bar of `count` where `most` fills the room; none is so short that it is not seen.
fn length(count: usize, most: usize, room: u16, ascii: bool) -> String {
    let eighths = (count * usize::from(room) * 8).div_ceil(most);
    if ascii {
        return "#".repeat(eighths.div_ceil(8));
    }
    let end = EIGHTHS.get(eighths % 8).copied().unwrap_or_default();
    format!("{}{end}", "█".repeat(eighths / 8))
}
