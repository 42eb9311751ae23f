//! Owns `newsprint check`: what newsprint found in each file, what it could not read, and what it read
//! in part. It refuses to mend anything.

mod found;
mod report;

use std::collections::HashSet;

use found::Fields;
use serde::Serialize;

use super::arguments::{Check, ReportFormat};
use super::gather::{self, Gathered};
use super::output::{Out, Stop, problem, shown};
use super::places::Wanted;
use super::setup::Setup;
use super::{Outcome, places, record, select};
use crate::article::{Article, Text};
use crate::library::Reading;

/// What is to say of one file.
#[derive(Debug, Serialize)]
struct Finding<'a> {
    path: String,
    format: Option<&'static str>,
    articles: usize,
    warnings: Vec<&'a Text>,
    problem: Option<Text>,
    #[serde(skip)]
    read: &'a [Article],
    #[serde(flatten)]
    fields: Fields,
}

pub(super) fn run(asked: &Check, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let wanted = places::part(&asked.args, &asked.words, setup)?;
    let gathered = gather::read_quietly(&wanted.places, setup)?;
    let findings =
        if wanted.query.is_empty() { findings(&gathered) } else { asked_for(&gathered, &wanted, setup) };
    match asked.format {
        ReportFormat::Json => findings.iter().try_for_each(|finding| record::write(finding, out))?,
        ReportFormat::Table if findings.is_empty() => {}
        ReportFormat::Table => report::print(&findings, out)?,
    }
    if findings.is_empty() {
        problem(&wanted.nothing());
        return Ok(Outcome::Problems);
    }
    let complete = findings.iter().all(|finding| finding.problem.is_none());
    Ok(if complete { Outcome::Done } else { Outcome::Problems })
}

fn findings(gathered: &Gathered) -> Vec<Finding<'_>> {
    let mut failures = gathered.failures().peekable();
    let mut findings = Vec::new();
    for reading in &gathered.readings {
        let failed = failures.next_if(|(failed, _)| std::ptr::eq(*failed, reading));
        findings.push(finding(reading, failed.map(|(_, what)| what)));
    }
    findings
}

/// Returns what is to say of the files that hold what a query shows. In a file that could not be read
/// nothing is found.
fn asked_for<'a>(gathered: &'a Gathered, wanted: &Wanted, setup: &Setup) -> Vec<Finding<'a>> {
    let found = select::matching(gathered, &wanted.query, None, &setup.marks());
    let held: HashSet<*const Reading> = found.iter().map(|one| std::ptr::from_ref(one.reading)).collect();
    let holds = |reading: &&Reading| held.contains(&std::ptr::from_ref(*reading));
    gathered.readings.iter().filter(holds).map(|reading| finding(reading, None)).collect()
}

fn finding(reading: &Reading, problem: Option<Text>) -> Finding<'_> {
    let articles: &[Article] = reading.articles.as_deref().unwrap_or_default();
    Finding {
        path: reading.path.to_string_lossy().into_owned(),
        format: articles.first().map(|article| article.provenance.format),
        articles: articles.len(),
        warnings: articles.iter().flat_map(|article| &article.provenance.warnings).collect(),
        problem,
        read: articles,
        fields: Fields::of(articles),
    }
}
