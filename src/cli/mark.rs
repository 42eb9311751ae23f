//! Owns `newsprint mark`: the reader's marks from a script. It refuses to say that a mark is made
//! before it is on disk.

use std::collections::HashSet;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::arguments::{Deed, Mark};
use super::cached::{self, Ask};
use super::gather::{self, Gathered};
use super::output::{Out, Stop, escaped, problem, shown};
use super::select::{self, Found};
use super::setup::Setup;
use super::{Outcome, import, places};
use crate::article::identity::canonical_url;
use crate::article::{Article, ArticleId, Text};
use crate::marks::journal::path_hint;
use crate::marks::{Change, Journal, Marks, Quote, Step, What};

/// A change wished for: the article, what is to hold, and the path the article is at.
pub(super) type Wish = (ArticleId, What, Option<String>);

/// What the articles named on the command line are.
#[derive(Debug, Default)]
struct Named {
    files: Vec<PathBuf>,
    ids: Vec<ArticleId>,
    /// Web addresses: they are marked whether their article is in the library yet or not.
    pages: Vec<(ArticleId, String)>,
}

pub(super) fn run(asked: &Mark, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let Some(mut journal) = setup.journal() else {
        let advice = "set HOME or XDG_CONFIG_HOME, XDG_CACHE_HOME and XDG_DATA_HOME";
        return Err(Stop::Failed(format!("marks cannot be kept: no home folder: {advice}")));
    };
    // What was put elsewhere counts already; it moves here as soon as this folder can be written.
    drop(journal.take_in());
    let marks = setup.marks();
    match &asked.deed {
        None => {
            let (step, outcome) = import::step(&asked.import, setup, &marks, now())?;
            keep(&mut journal, &step.done)?;
            writeln!(out, "{}", step.said)?;
            Ok(outcome)
        }
        Some(Deed::Undo) => retrace(&mut journal, marks, true, out),
        Some(Deed::Redo) => retrace(&mut journal, marks, false, out),
        Some(deed) => mark(asked, deed, &mut journal, setup, &marks, out),
    }
}

fn mark(
    asked: &Mark,
    deed: &Deed,
    journal: &mut Journal,
    setup: &Setup,
    marks: &Marks,
    out: &mut Out,
) -> Result<Outcome, Stop> {
    if asked.articles.is_empty() && asked.query.is_none() {
        return Err(Stop::Usage("nothing to mark: name files, ids or addresses, or give --query".into()));
    }
    let Named { files, ids, pages } = part(&asked.articles)?;
    let named = gather::read_all(&files, setup)?;
    let library = library(asked, &ids, setup, marks)?;
    let mut chosen = select::all(&named, marks);
    let mut complete = named.complete;
    if let Some(library) = &library {
        chosen.extend(asked_for(asked, &ids, library, marks)?);
    }
    let known: HashSet<ArticleId> = chosen.iter().map(|found| found.id).collect();
    for id in ids {
        complete &= known.contains(&id) || without_file(id, marks);
    }
    let nothing = chosen.is_empty() && pages.is_empty();
    let (step, fitting) = step(deed, chosen, pages, marks);
    keep(journal, &step.done)?;
    writeln!(out, "{}", step.said)?;
    Ok(if complete && fitting && !nothing { Outcome::Done } else { Outcome::Problems })
}

/// Takes the last step on this device back, or makes it again.
fn retrace(journal: &mut Journal, mut marks: Marks, back: bool, out: &mut Out) -> Result<Outcome, Stop> {
    let mut history = journal.history();
    let (found, verb, nothing) = if back {
        (history.undo(&mut marks, now()), "taken back", "nothing to take back")
    } else {
        (history.redo(&mut marks, now()), "done again", "nothing to do again")
    };
    let Some((said, changes)) = found else {
        problem(nothing);
        return Ok(Outcome::Problems);
    };
    keep(journal, &changes)?;
    // A tag may have come with marks of another reader.
    writeln!(out, "{verb}: {}", escaped(&said))?;
    Ok(Outcome::Done)
}

pub(super) fn now() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    u64::try_from(now).unwrap_or_default()
}

/// Returns the id of the article at a web address, whether it is at hand or not.
pub(super) fn page(address: &str) -> Option<ArticleId> {
    canonical_url(address)?;
    let article = Article { url: Some(Text::line(address)), ..Article::default() };
    Some(ArticleId::of(&article))
}

/// Parts arguments into files, ids and addresses.
fn part(articles: &[OsString]) -> Result<Named, Stop> {
    let mut named = Named::default();
    for name in articles {
        if name == places::STDIN {
            let bytes = places::standard_input()?;
            for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()) {
                named.add(name_in(line))?;
            }
        } else {
            named.add(name.clone())?;
        }
    }
    Ok(named)
}

/// Returns the name a line holds: to the byte if a file has it, else without the white space around it.
fn name_in(line: &[u8]) -> OsString {
    let whole = os_string(line);
    if Path::new(&whole).exists() { whole } else { os_string(line.trim_ascii()) }
}

#[cfg(unix)]
fn os_string(bytes: &[u8]) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec())
}

#[cfg(not(unix))]
fn os_string(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}

impl Named {
    fn add(&mut self, name: OsString) -> Result<(), Stop> {
        let word = name.to_str();
        let id: Option<ArticleId> = word.and_then(|word| word.parse().ok());
        let address = word.and_then(|word| Some((page(word)?, word.to_owned())));
        match (id, address) {
            _ if Path::new(&name).exists() => self.files.push(PathBuf::from(name)),
            (Some(id), _) => self.ids.push(id),
            (None, Some(page)) => self.pages.push(page),
            (None, None) => {
                let advice = "name a file, its address, or the id that newsprint list --format json gives";
                let line = format!("no such article: {}: {advice}", shown(Path::new(&name)));
                return Err(Stop::Usage(line));
            }
        }
        Ok(())
    }
}

/// Reads the library when ids or a query are to be found in it.
fn library(asked: &Mark, ids: &[ArticleId], setup: &Setup, marks: &Marks) -> Result<Option<Gathered>, Stop> {
    let places = setup.default_places();
    if asked.query.is_none() && (ids.is_empty() || places.is_empty()) {
        return Ok(None);
    }
    if places.is_empty() {
        return Err(places::no_library(""));
    }
    let query = asked.query.as_deref().map(places::query).transpose()?.unwrap_or_default();
    cached::read_quietly_for(&places, &Ask { query: &query, ids }, setup, marks).map(Some)
}

fn asked_for<'a>(
    asked: &Mark,
    ids: &[ArticleId],
    library: &'a Gathered,
    marks: &Marks,
) -> Result<Vec<Found<'a>>, Stop> {
    let ids: HashSet<&ArticleId> = ids.iter().collect();
    let mut chosen = select::all(library, marks);
    chosen.retain(|found| ids.contains(&found.id));
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

/// Makes one step of what is asked, with what is printed of it, a line for each article; and whether
/// all of them could be marked so.
fn step(
    deed: &Deed,
    mut chosen: Vec<Found<'_>>,
    pages: Vec<(ArticleId, String)>,
    marks: &Marks,
) -> (Step, bool) {
    let mut seen = HashSet::new();
    chosen.retain(|found| seen.insert(found.id));
    let mut fitting = true;
    let mut wanted: Vec<Wish> = Vec::new();
    let mut lines = Vec::new();
    for found in &chosen {
        let Some(what) = what(deed, found, marks) else {
            problem(&format!("not highlighted: {}: the words are not in it", found.title()));
            fitting = false;
            continue;
        };
        let holds = marks.inverse(found.marked_as, &what) == what;
        lines.push(format!("{}: {}", said(&what, holds), found.title()));
        wanted.extend(wishes(found, what));
    }
    for (id, address) in pages.into_iter().filter(|(id, _)| seen.insert(*id)) {
        let Deed::Set(what) = deed else {
            problem(&format!("not highlighted: {address}: name the article's file"));
            fitting = false;
            continue;
        };
        lines.push(format!("{}: {address}", said(what, marks.inverse(id, what) == *what)));
        wanted.push((id, what.clone(), None));
    }
    let mut step = Step::new(marks, "", wanted, now());
    step.said = if lines.is_empty() { "nothing marked".to_owned() } else { lines.join("\n") };
    (step, fitting)
}

/// Returns what is to be said of an article, and first that it is the one marked before its edit.
pub(super) fn wishes(found: &Found<'_>, what: What) -> Vec<Wish> {
    let path = Some(path_hint(&found.reading.path));
    let link = (found.marked_as != found.id).then(|| (found.id, What::Was(found.marked_as), path.clone()));
    link.into_iter().chain([(found.id, what, path)]).collect()
}

/// Returns what the deed means for an article; `None` if its words are not in it.
fn what(deed: &Deed, found: &Found<'_>, marks: &Marks) -> Option<What> {
    match deed {
        Deed::Set(what) => Some(what.clone()),
        Deed::Highlight(words, true) => {
            let quote = Quote::of(&found.article.plain_text(), words)?;
            Some(What::Highlight(Box::new(quote), Some(String::new())))
        }
        Deed::Highlight(words, false) => {
            let lit = found.mark(marks).highlights;
            let lit = lit.into_iter().find(|lit| Quote::of(&lit.quote.exact, words).is_some())?;
            Some(What::Highlight(Box::new(lit.quote), None))
        }
        Deed::Undo | Deed::Redo => None,
    }
}

fn said(what: &What, holds: bool) -> String {
    let done = match what {
        What::Read(true) => "read".to_owned(),
        What::Read(false) => "unread".to_owned(),
        What::Starred(true) => "starred".to_owned(),
        What::Starred(false) => "not starred".to_owned(),
        What::Tag(name, true) => format!("tagged {}", escaped(name)),
        What::Tag(name, false) => format!("not tagged {}", escaped(name)),
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

pub(super) fn keep(journal: &mut Journal, changes: &[Change]) -> Result<(), Stop> {
    let kept = journal.append(changes).and_then(|()| journal.sync());
    kept.map_err(|error| {
        let file = shown(&error.path);
        Stop::Failed(format!("marks are not saved: {file}: {}; mend that and mark again", error.source))
    })
}
