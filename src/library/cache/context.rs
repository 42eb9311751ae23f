//! Owns the lines of context of articles whose words are in their files only. It refuses to read large
//! files for a line.

use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};

use super::super::{Context, Query, Row, scan, shelf};
use super::changes;
use crate::article::ArticleId;

/// Bytes of the largest file that is read for a line.
const LARGEST: u64 = 1 << 20;
/// Lines remembered at most.
const REMEMBERED: usize = 4096;
/// Files whose text is kept at most: three screens of a list.
const FILES: usize = 128;
/// Bytes of text that are kept at most, the file read last apart.
const KEPT: usize = 4 << 20;

/// Cuts lines of context out of files, row by row, for one query.
#[derive(Debug, Default)]
pub struct Lines {
    query: Query,
    /// What was cut already; nothing, where the query lights nothing in the text.
    known: HashMap<ArticleId, Option<Context>>,
    /// The files read last, the newest at the end: another letter leaves most of a screen as it is, and
    /// neighbours in a list may be neighbours in a file.
    files: VecDeque<File>,
}

/// The text of the articles of a file, as it was then.
#[derive(Debug)]
struct File {
    path: PathBuf,
    stamp: u64,
    /// For each article its text, and what else is searched.
    texts: Vec<(ArticleId, String, String)>,
}

impl Lines {
    /// Begins with another query, or goes on with the same.
    pub fn of(&mut self, query: &Query) {
        if self.query != *query || self.known.len() > REMEMBERED {
            self.query = query.clone();
            self.known.clear();
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
        self.turn_to(&row.path);
        let texts = self.files.back().map_or(&[][..], |file| &file.texts);
        let known = texts.iter().find(|(id, ..)| *id == row.id);
        let context = known.and_then(|(_, text, named)| shelf::context(text, named, &self.query.lighter()));
        self.known.insert(row.id, context.clone());
        context
    }

    /// Puts a file at the end of those at hand; it is read unless it was and is as it was.
    fn turn_to(&mut self, path: &Path) {
        let stamp = changes::stamp_at(path);
        let at_hand = self.files.iter().position(|file| file.path == path);
        let kept = at_hand.and_then(|index| self.files.remove(index)).filter(|file| file.stamp == stamp);
        while self.files.len() >= FILES || self.files.iter().map(File::bytes).sum::<usize>() > KEPT {
            self.files.pop_front();
        }
        self.files.push_back(kept.unwrap_or_else(|| File::read(path, stamp)));
    }
}

impl File {
    fn read(path: &Path, stamp: u64) -> Self {
        let is_small = std::fs::metadata(path).is_ok_and(|metadata| metadata.len() <= LARGEST);
        let texts = if is_small {
            let articles = scan::read(path).articles.unwrap_or_default();
            let searched =
                |article| (ArticleId::of(article), shelf::searched_text(article), shelf::named_text(article));
            articles.iter().map(searched).collect()
        } else {
            Vec::new()
        };
        Self { path: path.to_owned(), stamp, texts }
    }

    fn bytes(&self) -> usize {
        self.texts.iter().map(|(_, text, named)| text.len() + named.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::library::{Order, Request, Shelf};

    #[test]
    fn a_file_that_was_written_again_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("harbour.txt");
        let mut lines = Lines::default();
        let mut line = |text: &str, asked: &str| {
            std::fs::File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
            let query = Query::parse(asked).unwrap();
            let mut shelf = Shelf::default();
            shelf.put(&scan::read(&path));
            let request = Request::first(1, query.clone(), Order::default());
            let row = shelf.view(&request, &|_| crate::library::Standing::default()).rows.remove(0);
            lines.of(&query);
            lines.cut(&row).map(|context| context.text)
        };
        let first = line("The harbour wall\n\nLamps burn along the wall at night.\n", "burn");
        assert!(first.is_some_and(|line| line.contains("Lamps burn")));
        let again = line("The harbour wall\n\nThe lamps burnt out in the storm of that winter.\n", "burnt");
        assert!(again.is_some_and(|line| line.contains("storm")));
    }
}
