//! Owns reading no more of a large library than a query can show: its cache, brought up to date, says
//! which files those are. It refuses to judge: what is read is asked again, in full.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use super::gather::{self, Gathered};
use super::output::Stop;
use super::places::STDIN;
use super::setup::Setup;
use crate::article::ArticleId;
use crate::library::cache::{Cache, CacheError, Store};
use crate::library::{FileProblem, Order, Query, Request};
use crate::marks::Marks;
use crate::runtime;

/// Which articles are asked for.
pub(super) struct Ask<'a> {
    /// Those a query shows; everything, if it is empty and there are no ids.
    pub(super) query: &'a Query,
    /// These.
    pub(super) ids: &'a [ArticleId],
    /// Of everything, only the first so many in an order.
    pub(super) first: Option<(Order, usize)>,
}

/// Reads what can answer: the files the cache names where there is one, else everything below the
/// places. What cannot be read is said on standard error, one line each.
pub(super) fn read_for(
    places: &[PathBuf],
    ask: &Ask<'_>,
    setup: &Setup,
    marks: &Marks,
) -> Result<Gathered, Stop> {
    let gathered = read_quietly_for(places, ask, setup, marks)?;
    gather::say_failures(&gathered);
    Ok(gathered)
}

/// As [`read_for`], but says nothing.
pub(super) fn read_quietly_for(
    places: &[PathBuf],
    ask: &Ask<'_>,
    setup: &Setup,
    marks: &Marks,
) -> Result<Gathered, Stop> {
    if ask.query.is_empty() && ask.ids.is_empty() && ask.first.is_none() {
        return gather::read_quietly(places, setup);
    }
    match narrowed(places, ask, setup, marks) {
        Some((files, problems)) => Ok(gather::read_files(&files, problems)),
        None => gather::read_quietly(places, setup),
    }
}

/// Returns the files that can answer and those that gave no article, if the library is in a cache.
fn narrowed(
    places: &[PathBuf],
    ask: &Ask<'_>,
    setup: &Setup,
    marks: &Marks,
) -> Option<(Vec<PathBuf>, Vec<FileProblem>)> {
    let (whole, store, problems) = refreshed(places, setup)?;
    let cache = store.open().ok()?;
    let files = files(&cache, ask, marks).ok()?;
    let as_given = |path: &Path| as_given(path, &whole, places);
    let problems =
        problems.into_iter().map(|problem| FileProblem { path: as_given(&problem.path), ..problem });
    Some((files.iter().map(|file| as_given(file)).collect(), problems.collect()))
}

/// Returns the cache of a library, brought up to date, if it has one.
pub(super) fn up_to_date(places: &[PathBuf], setup: &Setup) -> Option<(Store, Cache)> {
    let (_, store, _) = refreshed(places, setup)?;
    let cache = store.open().ok()?;
    Some((store, cache))
}

/// Names the cache of a library, be it there or not; returns the places in full, too. What comes through
/// standard input has none.
pub(super) fn store_of(places: &[PathBuf], setup: &Setup) -> Option<(Vec<PathBuf>, Store)> {
    if places.iter().any(|place| place.as_os_str() == STDIN) {
        return None;
    }
    let whole: Vec<PathBuf> = places.iter().map(std::path::absolute).collect::<Result<_, _>>().ok()?;
    let store = Store::of(&setup.paths.as_ref()?.cache, &whole);
    Some((whole, store))
}

/// Brings the cache of a library up to date, if it has one; returns the places in full and the files that
/// gave no article.
fn refreshed(places: &[PathBuf], setup: &Setup) -> Option<(Vec<PathBuf>, Store, Vec<FileProblem>)> {
    let (whole, store) = store_of(places, setup)?;
    // A library without a cache is not given one for a single question.
    store.open().ok()?;
    let problems = match runtime::index(whole.clone(), setup.config.follow_links, &store, &mut |_, _| {}) {
        Ok(indexed) => indexed.failures,
        // Another newsprint is at it: what it has is nearly all there is.
        Err(CacheError::Busy) => Vec::new(),
        Err(_) => return None,
    };
    Some((whole, store, problems))
}

/// Finds the files of the articles asked for. The reader's own words are not in the cache, so what has
/// some is among them; and so is what was marked under the path of another, to tell edits from moves.
fn files(cache: &Cache, ask: &Ask<'_>, marks: &Marks) -> Result<BTreeSet<PathBuf>, CacheError> {
    let mut ids: HashSet<ArticleId> = ask.ids.iter().copied().collect();
    if let Some((order, count)) = ask.first.filter(|_| ask.query.is_empty()) {
        let request = Request::first(count, Query::default(), order);
        ids.extend(cache.view(&request, marks)?.rows.iter().map(|row| row.id));
    }
    if !ask.query.is_empty() {
        ids.extend(cache.may_show(ask.query)?);
        ids.extend(marks.articles().filter(|id| marks.has_words(*id)));
    }
    let mut files = cache.files(&ids);
    // Of what was edited since, the cache knows the new text, and the marks the path.
    files.extend(cache.files_named(&marks.paths_of(&ids)));
    let before: HashSet<ArticleId> =
        files.iter().filter_map(|file| marks.known_at(&file.to_string_lossy())).collect();
    files.extend(cache.files(&before));
    Ok(files)
}

/// Returns a path the way its place was given.
fn as_given(path: &Path, whole: &[PathBuf], given: &[PathBuf]) -> PathBuf {
    let mut places = whole.iter().zip(given);
    let found = places.find_map(|(whole, given)| Some((path.strip_prefix(whole).ok()?, given)));
    match found {
        Some((rest, given)) if rest.as_os_str().is_empty() => given.clone(),
        Some((rest, given)) => given.join(rest),
        None => path.to_owned(),
    }
}
