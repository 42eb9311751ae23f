//! Owns how a row is written into the index and read back. It refuses to trust what it reads: every
//! string goes through [`Text`] again.

use std::path::{Path, PathBuf};

use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

use crate::article::{FoundIn, Language, Moment, Published, Text};
use crate::library::{Entry, Row, fold::Folded, ties::Ties};

/// A row as it is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Saved {
    #[serde(rename = "i")]
    id: String,
    #[serde(rename = "p")]
    path: SavedPath,
    #[serde(rename = "n", default, skip_serializing_if = "is_zero")]
    item: usize,
    #[serde(rename = "h")]
    headline: String,
    #[serde(rename = "o", default, skip_serializing_if = "Option::is_none")]
    outlet: Option<String>,
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    published: Option<SavedMoment>,
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(rename = "m")]
    minutes: usize,
    #[serde(rename = "s")]
    sources: usize,
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    host: Option<String>,
    #[serde(rename = "t")]
    modified: i64,
    #[serde(rename = "v", default, skip_serializing_if = "Vec::is_empty")]
    others: Vec<String>,
}

/// Day, time, seconds east of Greenwich, where it stands.
type SavedMoment = (String, Option<String>, Option<i32>, String);

/// A path: words where it is words, else its bytes.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum SavedPath {
    Words(PathBuf),
    Bytes(Vec<u8>),
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// Writes a row on one line, with the article's place in its file and when the file was changed.
pub(super) fn write(row: &Row, item: usize, modified: i64) -> String {
    let saved = Saved {
        id: row.id.to_string(),
        path: save_path(&row.path),
        item,
        headline: row.headline.to_string(),
        outlet: row.outlet.as_deref().map(str::to_owned),
        author: row.author.as_deref().map(str::to_owned),
        published: row.published.map(save_moment),
        language: row.language.map(|language| language.to_string()),
        minutes: row.minutes,
        sources: row.sources,
        host: row.host.as_deref().map(str::to_owned),
        modified,
        others: row.others.iter().map(ToString::to_string).collect(),
    };
    serde_json::to_string(&saved).unwrap_or_default()
}

/// Reads a row back, as an entry without its words; `None` if it is not one.
pub(super) fn read(line: &str) -> Option<Entry> {
    let saved: Saved = serde_json::from_str(line).ok()?;
    let id = saved.id.parse().ok()?;
    let path = read_path(saved.path)?;
    let row = Row {
        id,
        path: path.clone(),
        headline: Text::new(&saved.headline),
        outlet: saved.outlet.as_deref().map(Text::new),
        author: saved.author.as_deref().map(Text::new),
        published: saved.published.and_then(read_moment),
        language: saved.language.as_deref().and_then(Language::parse),
        minutes: saved.minutes,
        sources: saved.sources,
        host: saved.host.as_deref().map(Text::new),
        lit: Vec::new(),
        context: None,
        others: saved.others.iter().filter_map(|id| id.parse().ok()).collect(),
    };
    let (folded, text, named, ties) = (Folded::default(), Box::default(), Box::default(), Ties::default());
    Some(Entry { id, path, item: saved.item, row, folded, text, named, modified: saved.modified, ties })
}

fn save_moment(published: Published) -> SavedMoment {
    let Moment { day, time, offset } = published.at;
    let time = time.map(|time| time.to_string());
    (day.to_string(), time, offset.map(Offset::seconds), published.from.date_name().to_owned())
}

fn read_moment((day, time, offset, from): SavedMoment) -> Option<Published> {
    let day = day.parse().ok()?;
    let time = time.and_then(|time| time.parse().ok());
    let offset = offset.and_then(|seconds| Offset::from_seconds(seconds).ok());
    let from = FoundIn::ALL.iter().copied().find(|known| known.name() == from)?;
    Some(Published { at: Moment { day, time, offset }, from })
}

#[cfg(unix)]
pub(super) fn save_path(path: &Path) -> SavedPath {
    use std::os::unix::ffi::OsStrExt;
    if path.to_str().is_some() {
        return SavedPath::Words(path.to_owned());
    }
    SavedPath::Bytes(path.as_os_str().as_bytes().to_vec())
}

#[cfg(not(unix))]
pub(super) fn save_path(path: &Path) -> SavedPath {
    SavedPath::Words(PathBuf::from(path.to_string_lossy().into_owned()))
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere a path that is no words cannot be read")]
pub(super) fn read_path(path: SavedPath) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    match path {
        SavedPath::Words(path) => Some(path),
        SavedPath::Bytes(bytes) => Some(std::ffi::OsString::from_vec(bytes).into()),
    }
}

#[cfg(not(unix))]
pub(super) fn read_path(path: SavedPath) -> Option<PathBuf> {
    match path {
        SavedPath::Words(path) => Some(path),
        SavedPath::Bytes(_) => None,
    }
}
