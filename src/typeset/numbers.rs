//! Owns the numbers a reader sees: one row of them for an article, sources first, then links, then
//! pictures, so that a number means one thing. It refuses to open what they stand for.

use crate::article::{Article, Inline, Target};

/// Returns the number shown for a target of this article. Links are numbered on after the last
/// source, and pictures after the last link; notes have a row of their own, set apart by their form.
pub fn shown_number(article: &Article, target: Target) -> u32 {
    Numbers::of(article).shown(target)
}

/// Where each kind of number of an article ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    /// The highest a source is shown with.
    last_source: u32,
    /// The highest a link is shown with, or a source where there is no link.
    last_link: u32,
}

impl Numbers {
    /// Looks at an article once, for many numbers of it.
    pub fn of(article: &Article) -> Self {
        let last_source = article.sources.iter().map(|source| source.number).max().unwrap_or(0);
        let links = article.links.iter().map(|link| link.number).max().unwrap_or(0);
        Self { last_source, last_link: last_source.saturating_add(links) }
    }

    /// Returns the number shown for a target, as [`shown_number`] does.
    pub fn shown(self, target: Target) -> u32 {
        match target {
            Target::Source(number) | Target::Note(number) => number,
            Target::Link(number) => number.saturating_add(self.last_source),
            Target::Picture(number) => number.saturating_add(self.last_link),
        }
    }

    /// Returns what a number that a reader typed would stand for, whether or not there is such a thing.
    pub fn target(self, number: u32) -> Target {
        match number {
            number if number <= self.last_source => Target::Source(number),
            number if number <= self.last_link => Target::Link(number - self.last_source),
            number => Target::Picture(number - self.last_link),
        }
    }
}

/// What must be added to the words of a run so that its number can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The words are anything; the number goes behind them.
    Words,
    /// The words are the number; brackets go round it.
    BareNumber,
    /// The words are the number with its brackets: nothing is added.
    Number,
}

/// Says what the words of a run with a target are.
pub(super) fn anchor(run: &Inline) -> Anchor {
    let Some(Target::Source(number) | Target::Note(number)) = run.target else { return Anchor::Words };
    let words = run.text.trim();
    let digits = words.trim_matches(|c: char| matches!(c, '[' | ']' | '(' | ')' | '^'));
    let stands_for_note = matches!(run.target, Some(Target::Note(_))) && is_note_mark(digits);
    if stands_for_note || !words.is_empty() && words.chars().all(|c| SUPERSCRIPTS.contains(&c)) {
        Anchor::Number
    } else if digits.parse() != Ok(number) {
        Anchor::Words
    } else if digits.len() == words.len() {
        Anchor::BareNumber
    } else {
        Anchor::Number
    }
}

/// Says whether words are what a page calls a note by, whatever its number here: a figure, a star, a letter.
fn is_note_mark(words: &str) -> bool {
    let figure = words.len() <= 4 && words.bytes().all(|byte| byte.is_ascii_digit());
    let sign = words.chars().count() <= 3 && words.chars().all(|c| "*†‡§¶".contains(c));
    let letter = words.len() == 1 && words.bytes().all(|byte| byte.is_ascii_lowercase());
    !words.is_empty() && (figure || sign || letter)
}

const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Returns a note's number as it stands behind a word and in front of the note.
pub(super) fn note_mark(number: u32, ascii: bool) -> String {
    if ascii {
        return format!("^{number}");
    }
    let digits = number.to_string();
    let raised = digits.bytes().filter_map(|digit| SUPERSCRIPTS.get(usize::from(digit - b'0')));
    raised.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Source, Text};

    #[test]
    fn links_are_numbered_on_after_the_sources() {
        let sources =
            vec![Source { number: 1, ..Source::default() }, Source { number: 2, ..Source::default() }];
        let article = Article { sources, ..Article::default() };
        assert_eq!(shown_number(&article, Target::Source(2)), 2);
        assert_eq!(shown_number(&article, Target::Link(1)), 3);
        assert_eq!(shown_number(&article, Target::Picture(1)), 3, "there is no link");
        let numbers = Numbers::of(&article);
        assert_eq!((numbers.target(2), numbers.target(3)), (Target::Source(2), Target::Picture(1)));
    }

    #[test]
    fn what_a_page_calls_a_note_by_gives_way_to_its_number_here() {
        let run = |words: &str| {
            anchor(&Inline { text: Text::new(words), target: Some(Target::Note(6)), ..Inline::default() })
        };
        for mark in ["[7]", "7", "*", "a", "(12)"] {
            assert_eq!(run(mark), Anchor::Number, "{mark}");
        }
        assert_eq!(run("see below"), Anchor::Words);
    }

    #[test]
    fn a_number_already_there_is_not_said_twice() {
        let run = |words: &str| Inline {
            text: Text::new(words),
            target: Some(Target::Source(2)),
            ..Inline::default()
        };
        assert_eq!(anchor(&run("[2]")), Anchor::Number);
        assert_eq!(anchor(&run("²")), Anchor::Number);
        assert_eq!(anchor(&run("2")), Anchor::BareNumber);
        assert_eq!(anchor(&run("3")), Anchor::Words);
        assert_eq!(anchor(&run("the bakers")), Anchor::Words);
        assert_eq!(anchor(&run("")), Anchor::Words);
    }
}
