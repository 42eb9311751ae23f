//! Owns what is generated from the command line's own words: completions and the manual page. It
//! refuses to install them.

use std::io::Write;

use clap_complete::Shell;

use super::Outcome;
use super::arguments::command;
use super::output::{Out, Stop};

pub(super) fn completions(shell: Shell, out: &mut Out) -> Result<Outcome, Stop> {
    // The generator panics where the pipe breaks, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(), "newsprint", &mut script);
    out.write_all(&script)?;
    Ok(Outcome::Done)
}

pub(super) fn man(out: &mut Out) -> Result<Outcome, Stop> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command()).render(&mut page)?;
    out.write_all(&page)?;
    Ok(Outcome::Done)
}
