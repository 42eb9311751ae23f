//! Owns the clipboard, through the terminal (OSC 52). It refuses to read it.

use std::io::{self, stdout};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

/// Sends text to the clipboard.
pub(super) fn copy(text: &str) -> io::Result<()> {
    execute!(stdout(), CopyToClipboard::to_clipboard_from(text))
}
