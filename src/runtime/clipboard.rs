//! Owns the clipboard, through the terminal (OSC 52). It refuses to read it.

use std::io::{self, stdout};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

/// The most a terminal is sent, in bytes; many drop longer ones.
const LONGEST: usize = 8 * 1024;

/// Sends text to the clipboard, cut at [`LONGEST`].
pub(super) fn copy(text: &str) -> io::Result<()> {
    let end = text.floor_char_boundary(LONGEST);
    execute!(stdout(), CopyToClipboard::to_clipboard_from(text.get(..end).unwrap_or_default()))
}
