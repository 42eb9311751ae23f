//! Owns the file of what this machine remembers from run to run. It refuses to stop anything: what
//! cannot be read is forgotten, and what cannot be written is lost with this run.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use crate::app::memory::Memory;
use crate::config::{Paths, text_of};

/// The file.
pub(super) struct Remembered {
    file: Option<PathBuf>,
}

impl Remembered {
    /// Names the file; without paths nothing is remembered.
    pub(super) fn at(paths: Option<&Paths>) -> Self {
        Self { file: paths.map(|paths| paths.data.join("session.json")) }
    }

    /// Returns what an earlier run wrote.
    pub(super) fn read(&self) -> Memory {
        let text = self.file.as_deref().and_then(text_of);
        text.map(|text| Memory::parse(&text)).unwrap_or_default()
    }

    /// Writes it whole: beside the old file first, then in its place.
    pub(super) fn write(&self, memory: &Memory) {
        let Some(file) = &self.file else { return };
        let beside = file.with_extension("json.new");
        let written =
            file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::File::create(&beside));
        if written.and_then(|mut out| out.write_all(memory.text().as_bytes())).is_ok() {
            drop(fs::rename(&beside, file));
        }
    }
}
