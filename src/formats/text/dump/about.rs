//! Owns the date and the byline near the headline of a dumped page. It refuses lines of prose.

use std::ops::Range;

use super::kinds::{Page, past_bullet};
use super::prose;
use crate::article::{Article, Text};
use crate::formats::byline::{self, bare_names};
use crate::formats::dates::{self, Reading};
use crate::formats::leftovers::without_service;
use crate::formats::text::days;
use crate::formats::text::lines::{Part, is_bullet};

/// Lines above the headline, and under the first of the prose, that are looked at too.
const ABOVE: usize = 3;
const BELOW: usize = 4;
/// Lines right under the article that may say who wrote it.
const UNDER: usize = 3;
/// Lines under the article among which a list may give its day and its author.
const LISTED: usize = 30;
/// Lines between a byline without a word like "by" and the headline or a date, at most.
const NEAR: usize = 7;

/// Reads date and byline from the lines between headline and prose, and a few around them.
pub(super) fn read(
    parts: &[Part<'_>],
    headline: usize,
    run: &Range<usize>,
    page: &Page,
    article: &mut Article,
    reading: Reading,
) {
    let end = (run.start + BELOW).min(parts.len());
    let below = headline + 1..end;
    let above = (headline.saturating_sub(ABOVE)..headline).rev();
    let below: Vec<&Part<'_>> =
        below.filter_map(|at| parts.get(at)).filter(|part| !page.is_form(part)).collect();
    let lines: Vec<&Part<'_>> = below
        .iter()
        .copied()
        .chain(above.filter_map(|at| parts.get(at)))
        .filter(|part| !page.is_form(part))
        .collect();
    let dated = take_dates(&lines, article, reading);
    if !article.byline.is_empty() {
        return;
    }
    let mut all = lines.iter().copied().chain(under(parts, run, page, reading));
    let signed = all.find_map(|part| signed(past_bullet(&part.text), reading)).map(|mut names| {
        let [joint, next] = [all.next(), all.next()].map(|part| part.map_or("", |part| part.text.as_ref()));
        names.extend(byline::joined(joint, next, reading));
        names
    });
    let title = article.headline.as_deref().unwrap_or_default();
    let signed = signed.or_else(|| listed(parts, run, article, reading));
    let named = signed.or_else(|| beside(&below, dated, title, page, reading));
    article.byline = named.unwrap_or_default();
}

/// Returns the lines right under the article, down to the label or the title of another one: who signs below
/// those wrote that.
fn under<'p>(
    parts: &'p [Part<'p>],
    run: &Range<usize>,
    page: &'p Page,
    reading: Reading,
) -> impl Iterator<Item = &'p Part<'p>> {
    let lines = parts.get(run.end..(run.end + UNDER).min(parts.len())).unwrap_or_default();
    lines.iter().take_while(move |part| {
        signed(past_bullet(&part.text), reading).is_some()
            || !(page.ends_the_article(part) || prose::is_title(part, page))
    })
}

/// Reads the names in a list under the article: beside the item that gives its day, or a day where it has none.
fn listed(parts: &[Part<'_>], run: &Range<usize>, article: &Article, reading: Reading) -> Option<Vec<Text>> {
    let known = article.published.map(|published| published.at.day);
    let lines = parts.get(run.end..(run.end + LISTED).min(parts.len())).unwrap_or_default();
    let is_item = |part: &Part<'_>| is_bullet(&part.text);
    let is_day = |part: &Part<'_>| {
        dates::find(&part.text, reading).is_some_and(|(_, at)| known.is_none_or(|day| at.day == day))
    };
    lines.windows(2).find_map(|pair| match pair {
        [first, second] if is_item(first) && is_item(second) => {
            let other = if is_day(first) { Some(second) } else { Some(first).filter(|_| is_day(second)) };
            signed(past_bullet(&other?.text), reading)
        }
        _ => None,
    })
}

/// Reads the first line with a day, and more where that gives no more than the day of a change; returns its place.
fn take_dates(lines: &[&Part<'_>], article: &mut Article, reading: Reading) -> Option<usize> {
    let is_dated = |part: &&&Part<'_>| days::is_date_line(past_item(&part.text), reading);
    let dated = lines.iter().position(|part| is_dated(&part))?;
    for line in lines.iter().skip(dated).filter(is_dated) {
        days::take_dates(past_item(&line.text), article, reading);
        if article.published.is_some() {
            break;
        }
    }
    Some(dated)
}

/// Reads names without a word like "by" near the headline or the day. The name beside the day is the writer's; one
/// further up may be that of who took the picture.
fn beside(
    below: &[&Part<'_>],
    dated: Option<usize>,
    title: &str,
    page: &Page,
    reading: Reading,
) -> Option<Vec<Text>> {
    let is_near = |at: usize| at < NEAR || dated.is_some_and(|dated| at.abs_diff(dated) <= NEAR / 2);
    let near = below.iter().enumerate().filter(|(at, part)| is_near(*at) && !page.is_caption(part));
    let lines = near.map(|(at, part)| (at, past_bullet(&part.text)));
    let lines = lines.filter(|(_, line)| !title.contains(*line));
    let named = lines.filter_map(|(at, line)| Some((at, line, bare_names(line, reading)?)));
    let (at, line, mut names) = named.min_by_key(|(at, ..)| dated.map_or(*at, |dated| at.abs_diff(dated)))?;
    let said = |at: usize| below.get(at).map_or("", |part| part.text.as_ref());
    if line.ends_with(',') {
        names.extend(byline::joined("and", said(at + 1), reading));
    }
    if let Some(before) = at.checked_sub(1).map(said).filter(|line| line.ends_with(',')) {
        names.splice(0..0, bare_names(past_bullet(before), reading).unwrap_or_default());
    }
    Some(names)
}

/// Steps over the sign of an item, but not over a number: `14. März` is a day.
fn past_item(text: &str) -> &str {
    if text.starts_with(|c: char| c.is_ascii_digit()) { text } else { past_bullet(text) }
}

/// Reads the names of a line, or of one of its cells, that says who wrote it.
fn signed(line: &str, reading: Reading) -> Option<Vec<Text>> {
    line.split(['|', '•', '·'])
        .find_map(|cell| byline::byline(without_service(cell.trim()), reading))
        .filter(|n| !n.is_empty())
}
