//! Owns the last look at an article read from a page: what repeats the headline, the standfirst or
//! the byline leaves the body, lists of sources become sources. It refuses to look at tags.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::pointers::Pointers;
use super::{bold, notices};
use crate::article::letters::bare;
use crate::article::measure::is_ideograph;
use crate::article::{
    Article, Block, Inline, Item, Text,
    body::{length, words},
};
use crate::formats::leftovers::is_leftover;
use crate::formats::{sources, sources_section};

/// Headings of what sites put under and between their articles, in lower case.
static SITE_HEADINGS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("site_headings.txt").lines().filter(|line| !line.starts_with('#')).collect()
});
/// What such a heading begins with, where the name of a subject or of the site follows.
const SITE_OPENINGS: &[&str] =
    &["mehr zum thema ", "mehr zu ", "most read in ", "more from ", "plus sur ", "más sobre ", "mais sobre "];
/// The longest such heading, in bytes.
const LONGEST_SITE_HEADING: usize = 80;

/// Tidies the body of `article`.
pub(super) fn finish(article: &mut Article) {
    take_leftovers(article);
    bold::raise(&mut article.body);
    sources_section::lift(article);
    drop_repeated_standfirst(article);
}

/// Moves whole lines that are remains of the page, and headings at the end with nothing under them,
/// out of the body.
fn take_leftovers(article: &mut Article) {
    let body = std::mem::take(&mut article.body);
    let pointers = Pointers::of(article);
    let few = pointers.are_few(&body);
    let mut under_sources = false;
    for block in body {
        if let Block::Crosshead { text, .. } = &block {
            under_sources = sources::is_label(&words(text));
        }
        match &block {
            Block::List { items, .. } if few && !under_sources && pointers.hold_list(items) => {
                article
                    .leftovers
                    .extend(items.iter().flat_map(lines).filter_map(|line| Text::some_line(&line)));
            }
            Block::Paragraph(runs) | Block::Crosshead { text: runs, .. }
                if few && !under_sources && pointers.hold_headline(runs) =>
            {
                article.leftovers.extend(Text::some_line(&words(runs)));
            }
            Block::Paragraph(runs) | Block::Crosshead { text: runs, .. }
                if pointers.hold(runs) || is_of_site(runs, matches!(block, Block::Crosshead { .. })) =>
            {
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

/// Returns the lines of an item.
fn lines(item: &Item) -> impl Iterator<Item = String> {
    item.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(runs) | Block::Crosshead { text: runs, .. } => Some(words(runs)),
        _ => None,
    })
}

/// Says whether a paragraph or crosshead is the site's and not the article's: a leftover, a notice, a heading.
fn is_of_site(runs: &[Inline], is_crosshead: bool) -> bool {
    // Most paragraphs are longer than all of these.
    length(runs) <= notices::LONGEST && {
        let line = words(runs);
        is_leftover(&line) || notices::is_notice(&line) || is_site_heading(&line, is_crosshead)
    }
}

/// Says whether a line is the site's heading: it opens a list of other articles, a form, the comments. A single
/// word that is no crosshead may be anything.
fn is_site_heading(line: &str, is_crosshead: bool) -> bool {
    if line.len() > LONGEST_SITE_HEADING {
        return false;
    }
    let heading = line.to_lowercase();
    let heading = heading.trim_matches(|c: char| !c.is_alphanumeric());
    let is_sure = is_crosshead || heading.contains(' ') || heading.starts_with(is_ideograph);
    is_sure && SITE_HEADINGS.contains(heading)
        || is_crosshead && SITE_OPENINGS.iter().any(|opening| heading.starts_with(opening))
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
    let summary = bare(standfirst.trim_end_matches(['.', '…']));
    let mut opening = String::new();
    for block in article.body.iter().take(4) {
        if let Block::Paragraph(runs) = block {
            opening.push_str(&bare(&words(runs)));
        }
    }
    let head: String = summary.chars().take(60).collect();
    if summary.is_empty()
        || opening.contains(&head)
        || article.headline.as_ref().is_some_and(|h| bare(h) == summary)
    {
        article.standfirst = None;
    }
}
