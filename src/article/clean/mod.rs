//! Owns [`Text`], the only way in for strings from outside: whatever a file holds, a `Text` can be
//! sent to a terminal. It refuses to know where the string came from or how it will be drawn.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;

/// Combining marks kept on one base character; real scripts need three at most, "zalgo" has dozens.
const MARKS_PER_BASE: usize = 4;

/// Text that cannot act on a terminal: no escape sequences, no controls but `\n`, no bidi controls,
/// no invisible or unassigned characters, at most four combining marks on a base.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Text(String);

impl Text {
    /// Cleans `raw`. Line feeds stay, carriage returns and U+2028/2029 become line feeds, tabs
    /// become four spaces, whole escape sequences (ECMA-48 CSI, OSC, DCS and kin) go.
    pub fn new(raw: &str) -> Self {
        Self(clean(raw).into_owned())
    }

    /// Cleans `raw` and folds every run of white space, line breaks included, to one space, with
    /// none at the ends; for headlines, names and other one-line strings.
    pub fn line(raw: &str) -> Self {
        let cleaned = clean(raw);
        let bare = cleaned.trim();
        if is_one_line(bare) {
            return Self(if bare.len() == cleaned.len() { cleaned.into_owned() } else { bare.to_owned() });
        }
        let mut out = String::with_capacity(bare.len());
        for word in bare.split_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
        Self(out)
    }

    /// Returns the one-line text of `raw`, or `None` when nothing readable is left.
    pub fn some_line(raw: &str) -> Option<Self> {
        Some(Self::line(raw)).filter(|t| !t.is_empty())
    }

    /// Returns the characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Joins two clean texts; the result is clean because neither side can complete a sequence.
    pub fn push(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Text {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl From<String> for Text {
    /// Cleans `raw`, which is kept as it is when it already was clean.
    fn from(raw: String) -> Self {
        if is_clean(&raw) { Self(raw) } else { Self(rewrite(&raw)) }
    }
}

/// Returns `raw` made safe for a terminal, borrowed when it already was.
pub fn clean(raw: &str) -> Cow<'_, str> {
    if is_clean(raw) { Cow::Borrowed(raw) } else { Cow::Owned(rewrite(raw)) }
}

/// Says whether the only white space of clean text, trimmed, is single spaces between words.
#[expect(clippy::needless_bitwise_bool, reason = "without branches many bytes are looked at in one go")]
pub(super) fn is_one_line(bare: &str) -> bool {
    let bytes = bare.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let loose = pairs.fold(false, |any, (a, b)| any | (*a == b'\n') | ((*a == b' ') & (*b == b' ')));
    // White space beyond ASCII begins with one of four bytes.
    let folds = |at: usize| {
        bare.get(at..).and_then(|rest| rest.chars().next()).is_some_and(|c| c.is_whitespace() && c != ' ')
    };
    let strays = || memchr::memchr3_iter(0xc2, 0xe2, 0xe3, bytes).chain(memchr::memchr_iter(0xe1, bytes));
    !loose && (bare.is_ascii() || !strays().any(folds))
}

/// Bytes looked at in one go.
const STRETCH: usize = 16;

/// Says whether every character passes untouched.
fn is_clean(raw: &str) -> bool {
    clean_length(raw) == raw.len()
}

/// Returns the length in bytes of the stretch at the front in which every character passes untouched. Most
/// bytes show it; of the others, the character is looked at.
fn clean_length(raw: &str) -> usize {
    let table: &[bool] = &PLAIN;
    let shows_plain = |byte: u8| table.get(usize::from(byte)).copied().unwrap_or_default();
    let bytes = raw.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let stretches = bytes.get(at..).unwrap_or_default().chunks_exact(STRETCH);
        at += STRETCH * stretches.take_while(|stretch| all_plain(stretch)).count();
        // Where a doubtful character stands, others do.
        let end = bytes.len().min(at + STRETCH);
        while let Some(byte) = bytes.get(at).filter(|_| at < end) {
            if shows_plain(*byte) {
                at += 1;
                continue;
            }
            // A byte that shows nothing is never one in the middle of a character.
            match raw.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if is_plain(c) => at += c.len_utf8(),
                _ => return at,
            }
        }
    }
    at
}

/// Says whether a byte is plain ASCII, or of a character whose first byte alone makes it [plain](is_plain):
/// most letters of Latin, Greek, Cyrillic, Han and Hangul.
fn shows_plain(byte: u8) -> bool {
    matches!(byte, b'\n' | b' '..=b'~' | 0x80..=0xbf | 0xc3..=0xcb | 0xce..=0xd1 | 0xd3..=0xd5
        | 0xe5..=0xe9 | 0xeb..=0xec)
}

/// What [`shows_plain`] says of every byte.
static PLAIN: LazyLock<Vec<bool>> = LazyLock::new(|| (0..=u8::MAX).map(shows_plain).collect());

/// Says whether every byte of a stretch [shows plain](shows_plain). Asked first is what can be told of many
/// bytes in one go: whether they are of ASCII and the letters of Latin.
#[expect(clippy::needless_bitwise_bool, reason = "without branches many bytes are looked at in one go")]
fn all_plain(stretch: &[u8]) -> bool {
    let latin = stretch.iter().fold(true, |all, byte| {
        let ascii = (byte.cast_signed() >= 0x20) & (*byte != 0x7f) | (*byte == b'\n');
        // Neither 0xc0 nor 0xc1 stands in a string.
        all & (ascii | (byte.cast_signed() < -0x34) & (*byte != 0xc2))
    });
    latin || stretch.iter().fold(true, |all, byte| all & shows_plain(*byte))
}

/// Says whether a character passes untouched and cannot be the second half of anything.
fn is_plain(c: char) -> bool {
    match c {
        // Combining marks start at U+0300; everything between NBSP and there but SHY is printable.
        '\u{a0}'..='\u{2ff}' => c != '\u{ad}',
        // Letters, signs and kana that carry no marks of their own.
        c => matches!(c, '\n' | ' '..='~' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{590}'
            | '\u{5d0}'..='\u{5f4}' | '\u{60c}'..='\u{60f}' | '\u{620}'..='\u{64a}' | '\u{660}'..='\u{66f}' | '\u{671}'..='\u{6d5}'
            | '\u{2010}'..='\u{2027}' | '\u{202f}'..='\u{205f}' | '\u{2070}'..='\u{20cf}'
            | '\u{2100}'..='\u{2cee}' | '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3098}'
            | '\u{309b}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
            | '\u{ff01}'..='\u{ff60}' | '\u{1f000}'..='\u{1faff}'),
    }
}

fn rewrite(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut marks = 0;
    let mut chars = Chars(raw.chars());
    while let Some(c) = chars.next() {
        match c {
            c if is_plain(c) => {
                out.push(c);
                out.push_str(chars.next_plain());
            }
            // What is taken out comes between no letter and its marks.
            '\u{1b}' => {
                skip_escape(&mut chars);
                continue;
            }
            '\u{9b}' => {
                skip_csi(&mut chars);
                continue;
            }
            '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => {
                skip_string(&mut chars);
                continue;
            }
            '\r' => {
                if chars.peek() != Some('\n') {
                    out.push('\n');
                }
            }
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => out.push('\n'),
            '\t' => out.push_str("    "),
            c if is_dropped(c) => continue,
            c if is_replaced(c) => out.push(char::REPLACEMENT_CHARACTER),
            c if is_combining_mark(c) => {
                marks += 1;
                if marks <= MARKS_PER_BASE {
                    out.push(c);
                }
                continue;
            }
            c => out.push(c),
        }
        marks = 0;
    }
    out
}

/// The characters still to come.
struct Chars<'a>(std::str::Chars<'a>);

impl<'a> Chars<'a> {
    fn next(&mut self) -> Option<char> {
        self.0.next()
    }

    fn peek(&self) -> Option<char> {
        self.0.clone().next()
    }

    fn next_if(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        self.peek().filter(|c| wanted(*c)).and_then(|_| self.next())
    }

    /// Returns all characters up to the next that does not pass untouched.
    fn next_plain(&mut self) -> &'a str {
        let rest = self.0.as_str();
        let (plain, after) = rest.split_at_checked(clean_length(rest)).unwrap_or(("", rest));
        self.0 = after.chars();
        plain
    }
}

/// Skips what follows an ESC: a control sequence, a control string, or a two-character escape.
fn skip_escape(chars: &mut Chars<'_>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            skip_csi(chars);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            chars.next();
            skip_string(chars);
        }
        Some(' '..='/') => {
            while chars.next_if(|c| (' '..='/').contains(&c)).is_some() {}
            chars.next_if(|c| ('0'..='~').contains(&c));
        }
        Some('0'..='~') => {
            chars.next();
        }
        _ => {}
    }
}

/// Skips a control sequence: parameters and intermediates, then one final byte (ECMA-48 §5.4).
fn skip_csi(chars: &mut Chars<'_>) {
    while chars.next_if(|c| (' '..='?').contains(&c)).is_some() {}
    chars.next_if(|c| ('@'..='~').contains(&c));
}

/// Skips a control string up to its terminator (BEL or ST). A string nobody ended stops at the end
/// of its line, so that a stray byte cannot swallow an article.
fn skip_string(chars: &mut Chars<'_>) {
    while let Some(c) = chars.peek() {
        match c {
            '\n' => return,
            '\u{7}' | '\u{9c}' => {
                chars.next();
                return;
            }
            '\u{1b}' => {
                chars.next();
                chars.next_if(|c| c == '\\');
                return;
            }
            _ => {
                chars.next();
            }
        }
    }
}

/// Controls, bidi controls, and characters that take no space or a space nobody sees.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\0'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}'
        | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'
        | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// Private use, noncharacters and interlinear marks: they mean something only to whoever made them.
fn is_replaced(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff9}'..='\u{fffb}')
        || u32::from(c) & 0xfffe == 0xfffe
        || u32::from(c) >= 0xf_0000
}

#[cfg(test)]
mod tests;
