//! Owns what browser extensions put in front of the text they clip. It refuses to touch quotations of the
//! article itself.

use super::letters;
use crate::article::letters::bare;
use crate::article::{Article, Block, Field, FoundIn, QuoteKind, Text, body::words};
use crate::formats::window;

/// What the heading of the summary is called, in lower case.
const EXCERPT: &[&str] = &["excerpt", "summary", "description"];
/// Blocks at the front in which the headline may stand a second time.
const FRONT: usize = 3;

/// The shortest name of a site that is cut off a headline.
const SHORTEST_SITE: usize = 3;
/// The longest title of a window that is looked into, in bytes.
const LONGEST_TITLE: usize = 400;

/// Takes the summary that `MarkDownload` quotes above the text for the standfirst, with the rule beneath, and
/// the headline the clipped page repeats below it.
pub(super) fn take_excerpt(article: &mut Article) {
    let found =
        article.body.iter().take(FRONT).enumerate().find_map(|(at, block)| Some((at, excerpt(block)?)));
    let Some((at, summary)) = found else { return };
    if article.standfirst.is_none() {
        article.standfirst = Text::some_line(&summary);
    }
    article.body.remove(at);
    if matches!(article.body.get(at), Some(Block::Rule)) {
        article.body.remove(at);
    }
    let Some(headline) = article.headline.clone() else { return };
    let repeats = |block: &Block| match block {
        Block::Crosshead { text, .. } => letters(&words(text)).eq(letters(&headline)),
        _ => false,
    };
    if let Some(again) = article.body.iter().take(FRONT).position(repeats) {
        article.body.remove(again);
    }
}

/// Takes the shorter of two headings at the front for the headline, where the longer is the shorter with the name
/// of the site behind it: one is that of the page, the other that of the article.
pub(super) fn drop_site(article: &mut Article) {
    if article.found_in(Field::Headline) != Some(FoundIn::Heading) {
        return;
    }
    let Some(headline) = article.headline.clone() else { return };
    let is_short = |block: &Block| match block {
        Block::Crosshead { text, .. } => {
            let short = words(text);
            let rest = headline.strip_prefix(short.trim()).map(str::trim_start);
            !short.trim().is_empty()
                && rest.is_some_and(|rest| rest.starts_with(['|', '-', '–', '—', '·', '•', ':', '«']))
        }
        _ => false,
    };
    let Some(at) = article.body.iter().take(FRONT).position(is_short) else { return };
    if let Block::Crosshead { text, .. } = article.body.remove(at) {
        article.headline = Text::some_line(&words(&text));
    }
}

/// Cuts the names of the site and of its section off the end of a headline that a clipper took from the title of
/// the window: the address says both.
pub(super) fn cut_site(article: &mut Article) {
    let (Some(headline), Some(url)) = (&article.headline, &article.url) else { return };
    if headline.len() > LONGEST_TITLE || window::part(headline).is_none() {
        return;
    }
    let Ok(url) = url::Url::parse(url) else { return };
    let host = bare(url.host_str().unwrap_or_default().trim_start_matches("www."));
    let mut rest: &str = headline;
    while let Some((front, tail)) = window::part(rest) {
        let name = bare(tail);
        let own = name.strip_prefix("the").unwrap_or(&name);
        let is_site = own.len() >= SHORTEST_SITE && host.starts_with(own);
        let is_section = rest.len() < headline.len() && window::is_section(tail, &url);
        if front.trim().is_empty() || !(is_site || is_section) {
            break;
        }
        rest = front.trim_end();
    }
    if rest.len() < headline.len() {
        article.headline = Text::some_line(rest);
    }
}

/// Returns what a quotation that opens with the heading of the summary says; it may say nothing.
fn excerpt(block: &Block) -> Option<String> {
    let Block::Quote { kind: QuoteKind::Quotation, blocks } = block else { return None };
    let (Block::Crosshead { text, .. }, rest) = blocks.split_first()? else { return None };
    let said = match rest {
        [] => String::new(),
        [Block::Paragraph(runs)] => words(runs),
        _ => return None,
    };
    EXCERPT.contains(&words(text).trim().to_lowercase().as_str()).then_some(said)
}
