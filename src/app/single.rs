//! Owns what is done with an article that was named alone: it is opened at once, and nothing stands beside it
//! while it is read. It refuses to look whether what was named is a file: the runtime does.

use super::App;
use super::effect::Effect;
use crate::article::Text;
use crate::library::FileProblem;

/// What newsprint was started with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Named {
    /// Folders, several files, a library of the config: things to choose from.
    #[default]
    Several,
    /// One file or standard input, which may hold one article or a whole feed.
    File,
    /// A file that could not be read, with the reason as the reader is told it.
    Unread(String),
    /// One file that holds one article.
    Article,
}

impl App {
    /// Says whether one file was named, or standard input: if there is one article in it, the reader means that.
    pub fn expect_one(&mut self, is_file: bool) {
        self.inventory.named = if is_file { Named::File } else { Named::Several };
    }

    /// Notes why the only file that was named gives no article; the reason is shown in place of one.
    pub(super) fn note_unread(&mut self, problems: &[FileProblem]) {
        if let ([problem], Named::File | Named::Unread(_)) = (problems, &self.inventory.named) {
            let name = problem.path.file_name().unwrap_or(problem.path.as_os_str()).to_string_lossy();
            let why = self.words.again(&problem.what);
            self.inventory.named = Named::Unread(self.words.labelled(&Text::line(&name), &why));
        }
    }

    /// Returns why there is nothing to read, if the only file that was named could not be read.
    pub(super) fn unread_file(&self) -> Option<&str> {
        match &self.inventory.named {
            Named::Unread(why) => Some(why),
            _ => None,
        }
    }

    /// Says whether the library is one article that was named alone.
    pub(super) fn is_single(&self) -> bool {
        self.inventory.named == Named::Article && self.headlines.total() <= 1
    }

    /// Opens the article of a file that was named alone, once it is known that it holds no other.
    pub(super) fn open_single(&mut self) -> Vec<Effect> {
        let is_read = self.inventory.scan.done && self.headlines.has_answer();
        if !matches!(self.inventory.named, Named::File | Named::Unread(_))
            || !is_read
            || self.headlines.total() == 0
        {
            return Vec::new();
        }
        if self.headlines.total() > 1 || !self.headlines.query().is_empty() {
            self.inventory.named = Named::Several;
            return Vec::new();
        }
        self.inventory.named = Named::Article;
        self.open_selected()
    }
}
