//! Owns what the linear mode knows while it runs: the articles shown, the one open, what is printed
//! next. It refuses to mark (that is `marking`) and to print articles (that is `reading`).

use std::io::{IsTerminal, Write};

use super::commands::ROWS;
use super::pages::Pages;
use super::{Gathered, Out, Setup, Stop};
use crate::cli::arguments::SortBy;
use crate::cli::output::escaped;
use crate::cli::select::{self, Found};
use crate::library::Query;
use crate::marks::{History, Journal, Marks};
use crate::words::Words;

/// Lines of a page where no terminal says otherwise.
const PAGE: usize = 20;

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
    gathered: &'a Gathered,
    /// The articles listed, in order.
    pub(super) view: Vec<Found<'a>>,
    /// Where the open article stands among them.
    pub(super) open: Option<usize>,
    pub(super) showing: Showing,
    pub(super) pages: Pages,
    height: usize,
}

impl<'a> Desk<'a> {
    pub(super) fn new(setup: &'a Setup, gathered: &'a Gathered, is_piped: bool) -> Self {
        let journal = setup.journal();
        let history = journal.as_ref().map(Journal::history).unwrap_or_default();
        let rows = crossterm::terminal::size().ok().filter(|_| !is_piped && std::io::stdout().is_terminal());
        let height = rows.map_or(PAGE, |(_, rows)| usize::from(rows).saturating_sub(3).max(4));
        let mut desk = Self {
            words: setup.environment.words(&setup.config),
            marks: setup.marks(),
            setup,
            history,
            journal,
            gathered,
            view: Vec::new(),
            open: None,
            showing: Showing::List,
            pages: Pages::default(),
            height,
        };
        desk.find(&Query::default(), SortBy::Date);
        desk
    }

    pub(super) fn height(&self) -> usize {
        self.height
    }

    /// Says where one is, and how to be helped.
    pub(super) fn welcome(&self, out: &mut Out) -> Result<(), Stop> {
        let unread = self.view.iter().filter(|found| !found.mark(&self.marks).read).count();
        let counts = [("unread", unread.into()), ("total", self.view.len().into())];
        writeln!(
            out,
            "newsprint. {}. {}",
            self.words.with("unread-of", &counts),
            self.words.say("plain-welcome")
        )?;
        Ok(())
    }

    /// Lists the articles from the first.
    pub(super) fn list(&mut self, out: &mut Out) -> Result<(), Stop> {
        self.show_list(0, out)
    }

    /// Lists the articles from one on.
    pub(super) fn show_list(&mut self, first: usize, out: &mut Out) -> Result<(), Stop> {
        self.showing = Showing::List;
        if self.view.is_empty() {
            writeln!(out, "{}", self.words.say("no-articles"))?;
            return Ok(());
        }
        let lines = self.view.iter().enumerate().map(|(at, found)| self.row(at, found)).collect();
        self.pages = Pages::new(lines, first, self.height);
        self.more(out)
    }

    fn row(&self, at: usize, found: &Found<'_>) -> String {
        let (mark, article, words) = (found.mark(&self.marks), found.article, &self.words);
        let mut signs = Vec::new();
        signs.extend((!mark.read).then(|| words.say("plain-is-unread").to_owned()));
        signs.extend(mark.starred.then(|| words.say("plain-is-starred").to_owned()));
        signs.extend(mark.later.then(|| words.say("plain-is-later").to_owned()));
        let mut details: Vec<String> = Vec::new();
        details.extend(article.outlet.as_ref().map(ToString::to_string));
        details.extend(article.published.map(|published| words.day(published.at.day)));
        let (minutes, sources) = (article.reading_minutes(), article.sources.len());
        details.extend((minutes > 0).then(|| words.count("minutes", minutes)));
        details.extend((sources > 0).then(|| words.count("sources", sources)));
        let title = escaped(&found.title());
        let signs = if signs.is_empty() { String::new() } else { format!("{}: ", signs.join(", ")) };
        let details = if details.is_empty() { String::new() } else { format!(". {}", details.join(", ")) };
        format!("{}. {signs}{title}{details}", at + 1)
    }

    /// Goes on with what was printed last.
    pub(super) fn more(&mut self, out: &mut Out) -> Result<(), Stop> {
        if let Some(page) = self.pages.turn() {
            for line in page {
                writeln!(out, "{line}")?;
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
        self.open = None;
        self.find(&query, if words.is_empty() { SortBy::Date } else { SortBy::Relevance });
        if self.view.is_empty() {
            writeln!(out, "{}", self.words.with("nothing-has", &[("query", escaped(words).into())]))?;
            self.find(&Query::default(), SortBy::Date);
            return Ok(());
        }
        writeln!(out, "{}", self.words.count("articles", self.view.len()))?;
        self.list(out)
    }

    fn find(&mut self, query: &Query, order: SortBy) {
        let order = Some(select::order(order, false));
        self.view = select::matching(self.gathered, query, order, &self.marks);
    }

    /// Prints what can be typed.
    pub(super) fn help(&mut self, out: &mut Out) -> Result<(), Stop> {
        for row in ROWS {
            let takes = if row.takes.is_empty() { String::new() } else { format!(" {}", row.takes) };
            let letter = if row.letter.is_empty() {
                String::new()
            } else {
                format!(" ({} {})", self.words.say("plain-or"), row.letter)
            };
            writeln!(out, "{}{takes}{letter}: {}", row.name, self.words.say(row.help))?;
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
        writeln!(out, "{}", self.words.say(key))?;
        Ok(())
    }

    /// Returns the article meant: the one of this number in the list or, without a number, the open one.
    pub(super) fn meant(&self, number: &str) -> Option<Found<'a>> {
        let at = if number.is_empty() { self.open? } else { number.parse::<usize>().ok()?.checked_sub(1)? };
        self.view.get(at).copied()
    }
}
