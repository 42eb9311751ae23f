//! Owns `newsprint stats`: what was read, when, of whom. It refuses to look at what was not marked.

use std::io::Write;

use jiff::tz::TimeZone;
use serde::Serialize;

use super::arguments::{ReportFormat, Stats};
use super::output::{Out, Stop, problem};
use super::setup::Setup;
use super::{Outcome, cached, gather, mark, places, record, table};
use crate::article::ArticleId;
use crate::library::Row;
use crate::marks::Visit;
use crate::panes::statistics::lines;
use crate::panes::statistics::tally::{Amount, Tally};

/// One line of JSON.
#[derive(Debug, Serialize)]
struct Counted<'a> {
    /// What is counted: all, a day, an outlet or a language.
    kind: &'static str,
    name: Option<&'a str>,
    opened: usize,
    finished: usize,
    /// Estimates.
    minutes: usize,
    words: usize,
    /// Of all: articles marked as read that were never opened, and those opened that are gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    marked_unopened: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<usize>,
}

impl<'a> Counted<'a> {
    fn of(kind: &'static str, name: Option<&'a str>, amount: &Amount) -> Self {
        let (opened, finished) = (amount.opened, amount.finished);
        let (minutes, words) = (amount.minutes(), amount.words());
        Self { kind, name, opened, finished, minutes, words, marked_unopened: None, missing: None }
    }
}

pub(super) fn run(asked: &Stats, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let wanted = places::part(&asked.args, &[], setup)?;
    if !wanted.query.is_empty() {
        let line =
            format!("statistics are of a whole library: {:?}: name files, folders or nothing", wanted.asked);
        return Err(Stop::Usage(line));
    }
    let visits: Vec<Visit> = setup.marks().visits().collect();
    let ids: Vec<ArticleId> = visits.iter().filter(|one| one.left.is_some()).map(|one| one.id).collect();
    let rows = match cached::up_to_date(&wanted.places, setup) {
        Some((_, cache, _)) => cache.rows_of(&ids),
        None => held(&wanted.places, &ids, setup)?,
    };
    let tally = Tally::of(&visits, &rows, &TimeZone::system(), mark::now());
    if asked.format == ReportFormat::Json {
        json(&tally, out)?;
    } else if tally.is_empty() {
        problem("nothing was read yet: marks: open an article");
    } else {
        print(&tally, setup, out)?;
    }
    Ok(if tally.is_empty() { Outcome::Problems } else { Outcome::Done })
}

fn held(places: &[std::path::PathBuf], ids: &[ArticleId], setup: &Setup) -> Result<Vec<Row>, Stop> {
    let (shelf, _) = gather::shelved(&gather::Stack::below(places, setup)?)?;
    Ok(shelf.rows_of(ids))
}

fn print(tally: &Tally, setup: &Setup, out: &mut Out) -> Result<(), Stop> {
    let words = setup.environment.words(&setup.config);
    for line in lines(tally, table::measure(setup.config.measure), &words) {
        let text: String = line.into_iter().map(|(text, _)| text).collect();
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}

fn json(tally: &Tally, out: &mut Out) -> Result<(), Stop> {
    let all = Counted {
        marked_unopened: Some(tally.ticked),
        missing: Some(tally.missing),
        ..Counted::of("all", None, &tally.total)
    };
    record::write(&all, out)?;
    for (day, amount) in &tally.days {
        record::write(&Counted::of("day", Some(&day.to_string()), amount), out)?;
    }
    for (kind, amounts) in [("outlet", &tally.outlets), ("language", &tally.languages)] {
        for (name, amount) in amounts {
            record::write(&Counted::of(kind, Some(name), amount), out)?;
        }
    }
    Ok(())
}
