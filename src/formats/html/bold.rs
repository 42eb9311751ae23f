//! Owns the crossheads of pages that mark none: short lines in bold, alone or in front of a paragraph. It refuses
//! them where a single heading is marked, and where there is only one.

use crate::article::{Block, Inline, Text, body::words};

/// Bold lines it takes to make crossheads of them.
const FEWEST: usize = 2;
/// The longest bold line, in characters, that may be a crosshead.
const LONGEST: usize = 80;

/// Makes crossheads of short bold lines.
pub(super) fn raise(body: &mut Vec<Block>) {
    if body.iter().any(|block| matches!(block, Block::Crosshead { .. })) {
        return;
    }
    let alone: Vec<usize> = body
        .windows(2)
        .enumerate()
        .skip(1)
        .filter_map(|(at, pair)| {
            matches!(pair, [head, next] if is_head(head) && is_prose(next)).then_some(at)
        })
        .collect();
    let leading: Vec<(usize, usize)> =
        body.iter().enumerate().skip(1).filter_map(|(at, block)| Some((at, led(block)?))).collect();
    if alone.len() + leading.len() < FEWEST {
        return;
    }
    for at in alone {
        if let Some(block) = body.get_mut(at)
            && let Block::Paragraph(text) = block
        {
            *block = crosshead(std::mem::take(text));
        }
    }
    for (at, cut) in leading.into_iter().rev() {
        part(body, at, cut);
    }
}

/// Parts the bold line in front of a paragraph, its first `cut` runs, from what follows.
fn part(body: &mut Vec<Block>, at: usize, cut: usize) {
    let Some(Block::Paragraph(runs)) = body.get_mut(at) else { return };
    let rest = runs.split_off(cut.min(runs.len()));
    let mut head = std::mem::replace(runs, rest);
    for run in head.iter_mut().chain(runs.first_mut()) {
        run.text = Text::new(run.text.trim_matches('\n'));
    }
    body.insert(at, crosshead(head));
}

fn crosshead(mut text: Vec<Inline>) -> Block {
    for run in &mut text {
        run.look.strong = false;
    }
    Block::Crosshead { level: 2, text }
}

fn is_head(block: &Block) -> bool {
    let Block::Paragraph(runs) = block else { return false };
    let bold = runs.iter().all(|run| run.look.strong || run.text.trim().is_empty());
    bold && is_title(&words(runs), &['.', ',', ':', ';', '!', '…', '"', '”', '»'])
}

fn is_title(line: &str, ends: &[char]) -> bool {
    line.chars().count() <= LONGEST && !line.trim_end().ends_with(ends)
}

/// Returns how many runs in front of a paragraph are a bold line, with a line break behind it and prose under that.
/// A question there is one of an interview.
fn led(block: &Block) -> Option<usize> {
    let Block::Paragraph(runs) = block else { return None };
    let bold = runs.iter().take_while(|run| run.look.strong).count();
    let (head, rest) =
        runs.split_at_checked(bold).filter(|(head, rest)| !head.is_empty() && !rest.is_empty())?;
    let (head, rest) = (words(head), words(rest));
    let broken = head.ends_with('\n') || rest.starts_with('\n');
    let is_head = is_title(&head, &['.', ',', ':', ';', '!', '?', '…', '"', '”', '»', '-', '–', '—']);
    (broken && is_head && !head.trim().contains('\n') && rest.trim().chars().count() >= LONGEST)
        .then_some(bold)
}

fn is_prose(block: &Block) -> bool {
    matches!(block, Block::Paragraph(runs)
        if !runs.iter().all(|run| run.look.strong) && words(runs).chars().count() >= LONGEST)
}
