//! Owns typesetting: an article and a measure in, a column of lines out. Pure: it refuses to know
//! about screens, colours and scrolling.

pub mod role;

use crate::article::{Article, Look, Target};
pub use role::Role;

/// How an article is to be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Setting {
    /// Cells a line may take; at least 1.
    pub width: u16,
    /// Only ASCII for what newsprint itself adds (bullets, bars, rules).
    pub ascii: bool,
    /// Whether the leftovers are unfolded.
    pub leftovers: bool,
}

/// A typeset article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// Every word of the article in reading order, unwrapped, blocks parted by `\n`. It depends on
    /// the article alone, so a place in it outlives every change of width. Search runs over it.
    pub prose: String,
    /// The lines, top to bottom.
    pub lines: Vec<Line>,
    /// Where the body ends and the sources and leftovers begin: an index into `lines`.
    pub body_end: usize,
    /// Index of the line of each crosshead, with its words.
    pub crossheads: Vec<(usize, String)>,
    /// Index of the line where each source's entry starts, by source number − 1.
    pub sources: Vec<usize>,
}

/// One line of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The spans from left to right; together at most the setting's width in cells.
    pub spans: Vec<Span>,
    /// Byte offset into [`Column::prose`] of the first word on this line or, when it has none, of
    /// the next line's. Never falls from line to line.
    pub start: usize,
}

/// A piece of a line with one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The characters to draw.
    pub text: String,
    /// What they are.
    pub role: Role,
    /// How they are set off.
    pub look: Look,
    /// What they point at.
    pub target: Option<Target>,
    /// Byte offset into [`Column::prose`] where `text` stands to the letter, or `None` for what
    /// newsprint added (bullets, bars, hyphens, numbers).
    pub at: Option<usize>,
}

/// Sets an article.
pub fn typeset(article: &Article, setting: Setting) -> Column {
    let _ = (article, setting);
    Column::default()
}
