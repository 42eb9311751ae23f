//! Owns the numbers a reader sees: one row of them for an article, sources first, then links, then
//! pictures, so that a number means one thing. It refuses to open what they stand for.

use crate::article::{Article, Inline, Target};

/// Returns the number shown for a target of this article. Links are numbered on after the last
/// source, and pictures after the last link; notes have a row of their own, set apart by their form.
pub fn shown_number(article: &Article, target: Target) -> u32 {
    match target {
        Target::Source(number) | Target::Note(number) => number,
        Target::Link(number) => number.saturating_add(last_source(article)),
        Target::Picture(number) => number.saturating_add(last_link(article)),
    }
}

/// Returns the highest number a source has.
pub(super) fn last_source(article: &Article) -> u32 {
    article.sources.iter().map(|source| source.number).max().unwrap_or(0)
}

/// Returns the highest number a link is shown with, or a source where there is no link.
fn last_link(article: &Article) -> u32 {
    let last = article.links.iter().map(|link| link.number).max().unwrap_or(0);
    last.saturating_add(last_source(article))
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
