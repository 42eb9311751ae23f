//! Owns the choice of lines: optimal fit over our own fragments, so that links, emphasis and places
//! in the prose survive it. It refuses to know what the fragments say.

use std::ops::Range;

use textwrap::core::Fragment as _;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};

use super::breaks::Breaker;
use super::fragments::{Cutter, Fragment};
use super::hyphens::Rules;
use super::passage::Passage;

/// Above this many fragments a paragraph is set line by line: nobody wrote it to be read.
const MOST_FRAGMENTS: usize = 10_000;
/// What a hyphen costs, in squared cells of empty line end. At 25 every fourth line has one and many
/// stand under each other; at 150 they come only where a hole would be worse.
const HYPHEN: usize = 150;
/// In a wide column there are no hyphens, and what is weighed like them is avoided almost always.
const HYPHEN_IN_WIDE: usize = 600;
/// Columns of at least this many cells are wide.
const WIDE: usize = 60;
/// A last line has at least this part of the measure: its words stay together.
const CRUMB: usize = 8;
/// What a last line costs that is shorter all the same, because its last word is long.
const LONE_WORD: usize = 300;

/// A line chosen: a stretch of the passage, and whether a hyphen is added to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) range: Range<usize>,
    pub(super) hyphen: bool,
    /// Whether it ends a paragraph, or where its author broke it.
    pub(super) is_last: bool,
}

/// Parts a passage into lines of at most `measure` cells. Empty lines are left out.
pub(super) fn wrap(
    passage: &Passage,
    breaker: &Breaker,
    measure: usize,
    rules: Option<Rules>,
) -> Vec<Chosen> {
    let cutter = Cutter { passage, breaker, measure, rules };
    let (mut chosen, mut start) = (Vec::new(), 0);
    for part in passage.text.split_inclusive('\n') {
        let end = start + part.trim_end().len();
        if passage.cells(start..end) <= measure {
            chosen.push(Chosen { range: start..end, hyphen: false, is_last: true });
        } else {
            let mut fragments = cutter.fragments(start..end);
            if is_ideographic(passage.text.get(start..end).unwrap_or_default()) {
                chosen.extend(wrap_first_fit(&fragments, &[cells_of(measure)]).into_iter().filter_map(join));
            } else {
                gather_crumbs(passage, &mut fragments, measure);
                chosen.extend(lines(&fragments, measure).into_iter().filter_map(join));
            }
            if let Some(last) = chosen.last_mut() {
                last.is_last = true;
            }
        }
        start += part.len();
    }
    chosen.retain(|line| !line.range.is_empty());
    chosen
}

/// Joins the last words of a paragraph to one fragment, as many as a last line should have.
fn gather_crumbs(passage: &Passage, fragments: &mut Vec<Fragment>, measure: usize) {
    while let [.., before, last] = fragments.as_slice() {
        let joined = passage.cells(before.start..last.end);
        if passage.cells(last.start..last.end) * CRUMB >= measure || joined * 2 > measure {
            return;
        }
        let joined = before.joined(last, joined);
        fragments.truncate(fragments.len() - 2);
        fragments.push(joined);
    }
}

/// Says whether a text is mostly of characters between which lines may end: each line of it is filled, and
/// gives a character to the next only where that one may not open a line.
fn is_ideographic(text: &str) -> bool {
    let is_wide =
        |c: char| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}');
    !text.is_ascii() && text.chars().filter(|c| is_wide(*c)).count() * 2 > text.chars().count()
}

fn cells_of(measure: usize) -> f64 {
    f64::from(u32::try_from(measure).unwrap_or(u32::MAX))
}

/// Chooses the lines; first fit where optimal fit would take too long or let a line stick out.
fn lines(fragments: &[Fragment], measure: usize) -> Vec<&[Fragment]> {
    let width = cells_of(measure);
    if fragments.len() <= MOST_FRAGMENTS
        && let Ok(lines) = wrap_optimal_fit(fragments, &[width], &penalties(measure))
        && lines.iter().all(|line| cells(line) <= width)
    {
        return lines;
    }
    wrap_first_fit(fragments, &[width])
}

/// An overflow must cost more than the emptiest line, whatever the measure.
fn penalties(measure: usize) -> Penalties {
    let emptiest = measure.saturating_mul(measure);
    Penalties {
        hyphen_penalty: if measure < WIDE { HYPHEN } else { HYPHEN_IN_WIDE },
        short_last_line_fraction: CRUMB,
        short_last_line_penalty: LONE_WORD,
        overflow_penalty: emptiest.saturating_mul(4).max(10_000),
        ..Penalties::default()
    }
}

fn cells(line: &[Fragment]) -> f64 {
    let whole: f64 = line.iter().map(|fragment| fragment.width() + fragment.whitespace_width()).sum();
    line.last().map_or(0.0, |last| whole - last.whitespace_width() + last.penalty_width())
}

fn join(line: &[Fragment]) -> Option<Chosen> {
    let (first, last) = (line.first()?, line.last()?);
    Some(Chosen { range: first.start..last.end, hyphen: last.hyphen, is_last: false })
}

#[cfg(test)]
mod tests {
    use super::super::Role;
    use super::super::passage::Ink;
    use super::*;
    use crate::article::Language;

    fn set(text: &str, measure: usize, tag: &str) -> Vec<String> {
        let (mut passage, mut prose) = (Passage::default(), String::new());
        passage.words(&mut prose, text, Ink::of(Role::Body));
        let rules = super::super::hyphens::rules(Language::parse(tag), measure);
        let lines = wrap(&passage, &Breaker::new(Language::parse(tag)), measure, rules);
        let show = |line: Chosen| {
            let words = passage.text.get(line.range).expect("whole characters");
            format!("{words}{}", if line.hyphen { "-" } else { "" })
        };
        lines.into_iter().map(show).collect()
    }

    #[test]
    fn lines_are_balanced_over_the_paragraph() {
        let text = "We keep a bakery at the harbour, and an oven older than the harbour.";
        assert_eq!(
            set(text, 28, ""),
            ["We keep a bakery at the", "harbour, and an oven older", "than the harbour."]
        );
    }

    #[test]
    fn narrow_columns_hyphenate_where_a_hole_would_be_worse() {
        let lines = set("Die Donaudampfschifffahrtsgesellschaft fährt wieder.", 20, "de");
        assert!(lines.iter().any(|line| line.ends_with('-')), "{lines:?}");
        assert!(lines.iter().all(|line| line.chars().count() <= 20), "{lines:?}");
    }

    #[test]
    fn an_address_longer_than_a_line_is_cut_and_nothing_of_it_is_lost() {
        let url = format!("https://example.org/{}", "a".repeat(90));
        let lines = set(&format!("See {url} there."), 30, "en");
        assert!(lines.iter().all(|line| line.len() <= 30), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), format!("See{url}there."));
    }

    #[test]
    fn a_line_break_of_the_author_stays() {
        assert_eq!(set("Roses \n are red\n\nViolets", 30, ""), ["Roses", "are red", "Violets"]);
    }

    #[test]
    fn a_paragraph_without_end_is_still_set() {
        let lines = set(&"word ".repeat(40_000), 44, "");
        assert_eq!(lines.iter().map(|line| line.split(' ').count()).sum::<usize>(), 40_000);
    }
}
