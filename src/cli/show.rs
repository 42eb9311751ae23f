//! Owns `newsprint show`: one article, typeset, as JSON or as Markdown. It refuses to mark it as read.

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::arguments::{Show, ShowFormat, SortBy};
use super::cached::Ask;
use super::output::{Out, Stop, problem, shown};
use super::places::{self, STDIN};
use super::record::{self, Record};
use super::setup::Setup;
use super::sift::{self, Found, Held, Keep, Sifted};
use super::{Outcome, following, table};
use crate::article::{Article, ArticleId};
use crate::export::cite::{Reference, Style};
use crate::export::{self, html, markdown};
use crate::library::Query;
use crate::marks::Marks;
use crate::typeset::{Setting, plain, typeset};

/// Only one article is shown: a few are held, for it may be among them.
const KEEP: Keep<'static, Held> = Keep { make: &Held::whole, weigh: |_| 1, room: 64 };

pub(super) fn run(asked: &Show, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let marks = setup.marks();
    let (sifted, wanted) = sift(asked, setup, &marks)?;
    let others = sifted.picks.len().saturating_sub(1);
    let Some(first) = first(sifted, &wanted, |sifted| following::follow(sifted, setup, &marks))? else {
        return Ok(Outcome::Problems);
    };
    let first = &first.found();
    match asked.format {
        ShowFormat::Text => out.write_all(text(first, asked, setup).as_bytes())?,
        ShowFormat::Markdown => out.write_all(markdown::write(first.article).as_bytes())?,
        ShowFormat::Html => out.write_all(html::page(&[first.article.into()]).as_bytes())?,
        ShowFormat::Epub => out.write_all(&book(first)?)?,
        ShowFormat::Bibtex => out.write_all(cited(first, Style::Bibtex).as_bytes())?,
        ShowFormat::Csl => out.write_all(cited(first, Style::Csl).as_bytes())?,
        ShowFormat::Json => record::write(&Record::new(first, &marks, true), out)?,
    }
    if let (Wanted::File(path), 1..) = (&wanted, others) {
        problem(&format!("{others} more articles: {}: newsprint list gives their ids", shown(path)));
    }
    Ok(Outcome::Done)
}

/// Returns one article, by its file or id; nothing if there is none, which is said.
pub(super) fn one(name: &OsString, setup: &Setup) -> Result<Option<Article>, Stop> {
    let format = ShowFormat::default();
    let asked = Show { article: Some(name.clone()), query: None, width: None, format };
    let marks = Marks::default();
    let (sifted, wanted) = sift(&asked, setup, &marks)?;
    Ok(first(sifted, &wanted, |_| {})?.map(|first| first.article))
}

/// What article is asked for.
enum Wanted {
    File(PathBuf),
    Id(ArticleId),
    Best(Query, String),
}

/// Finds the article in the file named or in the library, the best match first, and with it what else is
/// there.
fn sift(asked: &Show, setup: &Setup, marks: &Marks) -> Result<(Sifted<Held>, Wanted), Stop> {
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
    let everything = Query::default();
    let ask = |query| Ask { query, ids: &[], order: None, limit: None };
    let sifted = match &wanted {
        Wanted::File(_) => {
            let sifted = sift::sift_all(&places, &ask(&everything), &KEEP, setup, marks)?;
            sifted.say_failures();
            sifted
        }
        Wanted::Id(id) => {
            let ask = Ask { ids: &[*id], ..ask(&everything) };
            let mut sifted = sift::sift(&places, &ask, &KEEP, setup, marks)?;
            sifted.picks.retain(|pick| pick.slip.id == *id);
            sifted
        }
        Wanted::Best(query, _) => {
            let order = Some(sift::order(SortBy::Relevance, false));
            sift::sift(&places, &Ask { order, ..ask(query) }, &KEEP, setup, marks)?
        }
    };
    Ok((sifted, wanted))
}

/// Takes the first of what was found, and says what is wrong if there is none; `know` is told of it before it
/// is taken.
fn first(
    mut sifted: Sifted<Held>,
    wanted: &Wanted,
    know: impl Fn(&Sifted<Held>),
) -> Result<Option<Held>, Stop> {
    sifted.picks.truncate(1);
    if sifted.picks.is_empty() {
        missing(sifted.is_complete(), wanted);
        return Ok(None);
    }
    know(&sifted);
    let (held, _) = sifted.all(&KEEP)?;
    Ok(held.into_iter().next())
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

/// Says that there is no such article.
fn missing(complete: bool, wanted: &Wanted) {
    match wanted {
        // The reason was said when the file was read; an empty folder gave none.
        Wanted::File(path) if complete => {
            problem(&format!("no article: {}: name a file that holds one", shown(path)));
        }
        Wanted::File(_) => {}
        Wanted::Id(id) => problem(&format!("no such article: {id}: name its file, or its library with -l")),
        Wanted::Best(query, asked) => problem(&places::nothing_has(query, asked)),
    }
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
    form.map_or(Ok(Vec::new()), |form| super::export::write(form, &[found.article.into()]))
}

fn cited(found: &Found<'_>, style: Style) -> String {
    Reference::of_article(found.article).cite(style)
}
