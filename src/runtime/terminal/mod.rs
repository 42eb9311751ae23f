//! Owns the terminal: entering it, drawing on it, and giving it back as it was, whatever happens. It
//! refuses to know what is drawn.

mod page;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::io::{self, stdout};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Context;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
};
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::buffer::CellDiffOption;
use ratatui::{Frame, Terminal};

use super::clusters;
use page::{Brief, Page};

/// The terminal while newsprint has it.
pub(super) struct Screen {
    terminal: Terminal<Brief>,
    /// What a frame changes, until it is whole.
    page: Page,
    /// Whether the frame is drawn in cells only, without a picture over them.
    is_bare: Rc<Cell<bool>>,
    modes: Modes,
    /// What the window is called.
    name: String,
    /// The rows with signs on the last frame that terminals do not agree about.
    doubtful: BTreeSet<u16>,
}

/// What is asked of the terminal beyond drawing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Modes {
    /// Whether it reports the mouse.
    pub(super) mouse: bool,
    /// Whether newsprint turns lines from right to left round, so that the terminal must not.
    pub(super) turned: bool,
    /// Whether it may be sent links.
    pub(super) links: bool,
}

/// Asks for buttons, the wheel, and movements with a button held, in the form without a last column; not for
/// every movement (1003), which crossterm would: newsprint would wake up for nothing.
const MOUSE: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";

/// Keeps the name of the window, and brings it back (XTWINOPS).
const KEEP_NAME: &str = "\x1b[22;0t";
const OLD_NAME: &str = "\x1b[23;0t";

/// Asks a terminal that orders letters itself to leave them as they come (BDSM, explicit), and back.
const EXPLICIT: &str = "\x1b[8l";
const IMPLICIT: &str = "\x1b[8h";

impl Screen {
    /// Takes the terminal over; a panic gives it back before its message is printed.
    pub(super) fn enter(modes: Modes) -> anyhow::Result<Self> {
        take(modes).context("cannot draw on this terminal; try `newsprint list`")?;
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            // A parser's panic is caught on its own thread and must not disturb the screen.
            if std::thread::current().name() == Some("main") {
                give_back();
                before(panic);
            }
        }));
        let (page, is_bare) = (Page::default(), Rc::new(Cell::new(true)));
        let terminal = Terminal::new(Brief::new(page.clone(), Rc::clone(&is_bare)))?;
        Ok(Self { terminal, page, is_bare, modes, name: String::new(), doubtful: BTreeSet::new() })
    }

    /// Begins or ends listening to the mouse.
    pub(super) fn listen_to_mouse(&mut self, on: bool) -> io::Result<()> {
        if on == self.modes.mouse {
            return Ok(());
        }
        self.modes.mouse = on;
        if on { execute!(stdout(), Print(MOUSE)) } else { execute!(stdout(), DisableMouseCapture) }
    }

    /// Returns columns and rows.
    pub(super) fn size(&self) -> (u16, u16) {
        self.terminal.size().map_or((80, 24), |size| (size.width, size.height))
    }

    /// Draws a frame; the terminal shows it at once (synchronized output, mode 2026).
    pub(super) fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.page, BeginSynchronizedUpdate)?;
        let (doubtful, is_bare) = (&mut self.doubtful, &self.is_bare);
        self.terminal.draw(|frame| {
            view(frame);
            let cells = frame.buffer_mut();
            *doubtful = clusters::draw_whole(doubtful, cells);
            is_bare.set(!cells.content.iter().any(|cell| cell.diff_option == CellDiffOption::Skip));
        })?;
        queue!(self.page, EndSynchronizedUpdate)?;
        self.page.send()
    }

    /// Says whether links may be drawn.
    pub(super) fn knows_links(&self) -> bool {
        self.modes.links
    }

    /// Names the window, if it has another name. Nothing of a headline may end the sequence.
    pub(super) fn name(&mut self, name: &str) -> io::Result<()> {
        if self.name != name {
            name.clone_into(&mut self.name);
            let clean: String = name.chars().filter(|c| !c.is_control()).collect();
            execute!(stdout(), SetTitle(clean))?;
        }
        Ok(())
    }

    /// Makes the next frame draw every cell.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        // `Terminal::clear` would ask the terminal where its cursor is and wait for an answer.
        execute!(stdout(), Clear(ClearType::All))?;
        self.terminal = Terminal::new(Brief::new(self.page.clone(), Rc::clone(&self.is_bare)))?;
        Ok(())
    }

    /// Gives the terminal back to the shell until it says `fg`.
    pub(super) fn suspend(&mut self) -> anyhow::Result<()> {
        give_back();
        signal_hook::low_level::raise(signal_hook::consts::SIGSTOP)?;
        self.resume()?;
        Ok(())
    }

    /// Takes the terminal again after a stop.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        // After a plain SIGSTOP crossterm believes raw mode is still on, and would not set it again.
        disable_raw_mode()?;
        take(self.modes)?;
        self.name.clear();
        self.clear()
    }
}

/// Whether the terminal was asked to leave letters as they come; a panic must know it too.
static TURNED: AtomicBool = AtomicBool::new(false);
/// Whether the terminal keeps the name its window had: after a plain stop it still does, and would keep ours on
/// top of it.
static IS_NAME_KEPT: AtomicBool = AtomicBool::new(false);

fn take(modes: Modes) -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange, cursor::Hide)?;
    if !IS_NAME_KEPT.swap(true, Ordering::Relaxed) {
        execute!(stdout(), Print(KEEP_NAME))?;
    }
    if modes.mouse {
        execute!(stdout(), Print(MOUSE))?;
    }
    if modes.turned {
        TURNED.store(true, Ordering::Relaxed);
        execute!(stdout(), Print(EXPLICIT))?;
    }
    Ok(())
}

/// Puts the terminal back as it was. Errors are of no use here: there may be no terminal any more.
pub(super) fn give_back() {
    let modes = execute!(
        stdout(),
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        DisableFocusChange,
        Print(if IS_NAME_KEPT.swap(false, Ordering::Relaxed) { OLD_NAME } else { "" }),
        LeaveAlternateScreen,
        cursor::Show
    );
    drop(modes);
    if TURNED.load(Ordering::Relaxed) {
        drop(execute!(stdout(), Print(IMPLICIT)));
    }
    drop(disable_raw_mode());
}
