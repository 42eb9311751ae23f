//! Owns reading dates written by people, in figures and in words of two dozen languages. It refuses
//! relative dates: a saved file cannot say what "yesterday" was.

mod address;
mod clock;
mod grammar;
mod names;
mod order;
#[cfg(test)]
mod tests;
mod tokens;

use std::ops::Range;

use jiff::civil::Date;
use jiff::fmt::{rfc2822, temporal};

use super::fold::fold;
use crate::article::{Language, Moment};
use grammar::Line;
use tokens::{Kind, Token};

pub use address::{in_file_name, in_url, split_file_name};
pub use names::holds_doubtful_month;
pub use order::is_month_first;

/// The part of a line that is searched for a date, in bytes from its start or to its end.
const SEARCHED: usize = 1000;

/// What helps to read a date right.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reading {
    /// The language of the text around it.
    pub language: Option<Language>,
    /// Proof of US order (`lang=en-US`, a US dateline, another date that only reads month first).
    pub month_first: bool,
    /// The newest day a two-digit year may give: the day after the file's own.
    pub newest: Option<Date>,
}

/// Reads a string that is a date and nothing else: ISO 8601, RFC 2822, figures (day first unless
/// proved otherwise), or words.
pub fn parse(text: &str, reading: Reading) -> Option<Moment> {
    let text = text.trim();
    if text.len() > 200 || !tokens::holds_a_digit(text) {
        return None;
    }
    iso(text).or_else(|| mail(text)).or_else(|| written(text, reading))
}

/// ISO 8601, with or without a time, a zone, dashes.
fn iso(text: &str) -> Option<Moment> {
    let pieces = temporal::Pieces::parse(text).ok()?;
    let day = pieces.date();
    (1000..=2199).contains(&day.year()).then(|| Moment {
        day,
        time: pieces.time(),
        offset: pieces.to_numeric_offset(),
    })
}

fn mail(text: &str) -> Option<Moment> {
    let zoned = rfc2822::parse(text).ok()?;
    Some(Moment { day: zoned.date(), time: Some(zoned.time()), offset: Some(zoned.offset()) })
}

fn written(text: &str, reading: Reading) -> Option<Moment> {
    let tokens = tokens::cut(text);
    let line = Line { tokens: &tokens, reading, certain: true };
    let start = past_idle(&tokens, 0);
    let early = line.time(start);
    let (moment, after) = [Some(start), early.map(|(_, after)| past_idle(&tokens, after))]
        .into_iter()
        .flatten()
        .find_map(|at| moment(line, at))?;
    let clock = early.map(|(clock, _)| clock).filter(|_| moment.time.is_none());
    let moment = clock.map_or(moment, |(time, offset)| Moment { time: Some(time), offset, ..moment });
    (past_idle(&tokens, after) == tokens.len()).then_some(moment)
}

/// Reads the date that begins at a token, and the time behind it.
fn moment(line: Line<'_>, at: usize) -> Option<(Moment, usize)> {
    let (day, after) = line.date(at)?;
    // A weekday may stand between the two: `2016年12月8日（木）10時30分`.
    let idle = past_idle(line.tokens, after).min(after + 3);
    let clock = line.time(after).or_else(|| line.time(idle));
    Some(match clock {
        Some(((time, offset), end)) => (Moment { day, time: Some(time), offset }, end),
        None => (Moment::from(day), after),
    })
}

/// Steps over weekdays, punctuation and the word "year" of some languages.
fn past_idle(tokens: &[Token], mut at: usize) -> usize {
    while tokens.get(at).is_some_and(|token| match &token.kind {
        Kind::Mark(mark) => matches!(
            mark,
            ',' | '.'
                | ';'
                | '('
                | ')'
                | '['
                | ']'
                | '|'
                | '·'
                | '-'
                | '–'
                | '—'
                | '（'
                | '）'
                | '、'
                | '،'
                | '日'
                | '月'
                | '일'
                | '월'
        ),
        Kind::Word(word) => is_idle(word),
        Kind::Number { .. } => false,
    }) {
        at += 1;
    }
    at
}

fn is_idle(word: &str) -> bool {
    names::is_weekday(word)
        || matches!(
            word,
            "г" | "года" | "року" | "р" | "le" | "el" | "am" | "on" | "the" | "den" | "يوم" | "星期"
        )
        || word.chars().count() == 1
            && word.starts_with([
                '月', '火', '水', '木', '金', '土', '日', '월', '화', '수', '목', '금', '토', '일',
            ])
        || word.ends_with("曜")
        || word.ends_with("요")
}

/// Says whether a word is the name of a weekday, in any of the languages dates are read in.
pub fn is_weekday(word: &str) -> bool {
    names::is_weekday(&fold(word))
}

/// Says whether a word is the name of a month, in any of the languages dates are read in.
pub fn is_month(word: &str) -> bool {
    names::month(&fold(word), None).is_some()
}

/// Finds the first date inside a line, and its byte range. Looks no further than a long headline.
pub fn find(text: &str, reading: Reading) -> Option<(Range<usize>, Moment)> {
    let text = text.get(..text.floor_char_boundary(SEARCHED)).unwrap_or(text);
    if !tokens::holds_a_digit(text) {
        return None;
    }
    let tokens = tokens::cut(text);
    let line = Line { tokens: &tokens, reading, certain: false };
    (0..tokens.len()).find_map(|at| {
        let (moment, after) = moment(line, at)?;
        let start = tokens.get(past_weekday_back(line, at, moment.day))?.start;
        let end = tokens.get(after.checked_sub(1)?)?.end;
        Some((start..end, moment))
    })
}

/// Returns the token at which the weekday before a date begins, or the date's own. A weekday belongs
/// to the date when it agrees with it and stands right before it, or between two commas.
fn past_weekday_back(line: Line<'_>, at: usize, day: Date) -> usize {
    let is_comma = |at: usize| matches!(line.mark(at), Some(',' | '.' | '،' | '、'));
    let comma = at.checked_sub(1).filter(|before| is_comma(*before));
    let Some(mut weekday) = comma.unwrap_or(at).checked_sub(1) else { return at };
    if !line.word(weekday).is_some_and(|word| names::names_weekday(word, day.weekday())) {
        return at;
    }
    // The first half of `quinta-feira`.
    let first_half = weekday.checked_sub(2).filter(|_| line.mark(weekday.saturating_sub(1)) == Some('-'));
    if let Some(first) = first_half.filter(|at| line.word(*at).is_some_and(names::is_weekday)) {
        weekday = first;
    }
    let parted = weekday.checked_sub(1).is_none_or(|before| line.word(before).is_none());
    // `Mon. 8`: a stop glued to a short weekday shortens it, and parts nothing.
    let shortened = comma.is_some_and(|at| line.mark(at) == Some('.') && line.glued(at));
    if comma.is_none() || shortened || parted { weekday } else { at }
}

/// Splits a date off the end of a line (`Title, 08/12/16`): the rest without its comma, and the date.
pub fn split_end(text: &str, reading: Reading) -> Option<(&str, Moment)> {
    let text = text.trim_end();
    let from = text.ceil_char_boundary(text.len().saturating_sub(120));
    let end = text.get(from..)?;
    if !tokens::holds_a_digit(end) {
        return None;
    }
    let tokens = tokens::cut(end);
    let line = Line { tokens: &tokens, reading, certain: true };
    let (start, moment) = (0..tokens.len()).find_map(|at| {
        let (moment, after) = moment(line, at)?;
        let closed = tokens.get(after..)?.iter().all(|t| {
            matches!(t.kind, Kind::Mark('.' | ')' | ']' | ';' | ',' | '）'))
                || matches!(&t.kind, Kind::Word(w) if matches!(w.as_str(), "г" | "года" | "р" | "року" | "r" | "roku"))
        });
        closed.then_some((at, moment))
    })?;
    let start = past_weekday_back(line, start, moment.day);
    let rest = text.get(..from + tokens.get(start)?.start)?;
    Some((trim_join(rest), moment))
}

/// Drops the marks that part a text from the date behind it.
fn trim_join(rest: &str) -> &str {
    rest.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, ',' | ';' | '(' | '[' | '-' | '–' | '—' | '|' | '·' | '،' | '、' | '，' | '（')
    })
}
