//! Owns `newsprint check`: what newsprint found in each file, what it could not read, and what it read
//! in part. It refuses to mend anything.

mod found;
mod report;

use std::collections::BTreeSet;

use found::Fields;
use serde::Serialize;

use super::arguments::{Check, ReportFormat};
use super::cached::Ask;
use super::gather::{self, Stack};
use super::output::{Out, Stop, problem, shown};
use super::places::Wanted;
use super::setup::Setup;
use super::sift::{self, Found, Keep};
use super::{Outcome, places, record};
use crate::article::{Article, Text};
use crate::library::Reading;

/// What is to say of one file.
#[derive(Debug, Serialize)]
struct Finding {
    path: String,
    format: Option<&'static str>,
    articles: usize,
    warnings: Vec<Text>,
    problem: Option<Text>,
    /// Its articles, without their words.
    #[serde(skip)]
    read: Vec<Article>,
    #[serde(flatten)]
    fields: Fields,
}

pub(super) fn run(asked: &Check, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let wanted = places::part(&asked.args, &asked.words, setup)?;
    let (stack, files) = if wanted.query.is_empty() {
        let stack = Stack::below(&wanted.places, setup)?;
        let files = stack.all();
        (stack, files)
    } else {
        asked_for(&wanted, setup)?
    };
    let mut report = Report::default();
    stack.each(&files, &|_, reading| Finding::of(reading), &mut |_, finding| {
        report.take(finding, asked, out)
    })?;
    for problem in stack.problems {
        let reading = Reading { path: problem.path, modified: 0, articles: Err(problem.what) };
        report.take(Finding::of(reading), asked, out)?;
    }
    if report.files == 0 {
        problem(&wanted.nothing());
        return Ok(Outcome::Problems);
    }
    if asked.format == ReportFormat::Table {
        report::print(&report.findings, out)?;
    }
    Ok(if report.problems == 0 { Outcome::Done } else { Outcome::Problems })
}

/// What was found so far; lines of JSON are printed as they come.
#[derive(Default)]
struct Report {
    files: usize,
    problems: usize,
    findings: Vec<Finding>,
}

impl Report {
    fn take(&mut self, finding: Finding, asked: &Check, out: &mut Out) -> Result<(), Stop> {
        self.files += 1;
        self.problems += usize::from(finding.problem.is_some());
        match asked.format {
            ReportFormat::Json => record::write(&finding, out)?,
            ReportFormat::Table => self.findings.push(finding),
        }
        Ok(())
    }
}

/// Returns the files that hold what a query shows. In a file that could not be read nothing is found.
fn asked_for(wanted: &Wanted, setup: &Setup) -> Result<(Stack, Vec<u32>), Stop> {
    let ask = Ask { query: &wanted.query, ids: &[], order: None, limit: None };
    let keep = Keep { make: &|_: &Found<'_>| (), weigh: |()| 0, room: 0 };
    let sifted = sift::sift_all(&wanted.places, &ask, &keep, setup, &setup.marks())?;
    let files: BTreeSet<u32> = sifted.picks.iter().map(|pick| pick.slip.file).collect();
    Ok((sifted.stack, files.into_iter().collect()))
}

impl Finding {
    fn of(reading: Reading) -> Self {
        let problem = gather::why_nothing(&reading);
        let mut read = reading.articles.unwrap_or_default();
        let fields = Fields::of(&read);
        for Article { body, links, leftovers, sources, .. } in &mut read {
            (*body, *links, *leftovers, *sources) = Default::default();
        }
        Self {
            path: reading.path.to_string_lossy().into_owned(),
            format: read.first().map(|article| article.provenance.format),
            articles: read.len(),
            warnings: read.iter().flat_map(|article| article.provenance.warnings.iter().cloned()).collect(),
            problem,
            read,
            fields,
        }
    }
}
