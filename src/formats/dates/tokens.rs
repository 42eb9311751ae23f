//! Owns cutting a line into the pieces a date is made of: numbers, words, marks. It refuses to know
//! what they mean.

use crate::formats::fold::fold;

/// A number, word or mark of a line. White space parts tokens and is not one.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Its byte range in the line.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it touches the token before it.
    pub(super) glued: bool,
}

#[derive(Debug, Clone)]
pub(super) enum Kind {
    /// Decimal digits of any script; long runs keep their length, not their value.
    Number { value: u32, digits: usize },
    /// Letters, folded.
    Word(String),
    /// Any other character, and the signs CJK writes behind years, months, days and hours.
    Mark(char),
}

/// Says whether a line holds a digit: no date goes without.
pub(super) fn holds_a_digit(line: &str) -> bool {
    let figure = line.bytes().fold(false, |any, byte| any | byte.is_ascii_digit());
    figure || (!line.is_ascii() && line.chars().any(|c| digit(c).is_some()))
}

/// Cuts a line into tokens.
pub(super) fn cut(line: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = line.char_indices().peekable();
    let mut last_end = None;
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        let is_same: fn(char) -> bool = if digit(c).is_some() {
            |c| digit(c).is_some()
        } else if is_letter(c) {
            is_letter
        } else {
            |_| false
        };
        while let Some((at, next)) = chars.next_if(|(_, next)| is_same(*next)) {
            end = at + next.len_utf8();
        }
        let piece = line.get(start..end).unwrap_or_default();
        tokens.push(Token { kind: kind(piece, c), start, end, glued: last_end == Some(start) });
        last_end = Some(end);
    }
    tokens
}

fn kind(piece: &str, first: char) -> Kind {
    if digit(first).is_some() {
        let value = piece
            .chars()
            .filter_map(digit)
            .try_fold(0_u32, |value, d| value.checked_mul(10)?.checked_add(d))
            .unwrap_or(u32::MAX);
        return Kind::Number { value, digits: piece.chars().count() };
    }
    if is_letter(first) { Kind::Word(word(piece)) } else { Kind::Mark(first) }
}

/// Folds a word as the tables of names are folded; the signs above Thai letters stay, for without them two
/// months are one.
pub(super) fn word(piece: &str) -> String {
    if piece.starts_with(is_thai) { piece.to_owned() } else { fold(piece) }
}

/// Says whether a letter is Thai.
pub(super) fn is_thai(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{e4e}')
}

fn is_letter(c: char) -> bool {
    (c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c)) && !is_unit(c)
}

/// The signs that stand behind the figures of a date or time in Chinese, Japanese and Korean.
fn is_unit(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '号' | '時' | '时' | '分' | '秒' | '년' | '월' | '일' | '시' | '분')
}

/// Returns the value of a decimal digit in the scripts dates are written in.
fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{9e6}'..='\u{9ef}' => '\u{9e6}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}
