//! Owns the date and the byline near the headline of a dumped page. It refuses lines of prose.

use std::ops::Range;

use super::kinds::{Page, past_bullet};
use crate::article::{Article, Text};
use crate::formats::dates::{self, Reading};
use crate::formats::fold::fold;
use crate::formats::text::lines::{Part, ends_a_sentence};
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
        .find_map(|cell| opening::byline(cell.trim().trim_end_matches("Twitter"), reading))
        .filter(|n| !n.is_empty())
}

/// Reads a line that is nothing but names, perhaps with a date or time behind them.
fn bare_names(line: &str, reading: Reading) -> Option<Vec<Text>> {
    let line = dates::find(line, reading).and_then(|(range, _)| line.get(..range.start)).unwrap_or(line);
    let line = line.trim_end_matches("Twitter");
    if ends_a_sentence(line)
        || line.contains([':', '?', '!', '"', '„', '“'])
        || line.chars().nth(100).is_some()
    {
        return None;
    }
    let mut names = Vec::new();
    for cell in line.split(['|', '•', '·', '/', '@']).map(str::trim).filter(|cell| !cell.is_empty()) {
        let cell = without_age(cell);
        if cell.contains('.') && !cell.contains(' ') {
            continue;
        }
        let found = opening::split_names(cell);
        if !found.iter().all(|name| is_name(name)) {
            break;
        }
        names.extend(found);
    }
    names.dedup();
    (!names.is_empty() && names.len() <= 6).then_some(names)
}

/// Takes `7 hours`, `5 min read` off the end.
fn without_age(cell: &str) -> &str {
    cell.find(|c: char| c.is_ascii_digit()).and_then(|at| cell.get(..at)).unwrap_or(cell).trim()
}

/// Says whether words are the name of a person: two to four, each as names are written.
fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let is_word = |word: &str| {
        let mut letters = word.trim_end_matches('.').chars();
        letters.next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
            && !joins_two(word)
            && letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
    };
    let shouted = words.chars().all(|c| !c.is_lowercase());
    let is_particle = |word: &str| {
        matches!(
            word,
            "de" | "van" | "von" | "der" | "den" | "di" | "da" | "la" | "del" | "al" | "bin" | "zu" | "du"
        )
    };
    (2..=4).contains(&count)
        && !shouted
        && !words.split_whitespace().last().is_some_and(is_particle)
        && words.split_whitespace().all(|word| is_word(word) || is_particle(word))
        && !words.split_whitespace().any(|word| PAGE_WORDS.contains(&fold(word).as_str()))
}

/// Says whether a word is two that a page set side by side (`PressApril`).
fn joins_two(word: &str) -> bool {
    let mut letters = word.chars().skip(3);
    letters.any(char::is_lowercase) && letters.any(char::is_uppercase) && !word.contains('-')
}

/// Words that stand on pages in capitals, but in no name, folded.
const PAGE_WORDS: &[&str] = &[
    "news",
    "share",
    "sign",
    "log",
    "subscribe",
    "newsletter",
    "follow",
    "read",
    "more",
    "key",
    "points",
    "live",
    "tv",
    "menu",
    "search",
    "images",
    "image",
    "photo",
    "video",
    "audio",
    "listen",
    "play",
    "copy",
    "link",
    "save",
    "print",
    "email",
    "comments",
    "comment",
    "close",
    "open",
    "home",
    "page",
    "the",
    "teilen",
    "merken",
    "drucken",
    "anzeige",
    "getty",
    "reuters",
    "press",
    "today",
    "breaking",
    "top",
    "story",
    "stories",
    "latest",
    "updated",
    "published",
    "opinion",
    "editorial",
    "world",
    "politics",
    "business",
    "sports",
    "sport",
    "local",
    "national",
    "international",
    "google",
    "facebook",
    "twitter",
    "whatsapp",
    "bluesky",
    "linkedin",
    "reddit",
    "app",
    "podcast",
    "agency",
    "ajansı",
    "text",
    "size",
    "add",
    "mehr",
    "themen",
    "artikel",
    "archiv",
    "abo",
    "jetzt",
    "online",
    "redaktion",
];
