//! Owns what becomes of the open article when files change: moved, written anew, or gone. It refuses to take
//! away what is being read: that stays until the reader leaves it, and is said.

use std::path::{Path, PathBuf};

use super::effect::Effect;
use super::errand::Errand;
use super::marking::Wish;
use super::message::Followed;
use super::{App, Whose, list};
use crate::article::{Article, ArticleId, Text};
use crate::library::FileProblem;
use crate::marks::{Change, What};
use crate::typeset::Composed;

/// What became of an article whose file may have changed.
#[derive(Debug)]
pub enum Whereabouts {
    /// It is in this file, and reads so now.
    In(PathBuf, Box<Article>),
    /// Its file holds something else now.
    Changed,
    /// Its file is gone.
    Gone,
}

/// What is wrong with the article on the screen.
#[derive(Debug, Default)]
pub(super) struct Trouble {
    /// The open article, once it was said that its file says something else now, or is gone.
    outdated: Option<ArticleId>,
    /// What is shown in place of an article that could not be read.
    pub(super) unreadable: Option<(ArticleId, String)>,
}

impl App {
    /// Asks what became of the open article, once files were looked at.
    pub(super) fn locate(&self) -> Vec<Effect> {
        let open = self.reader.open().filter(|_| self.whose == Whose::Own);
        let ask = open.map(|open| Effect::Ask(Errand::Locate { id: open.id, path: open.path.clone() }));
        ask.into_iter().collect()
    }

    /// Takes what became of an article.
    pub(super) fn whereabouts(&mut self, id: ArticleId, found: Whereabouts) -> Vec<Effect> {
        let Some(open) = self.reader.open().filter(|open| open.id == id) else { return Vec::new() };
        let (path, article) = match found {
            Whereabouts::In(path, article) => (path, article),
            Whereabouts::Changed => return self.outdated(id, "article-changed"),
            Whereabouts::Gone => return self.outdated(id, "article-gone"),
        };
        let (is_same, is_moved) = (*open.article == *article, open.path != path);
        if is_same {
            self.trouble.outdated = None;
        }
        if is_same || self.is_looked_into() {
            self.changes += usize::from(is_moved);
            self.reader.moved(path);
            return if is_same { Vec::new() } else { self.outdated(id, "article-changed") };
        }
        self.changes += 1;
        let place = self.reader.place().0;
        self.reader.show(id, path, Composed::new(article, self.reader.page()), place);
        self.annotate();
        Vec::new()
    }

    /// Says whether an article is being read, and not only looked at from the list.
    fn is_looked_into(&self) -> bool {
        self.is_reading() && !self.attention.preview
    }

    /// Says, once, that what is being read is no longer what its file says; beside the list there is nothing
    /// to keep.
    fn outdated(&mut self, id: ArticleId, said: &str) -> Vec<Effect> {
        if !self.is_looked_into() || self.trouble.outdated.replace(id) == Some(id) {
            return Vec::new();
        }
        self.changes += 1;
        self.tell(said)
    }

    /// Lets go of an article that is no longer what its file says, as the reader leaves it.
    pub(super) fn let_go_of_outdated(&mut self) {
        let is_open = |id: &ArticleId| self.reader.shows(*id);
        if self.trouble.outdated.take().as_ref().is_some_and(is_open) {
            self.reader.close();
        }
    }

    /// Says that a place of the library is not there, here and among the problems.
    pub(super) fn absent(&mut self, place: &Path) -> Vec<Effect> {
        let shown = Text::line(&place.to_string_lossy()).to_string();
        let is_empty = self.headlines.total() == 0;
        let said = if is_empty { "place-not-there" } else { "place-absent" };
        let text = self.words.with(said, &[("place", shown.as_str().into())]);
        if !self.inventory.absent.contains(&shown) {
            self.problems.add(&FileProblem { path: place.to_owned(), what: Text::new("does not exist") });
            self.inventory.absent.push(shown);
            self.fit_problems();
        }
        // In place of a list it is said at length.
        if is_empty && self.headlines.query().is_empty() { Vec::new() } else { self.fail(text) }
    }

    /// Forgets what was wrong with files and places.
    pub(super) fn mended(&mut self, paths: &[PathBuf]) -> Vec<Effect> {
        self.problems.forget(paths);
        let is_back =
            |place: &String| paths.iter().any(|path| *Text::line(&path.to_string_lossy()) == **place);
        for place in self.inventory.absent.extract_if(.., |place| is_back(place)) {
            let said = self.words.with("place-absent", &[("place", place.into())]);
            self.said.notice.take_if(|notice| notice.text == said);
        }
        self.fit_problems();
        Vec::new()
    }

    /// Takes up what another newsprint marked meanwhile: it is on the disk already.
    pub(super) fn learned(&mut self, changes: Vec<Change>) -> Vec<Effect> {
        let mut news = Vec::new();
        for change in changes {
            let before = self.marks.inverse(change.article, &change.what);
            self.marks.apply(&change);
            if self.marks.inverse(change.article, &change.what) != before {
                news.push(change);
            }
        }
        if news.is_empty() {
            return Vec::new();
        }
        self.changes += 1;
        let list = self.taken_up(&news);
        vec![Effect::Learn(news), list]
    }

    /// Articles were edited or moved since they were marked: their marks go with them. Of one that
    /// was only moved it is said again what it was, for the sake of its path: an edit to come is known
    /// by it.
    pub(super) fn follow_files(&mut self, files: &[Followed]) -> Vec<Effect> {
        let wish = |file: &Followed| {
            let edited = What::Was(file.was);
            let what = if file.was == file.id { self.marks.inverse(file.id, &edited) } else { edited };
            (file.id, what, Some(file.path.to_string_lossy().into_owned()))
        };
        let wishes: Vec<Wish> = files.iter().map(wish).collect();
        if wishes.is_empty() {
            return Vec::new();
        }
        let kept = self.keep_at(wishes);
        for file in files {
            self.headlines.rename(file.was, file.id);
        }
        self.annotate();
        vec![kept, list(self.headlines.refresh())]
    }
}
