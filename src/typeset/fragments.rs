//! Owns fragments: the pieces between two break points that line breaking moves as one. It refuses
//! to say which line they end up on.

use std::ops::Range;

use super::breaks::Breaker;
use super::hyphens;
use super::passage::Passage;

/// A stretch of a passage no line ends in, with the spaces behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fragment {
    /// Byte offset of its first character.
    pub(super) start: usize,
    /// Byte offset behind its last character that is not a space.
    pub(super) end: usize,
    cells: u32,
    gap: u32,
    /// Whether a hyphen is added when a line ends here.
    pub(super) hyphen: bool,
    /// Whether a line should rather not end here.
    reluctant: bool,
}

impl Fragment {
    /// Returns this fragment and the one behind it as one of `cells` cells.
    pub(super) fn joined(&self, next: &Self, cells: usize) -> Self {
        Self { start: self.start, cells: count(cells), ..*next }
    }
}

impl textwrap::core::Fragment for Fragment {
    fn width(&self) -> f64 {
        f64::from(self.cells)
    }

    fn whitespace_width(&self) -> f64 {
        f64::from(self.gap)
    }

    fn penalty_width(&self) -> f64 {
        match (self.hyphen, self.reluctant) {
            (true, _) => 1.0,
            // What is weighed like a hyphen and takes no cell: too little to change any sum.
            (false, true) => f64::MIN_POSITIVE,
            (false, false) => 0.0,
        }
    }
}

/// Cuts passages into fragments for lines of one measure.
pub(super) struct Cutter<'a> {
    pub(super) passage: &'a Passage,
    pub(super) breaker: &'a Breaker,
    /// Cells of a line.
    pub(super) measure: usize,
    pub(super) rules: Option<hyphens::Rules>,
}

impl Cutter<'_> {
    /// Returns the fragments of a stretch without line breaks, none wider than the measure.
    pub(super) fn fragments(&self, range: Range<usize>) -> Vec<Fragment> {
        let breaks = self.breaker.breaks(self.passage, range.clone(), self.measure);
        let mut fragments = Vec::with_capacity(breaks.len());
        let mut start = range.start;
        for (end, reluctant) in breaks {
            self.word(start..end, &mut fragments);
            fragments.iter_mut().last().into_iter().for_each(|last| last.reluctant = reluctant);
            start = end;
        }
        fragments
    }

    /// Adds what stands between two break points, parted at its hyphens.
    fn word(&self, range: Range<usize>, out: &mut Vec<Fragment>) {
        let text = self.passage.text.get(range.clone()).unwrap_or_default();
        let word = text.trim_end();
        let gap = count(super::width::cells(text.get(word.len()..).unwrap_or_default()));
        let end = range.start + word.len();
        let mut start = range.start;
        for point in self.hyphens(word, range.start) {
            self.fit(start..range.start + point, 0, true, out);
            start = range.start + point;
        }
        self.fit(start..end, gap, false, out);
    }

    fn hyphens(&self, word: &str, start: usize) -> Vec<usize> {
        let Some(rules) = self.rules else { return Vec::new() };
        if rules.long_only && self.passage.cells(start..start + word.len()) <= self.measure {
            return Vec::new();
        }
        let points = hyphens::points(word, rules);
        if points.is_empty() || self.passage.slices(start..start + word.len()).any(|s| s.2.ink.look.code) {
            return Vec::new();
        }
        points
    }

    /// Adds a fragment, cut hard where it is wider than a line. A hyphen that would not fit is left out.
    fn fit(&self, range: Range<usize>, gap: u32, hyphen: bool, out: &mut Vec<Fragment>) {
        let cells = self.passage.cells(range.clone());
        if cells + usize::from(hyphen) <= self.measure {
            let (start, end) = (range.start, range.end);
            return out.push(Fragment { start, end, cells: count(cells), gap, hyphen, reluctant: false });
        }
        let parts = self.passage.cut(range.clone(), self.measure, self.measure);
        for Range { start, end } in parts {
            let cells = self.passage.cells(start..end);
            let is_last = end == range.end;
            out.push(Fragment {
                start,
                end,
                cells: count(cells),
                gap: if is_last { gap } else { 0 },
                hyphen: hyphen && is_last && cells < self.measure,
                reluctant: false,
            });
        }
    }
}

/// Cells as the wrapping counts them.
fn count(cells: usize) -> u32 {
    u32::try_from(cells).unwrap_or(u32::MAX)
}
