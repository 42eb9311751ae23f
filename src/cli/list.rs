//! Owns `newsprint list`. It refuses to know how a line is laid out.

use std::io::Write;

use super::arguments::{List, ListFormat, SortBy};
use super::cached::Ask;
use super::output::{Out, Stop, problem};
use super::places::{STDIN, Wanted};
use super::record::{self, Record};
use super::setup::Setup;
use super::sift::{self, Found, Keep, Sifted};
use super::{Outcome, following, places, table};
use crate::marks::Marks;

/// The bytes of lines that are kept until it is their turn; those beyond are made again.
const ROOM: usize = 48 << 20;

/// What is printed of an article.
enum Shown {
    /// A line as it is printed.
    Line(Box<[u8]>),
    /// A row, whose columns all rows set.
    Row(Box<table::Row>),
    /// One more.
    One,
}

pub(super) fn run(asked: &List, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let wanted = places::part(&asked.args, &asked.words, setup)?;
    let marks = setup.marks();
    let order = sort(asked, &wanted).map(|by| sift::order(by, asked.reverse));
    let ask = Ask { query: &wanted.query, ids: &[], order, limit: asked.limit };
    let make = |found: &Found<'_>| shown(found, asked, &marks);
    let keep = Keep { make: &make, weigh, room: ROOM };
    let mut sifted = sift::sift(&wanted.places, &ask, &keep, setup, &marks)?;
    sifted.say_failures();
    following::follow(&sifted, setup, &marks);
    if asked.reverse && order.is_none() {
        sifted.picks.reverse();
    }
    sifted.picks.truncate(asked.limit.unwrap_or(usize::MAX));
    let (nothing, complete) = (sifted.picks.is_empty(), sifted.is_complete());
    let complete = print(asked, sifted, &keep, setup, out)? && complete;
    if nothing && asked.limit != Some(0) {
        // Of what could not be read it was said why.
        if complete || !wanted.asked.is_empty() {
            problem(&wanted.nothing());
        }
        return Ok(Outcome::Problems);
    }
    Ok(if complete { Outcome::Done } else { Outcome::Problems })
}

/// Files stay in the order they were named; folders and queries are answered newest first.
fn sort(asked: &List, wanted: &Wanted) -> Option<SortBy> {
    let named = |place: &std::path::PathBuf| place.as_os_str() == STDIN || place.is_file();
    let as_given = wanted.query.is_empty() && wanted.places.iter().all(named);
    asked.sort.or((!as_given).then_some(SortBy::Date))
}

fn shown(found: &Found<'_>, asked: &List, marks: &Marks) -> Shown {
    let mut line = Vec::new();
    // Nothing goes wrong with writing to memory.
    match asked.format {
        ListFormat::Json => drop(record::write(&Record::new(found, marks, asked.text), &mut line)),
        ListFormat::Tsv => drop(writeln!(line, "{}", table::tabbed(found, marks))),
        ListFormat::Table => return Shown::Row(Box::new(table::Row::new(found, marks))),
        ListFormat::Count => return Shown::One,
    }
    Shown::Line(line.into())
}

/// Rows are all needed at once, and small; only lines are told to go.
fn weigh(shown: &Shown) -> usize {
    match shown {
        Shown::Line(line) => line.len(),
        Shown::Row(_) | Shown::One => 0,
    }
}

/// Prints what was found, line by line as far as it can be; says whether all of it could be printed.
fn print(
    asked: &List,
    sifted: Sifted<Shown>,
    keep: &Keep<'_, Shown>,
    setup: &Setup,
    out: &mut Out,
) -> Result<bool, Stop> {
    if asked.format == ListFormat::Count {
        writeln!(out, "{}", sifted.picks.len())?;
        return Ok(true);
    }
    let mut rows = Vec::new();
    let complete = sifted.hand_out(keep, &mut |shown| {
        match shown {
            Shown::Line(line) => out.write_all(&line)?,
            Shown::Row(row) => rows.push(*row),
            Shown::One => {}
        }
        Ok(())
    })?;
    for line in table::lines(&rows, table::terminal_width(), setup.environment.ascii) {
        writeln!(out, "{line}")?;
    }
    Ok(complete)
}
