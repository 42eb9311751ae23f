//! Owns the words of the command line: subcommands, flags and their help. It refuses to act on them.

mod help;
mod marking;
mod printing;
pub(in crate::cli) mod unwanted;
mod upkeep;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub use help::{command, of as help_of, read};
pub(in crate::cli) use marking::written;
pub use marking::{Deed, Mark};
pub use printing::{
    Diff, Export, ExportForm, List, ListFormat, Notes, NotesFormat, Show, ShowFormat, SortBy, Sources,
    SourcesFormat, Stats, Versions,
};
pub use unwanted::word_taken_for_option;
pub use upkeep::{Check, Index, ReportFormat, Settings};

/// Reads saved articles in a terminal.
#[derive(Debug, Parser)]
#[command(name = "newsprint", version, max_term_width = 80, disable_help_flag = true)]
#[command(about = "Reads saved articles in a terminal. `newsprint man` prints the manual.")]
#[command(after_long_help = "Files and folders are read as they are; without any, the configured library \
    opens.\n\nExit codes: 0 done, 1 done with problems or nothing found, 2 wrong usage or configuration.")]
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
    /// Open this library: a name of the config, or a path
    // Every command has it too, and adds to these: see `help`.
    #[arg(short, long, value_name = "NAME|PATH")]
    pub library: Vec<OsString>,
    /// Read this config file, not the usual one
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    /// Read no config file: the defaults hold
    #[arg(long, global = true)]
    pub no_config: bool,
    /// When to use colour: auto, always or never
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub color: Color,
    /// Read by prompts, as with ACCESSIBLE=1
    #[arg(long, global = true)]
    pub plain: bool,
    /// Print help
    #[arg(short, long, global = true, action = ArgAction::HelpShort)]
    pub help: Option<bool>,
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
    /// Print articles
    List(List),
    /// Print one article
    Show(Show),
    /// Mark as read, star, tag
    Mark(Mark),
    /// Print notes, highlights
    Notes(Notes),
    /// Print what is cited
    Sources(Sources),
    /// Print repeated stories
    Versions(Versions),
    /// Print what changed
    Diff(Diff),
    /// Print what was read
    Stats(Stats),
    /// Write EPUB, HTML and more
    Export(Export),
    /// Print what is unreadable
    Check(Check),
    /// Build the search index
    Index(Index),
    /// Print what is in force
    Config(Settings),
    /// Print shell completions
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
    /// Print help of a command
    Help {
        /// The command; without one, help of newsprint itself
        #[arg(value_name = "COMMAND")]
        command: Option<OsString>,
    },
}
