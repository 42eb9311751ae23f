//! Owns the linear mode: a reader of prompts and lines for screen readers, dumb terminals and pipes. It
//! refuses to draw: no other screen, no box, no sign that moves, not one escape sequence.

mod commands;
mod desk;
mod marking;
mod pages;
mod reading;
mod sources;
mod stock;

use std::io::{self, BufRead, ErrorKind, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use super::output::{Out, Stop, escaped};
use super::setup::Setup;
use super::{Outcome, arguments, cached, gather, list, places as named, table};
use crate::library::{Order, Query, Request};
use desk::Desk;
use stock::Stock;

/// How long an end of standard input is waited for before it is taken for one that will say something.
const PATIENCE: Duration = Duration::from_millis(150);

/// What comes after a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    On,
    Quit,
}

/// Reads by prompts. Without a command to read it prints the list, as it does where standard output is
/// no terminal.
pub(super) fn run(paths: &[PathBuf], setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    named::existing(paths)?;
    let is_piped = !io::stdin().is_terminal();
    let takes_stdin = paths.iter().any(|path| path.as_os_str() == named::STDIN);
    let listens = is_piped || io::stdout().is_terminal();
    if takes_stdin || !listens || (is_piped && is_over()) {
        if !takes_stdin && let Some(outcome) = indexed(&places(paths, setup), setup, out)? {
            return Ok(outcome);
        }
        let asked = arguments::List { args: named::as_args(paths), ..Default::default() };
        return list::run(&asked, setup, out);
    }
    let words = setup.environment.words(&setup.config);
    let stock = Stock::open(&places(paths, setup), setup, &words, out)?;
    let mut desk = Desk::new(setup, words, stock, is_piped)?;
    desk.welcome(out)?;
    desk.show_list(0, out)?;
    loop {
        write!(out, "newsprint> ")?;
        out.flush()?;
        let mut line = String::new();
        match io::stdin().read_line(&mut line) {
            // What is not UTF-8 is no command, and no reason to stop listening.
            Err(error) if error.kind() == ErrorKind::InvalidData => line.clear(),
            Ok(0) | Err(_) => break,
            Ok(_) => {}
        }
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

/// Prints the list of a large library out of its index, brought up to date; nothing, where it has none.
fn indexed(places: &[PathBuf], setup: &Setup, out: &mut Out) -> Result<Option<Outcome>, Stop> {
    if places.is_empty() {
        return Ok(None);
    }
    let Some((_, cache, problems)) = cached::up_to_date(places, setup) else { return Ok(None) };
    for problem in &problems {
        gather::say_unread(&problem.path, &problem.what);
    }
    let marks = setup.marks();
    let request = Request::first(usize::MAX, Query::default(), Order::default());
    let view = cache.view(&request, &marks).map_err(|error| stock::broken(&error))?;
    let rows: Vec<_> = view.rows.iter().map(|row| table::Row::listed(row, &marks)).collect();
    for line in table::lines(&rows, table::terminal_width(), setup.environment.ascii) {
        writeln!(out, "{line}")?;
    }
    let complete = problems.is_empty() && !rows.is_empty();
    Ok(Some(if complete { Outcome::Done } else { Outcome::Problems }))
}

/// Says whether standard input is at its end before it began. One that is open and silent is not: what is
/// typed there may come at any time.
fn is_over() -> bool {
    let (send, over) = channel();
    // While it waits it holds standard input, for which the prompt then waits in its place.
    thread::spawn(move || {
        let is_over = io::stdin().lock().fill_buf().is_ok_and(<[u8]>::is_empty);
        _ = send.send(is_over);
    });
    over.recv_timeout(PATIENCE).unwrap_or(false)
}

/// Returns the places to read: those named, else the configured library.
fn places(paths: &[PathBuf], setup: &Setup) -> Vec<PathBuf> {
    if paths.is_empty() {
        return setup.default_places();
    }
    paths.iter().chain(&setup.libraries).cloned().collect()
}
