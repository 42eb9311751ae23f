//! Owns the words of the commands that print articles and what is in them. It refuses to print.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::ReportFormat;

/// `newsprint list`.
#[derive(Debug, Default, Args)]
pub struct List {
    /// A file or folder to read; what names none is the query
    #[arg(value_name = "ARG")]
    pub args: Vec<OsString>,
    /// The query, after `--`
    #[arg(last = true, value_name = "WORD")]
    pub words: Vec<OsString>,
    /// How to print: table, json, tsv or count
    ///
    /// A line of tsv is id, marks, date, outlet, language, minutes, title and path.
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub format: ListFormat,
    /// With json: the body text too
    #[arg(short, long)]
    pub text: bool,
    /// The order: date, relevance, title or source
    ///
    /// By default as given, or newest first where a folder or a query is named.
    #[arg(short, long, value_enum, value_name = "ORDER", hide_possible_values = true)]
    pub sort: Option<SortBy>,
    /// Turn the order round
    #[arg(short, long)]
    pub reverse: bool,
    /// Print this many at most
    #[arg(short = 'n', long, value_name = "N")]
    pub limit: Option<usize>,
}

/// How a list is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// Columns for the eye.
    #[default]
    Table,
    /// One JSON object a line.
    Json,
    /// Fields parted by tabs.
    Tsv,
    /// How many there are, and nothing else.
    Count,
}

/// What orders a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SortBy {
    /// Newest first.
    Date,
    /// Best match first.
    Relevance,
    /// By title.
    Title,
    /// By outlet.
    Source,
}

/// `newsprint show`.
#[derive(Debug, Args)]
pub struct Show {
    /// A file, an id, or `-` for standard input
    #[arg(value_name = "ARTICLE", required_unless_present = "query", conflicts_with = "query")]
    pub article: Option<OsString>,
    /// The best match of a query instead
    #[arg(short, long, value_name = "QUERY")]
    pub query: Option<String>,
    /// Cells a line may take; by default the measure of the config (72), or the terminal's if that is less
    #[arg(short, long, value_name = "CELLS", value_parser = clap::value_parser!(u16).range(1..))]
    pub width: Option<u16>,
    /// How to print
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: ShowFormat,
}

/// How an article is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    /// Typeset.
    #[default]
    Text,
    /// One JSON object.
    Json,
    /// Markdown with front matter.
    Markdown,
    /// One page that needs nothing else.
    Html,
    /// A book of one chapter.
    Epub,
    /// A citation of the article, as BibTeX.
    Bibtex,
    /// A citation of the article, as CSL-JSON.
    Csl,
}

/// `newsprint notes`.
#[derive(Debug, Args)]
pub struct Notes {
    /// A file or folder to read; what names none is the query
    #[arg(value_name = "ARG")]
    pub args: Vec<OsString>,
    /// The query, after `--`
    #[arg(last = true, value_name = "WORD")]
    pub words: Vec<OsString>,
    /// How to print
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: NotesFormat,
}

/// How notes are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum NotesFormat {
    /// Markdown with citations.
    #[default]
    Markdown,
    /// One JSON object a line.
    Json,
}

/// `newsprint sources`.
#[derive(Debug, Args)]
pub struct Sources {
    /// A file or folder to read; what names none is the query
    #[arg(value_name = "ARG")]
    pub args: Vec<OsString>,
    /// The query, after `--`
    #[arg(last = true, value_name = "WORD")]
    pub words: Vec<OsString>,
    /// How to print
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: SourcesFormat,
}

/// How sources are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum SourcesFormat {
    /// Columns for the eye.
    #[default]
    Table,
    /// One JSON object a line.
    Json,
    /// The graph of articles, works and outlets, for Graphviz.
    Dot,
}

/// `newsprint versions`.
#[derive(Debug, Args)]
pub struct Versions {
    /// A file or folder to read; what names none is the query
    #[arg(value_name = "ARG")]
    pub args: Vec<OsString>,
    /// The query, after `--`
    #[arg(last = true, value_name = "WORD")]
    pub words: Vec<OsString>,
    /// How to print
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: ReportFormat,
}

/// `newsprint diff`.
#[derive(Debug, Args)]
pub struct Diff {
    /// The older version: a file, or the id of an article
    #[arg(value_name = "OLD")]
    pub old: OsString,
    /// The newer version
    #[arg(value_name = "NEW")]
    pub new: OsString,
    /// Cells of a line; by default those of the terminal, at most the measure of the config (72)
    #[arg(short, long, value_name = "CELLS", value_parser = clap::value_parser!(u16).range(1..))]
    pub width: Option<u16>,
}

/// `newsprint stats`.
#[derive(Debug, Args)]
pub struct Stats {
    /// The files and folders the articles are in; without any, the configured library
    #[arg(value_name = "PATH")]
    pub args: Vec<OsString>,
    /// How to print
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: ReportFormat,
}

/// `newsprint export`.
#[derive(Debug, Args)]
pub struct Export {
    /// A file, folder or id to export; what names none is the query
    #[arg(value_name = "ARG")]
    pub args: Vec<OsString>,
    /// The query, after `--`
    #[arg(last = true, value_name = "WORD")]
    pub words: Vec<OsString>,
    /// What to write; by default what the output's extension says, else Markdown
    #[arg(short, long, value_enum, value_name = "FORMAT")]
    pub format: Option<ExportForm>,
    /// The file to write, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// With your notes, and the words you lit up
    ///
    /// Words lit up are marked in Markdown, HTML and books; the notes follow each article.
    #[arg(long)]
    pub notes: bool,
    /// Write over the file if it is there and no article of the library
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// What articles are exported as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportForm {
    /// Markdown with front matter.
    Markdown,
    /// Typeset.
    Text,
    /// One page that needs nothing else.
    Html,
    /// A book, one chapter an article.
    Epub,
}

impl ExportForm {
    /// Returns the name of the form in [`crate::export::FORMS`].
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Html => "html",
            Self::Epub => "epub",
        }
    }
}
