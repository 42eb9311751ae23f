//! Owns what is written to the terminal before it is: a frame goes out whole and short. It refuses to know
//! what a frame shows.

use std::cell::{Cell as Shared, RefCell};
use std::io::{self, Write, stdout};
use std::rc::Rc;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::{Position, Rect, Size};

/// How many cells that did not change are written again, rather than stepped over: a step takes as many bytes.
const STRIDE: u16 = 8;
/// Stands for a cell of which nobody knows what it shows.
const UNKNOWN: Cell = Cell::new("\u{fffd}");

/// What is to be written, gathered so that it takes one call: each call wakes the terminal, which would begin
/// with a part.
#[derive(Debug, Clone, Default)]
pub(super) struct Page(Rc<RefCell<Vec<u8>>>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    /// Does nothing: the page may not be whole yet.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Page {
    /// Writes all there is to the terminal.
    pub(super) fn send(&self) -> io::Result<()> {
        let mut terminal = stdout().lock();
        let sent = terminal.write_all(&self.0.borrow()).and_then(|()| terminal.flush());
        self.0.borrow_mut().clear();
        sent
    }
}

/// Ratatui's backend, which writes a few cells again where the way over them would be as long.
pub(super) struct Brief {
    inner: CrosstermBackend<Page>,
    /// What the terminal shows.
    shown: Buffer,
    /// How large it was when it was asked last.
    size: Shared<Size>,
    /// Whether the frame is drawn in cells only: nobody knows those that a picture lies over.
    is_bare: Rc<Shared<bool>>,
}

impl Brief {
    pub(super) fn new(page: Page, is_bare: Rc<Shared<bool>>) -> Self {
        let inner = CrosstermBackend::new(page);
        Self { inner, shown: Buffer::default(), size: Shared::default(), is_bare }
    }
}

/// Returns the cells that changed, with those between them that are written again.
fn bridged<'a>(shown: &'a Buffer, changed: &[(u16, u16, &'a Cell)]) -> Vec<(u16, u16, &'a Cell)> {
    let mut out: Vec<(u16, u16, &Cell)> = Vec::with_capacity(changed.len() * 5 / 4);
    for &(x, y, cell) in changed {
        if let Some(&(before, row, last)) = out.last()
            && row == y
            && (before + 2..=before + STRIDE).contains(&x)
        {
            let between = || (before + 1..x).filter_map(|x| Some((x, y, shown.cell((x, y))?)));
            if is_plain(last) && between().all(|(.., cell)| is_plain(cell) && is_alike(cell, last)) {
                out.extend(between());
            }
        }
        out.push((x, y, cell));
    }
    out
}

/// Notes what the terminal shows now. A wide sign covers cells that are not written with it, nor with what
/// takes its place where that is blank: what they show then is left open.
fn note(shown: &mut Buffer, changed: &[(u16, u16, &Cell)]) {
    for (x, y, cell) in changed {
        let cells = match cell.diff_option {
            CellDiffOption::ForcedWidth(cells) => cells.get(),
            _ if is_plain(cell) => 1,
            _ => cell.cell_width(),
        };
        for at in *x..x.saturating_add(cells.max(1)) {
            if let Some(known) = shown.cell_mut((at, *y)) {
                *known = if at == *x { (*cell).clone() } else { UNKNOWN };
            }
        }
    }
}

/// Says whether a cell holds one sign that takes just this cell.
fn is_plain(cell: &Cell) -> bool {
    matches!(cell.symbol().as_bytes(), [b' '..=b'~'])
}

fn is_alike(one: &Cell, other: &Cell) -> bool {
    (one.fg, one.bg, one.modifier) == (other.fg, other.bg, other.modifier)
}

impl Backend for Brief {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let changed: Vec<(u16, u16, &Cell)> = content.collect();
        let mut shown = std::mem::take(&mut self.shown);
        if shown.area.as_size() != self.size.get() {
            shown = Buffer::empty(Rect::from((Position::ORIGIN, self.size.get())));
        }
        if !self.is_bare.get() {
            shown = Buffer::filled(shown.area, UNKNOWN);
        }
        let written = bridged(&shown, &changed);
        self.inner.draw(written.into_iter())?;
        note(&mut shown, &changed);
        self.shown = shown;
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.shown.reset();
        self.inner.clear()
    }

    fn clear_region(&mut self, kind: ClearType) -> io::Result<()> {
        self.shown.reset();
        self.inner.clear_region(kind)
    }

    fn size(&self) -> io::Result<Size> {
        let size = self.inner.size()?;
        self.size.set(size);
        Ok(size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    /// Does nothing: the page may not be whole yet.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZero;

    use ratatui::style::Style;

    use super::*;

    fn frame(words: &str, style: Style) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, 24, 1));
        buf.set_string(0, 0, words, style);
        buf
    }

    /// What is written when `after` follows `before`, as `column:sign`, one after another.
    fn written(before: &Buffer, after: &Buffer) -> String {
        let changed = before.diff(after);
        let cells = bridged(before, &changed).into_iter();
        cells.map(|(x, _, cell)| format!("{x}:{}", cell.symbol())).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_few_cells_that_did_not_change_are_written_again_and_many_are_stepped_over() {
        let plain = Style::default();
        let (before, after) = (frame("ab cd ef", plain), frame("xb cd xf", plain));
        assert_eq!(written(&before, &after), "0:x 1:b 2:  3:c 4:d 5:  6:x");
        let (before, after) = (frame("ab cd ef gh", plain), frame("xb cd ef gx", plain));
        assert_eq!(written(&before, &after), "0:x 10:x");
    }

    #[test]
    fn cells_of_another_look_or_with_signs_of_other_widths_are_stepped_over() {
        let plain = Style::default();
        let mut before = frame("ab cd ef", plain);
        before.set_string(3, 0, "cd", plain.bold());
        let mut after = before.clone();
        for x in [0, 7] {
            after.set_string(x, 0, "x", plain);
        }
        assert_eq!(written(&before, &after), "0:x 7:x");
        let (before, after) = (frame("a港b", plain), frame("x港x", plain));
        assert_eq!(written(&before, &after), "0:x 3:x");
    }

    #[test]
    fn whatever_follows_whatever_the_terminal_shows_the_frame() {
        let lines = [
            "My harbour keeps",
            "港の灯りと海 of Gdynia",
            "A baker kept 港",
            "",
            "Die Häfen halten an",
            "港",
            "A b",
            "The 港 harbour kept on",
            "My harbour keeps",
        ];
        let page = Page::default();
        let mut brief = Brief::new(page.clone(), Rc::new(Shared::new(true)));
        brief.size.set(Size::new(24, 1));
        let mut terminal =
            vt100::Parser::new(const { NonZero::new(1).unwrap() }, const { NonZero::new(24).unwrap() }, 0);
        let mut before = frame("", Style::default());
        for line in lines.iter().chain(lines.iter().rev()).chain(lines.iter().step_by(2)) {
            let after = frame(line, Style::default());
            brief.draw(before.diff(&after).into_iter()).unwrap();
            terminal.process(&std::mem::take(&mut *page.0.borrow_mut()));
            assert_eq!(terminal.screen().contents().trim_end(), *line);
            before = after;
        }
    }
}
