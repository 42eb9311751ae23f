//! newsprint reads saved articles in a terminal: any file or folder, no import, no server, no network.
//!
//! # The map
//!
//! | module | owns |
//! |---|---|
//! | [`article`] | the domain: what an article is once it no longer matters how it was saved |
//! | [`files`] | writing a file whole, so that nobody ever reads half of one, and how a path is written down |
//! | [`words`] | what newsprint says, in the reader's language |
//! | [`keys`] | chords: how keys are named, read and shown |
//! | [`formats`] | bytes → articles, with warnings instead of failures |
//! | [`library`] | finding and reading files, the query language, which articles a list shows |
//! | [`marks`] | what the reader did with articles, and the journal that keeps it |
//! | [`typeset`] | an article and a width → lines of role-tagged spans |
//! | [`export`] | articles and citations as Markdown, HTML, EPUB, BibTeX, CSL-JSON, DOT |
//! | [`theme`] | role → style; the only place for colour |
//! | [`config`] | the options, where files are kept, what the environment says |
//! | [`panes`] | the parts of the screen: each one's state, moves and view |
//! | [`app`] | the reader: commands in one table, messages in, effects out, one frame drawn |
//! | [`runtime`] | what the reader needs from outside: terminal, threads, clock, opener, clipboard |
//! | [`cli`] | the command line: everything printed without the reader |
//!
//! Each may use some of those above it in this list and none below; which ones is in `CONTRIBUTING.md`, and a
//! test holds the code to it. The reader never uses [`cli`].
//!
//! # The two walks
//!
//! *File to cell.* A path is opened within bounds by [`library::scan`]; its bytes meet
//! [`formats::parse`], which recognises the content before it believes the extension and returns
//! [`article::Article`]s made of [`article::Text`]. The [`library::Shelf`] keeps what a list needs.
//! [`typeset::typeset`] makes a [`typeset::Column`], and [`theme::Theme`] turns its roles into styles.
//!
//! *Key to disk.* A key becomes a chord, the chord a row of the table of commands, and what it marks a
//! [`marks::Step`]: the [`marks::Marks`] in memory change at once, the screen answers in the same
//! frame, and the step's changes go to the [`marks::Journal`]. A line that was appended is never
//! rewritten; undoing appends a newer one.
//!
//! # Invariants
//!
//! Absent on purpose:
//! * No article file is ever written.
//! * No string from outside reaches a terminal but as [`article::Text`], or escaped.
//! * No network, no shell, no async runtime, no tick: idle, newsprint does nothing.
//! * No parse fails: it gives what it can, with warnings.
//! * No identity is a path: an [`article::ArticleId`] outlives renames, moves and other machines.
//! * No environment is read and no clock asked below the command line and the reader.

use std::ffi::OsString;

pub mod app;
pub mod article;
pub mod cli;
pub mod config;
pub mod export;
pub mod files;
pub mod formats;
pub mod keys;
pub mod library;
pub mod marks;
pub mod panes;
pub mod runtime;
pub mod theme;
pub mod typeset;
pub mod words;

/// Runs newsprint with the arguments of a process, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> cli::Outcome {
    let mut arguments = arguments.into_iter().peekable();
    if runtime::is_lookout(arguments.peek().map(OsString::as_os_str)) {
        runtime::keep_lookout();
        return cli::Outcome::Done;
    }
    match cli::start(arguments) {
        cli::Start::Done(outcome) => outcome,
        cli::Start::Read(session) => match runtime::read(*session) {
            Ok(()) => cli::Outcome::Done,
            Err(error) => {
                cli::output::problem(&format!("{error:#}"));
                if error.is::<runtime::Unsaved>() { cli::Outcome::Problems } else { cli::Outcome::Wrong }
            }
        },
    }
}
