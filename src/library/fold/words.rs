//! Owns where words start and end, and which parts of a word count. It refuses to know what a single
//! character folds to.

use std::ops::Range;

use super::letters::{self, Kind};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The word in its folded form; never empty, no spaces.
    pub folded: String,
    /// The bytes of the original it stands for: without an elided article or a possessive.
    pub range: Range<usize>,
    /// Whether its script has no spaces, so that any part of it may be a word.
    pub unspaced: bool,
}

/// The words of a text, in order; see [`tokens`].
#[derive(Debug)]
pub struct Tokens<'a>(Cutter<'a>);

/// Returns the words of a text in order.
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens(Cutter::new(text))
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let mut folded = String::new();
        let (range, unspaced) = self.0.cut(&mut folded)?;
        Some(Token { folded, range, unspaced })
    }
}

/// Articles and small words that French, Italian and Catalan elide before a vowel.
const ELIDED: &[&str] = &[
    "l", "d", "j", "m", "t", "s", "n", "c", "v", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "all", "dall",
    "dell", "nell", "sull", "coll", "gl", "agl", "dagl", "degl", "negl", "sugl", "un",
];

/// Cuts words off a text, one by one, without a string for each.
#[derive(Debug)]
pub(super) struct Cutter<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cutter<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Appends the next word, folded, to `out`; returns its range and whether its script is unspaced.
    pub(super) fn cut(&mut self, out: &mut String) -> Option<(Range<usize>, bool)> {
        let before = out.len();
        loop {
            let kind = self.skip_to_word()?;
            let unspaced = matches!(kind, Kind::Unspaced | Kind::OddUnspaced);
            let range = if unspaced { self.run(out) } else { self.word(out) };
            // A lone Arabic stretch, or any letter made of marks alone, folds to nothing.
            if out.len() > before {
                return Some((range, unspaced));
            }
        }
    }

    /// Moves to the next character that can start a word and returns its kind.
    fn skip_to_word(&mut self) -> Option<Kind> {
        loop {
            let rest = self.text.as_bytes().get(self.at..)?;
            self.at += rest.iter().take_while(|b| b.is_ascii() && !b.is_ascii_alphanumeric()).count();
            let (kind, width) = self.peek()?;
            if matches!(kind, Kind::Letter | Kind::Odd | Kind::Unspaced | Kind::OddUnspaced) {
                return Some(kind);
            }
            self.at += width;
        }
    }

    /// Returns the kind and the byte length of the character at hand.
    fn peek(&self) -> Option<(Kind, usize)> {
        self.kind_at(self.at)
    }

    fn kind_at(&self, at: usize) -> Option<(Kind, usize)> {
        let c = self.text.get(at..)?.chars().next()?;
        let kind = match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' => Kind::Letter,
            '\'' => Kind::Apostrophe,
            c if c.is_ascii() => Kind::Break,
            c => letters::letter(c).kind,
        };
        Some((kind, c.len_utf8()))
    }

    /// Cuts a run of a script without spaces.
    fn run(&mut self, out: &mut String) -> Range<usize> {
        let start = self.at;
        let mut odd = false;
        while let Some((kind, width)) = self.peek() {
            match kind {
                Kind::Unspaced => {}
                Kind::OddUnspaced | Kind::Mark | Kind::Dropped => odd = true,
                _ => break,
            }
            self.at += width;
        }
        let run = self.text.get(start..self.at).unwrap_or_default();
        if odd {
            letters::fold_slowly(run, out);
        } else {
            out.push_str(run);
        }
        start..self.at
    }

    /// Cuts a word of one or more pieces with apostrophes between them.
    fn word(&mut self, out: &mut String) -> Range<usize> {
        let before = out.len();
        let mut start = self.at;
        self.piece(out);
        let mut end = self.at;
        while let Some(next) = self.after_apostrophe() {
            if out.get(before..).is_some_and(|w| ELIDED.contains(&w)) {
                out.truncate(before);
                start = next;
            }
            self.at = next;
            let kept = out.len();
            self.piece(out);
            let possessive =
                kept > before && out.get(kept..) == Some("s") && self.after_apostrophe().is_none();
            if possessive {
                out.truncate(kept);
                return start..end;
            }
            end = self.at;
        }
        start..end
    }

    /// Returns where the word goes on after an apostrophe, if it does.
    fn after_apostrophe(&self) -> Option<usize> {
        let (kind, width) = self.peek()?;
        let next = self.at + width;
        let goes_on = kind == Kind::Apostrophe && matches!(self.kind_at(next)?.0, Kind::Letter | Kind::Odd);
        goes_on.then_some(next)
    }

    /// Appends letters up to what does not belong to them.
    fn piece(&mut self, out: &mut String) {
        let (start, before) = (self.at, out.len());
        let mut odd = false;
        loop {
            self.plain_letters(out);
            let Some(c) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) else { break };
            if c.is_ascii() {
                break;
            }
            let letter = letters::letter(c);
            match letter.kind {
                Kind::Letter => push(letter.fold, out),
                Kind::Odd | Kind::Mark => odd = true,
                Kind::Dropped => {}
                _ => break,
            }
            self.at += c.len_utf8();
        }
        if odd {
            out.truncate(before);
            letters::fold_slowly(self.text.get(start..self.at).unwrap_or_default(), out);
        }
    }

    /// Appends ASCII letters and digits in lower case, as many as there are.
    fn plain_letters(&mut self, out: &mut String) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        // Words are short: byte by byte is faster than a copy of so few.
        for byte in rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()) {
            out.push(char::from(byte.to_ascii_lowercase()));
            self.at += 1;
        }
    }
}

fn push([first, second]: [char; 2], out: &mut String) {
    out.push(first);
    if second != '\0' {
        out.push(second);
    }
}

/// Returns the byte of `original` up to which its fold has `folded` bytes, marks that follow included;
/// so that a part of a word can be lit. `original` is the text of one [`Token`].
pub fn place_of(original: &str, folded: usize) -> usize {
    let mut buffer = String::new();
    let mut seen = 0;
    for (at, c) in original.char_indices() {
        buffer.clear();
        match c {
            c if c.is_ascii_alphanumeric() => buffer.push(c),
            c if c.is_ascii() => {}
            '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}' | '\u{1161}'..='\u{11ff}' => {}
            c => match letters::letter(c).kind {
                Kind::Break | Kind::Apostrophe | Kind::Dropped => {}
                _ => letters::fold_slowly(c.encode_utf8(&mut [0; 4]), &mut buffer),
            },
        }
        if seen >= folded && !buffer.is_empty() {
            return at;
        }
        seen += buffer.len();
    }
    original.len()
}
