//! Owns showing a theme on terminals with fewer colours: the nearest there are, and never ink that
//! cannot be read on its page. It refuses to find out what a terminal can show.

use ratatui::style::{Color, Style};

use super::contrast::{Rgb, contrast, indexed, nearest};

/// The least contrast that ink keeps when its colour is replaced.
const LEAST: f64 = 4.5;

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Depth {
    /// The sixteen that have names.
    #[default]
    Sixteen,
    /// The 256 that have numbers.
    Numbered,
    /// All of them.
    True,
}

impl Depth {
    /// Returns a style in the colours there are; `page` is what it is drawn on.
    pub(super) fn reduce(self, style: Style, page: Style) -> Style {
        if self == Self::True {
            return style;
        }
        let bg = style.bg.map(|colour| self.nearest(colour));
        let fg = style.fg.map(|colour| self.readable(colour, style.bg.or(page.bg)));
        Style { fg, bg, ..style }
    }

    fn nearest(self, colour: Color) -> Color {
        let Color::Rgb(r, g, b) = colour else { return colour };
        match self {
            Self::True => colour,
            Self::Numbered => Color::Indexed(nearest((r, g, b), 16..=255)),
            Self::Sixteen => Color::Indexed(nearest((r, g, b), 0..=15)),
        }
    }

    /// The colour nearest to an ink, or black or white where that could not be read.
    fn readable(self, ink: Color, page: Option<Color>) -> Color {
        let found = self.nearest(ink);
        let page = page.map(|page| self.nearest(page));
        let (Color::Rgb(..), Some(shown), Some(page)) = (ink, seen(found), page.and_then(seen)) else {
            return found;
        };
        if contrast(shown, page) >= LEAST {
            return found;
        }
        let (black, white) = (
            Color::Indexed(if self == Self::Sixteen { 0 } else { 16 }),
            Color::Indexed(if self == Self::Sixteen { 15 } else { 231 }),
        );
        if contrast((0, 0, 0), page) > contrast((255, 255, 255), page) { black } else { white }
    }
}

pub(super) fn seen(colour: Color) -> Option<Rgb> {
    match colour {
        Color::Rgb(r, g, b) => Some((r, g, b)),
        Color::Indexed(index) => Some(indexed(index)),
        _ => None,
    }
}
