//! Owns `newsprint show`: one article, typeset, as JSON or as Markdown. It refuses to mark it as read.

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::arguments::{Show, ShowFormat, SortBy};
use super::cached::{self, Ask};
use super::gather::{self, Gathered};
use super::output::{Out, Stop, problem, shown};
use super::places::{self, STDIN};
use super::record::{self, Record};
use super::select::{self, Found};
use super::setup::Setup;
use super::{Outcome, following, table};
use crate::article::{Article, ArticleId};
use crate::export::cite::{Reference, Style};
use crate::export::{self, html, markdown};
use crate::library::Query;
use crate::marks::Marks;
use crate::typeset::{Setting, plain, typeset};

pub(super) fn run(asked: &Show, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let marks = setup.marks();
    let (gathered, wanted) = gather(asked, setup, &marks)?;
    let found = pick(&gathered, &wanted, &marks);
    let Some((first, others)) = found.split_first() else {
        return Ok(missing(&gathered, &wanted));
    };
    following::follow(std::slice::from_ref(first), setup, &marks);
    match asked.format {
        ShowFormat::Text => out.write_all(text(first, asked, setup).as_bytes())?,
        ShowFormat::Markdown => out.write_all(markdown::write(first.article).as_bytes())?,
        ShowFormat::Html => out.write_all(html::page(&[first.article]).as_bytes())?,
        ShowFormat::Epub => out.write_all(&book(first)?)?,
        ShowFormat::Bibtex => out.write_all(cited(first, Style::Bibtex).as_bytes())?,
        ShowFormat::Csl => out.write_all(cited(first, Style::Csl).as_bytes())?,
        ShowFormat::Json => record::write(&Record::new(first, &marks, true), out)?,
    }
    if let (Wanted::File(path), false) = (&wanted, others.is_empty()) {
        let line = format!("{} more articles: {}: newsprint list gives their ids", others.len(), shown(path));
        problem(&line);
    }
    Ok(Outcome::Done)
}

/// Returns one article, by its file or id; nothing if there is none, which is said.
pub(super) fn one(name: &OsString, setup: &Setup) -> Result<Option<Article>, Stop> {
    let format = ShowFormat::default();
    let asked = Show { article: Some(name.clone()), query: None, width: None, format };
    let marks = Marks::default();
    let (gathered, wanted) = gather(&asked, setup, &marks)?;
    let found = pick(&gathered, &wanted, &marks);
    if found.is_empty() {
        missing(&gathered, &wanted);
    }
    Ok(found.first().map(|first| first.article.clone()))
}

/// What article is asked for.
enum Wanted {
    File(PathBuf),
    Id(ArticleId),
    Best(Query, String),
}

/// Reads the file named, or the library the article is to be found in.
fn gather(asked: &Show, setup: &Setup, marks: &Marks) -> Result<(Gathered, Wanted), Stop> {
    let wanted = match (&asked.article, &asked.query) {
        (_, Some(text)) => Wanted::Best(places::query(text)?, text.clone()),
        (Some(name), None) => named(name)?,
        (None, None) => return Err(places::no_library("")),
    };
    let places = match &wanted {
        Wanted::File(path) => vec![path.clone()],
        _ => setup.default_places(),
    };
    if places.is_empty() {
        return Err(places::no_library(""));
    }
    let ask = |query: &Query, ids: &[ArticleId]| {
        cached::read_quietly_for(&places, &Ask { query, ids, first: None }, setup, marks)
    };
    let gathered = match &wanted {
        Wanted::File(_) => gather::read_all(&places, setup)?,
        Wanted::Id(id) => ask(&Query::default(), &[*id])?,
        Wanted::Best(query, _) => ask(query, &[])?,
    };
    Ok((gathered, wanted))
}

fn named(name: &OsString) -> Result<Wanted, Stop> {
    let path = PathBuf::from(name);
    let id = name.to_str().and_then(|word| word.parse().ok());
    match id {
        Some(id) if !path.exists() => Ok(Wanted::Id(id)),
        _ if name == STDIN || path.exists() => Ok(Wanted::File(path)),
        _ => {
            let advice = "name a file, or the id that newsprint list --format json gives";
            Err(Stop::Usage(format!("no such article: {}: {advice}", shown(Path::new(name)))))
        }
    }
}

fn pick<'a>(gathered: &'a Gathered, wanted: &Wanted, marks: &Marks) -> Vec<Found<'a>> {
    match wanted {
        Wanted::File(_) => select::all(gathered, marks),
        Wanted::Id(id) => select::all(gathered, marks).into_iter().filter(|found| found.id == *id).collect(),
        Wanted::Best(query, _) => {
            let order = select::order(SortBy::Relevance, false);
            select::matching(gathered, query, Some(order), marks)
        }
    }
}

fn missing(gathered: &Gathered, wanted: &Wanted) -> Outcome {
    match wanted {
        // The reason was said when the file was read; an empty folder gave none.
        Wanted::File(path) if gathered.complete => {
            problem(&format!("no article: {}: name a file that holds one", shown(path)));
        }
        Wanted::File(_) => {}
        Wanted::Id(id) => problem(&format!("no such article: {id}: name its file, or its library with -l")),
        Wanted::Best(query, asked) => problem(&places::nothing_has(query, asked)),
    }
    Outcome::Problems
}

/// Sets an article as plain text.
fn text(found: &Found<'_>, asked: &Show, setup: &Setup) -> String {
    let width = asked.width.unwrap_or_else(|| table::measure(setup.config.measure));
    let locale = setup.environment.words(&setup.config).locale();
    let setting = Setting { width, ascii: setup.environment.ascii, locale, ..Setting::default() };
    plain(&typeset(found.article, setting))
}

/// Writes an article as a book, which is not for a terminal.
fn book(found: &Found<'_>) -> Result<Vec<u8>, Stop> {
    if std::io::stdout().is_terminal() {
        return Err(Stop::Usage("a book is not for a terminal: standard output: write > FILE".into()));
    }
    let form = export::named("epub");
    form.map_or(Ok(Vec::new()), |form| super::export::write(form, std::slice::from_ref(found)))
}

fn cited(found: &Found<'_>, style: Style) -> String {
    Reference::of_article(found.article).cite(style)
}
