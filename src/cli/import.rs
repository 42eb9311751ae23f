//! Owns taking marks over from other readers' files: which articles, and what was said of them. It
//! refuses to overrule what was said here, and to write to those files.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::Outcome;
use super::cached::Ask;
use super::mark::{Wish, wishes};
use super::named::page;
use super::output::{Stop, problem, shown};
use super::setup::Setup;
use super::sift::{self, Found, Keep};
use crate::article::Text;
use crate::library::Query;
use crate::marks::{Marks, Quote, Step, What};

/// The largest export that is read, in bytes.
const LARGEST: u64 = 512 << 20;
/// How much of a file may be front matter, in bytes.
const LONGEST_HEAD: u64 = 64 << 10;

/// An article of a wallabag export, as far as it was marked there.
#[derive(Debug, Deserialize)]
struct Saved {
    url: Option<String>,
    #[serde(default)]
    is_archived: serde_json::Value,
    #[serde(default)]
    is_starred: serde_json::Value,
    #[serde(default)]
    tags: Vec<serde_json::Value>,
    #[serde(default)]
    annotations: Vec<Annotation>,
}

/// Words lit up there.
#[derive(Debug, Deserialize)]
struct Annotation {
    quote: Option<String>,
    text: Option<String>,
}

/// Makes one step of what other readers' files say.
pub(super) fn step(
    places: &[PathBuf],
    setup: &Setup,
    marks: &Marks,
    now: u64,
) -> Result<(Step, Outcome), Stop> {
    let mut wanted: Vec<Wish> = Vec::new();
    let mut outcome = Outcome::Done;
    for place in places {
        let found = match export(place)? {
            Some(saved) => saved.iter().flat_map(Saved::wishes).collect(),
            None => seen_below(place, setup, marks)?,
        };
        if found.is_empty() {
            problem(&format!("nothing to import: {}: no marks were found in it", shown(place)));
            outcome = Outcome::Problems;
        }
        wanted.extend(found);
    }
    wanted.retain(|(id, what, _)| !matches!(what, What::Read(true)) || !marks.get(*id).kept_unread);
    let mut step = Step::new(marks, "", wanted, now);
    step.said = told(&step);
    Ok((step, outcome))
}

/// Reads an export of wallabag's; `None` if the place is none.
fn export(place: &Path) -> Result<Option<Vec<Saved>>, Stop> {
    if place.is_dir() {
        return Ok(None);
    }
    let failed = |why: String| Stop::Failed(format!("cannot import: {}: {why}", shown(place)));
    let bytes = start_of(place, LARGEST + 1).map_err(|error| failed(error.to_string()))?;
    if bytes.len() as u64 > LARGEST {
        return Err(failed("it is larger than 512 MB".to_owned()));
    }
    if !bytes.trim_ascii_start().starts_with(b"[") {
        return Ok(None);
    }
    let saved =
        serde_json::from_slice(&bytes).map_err(|error| failed(format!("not a wallabag export: {error}")));
    saved.map(Some)
}

/// Reads no more than so many bytes of a file; a pipe does not say how many it has.
fn start_of(path: &Path, bytes: u64) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    File::open(path)?.take(bytes).read_to_end(&mut start)?;
    Ok(start)
}

impl Saved {
    fn wishes(&self) -> Vec<Wish> {
        let Some(id) = self.url.as_deref().and_then(page) else { return Vec::new() };
        let mut said = Vec::new();
        if holds(&self.is_archived) {
            said.push(What::Read(true));
        }
        if holds(&self.is_starred) {
            said.push(What::Starred(true));
        }
        let tags = self.tags.iter().filter_map(tag).filter_map(Text::some_line);
        said.extend(tags.map(|tag| What::Tag(tag.to_string(), true)));
        said.extend(self.annotations.iter().filter_map(Annotation::highlight));
        said.into_iter().map(|what| (id, what, None)).collect()
    }
}

impl Annotation {
    fn highlight(&self) -> Option<What> {
        let exact = Text::some_line(self.quote.as_ref()?)?.to_string();
        let quote = Box::new(Quote { exact, ..Quote::default() });
        let note = self.text.as_deref().map(Text::new).unwrap_or_default();
        Some(What::Highlight(quote, Some(note.to_string())))
    }
}

/// Exports write `true` or `1`.
fn holds(value: &serde_json::Value) -> bool {
    value.as_bool().unwrap_or(false) || value.as_u64() == Some(1) || value.as_str() == Some("1")
}

/// Exports write tags as words or as objects with a label.
fn tag(tag: &serde_json::Value) -> Option<&str> {
    tag.as_str().or_else(|| tag.get("label")?.as_str())
}

/// Finds the articles below a folder of bulletty's that were read there.
fn seen_below(place: &Path, setup: &Setup, marks: &Marks) -> Result<Vec<Wish>, Stop> {
    let query = Query::default();
    let ask = Ask { query: &query, ids: &[], order: None, limit: None };
    let make =
        |found: &Found<'_>| if says_seen(found.path) { wishes(found, What::Read(true)) } else { Vec::new() };
    let keep = Keep::all(&make);
    let (wishes, _) = sift::sift_all(&[place.to_owned()], &ask, &keep, setup, marks)?.all(&keep)?;
    Ok(wishes.into_iter().flatten().collect())
}

/// Says whether bulletty noted in a file that it was read: `seen = true` in front matter that is TOML.
fn says_seen(path: &Path) -> bool {
    let Ok(bytes) = start_of(path, LONGEST_HEAD) else { return false };
    let head = String::from_utf8_lossy(&bytes);
    let mut lines = head.trim_start_matches('\u{feff}').lines();
    let Some(fence) = lines.next().map(str::trim_end).filter(|line| matches!(*line, "+++" | "---")) else {
        return false;
    };
    let fields: Vec<&str> = lines.take_while(|line| line.trim_end() != fence).collect();
    let table: Result<toml::Table, _> = fields.join("\n").parse();
    table.is_ok_and(|table| table.get("seen").and_then(toml::Value::as_bool) == Some(true))
}

/// Says what was taken over, and how to take it back.
fn told(step: &Step) -> String {
    let count = |is: fn(&What) -> bool| step.done.iter().filter(|change| is(&change.what)).count();
    let counts = [
        (count(|what| matches!(what, What::Read(_))), "read"),
        (count(|what| matches!(what, What::Starred(_))), "starred"),
        (count(|what| matches!(what, What::Tag(..))), "tags"),
        (count(|what| matches!(what, What::Highlight(..))), "highlights"),
    ];
    let parts: Vec<String> =
        counts.iter().filter(|(n, _)| *n > 0).map(|(n, name)| format!("{n} {name}")).collect();
    if parts.is_empty() {
        return "nothing new to import".to_owned();
    }
    format!("imported: {}; newsprint mark undo takes it back", parts.join(", "))
}
