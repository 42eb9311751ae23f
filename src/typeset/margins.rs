//! Owns what stands to the left of text: the bars of quotations, the indents and labels of lists.
//! It keeps enough of the column for the text, however deep a body is nested.

use super::{Role, Span};
use crate::article::Look;

/// Cells of text kept beside the margins, where the column has them.
const FEWEST_TEXT_CELLS: usize = 8;

/// Names the margins text is set within; the default is the edge of the column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Inset(Option<usize>);

#[derive(Debug)]
struct Margin {
    outer: Inset,
    /// Cells of this margin alone, and with those outside it.
    own: usize,
    total: usize,
    /// What stands there on every line, or on the first alone.
    bar: Option<&'static str>,
    label: Option<(String, Role)>,
}

/// Every margin of an article.
#[derive(Debug)]
pub(super) struct Margins {
    list: Vec<Margin>,
    most: usize,
    bar: &'static str,
}

impl Margins {
    /// Starts with none, for a column of `width` cells.
    pub(super) fn new(width: usize, ascii: bool) -> Self {
        let text = FEWEST_TEXT_CELLS.max(width / 2).min(width);
        Self { list: Vec::new(), most: width - text, bar: if ascii { "| " } else { "│ " } }
    }

    /// Returns the cells all margins of an inset take together.
    pub(super) fn cells(&self, inset: Inset) -> usize {
        inset.0.and_then(|index| self.list.get(index)).map_or(0, |margin| margin.total)
    }

    /// Adds the bar of a quotation.
    pub(super) fn bar(&mut self, outer: Inset) -> Option<Inset> {
        let bar = self.bar;
        self.push(outer, 2, Some(bar), None)
    }

    /// Adds an indent of `cells`, with a label on its first line.
    pub(super) fn indent(
        &mut self,
        outer: Inset,
        cells: usize,
        label: Option<(String, Role)>,
    ) -> Option<Inset> {
        self.push(outer, cells, None, label)
    }

    /// Adds a margin. Where there is no room it takes the place of the innermost ones, so that depth
    /// shows as far as it can; `None` when even that does not help.
    fn push(
        &mut self,
        mut outer: Inset,
        own: usize,
        bar: Option<&'static str>,
        label: Option<(String, Role)>,
    ) -> Option<Inset> {
        while self.cells(outer) + own > self.most {
            outer = self.list.get(outer.0?)?.outer;
        }
        let total = self.cells(outer) + own;
        self.list.push(Margin { outer, own, total, bar, label });
        Some(Inset(Some(self.list.len() - 1)))
    }

    /// Returns the spans to the left of the next line of text; its labels are used up.
    pub(super) fn line(&mut self, inset: Inset) -> Vec<Span> {
        let (mut spans, mut next) = (Vec::new(), inset);
        while let Some(margin) = next.0.and_then(|index| self.list.get_mut(index)) {
            spans.push(match (margin.bar, margin.label.take()) {
                (Some(bar), _) => span(bar.to_owned(), Role::QuoteBar),
                (None, Some((label, role))) => span(format!("{label:<0$}", margin.own), role),
                (None, None) => span(" ".repeat(margin.own), Role::Body),
            });
            next = margin.outer;
        }
        spans.reverse();
        spans
    }

    /// Returns the spans of a blank line: bars, but no labels.
    pub(super) fn blank(&self, inset: Inset) -> Vec<Span> {
        let (mut spans, mut next) = (Vec::new(), inset);
        while let Some(margin) = next.0.and_then(|index| self.list.get(index)) {
            spans.push(match margin.bar {
                Some(bar) => span(bar.to_owned(), Role::QuoteBar),
                None => span(" ".repeat(margin.own), Role::Body),
            });
            next = margin.outer;
        }
        spans.reverse();
        spans
    }
}

/// Makes a span of newsprint's own.
pub(super) fn span(text: String, role: Role) -> Span {
    Span { bytes: text.len(), text, role, look: Look::default(), target: None, at: None }
}
