//! Owns turning lines round: letters that run from right to left put into the order of the cells they
//! are drawn in, line by line, after wrapping. It refuses to wrap.

use std::ops::Range;

use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::UnicodeSegmentation;

use super::margins::span;
use super::{Column, Line, Role, Span, width};

/// Signs that face the other way from right to left.
const MIRRORED: &[(&str, &str)] =
    &[("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"), ("«", "»"), ("‹", "›"), ("↪", "↩")];

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
        if line.spans.iter().any(|span| has_rtl(&span.text)) {
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
        let turned = ordered(&spans, Some(Level::rtl()));
        let taken: usize = turned.iter().map(|span| width::cells(&span.text)).sum();
        let free = width.saturating_sub(taken);
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
        line.spans.extend(ordered(words, base));
        line.spans.extend(padding.cloned());
    }
}

/// Returns spans in the order they are drawn in. Without a base the first letter gives the direction.
fn ordered(spans: &[Span], base: Option<Level>) -> Vec<Span> {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let info = BidiInfo::new(&text, base);
    let mut out = Vec::with_capacity(spans.len());
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let turned = levels.get(run.start).is_some_and(Level::is_rtl);
            take(spans, &run, turned, &mut out);
        }
    }
    out
}

/// Adds the part of the spans that lies in `run`.
fn take(spans: &[Span], run: &Range<usize>, turned: bool, out: &mut Vec<Span>) {
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
            if turned {
                clusters(span, text, at, out);
            } else {
                out.push(Span { text: text.to_owned(), at, ..span.clone() });
            }
        }
        start = end;
    }
    if turned && let Some(new) = out.get_mut(first..) {
        new.reverse();
    }
}

/// Adds a span cluster by cluster, in reading order.
fn clusters(span: &Span, text: &str, at: Option<usize>, out: &mut Vec<Span>) {
    for (offset, cluster) in text.grapheme_indices(true) {
        let facing = MIRRORED.iter().find_map(|(one, other)| match cluster {
            c if c == *one => Some(*other),
            c if c == *other => Some(*one),
            _ => None,
        });
        let place = at.map(|at| at + offset).filter(|_| facing.is_none());
        out.push(Span { text: facing.unwrap_or(cluster).to_owned(), at: place, ..span.clone() });
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
    fn marks_stay_on_their_letters() {
        assert_eq!(drawn("שָׁלוֹם"), "םוֹלשָׁ");
    }
}
