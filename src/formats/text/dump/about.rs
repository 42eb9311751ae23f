//! Owns the date and the byline near the headline of a dumped page. It refuses lines of prose.

use std::ops::Range;

use super::kinds::{Page, past_bullet};
use crate::article::{Article, Text};
use crate::formats::dates::Reading;
use crate::formats::text::byline::{self, bare_names};
use crate::formats::text::lines::Part;
use crate::formats::text::opening;

/// Lines above the headline, and under the first of the prose, that are looked at too.
const ABOVE: usize = 3;
const BELOW: usize = 4;
/// Lines under the article that may say who wrote it.
const UNDER: usize = 30;
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
    let close = below.len();
    let lines: Vec<&Part<'_>> = below
        .into_iter()
        .chain(above.filter_map(|at| parts.get(at)))
        .filter(|part| !page.is_form(part))
        .collect();
    let dated = lines.iter().position(|part| opening::is_date_line(past_item(&part.text), reading));
    if let Some(line) = dated.and_then(|at| lines.get(at)) {
        opening::take_dates(past_item(&line.text), article, reading);
    }
    if !article.byline.is_empty() {
        return;
    }
    let under = parts.get(run.end..(run.end + UNDER).min(parts.len())).unwrap_or_default();
    let signed = lines.iter().copied().chain(under).find_map(|part| signed(past_bullet(&part.text), reading));
    let is_near = |at: usize| at < NEAR || dated.is_some_and(|dated| at.abs_diff(dated) <= NEAR / 2);
    let title = article.headline.as_deref().unwrap_or_default();
    let bare = || {
        let near = lines.iter().take(close).enumerate().filter(|(at, _)| is_near(*at));
        near.filter(|(_, part)| !page.is_caption(part))
            .map(|(_, part)| past_bullet(&part.text))
            .filter(|line| !title.contains(*line))
            .find_map(|line| bare_names(line, reading))
    };
    article.byline = signed.or_else(bare).unwrap_or_default();
}

/// Steps over the sign of an item, but not over a number: `14. März` is a day.
fn past_item(text: &str) -> &str {
    if text.starts_with(|c: char| c.is_ascii_digit()) { text } else { past_bullet(text) }
}

/// Reads the names of a line, or of one of its cells, that says who wrote it.
fn signed(line: &str, reading: Reading) -> Option<Vec<Text>> {
    line.split(['|', '•', '·'])
        .find_map(|cell| byline::byline(cell.trim().trim_end_matches("Twitter"), reading))
        .filter(|n| !n.is_empty())
}
