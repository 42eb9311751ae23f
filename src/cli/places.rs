//! Owns the rule that parts arguments into places and query: what names an existing file or folder
//! is a place, everything else together is the query. It refuses to read the places.

use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::CommandFactory;

use super::arguments::Arguments;
use super::output::{Stop, shown};
use super::setup::Setup;
use crate::article::nearest::nearest;
use crate::config::Session;
use crate::library::{Query, QueryError};

/// The name of standard input.
pub(super) const STDIN: &str = "-";

/// The most bytes taken from standard input.
const LARGEST: u64 = 16 << 20;

/// The most characters of a word that are repeated to who mistyped it.
const LONGEST_WORD: usize = 40;

/// Where to read and what to look for.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) places: Vec<PathBuf>,
    pub(super) query: Query,
    /// The query as typed.
    pub(super) asked: String,
}

impl Wanted {
    /// Says that there is no article of the kind that was asked for.
    pub(super) fn nothing(&self) -> String {
        let asked = &self.asked;
        match asked.as_str() {
            "" => format!("nothing found: {}: no article is there", self.whereabouts()),
            words if words.contains(['/', '.']) => {
                format!("nothing found: {asked:?}: no file has this name, so it was taken as a query")
            }
            _ => nothing_has(&self.query, asked),
        }
    }

    /// Names the places, as far as a line can bear.
    pub(super) fn whereabouts(&self) -> String {
        match self.places.as_slice() {
            [] => "standard input".to_owned(),
            [place] => shown(place),
            [place, others @ ..] => format!("{} and {} more", shown(place), others.len()),
        }
    }
}

/// Says that nothing was found: the words are nowhere or, where none were asked for, nothing is like that.
pub(super) fn nothing_has(query: &Query, asked: &str) -> String {
    let why = if query.has_words() { "no article has these words" } else { "no article fits" };
    format!("nothing found: {asked:?}: {why}")
}

/// Parts arguments into places and query; `words` came after `--` and are query alone.
pub(super) fn part(args: &[OsString], words: &[OsString], setup: &Setup) -> Result<Wanted, Stop> {
    let is_place = |arg: &&OsString| *arg == STDIN || Path::new(arg).exists();
    let (named, rest): (Vec<&OsString>, Vec<&OsString>) = args.iter().partition(is_place);
    let mut places: Vec<PathBuf> = named.into_iter().map(PathBuf::from).collect();
    if places.is_empty() {
        places = setup.default_places();
    } else {
        places.extend(setup.libraries.iter().cloned());
    }
    let asked: Vec<_> = rest.into_iter().chain(words).map(|word| word.to_string_lossy()).collect();
    let asked = asked.join(" ");
    if places.is_empty() {
        return Err(no_library(&asked));
    }
    let query = query(&asked)?;
    Ok(Wanted { places, query, asked })
}

/// Parses a query; a mistake in it is wrong usage, shown where it is.
pub(super) fn query(asked: &str) -> Result<Query, Stop> {
    Query::parse(asked).map_err(|error| {
        let (word, column) = faulty(asked, &error);
        Stop::Usage(format!("the query is not understood: {word}, column {column}: {error}"))
    })
}

/// Returns the word of a query that is wrong, as far as a line can bear, and in which column it begins.
fn faulty(asked: &str, error: &QueryError) -> (String, usize) {
    let before = asked.get(..error.at.start).unwrap_or_default();
    let start = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
    let after = asked.get(error.at.end..).unwrap_or_default();
    let end = after.find(char::is_whitespace).map_or(asked.len(), |more| error.at.end + more);
    let word = asked.get(start..end).unwrap_or_default();
    let shown: String = word.chars().take(LONGEST_WORD).collect();
    let cut = if shown.len() < word.len() { "…" } else { "" };
    (format!("{shown}{cut}"), before.get(..start).unwrap_or_default().chars().count() + 1)
}

/// Says that there is nothing to read, or that what was named is not there.
pub(super) fn no_library(asked: &str) -> Stop {
    let line = if asked.is_empty() {
        "nothing to read: no library is configured: name a file or folder, or put one under [libraries] in the config"
            .to_owned()
    } else {
        format!("nothing to read: {asked:?} names no file or folder and no library is configured: name one")
    };
    Stop::Usage(line)
}

/// Returns paths as arguments.
pub(super) fn as_args(paths: &[PathBuf]) -> Vec<OsString> {
    paths.iter().map(|path| path.clone().into_os_string()).collect()
}

/// Gathers a reading session over places that must exist.
pub(super) fn session(paths: &[PathBuf], setup: Setup) -> Result<Session, Stop> {
    existing(paths)?;
    let (piped, mut places): (Vec<PathBuf>, _) =
        paths.iter().cloned().partition(|path| path.as_os_str() == STDIN);
    let stdin = if piped.is_empty() { None } else { Some(standard_input()?) };
    if paths.is_empty() {
        places = setup.default_places();
    } else {
        places.extend(setup.libraries);
    }
    let Setup { config, config_file, config_problems, paths, environment, .. } = setup;
    Ok(Session { places, config, config_file, config_problems, paths, environment, stdin })
}

/// Makes sure that every path names something.
pub(super) fn existing(paths: &[PathBuf]) -> Result<(), Stop> {
    let Some(missing) = paths.iter().find(|path| path.as_os_str() != STDIN && !path.exists()) else {
        return Ok(());
    };
    let commands = Arguments::command();
    let names = commands.get_subcommands().map(clap::Command::get_name);
    let advice = match nearest(&missing.to_string_lossy(), names) {
        Some(command) => format!("did you mean `newsprint {command}`?"),
        None => "name files, folders or a command (newsprint --help)".to_owned(),
    };
    Err(Stop::Usage(format!("no such file or folder: {}: {advice}", shown(missing))))
}

/// Reads standard input to its end, within bounds.
pub(super) fn standard_input() -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|cause| Stop::Failed(format!("cannot read: standard input: {cause}")))?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Stop::Failed("nothing to read: standard input: it is empty".into()));
    }
    if bytes.len() as u64 > LARGEST {
        return Err(Stop::Failed("too much to read: standard input: an article has at most 16 MB".into()));
    }
    Ok(bytes)
}
