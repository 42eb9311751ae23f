//! Owns the layout of plain text: which lines belong together, whether the file was wrapped by a
//! machine, where one paragraph ends. It refuses to know what the words say, but for the label of a
//! list of sources, whose entries are alike in width because they are entries.

use std::borrow::Cow;
use std::ops::Range;

use super::code;
use crate::article::letters::ends_a_sentence;
use crate::article::measure::is_ideograph;
use crate::formats::sources;

/// The widest a machine wraps at; longer lines are paragraphs.
const WIDEST: usize = 160;
/// The narrowest.
const NARROWEST: usize = 40;

/// Lines that may each be a paragraph; no writing has more, and each costs memory a screen must hold.
pub(super) const MOST: usize = 100_000;
/// The bytes to which lines beyond that are heaped into one paragraph.
const HEAP: usize = 4096;

/// A paragraph or line of the file, on its way to becoming a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part<'a> {
    /// Which part of the file it is, counted from 0.
    pub(super) place: usize,
    /// The words, trimmed, on one line.
    pub(super) text: Cow<'a, str>,
    /// The blank lines before it; 0 when it stands directly beneath its predecessor.
    pub(super) gap: usize,
    /// The columns it is set in from the left.
    pub(super) indent: usize,
    /// The stretches of the words that are links.
    pub(super) marks: Vec<Mark>,
    /// Whether it is code, whose lines are parted by `\n`.
    pub(super) code: bool,
}

/// A stretch of a part that is a link to an address the file lists by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// The stretch, in bytes from the start of the part.
    pub(super) range: Range<usize>,
    /// The number of the address.
    pub(super) number: u32,
}

impl Part<'_> {
    /// Returns how wide it is in columns, counted up to what any rule asks for.
    pub(super) fn width(&self) -> usize {
        width(&self.text)
    }

    /// Tells whether it is so many columns wide or wider; how many bytes it has most often shows it.
    pub(super) fn is_as_wide_as(&self, columns: usize) -> bool {
        // No character has more than four bytes, and none is wider than its bytes are many.
        let bytes = self.text.len();
        bytes >= columns && (bytes >= columns * 4 || self.width() >= columns)
    }
}

/// The parts of a file.
#[derive(Debug, Default)]
pub(super) struct Layout<'a> {
    pub(super) parts: Vec<Part<'a>>,
    /// What was found not to belong to the article, in any order.
    pub(super) left: Vec<Part<'a>>,
    /// Whether lines were wrapped by a machine, and have been joined.
    pub(super) wrapped: bool,
}

/// Columns by which a line is longer than those that were wrapped, and those no such line has.
const LONGER: usize = 12;
const BEYOND: usize = WIDEST + LONGER + 1;

/// Characters of a line that are counted; no rule asks for more.
const COUNTED: usize = 1000;

/// Counts the columns of a line, an ideograph as two; stops at a thousand characters.
pub(super) fn width(text: &str) -> usize {
    let head = text.get(..text.floor_char_boundary(COUNTED * 4)).unwrap_or(text);
    if head.is_ascii() {
        return head.len().min(COUNTED);
    }
    let (count, highest) = starts(head.as_bytes());
    // Every ideograph begins with a byte as high.
    if highest >= 0xe3 {
        text.chars().take(COUNTED).map(|c| if is_ideograph(c) { 2 } else { 1 }).sum()
    } else {
        count.min(COUNTED)
    }
}

/// Counts the bytes that begin a character; returns the highest byte too.
fn starts(bytes: &[u8]) -> (usize, u8) {
    // Few bytes at a time, without branches: many are looked at in one go.
    let few = |bytes: &[u8]| {
        let begins = |byte: u8| u8::from(byte.cast_signed() >= -0x40);
        bytes.iter().fold((0_u8, 0_u8), |(count, highest), byte| (count + begins(*byte), highest.max(*byte)))
    };
    bytes
        .chunks(128)
        .map(few)
        .fold((0, 0), |(all, top), (count, highest)| (all + usize::from(count), top.max(highest)))
}

/// Cuts a text into parts. `by_machine` says that the lines are known to be wrapped.
pub(super) fn lay_out(text: &str, by_machine: bool) -> Layout<'_> {
    let lines = if code::may_hold(text) { code::gather(cut(text)) } else { cut(text) };
    // How much wider a line is than any column does not matter.
    let wide = |line: &Part<'_>| if line.is_as_wide_as(BEYOND) { BEYOND } else { line.width() };
    let widths: Vec<usize> = lines.iter().map(wide).collect();
    match wrapping(&lines, &widths, by_machine) {
        Some(column) => Layout { parts: join(lines, &widths, column), wrapped: true, ..Layout::default() },
        None => Layout { parts: lines, ..Layout::default() },
    }
}

/// Takes every line that is not blank for a part of its own; beyond [`MOST`], many lines for one.
fn cut(text: &str) -> Vec<Part<'_>> {
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
    let mut parts: Vec<Part<'_>> = Vec::with_capacity(breaks.clone().count().min(MOST));
    let (mut gap, mut start) = (0, 0);
    for end in breaks.chain([text.len()]) {
        let line = text.get(start..end).unwrap_or_default();
        start = end + 1;
        let (words, indent) = trim(line);
        if words.is_empty() {
            gap += 1;
            continue;
        }
        let place = parts.len();
        match parts.last_mut().filter(|last| place >= MOST && last.text.len() < HEAP) {
            Some(last) => append(last.text.to_mut(), words),
            None => parts.push(Part {
                place,
                text: Cow::Borrowed(words),
                gap,
                indent,
                marks: Vec::new(),
                code: false,
            }),
        }
        gap = 0;
    }
    parts
}

/// Takes the white space off the ends of a line; returns the rest, and the bytes it is set in by.
fn trim(line: &str) -> (&str, usize) {
    // Most lines begin and end with a letter or sign of ASCII.
    let bare = |end: Option<&u8>| end.is_some_and(u8::is_ascii_graphic);
    if bare(line.as_bytes().first()) && bare(line.as_bytes().last()) {
        return (line, 0);
    }
    let words = line.trim_start();
    (words.trim_end(), line.len() - words.len())
}

/// Returns the column a machine wrapped the lines at, or `None` when each line is a paragraph. Told
/// by the lines that have another directly beneath: wrapped, they are alike in width and seldom end
/// a sentence.
fn wrapping(lines: &[Part<'_>], wide: &[usize], by_machine: bool) -> Option<usize> {
    let mut widths = [0_usize; WIDEST + 1];
    let (mut followed, mut too_wide, mut ended) = (0, 0, 0);
    let (mut labelled, mut listed) = (false, false);
    for (pair, width) in lines.windows(2).zip(wide) {
        let [line, next] = pair else { continue };
        let columns = width + line.indent;
        listed = labelled || (listed && line.gap == 0);
        labelled = line.gap > 0 && columns < NARROWEST && sources::is_label(&line.text);
        // Menus and addresses say nothing of the column, and sources look alike because they are.
        if listed || line.code || next.gap > 0 || columns < NARROWEST || stands_alone(&next.text) {
            continue;
        }
        followed += 1;
        match widths.get_mut(columns) {
            Some(count) => *count += 1,
            None => too_wide += 1,
        }
        ended += usize::from(ends_a_sentence(&line.text));
    }
    let column = percentile(&widths, followed - too_wide, 95)?;
    let near: usize = widths.iter().skip(column * 3 / 4).sum();
    let is_longer = |(width, line): &(&usize, &Part<'_>)| **width > column + LONGER && !line.code;
    let longer = wide.iter().zip(lines).filter(is_longer).count();
    let alike = near * 100 >= (followed - too_wide) * 55;
    // Where nearly every line has another beneath, a headline or a lede that was not wrapped proves little.
    let most = if followed * 10 >= lines.len() * 7 { 8 } else { 20 };
    let fits = longer * most <= lines.len() && too_wide * 20 <= followed;
    let told = by_machine || (alike && fits && ended * 2 <= followed);
    (followed >= 2 && column >= NARROWEST && told).then_some(column)
}

fn percentile(widths: &[usize], total: usize, percent: usize) -> Option<usize> {
    let mut left = (total * percent).div_ceil(100);
    widths.iter().enumerate().find_map(|(column, count)| {
        left = left.saturating_sub(*count);
        (left == 0 && total > 0).then_some(column)
    })
}

/// Joins wrapped lines into paragraphs. A line ends one when the next begins an item or is set in,
/// or when the next line's first word would still have fitted.
fn join<'a>(lines: Vec<Part<'a>>, widths: &[usize], column: usize) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::new();
    let mut last_columns = 0;
    for (line, width) in lines.into_iter().zip(widths) {
        let columns = width + line.indent;
        match parts.last_mut() {
            Some(part) if line.gap == 0 && continues(part, last_columns, &line, column) => {
                append(part.text.to_mut(), &line.text);
            }
            _ => parts.push(line),
        }
        last_columns = columns;
    }
    parts
}

fn continues(part: &Part<'_>, last_columns: usize, line: &Part<'_>, column: usize) -> bool {
    if part.code
        || line.code
        || is_rule(&part.text)
        || is_rule(&line.text)
        || stands_alone(&line.text)
        || line.indent >= part.indent + 2 && !is_bullet(&part.text)
    {
        return false;
    }
    let first_word = line.text.split_whitespace().next().map_or(0, width);
    let fitted = last_columns + 1 + first_word <= column;
    let begins = line.text.starts_with(|c: char| !c.is_lowercase());
    let stopped = ends_a_sentence(&part.text);
    // A line not half full ends its paragraph, whatever comes.
    !(fitted && (stopped || last_columns * 2 < column || begins && last_columns * 4 < column * 3))
}

fn append(text: &mut String, line: &str) {
    let joined = text.ends_with(is_ideograph) && line.starts_with(is_ideograph)
        || text.ends_with('-') && !text.ends_with(" -") && line.starts_with(char::is_lowercase);
    if !joined {
        text.push(' ');
    }
    text.push_str(line);
}

/// Says whether a line is one sign again and again, as typewriters underline.
pub(super) fn is_rule(text: &str) -> bool {
    let bytes = text.as_bytes();
    let sign = bytes.first().copied().unwrap_or_default();
    bytes.len() >= 3 && b"=-_~*#^\"+.".contains(&sign) && bytes.iter().all(|byte| *byte == sign)
}

/// Says whether a line is never the end of the one before: an item of a list, a row of a table of links.
fn stands_alone(text: &str) -> bool {
    let numbered = text.strip_prefix('[').map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    numbered.is_some_and(|rest| rest.starts_with("]: ")) || is_bullet(text)
}

/// Says whether a line begins an item of a list.
pub(super) fn is_bullet(text: &str) -> bool {
    bullet(text).is_some()
}

/// Splits the sign off an item of a list: its number, if it has one, and the rest.
pub(super) fn bullet(text: &str) -> Option<(Option<u64>, &str)> {
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let signs = ["- ", "* ", "• ", "•", "+ ", "· ", "▪ ", "‣ ", "◦ ", "○ ", "□ ", "■ ", "▸ "];
    if let Some(rest) = signs.iter().find_map(|sign| text.strip_prefix(sign)) {
        return Some((None, rest.trim_start())).filter(|(_, rest)| !rest.is_empty());
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let rest = text.get(digits..)?.strip_prefix(['.', ')'])?;
    let item = rest.strip_prefix([' ', '\u{a0}'])?.trim_start();
    (!item.is_empty()).then(|| (text.get(..digits).and_then(|n| n.parse().ok()), item))
}
