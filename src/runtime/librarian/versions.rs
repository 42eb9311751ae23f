//! Owns the versions of articles at run time: they are looked for once the files were read, listed, read
//! and compared. It refuses to say what a version is.

use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use super::Task;
use super::desk::Desk;
use crate::app::message::{Beyond, Compared, Lit, Message};
use crate::article::ArticleId;
use crate::library::versions::InFile;
use crate::library::{Collection, Query};
use crate::typeset::changes::Changes;
use crate::typeset::{Composed, Page, Setting, typeset};

/// The most versions whose words are counted; each is a file to be read.
const COUNTED: usize = 32;
/// How long two versions are compared at most; what is left is then taken to be changed as a whole.
const LONGEST: Duration = Duration::from_secs(2);

impl Desk {
    /// Shows the versions of a story as one article, as far as they are known.
    pub(super) fn fold(&mut self) {
        self.collection.fold(self.start.folds, self.start.store.as_ref());
    }

    /// Takes over what the config now says about the versions of a story.
    pub(super) fn fold_from_now_on(&mut self, folds: bool) {
        if folds == self.start.folds {
            return;
        }
        self.start.folds = folds;
        self.fold();
        (self.stale, self.head_is_old) = (true, true);
        if self.scanning.is_none() {
            // There are more articles now, or fewer.
            self.report(Vec::new(), true);
            if !self.writing {
                self.find_versions();
            }
        }
    }

    /// Looks for the stories of a large library that were saved more than once, on a thread of its own;
    /// where nothing changed since they were found, that is done at once.
    pub(super) fn find_versions(&mut self) {
        let (true, false, Collection::Cache(_), Some(store)) =
            (self.start.folds, self.folding, &self.collection, self.start.store.clone())
        else {
            return;
        };
        self.folding = true;
        let back = self.back.clone();
        thread::spawn(move || {
            super::super::scanner::give_way();
            // Without them every version is an entry of its own.
            drop(back.send(Task::Folded(store.fold().unwrap_or(false))));
        });
    }

    /// Takes up what was looked for, if it is not what was known.
    pub(super) fn folded(&mut self, anew: bool) {
        self.folding = false;
        if anew {
            self.fold();
            (self.stale, self.head_is_old) = (true, true);
            self.list();
            self.keep_head();
            if self.scanning.is_none() {
                // There are fewer articles now than files gave.
                self.report(Vec::new(), true);
            }
        }
    }

    /// Lists the versions of an article, and counts the words of each.
    pub(super) fn versions(&self, id: ArticleId) {
        let mut versions = self.collection.versions(id);
        for version in versions.iter_mut().take(COUNTED) {
            let article = self.article(&version.path, version.item);
            version.words = article.ok().map(|article| article.word_count());
        }
        self.news.tell(Message::Looked(Box::new(Beyond::Versions(versions))));
    }

    pub(super) fn load_version(&self, id: ArticleId, path: PathBuf, item: usize, page: Page) {
        let article = self.composed(&path, item, page);
        self.news.tell(Message::Loaded { id, path, article });
    }

    /// Reads an article to show it; where a query lights nothing in it, the first of its other versions in
    /// which it does.
    pub(super) fn load_lit(&self, id: ArticleId, query: &Query, page: Page) {
        let versions = self.collection.versions(id);
        let shown = versions.iter().position(|version| version.id == id).unwrap_or(0);
        let others = versions.iter().enumerate().filter(|(at, _)| *at != shown).map(|(_, version)| version);
        for version in versions.get(shown).into_iter().chain(others).take(COUNTED) {
            let Ok(article) = self.article(&version.path, version.item) else { continue };
            let column = typeset(&article, Setting { width: 72, ..Setting::default() });
            if query.matches(&column.prose).is_empty() {
                continue;
            }
            if version.id == id {
                break;
            }
            let (version, path) = (version.id, version.path.clone());
            self.note_shown(&path);
            let article = Box::new(Composed::new(article, page));
            let lit = Lit { asked: id, version, path, article };
            return self.news.tell(Message::Looked(Box::new(Beyond::Lit(lit))));
        }
        self.load(id, page);
    }

    pub(super) fn compare(&self, old: InFile, new: InFile) {
        let read = |(path, item): &InFile| self.article(path, *item);
        let changes = read(&old).and_then(|before| {
            let after = read(&new)?;
            Ok(Changes::between(&before, &after, Instant::now().checked_add(LONGEST)))
        });
        self.news.tell(Message::Looked(Box::new(Beyond::Compared(Compared { old, new, changes }))));
    }
}
