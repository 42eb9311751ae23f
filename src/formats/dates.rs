//! Owns reading dates written by people, in figures and in words of two dozen languages. It refuses
//! relative dates: a saved file cannot say what "yesterday" was.

use jiff::civil::Date;

use crate::article::{Language, Moment};

/// What helps to read a date right.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reading {
    /// The language of the text around it.
    pub language: Option<Language>,
    /// Proof of US order (`lang=en-US`, a US dateline, another date that only reads month first).
    pub month_first: bool,
    /// The newest day a two-digit year may give: the day after the file's own.
    pub newest: Option<Date>,
}

/// Reads a string that is a date and nothing else: ISO 8601, RFC 2822, figures (day first unless
/// proved otherwise), or words.
pub fn parse(text: &str, reading: Reading) -> Option<Moment> {
    let _ = (text, reading);
    None
}

/// Finds the first date inside a line, and its byte range.
pub fn find(text: &str, reading: Reading) -> Option<(std::ops::Range<usize>, Moment)> {
    let _ = (text, reading);
    None
}

/// Splits a date off the end of a line (`Title, 08/12/16`): the rest without its comma, and the date.
pub fn split_end(text: &str, reading: Reading) -> Option<(&str, Moment)> {
    let _ = (text, reading);
    None
}

/// Finds a date in the path of a URL: `/2024/05/14/`, `/2024-05-14-slug`.
pub fn in_url(url: &str) -> Option<Date> {
    let _ = url;
    None
}

/// Finds a date in front of a file name: `2014-03-21-slug.md`, `20140321 title.txt`.
pub fn in_file_name(name: &str) -> Option<Date> {
    let _ = name;
    None
}
