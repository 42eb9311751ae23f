//! Owns `newsprint versions`: the stories that were saved more than once. It refuses to say what a
//! version is, and to compare any.

use std::collections::{HashMap, HashSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::Outcome;
use super::arguments::{ReportFormat, Versions};
use super::cached;
use super::gather::{self, Stack};
use super::output::{Out, Stop, problem, shown};
use super::places::{self, Wanted};
use super::record;
use super::setup::Setup;
use crate::article::{ArticleId, Text};
use crate::library::versions::Version;
use crate::library::{Order, Request};
use crate::marks::Marks;

/// A story as JSON.
#[derive(Debug, Serialize)]
struct Story<'a> {
    title: Option<&'a Text>,
    versions: Vec<Saved<'a>>,
}

/// One of its versions as JSON.
#[derive(Debug, Serialize)]
struct Saved<'a> {
    id: String,
    path: String,
    /// Its place inside a container file, as a list gives it.
    item: Option<Text>,
    title: &'a Text,
    publisher: Option<&'a Text>,
    date: Option<String>,
    reading_minutes: usize,
    /// Whether it is the one a list shows.
    shown: bool,
}

pub(super) fn run(asked: &Versions, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let wanted = places::part(&asked.args, &asked.words, setup)?;
    let marks = setup.marks();
    let stories = match cached(&wanted, setup, &marks) {
        Some(stories) => stories,
        None => held(&wanted, setup, &marks)?,
    };
    let mut items = Items::default();
    for story in &stories {
        match asked.format {
            ReportFormat::Json => record::write(&Story::of(story, &mut items), out)?,
            ReportFormat::Table => print(story, out)?,
        }
    }
    if stories.is_empty() {
        let line = format!("no versions: {}: no story there was saved more than once", wanted.whereabouts());
        problem(&line);
        return Ok(Outcome::Problems);
    }
    Ok(Outcome::Done)
}

fn request(wanted: &Wanted) -> Request {
    Request::first(0, wanted.query.clone(), Order::default())
}

/// Asks the cache of a large library, brought up to date.
fn cached(wanted: &Wanted, setup: &Setup, marks: &Marks) -> Option<Vec<Vec<Version>>> {
    let (store, mut cache, _) = cached::up_to_date(&wanted.places, setup)?;
    // What was kept before is nearly right where it cannot be kept anew.
    _ = store.fold();
    cache.fold(&store);
    let ids: HashSet<ArticleId> = cache.ids(&request(wanted), marks).ok()?.into_iter().collect();
    Some(cache.stories().filter(|story| is_among(story, &ids)).collect())
}

/// Reads everything.
fn held(wanted: &Wanted, setup: &Setup, marks: &Marks) -> Result<Vec<Vec<Version>>, Stop> {
    let (mut shelf, failures) = gather::shelved(&Stack::below(&wanted.places, setup)?)?;
    for (path, what) in &failures {
        gather::say_unread(path, what);
    }
    shelf.fold(true);
    let ids: HashSet<ArticleId> = shelf.ids(&request(wanted), marks).into_iter().collect();
    Ok(shelf.stories().filter(|story| is_among(story, &ids)).collect())
}

fn is_among(story: &[Version], ids: &HashSet<ArticleId>) -> bool {
    story.first().is_some_and(|shown| ids.contains(&shown.id))
}

/// The names of the items of files, which neither shelf nor cache keeps: the files are read again, once each.
#[derive(Default)]
struct Items(HashMap<PathBuf, Vec<Option<Text>>>);

impl Items {
    fn name(&mut self, version: &Version) -> Option<Text> {
        let named = |path: &Path| {
            let articles = gather::read_one(path).articles.unwrap_or_default();
            articles.into_iter().map(|article| article.provenance.item).collect()
        };
        let items = self.0.entry(version.path.clone()).or_insert_with_key(|path| named(path));
        items.get(version.item).cloned().flatten()
    }
}

impl<'a> Story<'a> {
    fn of(story: &'a [Version], items: &mut Items) -> Self {
        let title = story.first().map(|one| &one.row.headline);
        Self { title, versions: story.iter().map(|version| Saved::of(version, items)).collect() }
    }
}

impl<'a> Saved<'a> {
    fn of(version: &'a Version, items: &mut Items) -> Self {
        Self {
            id: version.id.to_string(),
            path: version.path.to_string_lossy().into_owned(),
            item: items.name(version),
            title: &version.row.headline,
            publisher: version.row.outlet.as_ref(),
            date: version.row.published.map(|published| published.at.day.to_string()),
            reading_minutes: version.row.minutes,
            shown: version.shown,
        }
    }
}

/// Prints a story: its headline, then a line a version, the one a list shows first.
fn print(story: &[Version], out: &mut Out) -> Result<(), Stop> {
    let Some(first) = story.first() else { return Ok(()) };
    writeln!(out, "{}  {}", story.len(), first.row.headline)?;
    for version in story {
        let date = version.row.published.map(|published| published.at.day.to_string()).unwrap_or_default();
        let outlet = version.row.outlet.as_deref().unwrap_or_default();
        let about = [date.as_str(), outlet].into_iter().filter(|part| !part.is_empty());
        let about = about.collect::<Vec<_>>().join(" · ");
        let gap = if about.is_empty() { "" } else { "  " };
        writeln!(out, "   {}  {}{gap}{about}", version.id, shown(&version.path))?;
    }
    Ok(())
}
