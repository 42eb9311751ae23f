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
    /// What is to be done, by its name.
    #[arg(value_name = "MARK", value_parser = deed, required_unless_present = "import", help = known("or"))]
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

/// What a mark is given with its name.
enum Takes {
    /// Nothing: it is done as it stands.
    Nothing(Deed),
    /// A value, called this in the help.
    Value(&'static str, fn(String) -> Deed),
}

/// The marks by name, in the order in which the help tells them.
const MARKS: &[(&str, Takes)] = &[
    ("read", Takes::Nothing(Deed::Set(What::Read(true)))),
    ("unread", Takes::Nothing(Deed::Set(What::Read(false)))),
    ("finish", Takes::Nothing(Deed::Set(What::Finished(true)))),
    ("unfinish", Takes::Nothing(Deed::Set(What::Finished(false)))),
    ("star", Takes::Nothing(Deed::Set(What::Starred(true)))),
    ("unstar", Takes::Nothing(Deed::Set(What::Starred(false)))),
    ("later", Takes::Nothing(Deed::Set(What::Later(true)))),
    ("unlater", Takes::Nothing(Deed::Set(What::Later(false)))),
    ("hide", Takes::Nothing(Deed::Set(What::Hidden(true)))),
    ("unhide", Takes::Nothing(Deed::Set(What::Hidden(false)))),
    ("tag", Takes::Value("NAME", |name| Deed::Set(What::Tag(name, true)))),
    ("untag", Takes::Value("NAME", |name| Deed::Set(What::Tag(name, false)))),
    ("note", Takes::Value("TEXT", |text| Deed::Set(What::Note(text)))),
    ("unnote", Takes::Nothing(Deed::Set(What::Note(String::new())))),
    ("highlight", Takes::Value("WORDS", |words| Deed::Highlight(words, true))),
    ("unhighlight", Takes::Value("WORDS", |words| Deed::Highlight(words, false))),
    ("undo", Takes::Nothing(Deed::Undo)),
    ("redo", Takes::Nothing(Deed::Redo)),
];

/// Tells all marks as they are written: `read, unread, …, tag=NAME, … and redo`.
fn known(and: &str) -> String {
    let written = |(name, takes): &(&str, Takes)| match takes {
        Takes::Nothing(_) => (*name).to_owned(),
        Takes::Value(value, _) => format!("{name}={value}"),
    };
    let mut names: Vec<String> = MARKS.iter().map(written).collect();
    let last = names.pop().unwrap_or_default();
    format!("{} {and} {last}", names.join(", "))
}

/// Reads what `newsprint mark` is to do.
fn deed(word: &str) -> Result<Deed, String> {
    let (name, value) = word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
    match (MARKS.iter().find(|(known, _)| *known == name).map(|(_, takes)| takes), value) {
        (Some(Takes::Nothing(deed)), None) => Ok(deed.clone()),
        (Some(Takes::Nothing(_)), Some(_)) => Err(format!("{name} takes no value")),
        (Some(Takes::Value(_, make)), value) => {
            let value = value.map(|value| written(name, value)).filter(|value| !value.is_empty());
            value.map(make).ok_or_else(|| format!("{name} needs a value: {name}=…"))
        }
        (None, _) => Err(format!("known are {}", known("and"))),
    }
}

/// Cleans what the reader wrote, as what is read from files is: a note may have several lines.
pub(in crate::cli) fn written(name: &str, value: &str) -> String {
    let text = if name == "note" { Text::new(value) } else { Text::line(value) };
    text.trim().to_owned()
}
