//! Owns where a line may end: the break points of UAX #14, less those that spacing forbids and those
//! inside pieces that stay together. It refuses to choose among them.

use std::ops::Range;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use super::passage::{Hold, Passage};
use super::reluctance::{self, Bonds, Reluctance};
use super::spacing;
use crate::article::Language;

/// Finds break points; made once for an article.
#[derive(Debug)]
pub(super) struct Breaker {
    segmenter: LineSegmenterBorrowed<'static>,
    bonds: Bonds,
}

impl Breaker {
    pub(super) fn new(language: Option<Language>) -> Self {
        let segmenter = LineSegmenter::new_auto(LineBreakOptions::default());
        Self { segmenter, bonds: Bonds::of(language) }
    }

    /// Returns where a line of a passage may end within `range`, in order, its end included, and whether it
    /// should rather not.
    /// Pieces wider than `measure` may break although they hold together.
    pub(super) fn breaks(
        &self,
        passage: &Passage,
        range: Range<usize>,
        measure: usize,
    ) -> Vec<(usize, bool)> {
        let text = passage.text.get(range.clone()).unwrap_or_default();
        let has_held = passage.pieces.iter().any(|piece| piece.hold != Hold::Free);
        let kept = self.points(text).filter(|at| !spacing::forbids(text, *at));
        let weighed = kept.filter_map(|at| match reluctance::at(text, at, measure, self.bonds) {
            Reluctance::None => Some((at + range.start, false)),
            Reluctance::Some => Some((at + range.start, true)),
            Reluctance::Full => None,
        });
        let mut breaks: Vec<(usize, bool)> = weighed.collect();
        if has_held {
            breaks.retain(|(at, _)| !is_held(passage, *at, measure));
        }
        breaks.push((range.end, false));
        breaks
    }

    /// Returns the break points of UAX #14 inside a text, in order. Thai, Lao, Khmer and Burmese, which
    /// set no spaces, break between words by a model of each.
    pub(super) fn points(&self, text: &str) -> impl Iterator<Item = usize> {
        self.segmenter.segment_str(text).filter(|at| (1..text.len()).contains(at))
    }
}

/// Says whether a break at `at` falls into or in front of a piece that stays together.
fn is_held(passage: &Passage, at: usize, measure: usize) -> bool {
    let index = passage.pieces.partition_point(|piece| piece.start <= at).saturating_sub(1);
    let Some(piece) = passage.pieces.get(index) else { return false };
    let held = match piece.hold {
        Hold::Free => false,
        Hold::Whole => piece.start < at,
        Hold::Glued => true,
    };
    let end = passage.pieces.get(index + 1).map_or(passage.text.len(), |next| next.start);
    held && passage.cells(piece.start..end) <= measure
}

#[cfg(test)]
mod tests {
    use super::super::Role;
    use super::super::passage::Ink;
    use super::*;

    fn parts(text: &str) -> Vec<String> {
        let (mut passage, mut prose) = (Passage::default(), String::new());
        passage.words(&mut prose, text, Ink::of(Role::Body));
        let mut start = 0;
        let breaks = Breaker::new(None).breaks(&passage, 0..passage.text.len(), 80);
        breaks
            .into_iter()
            .map(|(end, _)| {
                let part = passage.text.get(start..end).expect("whole characters").to_owned();
                start = end;
                part
            })
            .collect()
    }

    #[test]
    fn french_marks_stay_with_their_words() {
        assert_eq!(parts("Il dit : « Quoi ? » à 80 % !"), ["Il ", "dit : ", "« Quoi ? » ", "à ", "80 % !"]);
        assert_eq!(parts("pasted\u{a0}: here"), ["pasted : ", "here"]);
    }

    #[test]
    fn german_guillemets_open_and_close_the_other_way() {
        assert_eq!(parts("Er sagte »ja« und ging"), ["Er ", "sagte ", "»ja« ", "und ", "ging"]);
    }

    #[test]
    fn south_east_asian_lines_end_between_words() {
        assert_eq!(parts("ท่าเรือเงียบในคืนนี้"), ["ท่า", "เรือ", "เงียบ", "ใน", "คืน", "นี้"]);
        assert!(parts("ທ່າເຮືອມິດງຽບໃນຄືນນີ້").len() > 2);
        assert!(parts("កំពង់ផែស្ងាត់នៅយប់នេះ").len() > 2);
    }

    #[test]
    fn no_closing_mark_and_no_small_kana_opens_a_line() {
        let text = "「港の灯り、」と言って、ちょっとパーティーへ行った。（本当に！？）そうだ…";
        for part in parts(text).iter().skip(1) {
            let first = part.chars().next().expect("parts are not empty");
            assert!(!"」、。！？）ょっー…".contains(first), "{part}");
        }
        assert!(parts(text).iter().all(|part| !part.ends_with(['「', '（'])));
    }

    #[test]
    fn a_number_behind_a_word_stays_with_it() {
        let (mut passage, mut prose) = (Passage::default(), String::new());
        passage.words(&mut prose, "港の灯 ", Ink::of(Role::Link));
        passage.mark(&mut prose, "[12]", Ink::of(Role::LinkNumber));
        passage.words(&mut prose, "海", Ink::of(Role::Body));
        assert_eq!((passage.text.as_str(), prose.as_str()), ("港の灯[12] 海", "港の灯 海"));
        let breaks = Breaker::new(None).breaks(&passage, 0..passage.text.len(), 80);
        let breaks: Vec<usize> = breaks.into_iter().map(|(at, _)| at).collect();
        assert_eq!(breaks, ["港".len(), "港の".len(), "港の灯[12] ".len(), "港の灯[12] 海".len()]);
    }
}
