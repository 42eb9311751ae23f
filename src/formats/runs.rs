//! Owns gathering running text while a body is read: white space folded as on a page, neighbours of
//! one look joined. It refuses to know which markup the words came from.

use crate::article::{Inline, Look, Target, Text};

/// Small letters before a full stop that ends a sentence, not a name such as `Node.js`.
const SENTENCE: usize = 4;

/// Gathers the runs of one paragraph.
#[derive(Debug, Default)]
pub(super) struct Runs {
    done: Vec<(String, Look, Option<Target>)>,
    space: bool,
}

impl Runs {
    /// Adds words; every run of white space but no-break space becomes one space.
    pub(super) fn push(&mut self, words: &str, look: Look, target: Option<Target>) {
        let inner = words.trim_matches(' ');
        if !inner.is_empty() && !is_loose(inner, folds) {
            self.space |= words.starts_with(' ');
            self.put_space(look, target);
            self.put(inner, look, target);
            self.space |= words.ends_with(' ');
            return;
        }
        let mut rest = words;
        while !rest.is_empty() {
            let end = stretch(rest);
            let (solid, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            if !solid.is_empty() {
                self.put_space(look, target);
                self.put(solid, look, target);
            }
            let next = after.trim_start_matches(folds);
            self.space |= next.len() < after.len();
            rest = next;
        }
    }

    /// Parts the words to come from a sentence that has just ended: between two elements of a page there is
    /// often no space where a line breaks on the screen.
    pub(super) fn part_sentences(&mut self, words: &str) {
        let mut next = words.chars();
        let begins =
            next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_alphabetic);
        let ended = |(text, ..): &(String, Look, Option<Target>)| {
            let before = text.strip_suffix(['.', '!', '?', '…']).unwrap_or_default();
            before.chars().rev().take(SENTENCE).filter(|c| c.is_lowercase()).count() == SENTENCE
        };
        self.space |= begins && self.done.last().is_some_and(ended);
    }

    /// Joins the words to come to those before, whatever space stands between.
    pub(super) fn glue<'w>(&mut self, words: &'w str) -> &'w str {
        self.space = false;
        words.trim_start()
    }

    /// Adds a forced line break.
    pub(super) fn line_break(&mut self) {
        self.space = false;
        if let Some((text, ..)) = self.done.last_mut() {
            text.push('\n');
        }
    }

    /// Says whether nothing readable was added.
    pub(super) fn is_empty(&self) -> bool {
        self.done.is_empty()
    }

    /// Returns the runs and starts anew; white space at the ends is gone.
    pub(super) fn take(&mut self) -> Vec<Inline> {
        self.space = false;
        let mut runs = std::mem::take(&mut self.done);
        while let Some((text, ..)) = runs.last_mut() {
            text.truncate(text.trim_end().len());
            if !text.is_empty() {
                break;
            }
            runs.pop();
        }
        let inlines =
            runs.into_iter().map(|(text, look, target)| Inline { text: Text::from(text), look, target });
        let inlines: Vec<Inline> = inlines.filter(|run| !run.text.is_empty()).collect();
        if inlines.iter().all(|run| run.text.trim().is_empty()) { Vec::new() } else { inlines }
    }

    /// Writes the space that was held back; between two looks it belongs to the plain one.
    fn put_space(&mut self, look: Look, target: Option<Target>) {
        if !std::mem::take(&mut self.space) {
            return;
        }
        let plain = |look: Look, target: Option<Target>| look == Look::default() && target.is_none();
        match self.done.last_mut() {
            None => {}
            Some((text, ..)) if text.ends_with('\n') => {}
            Some((text, last, to)) if plain(*last, *to) || (*last == look && *to == target) => text.push(' '),
            Some(_) if plain(look, target) => self.put(" ", look, target),
            Some(_) => self.done.push((" ".to_owned(), Look::default(), None)),
        }
    }

    fn put(&mut self, words: &str, look: Look, target: Option<Target>) {
        match self.done.last_mut() {
            Some((text, last, to)) if *last == look && *to == target => text.push_str(words),
            _ => self.done.push((words.to_owned(), look, target)),
        }
    }
}

/// Says whether a text holds white space other than single spaces: two in a row, or one `strays` knows.
#[expect(clippy::needless_bitwise_bool, reason = "without branches many bytes are looked at in one go")]
pub(super) fn is_loose(text: &str, strays: fn(char) -> bool) -> bool {
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let loose = pairs.fold(false, |any, (a, b)| any | (*a < b' ') | ((*a == b' ') & (*b == b' ')));
    // White space beyond ASCII begins with one of three bytes; with a fourth, a mark nobody uses.
    let stray = |at: usize| text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(strays);
    let last = bytes.last().is_some_and(|byte| *byte < b' ');
    loose || last || (!text.is_ascii() && memchr::memchr3_iter(0xc2, 0xe2, 0xe3, bytes).any(stray))
}

/// Says whether a character is white space that folds with its like.
fn folds(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// Returns the length in bytes of the words at the start of `text` that need no folding: up to the first
/// white space that is not a single space between two of them.
fn stretch(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == ' ' {
            if at == 0 || chars.peek().is_none_or(|(_, next)| folds(*next)) {
                return at;
            }
        } else if !c.is_ascii_graphic() && folds(c) {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::body::words;

    #[test]
    fn white_space_folds_across_looks_and_stays_out_of_links() {
        let strong = Look { strong: true, ..Look::default() };
        let mut runs = Runs::default();
        runs.push("  The \n", Look::default(), None);
        runs.push(" tide ", strong, None);
        runs.push("table", Look::default(), Some(Target::Link(1)));
        runs.push(" hangs here. ", Look::default(), None);
        let made = runs.take();
        assert_eq!(words(&made), "The tide table hangs here.");
        assert_eq!(made.iter().find(|r| r.target.is_some()).map(|r| r.text.as_str()), Some("table"));
    }

    #[test]
    fn a_break_at_the_end_is_no_line() {
        let mut runs = Runs::default();
        runs.push("one ", Look::default(), None);
        runs.line_break();
        runs.push(" two", Look::default(), None);
        runs.line_break();
        assert_eq!(words(&runs.take()), "one\ntwo");
    }
}
