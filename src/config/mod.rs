//! Owns what the reader set: the options with their defaults, read from `config.toml`. It refuses
//! to act on them.

pub mod paths;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

pub use paths::{Environment, Paths};

/// Every option. `config.example.toml` shows each with its default; a test proves they agree.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// Folders or files by name; the first is opened when no place is given.
    pub libraries: BTreeMap<String, PathBuf>,
    /// When an opened article counts as read.
    pub mark_read: MarkRead,
    /// Cells of the reading measure.
    pub measure: u16,
    /// Name of the theme.
    pub theme: String,
    /// Whether wheel and click are listened to.
    pub mouse: bool,
    /// Whether links to folders and files outside a library are followed.
    pub follow_links: bool,
    /// Address of a web search; `{query}` stands for the words.
    pub search_url: String,
    /// Address of a web archive; `{url}` and `{date}` (YYYYMMDD) stand for what is looked for.
    pub archive_url: String,
    /// Program that opens links, with its arguments; empty: the platform's own.
    pub opener: Vec<String>,
    /// Keys by scope: chord = command.
    pub keys: BTreeMap<String, BTreeMap<String, String>>,
}

/// When an opened article counts as read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkRead {
    /// Only by key.
    Never,
    /// When it is opened.
    #[default]
    Open,
    /// When its end has been on the screen.
    End,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            libraries: BTreeMap::new(),
            mark_read: MarkRead::Open,
            measure: 72,
            theme: "default".to_owned(),
            mouse: true,
            follow_links: true,
            search_url: "https://duckduckgo.com/?q={query}".to_owned(),
            archive_url: "https://web.archive.org/web/{date}/{url}".to_owned(),
            opener: Vec::new(),
            keys: BTreeMap::new(),
        }
    }
}
