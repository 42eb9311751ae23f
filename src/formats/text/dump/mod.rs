//! Owns dumps of whole pages (lynx, w3m, everything selected and copied): finding the article among
//! menus, teasers and notices. It refuses files that are mostly prose.

mod about;
mod below;
mod headline;
mod kinds;
mod prose;
mod signs;

use super::lines::{Layout, Part, is_bullet};
use super::marks;
use crate::article::letters::{is_alphanumeric, words};
use crate::article::{Article, Text};
use crate::formats::dates::Reading;
use kinds::{Page, is_prose, past_bullet};

pub(in crate::formats::text) use kinds::count_words;

/// The fewest parts a dump has, and how many of a hundred are then no prose.
const FEWEST: usize = 40;
/// The fewest where a menu stands above the prose, and the fewest items of such a menu.
const FEWEST_WITH_MENU: usize = 15;
const MENU: usize = 4;
/// The most words of an item of a menu.
const ITEM: usize = 3;
const SHARE: usize = 55;
/// The most parts a page has; a file with more is something else.
const MOST: usize = 20_000;

/// Reduces the dump of a page to its article; what stands around it becomes leftovers. `is_lynx` says
/// that the file ends in the list of addresses that only dumps have. A file with a head of its own is
/// no dump.
pub(super) fn reduce(layout: &mut Layout<'_>, is_lynx: bool, article: &mut Article, reading: Reading) {
    let total = layout.parts.len();
    if total > MOST || article.headline.is_some() || !(total >= FEWEST || is_lynx || has_menu(&layout.parts))
    {
        return;
    }
    if !is_lynx && !is_mostly_idle(&layout.parts) {
        return;
    }
    layout.parts.iter_mut().for_each(marks::take_before);
    layout.parts.retain(|part| part.text.chars().any(is_alphanumeric));
    let parts = std::mem::take(&mut layout.parts);
    let page = Page::new(&parts);
    let run = prose::find(&parts, &page);
    if run.is_empty() {
        layout.parts = parts;
        return;
    }
    let headline = headline::find(&parts, run.start, &page, reading);
    article.headline = headline.and_then(|at| parts.get(at)).and_then(|part| Text::some_line(&part.text));
    let around = headline.unwrap_or_else(|| run.start.saturating_sub(8));
    about::read(&parts, around, &run, &page, article, reading);
    let sources = below::sources(&parts, &run, &page, reading);
    let keeps = |at| sources.contains(&at) || prose::keeps(&parts, at, &run, headline, &page, reading);
    let keeps: Vec<bool> = (0..parts.len()).map(keeps).collect();
    let kept = keeps.iter().filter(|keep| **keep).count();
    layout.parts.reserve(kept);
    layout.left.reserve(keeps.len() - kept);
    for (at, (part, keep)) in parts.into_iter().zip(keeps).enumerate() {
        if keep {
            layout.parts.push(part);
        } else if Some(at) != headline {
            layout.left.push(part);
        }
    }
    set_level(&mut layout.parts);
}

/// Says whether a line names who took a picture.
pub(super) fn credits_a_picture(text: &str) -> bool {
    signs::Signs::of(text).credited()
}

/// Says whether a menu stands above the first prose of a text that is long enough to be a page.
fn has_menu(parts: &[Part<'_>]) -> bool {
    let is_item = |part: &&Part<'_>| is_bullet(&part.text) && words(past_bullet(&part.text)) <= ITEM;
    parts.len() >= FEWEST_WITH_MENU
        && parts.iter().take_while(|part| !is_prose(part)).filter(is_item).count() >= MENU
}

/// Says whether so many parts are no prose that the file must be the dump of a page. It looks no further
/// than to where that is settled.
fn is_mostly_idle(parts: &[Part<'_>]) -> bool {
    let enough = (parts.len() * SHARE).div_ceil(100);
    let (mut idle, mut left) = (0, parts.len());
    for part in parts {
        if idle >= enough || idle + left < enough {
            break;
        }
        left -= 1;
        idle += usize::from(!is_prose(part));
    }
    idle >= enough
}

/// Takes the page's own margin off the parts, and sees that each stands apart.
fn set_level(parts: &mut [Part<'_>]) {
    for part in parts {
        part.gap = part.gap.max(1);
        part.indent = 0;
    }
}
