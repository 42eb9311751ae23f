//! Owns what browser extensions put in front of the text they clip. It refuses to touch quotations of the
//! article itself.

use super::letters;
use crate::article::{Article, Block, QuoteKind, Text, body::words};

/// What the heading of the summary is called, in lower case.
const EXCERPT: &[&str] = &["excerpt", "summary", "description"];
/// Blocks at the front in which the headline may stand a second time.
const FRONT: usize = 3;

/// Takes the summary that `MarkDownload` quotes above the text for the standfirst, with the rule beneath, and
/// the headline the clipped page repeats below it.
pub(super) fn take_excerpt(article: &mut Article) {
    let Some(at) = article.body.iter().take(FRONT).position(|block| excerpt(block).is_some()) else { return };
    let quote = article.body.remove(at);
    if let Some(summary) = excerpt(&quote)
        && article.standfirst.is_none()
    {
        article.standfirst = summary;
    }
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

/// Returns what a quotation that opens with the heading of the summary says.
fn excerpt(block: &Block) -> Option<Option<Text>> {
    let Block::Quote { kind: QuoteKind::Quotation, blocks } = block else { return None };
    let (Block::Crosshead { text, .. }, rest) = blocks.split_first()? else { return None };
    let is_heading = EXCERPT.contains(&words(text).trim().to_lowercase().as_str());
    match rest {
        [] if is_heading => Some(None),
        [Block::Paragraph(runs)] if is_heading => Some(Text::some_line(&words(runs))),
        _ => None,
    }
}
