//! Owns what the reader set: the options with their defaults, read from `config.toml`, and where
//! newsprint keeps its files. It refuses to act on any of it.

pub mod file;
pub mod options;
pub mod paths;
pub mod session;
pub mod spot;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::typeset::{Ambiguous, Bidi};

pub use file::text_of;
pub use options::OPTIONS;
pub use paths::{Environment, Graphics, Paths};
pub use session::Session;

use crate::words::Locale;

/// `config.example.toml`: every option and key with its default.
pub const EXAMPLE: &str = include_str!("../../config.example.toml");

/// Every option. `config.example.toml` shows each with its default; a test proves they agree.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "options that do not exclude each other")]
pub struct Config {
    /// Name of the library opened when no place is given; empty when none is configured.
    pub library: String,
    /// Folders or files by name, absolute wherever the file said `~` or was relative to itself.
    pub libraries: BTreeMap<String, PathBuf>,
    /// Searches by name, as they are typed.
    pub searches: BTreeMap<String, String>,
    /// What orders the list, until a key chooses another order for a library.
    pub sort: Sort,
    /// When an opened article counts as read.
    pub mark_read: MarkRead,
    /// Seconds an article that was come by stays open before it counts as read.
    pub dwell: u16,
    /// Cells of the reading measure.
    pub measure: u16,
    /// The language newsprint speaks; `None`: that of the environment.
    pub language: Option<Locale>,
    /// Whether lines are filled to the measure where their gaps allow it.
    pub justify: bool,
    /// What is done with lines that run from right to left.
    pub bidi: Bidi,
    /// How wide the terminal draws ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Whether pictures beside an article are shown, where the terminal can.
    pub images: Images,
    /// Name of the theme; `auto`: one of the next two, as the terminal is.
    pub theme: String,
    /// Name of the theme for a light terminal.
    pub theme_light: String,
    /// Name of the theme for a dark terminal.
    pub theme_dark: String,
    /// Whether wheel and click are listened to.
    pub mouse: bool,
    /// Whether links to folders and files outside a library are followed.
    pub follow_links: bool,
    /// Whether the versions of a story are one entry of the list.
    pub fold_versions: bool,
    /// Address of a web search; `{query}` stands for the words.
    pub search_url: String,
    /// Address of a web archive; `{url}` and `{date}` (YYYYMMDD) stand for what is looked for.
    pub archive_url: String,
    /// Program that opens links, with its arguments; empty: the platform's own.
    pub opener: Vec<String>,
    /// The set of keys to start from.
    pub preset: String,
    /// Program that edits a copy of an article, with its arguments; empty: `$VISUAL` or `$EDITOR`.
    pub editor: Vec<String>,
    /// Program that shows a copy of an article, with its arguments; empty: `$PAGER`.
    pub pager: Vec<String>,
    /// Program that is handed articles as Markdown, with its arguments; empty: none.
    pub pipe: Vec<String>,
    /// Keys by scope: chord = command.
    pub keys: BTreeMap<String, BTreeMap<String, String>>,
}

/// Whether pictures are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Images {
    /// Where the terminal can.
    #[default]
    Auto,
    /// Never.
    Off,
}

/// When an opened article counts as read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MarkRead {
    /// Only by key.
    Never,
    /// When it is opened from the list; one that is come by, once it stayed open a while or is moved in.
    #[default]
    Open,
    /// Once it stayed open a while or is moved in, however it was opened.
    Dwell,
    /// When its end has been on the screen.
    End,
}

/// What orders the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// Newest first.
    #[default]
    Date,
    /// By headline.
    Title,
    /// By outlet, newest first within one.
    Source,
    /// Unread before read, newest first.
    Unread,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            library: String::new(),
            libraries: BTreeMap::new(),
            searches: BTreeMap::new(),
            sort: Sort::Date,
            mark_read: MarkRead::Open,
            dwell: 1,
            measure: 72,
            language: None,
            justify: false,
            bidi: Bidi::Off,
            ambiguous: Ambiguous::Narrow,
            images: Images::Auto,
            theme: "default".to_owned(),
            theme_light: "broadsheet".to_owned(),
            theme_dark: "lamplight".to_owned(),
            mouse: true,
            follow_links: true,
            fold_versions: true,
            search_url: "https://duckduckgo.com/?q={query}".to_owned(),
            archive_url: "https://web.archive.org/web/{date}/{url}".to_owned(),
            opener: Vec::new(),
            preset: "newsprint".to_owned(),
            editor: Vec::new(),
            pager: Vec::new(),
            pipe: Vec::new(),
            keys: BTreeMap::new(),
        }
    }
}

impl Config {
    /// Returns the place of the library opened when none is named: the one `library` names, which is
    /// the first of the file unless it says otherwise.
    pub fn default_library(&self) -> Option<&Path> {
        self.libraries.get(&self.library).map(PathBuf::as_path)
    }
}
