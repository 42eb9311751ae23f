//! Owns the command line: what was asked, and everything newsprint prints without the reader. It
//! refuses to draw: a reading session is gathered here and handed back to be started.

pub mod arguments;
mod cached;
mod check;
mod diff;
mod export;
mod following;
mod gather;
mod generate;
mod graph;
mod import;
mod index;
mod list;
mod manual;
mod mark;
mod named;
mod notes;
pub mod output;
mod places;
mod plain;
mod record;
mod settings;
mod setup;
mod show;
mod sift;
mod sources;
mod stats;
mod table;
mod versions;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use crate::config::Session;
use arguments::{Arguments, Command};
use output::{Out, Stop, problem};
use setup::Setup;

/// What came of the command line.
#[derive(Debug)]
pub enum Start {
    /// Everything asked for was done.
    Done(Outcome),
    /// A reading session is asked for.
    Read(Box<Session>),
}

/// How a run ended; its number is the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// All done: 0.
    Done = 0,
    /// Done with problems, or nothing found: 1.
    Problems = 1,
    /// Wrong usage or configuration: 2.
    Wrong = 2,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome as u8)
    }
}

/// Reads the command line and does what it asks, but for reading.
pub fn start(words: impl IntoIterator<Item = OsString>) -> Start {
    let words: Vec<OsString> = words.into_iter().collect();
    match arguments::read(words.iter().cloned()) {
        Ok(arguments) => begin(arguments, &words).unwrap_or_else(|stop| Start::Done(stop.report())),
        Err(error) => Start::Done(output::usage(&error, &words)),
    }
}

fn begin(arguments: Arguments, words: &[OsString]) -> Result<Start, Stop> {
    let setup = Setup::new(&arguments.global, words)?;
    match arguments.command {
        Some(_) if !arguments.paths.is_empty() => {
            Err(Stop::Usage("a place stands before the command: command line: name places after it".into()))
        }
        Some(command) => perform(command, &setup).map(Start::Done),
        None if setup.environment.plain => {
            with_problems(&setup, |out| plain::run(&arguments.paths, &setup, out)).map(Start::Done)
        }
        None if !io::stdout().is_terminal() => {
            places::existing(&arguments.paths)?;
            let asked = arguments::List { args: places::as_args(&arguments.paths), ..Default::default() };
            with_problems(&setup, |out| list::run(&asked, &setup, out)).map(Start::Done)
        }
        None => places::session(&arguments.paths, setup).map(|session| Start::Read(Box::new(session))),
    }
}

fn perform(command: Command, setup: &Setup) -> Result<Outcome, Stop> {
    match command {
        Command::List(asked) => with_problems(setup, |out| list::run(&asked, setup, out)),
        Command::Show(asked) => with_problems(setup, |out| show::run(&asked, setup, out)),
        Command::Mark(asked) => with_problems(setup, |out| mark::run(&asked, setup, out)),
        Command::Notes(asked) => with_problems(setup, |out| notes::run(&asked, setup, out)),
        Command::Sources(asked) => with_problems(setup, |out| sources::run(&asked, setup, out)),
        Command::Versions(asked) => with_problems(setup, |out| versions::run(&asked, setup, out)),
        Command::Diff(asked) => with_problems(setup, |out| diff::run(&asked, setup, out)),
        Command::Stats(asked) => with_problems(setup, |out| stats::run(&asked, setup, out)),
        Command::Export(asked) => with_problems(setup, |out| export::run(&asked, setup, out)),
        Command::Check(asked) => with_problems(setup, |out| check::run(&asked, setup, out)),
        Command::Index(asked) => with_problems(setup, |out| index::run(&asked, setup, out)),
        Command::Config(asked) => finished(|out| settings::run(&asked, setup, out)),
        Command::Completions { shell } => finished(|out| generate::completions(shell, out)),
        Command::Man => finished(manual::print),
        Command::Help { command } => finished(|out| generate::help(command.as_deref(), out)),
    }
}

/// Runs a command after saying what is wrong with the config; a slip there never stops it.
fn with_problems(
    setup: &Setup,
    run: impl FnOnce(&mut Out) -> Result<Outcome, Stop>,
) -> Result<Outcome, Stop> {
    for line in &setup.config_problems {
        problem(line);
    }
    let least = if setup.config_problems.is_empty() { Outcome::Done } else { Outcome::Problems };
    finished(run).map(|outcome| outcome.max(least))
}

fn finished(run: impl FnOnce(&mut Out) -> Result<Outcome, Stop>) -> Result<Outcome, Stop> {
    let mut out = Out::lock();
    let outcome = run(&mut out)?;
    out.finish()?;
    Ok(outcome)
}
