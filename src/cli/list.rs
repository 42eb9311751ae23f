//! Owns `newsprint list`. It refuses to know how a line is laid out.

use std::io::Write;

use super::arguments::{List, ListFormat, SortBy};
use super::cached::{self, Ask};
use super::output::{Out, Stop, problem};
use super::places::{STDIN, Wanted};
use super::record::{self, Record};
use super::select::{self, Found};
use super::setup::Setup;
use super::{Outcome, following, places, table};
use crate::marks::Marks;

pub(super) fn run(asked: &List, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let wanted = places::part(&asked.args, &asked.words, setup)?;
    let marks = setup.marks();
    let order = sort(asked, &wanted).map(|by| select::order(by, asked.reverse));
    let first = order.zip(asked.limit);
    let ask = Ask { query: &wanted.query, ids: &[], first };
    let gathered = cached::read_for(&wanted.places, &ask, setup, &marks)?;
    let mut found = select::matching(&gathered, &wanted.query, order, &marks);
    following::follow(&found, setup, &marks);
    if asked.reverse && order.is_none() {
        found.reverse();
    }
    found.truncate(asked.limit.unwrap_or(usize::MAX));
    print(asked, &found, &marks, setup, out)?;
    if found.is_empty() && asked.limit != Some(0) {
        // Of what could not be read it was said why.
        if gathered.complete || !wanted.asked.is_empty() {
            problem(&wanted.nothing());
        }
        return Ok(Outcome::Problems);
    }
    Ok(if gathered.complete { Outcome::Done } else { Outcome::Problems })
}

/// Files stay in the order they were named; folders and queries are answered newest first.
fn sort(asked: &List, wanted: &Wanted) -> Option<SortBy> {
    let named = |place: &std::path::PathBuf| place.as_os_str() == STDIN || place.is_file();
    let as_given = wanted.query.is_empty() && wanted.places.iter().all(named);
    asked.sort.or((!as_given).then_some(SortBy::Date))
}

fn print(asked: &List, found: &[Found<'_>], marks: &Marks, setup: &Setup, out: &mut Out) -> Result<(), Stop> {
    match asked.format {
        ListFormat::Json => {
            for one in found {
                record::write(&Record::new(one, marks, asked.text), out)?;
            }
        }
        ListFormat::Tsv => {
            for one in found {
                writeln!(out, "{}", table::tabbed(one, marks))?;
            }
        }
        ListFormat::Count => writeln!(out, "{}", found.len())?,
        ListFormat::Table => {
            let rows: Vec<_> = found.iter().map(|one| table::Row::new(one, marks)).collect();
            for line in table::lines(&rows, table::terminal_width(), setup.environment.ascii) {
                writeln!(out, "{line}")?;
            }
        }
    }
    Ok(())
}
