//! Owns reading many files at once, in their order and a bounded number at a time. It refuses to know
//! what is done with them, and to hold more of them than it is asked to.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::output::{Stop, problem, shown};
use super::places::{STDIN, standard_input};
use super::setup::Setup;
use crate::article::Text;
use crate::formats::{self, Origin};
use crate::library::{FileProblem, Reading, Shelf, scan, shelf};

/// The stack of a thread that parses; parsers recurse within bounds that fit it.
const STACK: usize = 16 << 20;

/// Files that are read before what was made of them is taken.
const CHUNK: usize = 64;

/// Files to read, in order and by number: first what came through standard input.
#[derive(Debug, Default)]
pub(super) struct Stack {
    pub(super) paths: Vec<PathBuf>,
    /// What came through standard input, which cannot be read a second time.
    piped: Option<Vec<u8>>,
    /// What could not be looked into for files.
    pub(super) problems: Vec<FileProblem>,
}

impl Stack {
    /// Finds the files below places, and takes in standard input where it is one of them.
    pub(super) fn below(places: &[PathBuf], setup: &Setup) -> Result<Self, Stop> {
        let (piped, named): (Vec<PathBuf>, Vec<PathBuf>) =
            places.iter().cloned().partition(|place| place.as_os_str() == STDIN);
        let piped = if piped.is_empty() { None } else { Some(standard_input()?) };
        let (files, problems) = scan::files(&named, setup.config.follow_links);
        let paths = piped.iter().map(|_| PathBuf::from(STDIN)).chain(files).collect();
        Ok(Self { paths, piped, problems })
    }

    /// Makes a stack of these files, and takes in what is wrong with others.
    pub(super) fn of(paths: Vec<PathBuf>, problems: Vec<FileProblem>) -> Self {
        Self { paths, piped: None, problems }
    }

    /// Returns the path of a file.
    pub(super) fn path(&self, file: u32) -> &Path {
        let path = usize::try_from(file).ok().and_then(|file| self.paths.get(file));
        path.map_or(Path::new(""), PathBuf::as_path)
    }

    /// Returns the numbers of all files.
    pub(super) fn all(&self) -> Vec<u32> {
        (0..).take(self.paths.len()).collect()
    }

    /// Reads files on every core. What `work` makes of them there is taken in their order, and never is more
    /// than a few dozen files ahead of what was taken; once it is not taken, no more is read.
    pub(super) fn each<T: Send>(
        &self,
        files: &[u32],
        work: &(dyn Fn(u32, Reading) -> T + Sync),
        take: &mut dyn FnMut(u32, T) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        silence_parsers();
        for chunk in files.chunks(CHUNK) {
            let mut made = self.parallel(chunk, work);
            made.sort_unstable_by_key(|(at, _)| *at);
            let mut made = made.into_iter().peekable();
            for (at, file) in chunk.iter().enumerate() {
                // No thread lived to read it.
                let lost = || work(*file, failed(self.path(*file)));
                let one = made.next_if(|(made, _)| *made == at).map_or_else(lost, |(_, one)| one);
                take(*file, one)?;
            }
        }
        Ok(())
    }

    fn parallel<T: Send>(&self, chunk: &[u32], work: &(dyn Fn(u32, Reading) -> T + Sync)) -> Vec<(usize, T)> {
        let next = AtomicUsize::new(0);
        let threads = thread::available_parallelism().map_or(2, usize::from).min(chunk.len());
        thread::scope(|scope| {
            let running: Vec<_> = (0..threads)
                .filter_map(|_| {
                    let builder = thread::Builder::new().stack_size(STACK).name(PARSER.into());
                    builder.spawn_scoped(scope, || self.read_next(chunk, &next, work)).ok()
                })
                .collect();
            running.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
        })
    }

    /// Reads one file after the other until none is left.
    fn read_next<T>(
        &self,
        chunk: &[u32],
        next: &AtomicUsize,
        work: &(dyn Fn(u32, Reading) -> T + Sync),
    ) -> Vec<(usize, T)> {
        let mut made = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = chunk.get(at) else { return made };
            let read = || work(*file, self.read(*file));
            let one = catch_unwind(AssertUnwindSafe(read));
            made.push((at, one.unwrap_or_else(|_| work(*file, failed(self.path(*file))))));
        }
    }

    fn read(&self, file: u32) -> Reading {
        match &self.piped {
            Some(bytes) if file == 0 => parse_piped(bytes),
            _ => scan::read(self.path(file)),
        }
    }
}

/// Reads all files below places onto a shelf, which holds what is searched of them and nothing else. The
/// second value is what could not be read, and why.
pub(super) fn shelved(stack: &Stack) -> Result<(Shelf, Vec<(PathBuf, Text)>), Stop> {
    let (mut held, mut failures) = (Shelf::default(), Vec::new());
    let work = |_, reading: Reading| (shelf::shelve(&reading), why_nothing(&reading));
    stack.each(&stack.all(), &work, &mut |file, (entries, why)| {
        held.insert(entries);
        failures.extend(why.map(|why| (stack.path(file).to_owned(), why)));
        Ok(())
    })?;
    failures.extend(stack.problems.iter().map(|problem| (problem.path.clone(), problem.what.clone())));
    Ok((held, failures))
}

/// Says on standard error that a file could not be read, and why.
pub(super) fn say_unread(path: &Path, what: &Text) {
    problem(&format!("cannot be read: {}: {what}", shown(path)));
}

/// Reads one file, as safely as many.
pub(super) fn read_one(path: &Path) -> Reading {
    let mut read = None;
    let stack = Stack::of(vec![path.to_owned()], Vec::new());
    let taken = stack.each(&[0], &|_, reading| reading, &mut |_, reading| {
        read = Some(reading);
        Ok(())
    });
    read.filter(|_| taken.is_ok()).unwrap_or_else(|| failed(path))
}

/// Returns why a file gave no article, if it gave none.
pub(super) fn why_nothing(reading: &Reading) -> Option<Text> {
    match &reading.articles {
        Err(what) => Some(what.clone()),
        Ok(articles) if articles.is_empty() => Some(Text::new("no article in it")),
        Ok(_) => None,
    }
}

fn parse_piped(bytes: &[u8]) -> Reading {
    let articles = formats::parse(bytes, &Origin::default()).map_err(|what| Text::line(&what.to_string()));
    Reading { path: STDIN.into(), modified: 0, articles }
}

/// The name of the threads whose panics are a file's problem and not the program's.
const PARSER: &str = "parser";

fn failed(path: &Path) -> Reading {
    let what =
        if path.as_os_str() == STDIN { "the parser failed on it" } else { "the parser failed on this file" };
    Reading { path: path.to_owned(), modified: 0, articles: Err(Text::new(what)) }
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
