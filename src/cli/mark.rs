//! Owns `newsprint mark`: the reader's marks from a script. It refuses to say that a mark is made
//! before it is on disk.

use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use super::arguments::{Deed, Mark};
use super::cached::Ask;
use super::named::{self, Named};
use super::output::{Out, Stop, escaped, problem, shown};
use super::setup::Setup;
use super::sift::{self, Found, Held, Keep};
use super::{Outcome, import, places};
use crate::article::ArticleId;
use crate::library::Query;
use crate::marks::journal::path_hint;
use crate::marks::{Change, Journal, Marks, Quote, Step, What};

/// A change wished for: the article, what is to hold, and the path the article is at.
pub(super) type Wish = (ArticleId, What, Option<String>);

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
        Some(deed @ (Deed::Undo | Deed::Redo)) => {
            refuse_articles(asked, deed)?;
            retrace(&mut journal, marks, *deed == Deed::Undo, out)
        }
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
        let advice = "name files, ids or addresses, or give --query";
        return Err(Stop::Usage(format!("nothing to mark: command line: {advice}")));
    }
    let query = asked.query.as_deref().map(query).transpose()?;
    let Named { files, ids, pages } = named::part(&asked.articles)?;
    // With a query, files and folders say where it looks, and are not marked as a whole.
    let (whole, bounds) = if query.is_some() { (Vec::new(), files) } else { (files, Vec::new()) };
    let bounded = !bounds.is_empty();
    let chooser = Chooser { deed, setup, marks };
    let (mut chosen, mut complete) = chooser.named(&whole)?;
    let (found, readable) = chooser.found(query.as_ref(), &ids, bounds)?;
    // What was named and cannot be read is said, as it is without a query.
    complete &= readable || !bounded;
    chosen.extend(found);
    let chosen: Vec<Found<'_>> = chosen.iter().map(Held::found).collect();
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

/// Refuses articles beside a deed that is about the last step alone, whatever that was done to.
fn refuse_articles(asked: &Mark, deed: &Deed) -> Result<(), Stop> {
    if asked.articles.is_empty() && asked.query.is_none() {
        return Ok(());
    }
    let (name, does) = if *deed == Deed::Undo { ("undo", "takes back") } else { ("redo", "makes again") };
    let advice = "name no article, or say what is to hold, as in newsprint mark unstar ARTICLE";
    Err(Stop::Usage(format!("{name} {does} the last step, whatever it was: command line: {advice}")))
}

/// Reads the query whose hits are marked. One that asks for nothing would mark everything.
fn query(asked: &str) -> Result<Query, Stop> {
    let query = places::query(asked)?;
    if query.is_empty() {
        let advice = "give words or a field, or name a folder to mark all of it";
        return Err(Stop::Usage(format!("the query asks for nothing: {asked:?}: {advice}")));
    }
    Ok(query)
}

/// Takes the last step on this device back, or makes it again.
fn retrace(journal: &mut Journal, mut marks: Marks, back: bool, out: &mut Out) -> Result<Outcome, Stop> {
    let mut history = journal.history();
    let (found, verb, nothing) = if back {
        (history.undo(&mut marks, now()), "taken back", "nothing to take back: marks: mark something first")
    } else {
        (
            history.redo(&mut marks, now()),
            "done again",
            "nothing to do again: marks: take something back first",
        )
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

/// What chooses the articles to mark.
struct Chooser<'a> {
    deed: &'a Deed,
    setup: &'a Setup,
    marks: &'a Marks,
}

impl Chooser<'_> {
    /// Takes every article of the files and folders named; says whether all of them could be read.
    fn named(&self, whole: &[PathBuf]) -> Result<(Vec<Held>, bool), Stop> {
        let query = Query::default();
        let make = |found: &Found<'_>| self.hold(found);
        let keep = Keep::all(&make);
        let sifted = sift::sift_all(whole, &ask(&query, &[]), &keep, self.setup, self.marks)?;
        sifted.say_failures();
        let readable = sifted.is_complete();
        let (held, complete) = sifted.all(&keep)?;
        Ok((held, readable && complete))
    }

    /// Takes the articles of these ids, then those a query shows, within the bounds named, else in the
    /// library; says whether all that is within the bounds could be read.
    fn found(
        &self,
        query: Option<&Query>,
        ids: &[ArticleId],
        bounds: Vec<PathBuf>,
    ) -> Result<(Vec<Held>, bool), Stop> {
        let bounded = !bounds.is_empty();
        let places = if bounded {
            bounds.into_iter().chain(self.setup.libraries.iter().cloned()).collect()
        } else {
            self.setup.default_places()
        };
        if query.is_none() && (ids.is_empty() || places.is_empty()) {
            return Ok((Vec::new(), true));
        }
        if places.is_empty() {
            return Err(places::no_library(""));
        }
        let mut chosen = Vec::new();
        if !ids.is_empty() {
            chosen = self.of_ids(ids, &places)?;
        }
        let Some(query) = query else { return Ok((chosen, true)) };
        let make = |found: &Found<'_>| self.hold(found);
        let keep = Keep::all(&make);
        let sifted = sift::sift(&places, &ask(query, &[]), &keep, self.setup, self.marks)?;
        if bounded {
            sifted.say_failures();
        }
        let readable = sifted.is_complete();
        let (held, complete) = sifted.all(&keep)?;
        chosen.extend(held);
        Ok((chosen, readable && complete))
    }

    fn of_ids(&self, ids: &[ArticleId], places: &[PathBuf]) -> Result<Vec<Held>, Stop> {
        let query = Query::default();
        let wanted: HashSet<&ArticleId> = ids.iter().collect();
        let make = |found: &Found<'_>| wanted.contains(&found.id).then(|| self.hold(found));
        let keep = Keep::all(&make);
        let (held, _) = sift::sift(places, &ask(&query, ids), &keep, self.setup, self.marks)?.all(&keep)?;
        Ok(held.into_iter().flatten().collect())
    }

    /// Holds an article to mark; only words to light up have to be looked for in it.
    fn hold(&self, found: &Found<'_>) -> Held {
        if matches!(self.deed, Deed::Highlight(..)) { Held::whole(found) } else { Held::without_words(found) }
    }
}

fn ask<'a>(query: &'a Query, ids: &'a [ArticleId]) -> Ask<'a> {
    Ask { query, ids, order: None, limit: None }
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
    let path = Some(path_hint(found.path));
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
