//! Owns the words of the command line: subcommands, flags and their help. It refuses to act on them.

mod marking;
mod printing;
mod upkeep;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub use marking::{Deed, Mark};
pub use printing::{
    Diff, Export, ExportForm, List, ListFormat, Notes, NotesFormat, Show, ShowFormat, SortBy, Sources,
    SourcesFormat, Stats, Versions,
};
pub use upkeep::{Check, Index, ReportFormat, Settings};

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
