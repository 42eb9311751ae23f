//! Owns building the body out of parts: crossheads, lists, quotations, paragraphs. It refuses to
//! look at what stands above and below the body.

use std::collections::HashMap;

use super::crossheads;
use super::lines::{Layout, Part, bullet};
use super::runs::{marked, runs};
use crate::article::{Article, Block, Inline, Item, QuoteKind, Text};
use crate::formats::links::Links;

/// The most words of a crosshead right under the headline; a longer line is the standfirst.
const RIGHT_UNDER: usize = 3;

/// Builds the body and the list of links. `table` holds the addresses the file lists by number; the
/// first `listed` of them are links of the article whether its words point there or not.
pub(super) fn build(layout: &Layout<'_>, table: &[(u32, String)], listed: usize, article: &mut Article) {
    let mut links = Links::new(article.url.as_deref());
    for (_, address) in table.iter().take(listed) {
        links.number(address, "");
    }
    let addresses = table.iter().map(|(number, address)| (*number, address.as_str())).collect();
    let first = if article.headline.is_some() { RIGHT_UNDER } else { 0 };
    article.body = read(layout, &addresses, first, &mut links);
    if links.is_full() {
        article.provenance.warnings.push(Text::new("more links than can be kept: the others are words"));
    }
    article.links = links.into_list();
}

/// Reads parts into blocks; links are numbered through `links`. The first part may be a crosshead of `first`
/// words.
pub(super) fn read(
    layout: &Layout<'_>,
    table: &HashMap<u32, &str>,
    first: usize,
    links: &mut Links,
) -> Vec<Block> {
    let heads = crossheads::find(layout, first);
    let mut body = Vec::new();
    let mut at = 0;
    while let Some(part) = layout.parts.get(at) {
        let rest = layout.parts.get(at..).unwrap_or_default();
        let (block, used) = if part.code {
            (Block::Code { language: None, text: Text::new(&part.text) }, 1)
        } else if heads.get(at).copied().unwrap_or_default() {
            (Block::Crosshead { level: 2, text: marked(part, 0, table, links) }, 1)
        } else {
            list(rest, table, links)
                .or_else(|| quote(rest, links))
                .unwrap_or_else(|| (Block::Paragraph(marked(part, 0, table, links)), 1))
        };
        body.push(block);
        at += used;
    }
    body
}

fn paragraph(text: &str, links: &mut Links) -> Block {
    Block::Paragraph(runs(text, links))
}

/// Makes a list of two items or more of one kind; numbers count up by one, lest the list lose them.
fn list(parts: &[Part<'_>], table: &HashMap<u32, &str>, links: &mut Links) -> Option<(Block, usize)> {
    let first = bullet(&parts.first()?.text)?.0;
    let mut next = first;
    let follows = |part: &&Part<'_>| {
        let number = bullet(&part.text).map(|(number, _)| number);
        let fits = number == Some(next);
        next = next.map(|number| number.saturating_add(1));
        fits
    };
    let count = parts.iter().take_while(follows).count();
    if count < 2 {
        return None;
    }
    let items: Vec<(Option<u64>, Vec<Inline>)> = parts
        .iter()
        .take(count)
        .filter_map(|part| Some((part, bullet(&part.text)?)))
        .map(|(part, (number, text))| (number, marked(part, part.text.len() - text.len(), table, links)))
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
