//! Owns which parts of a text a query lights up. It refuses to know what the text is part of.

use std::ops::Range;

use memchr::memmem::Finder;

use super::{Field, Node, Term};
use crate::library::fold;

/// Returns the byte ranges of `text` that wanted words stand at, in order, not overlapping.
pub(super) fn ranges(root: &Node, text: &str) -> Vec<Range<usize>> {
    let mut needles = Vec::new();
    collect(root, &mut needles);
    if needles.is_empty() || text.is_empty() {
        return Vec::new();
    }
    let page = Page::of(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for needle in needles {
        found.extend(places(needle, &page.folded).filter_map(|at| page.original(text, at, needle)));
    }
    merge(found)
}

/// Collects the words that are wanted, in the headline or anywhere.
fn collect<'q>(node: &'q Node, needles: &mut Vec<&'q str>) {
    match node {
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().for_each(|node| collect(node, needles)),
        Node::Term(Term::Words(words)) if matches!(words.field, None | Some(Field::Title)) => {
            needles.push(&words.needle);
        }
        Node::Not(_) | Node::Term(_) => {}
    }
}

/// Finds where a needle stands in a folded text. Two words share the space between them, so a search
/// goes on at the last byte of what it found.
fn places<'a>(needle: &'a str, folded: &'a str) -> impl Iterator<Item = usize> + 'a {
    let finder = Finder::new(needle);
    let step = needle.trim_end().len().max(1);
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + finder.find(folded.as_bytes().get(from..)?)?;
        from = at + step;
        Some(at)
    })
}

/// A text folded, with the way back to it.
struct Page {
    folded: String,
    /// Where each word starts in `folded`, and where it stands in the text.
    words: Vec<(usize, Range<usize>)>,
}

impl Page {
    fn of(text: &str) -> Self {
        let mut folded = String::from(" ");
        let mut words = Vec::new();
        for token in fold::tokens(text) {
            words.push((folded.len(), token.range));
            folded.push_str(&token.folded);
            folded.push(' ');
        }
        Self { folded, words }
    }

    /// Returns where in the text the words of a needle found at `at` stand.
    fn original(&self, text: &str, at: usize, needle: &str) -> Option<Range<usize>> {
        let start = at + usize::from(needle.starts_with(' '));
        let end = at + needle.trim_end().len();
        Some(self.place(text, start)?..self.place(text, end)?)
    }

    /// Returns the byte of the text that a byte of the folded form stands for.
    fn place(&self, text: &str, folded: usize) -> Option<usize> {
        let index = self.words.partition_point(|(start, _)| *start <= folded).checked_sub(1)?;
        let (start, range) = self.words.get(index)?;
        match folded - start {
            0 => Some(range.start),
            into => Some(range.start + fold::place_of(text.get(range.clone())?, into)),
        }
    }
}

/// Puts ranges in order and joins those that touch or overlap.
fn merge(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut out: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges.into_iter().filter(|range| range.start < range.end) {
        match out.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}
