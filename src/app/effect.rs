//! Owns what the app asks to be done outside: effects, and what they carry. It refuses to know how any
//! of it is done.

use std::path::PathBuf;

use super::errand::Errand;
use super::memory::Memory;
use super::orders::Chosen;
use crate::article::{ArticleId, SafeUrl};
use crate::marks::Change;

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Ask the library.
    Ask(Errand),
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
    /// Count what is in the configured libraries, as far as that is known.
    CountLibraries,
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
    /// Which part of the file the article is, if the file holds many.
    pub item: Option<String>,
    /// What the article says are their places.
    pub places: Vec<String>,
    /// The columns they may take.
    pub columns: u16,
    /// The rows one of them may take.
    pub rows: u16,
}

/// A program of the reader's that takes the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// The editor.
    Editor,
    /// The pager.
    Pager,
}
