//! Owns which parts of a text a query lights up. It refuses to know what the text is part of.

use std::ops::Range;

use super::{Field, Finder, Needle, Node, Term};
use crate::library::fold;

/// What a query lights up, made ready for many texts.
#[derive(Debug)]
pub struct Lighter<'q> {
    finders: Vec<Finder<'q>>,
}

impl<'q> Lighter<'q> {
    pub(super) fn of(root: &'q Node) -> Self {
        let mut needles = Vec::new();
        collect(root, &mut needles);
        Self { finders: needles.into_iter().map(Needle::finder).collect() }
    }

    /// Says whether anything is wanted at all.
    pub(super) fn is_lit(&self) -> bool {
        !self.finders.is_empty()
    }

    /// Returns the byte ranges of `text` that wanted words stand at, in order, not overlapping.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        if self.finders.is_empty() || text.is_empty() {
            return Vec::new();
        }
        let page = Page::of(text);
        let places = self.finders.iter().flat_map(|finder| finder.places(&page.folded));
        merge(places.filter_map(|place| page.original(text, place)).collect())
    }

    /// Returns the byte of `text` at which the first wanted word stands.
    pub fn first(&self, text: &str) -> Option<usize> {
        let page = Page::of(text);
        let first =
            |finder: &Finder<'_>| finder.places(&page.folded).next().and_then(|at| page.original(text, at));
        self.finders.iter().filter_map(first).map(|range| range.start).min()
    }

    /// Says whether anything would be lit in a text whose folded form this is.
    pub fn lights(&self, folded: &str) -> bool {
        self.finders.iter().any(|finder| finder.is_in(folded))
    }
}

/// Collects the words that are wanted, in the headline or anywhere.
fn collect<'q>(node: &'q Node, needles: &mut Vec<&'q Needle>) {
    match node {
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().for_each(|node| collect(node, needles)),
        Node::Term(Term::Words(words)) if matches!(words.field, None | Some(Field::Title)) => {
            needles.push(&words.needle);
        }
        Node::Not(_) | Node::Term(_) => {}
    }
}

/// A text folded, with the way back to it.
struct Page {
    folded: String,
    /// Where each word starts in `folded`, and where it stands in the text.
    words: Vec<(usize, Range<usize>)>,
}

impl Page {
    fn of(text: &str) -> Self {
        let (folded, words) = fold::fold_with_places(text);
        Self { folded, words }
    }

    /// Returns where in the text the words at a place of the folded form stand.
    fn original(&self, text: &str, at: Range<usize>) -> Option<Range<usize>> {
        Some(self.place(text, at.start)?..self.place(text, at.end)?)
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
