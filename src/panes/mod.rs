//! Owns the parts of the screen: each a state, its moves and its view. Panes never know of each
//! other, and never touch terminal, disk or clock.

pub mod day;
pub mod headlines;
pub mod help;
pub mod line;
pub mod paint;
pub mod palette;
pub mod problems;
pub mod reader;
pub mod sources;
pub mod status;

use crate::marks::Marks;
use crate::theme::Theme;

/// What every pane may look at while it draws.
#[derive(Debug, Clone, Copy)]
pub struct Stage<'a> {
    /// The colours.
    pub theme: &'a Theme,
    /// What the reader did.
    pub marks: &'a Marks,
    /// Whether only ASCII may be drawn for what newsprint itself adds.
    pub ascii: bool,
    /// Whether the pane has the keys.
    pub focused: bool,
}
