//! Owns what the reader is asked and what the reader types: questions with what a yes does, lines with what they
//! are for. It refuses to act on either.

use super::effect::Effect;
use super::errand::Exported;
use super::{App, Overlay, layout, marking};
use crate::article::ArticleId;
use crate::panes::line::Line;
use crate::panes::offers::Offers;
use crate::panes::question::{Asked, Set};

/// A question, and what is done if the answer is yes.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) asked: Asked,
    /// The same, broken into lines for the screen there is.
    pub(super) set: Set,
    pub(super) yes: Answer,
}

impl App {
    /// Asks in these sentences, each on a line of its own.
    pub(super) fn ask(&mut self, sentences: Vec<String>, yes: Answer) {
        self.ask_about(Asked::Words(sentences), yes);
    }

    /// Lays a question over the screen.
    pub(super) fn ask_about(&mut self, asked: Asked, yes: Answer) {
        let set = asked.set(layout::inside(self.layout.size), &self.words);
        self.overlay = Some(Overlay::Question(Question { asked, set, yes }));
    }
}

/// What is done if the answer to a question is yes.
#[derive(Debug)]
pub(super) enum Answer {
    Do(Effect),
    Mark(Vec<marking::Wish>),
    /// Search the library for these words.
    Search(String),
}

/// A line being typed.
#[derive(Debug)]
pub(super) struct Typing {
    pub(super) line: Line,
    pub(super) purpose: Purpose,
    /// What is wrong with the query, if anything.
    pub(super) wrong: Option<String>,
    /// What would complete it.
    pub(super) offers: Offers,
}

impl Typing {
    pub(super) fn new(line: Line, purpose: Purpose) -> Self {
        Self { line, purpose, wrong: None, offers: Offers::default() }
    }
}

/// What is being typed.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Purpose {
    /// A search of the library; with what was shown before, which Esc goes back to.
    Search { before: String, selected: Option<ArticleId> },
    /// Tags for what is chosen; those that are known, the most used first.
    Tags { known: Vec<String> },
    /// The file that articles are written to.
    Export { what: Exported },
    /// A search in the article; with the line that was at the top before, which Esc goes back to.
    Find { top: usize },
}
