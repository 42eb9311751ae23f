//! Owns lifting lists of sources out of a body made of blocks: a label, as a crosshead, as a paragraph or
//! before the only source, and the entries under it. It refuses to read the entries: that is `sources`.

mod lines;
#[cfg(test)]
mod tests;

use super::dates::{self, Reading};
use super::{citations, sources};
use crate::article::{
    Article, Block, Inline, QuoteKind, Text,
    body::{length, words},
};
use lines::{Line, entries, of_links, of_runs};

/// The longest label that is a paragraph, in characters.
const LONGEST_LABEL: usize = 60;
/// The level below those of all crossheads.
const LOWEST: u8 = 7;
/// Lists taken out of one article.
const MOST: usize = 20;
/// Blocks at the end among which a label with its source on the line is looked for.
const LAST: usize = 3;

/// Moves the last lists of sources out of the body of `article`, with the links only they have.
pub(super) fn lift(article: &mut Article) {
    let mut lines: Vec<Line> = Vec::new();
    let mut lifted: Vec<Block> = Vec::new();
    let mut end = None;
    while lifted.len() < MOST
        && let Some(list) = last_list(&article.body, end)
    {
        lifted.extend(article.body.drain(list.from..list.to));
        end = Some(list.from);
        lines.splice(0..0, list.lines);
    }
    if lines.is_empty() {
        lifted.extend(take_credit(&mut article.body, &mut lines));
    }
    let reading = reading(&lines, article);
    for line in &lines {
        add(line, article, reading);
    }
    if !lifted.is_empty() {
        citations::drop_links(article, &mut lifted);
    }
    add_notes(article);
}

fn reading(lines: &[Line], article: &Article) -> Reading {
    let all: Vec<String> = lines.iter().map(|line| line.words() + "\n").collect();
    let month_first = dates::is_month_first(&all.concat(), || article.language);
    Reading { language: article.language, month_first, ..Reading::default() }
}

fn add(line: &Line, article: &mut Article, reading: Reading) {
    let number = u32::try_from(article.sources.len() + 1).unwrap_or(u32::MAX);
    let url = line.link.and_then(|n| article.link(n));
    let parts = [line.before.as_str(), line.linked.as_str(), line.after.as_str()];
    let source = match url {
        Some(link) => sources::linked(parts, &link.url, number, reading),
        None => sources::entry(&parts.concat(), number, reading),
    };
    article.sources.push(source);
}

/// A list of sources: the blocks it fills, its label first, and its entries.
struct List {
    from: usize,
    to: usize,
    lines: Vec<Line>,
}

/// Finds the last list of sources; one that must end at `end`, if that is given.
fn last_list(body: &[Block], end: Option<usize>) -> Option<List> {
    let before = body.get(..end.unwrap_or(body.len()))?;
    let labels = before.iter().enumerate().rev().filter_map(|(at, block)| Some((at, label(block)?)));
    for (at, label) in labels.take(MOST) {
        let found = match label {
            Label::Crosshead(level) => entries(before.get(at + 1..).unwrap_or_default(), level),
            Label::Box(blocks) => lines::Entries { blocks: 0, ..entries(blocks, LOWEST) },
            Label::Lines(lines) => lines::Entries { lines, blocks: 0 },
        };
        let to = at + 1 + found.blocks;
        if end.is_some_and(|end| to != end) {
            return None;
        }
        let tells =
            |line: &Line| line.link.is_some() || sources::shows_a_source(&line.words(), Reading::default());
        let holds = !is_credits(before.get(at)?) || found.lines.iter().all(tells);
        if !found.lines.is_empty() && holds {
            return Some(List { from: at, to, lines: found.lines });
        }
    }
    None
}

/// A label of a list, by where its entries stand.
enum Label<'b> {
    /// In the blocks beneath; the level of the crosshead.
    Crosshead(u8),
    /// In the box it is the title of.
    Box(&'b [Block]),
    /// In the other lines of its paragraph.
    Lines(Vec<Line>),
}

fn label(block: &Block) -> Option<Label<'_>> {
    match block {
        Block::Crosshead { text, level } => {
            sources::is_label(&words(text)).then_some(Label::Crosshead(*level))
        }
        Block::Quote { kind: QuoteKind::Callout(title), blocks } => {
            sources::is_label(title).then_some(Label::Box(blocks))
        }
        Block::Paragraph(runs) => {
            let first = runs.first()?.text.as_str();
            let head = first.split('\n').next().unwrap_or(first);
            if head.len() > LONGEST_LABEL * 4 {
                return None;
            }
            if length(runs) <= LONGEST_LABEL * 4 && is_label(runs, &words(runs)) {
                return Some(Label::Crosshead(LOWEST));
            }
            labelled_lines(runs).map(Label::Lines)
        }
        _ => None,
    }
}

fn is_label(runs: &[Inline], line: &str) -> bool {
    line.chars().count() <= LONGEST_LABEL
        && (line.trim_end().ends_with([':', '：']) || runs.iter().all(|r| r.look.strong))
        && sources::is_label(line)
}

/// Returns the lines of a paragraph whose first is a label.
fn labelled_lines(runs: &[Inline]) -> Option<Vec<Line>> {
    if !runs.iter().any(|run| run.text.contains('\n')) || length(runs) > lines::LONGEST * 40 {
        return None;
    }
    let all = words(runs);
    let head = all.split('\n').next().unwrap_or_default();
    let strong = runs.first().is_some_and(|run| run.look.strong);
    let marked = strong || head.trim_end().ends_with([':', '：']);
    if !marked || !sources::is_label(head) {
        return None;
    }
    let lines = of_runs(runs).into_iter().skip(1);
    let rest: Vec<Line> = lines.filter(|line| !line.words().trim().is_empty()).collect();
    let short = rest.iter().all(|line| line.words().chars().count() <= lines::LONGEST);
    short.then_some(rest)
}

fn is_credits(block: &Block) -> bool {
    match block {
        Block::Crosshead { text, .. } | Block::Paragraph(text) => {
            let line = words(text);
            sources::credits(line.split('\n').next().unwrap_or(&line))
        }
        _ => false,
    }
}

/// Takes `Source: The Quay` from the last paragraphs; returns the blocks taken.
fn take_credit(body: &mut Vec<Block>, lines: &mut Vec<Line>) -> Option<Block> {
    let from = body.len().saturating_sub(LAST).max(1);
    let (at, found) = body.iter().enumerate().skip(from).find_map(|(at, block)| {
        let Block::Paragraph(runs) = block else { return None };
        if length(runs) > lines::LONGEST * 4 {
            return None;
        }
        let line = words(runs);
        let rest = sources::after_label(&line).filter(|rest| rest.chars().count() <= lines::LONGEST)?;
        let label = line.len() - rest.len();
        let found = behind(runs, label);
        let told = |line: &Line| {
            let source = sources::entry(&line.words(), 1, Reading::default());
            line.link.is_some() || source.publisher.is_some() || source.url.is_some()
        };
        (found.len() > 1 || (!found.is_empty() && found.iter().all(told))).then_some((at, found))
    })?;
    lines.extend(found);
    Some(body.remove(at))
}

/// Reads the entries behind the first `label` bytes of a paragraph.
fn behind(runs: &[Inline], label: usize) -> Vec<Line> {
    let mut left = label;
    let mut rest: Vec<Inline> = Vec::new();
    for run in runs {
        let cut = left.min(run.text.len());
        left -= cut;
        let text = run.text.get(cut..).unwrap_or_default();
        if !text.is_empty() {
            rest.push(Inline { text: Text::new(text), ..run.clone() });
        }
    }
    let linked = rest.iter().position(|run| run.target.is_some()).unwrap_or(rest.len());
    let (unlinked, links) = rest.split_at(linked);
    let line = words(unlinked);
    let line = if links.is_empty() { line.as_str() } else { line.trim_end_matches([',', ' ']) };
    let named = sources::several(line, Reading::default());
    // One name before a link is whose work it is.
    if named.len() < 2 && !links.is_empty() {
        return of_links(&rest);
    }
    let named = named.into_iter().map(|name| Line { after: name.to_owned(), ..Line::default() });
    named.chain(if links.is_empty() { Vec::new() } else { of_links(links) }).collect()
}

/// Adds the works that the notes under a label name to the sources; the notes stay where they are.
fn add_notes(article: &mut Article) {
    let labelled = article.body.iter().any(|block| match block {
        Block::Crosshead { text, .. } => sources::is_label(&words(text)),
        _ => false,
    });
    if !labelled {
        return;
    }
    let lines: Vec<Line> = article
        .body
        .iter()
        .filter_map(|block| match block {
            Block::Note { blocks, .. } => blocks.first(),
            _ => None,
        })
        .filter_map(|block| match block {
            Block::Paragraph(runs) if length(runs) <= lines::LONGEST * 4 => of_runs(runs).into_iter().next(),
            _ => None,
        })
        .filter(|line| line.link.is_some() || sources::shows_a_source(&line.words(), Reading::default()))
        .collect();
    let reading = reading(&lines, article);
    for line in &lines {
        add(line, article, reading);
    }
}
