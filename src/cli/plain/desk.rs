//! Owns what the linear mode knows while it runs: the articles shown, the one open, what is printed
//! next. It refuses to mark (that is `marking`) and to set articles in lines (that is `reading`).

use std::io::{IsTerminal, Write};
use std::time::Duration;

use super::commands;
use super::pages::Pages;
use super::stock::Stock;
use super::{Out, Setup, Stop};
use crate::article::{Article, ArticleId};
use crate::cli::output::escaped;
use crate::cli::table;
use crate::library::{Order, OrderBy, Query, Request, Row};
use crate::marks::{History, Journal, Marks};
use crate::panes::{day, paint};
use crate::words::Words;

/// Lines of a page where no terminal says otherwise.
const PAGE: usize = 20;
/// The most cells of a headline.
const TITLE: usize = 200;

/// What the numbers now mean, and what `more` goes on with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Showing {
    #[default]
    List,
    Article,
    Sources,
}

/// The state of the linear mode.
pub(super) struct Desk<'a> {
    pub(super) setup: &'a Setup,
    pub(super) words: Words,
    pub(super) marks: Marks,
    pub(super) history: History,
    pub(super) journal: Option<Journal>,
    pub(super) stock: Stock,
    query: Query,
    order: OrderBy,
    /// The articles listed, in order: what is marked meanwhile does not move the numbers.
    pub(super) listed: Vec<ArticleId>,
    /// Where the open article stands among them.
    pub(super) open: Option<usize>,
    /// Where the article stands among them that was open last.
    pub(super) passed: Option<usize>,
    /// The open article, if its file could be read.
    pub(super) article: Option<Box<Article>>,
    pub(super) showing: Showing,
    pub(super) pages: Pages,
    /// The lines the pages are of; those of a list are made when they are printed.
    pub(super) lines: Vec<String>,
    height: usize,
}

impl<'a> Desk<'a> {
    pub(super) fn new(setup: &'a Setup, words: Words, stock: Stock, is_piped: bool) -> Result<Self, Stop> {
        let journal = setup.journal();
        let history = journal.as_ref().map(Journal::history).unwrap_or_default();
        let rows = crossterm::terminal::size().ok().filter(|_| !is_piped && std::io::stdout().is_terminal());
        let height = rows.map_or(PAGE, |(_, rows)| usize::from(rows).saturating_sub(3).max(4));
        let mut desk = Self {
            words,
            marks: setup.marks(),
            setup,
            history,
            journal,
            stock,
            query: Query::default(),
            order: OrderBy::Date,
            listed: Vec::new(),
            open: None,
            passed: None,
            article: None,
            showing: Showing::List,
            pages: Pages::default(),
            lines: Vec::new(),
            height,
        };
        desk.find()?;
        desk.follow(&desk.stock.held_rows(&desk.listed));
        desk.find()?;
        Ok(desk)
    }

    pub(super) fn height(&self) -> usize {
        self.height
    }

    /// Says where one is, and how to be helped.
    pub(super) fn welcome(&self, out: &mut Out) -> Result<(), Stop> {
        let view = self.stock.view(&self.request(), &self.marks)?;
        let counts = [("unread", view.unread.into()), ("total", view.total.into())];
        writeln!(
            out,
            "newsprint. {}. {}",
            self.words.with("unread-of", &counts),
            self.words.say("plain-welcome")
        )?;
        Ok(())
    }

    /// Lists the articles from the first, as they are by now.
    pub(super) fn list(&mut self, out: &mut Out) -> Result<(), Stop> {
        self.stock.take_up(Duration::ZERO, &self.words);
        let open = self.open.and_then(|at| self.listed.get(at).copied());
        self.find()?;
        self.open = open.and_then(|open| self.listed.iter().position(|id| *id == open));
        self.passed = self.open;
        self.show_list(0, out)
    }

    /// Shows the list from the article of a number on.
    pub(super) fn show_list(&mut self, first: usize, out: &mut Out) -> Result<(), Stop> {
        self.showing = Showing::List;
        if self.listed.is_empty() {
            writeln!(out, "{}", self.words.say("no-articles"))?;
            return Ok(());
        }
        self.pages = Pages::new(self.listed.len(), first, self.height);
        self.more(out)
    }

    fn row(&self, row: &Row) -> String {
        let (mark, words) = (self.marks.get(row.id), &self.words);
        let mut signs = Vec::new();
        signs.extend((!mark.read).then(|| words.say("plain-is-unread").to_owned()));
        signs.extend(mark.starred.then(|| words.say("plain-is-starred").to_owned()));
        signs.extend(mark.later.then(|| words.say("plain-is-later").to_owned()));
        let mut details: Vec<String> = Vec::new();
        details.extend(row.outlet.as_ref().map(ToString::to_string));
        details.extend(row.published.map(|published| day::short(published, words)));
        details.extend((row.minutes > 0).then(|| words.time(row.minutes)));
        details.extend((row.sources > 0).then(|| words.count("sources", row.sources)));
        let title = self.named(&row.headline);
        let details = if details.is_empty() { String::new() } else { format!(". {}", details.join(", ")) };
        let told = format!("{title}{details}");
        if signs.is_empty() { told } else { words.labelled(&signs.join(", "), &told) }
    }

    /// A headline as a voice can bear it: the longest are shortened.
    pub(super) fn named(&self, headline: &str) -> String {
        let sign = if self.words.is_ascii() { "..." } else { "…" };
        table::cut(&escaped(headline), TITLE, sign)
    }

    /// Goes on with what was printed last.
    pub(super) fn more(&mut self, out: &mut Out) -> Result<(), Stop> {
        let page = self.pages.turn();
        if self.showing == Showing::List {
            let ids = self.listed.get(page.clone()).unwrap_or_default().to_vec();
            let rows = self.stock.rows(&ids);
            self.follow(&rows);
            for row in &rows {
                let at = ids.iter().position(|id| *id == row.id).unwrap_or_default();
                self.tell(&format!("{}. {}", page.start + at + 1, self.row(row)), out)?;
            }
        } else {
            for line in self.lines.get(page).unwrap_or_default() {
                if self.showing == Showing::Article {
                    writeln!(out, "{line}")?;
                } else {
                    self.tell(line, out)?;
                }
            }
        }
        if self.showing == Showing::Article {
            return self.turned(out);
        }
        let (shown, total) = (self.pages.done(), self.pages.len());
        let counts = [("shown", shown.into()), ("total", total.into())];
        let key = if self.pages.is_over() { "plain-list-end" } else { "plain-list-more" };
        writeln!(out, "{}", self.words.with(key, &counts))?;
        Ok(())
    }

    /// Goes back from an article or its sources: to the list, where one was.
    pub(super) fn back(&mut self, out: &mut Out) -> Result<(), Stop> {
        let at = self.open.take().unwrap_or(0);
        self.article = None;
        self.show_list(at - at % self.height, out)
    }

    /// Lists what has the words, best first; without words, everything.
    pub(super) fn search(&mut self, words: &str, out: &mut Out) -> Result<(), Stop> {
        let query = match Query::parse(words) {
            Ok(query) => query,
            Err(error) => {
                writeln!(out, "{}", escaped(&self.words.again(&error.to_string())))?;
                return Ok(());
            }
        };
        self.stock.take_up(Duration::ZERO, &self.words);
        (self.open, self.passed, self.article) = (None, None, None);
        self.order = if words.is_empty() { OrderBy::Date } else { OrderBy::Relevance };
        self.query = query;
        self.find()?;
        if self.listed.is_empty() {
            writeln!(out, "{}", self.words.with("nothing-has", &[("query", escaped(words.trim()).into())]))?;
            (self.query, self.order) = (Query::default(), OrderBy::Date);
            self.find()?;
            self.showing = Showing::List;
            self.pages = Pages::new(self.listed.len(), 0, self.height);
            return Ok(());
        }
        writeln!(out, "{}", self.words.count("articles", self.listed.len()))?;
        self.show_list(0, out)
    }

    fn request(&self) -> Request {
        Request::first(0, self.query.clone(), Order { by: self.order, reversed: false })
    }

    fn find(&mut self) -> Result<(), Stop> {
        self.listed = self.stock.ids(&self.request(), &self.marks)?;
        Ok(())
    }

    /// Prints what can be typed.
    pub(super) fn help(&mut self, out: &mut Out) -> Result<(), Stop> {
        for row in commands::ROWS {
            let takes = row.takes.shown(&self.words);
            let letter = if row.letter.is_empty() {
                String::new()
            } else {
                format!(" ({} {})", self.words.say("plain-or"), row.letter)
            };
            let typed = format!("{}{takes}{letter}", row.name);
            self.tell(&self.words.labelled(&typed, self.words.say(row.help)), out)?;
        }
        Ok(())
    }

    /// Says that a word is no command.
    pub(super) fn unknown(&self, name: &str, near: Option<&str>, out: &mut Out) -> Result<(), Stop> {
        let near = near.unwrap_or("help");
        let arguments = [("word", escaped(name).into()), ("near", near.into())];
        writeln!(out, "{}", self.words.with("plain-unknown", &arguments))?;
        Ok(())
    }

    pub(super) fn say(&self, key: &str, out: &mut Out) -> Result<(), Stop> {
        self.tell(self.words.say(key), out)
    }

    /// Prints a line, which goes on below where the terminal is too narrow for it: no word is parted.
    fn tell(&self, line: &str, out: &mut Out) -> Result<(), Stop> {
        // A pipe has no width.
        if table::terminal_width().is_none() {
            writeln!(out, "{line}")?;
            return Ok(());
        }
        for part in paint::wrap(line, table::measure(self.setup.config.measure)) {
            writeln!(out, "{part}")?;
        }
        Ok(())
    }

    /// Returns the article meant: the one of this number in the list or, without a number, the open one.
    pub(super) fn meant(&self, number: &str) -> Option<Row> {
        let at = match number {
            "" => self.open.filter(|_| self.article.is_some())?,
            number => number.parse::<usize>().ok()?.checked_sub(1)?,
        };
        self.stock.rows(&[*self.listed.get(at)?]).pop()
    }
}
