//! Owns lifting a list of sources out of a body made of blocks: a crosshead that is a label, and the
//! entries under it. It refuses to read the entries: that is `sources`.

use super::dates::Reading;
use super::sources;
use crate::article::{Article, Block, Inline, Source, Target, body::words};

/// The longest entry, in characters; more is prose, not a source.
const LONGEST: usize = 300;

/// Moves the last list of sources out of the body of `article`.
pub(super) fn lift(article: &mut Article) {
    let Some(at) = article.body.iter().rposition(is_label) else { return };
    let entries = entries(article.body.get(at + 1..).unwrap_or_default());
    if entries.lines.is_empty() {
        return;
    }
    let reading = Reading { language: article.language, ..Reading::default() };
    for (line, url) in entries.lines {
        let number = u32::try_from(article.sources.len() + 1).unwrap_or(u32::MAX);
        let mut source = sources::entry(&line, number, reading);
        let known = url.and_then(|n| article.links.iter().find(|link| link.number == n));
        complete(&mut source, known.map(|link| (&link.text, &link.url)));
        article.sources.push(source);
    }
    article.body.drain(at..=at + entries.blocks);
}

/// The entries under a label, each with the number of its link, and the blocks they fill.
struct Entries {
    lines: Vec<(String, Option<u32>)>,
    blocks: usize,
}

fn entries(blocks: &[Block]) -> Entries {
    let mut found = Entries { lines: Vec::new(), blocks: 0 };
    for block in blocks {
        let lines: Vec<(String, Option<u32>)> = match block {
            Block::List { items, .. } => items
                .iter()
                .filter_map(|item| match item.blocks.first() {
                    Some(Block::Paragraph(runs)) => Some((words(runs), link(runs))),
                    _ => None,
                })
                .collect(),
            Block::Paragraph(runs) if words(runs).chars().count() <= LONGEST => {
                words(runs).lines().map(|line| (line.to_owned(), link(runs))).collect()
            }
            Block::Rule if found.lines.is_empty() => Vec::new(),
            _ => break,
        };
        if lines.iter().any(|(line, _)| line.chars().count() > LONGEST) {
            break;
        }
        found.blocks += 1;
        found.lines.extend(lines.into_iter().filter(|(line, _)| !line.trim().is_empty()));
    }
    found
}

fn link(runs: &[Inline]) -> Option<u32> {
    runs.iter().find_map(|run| match run.target {
        Some(Target::Link(number)) => Some(number),
        _ => None,
    })
}

/// Fills in what the link of an entry says: its address, and its words as the title.
fn complete(source: &mut Source, link: Option<(&crate::article::Text, &crate::article::Text)>) {
    let Some((text, url)) = link else { return };
    source.url = source.url.take().or_else(|| Some(url.clone()));
    if source.title.is_none() && !text.is_empty() {
        source.title = Some(text.clone());
    }
}

fn is_label(block: &Block) -> bool {
    match block {
        Block::Crosshead { text, .. } => sources::is_label(&words(text)),
        Block::Paragraph(runs) => {
            let line = words(runs);
            line.chars().count() <= 60
                && (line.trim_end().ends_with([':', '：']) || runs.iter().all(|r| r.look.strong))
                && sources::is_label(&line)
        }
        _ => false,
    }
}
