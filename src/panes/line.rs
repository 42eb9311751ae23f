//! Owns the line a reader types into: text, cursor, editing keys. It refuses to know what the line
//! is for.

use tui_input::{Input, InputRequest};

use crate::article::Text;
use crate::keys::{Chord, Key};

/// A line being typed.
#[derive(Debug, Clone, Default)]
pub struct Line {
    input: Input,
    /// Whether all of it is selected: the next letter takes its place.
    selected: bool,
}

impl Line {
    /// Starts with `text`, the cursor behind it.
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()), selected: false }
    }

    /// Starts with `text` selected: a letter takes its place, any other key of the line edits it.
    pub fn selected(text: &str) -> Self {
        Self { selected: !text.is_empty(), ..Self::new(text) }
    }

    /// Says whether all of the text is selected.
    pub fn is_selected(&self) -> bool {
        self.selected
    }

    /// Returns what was typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Returns how many cells the cursor stands from the start of the text.
    pub fn cursor(&self) -> usize {
        self.input.visual_cursor()
    }

    /// Says whether the cursor stands behind the text.
    pub fn is_at_end(&self) -> bool {
        self.input.cursor() == self.input.value().chars().count()
    }

    /// Takes a key; says whether the key was one of the line's.
    pub fn press(&mut self, chord: Chord) -> bool {
        let Some(request) = request(chord) else { return false };
        self.replace_selected(matches!(request, InputRequest::InsertChar(_)));
        self.input.handle(request);
        true
    }

    /// Ends the selection; what is typed takes the place of what was selected.
    fn replace_selected(&mut self, types: bool) {
        if std::mem::take(&mut self.selected) && types {
            self.input = Input::default();
        }
    }

    /// Takes pasted text: cleaned, on one line.
    pub fn paste(&mut self, text: &str) {
        self.replace_selected(true);
        for c in Text::line(text).chars() {
            self.input.handle(InputRequest::InsertChar(c));
        }
    }
}

/// The editing keys of a shell's line, which readers' fingers know.
fn request(chord: Chord) -> Option<InputRequest> {
    if let Some(c) = chord.types() {
        return Some(InputRequest::InsertChar(c));
    }
    let request = match (chord.ctrl, chord.alt, chord.key) {
        (false, _, Key::Named("backspace")) | (true, _, Key::Char('h')) => InputRequest::DeletePrevChar,
        (false, _, Key::Named("delete")) | (true, _, Key::Char('d')) => InputRequest::DeleteNextChar,
        (false, false, Key::Named("left")) | (true, _, Key::Char('b')) => InputRequest::GoToPrevChar,
        (false, false, Key::Named("right")) | (true, _, Key::Char('f')) => InputRequest::GoToNextChar,
        (true, _, Key::Named("left")) | (_, true, Key::Char('b')) => InputRequest::GoToPrevWord,
        (true, _, Key::Named("right")) | (_, true, Key::Char('f')) => InputRequest::GoToNextWord,
        (false, _, Key::Named("home")) | (true, _, Key::Char('a')) => InputRequest::GoToStart,
        (false, _, Key::Named("end")) | (true, _, Key::Char('e')) => InputRequest::GoToEnd,
        (true, _, Key::Char('w')) => InputRequest::DeletePrevWord,
        (true, _, Key::Char('u')) => InputRequest::DeleteLine,
        (true, _, Key::Char('k')) => InputRequest::DeleteTillEnd,
        _ => return None,
    };
    Some(request)
}
