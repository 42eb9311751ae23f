//! Owns the terminal: entering it, drawing on it, and giving it back as it was, whatever happens. It
//! refuses to know what is drawn.

use std::io::{self, Stdout, stdout};

use anyhow::Context;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::{Frame, Terminal};

/// The terminal while newsprint has it.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    mouse: bool,
}

impl Screen {
    /// Takes the terminal over; a panic gives it back before its message is printed.
    pub(super) fn enter(mouse: bool) -> anyhow::Result<Self> {
        take(mouse).context("cannot draw on this terminal; try `newsprint list`")?;
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            // A parser's panic is caught on its own thread and must not disturb the screen.
            if std::thread::current().name() == Some("main") {
                give_back();
                before(panic);
            }
        }));
        let terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        Ok(Self { terminal, mouse })
    }

    /// Returns columns and rows.
    pub(super) fn size(&self) -> (u16, u16) {
        self.terminal.size().map_or((80, 24), |size| (size.width, size.height))
    }

    /// Draws a frame; the terminal shows it at once (synchronized output, mode 2026).
    pub(super) fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(stdout(), BeginSynchronizedUpdate)?;
        self.terminal.draw(view)?;
        execute!(stdout(), EndSynchronizedUpdate)
    }

    /// Makes the next frame draw every cell.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        // `Terminal::clear` would ask the terminal where its cursor is and wait for an answer.
        execute!(stdout(), Clear(ClearType::All))?;
        self.terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
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
        take(self.mouse)?;
        self.clear()
    }
}

fn take(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
    if mouse {
        execute!(stdout(), EnableMouseCapture)?;
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
        LeaveAlternateScreen,
        cursor::Show
    );
    drop(modes);
    drop(disable_raw_mode());
}
