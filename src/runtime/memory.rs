//! Owns the files of what this machine remembers from run to run. It refuses to stop anything: what cannot
//! be read is forgotten, and what cannot be written is lost with this run, which is said.

use std::path::PathBuf;
use std::{fs, io};

use crate::app::drafts::Drafts;
use crate::app::memory::Memory;
use crate::app::orders::{Chosen, Orders};
use crate::article::Text;
use crate::config::{Paths, text_of};
use crate::files::{Lasting, replace};
use crate::library::cache::Store;
use crate::marks::Change;
use crate::words::Words;

/// The files.
pub(super) struct Remembered {
    folder: Option<PathBuf>,
}

/// A file that could not be written, and why.
pub(super) struct Unwritten {
    file: PathBuf,
    why: io::Error,
}

impl Unwritten {
    /// Says so in a line.
    pub(super) fn said(&self, words: &Words) -> String {
        let path = Text::line(&self.file.to_string_lossy()).to_string();
        words.with("not-remembered", &[("path", path.into()), ("why", self.why.to_string().into())])
    }
}

impl Remembered {
    /// Names the files; without paths nothing is remembered.
    pub(super) fn at(paths: Option<&Paths>) -> Self {
        Self { folder: paths.map(|paths| paths.data.clone()) }
    }

    /// Returns what an earlier run wrote.
    pub(super) fn read(&self) -> Memory {
        let text = self.file("session.json").and_then(|file| text_of(&file));
        text.map(|text| Memory::parse(&text)).unwrap_or_default()
    }

    /// Writes what is to be remembered.
    pub(super) fn write(&self, memory: &Memory) -> Result<(), Unwritten> {
        self.put("session.json", &memory.text())
    }

    /// Returns the order that was chosen for a library, if one was.
    pub(super) fn order(&self, places: &[PathBuf]) -> Option<Chosen> {
        self.orders().of(&Store::name(places))
    }

    /// Keeps the order of a library. What another newsprint wrote meanwhile of other libraries
    /// stays. What came through a pipe, or with newsprint, is no library to come back to.
    pub(super) fn keep_order(&self, places: &[PathBuf], chosen: Option<Chosen>) -> Result<(), Unwritten> {
        let mut orders = self.orders();
        if places.is_empty() || !orders.keep(&Store::name(places), chosen) {
            return Ok(());
        }
        self.put("orders.jsonl", &orders.text())
    }

    /// Returns the notes that were being written when newsprint was ended.
    pub(super) fn drafts(&self) -> Drafts {
        let text = self.file("drafts").and_then(|file| text_of(&file));
        text.map(|text| Drafts::parse(&text)).unwrap_or_default()
    }

    /// Puts a note by. What another newsprint put by stays.
    pub(super) fn put_by(&self, draft: &Change) -> Result<(), Unwritten> {
        let mut drafts = self.drafts();
        if drafts.keep(draft) { self.put("drafts", &drafts.text()) } else { Ok(()) }
    }

    fn orders(&self) -> Orders {
        let text = self.file("orders.jsonl").and_then(|file| text_of(&file));
        text.map(|text| Orders::parse(&text)).unwrap_or_default()
    }

    fn file(&self, name: &str) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join(name))
    }

    fn put(&self, name: &str, text: &str) -> Result<(), Unwritten> {
        let Some(file) = self.file(name) else { return Ok(()) };
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        let written = folder.and_then(|()| replace(&file, text.as_bytes(), None, Lasting::Written));
        written.map_err(|why| Unwritten { file, why })
    }
}
