//! Owns lifting a list of sources out of a body made of blocks: a crosshead that is a label, and the
//! entries under it. It refuses to read the entries: that is `sources`.

use super::dates::{self, Reading};
use super::{citations, sources};
use crate::article::{
    Article, Block, Inline, Target, Text,
    body::{length, words},
};

/// The longest entry, in characters; more is prose, not a source.
const LONGEST: usize = 300;

/// The longest label that is a paragraph, in characters.
const LONGEST_LABEL: usize = 60;

/// Moves the last list of sources out of the body of `article`, with the links only it has.
pub(super) fn lift(article: &mut Article) {
    let Some(at) = article.body.iter().rposition(is_label) else { return };
    let entries = entries(article.body.get(at + 1..).unwrap_or_default());
    if entries.lines.is_empty() {
        return;
    }
    let all: Vec<&str> = entries
        .lines
        .iter()
        .flat_map(|line| [line.before.as_str(), &line.linked, &line.after, "\n"])
        .collect();
    let month_first = dates::is_month_first(&all.concat(), article.language);
    let reading = Reading { language: article.language, month_first, ..Reading::default() };
    for line in &entries.lines {
        let number = u32::try_from(article.sources.len() + 1).unwrap_or(u32::MAX);
        let url = line.link.and_then(|n| article.links.iter().find(|link| link.number == n));
        let parts = [line.before.as_str(), line.linked.as_str(), line.after.as_str()];
        article.sources.push(match url {
            Some(link) => sources::linked(parts, &link.url, number, reading),
            None => sources::entry(&parts.concat(), number, reading),
        });
    }
    let mut lifted: Vec<Block> = article.body.drain(at..=at + entries.blocks).collect();
    citations::drop_links(article, &mut lifted);
}

/// A line of the list, split at the longest of its links.
#[derive(Debug, Default)]
struct Line {
    before: String,
    linked: String,
    after: String,
    link: Option<u32>,
}

/// The entries under a label, and the blocks they fill.
#[derive(Debug, Default)]
struct Entries {
    lines: Vec<Line>,
    blocks: usize,
}

fn entries(blocks: &[Block]) -> Entries {
    let mut found = Entries::default();
    for block in blocks {
        let all: Vec<Line> = match block {
            Block::List { items, .. } => items
                .iter()
                .filter_map(|item| match item.blocks.first() {
                    Some(Block::Paragraph(runs)) => Some(split(runs)),
                    _ => None,
                })
                .collect(),
            Block::Paragraph(runs) if words(runs).chars().count() <= LONGEST => {
                lines(runs).iter().map(|runs| split(runs)).collect()
            }
            Block::Rule if found.lines.is_empty() => Vec::new(),
            _ => break,
        };
        let long = |line: &Line| {
            [&line.before, &line.linked, &line.after].iter().map(|part| part.chars().count()).sum::<usize>()
                > LONGEST
        };
        if all.iter().any(long) {
            break;
        }
        found.blocks += 1;
        let is_empty =
            |line: &Line| [&line.before, &line.linked, &line.after].iter().all(|p| p.trim().is_empty());
        found.lines.extend(all.into_iter().filter(|line| !is_empty(line)));
    }
    found
}

/// Cuts runs at the line breaks in them.
fn lines(runs: &[Inline]) -> Vec<Vec<Inline>> {
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
    lines
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

fn is_label(block: &Block) -> bool {
    match block {
        Block::Crosshead { text, .. } => sources::is_label(&words(text)),
        Block::Paragraph(runs) => {
            if length(runs) > LONGEST_LABEL * 4 {
                return false;
            }
            let line = words(runs);
            line.chars().count() <= LONGEST_LABEL
                && (line.trim_end().ends_with([':', '：']) || runs.iter().all(|r| r.look.strong))
                && sources::is_label(&line)
        }
        _ => false,
    }
}
