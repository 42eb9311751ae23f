//! Owns the lines between a headline and the first paragraph, where a date or a byline among them shows
//! how far they reach. It refuses to guess where nothing does.

use std::borrow::Cow;

use super::days::{is_date_line, take_signed, tells};
use super::dump::credits_a_picture;
use super::lines::{Layout, Part, is_bullet};
use super::pictures::is_picture;
use crate::article::letters::ends_a_sentence;
use crate::article::{Article, Text};
use crate::formats::byline::{bare_names, byline};
use crate::formats::dates::Reading;
use crate::formats::leftovers::is_leftover;

/// Parts under the headline among which date and byline are looked for.
const MOST: usize = 8;
/// The most of them that are neither, nor what a page leaves or a picture has beneath.
const MOST_UNKNOWN: usize = 3;
/// Columns from which a part is a paragraph. One may be the standfirst.
const PARAGRAPH: usize = 120;
/// The most words beside the day of a line that is not right under the headline.
const MOST_BESIDE: usize = 14;
/// The fewest words of a standfirst that is no sentence.
const STANDFIRST: usize = 4;

/// What a part between headline and body is.
enum Line {
    Left,
    Picture,
    Signed(Vec<Text>),
    Dated,
    Unknown,
}

impl Line {
    fn of(part: &Part<'_>, reading: Reading) -> Self {
        let text = part.text.as_ref();
        if is_leftover(text) {
            return Self::Left;
        }
        if is_picture(text) || (!part.is_as_wide_as(PARAGRAPH * 2) && credits_a_picture(text)) {
            return Self::Picture;
        }
        if let Some(names) = byline(text, reading) {
            return Self::Signed(names);
        }
        let few = text.split_whitespace().take(MOST_BESIDE + 1).count() <= MOST_BESIDE;
        if few && is_date_line(text, reading) { Self::Dated } else { Self::Unknown }
    }
}

/// Takes what stands between the headline and the body off the parts, down to the last date or byline
/// near the top.
pub(super) fn take(layout: &mut Layout<'_>, article: &mut Article, reading: Reading) {
    let mut lines = find(&layout.parts, reading);
    if lines.is_empty() {
        return;
    }
    let signed = lines.iter().any(|line| matches!(line, Line::Signed(_)));
    if !signed && let Some((at, names)) = beside_the_day(&layout.parts, &lines, reading) {
        lines.resize_with(lines.len().max(at + 1), || Line::Unknown);
        if let Some(line) = lines.get_mut(at) {
            *line = Line::Signed(names);
        }
    }
    let head: Vec<Part<'_>> = layout.parts.drain(..lines.len()).collect();
    let (mut standfirst, mut caption) = (Vec::new(), Vec::new());
    for (part, line) in head.into_iter().zip(lines) {
        match line {
            Line::Signed(_) | Line::Dated => {
                let names = if let Line::Signed(names) = line { names } else { Vec::new() };
                if take_signed(&part.text, names, article, reading) {
                    layout.left.push(part);
                }
            }
            Line::Picture => caption.push(part.text),
            Line::Unknown if is_standfirst(&part.text) => standfirst.push(part.text),
            Line::Left | Line::Unknown => layout.left.push(part),
        }
    }
    let join = |lines: &[Cow<'_, str>], sign| Text::some_line(&lines.join(sign));
    article.caption = article.caption.take().or_else(|| join(&caption, " · "));
    article.standfirst = article.standfirst.take().or_else(|| join(&standfirst, " – "));
}

/// Says what each part down to the last date or byline is; nothing where there is none.
fn find(parts: &[Part<'_>], reading: Reading) -> Vec<Line> {
    let (mut lines, mut end, mut unknown) = (Vec::new(), 0, 0);
    let (mut long, mut said, mut dated) = (false, false, None);
    let above_another = parts.len().saturating_sub(1);
    for part in parts.iter().take(MOST.min(above_another)) {
        if part.code || is_bullet(&part.text) {
            break;
        }
        let line = Line::of(part, reading);
        if matches!(line, Line::Dated) {
            // Two days of which something is told are a chronicle's, and none is the article's.
            if let Some((first, before)) = dated.filter(|_| tells(&part.text, reading)) {
                end = if told(parts.get(first), reading) { before } else { end };
                break;
            }
            dated = dated.or(Some((lines.len(), end)));
        }
        match line {
            Line::Signed(_) | Line::Dated => (end, said) = (lines.len() + 1, false),
            Line::Picture if end > 0 && !said => end = lines.len() + 1,
            // Under a paragraph only what stands right there belongs to the head.
            Line::Picture | Line::Unknown if long => break,
            Line::Left | Line::Picture => {}
            Line::Unknown => {
                long = part.is_as_wide_as(PARAGRAPH);
                said |= is_standfirst(&part.text);
                unknown += 1;
                if unknown > MOST_UNKNOWN || (long && end > 0) {
                    break;
                }
            }
        }
        lines.push(line);
    }
    lines.truncate(end);
    lines
}

fn told(part: Option<&Part<'_>>, reading: Reading) -> bool {
    part.is_some_and(|part| tells(&part.text, reading))
}

/// Finds names without a word before them on the line of a day, right above one, or right under one.
fn beside_the_day(parts: &[Part<'_>], lines: &[Line], reading: Reading) -> Option<(usize, Vec<Text>)> {
    let named = |at: usize| {
        let part = parts.get(at).filter(|part| !part.code && at + 1 < parts.len())?;
        bare_names(&part.text, reading).map(|names| (at, names))
    };
    let is_left = |at: &usize| matches!(lines.get(*at), Some(Line::Left));
    let dated = || lines.iter().enumerate().filter(|(_, line)| matches!(line, Line::Dated)).map(|(at, _)| at);
    let above = |day: usize| (0..day).rev().find(|at| !is_left(at));
    // Behind a blank line, two words with capitals are as likely a crosshead.
    let glued = |at: usize| parts.get(at).is_some_and(|part| part.gap == 0);
    let below = |day: usize| (day + 1..parts.len()).find(|at| !is_left(at));
    dated()
        .find_map(named)
        .or_else(|| dated().filter_map(above).find_map(named))
        .or_else(|| dated().filter_map(below).filter(|at| glued(*at)).find_map(named))
}

fn is_standfirst(text: &str) -> bool {
    let words = super::dump::count_words(text);
    !text.starts_with(':')
        && !text.contains(['|', '•', '·'])
        && (words >= STANDFIRST || (ends_a_sentence(text) && words > 1))
}
