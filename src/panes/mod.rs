//! Owns the parts of the screen: each a state, its moves and its view. Panes never know of each
//! other, and never touch terminal, disk or clock.

pub mod about;
pub mod command_row;
pub mod continuations;
pub mod day;
pub mod difference;
pub mod editor;
pub mod headlines;
pub mod help;
pub mod line;
pub mod listing;
pub mod notes;
pub mod offers;
pub mod outlets;
pub mod outline;
pub mod paint;
pub mod palette;
pub mod places;
pub mod problems;
pub mod question;
pub mod reader;
pub mod related;
pub mod sources;
pub mod statistics;
pub mod status;
pub mod themes;
pub mod timeline;
pub mod versions;
pub mod welcome;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::marks::Marks;
use crate::theme::Theme;
use crate::typeset::Role;
use crate::words::Words;

/// What every pane may look at while it draws.
#[derive(Debug, Clone, Copy)]
pub struct Stage<'a> {
    /// What newsprint says, in the reader's language.
    pub words: &'a Words,
    /// The colours.
    pub theme: &'a Theme,
    /// What the reader did.
    pub marks: &'a Marks,
    /// Whether only ASCII may be drawn for what newsprint itself adds.
    pub ascii: bool,
    /// Whether the pane has the keys.
    pub focused: bool,
}

impl Stage<'_> {
    /// Returns the style of a role on a row, which is set off by `bar` where it is the selected one:
    /// what is quiet elsewhere is not quiet there.
    fn on_row(&self, role: Role, bar: Option<Style>) -> Style {
        let style = self.theme.style(role);
        bar.map_or(style, |bar| style.remove_modifier(Modifier::DIM).patch(bar))
    }

    /// Draws the sign before the selected row, which shows without colour too.
    fn point(&self, buf: &mut Buffer, area: Rect, bar: Option<Style>) {
        if let Some(style) = bar {
            paint::text(buf, area.x, area.y, 1, if self.ascii { ">" } else { "▸" }, style);
        }
    }
}
