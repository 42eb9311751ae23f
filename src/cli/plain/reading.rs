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
use crate::typeset::{Setting, plain, typeset};

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

    /// Opens the article after the open one.
    pub(super) fn next(&mut self, out: &mut Out) -> Result<(), Stop> {
        let at = self.open.map_or(0, |at| at + 1);
        if at < self.listed.len() { self.read(at, out) } else { self.say("last-article", out) }
    }

    fn read(&mut self, at: usize, out: &mut Out) -> Result<(), Stop> {
        let Some(row) = self.listed.get(at).and_then(|id| self.stock.rows(&[*id]).pop()) else {
            return self.say("plain-no-number", out);
        };
        self.open = Some(at);
        self.article = None;
        let article = match self.stock.article(row.id) {
            Ok(article) => article,
            Err(why) => return self.unreadable(&row, &why, out),
        };
        self.lines = self.set(&article);
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

    /// Sets an article without rules and bars, which a voice would spell out.
    fn set(&self, article: &Article) -> Vec<String> {
        let width = table::measure(self.setup.config.measure);
        let setting = Setting { width, ascii: true, locale: self.words.locale(), ..Setting::default() };
        let text = plain(&typeset(article, setting));
        let is_rule = |line: &&str| !line.is_empty() && line.chars().all(|c| "-=_ ".contains(c));
        text.lines().map(str::trim_end).filter(|line| !is_rule(line)).map(str::to_owned).collect()
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
