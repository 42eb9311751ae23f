//! Owns the pane a note is written in: several lines, wrapped, with the keys of a shell's line. It
//! refuses to know what the note is about.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, DataCursor, Input, Key as Typed, TextArea, WrapMode};

use super::{Stage, paint};
use crate::article::Text;
use crate::keys::{Chord, Key};
use crate::typeset::Role;

/// The widest the pane gets, and how many lines it shows, in cells with its frame.
const SIZE: (u16, u16) = (72, 12);
/// Rows of a screen on which it shows no more lines than are written, the next one, and a few.
const LOW: u16 = 20;
/// The lowest it gets, in rows with its frame.
const LOWEST: u16 = 6;

/// A note being written.
#[derive(Debug)]
pub struct Editor {
    heading: String,
    area: TextArea<'static>,
}

impl Editor {
    /// Starts with `text`, the cursor behind it.
    pub fn new(heading: &str, text: &str) -> Self {
        Self { heading: heading.to_owned(), area: holding(text) }
    }

    /// Puts other text in place of what was written.
    pub fn replace(&mut self, text: &str) {
        self.area = holding(text);
    }

    /// Returns what was written, without blanks at its ends.
    pub fn text(&self) -> String {
        let lines: Vec<String> = self.area.lines().iter().map(|line| Text::line(line).to_string()).collect();
        lines.join("\n").trim().to_owned()
    }

    /// Takes a key.
    pub fn press(&mut self, chord: Chord) {
        let key = match chord.key {
            Key::Char(c) => Typed::Char(c),
            Key::F(number) => Typed::F(number),
            Key::Named(name) => named(name),
        };
        self.area.input(Input { key, ctrl: chord.ctrl, alt: chord.alt, shift: chord.shift });
    }

    /// Takes pasted text, with its lines.
    pub fn paste(&mut self, text: &str) {
        let lines: Vec<String> = text.lines().map(|line| Text::line(line).to_string()).collect();
        self.area.insert_str(lines.join("\n"));
    }

    /// Shows the lines before the cursor again, as many as there is room for: the pane may be larger than it was,
    /// and lines that once went out at its top would stay there.
    pub fn fit(&mut self) {
        let DataCursor(row, column) = self.area.cursor();
        let place = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        self.area.scroll((i16::MIN + 1, 0));
        self.area.move_cursor(CursorMove::Jump(place(row), place(column)));
    }

    /// Returns the size the pane would like on a screen of this size, in cells.
    pub fn size(&self, screen: Rect) -> (u16, u16) {
        let (width, height) = SIZE;
        if screen.height >= LOW {
            return SIZE;
        }
        let room = width.min(screen.width).saturating_sub(4).max(1);
        let written: usize = self.area.lines().iter().map(|line| paint::wrap(line, room).len()).sum();
        (width, u16::try_from(written + 3).unwrap_or(height).clamp(LOWEST, height))
    }

    /// Draws the pane.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let (frame, bold) = (stage.theme.style(Role::Overlay), stage.theme.style(Role::Crosshead));
        let inside = paint::frame(buf, area, &self.heading, frame, bold, stage.ascii);
        (&self.area).render(inside.intersection(buf.area), buf);
    }
}

fn holding(text: &str) -> TextArea<'static> {
    let mut area = TextArea::new(text.lines().map(str::to_owned).collect());
    area.set_wrap_mode(WrapMode::WordOrGlyph);
    area.set_cursor_line_style(Style::default());
    area.set_cursor_style(Style::default().add_modifier(Modifier::REVERSED));
    area.move_cursor(CursorMove::Bottom);
    area.move_cursor(CursorMove::End);
    area
}

fn named(name: &str) -> Typed {
    match name {
        "enter" => Typed::Enter,
        "backspace" => Typed::Backspace,
        "delete" => Typed::Delete,
        "space" => Typed::Char(' '),
        "up" => Typed::Up,
        "down" => Typed::Down,
        "left" => Typed::Left,
        "right" => Typed::Right,
        "home" => Typed::Home,
        "end" => Typed::End,
        "pageup" => Typed::PageUp,
        "pagedown" => Typed::PageDown,
        _ => Typed::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_and_pasted_is_the_note() {
        let mut editor = Editor::new("", "ask");
        for key in ["space", "A", "d", "a", "enter", "x", "backspace"] {
            editor.press(key.parse().unwrap());
        }
        editor.paste("two\nlines\u{1b}[31m");
        assert!(editor.text().starts_with("ask Ada\ntwo\nlines"), "{:?}", editor.text());
        assert!(!editor.text().contains('\u{1b}'));
    }
}
