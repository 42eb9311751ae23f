//! Owns the last look at an article read from a page: what repeats the headline, the standfirst or
//! the byline leaves the body, lists of sources become sources. It refuses to look at tags.

use crate::article::{Article, Block, Text, body::words};
use crate::formats::sources_section;
use crate::formats::text::leftovers::is_leftover;

/// Tidies the body of `article`.
pub(super) fn finish(article: &mut Article) {
    take_leftovers(article);
    sources_section::lift(article);
    drop_repeated_standfirst(article);
}

/// Moves whole lines that are remains of the page, and headings at the end with nothing under them,
/// out of the body.
fn take_leftovers(article: &mut Article) {
    let body = std::mem::take(&mut article.body);
    for block in body {
        match &block {
            Block::Paragraph(runs) | Block::Crosshead { text: runs, .. } if is_leftover(&words(runs)) => {
                article.leftovers.extend(Text::some_line(&words(runs)));
            }
            _ => article.body.push(block),
        }
    }
    while article.body.len() > 1
        && let Some(Block::Crosshead { text, .. }) = article.body.last()
    {
        article.leftovers.extend(Text::some_line(&words(text)));
        article.body.pop();
    }
}

/// Takes out the crossheads that repeat the headline.
pub(super) fn drop_headline(article: &mut Article) {
    let Some(headline) = article.headline.as_ref().map(|h| letters(h)) else { return };
    let first = article.body.iter().take(4).position(|block| match block {
        Block::Crosshead { text, .. } | Block::Paragraph(text) => letters(&words(text)) == headline,
        _ => false,
    });
    if let Some(at) = first {
        article.body.remove(at);
    }
}

/// Returns the words of the paragraphs in which a body opens.
pub(super) fn openings(body: &[Block]) -> Vec<String> {
    let lines = body.iter().take(12).filter_map(|block| match block {
        Block::Paragraph(runs) | Block::Crosshead { text: runs, .. } => Some(words(runs)),
        Block::Quote { blocks, .. } => openings(blocks).into_iter().next(),
        _ => None,
    });
    lines.collect()
}

/// Drops a standfirst that is only the beginning of the body.
fn drop_repeated_standfirst(article: &mut Article) {
    let Some(standfirst) = &article.standfirst else { return };
    let summary = letters(standfirst.trim_end_matches(['.', '…']));
    let mut opening = String::new();
    for block in article.body.iter().take(4) {
        if let Block::Paragraph(runs) = block {
            opening.push_str(&letters(&words(runs)));
        }
    }
    let head: String = summary.chars().take(60).collect();
    if summary.is_empty()
        || opening.contains(&head)
        || article.headline.as_ref().is_some_and(|h| letters(h) == summary)
    {
        article.standfirst = None;
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
