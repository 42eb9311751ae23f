//! Owns what the two processes say to each other: one line of JSON each. It refuses to know who says it.

use std::io::{self, BufRead, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::Depth;
use crate::files::SavedPath;

/// What the process that reads wants.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Order {
    /// Watch a folder, by a watcher that may be new, and answer.
    Watch { watcher: u64, follow_links: bool, folder: SavedPath, depth: Depth },
    /// Watch a folder no longer.
    Leave { watcher: u64, folder: SavedPath },
    /// Forget a watcher.
    End { watcher: u64 },
}

/// What the process that watches says.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Report {
    /// The order to watch a folder was carried out, or why not.
    Answer { watcher: u64, refused: Option<String> },
    /// This changed; without a path more than could be told.
    Changed { watcher: u64, at: Option<SavedPath> },
}

/// Sends one.
pub(super) fn send(message: &impl Serialize, mut to: impl Write) -> io::Result<()> {
    let mut line = serde_json::to_vec(message)?;
    line.push(b'\n');
    to.write_all(&line)?;
    to.flush()
}

/// Receives until the other end is closed or says what is not understood.
pub(super) fn receive<T: DeserializeOwned>(from: impl BufRead) -> impl Iterator<Item = T> {
    from.lines().map_while(|line| serde_json::from_str(&line.ok()?).ok())
}
