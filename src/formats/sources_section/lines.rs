//! Owns cutting the blocks under a label into entries, each split at its link. It refuses to read them.

use crate::article::{Block, Inline, Item, Target, Text, body::words};
use crate::formats::sources;

/// The longest entry, in characters; more is prose, not a source.
pub(super) const LONGEST: usize = 300;
/// The longest paragraph that ends like a sentence and may still be an entry, in characters.
const LONGEST_SENTENCE: usize = 80;
/// How deep lists inside lists are looked into.
const DEEPEST: usize = 4;

/// A line of the list, split at the longest of its links.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) before: String,
    pub(super) linked: String,
    pub(super) after: String,
    pub(super) link: Option<u32>,
}

impl Line {
    /// Returns the whole line.
    pub(super) fn words(&self) -> String {
        [self.before.as_str(), &self.linked, &self.after].concat()
    }

    fn is_blank(&self) -> bool {
        [&self.before, &self.linked, &self.after].iter().all(|part| part.trim().is_empty())
    }

    fn is_long(&self) -> bool {
        self.words().chars().count() > LONGEST
    }

    /// Says whether it is a sentence of running text.
    fn is_prose(&self) -> bool {
        let line = self.words();
        let ends = line.trim_end().ends_with(['.', '!', '?', '…', '。']);
        self.link.is_none()
            && ends
            && line.chars().count() > LONGEST_SENTENCE
            && !sources::shows_a_source(&line, crate::formats::dates::Reading::default())
    }
}

/// The entries under a label, and the blocks they fill.
#[derive(Debug, Default)]
pub(super) struct Entries {
    pub(super) lines: Vec<Line>,
    pub(super) blocks: usize,
}

/// Reads the entries in `blocks`, which stand under a label of `level` (7 for a paragraph), up to the
/// first block that is none.
pub(super) fn entries(blocks: &[Block], level: u8) -> Entries {
    let mut found = Entries::default();
    let mut waiting = 0;
    for block in blocks {
        let all: Vec<Line> = match block {
            Block::List { items, .. } => items.iter().flat_map(|item| of_item(item, 0)).collect(),
            Block::Paragraph(runs) if words(runs).chars().count() <= LONGEST => {
                of_runs(runs).into_iter().filter(|line| !line.is_blank()).collect()
            }
            Block::Quote { blocks, .. } => of_quote(blocks),
            Block::Rule if found.lines.is_empty() => Vec::new(),
            // A list in groups, each with a heading of its own.
            Block::Crosshead { level: inner, text } if *inner > level && !sources::is_label(&words(text)) => {
                waiting += 1;
                continue;
            }
            _ => break,
        };
        let prose = matches!(block, Block::Paragraph(_)) && all.iter().any(Line::is_prose);
        if prose || all.iter().any(Line::is_long) || all.is_empty() && !matches!(block, Block::Rule) {
            break;
        }
        found.blocks += 1 + std::mem::take(&mut waiting);
        found.lines.extend(all);
    }
    found
}

/// The entries of a quotation: of all its paragraphs and lists, or none.
fn of_quote(blocks: &[Block]) -> Vec<Line> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(runs) => found.extend(of_runs(runs)),
            Block::List { items, .. } => found.extend(items.iter().flat_map(|item| of_item(item, 1))),
            _ => return Vec::new(),
        }
    }
    found.into_iter().filter(|line| !line.is_blank()).collect()
}

/// The entry of an item, or, where it only names a group, those of the list in it.
fn of_item(item: &Item, depth: usize) -> Vec<Line> {
    let first = match item.blocks.first() {
        Some(Block::Paragraph(runs)) => Some(split(runs)).filter(|line| !line.is_blank()),
        _ => None,
    };
    let inner: Vec<Line> = item
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::List { items, .. } if depth < DEEPEST => Some(items),
            _ => None,
        })
        .flat_map(|items| items.iter().flat_map(|item| of_item(item, depth + 1)))
        .collect();
    let reading = crate::formats::dates::Reading::default();
    let tells = |line: &Line| line.link.is_some() || sources::shows_a_source(&line.words(), reading);
    if inner.is_empty() || first.as_ref().is_some_and(tells) {
        first.into_iter().chain(inner.into_iter().filter(tells)).collect()
    } else {
        inner
    }
}

/// Cuts runs at the line breaks in them.
pub(super) fn of_runs(runs: &[Inline]) -> Vec<Line> {
    let mut lines = vec![Vec::new()];
    for run in runs {
        for (n, piece) in run.text.split('\n').enumerate() {
            if n > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(Inline { text: Text::new(piece), ..run.clone() });
            }
        }
    }
    lines.iter().map(|runs| split(runs)).collect()
}

/// Splits a line at its link; of several, at the one with the most words.
fn split(runs: &[Inline]) -> Line {
    let number = |run: &Inline| match run.target {
        Some(Target::Link(number)) => Some(number),
        _ => None,
    };
    let stretches = runs.chunk_by(|a, b| number(a).is_some() && number(a) == number(b));
    let (mut found, mut longest) = (Line::default(), 0);
    let mut whole = String::new();
    for stretch in stretches {
        let text = words(stretch);
        let target = stretch.first().and_then(number).filter(|_| text.len() > longest);
        if target.is_some() {
            longest = text.len();
            found = Line { before: whole.clone(), linked: text.clone(), after: String::new(), link: target };
        } else {
            found.after.push_str(&text);
        }
        whole.push_str(&text);
    }
    found
}

/// Cuts a line behind its label into entries: at its links, if it has several with little between.
pub(super) fn of_links(runs: &[Inline]) -> Vec<Line> {
    let is_link = |run: &&Inline| matches!(run.target, Some(Target::Link(_)));
    let between: usize = runs
        .iter()
        .skip_while(|run| !is_link(run))
        .filter(|run| !is_link(run))
        .map(|run| run.text.chars().filter(|c| c.is_alphanumeric()).count())
        .sum();
    let links: Vec<&Inline> = runs.iter().filter(is_link).collect();
    let distinct = links.chunk_by(|a, b| a.target == b.target);
    let each: Vec<Line> = distinct
        .map(|runs| {
            let all: Vec<Inline> = runs.iter().map(|run| (*run).clone()).collect();
            split(&all)
        })
        .filter(|line| !line.is_blank())
        .collect();
    if each.len() > 1 && between <= each.len() * 5 { each } else { vec![split(runs)] }
}
