//! Owns typesetting: an article and a measure in, a column of lines out. Pure: it refuses to know
//! about screens, colours and scrolling.

mod bidi;
mod blocks;
mod breaks;
pub mod changes;
mod composed;
mod compositor;
mod figure;
mod fragments;
mod head;
mod hyphens;
mod justify;
mod margins;
mod numbers;
mod passage;
mod reluctance;
pub mod role;
mod shaping;
mod spacing;
mod surface;
mod table;
mod tail;
#[cfg(test)]
mod tests;
mod width;
mod wrap;

use std::collections::BTreeMap;

use crate::article::{Article, Look, Target};
use crate::words::Locale;
pub use composed::{Composed, Page};
use compositor::Compositor;
pub use head::joined;
pub use numbers::{Numbers, shown_number};
pub use role::Role;
pub use surface::{Ambiguous, Bidi, Surface, drawn};
pub use width::{cells, clusters};

/// How an article is to be set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Setting {
    /// Cells a line may take; at least 1.
    pub width: u16,
    /// Only ASCII for what newsprint itself adds (bullets, bars, rules).
    pub ascii: bool,
    /// Whether the leftovers are unfolded.
    pub leftovers: bool,
    /// Whether lines of running text are filled to the width where their gaps allow it.
    pub justify: bool,
    /// The language of what newsprint itself says.
    pub locale: Locale,
    /// What the terminal does with characters.
    pub surface: Surface,
}

/// Ideographs are two cells wide and read more slowly; a measure of 72 holds 40 of them.
const IDEOGRAPHS: (u16, u16) = (10, 9);

/// Returns the cells a line of this article takes at a measure chosen for letters.
pub fn measure_of(article: &Article, measure: u16) -> u16 {
    let tag = article.language.as_ref().map_or("", crate::article::Language::tag);
    if matches!(tag, "ja" | "zh") {
        measure.saturating_mul(IDEOGRAPHS.0).div_euclid(IDEOGRAPHS.1) & !1
    } else {
        measure
    }
}

/// Returns the language of newsprint's own words that goes with this article, English where it speaks no such.
pub fn own_locale(article: &Article) -> Locale {
    article.language.as_ref().and_then(|language| Locale::named(language.tag())).unwrap_or_default()
}

/// A typeset article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// Every word of the article in reading order, unwrapped, blocks parted by `\n`: kicker,
    /// headline, standfirst, caption, body, sources. It depends on the article alone, so a place in
    /// it outlives every change of width. Search runs over it. Leftovers stand at its end while they
    /// are unfolded, and only then.
    pub prose: String,
    /// The lines, top to bottom.
    pub lines: Vec<Line>,
    /// Where the body ends and the sources and leftovers begin: an index into `lines`.
    pub body_end: usize,
    /// Index of the line of each crosshead, with its words.
    pub crossheads: Vec<(usize, String)>,
    /// Index of the line where each source's entry starts, by source number − 1.
    pub sources: Vec<usize>,
    /// Index of the line where each link's entry starts, by link number − 1.
    pub links: Vec<usize>,
    /// The number of each note and the index of the line where it starts, in reading order.
    pub notes: Vec<(u32, usize)>,
    /// Index of the line that folds and unfolds the leftovers, if there are any.
    pub leftovers: Option<usize>,
    /// Where there is room for pictures, in reading order.
    pub pictures: Vec<Placed>,
}

/// The room for a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Index of its first line.
    pub line: usize,
    /// Cells to the left of it.
    pub indent: u16,
    /// What the article says is its place.
    pub place: String,
}

/// One line of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The spans from left to right; together at most the setting's width in cells.
    pub spans: Vec<Span>,
    /// Byte offset into [`Column::prose`] of the first word on this line or, when it has none, of
    /// the next line's. Never falls from line to line.
    pub start: usize,
    /// Whether its text runs from right to left. The spans are in logical order all the same.
    pub rtl: bool,
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
    /// Byte offset into [`Column::prose`] where `text` stands, or `None` for what newsprint added
    /// (bullets, bars, hyphens, numbers).
    pub at: Option<usize>,
    /// Bytes of the prose it stands for: those of `text`, which it is to the letter, unless letters were
    /// given other forms.
    pub bytes: usize,
}

impl Span {
    /// Returns the part of the prose it stands for.
    pub fn prose(&self) -> Option<std::ops::Range<usize>> {
        self.at.map(|at| at..at + self.bytes)
    }
}

/// Sets an article.
pub fn typeset(article: &Article, setting: Setting) -> Column {
    typeset_with(article, setting, &BTreeMap::new())
}

/// Sets an article with room for pictures: columns and rows in cells by the place of each.
pub fn typeset_with(article: &Article, setting: Setting, pictures: &BTreeMap<String, (u16, u16)>) -> Column {
    setting.surface.hold(|| {
        let mut compositor = Compositor::new(article, setting, pictures);
        compositor.head();
        compositor.body();
        compositor.tail();
        compositor.finish()
    })
}

/// Returns the lines of a column as plain text, each ended by `\n`.
pub fn plain(column: &Column) -> String {
    let mut out = String::with_capacity(column.prose.len() + column.lines.len());
    for line in &column.lines {
        line.spans.iter().for_each(|span| out.push_str(&span.text));
        out.push('\n');
    }
    out
}
