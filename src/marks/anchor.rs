//! Owns finding a quoted passage again in a text that may have changed since: by its words, then by
//! the words around it, then by most of its words. Pure, linear time. It refuses to know articles.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// How many words of context are kept on either side.
const CONTEXT: usize = 6;
/// The share of a passage's words, in percent, that must still be there when it was rewritten.
const ENOUGH: usize = 60;
/// Passages of fewer words than this are found as they are or not at all.
const FEW: usize = 4;

/// Words of an article, with the words that stood before and after them.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quote {
    /// The words themselves.
    pub exact: String,
    /// What stood before them; empty at the beginning.
    pub before: String,
    /// What stood after them; empty at the end.
    pub after: String,
}

/// A word of a text: its letters without case and accents, and where it stands.
struct Word {
    folded: String,
    at: Range<usize>,
}

impl Quote {
    /// Takes a passage out of a text, widened to whole words, with a few words around it. `None` if
    /// there is no word in it or the range does not lie between characters.
    pub fn take(text: &str, range: Range<usize>) -> Option<Self> {
        text.get(range.clone())?;
        let words: Vec<Word> = words(text).collect();
        let first = words.partition_point(|word| word.at.end <= range.start);
        let end = words.partition_point(|word| word.at.start < range.end);
        let from = words.get(first).filter(|_| first < end)?.at.start.min(range.start);
        let to = words.get(end.checked_sub(1)?)?.at.end.max(range.end);
        let left = words.get(first.saturating_sub(CONTEXT)).map_or(from, |word| word.at.start.min(from));
        let right = words.get(..words.len().min(end + CONTEXT)).and_then(<[Word]>::last);
        let right = right.map_or(to, |word| word.at.end.max(to));
        Some(Self {
            exact: one_line(text.get(from..to)?),
            before: one_line(text.get(left..from)?),
            after: one_line(text.get(to..right)?),
        })
    }

    /// Finds these words as they are typed or pasted: the first place where they stand.
    pub fn of(text: &str, exact: &str) -> Option<Self> {
        let typed = Self { exact: exact.to_owned(), ..Self::default() };
        let at = typed.whole(&words(text).collect::<Vec<Word>>(), &typed.exact_words()?)?;
        Self::take(text, at)
    }

    /// Finds the passage again: as it was, where several are the same the one whose surroundings fit
    /// best; else the passage that has most of its words. `None` when it is gone.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        let (text, exact) = (words(text).collect::<Vec<Word>>(), self.exact_words()?);
        self.whole(&text, &exact).or_else(|| rewritten(&text, &exact))
    }

    /// Returns the words of the passage; nothing if there are none.
    fn exact_words(&self) -> Option<Vec<String>> {
        let exact: Vec<String> = words(&self.exact).map(|word| word.folded).collect();
        Some(exact).filter(|exact| !exact.is_empty())
    }

    /// Finds the passage word for word.
    fn whole(&self, text: &[Word], exact: &[String]) -> Option<Range<usize>> {
        let before: Vec<Word> = words(&self.before).collect();
        let after: Vec<Word> = words(&self.after).collect();
        let before = before.get(before.len().saturating_sub(CONTEXT)..).unwrap_or_default();
        let after = after.get(..CONTEXT.min(after.len())).unwrap_or_default();
        // The words around a passage that are still as they were.
        let fit = |start: usize, end: usize| {
            let left = text.get(..start).unwrap_or_default().iter().rev();
            let right = text.get(end..).unwrap_or_default().iter();
            let same = |(a, b): &(&Word, &Word)| a.folded == b.folded;
            left.zip(before.iter().rev()).take_while(same).count() + right.zip(after).take_while(same).count()
        };
        let found = runs(text, exact).into_iter();
        let best = found.max_by_key(|start| (fit(*start, start + exact.len()), Reverse(*start)))?;
        span(text, best, best + exact.len())
    }
}

/// Finds the stretch, as long as the passage was, that has most of its words.
fn rewritten(text: &[Word], exact: &[String]) -> Option<Range<usize>> {
    if exact.len() < FEW || text.is_empty() {
        return None;
    }
    let length = exact.len().min(text.len());
    let (shared, start) = densest(text, exact, length)?;
    if shared * 100 < exact.len() * ENOUGH {
        return None;
    }
    let exact: HashSet<&str> = exact.iter().map(String::as_str).collect();
    let known = |word: &Word| exact.contains(word.folded.as_str());
    let window = text.get(start..start + length)?;
    let first = window.iter().position(known)?;
    let last = window.iter().rposition(known)?;
    span(text, start + first, start + last + 1)
}

/// Returns where a run of words stands in a text, in linear time (Knuth, Morris and Pratt).
fn runs(text: &[Word], wanted: &[String]) -> Vec<usize> {
    let fallback = fallbacks(wanted);
    let (mut found, mut held) = (Vec::new(), 0);
    for (at, word) in text.iter().enumerate() {
        while held > 0 && wanted.get(held).is_none_or(|next| *next != word.folded) {
            held = fallback.get(held - 1).copied().unwrap_or(0);
        }
        if wanted.get(held).is_some_and(|next| *next == word.folded) {
            held += 1;
        }
        if held == wanted.len() {
            found.push(at + 1 - held);
        }
    }
    found
}

/// For each beginning of a run of words, the length of its longest end that it also begins with.
fn fallbacks(wanted: &[String]) -> Vec<usize> {
    let mut fallback = vec![0_usize];
    let mut held = 0;
    for word in wanted.iter().skip(1) {
        while held > 0 && wanted.get(held) != Some(word) {
            held = fallback.get(held - 1).copied().unwrap_or(0);
        }
        if wanted.get(held) == Some(word) {
            held += 1;
        }
        fallback.push(held);
    }
    fallback
}

/// Returns the stretch of so many words that shares most with the wanted ones, the first of several.
fn densest(text: &[Word], wanted: &[String], length: usize) -> Option<(usize, usize)> {
    let mut missing: HashMap<&str, isize> = HashMap::new();
    for word in wanted {
        *missing.entry(word).or_default() += 1;
    }
    let (mut shared, mut best) = (0_usize, None::<(usize, usize)>);
    for (at, word) in text.iter().enumerate() {
        if let Some(left) = missing.get_mut(word.folded.as_str()) {
            shared += usize::from(*left > 0);
            *left -= 1;
        }
        let gone = at.checked_sub(length).and_then(|gone| text.get(gone));
        if let Some(left) = gone.and_then(|gone| missing.get_mut(gone.folded.as_str())) {
            *left += 1;
            shared -= usize::from(*left > 0);
        }
        if at + 1 >= length && best.is_none_or(|(most, _)| shared > most) {
            best = Some((shared, at + 1 - length));
        }
    }
    best
}

fn span(text: &[Word], start: usize, end: usize) -> Option<Range<usize>> {
    Some(text.get(start)?.at.start..text.get(end.checked_sub(1)?)?.at.end)
}

/// Cuts a text into words: runs of letters and digits; in scripts without spaces, each character.
fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let mut characters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = characters.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        while !stands_alone(first) {
            let more = characters.next_if(|(_, c)| is_joined(*c) && !stands_alone(*c));
            let Some((at, c)) = more else { break };
            end = at + c.len_utf8();
        }
        let folded = fold(text.get(start..end).unwrap_or_default());
        Some(Word { folded, at: start..end })
    })
}

/// Says whether a character goes on a word: a letter, a digit, or an accent on one.
fn is_joined(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

fn stands_alone(c: char) -> bool {
    crate::article::measure::is_ideograph(c)
}

fn fold(word: &str) -> String {
    word.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Puts a passage on one line, as it is kept and printed.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "The lamp went out. Nobody asked the keeper why the lamp went out on a Friday.\n\n\
        In spring the lamp went out again, and nobody climbed the ladder.";

    fn quote(nth: usize) -> Quote {
        let (start, words) = TEXT.match_indices("lamp went out").nth(nth).unwrap();
        Quote::take(TEXT, start..start + words.len()).unwrap()
    }

    fn found<'a>(quote: &Quote, text: &'a str) -> Option<&'a str> {
        quote.find(text).and_then(|at| text.get(at))
    }

    #[test]
    fn of_several_equal_passages_the_one_with_its_surroundings_is_found() {
        for (nth, (start, _)) in TEXT.match_indices("lamp went out").enumerate() {
            assert_eq!(quote(nth).find(TEXT).unwrap().start, start);
        }
        let edited = format!("A new first line. {}", TEXT.replace("Friday", "Monday"));
        let third = edited.match_indices("lamp went out").nth(2).unwrap().0;
        assert_eq!(quote(2).find(&edited).unwrap().start, third);
    }

    #[test]
    fn spaces_case_accents_and_quote_marks_may_change() {
        let text = "Il dit : « L’été finit au phare », puis se tut.";
        let start = text.find("L’été").unwrap();
        let quote = Quote::take(text, start..start + "L’été finit au phare".len()).unwrap();
        let other = "Il dit: \"L'E\u{301}TE\u{301} finit\nau  phare\", puis se tut.";
        assert_eq!(found(&quote, other), Some("L'E\u{301}TE\u{301} finit\nau  phare"));
    }

    #[test]
    fn a_passage_with_a_word_changed_is_found_and_a_deleted_one_is_not() {
        let start = TEXT.find("Nobody asked").unwrap();
        let end = TEXT.find(" on a Friday").unwrap();
        let quote = Quote::take(TEXT, start..end).unwrap();
        let edited = TEXT.replace("asked the keeper", "had asked the old keeper");
        assert!(found(&quote, &edited).unwrap().contains("keeper why the lamp"));
        assert_eq!(quote.find("Quite another text about bread, ovens and the people who bake."), None);
        assert_eq!(quote.find(""), None);
    }

    #[test]
    fn passages_in_scripts_without_spaces_are_found() {
        let text = "港の灯りは金曜日に消えた。誰も理由を聞かなかった。";
        let start = text.find("金曜日").unwrap();
        let quote = Quote::take(text, start..start + "金曜日に消えた".len()).unwrap();
        assert_eq!(found(&quote, &format!("前書き。{text}")), Some("金曜日に消えた"));
    }

    #[test]
    fn words_as_typed_become_a_quote_with_context() {
        let quote = Quote::of(TEXT, "climbed  the LADDER").unwrap();
        assert_eq!(quote.exact, "climbed the ladder");
        assert!(quote.before.ends_with("and nobody"), "{quote:?}");
        assert_eq!(Quote::of(TEXT, "climbed the rope"), None);
        assert_eq!(Quote::of(TEXT, "…"), None);
    }

    proptest! {
        #[test]
        fn a_passage_is_found_where_it_was_taken(text in "[a-c ,.é港]{0,60}", a in 0..60_usize, b in 0..60_usize) {
            let (from, to) = (a.min(b), a.max(b));
            if let Some(quote) = text.get(from..to).and_then(|_| Quote::take(&text, from..to)) {
                let found = text.get(quote.find(&text).unwrap()).unwrap();
                prop_assert_eq!(words(found).map(|w| w.folded).collect::<Vec<_>>(),
                    words(&quote.exact).map(|w| w.folded).collect::<Vec<_>>());
            }
        }

        #[test]
        fn no_text_is_too_odd_to_look_in(text in any::<String>(), exact in any::<String>()) {
            let quote = Quote { exact, ..Quote::default() };
            if let Some(at) = quote.find(&text) {
                prop_assert!(text.get(at).is_some());
            }
        }
    }
}
