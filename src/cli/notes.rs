//! Owns `newsprint notes`: what the reader wrote and lit up, with a citation of what it is about. It
//! refuses to leave out what has no file any more.

use std::collections::HashSet;
use std::io::Write;

use serde::Serialize;

use super::arguments::{Notes, NotesFormat};
use super::cached::Ask;
use super::output::{Out, Stop};
use super::setup::Setup;
use super::sift::{self, Found, Held, Keep};
use super::{Outcome, following, places, record};
use crate::article::{ArticleId, Text};
use crate::export::markdown::{address, escaped, prefixed};
use crate::marks::{Highlight, Mark, Marks};

/// What was written about one article.
#[derive(Debug, Serialize)]
struct Record<'a> {
    id: String,
    path: Option<String>,
    title: Option<&'a Text>,
    authors: &'a [Text],
    publisher: Option<&'a Text>,
    date: Option<String>,
    /// Whether the date is a good guess; said to the eye only.
    #[serde(skip)]
    is_guess: bool,
    source_url: Option<&'a Text>,
    note: Option<String>,
    highlights: Vec<Lit>,
}

/// Words lit up.
#[derive(Debug, Serialize)]
struct Lit {
    quote: String,
    note: String,
    /// Whether the article still says so; `null` when it is not at hand.
    found: Option<bool>,
}

/// An article that was read, and the article itself if the reader wrote about it.
struct Read {
    id: ArticleId,
    marked_as: ArticleId,
    held: Option<Held>,
}

pub(super) fn run(asked: &Notes, setup: &Setup, out: &mut Out) -> Result<Outcome, Stop> {
    let marks = setup.marks();
    let anywhere = asked.args.is_empty() && asked.words.is_empty();
    if anywhere && setup.default_places().is_empty() {
        return print(asked, &without_file(&marks, &HashSet::new()), out);
    }
    let wanted = places::part(&asked.args, &asked.words, setup)?;
    // Without words only what was annotated can be printed, and only that is read.
    let annotated = if wanted.query.is_empty() { marks.annotated() } else { Vec::new() };
    if wanted.query.is_empty() && annotated.is_empty() {
        return print(asked, &[], out);
    }
    let ask = Ask { query: &wanted.query, ids: &annotated, order: None, limit: None };
    let make = |found: &Found<'_>| Read {
        id: found.id,
        marked_as: found.marked_as,
        held: is_annotated(&found.mark(&marks)).then(|| Held::whole(found)),
    };
    let keep = Keep::all(&make);
    let sifted = sift::sift(&wanted.places, &ask, &keep, setup, &marks)?;
    sifted.say_failures();
    following::follow(&sifted, setup, &marks);
    let (read, _) = sifted.all(&keep)?;
    let mut seen = HashSet::new();
    let mut records = Vec::new();
    for one in &read {
        if seen.insert(one.id)
            && let Some(held) = &one.held
        {
            records.push(of_article(held, marks.get(one.marked_as)));
        }
        seen.insert(one.marked_as);
    }
    if anywhere {
        records.extend(without_file(&marks, &seen));
    }
    print(asked, &records, out)
}

fn is_annotated(mark: &Mark) -> bool {
    mark.note.is_some() || !mark.highlights.is_empty()
}

fn of_article(held: &Held, mark: Mark) -> Record<'_> {
    let found = held.found();
    let article = found.article;
    let text = article.plain_text();
    let lit = |lit: Highlight| {
        let found = Some(lit.quote.find(&text).is_some());
        Lit { quote: lit.quote.exact, note: lit.note, found }
    };
    Record {
        id: found.id.to_string(),
        path: Some(found.path.to_string_lossy().into_owned()),
        title: article.headline.as_ref(),
        authors: &article.byline,
        publisher: article.outlet.as_ref(),
        date: article.published.map(|published| published.at.to_string()),
        is_guess: article.published.is_some_and(|published| published.from.is_guess()),
        source_url: article.url.as_ref(),
        note: mark.note,
        highlights: mark.highlights.into_iter().map(lit).collect(),
    }
}

/// Returns what was written about articles that are not at hand: moved away, or marked elsewhere.
fn without_file(marks: &Marks, seen: &HashSet<ArticleId>) -> Vec<Record<'static>> {
    let gone = marks.annotated().into_iter().filter(|id| !seen.contains(id));
    let record = |id: ArticleId| {
        let mark = marks.get(id);
        let lit = |lit: Highlight| Lit { quote: lit.quote.exact, note: lit.note, found: None };
        Record {
            id: id.to_string(),
            path: None,
            title: None,
            authors: &[],
            publisher: None,
            date: None,
            is_guess: false,
            source_url: None,
            note: mark.note,
            highlights: mark.highlights.into_iter().map(lit).collect(),
        }
    };
    gone.map(record).collect()
}

fn print(asked: &Notes, records: &[Record<'_>], out: &mut Out) -> Result<Outcome, Stop> {
    for (number, record) in records.iter().enumerate() {
        match asked.format {
            NotesFormat::Json => record::write(record, out)?,
            NotesFormat::Markdown => {
                let rule = if number == 0 { "" } else { "\n" };
                writeln!(out, "{rule}{}", safe(&markdown(record)))?;
            }
        }
    }
    if records.is_empty() {
        super::problem("nothing found: no notes or highlights there");
        return Ok(Outcome::Problems);
    }
    Ok(Outcome::Done)
}

/// Lines as a terminal may show them.
fn safe(text: &str) -> String {
    text.lines().map(|line| Text::line(line).to_string()).collect::<Vec<_>>().join("\n")
}

fn markdown(record: &Record<'_>) -> String {
    let title = record.title.map_or_else(|| format!("Article {}", record.id), |title| escaped(title));
    let mut parts = vec![format!("# {title}"), citation(record)];
    parts.extend(record.note.as_deref().map(escaped));
    for lit in &record.highlights {
        parts.push(prefixed(&escaped(&lit.quote), "> ", "> "));
        if lit.found == Some(false) {
            parts.push("*The article no longer says so.*".to_owned());
        }
        if !lit.note.is_empty() {
            parts.push(escaped(&lit.note));
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// Cites an article: who, where, when, and its address or else its file.
fn citation(record: &Record<'_>) -> String {
    let authors: Vec<&str> = record.authors.iter().map(Text::as_str).collect();
    let authors = (!authors.is_empty()).then(|| escaped(&authors.join(", ")));
    let outlet = record.publisher.map(|name| format!("*{}*", escaped(name)));
    let place = match (record.source_url, &record.path) {
        (Some(url), _) => Some(format!("<{}>", address(url))),
        (None, Some(path)) => Some(escaped(path)),
        (None, None) => Some("not in the library".to_owned()),
    };
    let date =
        record.date.as_ref().map(|day| if record.is_guess { format!("c. {day}") } else { day.clone() });
    [authors, outlet, date, place].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
