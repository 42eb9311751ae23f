//! Owns what the reader wrote about an article and lit up in it, where it goes along with the article. It
//! refuses to find highlights: where their words are is said by who gives them.

use std::ops::Range;

use crate::article::{Article, Block, Inline, Look, QuoteKind, Text};
use crate::typeset::own_locale;
use crate::words::Words;

/// What the reader wrote about an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The note on the article.
    pub note: Option<String>,
    /// The words lit up in it.
    pub lit: Vec<Lit>,
}

/// Words lit up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lit {
    /// The words.
    pub quote: String,
    /// What the reader wrote beside them; may be empty.
    pub note: String,
    /// Where they are in [`words`] of the article, if it still has them.
    pub at: Option<Range<usize>>,
}

/// An article to be written, alone or with what the reader wrote about it.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The article.
    pub article: &'a Article,
    /// What the reader wrote, where that is wanted.
    pub written: Option<&'a Written>,
}

impl<'a> From<&'a Article> for Page<'a> {
    fn from(article: &'a Article) -> Self {
        Self { article, written: None }
    }
}

/// Which highlights stand in the list behind an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// Those that say more than the light in the article: with a note, or of words that are gone.
    Noted,
    /// All of them: the article itself does not show any.
    All,
}

/// Returns the words of the body in which words can be lit up.
pub fn words(article: &Article) -> String {
    let mut words = String::new();
    let mut body = article.body.clone();
    each_line(&mut body, &mut |runs| {
        words.extend(runs.iter().map(|run| run.text.as_str()));
        words.push('\n');
    });
    words
}

impl Page<'_> {
    /// Returns a copy of the article whose lit words are runs that say so; nothing if none are lit.
    pub(super) fn lit(&self) -> Option<Article> {
        let mut lit: Vec<Range<usize>> =
            self.written?.lit.iter().filter_map(|lit| lit.at.clone()).filter(|at| !at.is_empty()).collect();
        if lit.is_empty() {
            return None;
        }
        lit.sort_by_key(|at| at.start);
        let mut lit = merged(lit).into_iter().peekable();
        let mut article = self.article.clone();
        let mut start = 0;
        each_line(&mut article.body, &mut |runs| {
            let mut parted = Vec::with_capacity(runs.len());
            for run in runs.iter() {
                let end = start + run.text.len();
                part(run, start, &mut lit, &mut parted);
                start = end;
            }
            *runs = parted;
            start += 1;
        });
        Some(article)
    }

    /// Returns the section behind the article: its note, then the highlights that are listed; nothing where
    /// there are none. It is in the language of the article, if newsprint speaks that.
    pub(super) fn section(&self, listed: Listed) -> Vec<Block> {
        let Some(written) = self.written else { return Vec::new() };
        let said = Words::new(own_locale(self.article), false);
        let mut blocks: Vec<Block> = written.note.as_deref().into_iter().flat_map(paragraphs).collect();
        let is_listed = |lit: &&Lit| listed == Listed::All || !lit.note.is_empty() || lit.at.is_none();
        for lit in written.lit.iter().filter(is_listed) {
            blocks.push(Block::Quote { kind: QuoteKind::Quotation, blocks: paragraphs(&lit.quote) });
            if lit.at.is_none() {
                let mut gone = Inline::plain(Text::new(said.say("quote-gone")));
                gone.look.emphasis = true;
                blocks.push(Block::Paragraph(vec![gone]));
            }
            blocks.extend(paragraphs(&lit.note));
        }
        if !blocks.is_empty() {
            let text = vec![Inline::plain(Text::new(said.say("notes-title")))];
            blocks.insert(0, Block::Crosshead { level: 2, text });
        }
        blocks
    }
}

/// Parts what the reader typed at its blank lines.
fn paragraphs(text: &str) -> Vec<Block> {
    let paragraphs = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    paragraphs.map(|part| Block::Paragraph(vec![Inline::plain(Text::new(part))])).collect()
}

/// Joins ranges, in order of their starts, that share something.
fn merged(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// Parts a run that begins at `start` where words begin and end to be lit.
fn part(
    run: &Inline,
    start: usize,
    lit: &mut std::iter::Peekable<std::vec::IntoIter<Range<usize>>>,
    out: &mut Vec<Inline>,
) {
    let end = start + run.text.len();
    let mut at = start;
    let mut push = |from: usize, to: usize, is_lit: bool| {
        if let Some(text) = run.text.get(from - start..to - start).filter(|text| !text.is_empty()) {
            let look = Look { lit: is_lit, ..run.look };
            out.push(Inline { text: Text::new(text), look, target: run.target });
        }
    };
    while let Some(range) = lit.peek().filter(|range| range.start < end).cloned() {
        let (from, to) = (range.start.max(at), range.end.min(end));
        push(at, from, false);
        push(from, to, true);
        at = to;
        if range.end > end {
            return;
        }
        lit.next();
    }
    push(at, end, false);
}

/// Calls `see` with the runs of every line of the body but captions, in reading order.
fn each_line(blocks: &mut [Block], see: &mut dyn FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match block {
            Block::Paragraph(runs) | Block::Crosshead { text: runs, .. } => see(runs),
            Block::Quote { blocks, .. } | Block::Note { blocks, .. } => each_line(blocks, see),
            Block::List { items, .. } => items.iter_mut().for_each(|item| each_line(&mut item.blocks, see)),
            Block::Table(table) => {
                table.head.iter_mut().for_each(&mut *see);
                table.rows.iter_mut().flatten().for_each(&mut *see);
            }
            Block::Code { .. } | Block::Figure(_) | Block::Rule => {}
        }
    }
}

#[cfg(test)]
mod tests;
