//! Owns reading no more of a large library than a query can show: its cache, brought up to date, says
//! which files those are, and in which order all its articles are listed. It refuses to judge: what is read
//! is asked again, in full.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::gather::Stack;
use super::output::Stop;
use super::places::STDIN;
use super::setup::Setup;
use crate::article::ArticleId;
use crate::library::cache::{Cache, CacheError, Store, changes};
use crate::library::slips::Slip;
use crate::library::{FileProblem, Order, OrderBy, Query, Request};
use crate::marks::Marks;
use crate::runtime;

/// Which articles are asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ask<'a> {
    /// Those a query shows; everything, if it is empty and there are no ids.
    pub(super) query: &'a Query,
    /// These.
    pub(super) ids: &'a [ArticleId],
    /// Their order; as they are read, if there is none.
    pub(super) order: Option<Order>,
    /// How many of them, at most.
    pub(super) limit: Option<usize>,
}

impl Ask<'_> {
    /// Says whether every article there is is asked for.
    fn is_everything(&self) -> bool {
        self.query.is_empty() && self.ids.is_empty()
    }

    /// Returns the order of everything, if that is asked for from first to last.
    pub(super) fn whole(&self) -> Option<Order> {
        self.order.filter(|_| self.is_everything() && self.limit.is_none())
    }

    /// Returns the order of which only the first so many are asked for, if that is all that is asked.
    fn first(&self) -> Option<(Order, usize)> {
        self.order.zip(self.limit).filter(|_| self.query.is_empty())
    }
}

/// Finds what can answer: the files the cache names where there is one, else everything below the places.
pub(super) fn stack_for(
    places: &[PathBuf],
    ask: &Ask<'_>,
    setup: &Setup,
    marks: &Marks,
) -> Result<Stack, Stop> {
    if ask.is_everything() && ask.first().is_none() {
        return Stack::below(places, setup);
    }
    match narrowed(places, ask, setup, marks) {
        Some((files, problems)) => Ok(Stack::of(files, problems)),
        None => Stack::below(places, setup),
    }
}

/// Takes the order of a whole library from its cache, so that nothing has to be read for it: all its files,
/// and slips of the articles the cache knows. What of the files it knows nothing has to be read.
pub(super) fn ordered(places: &[PathBuf], by: OrderBy, setup: &Setup) -> Option<(Stack, Vec<Slip>)> {
    let (_, store, problems) = refreshed(places, setup)?;
    // Where another newsprint is at it, there is no telling what is in it yet.
    problems?;
    let cache = store.open().ok()?;
    let stack = Stack::below(places, setup).ok()?;
    let name = |path: &PathBuf| std::path::absolute(path).ok().map(|whole| changes::name(&whole));
    let names = stack.paths.iter().zip(0..).filter_map(|(path, file)| Some((name(path)?, file)));
    let names: HashMap<u64, u32> = names.collect();
    let slips = cache.slips(by, &names).ok()?;
    Some((stack, slips))
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
    let problems = problems.into_iter().flatten();
    let problems = problems.map(|problem| FileProblem { path: as_given(&problem.path), ..problem });
    Some((files.iter().map(|file| as_given(file)).collect(), problems.collect()))
}

/// Returns the cache of a library, brought up to date, if it has one, and the files that gave no article.
pub(super) fn up_to_date(places: &[PathBuf], setup: &Setup) -> Option<(Store, Cache, Vec<FileProblem>)> {
    let (_, store, problems) = refreshed(places, setup)?;
    let cache = store.open().ok()?;
    Some((store, cache, problems.unwrap_or_default()))
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

/// A cache that was brought up to date: the places in full, and the files that gave no article, unless
/// another newsprint is at it.
type Refreshed = (Vec<PathBuf>, Store, Option<Vec<FileProblem>>);

/// Brings the cache of a library up to date, if it has one.
fn refreshed(places: &[PathBuf], setup: &Setup) -> Option<Refreshed> {
    let (whole, store) = store_of(places, setup)?;
    // A library without a cache is not given one for a single question.
    store.open().ok()?;
    let problems = match runtime::index(whole.clone(), setup.config.follow_links, &store, &mut |_, _| {}) {
        Ok(indexed) => Some(indexed.failures),
        // What it has is nearly all there is.
        Err(CacheError::Busy) => None,
        Err(_) => return None,
    };
    Some((whole, store, problems))
}

/// Finds the files of the articles asked for. The reader's own words are not in the cache, so what has
/// some is among them; and so is what was marked under the path of another, to tell edits from moves.
fn files(cache: &Cache, ask: &Ask<'_>, marks: &Marks) -> Result<BTreeSet<PathBuf>, CacheError> {
    let mut ids: HashSet<ArticleId> = ask.ids.iter().copied().collect();
    if let Some((order, count)) = ask.first() {
        let request = Request::first(count, Query::default(), order);
        ids.extend(cache.ids(&request, marks)?.into_iter().take(count));
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
