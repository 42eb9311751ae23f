//! Owns answering the reader's screen: lists, lines of context, articles, and the head the next start
//! begins with. It refuses to change the collection.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::desk::{Desk, REFRESH, Unlined};
use crate::app::message::Message;
use crate::app::whereabouts::Whereabouts;
use crate::article::{Article, ArticleId, Text};
use crate::library::cache::{CacheError, HEAD_ROWS, changes};
use crate::library::{Collection, Facet, Order, Query, Request, Row, View, Window, scan};
use crate::typeset::{Composed, Page};

/// Files of this many bytes or more are not read ahead: what is asked meanwhile would have to wait.
const LONG: u64 = 1 << 20;
/// How many articles that were read ahead may be on their way to the screen.
const UNDER_WAY: usize = 2;
/// The most articles whose files are looked up at once.
const PLACED: usize = 5_000;

impl Desk {
    pub(super) fn list(&mut self) {
        let Some((generation, request)) = self.request.clone() else { return };
        let began = Instant::now();
        let answer = self.view(&request);
        self.stale = false;
        self.answered = Instant::now();
        self.took = began.elapsed();
        let empty = answer.as_ref().is_ok_and(|view| view.total == 0);
        self.pause = if empty { Duration::ZERO } else { REFRESH };
        match answer {
            Ok(view) => self.answer(generation, view),
            Err(error) => self.broken(&error.to_string()),
        }
    }

    /// Asks the collection; an index that panics is broken.
    fn view(&self, request: &Request) -> Result<View, CacheError> {
        let ask = || self.collection.view(request, &self.marks);
        catch_unwind(AssertUnwindSafe(ask))
            .unwrap_or_else(|_| Err(CacheError::Broken("the index failed".to_owned())))
    }

    /// Sends an answer. Lines of context that have to be read follow, those on the screen first.
    fn answer(&mut self, generation: u64, mut view: View) {
        self.unlined = None;
        let Some((_, request)) = &self.request else { return };
        if matches!(self.collection, Collection::Cache(_)) && request.query.has_words() {
            self.lines.of(&request.query);
            let lines = &self.lines;
            let mut rows: VecDeque<Row> = VecDeque::new();
            for row in &mut view.rows {
                if lines.recall(row) {
                    rows.push_back(row.clone());
                }
            }
            // A screen is a third of what is asked for; below the top it is the middle one.
            let (Window::From { count, .. } | Window::Around { count, .. }) = request.window;
            let screen = count.div_ceil(3).max(1);
            if view.first > 0 {
                rows.rotate_left(screen.min(rows.len()));
            }
            self.unlined = Some(Unlined { generation, rows, screen, is_urgent: true, found: Vec::new() });
        }
        self.news.tell(Message::Listed { generation, view });
    }

    /// Reads the line of the next row; a screen of them is sent and then, at leisure, the rest.
    pub(super) fn line(&mut self) {
        let Some(unlined) = &mut self.unlined else { return };
        unlined.is_urgent = true;
        if let Some(row) = unlined.rows.pop_front() {
            unlined.found.extend(self.lines.cut(&row).map(|line| (row.id, line)));
            unlined.screen = unlined.screen.saturating_sub(1);
        }
        let at_end = unlined.rows.is_empty();
        if at_end || unlined.screen == 0 {
            let (generation, lines) = (unlined.generation, std::mem::take(&mut unlined.found));
            unlined.is_urgent = false;
            unlined.screen = usize::MAX;
            if !lines.is_empty() {
                self.news.tell(Message::Lined { generation, lines });
            }
        }
        if at_end {
            self.unlined = None;
        }
    }

    /// Gives all articles a request shows.
    pub(super) fn ids(&mut self, request: &Request) {
        match self.collection.ids(request, &self.marks) {
            Ok(ids) => self.news.tell(Message::Ids(self.placed(ids))),
            Err(error) => self.broken(&error.to_string()),
        }
    }

    /// Gives the rows of the articles with notes.
    pub(super) fn notes(&mut self, request: &Request) {
        match self.collection.view(request, &self.marks) {
            Ok(view) => self.news.tell(Message::Noted(view)),
            Err(error) => self.broken(&error.to_string()),
        }
    }

    /// Adds to each article the file it is in: marks remember it and so outlive an edit. For very many articles
    /// the look-up would take too long.
    fn placed(&self, ids: Vec<ArticleId>) -> Vec<(ArticleId, Option<PathBuf>)> {
        let few = ids.len() <= PLACED;
        let place = |id| if few { self.collection.place(id).map(|(path, _)| path) } else { None };
        ids.into_iter().map(|id| (id, place(id))).collect()
    }

    /// Counts what queries show, and what is in the folders of the library.
    pub(super) fn count(&mut self, queries: &[Query]) {
        let counts = queries.iter().map(|query| self.collection.count(query, &self.marks));
        let counts: Result<Vec<(usize, usize)>, CacheError> = counts.collect();
        let sections = self.collection.sections(&self.start.places, &self.marks);
        match (counts, sections) {
            (Ok(searches), Ok(sections)) => self.news.tell(Message::Counted { searches, sections }),
            (Err(error), _) | (_, Err(error)) => self.broken(&error.to_string()),
        }
    }

    /// Lists the values of a field.
    pub(super) fn values(&mut self, facet: Facet) {
        match self.collection.values(facet, &self.start.places, &self.marks) {
            Ok(values) => self.news.tell(Message::Values(facet, values)),
            Err(error) => self.broken(&error.to_string()),
        }
    }

    /// The order the reader has now.
    fn order(&self) -> Order {
        self.request.as_ref().map_or(self.start.order, |(_, request)| request.order)
    }

    /// Says whether the list the next start begins with differs from what the cache has kept of it.
    pub(super) fn is_head_due(&self) -> bool {
        let is_old = self.head_is_old || self.order() != self.start.order;
        is_old && self.start.store.is_some() && matches!(self.collection, Collection::Cache(_))
    }

    /// Keeps what the next start begins with, if that changed: it shows the order the reader has now.
    pub(super) fn keep_head(&mut self) {
        let (true, Some(store)) = (self.is_head_due(), &self.start.store) else { return };
        let order = self.order();
        (self.head_is_old, self.start.order) = (false, order);
        let request = Request::first(HEAD_ROWS, Query::default(), order);
        if let Ok(view) = self.view(&request) {
            // Without it the next start shows its list a little later.
            drop(store.keep_head(order, &view));
        }
    }

    pub(super) fn load(&self, id: ArticleId, page: Page) {
        let Some((path, item)) = self.collection.place(id) else { return };
        let article = self.composed(&path, item, page);
        self.news.tell(Message::Loaded { id, path, article });
    }

    /// Reads an article that may be looked at next. What is wrong with it is said when it is.
    pub(super) fn load_ahead(&mut self, id: ArticleId, page: Page) {
        let Some((path, item)) = self.collection.place(id) else { return };
        let stamp = changes::stamp_at(&path);
        if path.metadata().is_ok_and(|metadata| metadata.len() > LONG) {
            return;
        }
        if let Ok(article) = self.article(&path, item) {
            let article = Box::new(Composed::new(article, page));
            self.news.tell(Message::Ahead { id, path: path.clone(), article });
            self.ahead.insert(0, (id, path, stamp));
            self.ahead.truncate(UNDER_WAY);
        }
    }

    /// The article that was read ahead is on the screen: what it was read from is remembered, and it is read
    /// again if that changed.
    pub(super) fn confirm(&mut self, id: ArticleId, page: Page) {
        let ahead = self.ahead.iter().find(|(read, ..)| *read == id);
        match ahead.filter(|(_, path, stamp)| changes::stamp_at(path) == *stamp) {
            Some((_, path, stamp)) => drop(self.read.replace(Some((path.clone(), *stamp)))),
            None => self.load(id, page),
        }
    }

    /// Says what became of an article that was read from a file.
    pub(super) fn locate(&self, id: ArticleId, path: PathBuf) {
        let as_it_was = self
            .read
            .borrow()
            .as_ref()
            .is_some_and(|(file, was)| *file == path && *was == changes::stamp_at(&path));
        if as_it_was || self.given().iter().any(|(given, _)| *given == path) {
            return;
        }
        let is_there = path.exists();
        let articles = if is_there { scan::read(&path).articles.unwrap_or_default() } else { Vec::new() };
        let same = articles.into_iter().find(|article| ArticleId::of(article) == id);
        let elsewhere = || {
            let (path, item) = self.collection.place(id)?;
            Some(Whereabouts::In(path.clone(), self.shown(&path, item).ok()?))
        };
        let found = same.map(|article| Whereabouts::In(path, Box::new(article))).or_else(elsewhere);
        let lost = if is_there { Whereabouts::Changed } else { Whereabouts::Gone };
        self.news.tell(Message::Whereabouts { id, found: found.unwrap_or(lost) });
    }

    /// Reads an article that goes to the screen, and sets it.
    pub(super) fn composed(&self, file: &Path, item: usize, page: Page) -> Result<Box<Composed>, String> {
        self.shown(file, item).map(|article| Box::new(Composed::new(article, page)))
    }

    /// Reads an article that goes to the screen.
    pub(super) fn shown(&self, file: &Path, item: usize) -> Result<Box<Article>, String> {
        self.note_shown(file);
        self.article(file, item)
    }

    /// Notes the file of the article on the screen, and the state it is in.
    pub(super) fn note_shown(&self, file: &Path) {
        self.read.replace(Some((file.to_owned(), changes::stamp_at(file))));
    }

    pub(super) fn article(&self, file: &Path, item: usize) -> Result<Box<Article>, String> {
        self.articles(file)?.into_iter().nth(item).map(Box::new).ok_or_else(|| missing(file))
    }

    /// Reads all articles of a file.
    pub(super) fn articles(&self, file: &Path) -> Result<Vec<Article>, String> {
        let at_hand = self.given().into_iter().find(|(path, _)| *path == file);
        let reading = at_hand.map_or_else(|| scan::read(file), |(path, bytes)| scan::parse(path, bytes, 0));
        reading.articles.map_err(|what| format!("{}: {what}", Text::line(&file.to_string_lossy())))
    }
}

/// Says that a file has fewer articles than it had.
pub(super) fn missing(file: &Path) -> String {
    format!("{}: the article is not in the file any more; rescan with R", Text::line(&file.to_string_lossy()))
}
