//! Owns `newsprint export`: articles as one file for other programs. It refuses to write over a file
//! unless told to.

use std::collections::HashSet;
use std::ffi::OsString;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::arguments::{Export, ExportForm};
use super::cached::Ask;
use super::output::{Out, Stop, problem, shown};
use super::setup::Setup;
use super::sift::{self, Found, Held, Keep};
use super::{Outcome, following, places};
use crate::article::ArticleId;
use crate::export::written::{self, Lit, Page, Written};
use crate::export::{self, Form};
use crate::library::scan;
use crate::marks::{Highlight, Marks};
use crate::runtime;

pub(super) fn run(asked: &Export, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let form = form(asked)?;
    let ids = ids(&asked.args);
    let args = if ids.is_empty() { asked.args.as_slice() } else { &[] };
    let wanted = places::part(args, &asked.words, setup)?;
    refuse_article(asked, &wanted.places, setup)?;
    let marks = setup.marks();
    let ask = Ask { query: &wanted.query, ids: &ids, order: None, limit: None };
    let only: HashSet<ArticleId> = ids.iter().copied().collect();
    let make = |found: &Found<'_>| (only.is_empty() || only.contains(&found.id)).then(|| Held::whole(found));
    let keep = Keep::all(&make);
    let sifted = sift::sift(&wanted.places, &ask, &keep, setup, &marks)?;
    sifted.say_failures();
    following::follow(&sifted, setup, &marks);
    let readable = sifted.is_complete();
    let (held, complete) = sifted.all(&keep)?;
    let found: Vec<Found<'_>> = held.iter().flatten().map(Held::found).collect();
    if found.is_empty() {
        problem("nothing to export: no article was found: name a file, a folder, an id or other words");
        return Ok(Outcome::Problems);
    }
    let notes: Vec<Option<Written>> =
        found.iter().map(|one| if asked.notes { written(one, &marks) } else { None }).collect();
    let pages = found.iter().zip(&notes);
    let pages = pages.map(|(one, notes)| Page { article: one.article, written: notes.as_ref() });
    let pages: Vec<Page<'_>> = pages.collect();
    let written = write(form, &pages)?;
    match &asked.output {
        Some(path) => save(path, &written, asked.force)?,
        None => out.write_all(&written)?,
    }
    Ok(if readable && complete { Outcome::Done } else { Outcome::Problems })
}

/// Refuses to write over a file of the library, or of the places read, whatever was forced: articles are
/// never written to.
fn refuse_article(asked: &Export, places: &[PathBuf], setup: &Setup) -> Result<(), Stop> {
    let Some(output) = asked.output.as_deref() else { return Ok(()) };
    let others = setup.config.libraries.values().cloned();
    let known: Vec<PathBuf> = places.iter().cloned().chain(setup.default_places()).chain(others).collect();
    if scan::is_article(output, &known) {
        let advice = "name a file outside the library, or one that is not there";
        return Err(Stop::Usage(format!("an article is not written over: {}: {advice}", shown(output))));
    }
    Ok(())
}

/// Returns the ids that arguments are; none unless all of them are ids and none is a file.
fn ids(args: &[OsString]) -> Vec<ArticleId> {
    let id = |arg: &OsString| arg.to_str()?.parse().ok().filter(|_| !Path::new(arg).exists());
    args.iter().map(id).collect::<Option<_>>().unwrap_or_default()
}

/// Returns the form asked for: by name, else by the file's extension, else Markdown. A book is not
/// for a terminal.
fn form(asked: &Export) -> Result<&'static Form, Stop> {
    let named = asked.format.map(ExportForm::name);
    let form = match (named, &asked.output) {
        (Some(name), _) => export::named(name),
        (None, Some(path)) => export::form_of(&path.to_string_lossy()),
        (None, None) => export::FORMS.first(),
    };
    let Some(form) = form else {
        let path = asked.output.as_deref().unwrap_or(Path::new(""));
        return Err(Stop::Usage(format!(
            "unknown kind of file: {}: end it in {}, or give --format",
            shown(path),
            export::extensions()
        )));
    };
    if form.name == ExportForm::Epub.name() && asked.output.is_none() && std::io::stdout().is_terminal() {
        return Err(Stop::Usage("a book is not for a terminal: standard output: give --output FILE".into()));
    }
    Ok(form)
}

/// Writes articles in a form, as of now.
pub(super) fn write(form: &Form, pages: &[Page<'_>]) -> Result<Vec<u8>, Stop> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let now = i64::try_from(since.as_secs()).unwrap_or_default();
    (form.write)(pages, now).map_err(|error| {
        Stop::Failed(format!("cannot be written as {}: {error}: try another form", form.name))
    })
}

/// Returns what the reader wrote about an article, with the places of its highlights.
fn written(found: &Found<'_>, marks: &Marks) -> Option<Written> {
    let mark = found.mark(marks);
    if mark.note.is_none() && mark.highlights.is_empty() {
        return None;
    }
    let words = written::words(found.article);
    let lit = |lit: Highlight| Lit { at: lit.quote.find(&words), quote: lit.quote.exact, note: lit.note };
    Some(Written { note: mark.note, lit: mark.highlights.into_iter().map(lit).collect() })
}

fn save(path: &Path, bytes: &[u8], force: bool) -> Result<(), Stop> {
    runtime::save(path, bytes, force).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Stop::Usage(format!("the file is there already: {}: name another, or give --force", shown(path)))
        }
        _ => Stop::Usage(format!("cannot be written: {}: {error}", shown(path))),
    })
}
