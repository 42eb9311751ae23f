//! Owns fetching the files in which an export keeps the parts of its articles. It refuses to follow a
//! name out of the folders beside the list.

use std::path::Path;

use super::open;
use crate::article::{Article, Text};
use crate::formats::complete;
use crate::formats::exports::omnivore::{self, PARTS};
use crate::formats::{Origin, exports};

/// Bytes fetched for one list at most.
const MOST: usize = 64 << 20;

/// Gives the articles of a list at `path` the text that is kept in files beside it.
pub(super) fn fetch(path: &Path, articles: &mut [Article], origin: &Origin<'_>) {
    let Some(folder) = path.parent().filter(|_| omnivore::is_list(origin.name)) else { return };
    let mut left = MOST;
    for article in articles {
        if article.provenance.format != exports::OMNIVORE.name {
            return;
        }
        let Some(slug) = omnivore::slug(article).map(str::to_owned) else { continue };
        let part = |(kind, ending): (&str, &str)| {
            open::read(&folder.join(kind).join(format!("{slug}.{ending}"))).ok().map(|file| file.bytes)
        };
        let [page, marked] = PARTS.map(part);
        let size = page.as_ref().map_or(0, Vec::len) + marked.as_ref().map_or(0, Vec::len);
        let Some(rest) = left.checked_sub(size) else {
            article.provenance.warnings.push(Text::new("too much text beside this list: read no further"));
            return;
        };
        left = rest;
        // A page the parser cannot take costs its text, not the list.
        let joined = std::panic::catch_unwind(|| {
            let mut joined = article.clone();
            omnivore::join(&mut joined, page.as_deref(), marked.as_deref());
            complete::complete(&mut joined, origin);
            joined
        });
        if let Ok(joined) = joined {
            *article = joined;
        }
    }
}

/// Says whether a folder holds parts of the articles of a list beside it.
pub(super) fn is_part(folder: &Path) -> bool {
    let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let beside = || folder.parent().and_then(|parent| std::fs::read_dir(parent).ok()).into_iter().flatten();
    PARTS.iter().any(|(kind, _)| *kind == name)
        && beside().flatten().any(|entry| entry.file_name().to_str().is_some_and(omnivore::is_list))
}
