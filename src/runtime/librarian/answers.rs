//! Owns answering the reader's screen: lists, lines of context, articles, and the head the next start
//! begins with. It refuses to change the collection.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Instant;

use super::desk::{Desk, Unlined};
use crate::app::message::Message;
use crate::article::{Article, ArticleId, Text};
use crate::library::cache::{CacheError, HEAD_ROWS, Lines};
use crate::library::{Collection, Query, Request, View, Window, scan};

impl Desk {
    pub(super) fn list(&mut self) {
        let Some((generation, request)) = self.request.clone() else { return };
        let began = Instant::now();
        let answer = self.view(&request);
        self.stale = false;
        self.answered = Instant::now();
        self.took = began.elapsed();
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

    /// Sends an answer, and again with lines of context if they have to be read first.
    fn answer(&mut self, generation: u64, view: View) {
        let searched = self.request.as_ref().is_some_and(|(_, request)| request.query.has_words());
        let waits = matches!(self.collection, Collection::Cache(_)) && searched;
        if waits && view.rows.iter().any(Lines::are_missing) {
            let (view, lines) = (view.clone(), Lines::default());
            self.unlined = Some(Unlined { generation, view, next: 0, lines });
        } else {
            self.unlined = None;
        }
        self.news.tell(Message::Listed { generation, view });
    }

    /// Gives the next row its line of context; when all have theirs, the list is sent again.
    pub(super) fn line(&mut self) {
        let (Some(mut unlined), Some((_, request))) = (self.unlined.take(), &self.request) else { return };
        while let Some(row) = unlined.view.rows.get_mut(unlined.next) {
            unlined.next += 1;
            if Lines::are_missing(row) {
                unlined.lines.fill(row, &request.query);
                self.unlined = Some(unlined);
                return;
            }
        }
        let Unlined { generation, view, .. } = unlined;
        self.news.tell(Message::Listed { generation, view });
    }

    /// Keeps what the next start begins with, if that changed.
    pub(super) fn keep_head(&mut self) {
        let (true, Some(store), Collection::Cache(_)) =
            (self.head_is_old, &self.start.store, &self.collection)
        else {
            return;
        };
        self.head_is_old = false;
        let window = Window::From { first: 0, count: HEAD_ROWS };
        let request = Request { query: Query::default(), order: self.start.order, window, keep: Vec::new() };
        if let Ok(view) = self.view(&request) {
            // Without it the next start shows its list a little later.
            drop(store.keep_head(self.start.order, &view));
        }
    }

    pub(super) fn load(&self, id: ArticleId) {
        let Some((path, item)) = self.collection.place(id) else { return };
        let article = self.article(&path, item);
        self.news.tell(Message::Loaded { id, path, article });
    }

    fn article(&self, file: &Path, item: usize) -> Result<Box<Article>, String> {
        let at_hand = self.given().into_iter().find(|(path, _)| *path == file);
        let reading = at_hand.map_or_else(|| scan::read(file), |(path, bytes)| scan::parse(path, bytes, 0));
        let articles = reading.articles.map_err(|what| what.to_string());
        let path = Text::line(&file.to_string_lossy());
        let articles = articles.map_err(|what| format!("{path}: {what}"))?;
        let missing = || format!("{path}: the article is not in the file any more; rescan with R");
        articles.into_iter().nth(item).map(Box::new).ok_or_else(missing)
    }
}
