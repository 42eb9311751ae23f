//! Owns `newsprint sources`: outlets and works cited, over many articles. It refuses to look
//! anything up.

use std::collections::HashSet;
use std::io::Write;

use serde::Serialize;

use super::arguments::{Sources, SourcesFormat};
use super::cached::Ask;
use super::output::{Out, Stop, problem};
use super::setup::Setup;
use super::sift::{self, Found, Held, Keep};
use super::{Outcome, following, graph, places, record};
use crate::article::Text;
use crate::library::ties::works::{self, Group};

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
    let ask = Ask { query: &wanted.query, ids: &[], order: None, limit: None };
    let keep = Keep::all(&Held::without_words);
    let sifted = sift::sift(&wanted.places, &ask, &keep, setup, &marks)?;
    sifted.say_failures();
    following::follow(&sifted, setup, &marks);
    let readable = sifted.is_complete();
    let (held, complete) = sifted.all(&keep)?;
    let found: Vec<Found<'_>> = held.iter().map(Held::found).collect();
    let citations =
        || found.iter().flat_map(|one| one.article.sources.iter().map(move |source| (one, source)));
    let (outlets, works) = (works::outlets(citations()), works::works(citations()));
    let outlets: Vec<Outlet<'_>> = outlets.iter().filter_map(outlet).collect();
    match asked.format {
        SourcesFormat::Json => {
            outlets.iter().try_for_each(|outlet| record::write(outlet, out))?;
            works.iter().map(work).try_for_each(|work| record::write(&work, out))?;
        }
        SourcesFormat::Table => print(&outlets, &works, out)?,
        SourcesFormat::Dot => out.write_all(graph::of(&found, &works).as_bytes())?,
    }
    if works.is_empty() {
        let none = || format!("nothing is cited: {}: no article there has sources", wanted.whereabouts());
        problem(&if found.is_empty() { wanted.nothing() } else { none() });
    }
    Ok(if works.is_empty() || !readable || !complete { Outcome::Problems } else { Outcome::Done })
}

fn outlet<'a>(group: &'a Group<&Found<'_>>) -> Option<Outlet<'a>> {
    let name = group.source.publisher.as_deref()?;
    Some(Outlet { kind: "outlet", name, count: group.cited_by.len(), articles: ids(group) })
}

fn work<'a>(group: &'a Group<&Found<'_>>) -> Work<'a> {
    let source = &group.source;
    Work {
        kind: "work",
        publisher: source.publisher.as_ref(),
        city: source.city.as_ref(),
        title: source.title.as_ref(),
        date: source.date.map(|day| day.to_string()),
        url: source.url.as_ref(),
        count: group.cited_by.len(),
        articles: ids(group),
    }
}

/// Returns the ids of the articles that cite, each once.
fn ids(group: &Group<&Found<'_>>) -> Vec<String> {
    let mut seen = HashSet::new();
    let citing = group.cited_by.iter().filter(|one| seen.insert(one.id));
    citing.map(|one| one.id.to_string()).collect()
}

fn print(outlets: &[Outlet<'_>], works: &[Group<&Found<'_>>], out: &mut Out) -> Result<(), Stop> {
    for outlet in outlets {
        writeln!(out, "{:>5}  {}", outlet.count, outlet.name)?;
    }
    if !outlets.is_empty() && !works.is_empty() {
        writeln!(out)?;
    }
    for group in works {
        writeln!(out, "{:>5}  {}", group.cited_by.len(), described(&work(group)))?;
    }
    Ok(())
}

/// Title, publisher, place, day and address, as far as they are known.
fn described(work: &Work<'_>) -> String {
    let parts = [work.title, work.publisher, work.city].into_iter().flatten().map(ToString::to_string);
    let rest = work.date.clone().into_iter().chain(work.url.map(ToString::to_string));
    parts.chain(rest).collect::<Vec<_>>().join(" · ")
}
