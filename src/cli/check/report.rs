//! Owns the lines in which findings are told to the eye: what is wrong with which file, what its articles
//! lack, what was guessed. It refuses to look for any of it.

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;

use super::{Finding, Out, Stop, shown};
use crate::article::{Article, Field, FoundIn, Text};

/// The fields whose lack is told: those that every saved article had once.
const EXPECTED: [Field; 3] = [Field::Byline, Field::Published, Field::Language];

/// Something to say, and how many articles of a file it is true of.
#[derive(Debug)]
struct Remark<'a> {
    what: &'a str,
    count: usize,
    /// The place in the file of the first of them, unless that is the first of all: what is true of a
    /// whole file is noted there.
    item: Option<&'a str>,
}

/// Prints the findings: first what is wrong, then what is missing or guessed, then the sums.
pub(super) fn print(findings: &[Finding], out: &mut Out) -> Result<(), Stop> {
    for finding in findings {
        let path = shown(Path::new(&finding.path));
        if let Some(problem) = &finding.problem {
            writeln!(out, "problem  {path}: {problem}")?;
        }
        for warning in
            remarks(&finding.read, |article| article.provenance.warnings.iter().map(Text::as_str).collect())
        {
            writeln!(out, "warning  {path}: {}", warning.said(finding.articles))?;
        }
    }
    for finding in findings {
        let path = shown(Path::new(&finding.path));
        for (kind, says) in [("missing", missing as fn(&Article) -> Vec<&'static str>), ("guessed", guessed)]
        {
            let remarks = remarks(&finding.read, says);
            let said: Vec<String> = remarks.iter().map(|remark| remark.counted(finding.articles)).collect();
            if !said.is_empty() {
                writeln!(out, "{kind}  {path}: {}", said.join(", "))?;
            }
        }
    }
    sums(findings, out)
}

/// Prints how much of everything was found.
fn sums(findings: &[Finding], out: &mut Out) -> Result<(), Stop> {
    let articles: usize = findings.iter().map(|finding| finding.articles).sum();
    let warnings: usize = findings.iter().map(|finding| finding.warnings.len()).sum();
    let problems = findings.iter().filter(|finding| finding.problem.is_some()).count();
    let files = findings.len();
    if articles > 0 {
        let mut found: Vec<(&str, usize)> = Vec::new();
        for (at, (name, count)) in findings.iter().flat_map(|finding| finding.fields.counts().enumerate()) {
            match found.get_mut(at) {
                Some((_, sum)) => *sum += count,
                None => found.push((name, count)),
            }
        }
        let found: Vec<String> = found.iter().map(|(name, count)| format!("{name} {count}")).collect();
        writeln!(out, "found    {}", found.join(", "))?;
    }
    let counted = [(files, "file"), (articles, "article"), (warnings, "warning"), (problems, "problem")];
    let counted = counted.map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" }));
    writeln!(out, "{}", counted.join(", "))?;
    Ok(())
}

/// Gathers what is to say of the articles of a file: each thing once, in the order it first came up.
fn remarks<'a>(articles: &'a [Article], says: impl Fn(&'a Article) -> Vec<&'a str>) -> Vec<Remark<'a>> {
    let mut found: Vec<Remark<'a>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (number, article) in articles.iter().enumerate() {
        for what in says(article) {
            let place = *places.entry(what).or_insert(found.len());
            if let Some(remark) = found.get_mut(place) {
                remark.count += 1;
            } else {
                let item = article.provenance.item.as_deref().filter(|_| number > 0);
                found.push(Remark { what, count: 1, item });
            }
        }
    }
    found
}

impl Remark<'_> {
    /// Says it, and where in a file of several articles it is true.
    fn said(&self, articles: usize) -> String {
        match (self.count, self.item) {
            (1, Some(item)) => format!("{} (item {item})", self.what),
            (1, None) => self.what.to_owned(),
            _ => self.counted(articles),
        }
    }

    /// Says it, and of how many of a file's articles it is true where there are several.
    fn counted(&self, articles: usize) -> String {
        match articles {
            1 => self.what.to_owned(),
            _ => format!("{} ({} of {articles})", self.what, self.count),
        }
    }
}

fn missing(article: &Article) -> Vec<&'static str> {
    EXPECTED.into_iter().filter(|field| !article.has(*field)).map(Field::name).collect()
}

/// Names what stands in for a field that nothing gives.
fn guessed(article: &Article) -> Vec<&'static str> {
    let title = match article.found_in(Field::Headline) {
        Some(FoundIn::FileName) => Some("title from the file name"),
        Some(FoundIn::Url) => Some("title from the address"),
        _ => None,
    };
    let date = match article.found_in(Field::Published) {
        Some(FoundIn::Sources) => Some("date from the sources or the day it was saved"),
        Some(FoundIn::FileName) => Some("date from the file name"),
        _ => None,
    };
    title.into_iter().chain(date).collect()
}
