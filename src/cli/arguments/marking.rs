//! Owns the words of `newsprint mark`: the marks by their names, and what they are made on. It refuses to
//! make any.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Args;

use crate::article::Text;
use crate::marks::What;

/// `newsprint mark`.
#[derive(Debug, Args)]
pub struct Mark {
    /// read, unread, finish, unfinish, star, unstar, later, unlater, hide, unhide, tag=NAME,
    /// untag=NAME, note=TEXT, unnote, highlight=WORDS, unhighlight=WORDS, undo or redo
    #[arg(value_name = "MARK", value_parser = deed, required_unless_present = "import")]
    pub deed: Option<Deed>,
    /// Files, ids or web addresses; `-` reads them from standard input, one a line. Not with undo and
    /// redo: they are about the last step, whatever it was
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<OsString>,
    /// What a query shows: of the files and folders named, else of the library
    #[arg(short, long, value_name = "QUERY")]
    pub query: Option<String>,
    /// Take marks over from another reader: a folder of bulletty's, or a wallabag export
    #[arg(long, value_name = "PATH", conflicts_with_all = ["deed", "articles", "query"])]
    pub import: Vec<PathBuf>,
}

/// What `newsprint mark` is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Set a field.
    Set(What),
    /// Light these words up, or put them out.
    Highlight(String, bool),
    /// Take the last step back.
    Undo,
    /// Make the step again that was taken back last.
    Redo,
}

/// The marks that take no value, by name.
const PLAIN: &[(&str, What)] = &[
    ("read", What::Read(true)),
    ("unread", What::Read(false)),
    ("finish", What::Finished(true)),
    ("unfinish", What::Finished(false)),
    ("star", What::Starred(true)),
    ("unstar", What::Starred(false)),
    ("later", What::Later(true)),
    ("unlater", What::Later(false)),
    ("hide", What::Hidden(true)),
    ("unhide", What::Hidden(false)),
    ("unnote", What::Note(String::new())),
];

/// Reads what `newsprint mark` is to do.
fn deed(word: &str) -> Result<Deed, String> {
    if let Some((_, what)) = PLAIN.iter().find(|(name, _)| *name == word) {
        return Ok(Deed::Set(what.clone()));
    }
    let (name, value) = match word.split_once('=') {
        Some((name, value)) => (name, written(name, value)),
        None => (word, String::new()),
    };
    let deed = match name {
        "undo" => return Ok(Deed::Undo),
        "redo" => return Ok(Deed::Redo),
        "tag" => Deed::Set(What::Tag(value.clone(), true)),
        "untag" => Deed::Set(What::Tag(value.clone(), false)),
        "note" => Deed::Set(What::Note(value.clone())),
        "highlight" => Deed::Highlight(value.clone(), true),
        "unhighlight" => Deed::Highlight(value.clone(), false),
        _ => return Err(format!("known are {}, undo and redo", KNOWN.join(", "))),
    };
    if value.is_empty() { Err(format!("{name} needs a value: {name}=…")) } else { Ok(deed) }
}

/// Cleans what the reader wrote, as what is read from files is: a note may have several lines.
pub(in crate::cli) fn written(name: &str, value: &str) -> String {
    let text = if name == "note" { Text::new(value) } else { Text::line(value) };
    text.trim().to_owned()
}

/// The marks there are, as they are named to who misspelt one.
const KNOWN: &[&str] = &[
    "read",
    "unread",
    "finish",
    "unfinish",
    "star",
    "unstar",
    "later",
    "unlater",
    "hide",
    "unhide",
    "tag=NAME",
    "untag=NAME",
    "note=TEXT",
    "unnote",
    "highlight=WORDS",
    "unhighlight=WORDS",
];
