//! Owns what the app asks to be done outside: effects, and what they carry. It refuses to know how any
//! of it is done.

use std::path::PathBuf;

use super::memory::Memory;
use super::orders::Chosen;
use crate::article::{ArticleId, SafeUrl};
use crate::library::survey::Survey;
use crate::library::versions::Spot;
use crate::library::{Facet, Query, Request};
use crate::marks::Change;

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Answer a request; a newer generation makes an older request pointless.
    List {
        /// Counts requests.
        generation: u64,
        /// The request.
        request: Request,
    },
    /// Give the ids of everything a request shows, whatever its window.
    Ids(Request),
    /// Give the rows of the articles with notes, whatever is on the screen.
    Notes(Request),
    /// Read an article to show it; a newer one makes an older one pointless.
    Load(ArticleId),
    /// Read an article that may be asked for next, when there is nothing else to do; a newer one makes an
    /// older one pointless.
    Ahead(ArticleId),
    /// The article that was read ahead is on the screen: read it again if its file changed since.
    Confirm(ArticleId),
    /// Find out what became of an article whose file may have changed.
    Locate {
        /// The article.
        id: ArticleId,
        /// The file it was read from.
        path: PathBuf,
    },
    /// Keep these changes in the journal and tell the library.
    Keep(Vec<Change>),
    /// Put a note by as it is being written; one without words is done with.
    PutBy(Box<Change>),
    /// Tell the library of changes that are in a journal already.
    Learn(Vec<Change>),
    /// Decode pictures.
    Pictures(PicturesWanted),
    /// Write what this machine remembers from run to run.
    Remember(Memory),
    /// Keep the order that was chosen for this library, if one was.
    KeepOrder(Option<Chosen>),
    /// Count what queries show, and what is in the folders of the library.
    Count(Vec<Query>),
    /// Count what is in the configured libraries, as far as that is known.
    CountLibraries,
    /// Give the values of a field, with how many articles each fits.
    Values(Facet),
    /// Open the library of this name.
    Switch(String),
    /// Find out whether there is such a file or folder.
    Seek(PathBuf),
    /// Open a file or folder in place of the library.
    Open(PathBuf),
    /// Open what was open before, in place of the library.
    Return,
    /// Look at the files again.
    Rescan,
    /// Read the config again.
    Reload,
    /// Find the themes there are.
    Themes,
    /// Answer a question about the library as a whole.
    Survey(Box<Survey>),
    /// Count the articles a request shows by the day they appeared.
    Days(Request),
    /// Count what was read.
    Statistics {
        /// The time, in milliseconds since 1970.
        now: u64,
    },
    /// Give the versions of an article.
    Versions(ArticleId),
    /// Read one version of an article to show it.
    LoadVersion {
        /// The article.
        id: ArticleId,
        /// The file of the version.
        path: PathBuf,
        /// Its place in that file.
        item: usize,
    },
    /// Read an article to show it; where a query lights nothing in it, another of its versions in which it
    /// does.
    LoadLit {
        /// The article.
        id: ArticleId,
        /// The query.
        query: Query,
    },
    /// Find what changed between two versions of an article.
    Compare {
        /// The older version.
        old: Spot,
        /// The newer version.
        new: Spot,
    },
    /// Write articles to a file.
    Export(Export),
    /// Give the screen to a program of the reader's until it ends; it gets a copy of the text.
    Outside {
        /// Which program.
        program: Program,
        /// The name of the copy.
        name: String,
        /// What is in it.
        text: String,
    },
    /// Give the screen to the reader's editor, so that they go on with this text there.
    Compose(String),
    /// Hand text to the program that the config names for it.
    Pipe(String),
    /// Hand an address to the browser.
    Browse(SafeUrl),
    /// Hand a picture beside an article to the program that shows pictures.
    View {
        /// The file of the article; the picture lies in its folder or below that.
        file: PathBuf,
        /// What the article says is the place of the picture.
        place: String,
    },
    /// Put text on the clipboard.
    Copy(String),
    /// Step back to the shell that started newsprint.
    Suspend,
    /// Begin or end listening to the mouse.
    ListenToMouse(bool),
    /// Take the terminal again after a stop.
    Resume,
    /// Draw every cell again.
    Redraw,
    /// End.
    Quit,
}

/// The pictures of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PicturesWanted {
    /// The article.
    pub id: ArticleId,
    /// Its file; pictures lie in it, in its folder or below that.
    pub file: PathBuf,
    /// Which part of the file the article is, where it holds many.
    pub item: Option<String>,
    /// What the article says are their places.
    pub places: Vec<String>,
    /// The columns they may take.
    pub columns: u16,
    /// The rows one of them may take.
    pub rows: u16,
}

/// Articles to be written to a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// Which articles.
    pub what: Exported,
    /// The path as the reader typed it; its extension says the form.
    pub path: String,
    /// Whether a file that is there is written over.
    pub over: bool,
}

/// Which articles are written.
#[derive(Debug, Clone, PartialEq)]
pub enum Exported {
    /// One.
    Article(ArticleId),
    /// All that a request shows, whatever its window.
    List(Box<Request>),
}

/// A program of the reader's that takes the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// The editor.
    Editor,
    /// The pager.
    Pager,
}
