//! Owns where newsprint keeps its files, from an environment handed in. It refuses to create them.

use std::path::PathBuf;

/// The environment as far as newsprint looks at it, read once.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// Whether only ASCII can be shown (no UTF-8 in LC_ALL, LC_CTYPE, LANG).
    pub ascii: bool,
    /// Whether colour is unwanted (`NO_COLOR`) or impossible (`TERM=dumb`).
    pub no_color: bool,
    /// Whether the plain mode is asked for (`ACCESSIBLE`, `TERM=dumb`).
    pub plain: bool,
    /// Whether 24-bit colour is offered (`COLORTERM`).
    pub truecolor: bool,
}

/// Where newsprint keeps its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// Config and marks.
    pub config: PathBuf,
    /// What can be rebuilt.
    pub cache: PathBuf,
}
