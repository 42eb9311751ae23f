//! Owns one line of a journal: a change as words a person can read, and back. It refuses to guess:
//! a line that is not exactly a change is not understood, and the journal keeps it.
//!
//! ```text
//! 2026-03-01T18:20:11.042Z 0f3a5c77e1b2d4f6 read yes /home/ada/news/harbour%20lights.txt
//! ```
//! `docs/marks.md` describes the format for other programs.

use std::borrow::Cow;
use std::fmt::Write;

use jiff::Timestamp;

use super::{Change, Part, Place, Quote, Way, What};
use crate::article::ArticleId;

/// The first line of every journal.
pub const HEADER: &str = "# newsprint marks 1";

/// What closes a line that a crash or a full disk cut short, before the next one is appended.
pub const TORN: &str = " !torn";

/// The path of a change without one, where more words follow.
const NO_PATH: &str = "-";

/// Stamps from the year 9000 on are refused: there must be later ones for the changes to come.
const END_OF_TIME: u64 = 221_845_392_000_000;

/// Adds a change to `out` as one line, line feed included.
pub fn write(change: &Change, out: &mut String) {
    let stamp = i64::try_from(change.stamp).ok().and_then(|ms| Timestamp::from_millisecond(ms).ok());
    let stamp = stamp.unwrap_or(Timestamp::MAX);
    let field = field(&change.what);
    // Writing to a String cannot fail.
    _ = write!(out, "{stamp:.3} {} {field} {}", change.article, value(&change.what));
    match &change.path {
        Some(path) => _ = write!(out, " {}", escape(path)),
        None if change.part.is_some() => _ = write!(out, " {NO_PATH}"),
        None => {}
    }
    if let Some(part) = &change.part {
        _ = write!(out, " {}:{:08x} from:{}", way(part.way), part.step, value(&part.before));
    }
    out.push('\n');
}

fn field(what: &What) -> &'static str {
    match what {
        What::Read(_) => "read",
        What::Starred(_) => "starred",
        What::Place(_) => "place",
        What::Finished(_) => "finished",
        What::Later(_) => "later",
        What::Hidden(_) => "hidden",
        What::Tag(..) => "tag",
        What::Note(_) => "note",
        What::Highlight(..) => "highlight",
        What::Was(_) => "was",
    }
}

/// Writes what a field is set to, as one word.
fn value(what: &What) -> Cow<'static, str> {
    match what {
        What::Read(on) | What::Starred(on) | What::Finished(on) | What::Later(on) | What::Hidden(on) => {
            yes(*on).into()
        }
        What::Place(place) => format!("{}/{}", place.offset, place.reached).into(),
        What::Tag(name, on) => format!("{}{}", if *on { '+' } else { '-' }, escape(name)).into(),
        What::Note(note) if note.is_empty() => NO_PATH.into(),
        What::Note(note) => escape(note).into(),
        What::Highlight(quote, note) => {
            let sign = if note.is_some() { '+' } else { '-' };
            let note = note.as_deref().unwrap_or_default();
            let parts = [&quote.before, &quote.exact, &quote.after, note];
            format!("{sign}{}", parts.map(|part| escape(part).replace('|', "%7C")).join("|")).into()
        }
        What::Was(old) => old.to_string().into(),
    }
}

fn way(way: Way) -> &'static str {
    match way {
        Way::Do => "do",
        Way::Undo => "undo",
        Way::Redo => "redo",
    }
}

/// A change as it stands in a line, its path not copied unless it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<'a> {
    /// The article.
    pub article: ArticleId,
    /// What changed, and to what.
    pub what: What,
    /// Milliseconds since 1970.
    pub stamp: u64,
    /// The file it was in.
    pub path: Option<Cow<'a, str>>,
    /// The words after the path, not looked at yet.
    pub rest: &'a str,
}

impl Said<'_> {
    /// Reads what ties the change to a step of the reader's. Words that say something else are
    /// passed over.
    pub fn part(&self) -> Option<Part> {
        let mut words = self.rest.split(' ').filter(|word| !word.is_empty());
        let (way, step) = words.next()?.split_once(':')?;
        let way = match way {
            "do" => Way::Do,
            "undo" => Way::Undo,
            "redo" => Way::Redo,
            _ => return None,
        };
        let step = u32::from_str_radix(step, 16).ok()?;
        let before = what(field(&self.what), words.next()?.strip_prefix("from:")?)?;
        Some(Part { step, way, before })
    }
}

impl From<Said<'_>> for Change {
    fn from(said: Said<'_>) -> Self {
        let part = said.part().map(Box::new);
        let Said { article, what, stamp, path, .. } = said;
        Self { article, what, stamp, path: path.map(Cow::into_owned), part }
    }
}

/// Reads a line. `None` when it is not understood: damaged, or from a newer newsprint.
pub fn read(line: &str) -> Option<Said<'_>> {
    if line.ends_with(TORN) {
        return None;
    }
    let mut rest = line.trim_end_matches('\r');
    let stamp = stamp(next_word(&mut rest)?)?;
    let article = next_word(&mut rest)?.parse().ok()?;
    let what = what(next_word(&mut rest)?, next_word(&mut rest)?)?;
    let path = match next_word(&mut rest) {
        None | Some(NO_PATH) => None,
        Some(path) => Some(unescape(path)?),
    };
    Some(Said { article, what, stamp, path, rest })
}

/// Takes the next word off a line.
fn next_word<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let line = rest.trim_start_matches(' ');
    let end = memchr::memchr(b' ', line.as_bytes()).unwrap_or(line.len());
    let (word, after) = line.split_at_checked(end)?;
    *rest = after;
    Some(word).filter(|word| !word.is_empty())
}

fn stamp(word: &str) -> Option<u64> {
    let any = || word.parse::<Timestamp>().ok().map(Timestamp::as_millisecond);
    let stamp = own_stamp(word.as_bytes()).or_else(any)?;
    u64::try_from(stamp).ok().filter(|ms| *ms < END_OF_TIME)
}

/// Reads a time in the one form newsprint writes, `2026-03-01T18:20:11.042Z`, as milliseconds since
/// 1970, many times faster than any form can be read: a start-up reads a great many.
fn own_stamp(word: &[u8]) -> Option<i64> {
    let word: &[u8; 24] = word.try_into().ok()?;
    let number = |from: usize, length: usize| {
        let digits = word.get(from..from + length)?.iter();
        digits
            .copied()
            .try_fold(0_i64, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))
    };
    let [.., m4, _, _, m7, _, _, m10, _, _, m13, _, _, m16, _, _, m19, _, _, _, m23] = word;
    if [*m4, *m7, *m10, *m13, *m16, *m19, *m23] != *b"--T::.Z" {
        return None;
    }
    let (year, month, day) = (number(0, 4)?, number(5, 2)?, number(8, 2)?);
    let (hour, minute, second) = (number(11, 2)?, number(14, 2)?, number(17, 2)?);
    let last = match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let is_one =
        (1..=12).contains(&month) && (1..=last).contains(&day) && hour < 24 && minute < 60 && second < 60;
    // Years are counted from March, so that the day put in every fourth year is their last one.
    let (years, months) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * years + years.div_euclid(4) - years.div_euclid(100)
        + years.div_euclid(400)
        + (153 * months + 2) / 5
        + day
        - 719_469;
    is_one.then(|| (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + number(20, 3).unwrap_or(0))
}

/// A line of the commonest kind, read without looking at more than it needs.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Plain<'a> {
    pub(super) article: ArticleId,
    pub(super) what: What,
    pub(super) stamp: u64,
    pub(super) path: Option<&'a [u8]>,
}

/// Reads a line that is one of the commonest kind, to the letter as newsprint writes it; `None` for
/// every other, which [`read`] has to look at.
pub(super) fn plain(line: &[u8]) -> Option<Plain<'_>> {
    if !line.is_ascii() || line.ends_with(b"\r") || line.ends_with(TORN.as_bytes()) {
        return None;
    }
    let (time, rest) = line.split_at_checked(24)?;
    let stamp = u64::try_from(own_stamp(time)?).ok().filter(|ms| *ms < END_OF_TIME)?;
    let (id, rest) = rest.strip_prefix(b" ")?.split_at_checked(16)?;
    let digit = |sum: u64, byte: u8| Some(sum << 4 | u64::from(char::from(byte).to_digit(16)?));
    let article = ArticleId::from_number(id.iter().try_fold(0, |sum, byte| digit(sum, *byte))?);
    let (what, rest) = plain_what(rest.strip_prefix(b" ")?)?;
    let path = match rest {
        [] => None,
        [b' ', rest @ ..] => {
            let word = rest.get(..memchr::memchr(b' ', rest).unwrap_or(rest.len()))?;
            (!word.is_empty() && memchr::memchr(b'%', word).is_none()).then_some(())?;
            Some(word).filter(|word| *word != NO_PATH.as_bytes())
        }
        _ => return None,
    };
    Some(Plain { article, what, stamp, path })
}

fn plain_what(rest: &[u8]) -> Option<(What, &[u8])> {
    const KINDS: [(&[u8], What); 4] = [
        (b"read yes", What::Read(true)),
        (b"read no", What::Read(false)),
        (b"starred yes", What::Starred(true)),
        (b"starred no", What::Starred(false)),
    ];
    let same = |(words, what): (&[u8], What)| Some((what, rest.strip_prefix(words)?));
    KINDS.into_iter().find_map(same).or_else(|| plain_place(rest.strip_prefix(b"place ")?))
}

fn plain_place(rest: &[u8]) -> Option<(What, &[u8])> {
    let (offset, rest) = plain_number(rest)?;
    let (reached, rest) = plain_number(rest.strip_prefix(b"/")?)?;
    let reached = u16::try_from(reached).ok().filter(|per_mille| *per_mille <= 1000)?;
    Some((What::Place(Place { offset, reached }), rest))
}

/// Reads a number of so few digits that it cannot be too great.
fn plain_number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let digits = bytes.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(bytes.len());
    let (number, rest) = bytes.split_at_checked(digits).filter(|_| (1..=9).contains(&digits))?;
    Some((number.iter().fold(0, |sum, digit| sum * 10 + usize::from(digit - b'0')), rest))
}

fn what(field: &str, value: &str) -> Option<What> {
    Some(match field {
        "read" => What::Read(is_yes(value)?),
        "starred" => What::Starred(is_yes(value)?),
        "finished" => What::Finished(is_yes(value)?),
        "later" => What::Later(is_yes(value)?),
        "hidden" => What::Hidden(is_yes(value)?),
        "place" => {
            let (offset, reached) = value.split_once('/')?;
            let reached = reached.parse().ok().filter(|per_mille| *per_mille <= 1000)?;
            What::Place(Place { offset: offset.parse().ok()?, reached })
        }
        "tag" => match value.split_at_checked(1)? {
            ("+", name) => What::Tag(unescaped(name)?, true),
            ("-", name) => What::Tag(unescaped(name)?, false),
            _ => return None,
        },
        "note" if value == NO_PATH => What::Note(String::new()),
        "note" => What::Note(unescaped(value)?),
        "highlight" => match value.split_at_checked(1)? {
            ("+", parts) => highlight(parts, true)?,
            ("-", parts) => highlight(parts, false)?,
            _ => return None,
        },
        "was" => What::Was(value.parse().ok()?),
        _ => return None,
    })
}

/// Reads `BEFORE|WORDS|AFTER|NOTE`.
fn highlight(parts: &str, on: bool) -> Option<What> {
    let mut parts = parts.split('|').map(|part| unescape(part).map(Cow::into_owned));
    let (before, exact, after, note) = (parts.next()??, parts.next()??, parts.next()??, parts.next()??);
    if exact.is_empty() || parts.next().is_some() {
        return None;
    }
    Some(What::Highlight(Box::new(Quote { exact, before, after }), on.then_some(note)))
}

fn unescaped(word: &str) -> Option<String> {
    unescape(word).map(Cow::into_owned).filter(|words| !words.is_empty())
}

fn yes(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}

fn is_yes(word: &str) -> Option<bool> {
    match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// Makes one word of any text: spaces, controls and `%` become `%XX`, a byte each; letters stay
/// readable in every script.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '%' || c.is_whitespace() || c.is_control() || text == NO_PATH {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

fn unescape(word: &str) -> Option<Cow<'_, str>> {
    if !word.contains('%') {
        return Some(Cow::Borrowed(word));
    }
    let mut parts = word.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

#[cfg(test)]
mod tests;
