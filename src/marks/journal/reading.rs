//! Owns the lines of a journal's file: which are changes, and what is said of the others. It refuses
//! to open files.

use std::path::Path;

use crate::article::Text;
use crate::marks::line;

/// What some editors put before the first letter of a file.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// What was odd about a journal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Odd {
    /// Lines looked at.
    seen: usize,
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
    let mut odd = Odd::default();
    for raw in each_line(lines) {
        let said = std::str::from_utf8(raw).ok().and_then(line::read);
        odd.see(said.is_some() || says_nothing(raw));
        if let Some(said) = said {
            see(said);
        }
    }
    odd.end(unfinished);
    odd.describe()
}

/// Returns the part of a journal that ends with a line feed, and whether more follows.
fn whole(bytes: &[u8]) -> (&[u8], bool) {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let end = memchr::memrchr(b'\n', bytes).map_or(0, |end| end + 1);
    let (lines, rest) = bytes.split_at_checked(end).unwrap_or((bytes, &[]));
    (lines, !rest.trim_ascii().is_empty())
}

/// Says whether a line is one that is no change and means to be none.
pub(super) fn says_nothing(raw: &[u8]) -> bool {
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
    /// Counts a line, which makes sense or not.
    pub(super) fn see(&mut self, makes_sense: bool) {
        self.seen += 1;
        if !makes_sense {
            self.first = if self.lines == 0 { self.seen } else { self.first };
            self.lines += 1;
        }
    }

    /// Notes the end of the file, and whether its last line lacks one.
    pub(super) fn end(&mut self, unfinished: bool) {
        self.unfinished |= unfinished;
    }

    /// Joins what was odd about the lines that follow in the same file.
    pub(super) fn then(self, next: Self) -> Self {
        let first = match (self.lines, next.lines) {
            (0, 1..) => self.seen + next.first,
            _ => self.first,
        };
        Self {
            seen: self.seen + next.seen,
            lines: self.lines + next.lines,
            first,
            unfinished: self.unfinished || next.unfinished,
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
