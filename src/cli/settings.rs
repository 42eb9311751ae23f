//! Owns `newsprint config`: where the files are and what is in force. It refuses to write the file.

use std::io::Write;

use super::Outcome;
use super::arguments::Settings;
use super::output::{Out, Stop, problem, shown};
use super::setup::Setup;
use crate::config::options::quoted;
use crate::config::{EXAMPLE, OPTIONS};

pub(super) fn run(asked: &Settings, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    if asked.default {
        out.write_all(EXAMPLE.as_bytes())?;
        return Ok(Outcome::Done);
    }
    if asked.path {
        return path(setup, out);
    }
    let wrong = &setup.config_problems;
    for line in wrong {
        problem(line);
    }
    write_places(setup, out)?;
    write_options(setup, out)?;
    Ok(if wrong.is_empty() { Outcome::Done } else { Outcome::Wrong })
}

fn path(setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    match &setup.config_file {
        Some(file) => {
            writeln!(out, "{}", shown(file))?;
            Ok(Outcome::Done)
        }
        None => {
            Err(Stop::Failed("no config file: no home folder, or --no-config: name one with --config".into()))
        }
    }
}

/// Says where the files are, as comments: what is printed is a config file.
fn write_places(setup: &Setup, out: &mut Out) -> Result<(), Stop> {
    match &setup.config_file {
        Some(file) if file.exists() => writeln!(out, "# config  {}", shown(file))?,
        Some(file) => writeln!(out, "# config  {} (not there: defaults)", shown(file))?,
        None => writeln!(out, "# config  none")?,
    }
    match (&setup.paths, setup.journal()) {
        (Some(paths), Some(journal)) => {
            writeln!(out, "# themes  {}", shown(&paths.themes()))?;
            writeln!(out, "# marks   {}", shown(&journal.file()))?;
            writeln!(out, "# cache   {}", shown(&paths.cache))?;
        }
        _ => writeln!(out, "# marks   not kept: there is no home folder")?,
    }
    Ok(())
}

fn write_options(setup: &Setup, out: &mut Out) -> Result<(), Stop> {
    writeln!(out)?;
    for row in OPTIONS {
        writeln!(out, "{} = {}", row.name, (row.show)(&setup.config))?;
    }
    writeln!(out, "\n[libraries]")?;
    for (name, place) in &setup.config.libraries {
        writeln!(out, "{} = {}", quoted(name), quoted(&place.to_string_lossy()))?;
    }
    writeln!(out, "\n[searches]")?;
    for (name, words) in &setup.config.searches {
        writeln!(out, "{} = {}", quoted(name), quoted(words))?;
    }
    writeln!(out, "\n[keys]\npreset = {}", quoted(&setup.config.preset))?;
    for (scope, chords) in &setup.config.keys {
        writeln!(out, "\n[keys.{}]", quoted(scope))?;
        for (chord, command) in chords {
            writeln!(out, "{} = {}", quoted(chord), quoted(command))?;
        }
    }
    Ok(())
}
