//! Owns which parts of a line stand out: what is lit up, chosen, looked for. It refuses to draw.

use std::ops::Range;

use super::Reader;
use crate::typeset::{Line, Role, Span};

/// Cuts a span wherever a highlight, a match or the like begins or ends. Each piece comes with the roles it
/// stands out in, the strongest last.
pub(super) fn pieces<'a>(reader: &Reader, span: &'a Span) -> Vec<(&'a str, Vec<Role>)> {
    let Some(prose) = span.prose() else { return vec![(&span.text, Vec::new())] };
    let (at, end) = (prose.start, prose.end);
    let layers = layers(reader, prose);
    if span.bytes != span.text.len() {
        // One sign for several letters cannot be cut.
        return vec![(&span.text, layers.into_iter().map(|(_, role)| role).collect())];
    }
    let mut cuts = vec![0, span.text.len()];
    cuts.extend(layers.iter().flat_map(|(range, _)| [range.start.max(at) - at, range.end.min(end) - at]));
    cuts.sort_unstable();
    cuts.dedup();
    let bounds = cuts.iter().zip(cuts.iter().skip(1));
    let piece = |(from, to): (&usize, &usize)| {
        let here = at + from;
        let roles = layers.iter().filter(|(range, _)| range.contains(&here)).map(|(_, role)| *role);
        Some((span.text.get(*from..*to)?, roles.collect()))
    };
    bounds.filter_map(piece).collect()
}

/// Says whether something on a line is lit up.
pub(super) fn is_lit(reader: &Reader, line: &Line) -> bool {
    let meets = |span: &Span| {
        span.prose()
            .is_some_and(|at| reader.highlit.iter().any(|(lit, _)| lit.start < at.end && at.start < lit.end))
    };
    line.spans.iter().any(meets)
}

/// What stands out in a stretch of the prose, the weakest first.
fn layers(reader: &Reader, here: Range<usize>) -> Vec<(Range<usize>, Role)> {
    let meets = |range: &Range<usize>| range.start < here.end && here.start < range.end;
    let lit = reader.highlit.iter().map(|(at, _)| (at.clone(), Role::Highlight));
    let mut layers: Vec<_> = lit.filter(|(at, _)| meets(at)).collect();
    let chosen = reader.passage.iter().map(|passage| (passage.at.clone(), Role::Chosen));
    layers.extend(chosen.filter(|(at, _)| meets(at)));
    let Some(find) = &reader.find else { return layers };
    let matches = find.matches();
    let first = matches.partition_point(|found| found.end <= here.start);
    let current = find.current();
    let role = |found: &Range<usize>| {
        if current == Some(found) { Role::CurrentMatch } else { Role::Match }
    };
    let met = matches.iter().skip(first).take_while(|found| found.start < here.end);
    layers.extend(met.map(|found| (found.clone(), role(found))));
    layers
}
