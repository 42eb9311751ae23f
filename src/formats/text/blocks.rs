//! Owns building the body out of parts: crossheads, lists, quotations, paragraphs. It refuses to
//! look at what stands above and below the body.

use super::crossheads;
use super::lines::{Layout, Part, bullet};
use super::runs::runs;
use crate::article::{Article, Block, Inline, Item, QuoteKind};
use crate::formats::links::Links;

/// Builds the body and the list of links. `table` holds the addresses the file lists by number.
pub(super) fn build(layout: &Layout<'_>, table: &[(u32, String)], article: &mut Article) {
    let mut links = Links::new(article.url.as_deref());
    for (_, address) in table {
        links.number(address, "");
    }
    article.body = read(layout, &mut links);
    article.links = links.into_list();
}

/// Reads parts into blocks; links are numbered through `links`.
pub(super) fn read(layout: &Layout<'_>, links: &mut Links) -> Vec<Block> {
    let heads = crossheads::find(layout);
    let mut body = Vec::new();
    let mut at = 0;
    while let Some(part) = layout.parts.get(at) {
        let rest = layout.parts.get(at..).unwrap_or_default();
        let (block, used) = if heads.get(at).copied().unwrap_or_default() {
            (Block::Crosshead { level: 2, text: runs(&part.text, links) }, 1)
        } else {
            list(rest, links)
                .or_else(|| quote(rest, links))
                .unwrap_or_else(|| (paragraph(&part.text, links), 1))
        };
        body.push(block);
        at += used;
    }
    body
}

fn paragraph(text: &str, links: &mut Links) -> Block {
    Block::Paragraph(runs(text, links))
}

/// Makes a list of two items or more of one kind.
fn list(parts: &[Part<'_>], links: &mut Links) -> Option<(Block, usize)> {
    let numbered = bullet(&parts.first()?.text)?.0.is_some();
    let count = parts
        .iter()
        .take_while(|part| bullet(&part.text).is_some_and(|(n, _)| n.is_some() == numbered))
        .count();
    if count < 2 {
        return None;
    }
    let items: Vec<(Option<u64>, Vec<Inline>)> = parts
        .iter()
        .take(count)
        .filter_map(|part| bullet(&part.text))
        .map(|(number, text)| (number, runs(text, links)))
        .collect();
    let start = items.first().and_then(|(number, _)| *number);
    let items =
        items.into_iter().map(|(_, runs)| Item { checked: None, blocks: vec![Block::Paragraph(runs)] });
    Some((Block::List { start, items: items.collect() }, count))
}

/// Makes a quotation of lines that begin with `>`.
fn quote(parts: &[Part<'_>], links: &mut Links) -> Option<(Block, usize)> {
    let blocks: Vec<Block> = parts
        .iter()
        .map_while(|part| part.text.strip_prefix("> "))
        .map(|text| paragraph(text, links))
        .collect();
    let count = blocks.len();
    (count > 0).then_some((Block::Quote { kind: QuoteKind::Quotation, blocks }, count))
}
