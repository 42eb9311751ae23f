//! Owns the words of the commands that look after newsprint itself: its files, cache and config. It
//! refuses to touch them.

use std::ffi::OsString;

use clap::{Args, ValueEnum};

/// `newsprint check`.
#[derive(Debug, Args)]
pub struct Check {
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

/// How lists of other things than articles are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// Lines for the eye.
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
