//! Owns words being chosen in the open article: whole sentences and words of its prose, moved and
//! grown by keys. Pure. It refuses to light them up.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Words being chosen: a byte range of the prose, never empty, within one block of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where they stand.
    pub at: Range<usize>,
}

/// How a choice changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageStep {
    /// To the next sentence.
    Next,
    /// To the sentence before.
    Previous,
    /// To the first sentence of the next block.
    NextBlock,
    /// To the first sentence of the block before.
    PreviousBlock,
    /// All of the block.
    Block,
    /// A word more at the end.
    MoreWords,
    /// A word less at the end.
    FewerWords,
    /// A sentence more at the end.
    MoreSentences,
    /// A sentence less at the end.
    FewerSentences,
    /// The start a word earlier.
    StartEarlier,
    /// The start a word later.
    StartLater,
}

impl Passage {
    /// Chooses the first sentence that begins at byte `from` of the prose or after it, or else the last.
    pub fn first(prose: &str, from: usize) -> Option<Self> {
        let all = sentences(prose);
        let at = all.iter().find(|at| at.start >= from).or_else(|| all.last())?;
        Some(Self { at: at.clone() })
    }

    /// Changes the choice; at an end of the text, or where nothing would be left, it stays as it is.
    pub fn step(&mut self, prose: &str, step: PassageStep) {
        let changed = match step {
            PassageStep::Next => sentences(prose).into_iter().find(|at| at.start >= self.at.end),
            PassageStep::Previous => sentences(prose).into_iter().rfind(|at| at.end <= self.at.start),
            PassageStep::NextBlock => first_within(prose, next_block(prose, self.at.end)),
            PassageStep::PreviousBlock => first_within(prose, previous_block(prose, self.at.start)),
            PassageStep::Block => trimmed(prose, block(prose, self.at.start)),
            _ => self.resized(prose, step),
        };
        if let Some(at) = changed.filter(|at| at.start < at.end) {
            self.at = at;
        }
    }

    fn resized(&self, prose: &str, step: PassageStep) -> Option<Range<usize>> {
        let block = block(prose, self.at.start);
        let units = match step {
            PassageStep::MoreSentences | PassageStep::FewerSentences => sentences(prose),
            _ => words(prose, &block),
        };
        let mut units = units.into_iter().filter(|unit| block.start <= unit.start && unit.end <= block.end);
        let Range { start, end } = self.at;
        Some(match step {
            PassageStep::MoreWords | PassageStep::MoreSentences => {
                start..units.find(|unit| unit.end > end)?.end
            }
            PassageStep::FewerWords | PassageStep::FewerSentences => {
                start..units.rfind(|unit| unit.end < end)?.end
            }
            PassageStep::StartEarlier => units.rfind(|unit| unit.start < start)?.start..end,
            _ => units.find(|unit| unit.start > start)?.start..end,
        })
    }
}

/// The block of the prose in which a byte stands.
fn block(prose: &str, at: usize) -> Range<usize> {
    let start = prose.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |line| line + 1);
    let end = prose.get(at..).and_then(|rest| rest.find('\n')).map_or(prose.len(), |line| at + line);
    start..end
}

fn next_block(prose: &str, at: usize) -> Option<Range<usize>> {
    let end = block(prose, at).end;
    (end < prose.len()).then(|| block(prose, end + 1))
}

fn previous_block(prose: &str, at: usize) -> Option<Range<usize>> {
    let start = block(prose, at).start;
    start.checked_sub(1).map(|before| block(prose, before))
}

fn first_within(prose: &str, block: Option<Range<usize>>) -> Option<Range<usize>> {
    let block = block?;
    sentences(prose).into_iter().find(|at| block.start <= at.start && at.end <= block.end)
}

/// Every sentence of the prose that has a letter or a digit, without the blanks around it.
fn sentences(prose: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in prose.split('\n') {
        for (at, sentence) in line.split_sentence_bound_indices() {
            let whole = start + at..start + at + sentence.len();
            found.extend(trimmed(prose, whole));
        }
        start += line.len() + 1;
    }
    found
}

fn words(prose: &str, block: &Range<usize>) -> Vec<Range<usize>> {
    let text = prose.get(block.clone()).unwrap_or_default();
    let place = |(at, word): (usize, &str)| block.start + at..block.start + at + word.len();
    text.unicode_word_indices().map(place).collect()
}

/// Takes the blanks off both ends; `None` where there is no word.
fn trimmed(prose: &str, at: Range<usize>) -> Option<Range<usize>> {
    let text = prose.get(at.clone())?;
    text.chars().any(char::is_alphanumeric).then_some(())?;
    let before = text.len() - text.trim_start().len();
    Some(at.start + before..at.start + before + text.trim().len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PROSE: &str = "The lamp\nThe lamp went out. Nobody asked why! It was Friday.\n—\nIn spring, again.";

    fn chosen(steps: &[PassageStep]) -> &'static str {
        let mut passage = Passage::first(PROSE, 1).unwrap();
        for step in steps {
            passage.step(PROSE, *step);
        }
        PROSE.get(passage.at).unwrap()
    }

    #[test]
    fn sentences_and_blocks_are_gone_through() {
        assert_eq!(chosen(&[]), "The lamp went out.");
        assert_eq!(chosen(&[PassageStep::Next]), "Nobody asked why!");
        assert_eq!(chosen(&[PassageStep::Next, PassageStep::Next, PassageStep::Next]), "In spring, again.");
        assert_eq!(chosen(&[PassageStep::Previous]), "The lamp");
        assert_eq!(chosen(&[PassageStep::Block]), "The lamp went out. Nobody asked why! It was Friday.");
        assert_eq!(chosen(&[PassageStep::Next; 9]), "In spring, again.");
    }

    #[test]
    fn a_choice_grows_and_shrinks_by_words_and_sentences() {
        assert_eq!(chosen(&[PassageStep::FewerWords]), "The lamp went out");
        assert_eq!(
            chosen(&[PassageStep::FewerWords, PassageStep::FewerWords, PassageStep::StartLater]),
            "lamp went"
        );
        assert_eq!(chosen(&[PassageStep::MoreSentences]), "The lamp went out. Nobody asked why!");
        assert_eq!(chosen(&[PassageStep::MoreWords]), "The lamp went out. Nobody");
        assert_eq!(chosen(&[PassageStep::MoreSentences, PassageStep::FewerSentences]), "The lamp went out.");
        assert_eq!(chosen(&[PassageStep::StartLater, PassageStep::StartEarlier]), "The lamp went out.");
    }

    proptest! {
        #[test]
        fn no_step_leaves_the_text(prose in any::<String>(), from in 0..50_usize, steps in prop::collection::vec(0..11_usize, 0..12)) {
            const ALL: [PassageStep; 11] = [
                PassageStep::Next, PassageStep::Previous, PassageStep::NextBlock, PassageStep::PreviousBlock, PassageStep::Block, PassageStep::MoreWords,
                PassageStep::FewerWords, PassageStep::MoreSentences, PassageStep::FewerSentences, PassageStep::StartEarlier, PassageStep::StartLater,
            ];
            if let Some(mut passage) = Passage::first(&prose, from) {
                for step in steps {
                    passage.step(&prose, ALL[step]);
                    prop_assert!(prose.get(passage.at.clone()).is_some_and(|text| !text.is_empty()));
                }
            }
        }
    }
}
