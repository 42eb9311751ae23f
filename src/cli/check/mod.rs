//! Owns `newsprint check`: what newsprint found in each file, what it could not read, and what it read
//! in part. It refuses to mend anything.

mod found;
mod report;

use found::Fields;
use serde::Serialize;

use super::arguments::{Check, ReportFormat};
use super::gather::{self, Gathered};
use super::output::{Out, Stop, shown};
use super::setup::Setup;
use super::{Outcome, places, record};
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
    places::existing(&asked.paths)?;
    let mut places = asked.paths.clone();
    if places.is_empty() {
        places = setup.default_places();
    } else {
        places.extend(setup.libraries.iter().cloned());
    }
    if places.is_empty() {
        return Err(places::no_library(""));
    }
    let gathered = gather::read_quietly(&places, setup)?;
    let findings = findings(&gathered);
    match asked.format {
        ReportFormat::Json => findings.iter().try_for_each(|finding| record::write(finding, out))?,
        ReportFormat::Table => report::print(&findings, out)?,
    }
    Ok(if gathered.complete { Outcome::Done } else { Outcome::Problems })
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
