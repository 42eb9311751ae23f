//! Owns `newsprint diff`: what changed between two versions of an article, word by word. It refuses to
//! choose them.

use std::io::Write;
use std::time::{Duration, Instant};

use super::arguments::Diff;
use super::output::{Out, Stop, problem, shown};
use super::setup::Setup;
use super::{Outcome, show, table};
use crate::typeset::changes::Changes;
use crate::typeset::{Line, Role, Surface};

/// How long is compared at most; what is left is then taken to be changed as a whole.
const LONGEST: Duration = Duration::from_secs(10);
/// Struck in red, underlined in green, and neither.
const REMOVED: &str = "\x1b[31;9m";
const ADDED: &str = "\x1b[32;4m";
const PLAIN: &str = "\x1b[0m";

pub(super) fn run(asked: &Diff, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let (old, new) = (show::one(&asked.old, setup)?, show::one(&asked.new, setup)?);
    let (Some(old), Some(new)) = (old, new) else { return Ok(Outcome::Problems) };
    let changes = Changes::between(&old, &new, Instant::now().checked_add(LONGEST));
    if changes.count() == 0 {
        let names = format!("{} and {}", shown(asked.old.as_ref()), shown(asked.new.as_ref()));
        problem(&format!("nothing changed: {names}: both have the same words, name other versions"));
        return Ok(Outcome::Done);
    }
    let (removed, added) = changes.words();
    let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
    let said = [count(changes.count(), "change"), format!("{} removed", count(removed, "word"))];
    writeln!(out, "{}, {} added\n", said.join(", "), count(added, "word"))?;
    let width = asked.width.unwrap_or_else(|| table::measure(setup.config.measure));
    let set = changes.set(width, !setup.colour, Surface::default());
    for line in &set.lines {
        writeln!(out, "{}", written(line, setup.colour))?;
    }
    Ok(Outcome::Done)
}

fn written(line: &Line, colour: bool) -> String {
    let mut text = String::new();
    for span in &line.spans {
        let ink = match span.role {
            Role::Removed if colour => REMOVED,
            Role::Added if colour => ADDED,
            _ => "",
        };
        let end = if ink.is_empty() { "" } else { PLAIN };
        for part in [ink, &span.text, end] {
            text.push_str(part);
        }
    }
    text
}
