//! Owns `newsprint mark`: the reader's marks from a script. It refuses to say that a mark is made
//! before it is on disk.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::arguments::Mark;
use super::gather::{self, Gathered};
use super::output::{Out, Stop, problem, shown};
use super::select::{self, Found};
use super::setup::Setup;
use super::{Outcome, places};
use crate::article::ArticleId;
use crate::marks::journal::path_hint;
use crate::marks::{Journal, Marks, Step, What};

pub(super) fn run(asked: &Mark, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let Some(mut journal) = setup.journal() else {
        let advice = "set HOME or XDG_CONFIG_HOME, XDG_CACHE_HOME and XDG_DATA_HOME";
        return Err(Stop::Failed(format!("marks cannot be kept: no home folder: {advice}")));
    };
    let marks = setup.marks();
    let (files, ids) = part(&asked.articles)?;
    let named = gather::read_all(&files, setup)?;
    let library = library(asked, &ids, setup)?;
    let mut chosen = select::all(&named, &marks);
    let mut complete = named.complete;
    if let Some(library) = &library {
        chosen.extend(asked_for(asked, &ids, library, &marks)?);
    }
    for id in ids {
        complete &= chosen.iter().any(|found| found.id == id) || without_file(id, &marks);
    }
    let nothing = chosen.is_empty();
    let step = step(asked, chosen, &marks);
    keep(&mut journal, &step)?;
    writeln!(out, "{}", step.said)?;
    Ok(if complete && !nothing { Outcome::Done } else { Outcome::Problems })
}

/// Parts arguments into files and ids.
fn part(articles: &[OsString]) -> Result<(Vec<PathBuf>, Vec<ArticleId>), Stop> {
    let (mut files, mut ids) = (Vec::new(), Vec::new());
    for name in articles {
        let id = name.to_str().and_then(|word| word.parse().ok());
        match id {
            _ if Path::new(name).exists() => files.push(PathBuf::from(name)),
            Some(id) => ids.push(id),
            None => {
                let advice = "name a file, or the id that newsprint list --format json gives";
                let line = format!("no such article: {}: {advice}", shown(Path::new(name)));
                return Err(Stop::Usage(line));
            }
        }
    }
    Ok((files, ids))
}

/// Reads the library when ids or a query are to be found in it.
fn library(asked: &Mark, ids: &[ArticleId], setup: &Setup) -> Result<Option<Gathered>, Stop> {
    let places = setup.default_places();
    if asked.query.is_none() && (ids.is_empty() || places.is_empty()) {
        return Ok(None);
    }
    if places.is_empty() {
        return Err(places::no_library(""));
    }
    gather::read_quietly(&places, setup).map(Some)
}

fn asked_for<'a>(
    asked: &Mark,
    ids: &[ArticleId],
    library: &'a Gathered,
    marks: &Marks,
) -> Result<Vec<Found<'a>>, Stop> {
    let mut chosen: Vec<Found<'a>> =
        select::all(library, marks).into_iter().filter(|found| ids.contains(&found.id)).collect();
    if let Some(query) = &asked.query {
        chosen.extend(select::matching(library, &places::query(query)?, None, marks));
    }
    Ok(chosen)
}

/// Says that an id belongs to no article that can be found.
fn without_file(id: ArticleId, marks: &Marks) -> bool {
    let advice = if marks.knows(id) {
        "it was marked before; name the file it is in now, or its library with -l"
    } else {
        "name its file, or its library with -l"
    };
    problem(&format!("no such article: {id}: {advice}"));
    false
}

/// Makes one step of what is asked, with what is printed of it: a line for each article.
fn step(asked: &Mark, mut chosen: Vec<Found<'_>>, marks: &Marks) -> Step {
    let mut seen = std::collections::HashSet::new();
    chosen.retain(|found| seen.insert(found.id));
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    let now = u64::try_from(now).unwrap_or_default();
    let mut wanted = Vec::new();
    let mut lines = Vec::new();
    let mut edited = marks.clone();
    for found in &chosen {
        let path = Some(path_hint(&found.reading.path));
        if found.marked_as != found.id {
            let link = (found.id, What::Was(found.marked_as), path.clone());
            edited.extend(&Step::new(marks, "", [link.clone()], now).done);
            wanted.push(link);
        }
        let holds = edited.inverse(found.id, &asked.what) == asked.what;
        lines.push(format!("{}: {}", said(&asked.what, holds), found.title()));
        wanted.push((found.id, asked.what.clone(), path));
    }
    let mut step = Step::new(marks, "", wanted, now);
    step.said = if lines.is_empty() { "nothing marked".to_owned() } else { lines.join("\n") };
    step
}

fn said(what: &What, holds: bool) -> String {
    let done = match what {
        What::Read(true) => "read".to_owned(),
        What::Read(false) => "unread".to_owned(),
        What::Starred(true) => "starred".to_owned(),
        What::Starred(false) => "not starred".to_owned(),
        What::Tag(name, true) => format!("tagged {name}"),
        What::Tag(name, false) => format!("not tagged {name}"),
        What::Finished(true) => "finished".to_owned(),
        What::Finished(false) => "not finished".to_owned(),
        What::Later(true) => "put by for later".to_owned(),
        What::Later(false) => "not put by".to_owned(),
        What::Hidden(true) => "hidden".to_owned(),
        What::Hidden(false) => "not hidden".to_owned(),
        What::Note(note) if note.is_empty() => "without a note".to_owned(),
        What::Note(_) => "noted".to_owned(),
        What::Highlight(_, Some(_)) => "highlighted".to_owned(),
        What::Highlight(_, None) => "not highlighted".to_owned(),
        What::Place(_) | What::Was(_) => String::new(),
    };
    if holds { format!("already {done}") } else { done }
}

fn keep(journal: &mut Journal, step: &Step) -> Result<(), Stop> {
    let kept = journal.append(&step.done).and_then(|()| journal.sync());
    kept.map_err(|error| {
        let file = shown(&error.path);
        Stop::Failed(format!("marks are not saved: {file}: {}; mend that and mark again", error.source))
    })
}
