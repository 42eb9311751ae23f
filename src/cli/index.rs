//! Owns `newsprint index`. It refuses to pretend: there is no cache yet.

use std::io::Write;

use super::Outcome;
use super::arguments::Index;
use super::output::{Out, Stop};

pub(super) fn run(asked: &Index, out: &mut Out) -> Result<Outcome, Stop> {
    let said = if asked.rebuild { "there is nothing to rebuild: " } else { "" };
    writeln!(out, "{said}libraries are read afresh and held in memory; nothing is cached on disk")?;
    Ok(Outcome::Done)
}
