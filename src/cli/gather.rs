//! Owns reading many files at once, in their order. It refuses to know what is done with them.

use std::path::{Path, PathBuf};
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::output::{Stop, problem, shown};
use super::places::{STDIN, standard_input};
use super::setup::Setup;
use crate::article::Text;
use crate::formats::{self, Origin};
use crate::library::{FileProblem, Reading, scan};

/// The stack of a thread that parses; parsers recurse within bounds that fit it.
const STACK: usize = 16 << 20;

/// Everything that was read, in the order of the files.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Every file that was opened, with its articles or the reason there are none.
    pub(super) readings: Vec<Reading>,
    /// Whether everything that was named could be read.
    pub(super) complete: bool,
}

/// Reads all files below places. What cannot be read is said on standard error, one line each.
pub(super) fn read_all(places: &[PathBuf], setup: &Setup) -> Result<Gathered, Stop> {
    let gathered = read_quietly(places, setup)?;
    say_failures(&gathered);
    Ok(gathered)
}

/// Says on standard error what could not be read, one line each.
pub(super) fn say_failures(gathered: &Gathered) {
    for (reading, what) in gathered.failures() {
        problem(&format!("cannot be read: {}: {what}", shown(&reading.path)));
    }
}

/// Reads these files, and takes in what is wrong with others.
pub(super) fn read_files(files: &[PathBuf], problems: Vec<FileProblem>) -> Gathered {
    let mut readings = parallel(files);
    let unread =
        |problem: FileProblem| Reading { path: problem.path, modified: 0, articles: Err(problem.what) };
    readings.extend(problems.into_iter().map(unread));
    let complete = readings.iter().all(|reading| why_nothing(reading).is_none());
    Gathered { readings, complete }
}

/// Reads one file, as safely as many.
pub(super) fn read_one(path: &Path) -> Reading {
    let mut read = parallel(&[path.to_owned()]);
    read.pop().unwrap_or_else(|| failed(path))
}

/// As [`read_all`], but says nothing.
pub(super) fn read_quietly(places: &[PathBuf], setup: &Setup) -> Result<Gathered, Stop> {
    let (piped, named): (Vec<PathBuf>, Vec<PathBuf>) =
        places.iter().cloned().partition(|place| place.as_os_str() == STDIN);
    let mut readings = if piped.is_empty() { Vec::new() } else { vec![from_stdin()?] };
    let (files, problems) = scan::files(&named, setup.config.follow_links);
    let named = read_files(&files, problems);
    readings.extend(named.readings);
    let complete = readings.iter().all(|reading| why_nothing(reading).is_none());
    Ok(Gathered { readings, complete })
}

impl Gathered {
    /// Returns the files that gave no article, with the reason.
    pub(super) fn failures(&self) -> impl Iterator<Item = (&Reading, Text)> {
        self.readings.iter().filter_map(|reading| why_nothing(reading).map(|what| (reading, what)))
    }
}

fn why_nothing(reading: &Reading) -> Option<Text> {
    match &reading.articles {
        Err(what) => Some(what.clone()),
        Ok(articles) if articles.is_empty() => Some(Text::new("no article in it")),
        Ok(_) => None,
    }
}

fn from_stdin() -> Result<Reading, Stop> {
    let bytes = standard_input()?;
    silence_parsers();
    let parsed = thread::scope(|scope| {
        let parse = || formats::parse(&bytes, &Origin::default());
        let parser = thread::Builder::new().stack_size(STACK).name(PARSER.into()).spawn_scoped(scope, parse);
        parser.ok().and_then(|running| running.join().ok())
    });
    let articles = match parsed {
        Some(parsed) => parsed.map_err(|what| Text::line(&what.to_string())),
        None => Err(Text::new("the parser failed on it")),
    };
    Ok(Reading { path: STDIN.into(), modified: 0, articles })
}

/// The name of the threads whose panics are a file's problem and not the program's.
const PARSER: &str = "parser";

/// Reads files on every core, and returns them in their order.
fn parallel(files: &[PathBuf]) -> Vec<Reading> {
    silence_parsers();
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(2, usize::from).clamp(2, files.len().max(2));
    let mut read: Vec<(usize, Reading)> = thread::scope(|scope| {
        let running: Vec<_> = (0..threads)
            .filter_map(|_| {
                let builder = thread::Builder::new().stack_size(STACK).name(PARSER.into());
                builder.spawn_scoped(scope, || read_next(files, &next)).ok()
            })
            .collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    });
    read.sort_by_key(|(index, _)| *index);
    with_failed(files, read)
}

/// Reads one file after the other until none is left.
fn read_next(files: &[PathBuf], next: &AtomicUsize) -> Vec<(usize, Reading)> {
    let mut read = Vec::new();
    loop {
        let index = next.fetch_add(1, Ordering::Relaxed);
        let Some(path) = files.get(index) else { return read };
        let reading = std::panic::catch_unwind(|| scan::read(path)).unwrap_or_else(|_| failed(path));
        read.push((index, reading));
    }
}

/// Puts a problem in the place of every file that no thread lived to read.
fn with_failed(files: &[PathBuf], read: Vec<(usize, Reading)>) -> Vec<Reading> {
    let mut read = read.into_iter().peekable();
    let mut all = Vec::with_capacity(files.len());
    for (index, path) in files.iter().enumerate() {
        let reading = read.next_if(|(at, _)| *at == index).map(|(_, reading)| reading);
        all.push(reading.unwrap_or_else(|| failed(path)));
    }
    all
}

fn failed(path: &Path) -> Reading {
    Reading { path: path.to_owned(), modified: 0, articles: Err(Text::new("the parser failed on this file")) }
}

/// Keeps the message of a parser's panic off the screen: the file is reported as unreadable anyway.
fn silence_parsers() {
    static SILENCED: Once = Once::new();
    SILENCED.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(PARSER) {
                usual(panic);
            }
        }));
    });
}
