//! Owns where things stand on the screen. Update and draw both ask here, so they agree. It refuses
//! to know what is in the places.

use ratatui::layout::Rect;

/// Columns from which headlines and article stand side by side.
pub const WIDE: u16 = 100;
/// The fewest columns either side of the divider keeps when it is dragged.
const NARROWEST: u16 = 24;
/// Columns below which what is laid over the screen takes them all.
const NARROW: u16 = 60;
/// The fewest columns that show at either side of it: less is no view of what lies below.
const STRIP: u16 = 8;
/// Rows from which the title stands apart.
const AIRY: u16 = 20;
/// The smallest screen that is drawn at all, in columns and rows.
pub const SMALLEST: (u16, u16) = (20, 5);

/// What the reader wants to see of headlines and article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// The headlines, with the article beside them where there is room.
    Headlines,
    /// The article, with the headlines beside it where there is room.
    Article,
    /// The article alone.
    Zen,
}

/// How the panes are laid out, as the reader and the terminal want it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wish {
    /// Cells of the list, where the reader dragged the divider.
    pub split: Option<u16>,
    /// Whether nothing may stand beside anything: the terminal turns whole rows round.
    pub stacked: bool,
}

/// The screen, and what is shown on it.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) size: Rect,
    pub(super) show: Show,
    /// Cells of the list, once the reader dragged the divider.
    pub(super) split: Option<u16>,
}

impl Default for Layout {
    fn default() -> Self {
        Self { size: Rect::default(), show: Show::Headlines, split: None }
    }
}

/// The places of a screen. A place that is not shown is empty (no width).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Areas {
    /// The line at the top.
    pub title: Rect,
    /// The headlines.
    pub headlines: Rect,
    /// The rule between headlines and article.
    pub divider: Rect,
    /// The article.
    pub article: Rect,
    /// The line at the bottom.
    pub footer: Rect,
}

/// Divides a screen of this size, in cells.
pub fn areas(size: Rect, show: Show, wish: Wish) -> Areas {
    let line = |y| Rect { x: size.x, y, width: size.width, height: 1.min(size.height) };
    let zen = show == Show::Zen;
    // A line of air below the title, where there are lines to spare.
    let top = if zen { 0 } else { 1 + u16::from(size.height >= AIRY) };
    let middle =
        Rect { x: size.x, y: size.y + top, width: size.width, height: size.height.saturating_sub(top + 1) };
    let title = if zen { Rect::default() } else { line(size.y) };
    let footer = line((size.y + size.height).saturating_sub(1));
    let base = Areas { title, footer, ..Areas::default() };
    if zen {
        return Areas { article: middle, ..base };
    }
    if size.width < WIDE || wish.stacked {
        return match show {
            Show::Headlines => Areas { headlines: middle, ..base },
            _ => Areas { article: middle, ..base },
        };
    }
    let left = list_width(size.width, wish.split);
    Areas {
        headlines: Rect { width: left, ..middle },
        divider: Rect { x: middle.x + left, width: 1, ..middle },
        article: Rect { x: middle.x + left + 1, width: middle.width - left - 1, ..middle },
        ..base
    }
}

/// Two fifths of the width for the headlines, within what a headline needs and can use.
fn list_width(width: u16, split: Option<u16>) -> u16 {
    let widest = width.saturating_sub(NARROWEST + 1).max(NARROWEST);
    split.map_or((width * 2 / 5).clamp(38, 60), |cells| cells.clamp(NARROWEST, widest))
}

/// Returns the part of a screen that things are laid over: all between its first line and its last.
pub fn inside(size: Rect) -> Rect {
    Rect { y: size.y + 1, height: size.height.saturating_sub(2), ..size }
}

/// Returns the place of something laid over the screen: centred, at most this large. On a narrow screen, or
/// where little is left beside it, it takes all the width: strips of what lies below would only disturb. It
/// never takes lines it has no words for.
pub fn overlay(size: Rect, width: u16, height: u16) -> Rect {
    let is_narrow = size.width < NARROW || size.width.saturating_sub(width) < 2 * STRIP;
    let width = if is_narrow { size.width } else { width };
    let height = height.min(size.height);
    Rect { x: size.x + (size.width - width) / 2, y: size.y + (size.height - height) / 2, width, height }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_laid_over_a_small_screen_leaves_no_strips_beside_it() {
        let small = Rect::new(0, 1, 40, 10);
        assert_eq!(overlay(small, 20, 5), Rect::new(0, 3, 40, 5));
        assert_eq!(overlay(small, 20, 50), small);
        assert_eq!(overlay(Rect::new(0, 1, 80, 22), 20, 6), Rect::new(30, 9, 20, 6));
        assert_eq!(overlay(Rect::new(0, 1, 80, 22), 64, 6), Rect::new(8, 9, 64, 6));
        assert_eq!(overlay(Rect::new(0, 1, 80, 22), 66, 6), Rect::new(0, 9, 80, 6));
    }

    #[test]
    fn places_never_leave_the_screen_or_overlap() {
        for width in 0..200 {
            for height in 0..60 {
                for (show, split) in [
                    (Show::Headlines, None),
                    (Show::Article, Some(0)),
                    (Show::Article, Some(500)),
                    (Show::Zen, None),
                ] {
                    let size = Rect::new(0, 0, width, height);
                    let a = areas(size, show, Wish { split, stacked: height % 2 == 0 });
                    let shown = [a.headlines, a.divider, a.article];
                    let total: u32 = shown.iter().map(|r| u32::from(r.width)).sum();
                    assert!(total <= u32::from(width), "{width}x{height} {show:?}");
                    assert!(shown.iter().all(|r| r.bottom() <= height.max(1)));
                }
            }
        }
    }
}
