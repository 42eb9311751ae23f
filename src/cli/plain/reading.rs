//! Owns reading an article in the linear mode: opened, set as plain lines, printed page by page, with
//! how far one has come said in words. It refuses to choose which article.

use std::io::Write;

use super::desk::{Desk, Showing};
use super::pages::Pages;
use super::{Out, Stop};
use crate::article::{Article, ArticleId};
use crate::cli::output::{escaped, shown};
use crate::cli::table;
use crate::config::MarkRead;
use crate::library::Row;
use crate::marks::What;
use crate::typeset::{Column, Line, Role, Setting, typeset};

impl Desk<'_> {
    /// Opens the article of this number or, where sources are listed, the source.
    pub(super) fn open(&mut self, number: &str, out: &mut Out) -> Result<(), Stop> {
        if self.showing == Showing::Sources {
            return self.open_source(number, out);
        }
        let at = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        match at.filter(|at| *at < self.listed.len()) {
            Some(at) => self.read(at, out),
            None => self.say("plain-no-number", out),
        }
    }

    /// Opens an article, which joins the list where it is not on it: the numbers of the others stay.
    pub(super) fn go_to(&mut self, id: ArticleId, out: &mut Out) -> Result<(), Stop> {
        let at = self.listed.iter().position(|listed| *listed == id).unwrap_or_else(|| {
            self.listed.push(id);
            self.listed.len() - 1
        });
        self.read(at, out)
    }

    /// Opens the article after the one that is open, or was.
    pub(super) fn next(&mut self, out: &mut Out) -> Result<(), Stop> {
        let at = self.passed.map_or(0, |at| at + 1);
        if at < self.listed.len() { self.read(at, out) } else { self.say("last-article", out) }
    }

    fn read(&mut self, at: usize, out: &mut Out) -> Result<(), Stop> {
        let Some(row) = self.listed.get(at).and_then(|id| self.stock.rows(&[*id]).pop()) else {
            return self.say("plain-no-number", out);
        };
        (self.open, self.passed) = (Some(at), Some(at));
        self.article = None;
        let article = match self.stock.article(row.id) {
            Ok(article) => article,
            Err(why) => return self.unreadable(&row, &why, out),
        };
        self.lines = lines(&self.set(&article, false), 0);
        self.article = Some(Box::new(article));
        self.showing = Showing::Article;
        self.pages = Pages::new(self.lines.len(), 0, self.height());
        if matches!(self.setup.config.mark_read, MarkRead::Open | MarkRead::Dwell) {
            self.mark_read(&row, out)?;
        }
        self.more(out)
    }

    /// Says why an article cannot be opened; the list goes on from there.
    fn unreadable(&mut self, row: &Row, why: &str, out: &mut Out) -> Result<(), Stop> {
        self.showing = Showing::List;
        let at = self.open.map_or(0, |at| at + 1);
        self.pages = Pages::new(self.listed.len(), at, self.height());
        writeln!(out, "{}: {}", shown(&row.path), escaped(&self.words.again(why)))?;
        Ok(())
    }

    /// Reads out what newsprint took for leftovers of the page around the open article.
    pub(super) fn leftovers(&mut self, out: &mut Out) -> Result<(), Stop> {
        let Some(article) = &self.article else { return self.say("plain-open-first", out) };
        let column = self.set(article, true);
        let Some(from) = column.leftovers else { return self.say("no-leftovers", out) };
        self.lines = lines(&column, from + 1);
        self.showing = Showing::Article;
        self.pages = Pages::new(self.lines.len(), 0, self.height());
        self.more(out)
    }

    fn set(&self, article: &Article, leftovers: bool) -> Column {
        let (width, locale) = (table::measure(self.setup.config.measure), self.words.locale());
        typeset(article, Setting { width, ascii: true, leftovers, locale, ..Setting::default() })
    }

    /// Says how far one has come, after a page.
    pub(super) fn turned(&mut self, out: &mut Out) -> Result<(), Stop> {
        let (Some(row), Some(article)) = (self.meant(""), &self.article) else { return Ok(()) };
        if self.pages.is_over() {
            if self.setup.config.mark_read == MarkRead::End {
                self.mark_read(&row, out)?;
            }
            return self.say("plain-article-end", out);
        }
        let (page, pages) = self.pages.place();
        let left = article.reading_minutes() * (self.pages.len() - self.pages.done());
        let left = left.div_ceil(self.pages.len().max(1));
        let place = [("page", page.into()), ("pages", pages.into()), ("count", left.into())];
        writeln!(out, "{}", self.words.with("plain-page", &place))?;
        Ok(())
    }

    fn mark_read(&mut self, row: &Row, out: &mut Out) -> Result<(), Stop> {
        if self.marks.get(row.id).read {
            return Ok(());
        }
        self.keep(row, &What::Read(true), out)
    }
}

/// Returns the lines of a column from one on, without the rules and bars, which a voice would spell out.
fn lines(column: &Column, from: usize) -> Vec<String> {
    let is_rule = |line: &Line| line.spans.iter().any(|span| span.role == Role::Rule);
    let shown = column.lines.iter().skip(from).filter(|line| !is_rule(line));
    let text = |line: &Line| line.spans.iter().map(|span| span.text.as_str()).collect::<String>();
    shown.map(|line| text(line).trim_end().to_owned()).collect()
}
