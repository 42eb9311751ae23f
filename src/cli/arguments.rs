//! Owns the words of the command line: subcommands, flags and their help. It refuses to act on them.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::marks::What;

/// Reads saved articles in a terminal.
#[derive(Debug, Parser)]
#[command(name = "newsprint", version, about, max_term_width = 100)]
#[command(after_help = "Files and folders are read as they are; without any, the configured library \
    opens.\nExit codes: 0 done, 1 done with problems or nothing found, 2 wrong usage or configuration.")]
pub struct Arguments {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do instead of reading.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Files and folders to read; `-` reads one article from standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// What holds for every command.
#[derive(Debug, Default, Args)]
pub struct Global {
    /// Open this library: its name in the config, or a file or folder
    #[arg(short, long, global = true, value_name = "NAME|PATH")]
    pub library: Vec<OsString>,
    /// Read this config file instead of the usual one
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    /// Read no config file: the defaults hold
    #[arg(long, global = true)]
    pub no_config: bool,
    /// When to use colour
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Color,
    /// Print line by line, for screen readers; as ACCESSIBLE=1 and TERM=dumb do
    #[arg(long, global = true)]
    pub plain: bool,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// Unless `NO_COLOR` is set or the terminal has none.
    #[default]
    Auto,
    /// In any case.
    Always,
    /// In no case.
    Never,
}

/// What newsprint does besides reading.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print articles, one a line
    List(List),
    /// Print one article
    Show(Show),
    /// Mark articles: read, starred, tagged, noted and more
    Mark(Mark),
    /// Print notes and highlights, with what they are about
    Notes(Notes),
    /// Print the outlets and works cited, with counts
    Sources(Sources),
    /// Print the stories that were saved more than once, each with its versions
    Versions(Versions),
    /// Print what changed between two versions of an article, word by word
    Diff(Diff),
    /// Print what was read: days, minutes, outlets, languages
    Stats(Stats),
    /// Write articles as Markdown, text, HTML or EPUB
    Export(Export),
    /// Parse everything and print what could not be read
    Check(Check),
    /// Build or inspect the search cache
    Index(Index),
    /// Print where the files are and what is in force
    Config(Settings),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

/// `newsprint list`.
#[derive(Debug, Default, Args)]
pub struct List {
    /// A file or folder to read; what names none is the query
    #[arg(value_name = "ARG")]
    pub args: Vec<OsString>,
    /// The query, after `--`
    #[arg(last = true, value_name = "WORD")]
    pub words: Vec<OsString>,
    /// How to print: tsv is id, marks, date, outlet, language, minutes, title, path
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: ListFormat,
    /// With json: the body text too
    #[arg(short, long)]
    pub text: bool,
    /// The order; by default as given, or newest first where a folder or a query is named
    #[arg(short, long, value_enum, value_name = "ORDER")]
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
    /// Cells a line may take; by default 72, or the terminal's width if that is less
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

/// `newsprint mark`.
#[derive(Debug, Args)]
pub struct Mark {
    /// read, unread, finish, unfinish, star, unstar, later, unlater, hide, unhide, tag=NAME,
    /// untag=NAME, note=TEXT, unnote, highlight=WORDS, unhighlight=WORDS, undo or redo
    #[arg(value_name = "MARK", value_parser = deed, required_unless_present = "import")]
    pub deed: Option<Deed>,
    /// Files, ids or web addresses; `-` reads them from standard input, one a line
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<OsString>,
    /// All articles of the library a query shows
    #[arg(short, long, value_name = "QUERY")]
    pub query: Option<String>,
    /// Take marks over from another reader: a folder of bulletty's, or a wallabag export
    #[arg(long, value_name = "PATH", conflicts_with_all = ["deed", "articles", "query"])]
    pub import: Vec<PathBuf>,
}

/// What `newsprint mark` is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Set a field.
    Set(What),
    /// Light these words up, or put them out.
    Highlight(String, bool),
    /// Take the last step back.
    Undo,
    /// Make the step again that was taken back last.
    Redo,
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
    pub format: Form,
}

/// How lists of other things than articles are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// Lines for the eye.
    #[default]
    Table,
    /// One JSON object a line.
    Json,
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
    /// Cells of a line; by default those of the terminal, at most 72
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
    pub format: Form,
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
    /// Write over the file if it is there
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

/// `newsprint check`.
#[derive(Debug, Args)]
pub struct Check {
    /// A file or folder to read
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How to print
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: ReportFormat,
}

/// How a report is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// Columns for the eye.
    #[default]
    Table,
    /// One JSON object a line.
    Json,
}

/// `newsprint index`.
#[derive(Debug, Args)]
pub struct Index {
    /// Build it anew
    #[arg(long, conflicts_with = "status")]
    pub rebuild: bool,
    /// Say what it holds
    #[arg(long)]
    pub status: bool,
}

/// `newsprint config`.
#[derive(Debug, Args)]
pub struct Settings {
    /// Print the path of the config file alone
    #[arg(long, conflicts_with = "default")]
    pub path: bool,
    /// Print a config file with every option at its default
    #[arg(long)]
    pub default: bool,
}

/// The marks that take no value, by name.
const PLAIN: &[(&str, What)] = &[
    ("read", What::Read(true)),
    ("unread", What::Read(false)),
    ("finish", What::Finished(true)),
    ("unfinish", What::Finished(false)),
    ("star", What::Starred(true)),
    ("unstar", What::Starred(false)),
    ("later", What::Later(true)),
    ("unlater", What::Later(false)),
    ("hide", What::Hidden(true)),
    ("unhide", What::Hidden(false)),
    ("unnote", What::Note(String::new())),
];

/// Reads what `newsprint mark` is to do.
fn deed(word: &str) -> Result<Deed, String> {
    if let Some((_, what)) = PLAIN.iter().find(|(name, _)| *name == word) {
        return Ok(Deed::Set(what.clone()));
    }
    let (name, value) = match word.split_once('=') {
        Some((name, value)) => (name, value.trim().to_owned()),
        None => (word, String::new()),
    };
    let deed = match name {
        "undo" => return Ok(Deed::Undo),
        "redo" => return Ok(Deed::Redo),
        "tag" => Deed::Set(What::Tag(value.clone(), true)),
        "untag" => Deed::Set(What::Tag(value.clone(), false)),
        "note" => Deed::Set(What::Note(value.clone())),
        "highlight" => Deed::Highlight(value.clone(), true),
        "unhighlight" => Deed::Highlight(value.clone(), false),
        _ => return Err(format!("known are {}, undo and redo", KNOWN.join(", "))),
    };
    if value.is_empty() { Err(format!("{name} needs a value: {name}=…")) } else { Ok(deed) }
}

/// The marks there are, as they are named to who misspelt one.
const KNOWN: &[&str] = &[
    "read",
    "unread",
    "finish",
    "unfinish",
    "star",
    "unstar",
    "later",
    "unlater",
    "hide",
    "unhide",
    "tag=NAME",
    "untag=NAME",
    "note=TEXT",
    "unnote",
    "highlight=WORDS",
    "unhighlight=WORDS",
];
