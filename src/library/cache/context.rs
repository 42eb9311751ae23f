//! Owns the lines of context of articles whose words are in their files only. It refuses to read large
//! files for a line.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::super::{Context, Query, Row, scan, shelf};
use crate::article::ArticleId;

/// Bytes of the largest file that is read for a line.
const LARGEST: u64 = 1 << 20;
/// Lines remembered at most.
const REMEMBERED: usize = 4096;

/// Cuts lines of context out of files, row by row, for one query.
#[derive(Debug, Default)]
pub struct Lines {
    query: Query,
    /// What was cut already; nothing, where the query lights nothing in the text.
    known: HashMap<ArticleId, Option<Context>>,
    /// The file read last: neighbours in a list may be neighbours in a file.
    last: Option<(PathBuf, Vec<(ArticleId, String)>)>,
}

impl Lines {
    /// Begins with another query, or goes on with the same.
    pub fn of(&mut self, query: &Query) {
        if self.query != *query || self.known.len() > REMEMBERED {
            *self = Self { query: query.clone(), ..Self::default() };
        }
    }

    /// Gives a row the line that was cut before, if it was. Says whether it is still to be cut.
    pub fn recall(&self, row: &mut Row) -> bool {
        if !row.lit.is_empty() || row.context.is_some() {
            return false;
        }
        let known = self.known.get(&row.id);
        row.context = known.cloned().flatten();
        known.is_none()
    }

    /// Reads the line of a row.
    pub fn cut(&mut self, row: &Row) -> Option<Context> {
        if self.last.as_ref().is_none_or(|(path, _)| *path != row.path) {
            self.last = Some((row.path.clone(), read(&row.path)));
        }
        let texts = self.last.iter().flat_map(|(_, texts)| texts);
        let text = texts.into_iter().find(|(id, _)| *id == row.id).map(|(_, text)| text);
        let context = text.and_then(|text| shelf::context(text, &self.query.lighter()));
        self.known.insert(row.id, context.clone());
        context
    }
}

fn read(path: &Path) -> Vec<(ArticleId, String)> {
    match std::fs::metadata(path) {
        Ok(metadata) if metadata.len() <= LARGEST => {
            let articles = scan::read(path).articles.unwrap_or_default();
            articles.iter().map(|article| (ArticleId::of(article), shelf::searched_text(article))).collect()
        }
        _ => Vec::new(),
    }
}
