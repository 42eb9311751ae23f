//! Owns `newsprint index`. It refuses to know how a cache is made.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::Outcome;
use super::arguments::Index;
use super::output::{Out, Stop, shown};
use super::places;
use super::setup::Setup;
use crate::library::cache::{CacheError, HEAD_ROWS, Status, Store};
use crate::library::{Collection, Order, Query, Request};
use crate::runtime;

/// How often progress is said.
const INTERVAL: Duration = Duration::from_millis(200);

pub(super) fn run(asked: &Index, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let Some(paths) = &setup.paths else {
        let line = "no cache can be kept: no home folder is known: set HOME or XDG_CACHE_HOME";
        return Err(Stop::Failed(line.to_owned()));
    };
    let named = setup.default_places();
    let places: Vec<PathBuf> =
        named.iter().map(|place| std::path::absolute(place).unwrap_or_else(|_| place.clone())).collect();
    if places.is_empty() {
        return if asked.status { nothing(out) } else { Err(places::no_library("")) };
    }
    let store = Store::of(&paths.cache, &places);
    if asked.status {
        return status(&store, out);
    }
    if asked.rebuild {
        store.clear().map_err(|error| failed(&store, &error))?;
    }
    build(places, setup, &store, out)
}

fn nothing(out: &mut Out) -> Result<Outcome, Stop> {
    writeln!(out, "no library is configured, and nothing is cached")?;
    Ok(Outcome::Done)
}

fn failed(store: &Store, error: &CacheError) -> Stop {
    let error = error.to_string();
    let why = error.trim_start_matches("the cache: ");
    let advice = "mend that, or set XDG_CACHE_HOME to another folder";
    Stop::Failed(format!("cannot use the cache: {}: {why}; {advice}", shown(store.folder())))
}

fn status(store: &Store, out: &mut Out) -> Result<Outcome, Stop> {
    match store.status() {
        Ok(Status { articles, segments, bytes }) => {
            writeln!(out, "folder    {}", shown(store.folder()))?;
            writeln!(out, "articles  {articles}")?;
            writeln!(out, "segments  {segments}")?;
            writeln!(out, "size      {} MB", bytes.div_ceil(1 << 20))?;
        }
        Err(CacheError::Damaged(_)) => {
            writeln!(out, "the cache is damaged: it is made anew when the library is next read")?;
        }
        Err(CacheError::Missing) => {
            writeln!(
                out,
                "nothing is cached: a library of up to {} files is held in memory, a larger one is cached when \
                 it is first read",
                runtime::SMALL
            )?;
        }
        Err(error) => return Err(failed(store, &error)),
    }
    Ok(Outcome::Done)
}

fn build(places: Vec<PathBuf>, setup: &Setup, store: &Store, out: &mut Out) -> Result<Outcome, Stop> {
    let began = Instant::now();
    let mut said = began;
    let told = std::io::stderr().is_terminal();
    let mut progress = |files: usize, total: Option<usize>| {
        if told && said.elapsed() >= INTERVAL {
            said = Instant::now();
            let line = pace(files, total, began.elapsed());
            // Progress nobody can see is not worth a failure.
            _ = write!(std::io::stderr(), "\r{line}\x1b[K");
        }
    };
    let indexed = runtime::index(places, setup.config.follow_links, store, &mut progress);
    if told {
        _ = write!(std::io::stderr(), "\r\x1b[K");
    }
    let indexed = indexed.map_err(|error| failed(store, &error))?;
    let seconds = began.elapsed().as_secs_f32();
    if indexed.cached {
        let runtime::Indexed { files, articles, failures, .. } = indexed;
        keep_head(store, setup);
        let counted =
            |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
        let (files, read) = (counted(files, "file"), counted(articles, "article"));
        let problems = counted(failures.len(), "problem");
        writeln!(out, "{files}, {read} read anew, {problems}, {seconds:.1} s")?;
    } else {
        writeln!(out, "{} files: held in memory when read, nothing is cached", indexed.files)?;
    }
    Ok(Outcome::Done)
}

/// Keeps the first rows of the list, so that the next start shows them at once; it does without as well.
fn keep_head(store: &Store, setup: &Setup) {
    let order = Order::default();
    let request = Request::first(HEAD_ROWS, Query::default(), order);
    let Ok(cache) = store.open() else { return };
    let mut library = Collection::Cache(Box::new(cache));
    library.fold(setup.config.fold_versions, Some(store));
    if let Ok(view) = library.view(&request, &setup.marks()) {
        drop(store.keep_head(order, &view));
    }
}

/// Says how far it is, how fast, and how long it will take.
fn pace(files: usize, total: Option<usize>, spent: Duration) -> String {
    let rate = files as u128 * 1000 / spent.as_millis().max(1);
    let Some(total) = total else { return format!("{files} files, {rate} a second") };
    let left = (total.saturating_sub(files)) as u128 / rate.max(1);
    format!("{files} of {total} files, {rate} a second, {left} s left")
}
