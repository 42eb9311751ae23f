//! Owns dumps of whole pages (lynx, w3m, everything selected and copied): finding the article among
//! menus, teasers and notices. It refuses files that are mostly prose.

use std::borrow::Cow;
use std::ops::Range;

use super::lines::{Layout, Part, ends_a_sentence, is_bullet};
use super::opening;
use crate::article::{Article, DateFrom, Published, Text};
use crate::formats::dates::{self, Reading};

/// The fewest parts a dump has, and how many of a hundred are then no prose.
const FEWEST: usize = 40;
const SHARE: usize = 55;
/// Columns from which a line may be prose.
const PROSE: usize = 60;
/// The most one paragraph may weigh.
const HEAVIEST: i64 = 500;
/// Lines above the article in which headline, date and byline are looked for.
const ABOVE: usize = 30;

/// Reduces the dump of a page to its article; what stands around it becomes leftovers.
pub(super) fn reduce(layout: &mut Layout<'_>, article: &mut Article, reading: Reading) {
    let idle = layout.parts.iter().filter(|part| weight(part) < 0).count();
    if layout.parts.len() < FEWEST || idle * 100 < layout.parts.len() * SHARE {
        return;
    }
    for part in &mut layout.parts {
        if let Cow::Owned(bare) = without_marks(&part.text) {
            part.text = Cow::Owned(bare);
        }
    }
    layout.parts.retain(|part| !part.text.is_empty());
    let run = heaviest_run(&layout.parts);
    let above = run.start.saturating_sub(ABOVE)..run.start;
    let headline = find_headline(&layout.parts, above.clone(), reading);
    if article.headline.is_none() {
        let words = headline.and_then(|at| layout.parts.get(at)).map(|part| part.text.as_ref());
        article.headline = words.and_then(Text::some_line);
    }
    let lines = layout.parts.get(above.start..run.start.saturating_add(3)).unwrap_or_default();
    read_lines(lines, article, reading);
    let body = layout.parts.get(run.clone()).unwrap_or_default().to_vec();
    let around = layout.parts.iter().enumerate().filter(|(at, _)| !run.contains(at) && Some(*at) != headline);
    article.leftovers.extend(around.filter_map(|(_, part)| Text::some_line(&part.text)));
    layout.parts = body;
}

/// Weighs a part: prose counts by its length, everything else against the run it stands in.
fn weight(part: &Part<'_>) -> i64 {
    let text = part.text.as_ref();
    let columns = part.width();
    if text.contains("(BUTTON)") || text.contains("IFRAME:") || text.contains("____") || text.contains("://")
    {
        return -60;
    }
    if is_bullet(text) || text.starts_with(['+', '|']) {
        return if columns > 2 * PROSE && ends_a_sentence(text) { 40 } else { -40 };
    }
    if columns >= PROSE && (ends_a_sentence(text) || text.contains(". ")) {
        return i64::try_from(columns).unwrap_or(HEAVIEST).min(HEAVIEST);
    }
    -30
}

/// Returns the run of parts with the greatest sum of weights.
fn heaviest_run(parts: &[Part<'_>]) -> Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0);
    let (mut start, mut sum) = (0, 0_i64);
    for (at, part) in parts.iter().enumerate() {
        sum += weight(part);
        if sum <= 0 {
            (start, sum) = (at + 1, 0);
        } else if sum > best_sum {
            (best, best_sum) = (start..at + 1, sum);
        }
    }
    best
}

/// Finds the headline above the article: the last line like one that the page says twice, else the
/// last line like one.
fn find_headline(parts: &[Part<'_>], above: Range<usize>, reading: Reading) -> Option<usize> {
    let likely = |at: &usize| parts.get(*at).is_some_and(|part| is_likely(part, reading));
    let candidates: Vec<usize> = above.rev().filter(likely).collect();
    let said_twice = |at: &&usize| {
        let words = parts.get(**at).map(|part| part.text.as_ref()).unwrap_or_default();
        let front = parts.iter().take(**at + 400).enumerate();
        front.filter(|(other, _)| other != *at).any(|(_, part)| part.text.contains(words))
    };
    candidates.iter().find(said_twice).or_else(|| candidates.first()).copied()
}

/// Says whether a line may be the headline: some words on a line of their own, no date, no credit.
fn is_likely(part: &Part<'_>, reading: Reading) -> bool {
    let text = part.text.as_ref();
    let stray = ['|', '_', '©', '[', '/', '…'];
    (4..=30).contains(&text.split_whitespace().count())
        && part.gap > 0
        && weight(part) > -40
        && !text.contains(stray)
        && text.starts_with(|c: char| !c.is_lowercase() && c != '(' && c != '#')
        && !["Foto", "Photo", "Bild:", "Image"].iter().any(|word| text.contains(word))
        && opening::is_headline(part, reading)
        && dates::find(text, reading).is_none()
}

/// Reads the date and the byline that stand near the headline.
fn read_lines(lines: &[Part<'_>], article: &mut Article, reading: Reading) {
    for part in lines.iter().rev().filter(|part| part.width() <= 120) {
        if article.byline.is_empty()
            && let Some(names) = opening::byline(&part.text, reading)
        {
            article.byline = names;
        }
        if article.published.is_none()
            && let Some((_, at)) = dates::find(&part.text, reading)
        {
            article.published = Some(Published { at, from: DateFrom::Text });
        }
    }
}

/// Takes the marks of lynx out of a line: `[12]` before links, `(BUTTON)`.
fn without_marks(text: &str) -> Cow<'_, str> {
    if !text.contains('[') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inner)) = rest.split_once('[') {
        out.push_str(before);
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        match inner.get(digits..).and_then(|tail| tail.strip_prefix(']')) {
            Some(tail) if digits > 0 => rest = tail,
            _ => {
                out.push('[');
                rest = inner;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out.trim().to_owned())
}
