//! Owns what comes into the app: messages, and what they carry. It refuses to know who sends them.

use std::path::PathBuf;

use super::errand::Export;
use super::whereabouts::Whereabouts;
use crate::article::{ArticleId, SafeUrl};
use crate::config::Config;
use crate::keys::Chord;
use crate::library::days::Days;
use crate::library::survey::Findings;
use crate::library::versions::{InFile, Version};
use crate::library::{Context, Facet, FileProblem, Order, Section, Value, View};
use crate::marks::{Change, History};
use crate::panes::reader::Picture;
use crate::panes::statistics::tally::Tally;
use crate::theme::Theme;
use crate::typeset::Composed;
use crate::typeset::changes::Changes;
use crate::words::Words;

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Chord),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The terminal has this many columns and rows.
    Resize(u16, u16),
    /// Another library was opened; its list begins in this order.
    Ordered(Order),
    /// The library answers [`super::errand::Errand::List`].
    Listed {
        /// The generation of the request answered; an older one is stale.
        generation: u64,
        /// The answer.
        view: View,
    },
    /// The library answers [`super::errand::Errand::Count`].
    Counted {
        /// What each query shows, and how much of it is unread.
        searches: Vec<(usize, usize)>,
        /// The folders of the library.
        sections: Vec<Section>,
    },
    /// How many articles configured libraries have and how many are unread, by their names, as far as that is
    /// known without reading them.
    LibrariesCounted(Vec<(String, (usize, usize))>),
    /// Lines of context for rows of the list, which are read after the list is answered.
    Lined {
        /// The generation of the list.
        generation: u64,
        /// The articles with their lines.
        lines: Vec<(ArticleId, Context)>,
    },
    /// The library answers [`super::errand::Errand::Values`].
    Values(Facet, Vec<Value>),
    /// The library answers [`super::errand::Errand::Ids`]; with the files, unless there are very many.
    Ids(Vec<(ArticleId, Option<PathBuf>)>),
    /// The library answers [`super::errand::Errand::Notes`].
    Noted(View),
    /// The library answers [`super::errand::Errand::Load`].
    Loaded {
        /// The article asked for.
        id: ArticleId,
        /// The file it is in.
        path: PathBuf,
        /// The article, or why it cannot be read now.
        article: Result<Box<Composed>, String>,
    },
    /// The library answers [`super::errand::Errand::Ahead`]; of an article that cannot be read it says nothing.
    Ahead {
        /// The article asked for.
        id: ArticleId,
        /// The file it is in.
        path: PathBuf,
        /// The article.
        article: Box<Composed>,
    },
    /// Files were read since the scan began.
    Scanned {
        /// Files read so far.
        files: usize,
        /// Files there are, once they are counted and while they are read.
        total: Option<usize>,
        /// Articles the library has now.
        articles: usize,
        /// Files that could not be read, since the last message.
        problems: Vec<FileProblem>,
        /// Whether the scan is over.
        done: bool,
    },
    /// What [`super::effect::Effect::Seek`] was about is there; its whole path.
    Found(PathBuf),
    /// A place of the library is not there; its articles are listed as they were.
    Absent(PathBuf),
    /// Files that could not be read were read or are gone, and places that were not there are.
    Mended(Vec<PathBuf>),
    /// Changes of files are not noticed, and why.
    Unwatched(String),
    /// The library answers [`super::errand::Errand::Locate`].
    Whereabouts {
        /// The article.
        id: ArticleId,
        /// What became of it.
        found: Whereabouts,
    },
    /// Marks that another newsprint made meanwhile.
    Learned(Vec<Change>),
    /// Articles that were marked and whose files were edited or moved since.
    Followed(Vec<Followed>),
    /// What earlier runs did, so that it can be taken back.
    Remembered(History),
    /// Marks could not be saved; `None` says that they can again.
    Unsaved(Option<String>),
    /// The config file or a theme was written.
    ConfigWritten,
    /// The config as it is now, in answer to [`super::effect::Effect::Reload`].
    Reloaded(Box<Reloaded>),
    /// The themes there are, in answer to [`super::effect::Effect::Themes`].
    Themes(Vec<Theme>),
    /// The library answers [`super::errand::Errand::Survey`].
    Surveyed(Box<Findings>),
    /// The library answers an errand that looks at articles beyond the list.
    Looked(Box<Beyond>),
    /// The file of an [`super::errand::Errand::Export`] is there already.
    Exists(Export),
    /// What the reader wrote in their own program, in answer to [`super::effect::Effect::Compose`].
    Written(String),
    /// An effect has something to say to the reader.
    Said(String),
    /// An effect failed.
    Failed(String),
    /// A picture of an article is there, for pages of so many columns.
    Pictured {
        /// The article.
        id: ArticleId,
        /// The columns it was asked for.
        columns: u16,
        /// What the article says is its place.
        place: String,
        /// The picture.
        picture: Picture,
    },
    /// Nothing came for as long as [`super::App::deadline`] said.
    Waited,
    /// The window of the terminal got or lost the keys.
    Focused(bool),
    /// The process was stopped and goes on: the terminal must be taken again.
    Resumed,
    /// The process was asked to end.
    Quit,
}

/// What was found by looking beyond the rows of the list.
#[derive(Debug)]
pub enum Beyond {
    /// To [`super::errand::Errand::Versions`]; an article with one version is alone in it.
    Versions(Vec<Version>),
    /// To [`super::errand::Errand::Days`].
    Days(Days),
    /// To [`super::errand::Errand::Statistics`].
    Statistics(Tally),
    /// To [`super::errand::Errand::Compare`].
    Compared(Compared),
    /// To [`super::errand::Errand::LoadLit`], where another version has the words.
    Lit(Lit),
}

/// A version of an article that has the words a query lights, which the one asked for has not.
#[derive(Debug)]
pub struct Lit {
    /// The article asked for.
    pub asked: ArticleId,
    /// The version.
    pub version: ArticleId,
    /// Its file.
    pub path: PathBuf,
    /// It.
    pub article: Box<Composed>,
}

/// What changed between two versions of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The older version.
    pub old: InFile,
    /// The newer version.
    pub new: InFile,
    /// What changed, or why that cannot be told.
    pub changes: Result<Changes, String>,
}

/// An article that was marked, and what became of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The article as it is now.
    pub id: ArticleId,
    /// What it was before the file was edited; itself, if it was only moved.
    pub was: ArticleId,
    /// Where it is now.
    pub path: PathBuf,
}

/// A config that was read again, and what follows from it.
#[derive(Debug)]
pub struct Reloaded {
    /// The config in force so far.
    pub before: Config,
    /// The config as the file says it now.
    pub config: Config,
    /// The theme it names.
    pub theme: Theme,
    /// What newsprint says, in the language it names.
    pub words: Words,
    /// What is wrong with it, one line each.
    pub problems: Vec<String>,
}

/// What the mouse did, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub what: Gesture,
    /// The column, from 0.
    pub column: u16,
    /// The row, from 0.
    pub row: u16,
}

/// What a mouse can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gesture {
    /// The wheel turned towards the reader.
    Down,
    /// The wheel turned away.
    Up,
    /// The left button was pressed.
    Click,
    /// The mouse moved with the left button held.
    Drag,
    /// The left button was let go.
    Release,
}

/// A link as it stands on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Hyperlink {
    /// The column where it begins, from 0.
    pub column: u16,
    /// The row, from 0.
    pub row: u16,
    /// The cells it takes there.
    pub cells: u16,
    /// The number shown for it, the same on every line it is wrapped to.
    pub number: u32,
    /// Where it leads.
    pub url: SafeUrl,
}
