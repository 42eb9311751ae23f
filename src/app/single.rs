//! Owns what is done with an article that was named alone: it is opened at once, and nothing stands beside it
//! while it is read. It refuses to look whether what was named is a file: the runtime does.

use super::App;
use super::effect::Effect;

/// What newsprint was started with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Named {
    /// Folders, several files, a library of the config: things to choose from.
    #[default]
    Several,
    /// One file or standard input, which may hold one article or a whole feed.
    File,
    /// One file that holds one article.
    Article,
}

impl App {
    /// Says whether one file was named, or standard input: if there is one article in it, the reader means that.
    pub fn expect_one(&mut self, is_file: bool) {
        self.named = if is_file { Named::File } else { Named::Several };
    }

    /// Says whether there is one article only, named alone.
    pub(super) fn is_single(&self) -> bool {
        self.named == Named::Article && self.headlines.total() <= 1
    }

    /// Opens the article of a file that was named alone, once it is known that it holds no other.
    pub(super) fn open_single(&mut self) -> Vec<Effect> {
        let is_read = self.scan.done && self.headlines.has_answer();
        if self.named != Named::File || !is_read || self.headlines.total() == 0 {
            return Vec::new();
        }
        if self.headlines.total() > 1 || !self.headlines.query().is_empty() {
            self.named = Named::Several;
            return Vec::new();
        }
        self.named = Named::Article;
        self.open_selected()
    }
}
