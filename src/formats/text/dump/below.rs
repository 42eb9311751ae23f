//! Owns finding the list of sources under the article of a dumped page. It refuses to read its entries.

use std::ops::Range;

use super::kinds::{Page, past_bullet};
use crate::formats::dates::Reading;
use crate::formats::leftovers::is_leftover;
use crate::formats::sources;
use crate::formats::text::lines::{Part, is_bullet};

/// Parts under the prose among which the label may stand.
const BELOW: usize = 12;
/// The longest entry, in bytes.
const LONGEST: usize = 600;
/// The most entries.
const MOST: usize = 200;

/// Returns where the label of the sources and their entries stand; nowhere for most pages.
pub(super) fn sources(parts: &[Part<'_>], run: &Range<usize>, page: &Page, reading: Reading) -> Range<usize> {
    let from = run.start + (run.end - run.start) / 3;
    let near = from..(run.end + BELOW).min(parts.len());
    let label = |at: &usize| parts.get(*at).is_some_and(|part| sources::is_label(&part.text));
    for at in near.filter(label) {
        let under = parts.iter().skip(at + 1).take(MOST);
        let listed = under.take_while(|part| is_entry(part, page, reading)).count();
        let shows = |part: &Part<'_>| sources::shows_a_source(past_bullet(&part.text), reading);
        let entries = parts.get(at + 1..at + 1 + listed).unwrap_or_default();
        if entries.iter().any(shows) {
            return at..at + 1 + listed;
        }
    }
    0..0
}

/// Says whether a part may be an entry: an item, or a line that shows that it is a source.
fn is_entry(part: &Part<'_>, page: &Page, reading: Reading) -> bool {
    let shown = sources::shows_a_source(past_bullet(&part.text), reading);
    part.text.len() <= LONGEST
        && !page.ends_the_article(part)
        && !is_leftover(&part.text)
        && !part.text.starts_with('©')
        && (shown || is_bullet(&part.text) && !page.is_form(part) && page.times(part) == 1)
}
