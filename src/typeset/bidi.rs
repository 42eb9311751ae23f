//! Owns turning lines round: letters that run from right to left put into the order of the cells they
//! are drawn in, line by line, after wrapping. It refuses to wrap.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_bidi::{BidiInfo, Direction, Level, get_base_direction};
use unicode_segmentation::UnicodeSegmentation;

use super::margins::span;
use super::shaping::shapes;
use super::{Column, Line, Role, Span, width};

/// Signs that face the other way from right to left.
const MIRRORED: &[(&str, &str)] =
    &[("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"), ("«", "»"), ("‹", "›"), ("↪", "↩")];

/// What begins and ends words that are ordered by themselves, whatever stands around them (FSI and PDI of
/// UAX #9).
const ISOLATE: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// What parts the items of a line that newsprint composes, and what does where only ASCII is drawn.
const POINT: &str = " · ";
const PLAIN_POINT: &str = " - ";

/// The forms of letters by the byte where they stand.
type Forms = BTreeMap<usize, Option<char>>;

/// Says whether any character runs from right to left.
pub(super) fn has_rtl(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_rtl)
}

/// Says whether a character belongs to a script that runs from right to left.
pub(super) fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Turns every line of a column round that needs it; paragraphs from right to left end at the right.
pub(super) fn turn(column: &mut Column, width: usize) {
    for line in &mut column.lines {
        if line.rtl || line.spans.iter().any(|span| has_rtl(&span.text)) {
            turn_line(line, width);
        }
    }
}

/// Returns a text of one line as it is drawn.
pub(super) fn drawn(text: &str) -> String {
    let whole = vec![span(text.to_owned(), Role::Body)];
    ordered(&whole, None).into_iter().map(|span| span.text).collect()
}

fn turn_line(line: &mut Line, width: usize) {
    let spans = std::mem::take(&mut line.spans);
    if line.rtl {
        // Words of newsprint's own are in the reader's language, which runs from left to right.
        let is_own = spans.iter().all(|span| span.at.is_none());
        let turned = ordered(&spans, Some(if is_own { Level::ltr() } else { Level::rtl() }));
        let free = width.saturating_sub(taken(&turned));
        if free > 0 {
            line.spans.push(span(" ".repeat(free), Role::Body));
        }
        line.spans.extend(turned);
        return;
    }
    // The cells of a table stand beside each other: each is turned round by itself.
    let is_padding = |span: &Span| span.at.is_none() && span.text.trim().is_empty();
    let parts: Vec<&[Span]> = spans.split_inclusive(is_padding).collect();
    let base = if parts.len() > 1 { None } else { Some(Level::ltr()) };
    for part in parts {
        let (padding, words) = match part.split_last() {
            Some((last, rest)) if is_padding(last) => (Some(last), rest),
            _ => (None, part),
        };
        let turned = ordered(words, base);
        // Letters that became one sign leave room, which keeps the columns of a table where they are.
        let free = taken(words).saturating_sub(taken(&turned));
        line.spans.extend(turned);
        line.spans.extend(Some(span(" ".repeat(free), Role::Body)).filter(|_| free > 0));
        line.spans.extend(padding.cloned());
    }
}

fn taken(spans: &[Span]) -> usize {
    spans.iter().map(|span| width::cells(&span.text)).sum()
}

/// Returns spans in the order they are drawn in. Without a base the first letter gives the direction.
fn ordered(spans: &[Span], base: Option<Level>) -> Vec<Span> {
    let whole: String = spans.iter().map(|span| span.text.as_str()).collect();
    let first =
        || if get_base_direction(whole.as_str()) == Direction::Rtl { Level::rtl() } else { Level::ltr() };
    let base = Some(base.unwrap_or_else(first));
    let isolated = isolated(spans);
    let spans = isolated.as_deref().unwrap_or(spans);
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let info = BidiInfo::new(&text, base);
    let forms = shapes(&text);
    let mut out = Vec::with_capacity(spans.len());
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let turned = levels.get(run.start).is_some_and(Level::is_rtl);
            take(spans, &run, turned.then_some(&forms), &mut out);
        }
    }
    out.retain(|span| !ISOLATE.contains(&span.text.as_str()));
    out
}

/// Sets the items of a line that newsprint composes (a publisher, a day, a host) apart from each other: a day
/// behind an Arabic name is still read as a day. Margins and labels in front of the first stay outside.
fn isolated(spans: &[Span]) -> Option<Vec<Span>> {
    let is_own = |span: &&Span| span.at.is_none();
    let has_point = |span: &Span| span.text.contains(POINT) || is_point(&span.text);
    if !spans.iter().filter(is_own).any(has_point) {
        return None;
    }
    let [open, close] = ISOLATE.map(|sign| span(sign.to_owned(), Role::Body));
    let margins =
        spans.iter().take_while(|span| is_own(span) && span.text.ends_with(' ') && !has_point(span));
    let (margins, rest) = spans.split_at_checked(margins.count())?;
    let mut out = margins.to_vec();
    out.push(open.clone());
    for span in rest {
        if span.at.is_some() {
            out.push(span.clone());
            continue;
        }
        for part in parted(&span.text) {
            let part = Span { text: part.to_owned(), bytes: part.len(), ..span.clone() };
            if is_point(&part.text) {
                out.extend([close.clone(), part, open.clone()]);
            } else {
                out.push(part);
            }
        }
    }
    out.push(close);
    Some(out)
}

fn is_point(text: &str) -> bool {
    [POINT, PLAIN_POINT].contains(&text)
}

/// Parts words of newsprint's own at their points, which are parts of their own.
fn parted(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((item, behind)) = rest.split_once(POINT) {
        parts.extend([item, POINT]);
        rest = behind;
    }
    parts.push(rest);
    parts.retain(|part| !part.is_empty());
    parts
}

/// Adds the part of the spans that lies in `run`; with `turned`, cluster by cluster in these forms, the
/// last first.
fn take(spans: &[Span], run: &Range<usize>, turned: Option<&Forms>, out: &mut Vec<Span>) {
    let (mut start, first) = (0, out.len());
    for span in spans {
        let end = start + span.text.len();
        let (from, to) = (run.start.max(start), run.end.min(end));
        if let Some(text) = span
            .text
            .get(from.saturating_sub(start)..to.saturating_sub(start).max(from.saturating_sub(start)))
            && !text.is_empty()
        {
            let at = span.at.map(|at| at + from - start);
            if let Some(forms) = turned {
                clusters(span, (text, from), at, forms, out);
            } else {
                out.push(Span { text: text.to_owned(), at, bytes: text.len(), ..span.clone() });
            }
        }
        start = end;
    }
    if turned.is_some()
        && let Some(new) = out.get_mut(first..)
    {
        new.reverse();
    }
}

/// Adds a span cluster by cluster, in reading order; `from` is where its text begins on the line.
fn clusters(span: &Span, (text, from): (&str, usize), at: Option<usize>, forms: &Forms, out: &mut Vec<Span>) {
    for (offset, cluster) in text.grapheme_indices(true) {
        let facing = MIRRORED.iter().find_map(|(one, other)| match cluster {
            c if c == *one => Some(*other),
            c if c == *other => Some(*one),
            _ => None,
        });
        let formed = |(index, letter): (usize, char)| {
            forms.get(&(from + offset + index)).copied().unwrap_or(Some(letter))
        };
        let text: String = match facing {
            Some(facing) => facing.to_owned(),
            None => cluster.char_indices().filter_map(formed).collect(),
        };
        match out.last_mut() {
            // The sign before it stands for this letter too.
            Some(last) if text.is_empty() => last.bytes += cluster.len(),
            _ => out.push(Span { text, at: at.map(|at| at + offset), bytes: cluster.len(), ..span.clone() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_turned_round_and_numbers_are_not() {
        assert_eq!(drawn("אבג 123 דה"), "הד 123 גבא");
        assert_eq!(drawn("abc"), "abc");
        assert_eq!(drawn("(אב)"), "(בא)");
    }

    #[test]
    fn arabic_is_joined_before_it_is_turned_round() {
        assert_eq!(drawn("بيت"), "\u{fe96}\u{fef4}\u{fe91}");
        let spans = ordered(&[Span { at: Some(7), ..span("سلام".to_owned(), Role::Body) }], None);
        let prose: Vec<_> = spans.iter().map(|span| span.prose().unwrap()).collect();
        assert_eq!(prose, [13..15, 9..13, 7..9], "every sign knows which letters it stands for");
    }

    #[test]
    fn what_stands_behind_a_point_is_ordered_by_itself() {
        assert_eq!(drawn("אב · 12 Mar 2021 · a.org"), "a.org · 12 Mar 2021 · בא");
        assert_eq!(drawn("12 Mar 2021 · אב · 3 min"), "12 Mar 2021 · בא · 3 min");
        assert_eq!(drawn("a · ב · 12"), "a · ב · 12");
    }

    #[test]
    fn marks_stay_on_their_letters() {
        assert_eq!(drawn("שָׁלוֹם"), "םוֹלשָׁ");
    }
}
