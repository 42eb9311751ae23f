//! Owns what changed between two versions of an article, word by word, and how that is set. It refuses to
//! know where the versions are kept.

use std::time::Instant;

use similar::{Algorithm, DiffOp};
use unicode_segmentation::UnicodeSegmentation;

use super::breaks::Breaker;
use super::compositor;
use super::passage::{Hold, Ink, Passage};
use super::wrap::wrap;
use super::{Line, Role, Surface};
use crate::article::Article;

/// What becomes of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Both versions have them.
    Kept,
    /// Only the older version has them.
    Removed,
    /// Only the newer version has them.
    Added,
}

/// Words with one fate, and the white space behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What becomes of them.
    pub fate: Fate,
    /// The words; a line break parts paragraphs.
    pub text: String,
}

/// What changed between two versions of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The words of both versions in reading order; of neighbours no two have one fate.
    pub pieces: Vec<Piece>,
}

/// Changes set in lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SetChanges {
    /// The lines, top to bottom.
    pub lines: Vec<Line>,
    /// For each change, the line it begins on.
    pub starts: Vec<usize>,
}

/// A word, or one sign of punctuation, and the white space behind it. White space does not tell words
/// apart.
struct Word<'a> {
    word: &'a str,
    behind: &'a str,
}

impl Changes {
    /// Finds what changed: headline, standfirst, body and sources, in that order. At the deadline what is
    /// left is taken to be changed as a whole.
    pub fn between(old: &Article, new: &Article, deadline: Option<Instant>) -> Self {
        let (old, new) = (words_of(old), words_of(new));
        Self::between_texts(&old, &new, deadline)
    }

    /// As [`Self::between`], of texts.
    pub fn between_texts(old: &str, new: &str, deadline: Option<Instant>) -> Self {
        let (old, new) = (split(old), split(new));
        let key = |word: &Word<'_>| word.word.to_owned();
        let (before, after): (Vec<String>, Vec<String>) =
            (old.iter().map(key).collect(), new.iter().map(key).collect());
        let steps = similar::capture_diff_slices_deadline(Algorithm::Patience, &before, &after, deadline);
        let mut changes = Self::default();
        for step in steps {
            match step {
                DiffOp::Equal { new_index, len, .. } => changes.push(Fate::Kept, &new, new_index, len),
                DiffOp::Delete { old_index, old_len, .. } => {
                    changes.push(Fate::Removed, &old, old_index, old_len);
                }
                DiffOp::Insert { new_index, new_len, .. } => {
                    changes.push(Fate::Added, &new, new_index, new_len);
                }
                DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                    changes.push(Fate::Removed, &old, old_index, old_len);
                    changes.close_up();
                    changes.push(Fate::Added, &new, new_index, new_len);
                }
            }
        }
        changes
    }

    fn push(&mut self, fate: Fate, words: &[Word<'_>], from: usize, count: usize) {
        let words = words.iter().skip(from).take(count);
        if fate == Fate::Added && self.pieces.last().is_some_and(|last| last.fate == Fate::Removed) {
            self.close_up();
        }
        let same = self.pieces.last().is_some_and(|last| last.fate == fate);
        if !same {
            self.pieces.push(Piece { fate, text: String::new() });
        }
        if let Some(last) = self.pieces.last_mut() {
            for word in words {
                last.text.push_str(word.word);
                last.text.push_str(word.behind);
            }
            if last.text.is_empty() {
                self.pieces.pop();
            }
        }
    }

    /// What takes the place of removed words follows them in their paragraph.
    fn close_up(&mut self) {
        if let Some(last) = self.pieces.last_mut().filter(|last| last.fate == Fate::Removed) {
            let bare = last.text.trim_end().len();
            if bare < last.text.len() {
                last.text.truncate(bare);
                last.text.push(' ');
            }
        }
    }

    /// Returns how many places of the text changed; words removed and those in their place are one.
    pub fn count(&self) -> usize {
        let before = std::iter::once(Fate::Kept).chain(self.pieces.iter().map(|piece| piece.fate));
        let begins = |(before, piece): &(Fate, &Piece)| *before == Fate::Kept && piece.fate != Fate::Kept;
        before.zip(&self.pieces).filter(begins).count()
    }

    /// Returns how many words were removed and how many added.
    pub fn words(&self) -> (usize, usize) {
        let count = |fate| {
            let pieces = self.pieces.iter().filter(|piece| piece.fate == fate);
            pieces.map(|piece| piece.text.unicode_words().count()).sum()
        };
        (count(Fate::Removed), count(Fate::Added))
    }

    /// Sets the words in lines of at most `width` cells. With `marked`, what is removed stands in `[- -]` and
    /// what is added in `{+ +}`, for terminals that may show neither strokes nor lines.
    pub fn set(&self, width: u16, marked: bool, surface: Surface) -> SetChanges {
        surface.hold(|| Setter::new(usize::from(width.max(1)), marked).set(self))
    }

    /// Writes the words as one text, what is removed as `[-so-]` and what is added as `{+so+}`.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for piece in &self.pieces {
            let (open, close) = piece.fate.brackets();
            for (index, line) in piece.text.split('\n').enumerate() {
                if index > 0 {
                    out.push('\n');
                }
                let words = line.trim_end();
                if words.is_empty() {
                    out.push_str(line);
                    continue;
                }
                let behind = line.get(words.len()..).unwrap_or_default();
                for part in [open, words, close, behind] {
                    out.push_str(part);
                }
            }
        }
        out
    }
}

impl Fate {
    /// Returns what stands around words of this fate where nothing else can tell it.
    pub fn brackets(self) -> (&'static str, &'static str) {
        match self {
            Self::Kept => ("", ""),
            Self::Removed => ("[-", "-]"),
            Self::Added => ("{+", "+}"),
        }
    }

    fn role(self) -> Role {
        match self {
            Self::Kept => Role::Body,
            Self::Removed => Role::Removed,
            Self::Added => Role::Added,
        }
    }
}

/// Sets changes paragraph by paragraph.
struct Setter {
    width: usize,
    marked: bool,
    breaker: Breaker,
    out: SetChanges,
    passage: Passage,
    prose: String,
    /// Offsets into the passage at which changes begin.
    begun: Vec<usize>,
}

impl Setter {
    fn new(width: usize, marked: bool) -> Self {
        let (passage, prose) = (Passage::default(), String::new());
        Self {
            width,
            marked,
            breaker: Breaker::new(None),
            out: SetChanges::default(),
            passage,
            prose,
            begun: Vec::new(),
        }
    }

    fn set(mut self, changes: &Changes) -> SetChanges {
        let mut before = Fate::Kept;
        for piece in &changes.pieces {
            if piece.fate != Fate::Kept && before == Fate::Kept {
                self.begun.push(self.passage.text.len());
            }
            before = piece.fate;
            for (index, line) in piece.text.split('\n').enumerate() {
                if index > 0 {
                    self.paragraph();
                }
                self.words(piece.fate, line);
            }
        }
        self.paragraph();
        self.out
    }

    fn words(&mut self, fate: Fate, line: &str) {
        let (ink, (open, close)) = (Ink::of(fate.role()), fate.brackets());
        let bare = line.trim_end();
        let marked = self.marked && !bare.is_empty() && fate != Fate::Kept;
        if marked {
            self.passage.add(open, ink, Hold::Whole);
        }
        self.passage.words(&mut self.prose, bare, ink);
        if marked {
            self.passage.add(close, ink, Hold::Glued);
        }
        let behind = line.get(bare.len()..).unwrap_or_default();
        self.passage.words(&mut self.prose, behind, Ink::of(Role::Body));
    }

    /// Ends a paragraph: its lines, and one of air.
    fn paragraph(&mut self) {
        let mut passage = std::mem::take(&mut self.passage);
        passage.finish(&mut self.prose);
        passage.replace_misfits(self.width);
        let begun = std::mem::take(&mut self.begun);
        if passage.is_empty() {
            // A change that is nothing but a paragraph break begins with the next.
            self.begun.extend(begun.iter().map(|_| 0));
            return;
        }
        if !self.out.lines.is_empty() {
            self.out.lines.push(Line::default());
        }
        let first = self.out.lines.len();
        let lines = wrap(&passage, &self.breaker, self.width, None);
        for start in begun {
            let on = lines.iter().rposition(|line| line.range.start <= start).unwrap_or(0);
            self.out.starts.push(first + on);
        }
        for line in &lines {
            let spans = compositor::spans(&passage, line);
            self.out.lines.push(Line { spans, start: 0, rtl: false });
        }
        self.prose.clear();
    }
}

/// Joins what an article says, a line a block.
fn words_of(article: &Article) -> String {
    let head = [&article.headline, &article.standfirst].into_iter().flatten().map(ToString::to_string);
    let sources = article.sources.iter().map(|source| source.raw.to_string());
    let parts = head.chain([article.plain_text()]).chain(sources);
    parts.filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

/// Splits a text into words and signs.
fn split(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    for (at, piece) in text.split_word_bound_indices() {
        let is_space = piece.chars().all(char::is_whitespace);
        match words.last_mut() {
            Some(last) if is_space => {
                let from = at - last.behind.len();
                last.behind = text.get(from..at + piece.len()).unwrap_or(piece);
            }
            None if is_space => {}
            _ => words.push(Word { word: piece, behind: "" }),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(old: &str, new: &str) -> Changes {
        Changes::between_texts(old, new, None)
    }

    fn lines(set: &SetChanges) -> Vec<String> {
        set.lines.iter().map(|line| line.spans.iter().map(|span| span.text.as_str()).collect()).collect()
    }

    #[test]
    fn words_removed_and_added_stand_side_by_side() {
        let changes = changes("The lamp was red, they said.", "The lamp was bright green, they said.");
        assert_eq!(changes.plain(), "The lamp was [-red-]{+bright green+}, they said.");
        assert_eq!((changes.count(), changes.words()), (1, (1, 2)));
    }

    #[test]
    fn a_paragraph_added_is_a_change_of_its_own_and_white_space_is_none() {
        let found = changes("One day.\nTwo days.", "One  day.\nA new line.\nTwo days.");
        assert_eq!(found.plain(), "One  day.\n{+A new line.+}\nTwo days.");
        assert_eq!(found.count(), 1);
        assert_eq!(changes("One  two\nthree", "One two three").count(), 0);
        assert_eq!(changes("", "").plain(), "");
    }

    #[test]
    fn scripts_without_spaces_change_by_character() {
        assert_eq!(changes("港の灯り", "港の明り").plain(), "港の[-灯-]{+明+}り");
    }

    #[test]
    fn changes_are_set_in_the_measure_and_known_by_their_line() {
        let kept = "The keepers of the harbour light count the boats. ".repeat(4);
        let old = format!("{kept}\nIt was red. {kept}");
        let new = format!("{kept}\nIt was green. {kept}");
        let found = changes(&old, &new);
        let set = found.set(30, false, Surface::default());
        assert!(lines(&set).iter().all(|line| line.chars().count() <= 30));
        let on = lines(&set)[set.starts[0]].clone();
        assert_eq!((set.starts.len(), on.contains("red")), (1, true), "{on}");
        let roles: Vec<Role> = set.lines[set.starts[0]].spans.iter().map(|span| span.role).collect();
        assert!(roles.contains(&Role::Removed) && roles.contains(&Role::Added));
        let plain = lines(&found.set(30, true, Surface::default())).join("\n");
        assert!(plain.contains("[-red-]{+green+}"), "{plain}");
    }
}
