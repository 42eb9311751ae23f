//! Owns finding the headline of a dumped page: by how the line is set, where it stands, and whether
//! the page says it twice. It refuses lines that are dates, credits or buttons.

use std::cell::RefCell;

use memchr::memmem::Finder;
use rustc_hash::FxHashMap;

use super::kinds::{Page, count_words};
use crate::formats::byline::byline;
use crate::formats::dates::{self, Reading};
use crate::formats::text::lines::{Part, is_bullet};
use crate::formats::text::opening;

/// Lines above the prose in which a headline is looked for.
const ABOVE: usize = 150;
/// The distance from which on a line is no less likely.
const FAR: usize = 18;
/// Lines under a headline among which date and byline stand.
const BELOW: usize = 8;
/// How far away, and how long in bytes, a line is that repeats a headline among other words.
const NEAR: usize = 400;
const LONGEST: usize = 400;
/// The fewest words of a headline whose standfirst is under it, and how many lines under it that stands.
const FEWEST_OVER: usize = 5;
const WITHIN: usize = 6;
/// What it weighs to stand there.
const UNDER: i64 = -12;
/// The most words of the kicker a headline may be right under.
const KICKER: usize = 3;
/// Columns a line is set in by, beyond the margin, when it is centred.
const CENTRED: usize = 6;

/// Returns the likeliest headline above the prose that begins at `prose`.
pub(super) fn find(parts: &[Part<'_>], prose: usize, page: &Page, reading: Reading) -> Option<usize> {
    let above = prose.saturating_sub(ABOVE)..prose;
    let all = above.filter_map(|at| parts.get(at).map(|part| (at, part)));
    let likely: Vec<(usize, &Part<'_>)> = all.filter(|(_, part)| is_likely(part, page, reading)).collect();
    let about = About::new(reading);
    let scored: Vec<(i64, usize, i64)> = likely
        .iter()
        .enumerate()
        .map(|(rank, (at, part))| {
            let above = likely.get(..rank).unwrap_or_default();
            let under = if is_under_another(parts, *at, above, page) { UNDER } else { 0 };
            (score(parts, *at, prose, page, &about) + under, *at, weight_of_repeats(part))
        })
        .collect();
    let best = scored.iter().map(|(score, ..)| *score).max()?;
    // Whether a line is said again is asked of those it may put in front only: it means reading many lines.
    let may_win = scored.into_iter().filter(|(score, _, more)| score + more >= best);
    let told = may_win.map(|(score, at, more)| {
        let repeated = parts.get(at).is_some_and(|part| page.times(part) > 1) || is_inside(parts, at);
        (if repeated { score + more } else { score }, at)
    });
    told.max().map(|(_, at)| at)
}

/// Which lines are a date or a byline, each asked once: several lines may have it beneath.
struct About {
    reading: Reading,
    known: RefCell<FxHashMap<usize, bool>>,
}

impl About {
    fn new(reading: Reading) -> Self {
        Self { reading, known: RefCell::default() }
    }

    fn holds(&self, part: &Part<'_>) -> bool {
        *self.known.borrow_mut().entry(part.place).or_insert_with(|| {
            opening::is_date_line(&part.text, self.reading) || byline(&part.text, self.reading).is_some()
        })
    }
}

/// What it weighs that a page says a line twice.
fn weight_of_repeats(part: &Part<'_>) -> i64 {
    if count_words(&part.text) >= 5 { 18 } else { 6 }
}

/// Says whether a line may be the headline: some words, no date, no button, no item.
fn is_likely(part: &Part<'_>, page: &Page, reading: Reading) -> bool {
    let text = part.text.as_ref();
    let stray = ['|', '_', '©', '[', '•', '»', '>'];
    // What is asked first is answered soonest.
    !page.is_form(part)
        && text.starts_with(|c: char| !c.is_lowercase() && c != '(' && c != '#')
        && !is_bullet(text)
        && (3..=30).contains(&count_words(text))
        && !text.contains(stray)
        && !text.ends_with('…')
        && !text.contains(" / ")
        && opening::is_headline(part, reading)
        && dates::find(text, reading).is_none()
}

/// Weighs what speaks for a line, in sixths of the distance to the prose, but whether it is said twice.
fn score(parts: &[Part<'_>], at: usize, prose: usize, page: &Page, about: &About) -> i64 {
    let Some(part) = parts.get(at) else { return 0 };
    let text = part.text.as_ref();
    let words = count_words(text);
    let next = parts.get(at + 1);
    let outdented = part.indent < page.margin || part.indent >= page.margin + CENTRED && words >= 4;
    let below = parts.get(at + 1..(at + 1 + BELOW).min(parts.len())).unwrap_or_default();
    let mut score = -i64::try_from((prose - at).min(FAR)).unwrap_or(i64::MAX);
    let mut add = |holds: bool, weight: i64| score += if holds { weight } else { 0 };
    add(outdented, 24);
    add(below.iter().any(|part| about.holds(part)), 16);
    // What leads to another article is its teaser.
    add(part.marks.first().is_some_and(|mark| mark.range.start == 0), -14);
    add((5..=20).contains(&words) && !part.is_as_wide_as(111), 8);
    add(page.is_caption(part), -24);
    add(part.gap == 0 && !is_under_kicker(parts, at), -6);
    // Of three lines set as one, the last is the standfirst.
    let third = is_under_kicker(parts, at) && parts.get(at + 2).is_none_or(|part| part.gap > 0);
    let listed = |next: &Part<'_>| next.gap == 0 && !third && !about.holds(next) && !page.is_prose(next);
    add(next.is_some_and(listed), -10);
    score
}

/// Says whether a line stands under one that may be the headline, with little between and no items: it is its
/// standfirst then, or a caption. `likely` are the lines above it that may be one.
fn is_under_another(parts: &[Part<'_>], at: usize, likely: &[(usize, &Part<'_>)], page: &Page) -> bool {
    let near = likely.iter().rev().take_while(|(above, _)| above + WITHIN >= at);
    let may_be = |(above, part): &&(usize, &Part<'_>)| {
        (part.gap > 0 || is_under_kicker(parts, *above))
            && count_words(&part.text) >= FEWEST_OVER
            && !page.is_caption(part)
            // What a picture shows, where it stands above the headline.
            && !part.text.ends_with(')')
            && part.marks.first().is_none_or(|mark| mark.range.start > 0)
    };
    let between = |above: usize| parts.get(above + 1..at).unwrap_or_default();
    near.filter(may_be).any(|(above, _)| !between(*above).iter().any(|part| is_item(&part.text)))
}

/// Says whether a line is an item of a menu.
fn is_item(text: &str) -> bool {
    is_bullet(text) && count_words(text) <= FEWEST_OVER
}

/// Says whether a few words that stand apart from what is above them are right over a longer line.
fn is_under_kicker(parts: &[Part<'_>], at: usize) -> bool {
    let (Some(above), Some(part)) = (at.checked_sub(1).and_then(|at| parts.get(at)), parts.get(at)) else {
        return false;
    };
    let words = count_words(&above.text);
    part.gap == 0
        && above.gap > 0
        && words <= KICKER
        && words < count_words(&part.text)
        && !is_bullet(&above.text)
}

/// Says whether another line, not too far away, holds the words of this one: a trail, a button to share.
fn is_inside(parts: &[Part<'_>], at: usize) -> bool {
    let words = parts.get(at).map_or("", |part| part.text.as_ref());
    let longer = words.len() + 1..=LONGEST;
    let near = parts.iter().enumerate().skip(at.saturating_sub(NEAR)).take(2 * NEAR);
    let mut near = near.filter(|(other, part)| *other != at && longer.contains(&part.text.len()));
    let finder = Finder::new(words);
    !words.is_empty() && near.any(|(_, part)| finder.find(part.text.as_bytes()).is_some())
}
