//! Owns what the reader did with the open article as the pane shows it: words lit up, notes below what
//! they are about, tags under the headline. It refuses to change any of it.

use std::ops::Range;

use super::passage::{Passage, PassageStep};
use super::{Open, Reader};
use crate::marks::{Highlight, Mark};
use crate::panes::paint;
use crate::typeset::{Column, Line, Role, Span};

/// What the reader did with the open article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    tags: Vec<String>,
    note: Option<String>,
    highlights: Vec<Highlight>,
}

impl Own {
    /// Takes what the pane shows of a mark.
    pub fn of(mark: Mark) -> Self {
        Self { tags: mark.tags, note: mark.note, highlights: mark.highlights }
    }
}

impl Reader {
    /// Shows what the reader did with the article.
    pub fn annotate(&mut self, own: Own) {
        if self.own == own {
            return;
        }
        self.own = own;
        let setting = self.open.as_ref().map(|open| self.page().setting(&open.article));
        if let (Some(open), Some(setting)) = (&mut self.open, setting) {
            open.column = crate::typeset::typeset(&open.article, setting);
        }
        self.inscribe();
        self.goes_on = None;
        self.relight();
        self.top = self.line_of(self.anchor).min(self.last_top());
    }

    /// Writes the reader's own lines into the column, and finds what is lit up in it.
    pub(super) fn inscribe(&mut self) {
        let Some(open) = &mut self.open else { return };
        let prose = &open.column.prose;
        let found = self.own.highlights.iter().enumerate();
        let mut lit: Vec<(Range<usize>, usize)> =
            found.filter_map(|(index, one)| Some((one.quote.find(prose)?, index))).collect();
        lit.sort_by_key(|(at, index)| (at.start, *index));
        for (at, index) in lit.iter().rev() {
            let note = self.own.highlights.get(*index).map_or("", |one| one.note.as_str());
            let line = after_block(&open.column, at.end);
            insert(open, line, "✎ ", note, self.ascii);
        }
        let head = open.column.lines.iter().position(is_rule).unwrap_or(0);
        insert(open, head, "✎ ", self.own.note.as_deref().unwrap_or_default(), self.ascii);
        insert(open, head, "# ", &self.own.tags.join(", "), self.ascii);
        self.highlit = lit;
    }

    /// Returns what is lit up and found, in the order it stands, with its place in the prose.
    pub fn highlights(&self) -> impl DoubleEndedIterator<Item = (&Range<usize>, &Highlight)> {
        self.highlit.iter().filter_map(|(at, index)| Some((at, self.own.highlights.get(*index)?)))
    }

    /// Returns what the reader wrote about the article.
    pub fn note(&self) -> &str {
        self.own.note.as_deref().unwrap_or_default()
    }

    /// Begins to choose words: the first sentence on the screen.
    pub fn choose(&mut self) -> bool {
        let Some(open) = &self.open else { return false };
        let from = open.column.lines.get(self.top).map_or(0, |line| line.start);
        self.passage = Passage::first(&open.column.prose, from);
        self.passage.is_some()
    }

    /// Changes which words are chosen, and keeps them in sight.
    pub fn step_choice(&mut self, step: PassageStep) {
        let (Some(open), Some(passage)) = (&self.open, &mut self.passage) else { return };
        let before = passage.at.clone();
        passage.step(&open.column.prose, step);
        let at = if passage.at.start == before.start { passage.at.end } else { passage.at.start };
        self.reveal(at);
    }

    /// Goes to the next or previous highlight; says whether there is one.
    pub fn highlight_beside(&mut self, forward: bool) -> bool {
        let here = self.line_of(self.anchor);
        let mut starts = self.highlit.iter().map(|(at, _)| self.line_of(at.start));
        let found =
            if forward { starts.find(|line| *line > here) } else { starts.rfind(|line| *line < here) };
        found.is_some_and(|line| self.go_to(line))
    }
}

/// Says whether a line is nothing but a rule, as the one under the head.
fn is_rule(line: &Line) -> bool {
    !line.spans.is_empty() && line.spans.iter().all(|span| span.role == Role::Rule)
}

/// Returns the index of the line behind the block in which a byte of the prose stands.
fn after_block(column: &Column, at: usize) -> usize {
    let line = column.lines.partition_point(|line| line.start < at).max(1);
    let rest = column.lines.get(line..).unwrap_or_default();
    line + rest.iter().take_while(|line| line.spans.iter().any(|span| span.at.is_some())).count()
}

/// Puts a text of the reader's before a line of the column; nothing if it is empty.
fn insert(open: &mut Open, at: usize, sign: &str, text: &str, ascii: bool) {
    if text.trim().is_empty() {
        return;
    }
    let sign = if ascii { sign.replace('✎', "*") } else { sign.to_owned() };
    let indent = " ".repeat(usize::from(paint::width(&sign)));
    let room = open.setting.width.saturating_sub(paint::width(&sign)).max(1);
    let column = &mut open.column;
    let at = at.min(column.lines.len());
    let start = column.lines.get(at).or(column.lines.last()).map_or(0, |line| line.start);
    let wrapped = text.lines().flat_map(|line| paint::wrap(line, room));
    let lines: Vec<Line> = wrapped
        .enumerate()
        .map(|(index, line)| {
            let before = if index == 0 { &sign } else { &indent };
            let text = format!("{before}{}", crate::article::Text::line(&line));
            let span = Span {
                text,
                role: Role::Note,
                look: crate::article::Look::default(),
                target: None,
                at: None,
                bytes: 0,
            };
            Line { spans: vec![span], start, ..Line::default() }
        })
        .collect();
    shift(column, at, lines.len());
    column.lines.splice(at..at, lines);
}

/// Moves everything the column says about lines from `from` on further down.
fn shift(column: &mut Column, from: usize, by: usize) {
    let numbers = column.sources.iter_mut().chain(&mut column.links).chain(column.leftovers.as_mut());
    let named = column.crossheads.iter_mut().map(|(line, _)| line);
    let noted = column.notes.iter_mut().map(|(_, line)| line);
    for line in numbers.chain(named).chain(noted).chain([&mut column.body_end]) {
        if *line >= from {
            *line += by;
        }
    }
}
