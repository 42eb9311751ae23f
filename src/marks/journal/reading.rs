//! Owns the lines of a journal's file: which are changes, and what is said of the others. It refuses
//! to open files.

use std::path::Path;

use crate::article::Text;
use crate::marks::line;

/// Reads the whole lines of a journal; says what was odd about it.
pub(super) fn read_lines(bytes: &[u8], see: &mut dyn FnMut(line::Said<'_>)) -> Option<String> {
    let (mut odd, mut first) = (0_usize, 0_usize);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let whole = memchr::memrchr(b'\n', bytes).map_or(0, |end| end + 1);
    let (lines, rest) = bytes.split_at_checked(whole).unwrap_or((bytes, &[]));
    for (number, raw) in each_line(lines).enumerate() {
        if raw.trim_ascii().is_empty() || raw.starts_with(b"#") || raw.trim_ascii() == b"!torn" {
            continue;
        }
        if let Some(said) = std::str::from_utf8(raw).ok().and_then(line::read) {
            see(said);
        } else {
            first = if odd == 0 { number + 1 } else { first };
            odd += 1;
        }
    }
    describe(odd, first, !rest.trim_ascii().is_empty())
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

fn describe(odd: usize, first: usize, unfinished: bool) -> Option<String> {
    let odd = match odd {
        0 => None,
        1 => Some(format!("line {first} is not understood and kept as it is")),
        _ => Some(format!("{odd} lines are not understood (the first is line {first}) and kept as they are")),
    };
    let unfinished = unfinished.then(|| "its last line is unfinished and not counted".to_owned());
    let said: Vec<String> = odd.into_iter().chain(unfinished).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// Names the file a report is about; its name comes from outside.
pub(super) fn report(file: &Path, what: &str) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    format!("marks/{}: {what}", Text::line(&name))
}
