//! Owns `newsprint sources`: outlets and works cited, over many articles. It refuses to look
//! anything up.

use std::collections::HashMap;
use std::io::Write;

use serde::Serialize;

use super::arguments::{ReportFormat, Sources};
use super::output::{Out, Stop};
use super::select::{self, Found};
use super::setup::Setup;
use super::{Outcome, gather, places, record};
use crate::article::{Source, Text, identity::canonical_url};

/// An outlet, and how often it is cited.
#[derive(Debug, Serialize)]
struct Outlet<'a> {
    kind: &'static str,
    name: &'a str,
    count: usize,
    articles: Vec<String>,
}

/// A work, and how often it is cited.
#[derive(Debug, Serialize)]
struct Work<'a> {
    kind: &'static str,
    publisher: Option<&'a Text>,
    city: Option<&'a Text>,
    title: Option<&'a Text>,
    date: Option<String>,
    url: Option<&'a Text>,
    count: usize,
    articles: Vec<String>,
}

pub(super) fn run(asked: &Sources, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let wanted = places::part(&asked.args, &asked.words, setup)?;
    let marks = setup.marks();
    let gathered = gather::read_all(&wanted.places, setup)?;
    let found = select::matching(&gathered, &wanted.query, None, &marks);
    let (outlets, works) = (outlets(&found), works(&found));
    match asked.format {
        ReportFormat::Json => {
            outlets.iter().try_for_each(|outlet| record::write(outlet, out))?;
            works.iter().try_for_each(|work| record::write(work, out))?;
        }
        ReportFormat::Table => print(&outlets, &works, out)?,
    }
    Ok(if works.is_empty() || !gathered.complete { Outcome::Problems } else { Outcome::Done })
}

/// Citations that mean the same thing, in the order they were first met.
struct Group<'a> {
    source: &'a Source,
    articles: Vec<String>,
}

/// Gathers the sources of all articles under keys; a source without a key is left out. Most cited
/// come first.
fn grouped<'a>(found: &[Found<'a>], key: fn(&Source) -> Option<String>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for one in found {
        for source in &one.article.sources {
            let Some(key) = key(source) else { continue };
            let place = *places.entry(key).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Group { source, articles: Vec::new() });
            }
            if let Some(group) = groups.get_mut(place) {
                group.articles.push(one.id.to_string());
            }
        }
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.articles.len()));
    groups
}

fn outlets<'a>(found: &[Found<'a>]) -> Vec<Outlet<'a>> {
    let groups = grouped(found, |source| source.publisher.as_deref().map(folded));
    let outlet = |group: Group<'a>| {
        let name = group.source.publisher.as_deref()?;
        let count = group.articles.len();
        Some(Outlet { kind: "outlet", name, count, articles: once(group.articles) })
    };
    groups.into_iter().filter_map(outlet).collect()
}

fn works<'a>(found: &[Found<'a>]) -> Vec<Work<'a>> {
    let work = |group: Group<'a>| Work {
        kind: "work",
        publisher: group.source.publisher.as_ref(),
        city: group.source.city.as_ref(),
        title: group.source.title.as_ref(),
        date: group.source.date.map(|day| day.to_string()),
        url: group.source.url.as_ref(),
        count: group.articles.len(),
        articles: once(group.articles),
    };
    grouped(found, work_key).into_iter().map(work).collect()
}

/// A work is its address, else its title and publisher, else its line.
fn work_key(source: &Source) -> Option<String> {
    let url = source.url.as_deref().and_then(canonical_url);
    let title = source.title.as_deref().map(|title| {
        let publisher = source.publisher.as_deref().map(folded).unwrap_or_default();
        format!("{}\0{publisher}", folded(title))
    });
    url.or(title).or_else(|| Some(folded(&source.raw)))
}

/// Letters and digits in lower case: names that differ in nothing else are one name.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn once(mut ids: Vec<String>) -> Vec<String> {
    ids.dedup();
    ids
}

fn print(outlets: &[Outlet<'_>], works: &[Work<'_>], out: &mut Out) -> Result<(), Stop> {
    for outlet in outlets {
        writeln!(out, "{:>5}  {}", outlet.count, outlet.name)?;
    }
    if !outlets.is_empty() && !works.is_empty() {
        writeln!(out)?;
    }
    for work in works {
        writeln!(out, "{:>5}  {}", work.count, described(work))?;
    }
    Ok(())
}

/// Title, publisher, place, day and address, as far as they are known.
fn described(work: &Work<'_>) -> String {
    let parts = [work.title, work.publisher, work.city].into_iter().flatten().map(ToString::to_string);
    let rest = work.date.clone().into_iter().chain(work.url.map(ToString::to_string));
    parts.chain(rest).collect::<Vec<_>>().join(" · ")
}
