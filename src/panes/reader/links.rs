//! Owns the links of the open article as places on its page: the next one, the one that is lit, those
//! on the screen with letters to jump by. It refuses to open them.

use std::ops::Range;

use super::{Reader, view};
use crate::article::Target;
use crate::panes::paint;
use crate::typeset::{Column, Line, Role, Span};

/// Letters to jump by, those under the fingers first.
const LETTERS: &[u8] = b"asdfghjklqwertyuiopzxcvbnm";

/// The words of one link, wherever they are wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Linked {
    /// What they point at.
    pub target: Target,
    /// Line and span where they begin and where they end.
    from: (usize, usize),
    to: (usize, usize),
}

impl Linked {
    /// Returns the line they begin on.
    pub fn line(&self) -> usize {
        self.from.0
    }

    /// Says whether a span of the page is part of them.
    pub(super) fn covers(&self, line: usize, span: usize) -> bool {
        (self.from..=self.to).contains(&(line, span))
    }
}

/// Returns the links of the body in reading order.
fn links(column: &Column) -> Vec<Linked> {
    linked(column, 0..column.body_end)
}

/// Returns the sources and links of the lists below the body, each once.
fn listed(column: &Column) -> Vec<Linked> {
    let mut found = linked(column, column.body_end..column.lines.len());
    // The lines of one stand next to each other.
    found.dedup_by_key(|link| link.target);
    found
}

fn linked(column: &Column, lines: Range<usize>) -> Vec<Linked> {
    let mut found: Vec<Linked> = Vec::new();
    let mut goes_on = false;
    for (number, line) in column.lines.iter().enumerate().take(lines.end).skip(lines.start) {
        for (index, span) in line.spans.iter().enumerate() {
            let at = (number, index);
            match (span.target, found.last_mut()) {
                (Some(target), Some(last)) if goes_on && last.target == target => last.to = at,
                (Some(target), _) => found.push(Linked { target, from: at, to: at }),
                // What stands between the parts of a link that was wrapped is newsprint's own.
                (None, _) if span.at.is_none() && span.text.trim().is_empty() => continue,
                (None, _) => {}
            }
            goes_on = span.target.is_some();
        }
        goes_on = goes_on && !line.spans.is_empty();
    }
    found
}

impl Reader {
    /// Returns the links that show: column, row and width in cells on the screen, and the target.
    pub fn targets(&self) -> Vec<(u16, u16, u16, Target)> {
        let rows = self.area.top()..self.area.bottom();
        rows.flat_map(|y| self.targets_on(y).map(move |(x, cells, target)| (x, y, cells, target))).collect()
    }

    /// Returns the target under a cell of the screen, if there is one.
    pub fn target_at(&self, column: u16, row: u16) -> Option<Target> {
        let mut on_row = self.targets_on(row);
        on_row.find(|(x, cells, _)| (*x..x + cells).contains(&column)).map(|(.., target)| target)
    }

    /// The links on a row of the screen: first column, width in cells, and the target.
    fn targets_on(&self, row: u16) -> impl Iterator<Item = (u16, u16, Target)> {
        let shown = self.open.as_ref().and_then(|open| {
            let line = open.column.lines.get(self.top + usize::from(row.checked_sub(self.area.y)?))?;
            Some((line, view::left(self.area, open.setting.width)))
        });
        shown
            .into_iter()
            .flat_map(|(line, left)| {
                line.spans.iter().scan(left, |x, span| {
                    let (from, cells) = (*x, paint::width(&span.text));
                    *x += cells;
                    Some(span.target.map(|target| (from, cells, target)))
                })
            })
            .flatten()
    }

    /// Lights the next or previous link, from the one that is lit or from the edge of the screen, and
    /// brings it into sight; returns what it points at.
    pub fn step_link(&mut self, forward: bool) -> Option<Target> {
        let all = links(&self.open.as_ref()?.column);
        let seen = self.seen();
        let lit = self.lit_in_sight().map(|(index, _)| index);
        let index = match (lit, forward) {
            (Some(index), true) => index + 1,
            (Some(index), false) => index.checked_sub(1)?,
            (None, true) => all.iter().position(|link| link.line() >= seen.start)?,
            (None, false) => all.iter().rposition(|link| link.line() < seen.end)?,
        };
        let link = *all.get(index)?;
        if !seen.contains(&link.line()) {
            self.go_to(link.line().saturating_sub(self.height() / 3));
        }
        self.lit = Some((index, link));
        Some(link.target)
    }

    /// Returns what the lit link points at, as long as it is in sight.
    pub fn lit(&self) -> Option<Target> {
        self.lit_in_sight().map(|(_, link)| link.target)
    }

    fn lit_in_sight(&self) -> Option<(usize, Linked)> {
        self.lit.filter(|(_, link)| self.seen().contains(&link.line()))
    }

    /// The lines of the column that are on the screen.
    fn seen(&self) -> Range<usize> {
        self.top..self.top + self.height()
    }

    /// Puts the lit link out; says whether there was one.
    pub fn unlight(&mut self) -> bool {
        self.lit.take().is_some()
    }

    /// Finds the lit link again after the page was set anew.
    pub(super) fn relight(&mut self) {
        let Some(open) = &self.open else { return };
        self.lit = self.lit.and_then(|(index, _)| Some((index, *links(&open.column).get(index)?)));
    }

    /// Puts letters on the links that show, those of the lists at the end too; says whether there are any.
    pub fn letter(&mut self) -> bool {
        let Some(open) = &self.open else { return false };
        let seen = self.top..self.top + self.height();
        let shows = |link: &Linked| seen.contains(&link.line());
        let mut shown: Vec<Linked> = links(&open.column).into_iter().filter(shows).collect();
        // What the body has a letter for needs none in the list.
        let known: Vec<Target> = shown.iter().map(|link| link.target).collect();
        let listed = listed(&open.column).into_iter().filter(|link| !known.contains(&link.target));
        shown.extend(listed.filter(shows));
        self.letters = labels(shown.len()).into_iter().zip(shown).collect();
        !self.letters.is_empty()
    }

    /// Takes the letters off.
    pub fn unletter(&mut self) {
        self.letters.clear();
    }

    /// Returns the target of the link with these letters, or whether more letters may follow.
    pub fn lettered(&self, typed: &str) -> Result<Target, bool> {
        let whole = self.letters.iter().find(|(label, _)| label == typed);
        whole
            .map(|(_, link)| link.target)
            .ok_or_else(|| self.letters.iter().any(|(l, _)| l.starts_with(typed)))
    }

    /// Returns each label as it is drawn, with line and column, both from 0 at the corner of the page: in the
    /// place of the link's number, for its words are to be read.
    pub(super) fn labels(&self) -> impl Iterator<Item = (String, usize, u16)> {
        let lines = self.open.as_ref().map(|open| open.column.lines.as_slice()).unwrap_or_default();
        self.letters.iter().filter_map(move |(label, link)| {
            let found = number_of(lines, link).or_else(|| number_before(lines, link));
            let (line, first, cells) = found.unwrap_or((link.from.0, link.from.1, 0));
            let spans = &lines.get(line)?.spans;
            let column: u16 = spans.get(..first)?.iter().map(|span| paint::width(&span.text)).sum();
            let number = spans.get(first).map(|span| span.text.as_str()).unwrap_or_default();
            let set_in = number.len() - number.trim_start().len();
            let set_in = u16::try_from(set_in).unwrap_or(0).min(cells);
            Some((in_place(label, cells - set_in), line, column + set_in))
        })
    }

    /// Says whether there are letters on the links.
    pub fn is_lettered(&self) -> bool {
        !self.letters.is_empty()
    }
}

/// Returns the line of a link's number, the first of its spans, and the cells it takes.
fn number_of(lines: &[Line], link: &Linked) -> Option<(usize, usize, u16)> {
    let here = (link.from.0..=link.to.0).filter_map(|number| lines.get(number).map(|line| (number, line)));
    here.rev().find_map(|(number, line)| {
        let is_number =
            |(index, span): &(usize, &Span)| link.covers(number, *index) && span.role == Role::LinkNumber;
        let mut spans = line.spans.iter().enumerate().skip_while(|at| !is_number(at)).take_while(is_number);
        let (first, span) = spans.next()?;
        Some((
            number,
            first,
            paint::width(&span.text) + spans.map(|(_, s)| paint::width(&s.text)).sum::<u16>(),
        ))
    })
}

/// Returns the same for the number in front of an entry of a list.
fn number_before(lines: &[Line], link: &Linked) -> Option<(usize, usize, u16)> {
    let (number, index) = (link.from.0, link.from.1.checked_sub(1)?);
    let span = lines.get(number)?.spans.get(index).filter(|span| span.role == Role::LinkNumber)?;
    Some((number, index, paint::width(span.text.trim_end())))
}

/// Writes a label over `cells` cells: in brackets where there is room for them.
fn in_place(label: &str, cells: u16) -> String {
    let bracketed = format!("[{label}]");
    let fits = paint::width(&bracketed) <= cells;
    format!("{:<1$}", if fits { &bracketed } else { label }, usize::from(cells))
}

/// Makes `count` labels of letters, all of one length.
fn labels(count: usize) -> Vec<String> {
    let one = LETTERS.iter().map(|letter| char::from(*letter).to_string());
    if count <= LETTERS.len() {
        return one.take(count).collect();
    }
    let two =
        one.flat_map(|first| LETTERS.iter().map(move |second| format!("{first}{}", char::from(*second))));
    two.take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_takes_no_more_room_than_the_number() {
        assert_eq!((in_place("a", 3), in_place("a", 4)), ("[a]".to_owned(), "[a] ".to_owned()));
        assert_eq!((in_place("as", 3), in_place("a", 1)), ("as ".to_owned(), "a".to_owned()));
    }

    #[test]
    fn labels_are_short_and_none_begins_another() {
        assert_eq!(labels(3), ["a", "s", "d"]);
        let many = labels(60);
        assert!(many.iter().all(|label| label.len() == 2));
        assert_eq!(many.iter().collect::<std::collections::HashSet<_>>().len(), 60);
    }
}
