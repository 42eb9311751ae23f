//! Owns the body of an article as blocks of inlines, the one shape every format parses into. It
//! refuses to know about files and about columns: nothing here is wrapped, measured or coloured.

use super::Text;

/// A run of text with one look and at most one target. A paragraph is a list of runs, flat: what is
/// both bold and linked is one run that says both, so that wrapping never walks a tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inline {
    /// The words; may hold `\n` for a forced line break.
    pub text: Text,
    /// How the run is set off from its neighbours.
    pub look: Look,
    /// What the run points at, if anything.
    pub target: Option<Target>,
}

/// How a run is set off from its neighbours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "independent looks, any of which may combine")]
pub struct Look {
    /// Stressed, italics in print.
    pub emphasis: bool,
    /// Strong, bold in print.
    pub strong: bool,
    /// Typed text: code, keys, names of files.
    pub code: bool,
    /// Struck out.
    pub struck: bool,
    /// Lit up by the reader. No format sets it: it is put into the copy of an article that is passed on.
    pub lit: bool,
}

/// What a run of text points at. Numbers are those shown to the reader and start at 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// The link of this number in [`super::Article::links`].
    Link(u32),
    /// A citation of the source of this number in [`super::Article::sources`].
    Source(u32),
    /// A reference to the note of this number (a [`Block::Note`]).
    Note(u32),
    /// The picture of this number in [`super::Article::pictured`].
    Picture(u32),
}

/// A piece of the body that stands on its own lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A heading inside the body; 2 is the first level below the headline, 6 the last.
    Crosshead {
        /// From 2 to 6.
        level: u8,
        /// The words of the heading.
        text: Vec<Inline>,
    },
    /// Words of somebody else, or set apart: a quotation, a pull quote, a callout.
    Quote {
        /// What kind of quotation it is.
        kind: QuoteKind,
        /// What is quoted.
        blocks: Vec<Self>,
    },
    /// A list; numbered when `start` is given.
    List {
        /// The number of the first item, or `None` for bullets.
        start: Option<u64>,
        /// The items in order.
        items: Vec<Item>,
    },
    /// Text whose line breaks and spaces count.
    Code {
        /// The language the author named.
        language: Option<Text>,
        /// The lines, joined by `\n`.
        text: Text,
    },
    /// Rows and columns.
    Table(Table),
    /// A picture, with the words that stand for it.
    Figure(Figure),
    /// A break between parts (`* * *`).
    Rule,
    /// A note to which [`Target::Note`] runs point.
    Note {
        /// The number shown, from 1.
        number: u32,
        /// What the note says.
        blocks: Vec<Self>,
    },
}

/// The kinds of quotation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum QuoteKind {
    /// Somebody's words.
    #[default]
    Quotation,
    /// The article's own words, pulled out for display.
    Pull,
    /// A box with a heading of its own: note, warning, tip.
    Callout(Text),
}

/// One item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// For a task list, whether the task is done.
    pub checked: Option<bool>,
    /// What the item says.
    pub blocks: Vec<Block>,
}

/// A table. Rows may be shorter than the head; missing cells are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The side each column leans to; columns beyond the list lean left.
    pub align: Vec<Align>,
    /// The heading cells; empty when the table has none.
    pub head: Vec<Vec<Inline>>,
    /// The rows of cells.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// The side a table column leans to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// To the left.
    #[default]
    Left,
    /// To the middle.
    Centre,
    /// To the right.
    Right,
}

/// A picture as far as a reader of words needs it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figure {
    /// What the picture shows, for those who do not see it; may be empty.
    pub alt: Text,
    /// The line printed under the picture; may be empty.
    pub caption: Vec<Inline>,
    /// Who made it.
    pub credit: Option<Text>,
    /// Where the picture is: a relative path, a URL, or a short name of one that is inside the file.
    pub place: Option<Text>,
}

impl Inline {
    /// Makes a run of plain words.
    pub fn plain(text: Text) -> Self {
        Self { text, ..Self::default() }
    }
}

/// Joins the words of a list of runs.
pub fn words(runs: &[Inline]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Returns how long the words of a list of runs are, in bytes.
pub fn length(runs: &[Inline]) -> usize {
    runs.iter().map(|run| run.text.len()).sum()
}

/// Calls `change` with every run of the body, in reading order.
pub fn each_inline_mut(blocks: &mut [Block], change: &mut dyn FnMut(&mut Inline)) {
    for block in blocks {
        match block {
            Block::Paragraph(runs) | Block::Crosshead { text: runs, .. } => each_run_mut(runs, change),
            Block::Quote { blocks, .. } | Block::Note { blocks, .. } => each_inline_mut(blocks, change),
            Block::List { items, .. } => {
                for item in items {
                    each_inline_mut(&mut item.blocks, change);
                }
            }
            Block::Table(table) => {
                for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
                    each_run_mut(cell, change);
                }
            }
            Block::Figure(figure) => each_run_mut(&mut figure.caption, change),
            Block::Code { .. } | Block::Rule => {}
        }
    }
}

fn each_run_mut(runs: &mut [Inline], change: &mut dyn FnMut(&mut Inline)) {
    for run in runs {
        change(run);
    }
}
