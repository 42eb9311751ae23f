//! Owns passages: words to be set together, each piece with its ink and its place in the prose. It
//! refuses to know how wide the column is, but for characters too wide for any line of it.

use std::ops::Range;

use super::{Role, Span, width};
use crate::article::{Look, Target};

/// What stands for a character wider than the whole column.
const TOO_WIDE: &str = "?";

/// How a piece of a passage is to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ink {
    pub(super) role: Role,
    pub(super) look: Look,
    pub(super) target: Option<Target>,
}

impl Ink {
    /// Returns the ink of a role, with no look and no target.
    pub(super) fn of(role: Role) -> Self {
        Self { role, look: Look::default(), target: None }
    }
}

/// How firmly a piece holds together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    /// Lines break in it wherever text may break.
    Free,
    /// No line breaks inside it.
    Whole,
    /// No line breaks inside it or in front of it.
    Glued,
}

/// A stretch of one ink. It ends where the next one starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// Byte offset into the passage's text.
    pub(super) start: usize,
    /// Byte offset into the prose, or `None` for what newsprint adds.
    pub(super) at: Option<usize>,
    pub(super) ink: Ink,
    pub(super) hold: Hold,
}

/// Words to be set together.
#[derive(Debug, Clone, Default)]
pub(super) struct Passage {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
}

impl Passage {
    /// Adds words of the article, here and to the prose. White space is folded to one plain space,
    /// pasted no-break spaces too; narrow no-break and ideographic spaces stay; none opens a line.
    pub(super) fn words(&mut self, prose: &mut String, raw: &str, ink: Ink) {
        let (start, at) = (self.text.len(), prose.len());
        for c in raw.chars() {
            match c {
                '\n' => {
                    self.drop_spaces(prose, start, at);
                    self.space(prose, c);
                }
                '\u{202f}' => self.both(prose, c),
                c if c.is_whitespace() => self.space(prose, c),
                c => self.both(prose, c),
            }
        }
        self.record(start, Some(at), ink, Hold::Free);
    }

    /// Adds text of the article as it is, line breaks and spaces included.
    pub(super) fn verbatim(&mut self, prose: &mut String, raw: &str, ink: Ink) {
        let (start, at) = (self.text.len(), prose.len());
        self.text.push_str(raw);
        prose.push_str(raw);
        self.record(start, Some(at), ink, Hold::Free);
    }

    /// Adds words of newsprint's own.
    pub(super) fn add(&mut self, words: &str, ink: Ink, hold: Hold) {
        let start = self.text.len();
        self.text.push_str(words);
        self.record(start, None, ink, hold);
    }

    /// Adds all of another passage, which must be finished.
    pub(super) fn append(&mut self, other: &Self) {
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces.iter().map(|piece| Piece { start: piece.start + shift, ..*piece }));
    }

    /// Adds a mark to the last word: in front of the white space behind it, if there is any.
    pub(super) fn mark(&mut self, prose: &mut String, mark: &str, ink: Ink) {
        let last = self.pieces.last().filter(|piece| piece.at.is_some()).copied();
        let Some(last) = last else { return self.add(mark, ink, Hold::Glued) };
        let bare = self.text.trim_end().len().max(last.start);
        let space = self.text.split_off(bare);
        prose.truncate(prose.len() - space.len());
        self.add(mark, ink, Hold::Glued);
        self.words(prose, &space, last.ink);
    }

    /// Takes the white space off the end, here and in the prose.
    pub(super) fn finish(&mut self, prose: &mut String) {
        while self.pieces.last().is_some_and(|piece| piece.at.is_some()) {
            let bare = self.text.trim_end().len();
            let start = self.pieces.last().map_or(0, |piece| piece.start);
            let cut = self.text.len() - bare.max(start);
            self.text.truncate(self.text.len() - cut);
            prose.truncate(prose.len() - cut);
            if self.text.len() > start {
                return;
            }
            self.pieces.pop();
        }
    }

    /// Says whether there is nothing to set.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Returns the cells of a stretch, each piece measured apart because it is drawn apart.
    pub(super) fn cells(&self, range: Range<usize>) -> usize {
        if let [_] = self.pieces.as_slice() {
            return width::cells(self.text.get(range).unwrap_or_default());
        }
        self.slices(range).map(|(slice, _, _)| width::cells(slice)).sum()
    }

    /// Yields the parts of a stretch piece by piece: the text, its offset, its piece.
    pub(super) fn slices(&self, range: Range<usize>) -> impl Iterator<Item = (&str, usize, Piece)> {
        let first = self.pieces.partition_point(|piece| piece.start <= range.start).saturating_sub(1);
        let pieces = self.pieces.get(first..).unwrap_or_default();
        let touched = pieces.iter().enumerate().take_while(move |(_, piece)| piece.start < range.end);
        touched.filter_map(move |(index, piece)| {
            let end = pieces.get(index + 1).map_or(self.text.len(), |next| next.start).min(range.end);
            let start = piece.start.max(range.start);
            let slice = self.text.get(start..end).filter(|slice| !slice.is_empty())?;
            Some((slice, start, *piece))
        })
    }

    /// Returns a stretch as spans.
    pub(super) fn spans(&self, range: Range<usize>) -> Vec<Span> {
        let span = |(slice, start, piece): (&str, usize, Piece)| Span {
            text: slice.to_owned(),
            role: piece.ink.role,
            look: piece.ink.look,
            target: piece.ink.target,
            at: piece.at.map(|at| at + start - piece.start),
            bytes: slice.len(),
        };
        self.slices(range).map(span).collect()
    }

    /// Cuts a stretch into parts of at most `first` cells, then `rest` cells, never inside a
    /// cluster. A cluster wider than that takes a part of its own.
    pub(super) fn cut(&self, range: Range<usize>, first: usize, rest: usize) -> Vec<Range<usize>> {
        let (mut parts, mut start, mut filled, mut limit) = (Vec::new(), range.start, 0, first);
        for (slice, offset, _) in self.slices(range.clone()) {
            for (at, _, cells) in width::clusters(slice) {
                if filled + cells > limit && offset + at > start {
                    parts.push(start..offset + at);
                    (start, filled, limit) = (offset + at, 0, rest);
                }
                filled += cells;
            }
        }
        parts.push(start..range.end);
        parts
    }

    /// Returns where a line of typed text of at most `limit` cells ends that begins with `range`: with it, else
    /// behind the last blank in the second half of the line, else wherever the line is full.
    pub(super) fn code_end(&self, range: Range<usize>, limit: usize) -> usize {
        let (mut filled, mut blank) = (0, None);
        for (slice, offset, _) in self.slices(range.clone()) {
            for (at, cluster, cells) in width::clusters(slice) {
                if filled + cells > limit && offset + at > range.start {
                    let fits = |from: &usize| self.has_blank_within(*from..range.end, limit);
                    return blank.filter(fits).unwrap_or(offset + at);
                }
                filled += cells;
                if cluster == " " && filled * 2 > limit {
                    blank = Some(offset + at + 1);
                }
            }
        }
        range.end
    }

    /// Says whether a stretch ends, or has a blank, within so many characters.
    fn has_blank_within(&self, range: Range<usize>, characters: usize) -> bool {
        let rest = self.text.get(range).unwrap_or_default();
        let mut near = rest.chars().take(characters);
        near.any(|c| c == ' ') || rest.chars().nth(characters).is_none()
    }

    /// Puts a stand-in in the place of every cluster wider than `measure`, so that all lines fit.
    pub(super) fn replace_misfits(&mut self, measure: usize) {
        let misfit = |slice: &str| width::clusters(slice).any(|(_, _, cells)| cells > measure);
        let mut slices = self.slices(0..self.text.len());
        if width::is_plain(&self.text) || !slices.any(|(slice, _, _)| misfit(slice)) {
            return;
        }
        drop(slices);
        let old = std::mem::take(self);
        for (slice, offset, piece) in old.slices(0..old.text.len()) {
            for (at, cluster, cells) in width::clusters(slice) {
                let start = self.text.len();
                let fits = cells <= measure;
                self.text.push_str(if fits { cluster } else { TOO_WIDE });
                let place = piece.at.map(|place| place + offset + at - piece.start).filter(|_| fits);
                self.record(start, place, piece.ink, piece.hold);
            }
        }
    }

    fn both(&mut self, prose: &mut String, c: char) {
        self.text.push(c);
        prose.push(c);
    }

    /// Adds white space where it shows: not at the start of a line, nor a plain space behind another.
    fn space(&mut self, prose: &mut String, c: char) {
        let c = if matches!(c, '\n' | '\u{3000}') { c } else { ' ' };
        if !self.is_at_line_start() && (c != ' ' || !self.text.ends_with(' ')) {
            self.both(prose, c);
        }
    }

    fn is_at_line_start(&self) -> bool {
        self.text.is_empty() || self.text.ends_with('\n')
    }

    /// Drops the spaces in front of a line break, as far as they were written in this call.
    fn drop_spaces(&mut self, prose: &mut String, start: usize, at: usize) {
        while self.text.len() > start && prose.len() > at && self.text.ends_with([' ', '\u{3000}']) {
            self.text.pop();
            prose.pop();
        }
    }

    /// Notes the piece that began at `start`, joined to the one before it if nothing parts them.
    fn record(&mut self, start: usize, at: Option<usize>, ink: Ink, hold: Hold) {
        if self.text.len() == start {
            return;
        }
        if let Some(last) = self.pieces.last() {
            let follows = last.at.map(|last_at| last_at + start - last.start) == at;
            if follows && last.ink == ink && last.hold == hold && hold == Hold::Free {
                return;
            }
        }
        self.pieces.push(Piece { start, at, ink, hold });
    }
}
