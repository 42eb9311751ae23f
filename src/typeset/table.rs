//! Owns tables: columns that fit the measure, or one record per row where they cannot.

use super::Role;
use super::Span;
use super::compositor::{Compositor, spans};
use super::fragments::Cutter;
use super::hyphens;
use super::margins::{Inset, span};
use super::passage::{Hold, Ink, Passage};
use super::wrap::wrap;
use crate::article::{Align, Inline, Table};

/// Cells between columns.
const SPACE: usize = 2;
/// A column that is shrunk keeps this many cells, and more for its longest word up to the second.
const NARROWEST: usize = 8;
const LONGEST_WORD: usize = 16;

/// Rows of cells, ready to be set.
struct Grid {
    /// Empty when the table has no heading.
    head: Vec<Passage>,
    rows: Vec<Vec<Passage>>,
}

impl Grid {
    fn rows(&self) -> impl Iterator<Item = &Vec<Passage>> {
        std::iter::once(&self.head).chain(&self.rows)
    }

    fn columns(&self) -> usize {
        self.rows().map(Vec::len).max().unwrap_or(0)
    }
}

impl Compositor<'_> {
    pub(super) fn table(&mut self, table: &Table, inset: Inset) {
        let head = self.row(&table.head, Role::TableHead);
        let rows = table.rows.iter().map(|row| self.row(row, Role::Body)).collect();
        let grid = Grid { head, rows };
        match self.widths(&grid, self.measure(inset)) {
            Some(widths) => self.columns(&grid, &widths, &leanings(&grid, &table.align), inset),
            None => self.records(grid, inset),
        }
    }

    /// Reads a row into the prose: a line of it, the cells parted by spaces.
    fn row(&mut self, cells: &[Vec<Inline>], role: Role) -> Vec<Passage> {
        let mut passages = Vec::with_capacity(cells.len());
        drop(self.passage());
        for cell in cells {
            if !self.column.prose.is_empty() && !self.column.prose.ends_with(['\n', ' ']) {
                self.column.prose.push(' ');
            }
            let mut passage = Passage::default();
            self.runs(&mut passage, cell, role);
            passage.finish(&mut self.column.prose);
            passages.push(passage);
        }
        passages
    }

    /// Returns the cells of each column, or `None` when they cannot stand side by side.
    fn widths(&self, grid: &Grid, measure: usize) -> Option<Vec<usize>> {
        let count = grid.columns();
        let budget = measure.checked_sub(SPACE * count.saturating_sub(1)).filter(|cells| *cells >= count)?;
        let natural = widest(grid, count, natural_cells);
        if natural.iter().sum::<usize>() <= budget {
            return Some(natural);
        }
        let word = |passage: &Passage| self.longest_word(passage).clamp(NARROWEST, LONGEST_WORD);
        let words = widest(grid, count, word);
        let least: Vec<usize> =
            natural.iter().zip(&words).map(|(natural, word)| *natural.min(word)).collect();
        let spare = budget.checked_sub(least.iter().sum())?;
        Some(share(spare, &least, &natural))
    }

    fn longest_word(&self, passage: &Passage) -> usize {
        let cutter = Cutter { passage, breaker: &self.breaker, measure: LONGEST_WORD, rules: None };
        let fragments = cutter.fragments(0..passage.text.len());
        fragments.iter().map(|f| passage.cells(f.start..f.end)).max().unwrap_or(0)
    }

    fn columns(&mut self, grid: &Grid, widths: &[usize], align: &[Align], inset: Inset) {
        let set = |row: &Vec<Passage>| -> Vec<Vec<Vec<Span>>> {
            row.iter().zip(widths).map(|(cell, width)| self.cell(cell, *width)).collect()
        };
        let head = set(&grid.head);
        let rows: Vec<_> = grid.rows.iter().map(set).collect();
        let is_high = |row: &&Vec<Vec<Vec<Span>>>| row.iter().any(|cell| cell.len() > 1);
        // One row of two lines is no reason to part all the others.
        let is_airy = rows.iter().filter(is_high).count() * 2 > rows.len();
        if !head.is_empty() {
            self.side_by_side(head, widths, align, inset);
            let rule = if self.setting.ascii { "-" } else { "─" };
            let rules: Vec<String> = widths.iter().map(|width| rule.repeat(*width)).collect();
            self.set_own(rules.join(&" ".repeat(SPACE)), Role::Rule, inset);
        }
        for (index, row) in rows.into_iter().enumerate() {
            if is_airy && index > 0 {
                self.gap(inset);
            }
            self.side_by_side(row, widths, align, inset);
        }
    }

    /// Sets a cell on lines of its own.
    fn cell(&self, cell: &Passage, width: usize) -> Vec<Vec<Span>> {
        let mut cell = cell.clone();
        cell.replace_misfits(width);
        let rules = hyphens::rules(self.article.language, width);
        wrap(&cell, &self.breaker, width, rules).iter().map(|line| spans(&cell, line)).collect()
    }

    /// Puts the cells of a row next to each other, line by line.
    fn side_by_side(&mut self, row: Vec<Vec<Vec<Span>>>, widths: &[usize], align: &[Align], inset: Inset) {
        let height = row.iter().map(Vec::len).max().unwrap_or(0);
        let mut cells: Vec<_> = row.into_iter().map(Vec::into_iter).collect();
        for _ in 0..height {
            let mut line = Vec::new();
            for (index, (cell, width)) in cells.iter_mut().zip(widths).enumerate() {
                let spans = cell.next().unwrap_or_default();
                let taken: usize = spans.iter().map(|span| super::width::cells(&span.text)).sum();
                let free = width.saturating_sub(taken);
                let before = match align.get(index).copied().unwrap_or_default() {
                    Align::Left => 0,
                    Align::Centre => free / 2,
                    Align::Right => free,
                };
                let after = free - before + SPACE;
                line.extend([before].iter().filter(|n| **n > 0).map(|n| pad(*n)));
                line.extend(spans);
                line.push(pad(after));
            }
            self.line(inset, line, false);
        }
    }

    /// Sets each row as a record: a line for each cell, named by its heading. The first record that has a
    /// cell under a heading takes the article's own words for it.
    fn records(&mut self, mut grid: Grid, inset: Inset) {
        let names: Vec<String> = grid.head.iter().map(|name| name.text.replace('\n', " ")).collect();
        let rows = std::mem::take(&mut grid.rows);
        let is_used =
            |column: usize| rows.first().and_then(|row| row.get(column)).is_some_and(|cell| !cell.is_empty());
        // Headings that the first record cannot take stand above it.
        let unused: Vec<Passage> = (0..grid.head.len())
            .filter(|column| !is_used(*column))
            .filter_map(|column| grid.head.get_mut(column).map(std::mem::take))
            .collect();
        let unused = unused.into_iter().filter(|name| !name.is_empty());
        unused.for_each(|name| self.set_whole(name, inset));
        for row in &rows {
            self.gap(inset);
            for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let name = names.get(column).map(String::as_str).unwrap_or_default();
                let own = grid.head.get_mut(column).map(std::mem::take).unwrap_or_default();
                self.field(own, name, cell, inset);
            }
        }
    }

    /// Sets a cell behind its heading: the article's own words for it, `own`, or else `name`.
    fn field(&mut self, own: Passage, name: &str, cell: &Passage, inset: Inset) {
        let ink = Ink::of(Role::TableHead);
        let (mut passage, is_named) = (own, !name.is_empty());
        if passage.is_empty() && is_named {
            passage.add(name, ink, Hold::Free);
        }
        if is_named {
            passage.add(": ", ink, Hold::Glued);
        }
        passage.append(cell);
        self.set(passage, inset);
    }
}

/// Returns the side each column leans to: columns of numbers to the right, where the article
/// names no other side.
fn leanings(grid: &Grid, align: &[Align]) -> Vec<Align> {
    let is_numeric = |column: usize| {
        let cells = || grid.rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty());
        cells().count() > 0 && cells().all(|cell| is_number(&cell.text))
    };
    let lean = |column: usize| match align.get(column).copied().unwrap_or_default() {
        Align::Left if is_numeric(column) => Align::Right,
        named => named,
    };
    (0..grid.columns()).map(lean).collect()
}

fn is_number(text: &str) -> bool {
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let bare = text.trim_start_matches(['+', '-', '−']);
    has_digit && bare.chars().all(|c| c.is_ascii_digit() || " \u{a0}\u{202f}.,%€$£".contains(c))
}

/// Shares spare cells among columns in proportion to what each would still like.
fn share(mut spare: usize, least: &[usize], natural: &[usize]) -> Vec<usize> {
    let wishes: Vec<usize> = natural.iter().zip(least).map(|(natural, least)| natural - least).collect();
    let mut wanted = wishes.iter().sum::<usize>();
    let mut widths = Vec::with_capacity(least.len());
    for (least, wish) in least.iter().zip(wishes) {
        let given = (spare * wish).checked_div(wanted).unwrap_or(0).min(wish);
        widths.push(least + given);
        spare -= given;
        wanted -= wish;
    }
    widths
}

/// Returns the widest cell of each column by some measure.
fn widest(grid: &Grid, count: usize, cells: impl Fn(&Passage) -> usize) -> Vec<usize> {
    let mut widths = vec![1; count];
    for row in grid.rows() {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cells(cell));
        }
    }
    widths
}

/// The cells of a passage on as few lines as its author gave it.
fn natural_cells(passage: &Passage) -> usize {
    let mut start = 0;
    let lines = passage.text.split_inclusive('\n').map(|line| {
        let range = start..start + line.trim_end().len();
        start += line.len();
        passage.cells(range)
    });
    lines.max().unwrap_or(0)
}

fn pad(cells: usize) -> Span {
    span(" ".repeat(cells), Role::Body)
}
