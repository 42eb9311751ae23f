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
    /// Mark articles as read, starred or tagged
    Mark(Mark),
    /// Print the outlets and works cited, with counts
    Sources(Sources),
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
}

/// `newsprint mark`.
#[derive(Debug, Args)]
pub struct Mark {
    /// read, unread, star, unstar, tag=NAME or untag=NAME
    #[arg(value_name = "MARK", value_parser = what)]
    pub what: What,
    /// Files or ids
    #[arg(value_name = "ARTICLE", required_unless_present = "query")]
    pub articles: Vec<OsString>,
    /// All articles of the library a query shows
    #[arg(short, long, value_name = "QUERY")]
    pub query: Option<String>,
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
    pub format: ReportFormat,
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

/// Reads what `newsprint mark` is to do.
fn what(word: &str) -> Result<What, String> {
    let label = |name: &str, on| match name.trim() {
        "" => Err("a tag needs a name: tag=NAME".to_owned()),
        name => Ok(What::Tag(name.to_owned(), on)),
    };
    match word {
        "read" => Ok(What::Read(true)),
        "unread" => Ok(What::Read(false)),
        "star" => Ok(What::Starred(true)),
        "unstar" => Ok(What::Starred(false)),
        _ => match word.split_once('=') {
            Some(("tag", name)) => label(name, true),
            Some(("untag", name)) => label(name, false),
            _ => Err("known are read, unread, star, unstar, tag=NAME and untag=NAME".to_owned()),
        },
    }
}
