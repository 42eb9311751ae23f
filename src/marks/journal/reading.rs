//! Owns the lines of a journal's file: which are changes, and what is said of the others. It refuses
//! to open files.

use std::path::Path;

use crate::article::Text;
use crate::marks::merged::half;
use crate::marks::{Marks, line};

/// What was odd about a journal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Odd {
    /// Lines that are not understood.
    lines: usize,
    /// The number of the first of them; 0 without any.
    first: usize,
    /// Whether the last line has no end.
    unfinished: bool,
}

/// Reads the whole lines of a journal; says what was odd about it.
pub(super) fn read_lines(bytes: &[u8], see: &mut dyn FnMut(line::Said<'_>)) -> Option<String> {
    let (lines, unfinished) = whole(bytes);
    let mut odd = Odd { unfinished, ..Odd::default() };
    for (number, raw) in each_line(lines).enumerate().filter(|(_, raw)| !says_nothing(raw)) {
        match std::str::from_utf8(raw).ok().and_then(line::read) {
            Some(said) => see(said),
            None => odd.count(number),
        }
    }
    odd.describe()
}

/// Reads the whole lines of a journal into marks: all, or those of the articles of one half.
pub(super) fn read_marks(bytes: &[u8], only: Option<usize>, marks: &mut Marks) -> Odd {
    let (lines, unfinished) = whole(bytes);
    let mut odd = Odd { unfinished, ..Odd::default() };
    for (number, raw) in each_line(lines).enumerate() {
        let sure = only.and_then(|_| half_of(raw));
        if sure.is_some() && sure != only {
            continue;
        }
        let is_ours = |id| only.is_none_or(|at| half(id) == at);
        if let Some(plain) = line::plain(raw) {
            if is_ours(plain.article) {
                marks.take(plain.article, plain.stamp, &plain.what, plain.path);
            }
        } else if let Some(said) = std::str::from_utf8(raw).ok().and_then(line::read) {
            if is_ours(said.article) {
                marks.take(said.article, said.stamp, &said.what, said.path.as_deref().map(str::as_bytes));
            }
        } else if !says_nothing(raw) && (sure.is_some() || only.unwrap_or(0) == 0) {
            // A line of which it is not sure whose it is, is looked at for both halves and counted once.
            odd.count(number);
        }
    }
    odd
}

/// Returns the half whose article a line is about, where its form says so without reading it: after a
/// time of 24 letters the first digit of an id.
fn half_of(raw: &[u8]) -> Option<usize> {
    match raw.get(23..26)? {
        [b'Z', b' ', digit] => char::from(*digit).to_digit(16).map(|digit| usize::from(digit % 2 == 1)),
        _ => None,
    }
}

/// Returns the part of a journal that ends with a line feed, and whether more follows.
fn whole(bytes: &[u8]) -> (&[u8], bool) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let end = memchr::memrchr(b'\n', bytes).map_or(0, |end| end + 1);
    let (lines, rest) = bytes.split_at_checked(end).unwrap_or((bytes, &[]));
    (lines, !rest.trim_ascii().is_empty())
}

fn says_nothing(raw: &[u8]) -> bool {
    raw.trim_ascii().is_empty() || raw.starts_with(b"#") || raw.trim_ascii() == b"!torn"
}

/// Returns the lines of a text that ends with a line feed, without their line feeds.
pub(super) fn each_line(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut start = 0;
    memchr::memchr_iter(b'\n', text).map(move |end| {
        let line = text.get(start..end).unwrap_or_default();
        start = end + 1;
        line
    })
}

impl Odd {
    fn count(&mut self, number: usize) {
        self.first = if self.lines == 0 { number + 1 } else { self.first };
        self.lines += 1;
    }

    /// Joins what was odd about the halves of one journal.
    pub(super) fn join(self, other: Self) -> Self {
        let firsts = [self.first, other.first].into_iter().filter(|first| *first > 0);
        Self {
            lines: self.lines + other.lines,
            first: firsts.min().unwrap_or(0),
            unfinished: self.unfinished || other.unfinished,
        }
    }

    /// Says so, if anything was.
    pub(super) fn describe(self) -> Option<String> {
        let (lines, first) = (self.lines, self.first);
        let odd = match lines {
            0 => None,
            1 => Some(format!("line {first} is not understood and kept as it is")),
            _ => Some(format!(
                "{lines} lines are not understood (the first is line {first}) and kept as they are"
            )),
        };
        let unfinished = self.unfinished.then(|| "its last line is unfinished and not counted".to_owned());
        let said: Vec<String> = odd.into_iter().chain(unfinished).collect();
        (!said.is_empty()).then(|| said.join("; "))
    }
}

/// Names the file a report is about; its name comes from outside.
pub(super) fn report(file: &Path, what: &str) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    format!("marks/{}: {what}", Text::line(&name))
}
