//! Owns what is generated from the command line's own words: completions and help. It
//! refuses to install them.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;

use clap_complete::Shell;

use super::Outcome;
use super::arguments::{command, help_of};
use super::output::{Out, Stop, shown};
use crate::article::nearest::nearest;

pub(super) fn completions(shell: Shell, out: &mut Out) -> Result<Outcome, Stop> {
    // The generator panics where the pipe breaks, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(), "newsprint", &mut script);
    out.write_all(&script)?;
    Ok(Outcome::Done)
}

/// Prints the help of a command, as its `--help` does.
pub(super) fn help(name: Option<&OsStr>, out: &mut Out) -> Result<Outcome, Stop> {
    if let Some(help) = help_of(name.map(OsStr::to_string_lossy).as_deref()) {
        write!(out, "{help}")?;
        return Ok(Outcome::Done);
    }
    let name = name.unwrap_or_default();
    let known = command();
    let names = || known.get_subcommands().map(clap::Command::get_name);
    let advice = match nearest(&name.to_string_lossy(), names()) {
        Some(near) => format!("did you mean `newsprint help {near}`?"),
        None => format!("there are {}", names().collect::<Vec<_>>().join(", ")),
    };
    Err(Stop::Usage(format!("no such command: {}: {advice}", shown(Path::new(name)))))
}
