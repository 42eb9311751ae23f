//! Owns the linear mode: a reader of prompts and lines for screen readers, dumb terminals and pipes. It
//! refuses to draw: no other screen, no box, no sign that moves, not one escape sequence.

mod commands;
mod desk;
mod marking;
mod pages;
mod reading;
mod sources;

use std::io::{self, BufRead, ErrorKind, IsTerminal, Write};
use std::path::PathBuf;

use super::gather::{self, Gathered};
use super::output::{Out, Stop, escaped};
use super::setup::Setup;
use super::{Outcome, arguments, list, places};
use crate::library::scan;
use crate::library::shipped::SHIPPED;
use desk::Desk;

/// What comes after a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    On,
    Quit,
}

/// Reads by prompts. Without a command to read it prints the list, as it does where standard output is
/// no terminal.
pub(super) fn run(paths: &[PathBuf], setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    places::existing(paths)?;
    let is_piped = !io::stdin().is_terminal();
    let takes_stdin = paths.iter().any(|path| path.as_os_str() == places::STDIN);
    let listens = is_piped || io::stdout().is_terminal();
    if takes_stdin || !listens || (is_piped && is_over()) {
        let asked = arguments::List { args: places::as_args(paths), ..Default::default() };
        return list::run(&asked, setup, out);
    }
    let gathered = gather(paths, setup)?;
    let mut desk = Desk::new(setup, &gathered, is_piped);
    desk.welcome(out)?;
    desk.list(out)?;
    let mut lines = io::stdin().lock().lines();
    loop {
        write!(out, "newsprint> ")?;
        out.flush()?;
        let line = match lines.next() {
            Some(Ok(line)) => line,
            // What is not UTF-8 is no command, and no reason to stop listening.
            Some(Err(error)) if error.kind() == ErrorKind::InvalidData => String::new(),
            Some(Err(_)) | None => break,
        };
        if is_piped {
            writeln!(out, "{}", escaped(line.trim()))?;
        }
        if commands::perform(&mut desk, line.trim(), out)? == Flow::Quit {
            return Ok(Outcome::Done);
        }
    }
    writeln!(out)?;
    Ok(Outcome::Done)
}

/// Says whether standard input is at its end before it began.
fn is_over() -> bool {
    io::stdin().lock().fill_buf().is_ok_and(<[u8]>::is_empty)
}

/// Reads the articles: those named, else the configured library, else those that come along.
fn gather(paths: &[PathBuf], setup: &Setup) -> Result<Gathered, Stop> {
    let mut places = paths.to_vec();
    if places.is_empty() {
        places = setup.default_places();
    } else {
        places.extend(setup.libraries.iter().cloned());
    }
    if !places.is_empty() {
        return gather::read_all(&places, setup);
    }
    let shipped = SHIPPED.iter().map(|(name, bytes)| scan::parse(name.as_ref(), bytes, 0));
    Ok(Gathered { readings: shipped.collect(), complete: true })
}
