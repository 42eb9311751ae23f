//! Owns how a row is written into the index and read back. It refuses to trust what it reads: every
//! string goes through [`Text`] again.

use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

use crate::article::{FoundIn, Language, Moment, Published, Text};
use crate::files::SavedPath;
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// Writes a row on one line, with the article's place in its file and when the file was changed.
pub(super) fn write(row: &Row, item: usize, modified: i64) -> String {
    let saved = Saved {
        id: row.id.to_string(),
        path: SavedPath::of(&row.path),
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
    let path = saved.path.read()?;
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
