//! Owns code in plain text: lines that keep their breaks and their indents because a machine reads them. It
//! refuses doubtful lines: prose that is taken for code is never wrapped.

use std::borrow::Cow;
use std::ops::Range;

use super::lines::Part;

/// What stands around code on lines of its own.
const FENCE: &str = "```";
/// Columns that lines between unindented paragraphs are set in by, at least, to be code.
const SET_IN: usize = 4;
/// The fewest lines of code that is not set in.
const FEWEST: usize = 3;
/// The most lines of one stretch; a longer one is several.
const MOST: usize = 400;
/// The widest line that is looked at, in bytes.
const WIDEST: usize = 200;

/// What lines of code end with, prose seldom.
const ENDS: &[&str] = &["{", "}", "};", "});", ");", "),", "];", "],", "},", "->", "=>", "/>", "\\", " ="];
/// What they hold.
const SIGNS: &[&str] =
    &[" = ", " == ", " != ", "::", "->", "=>", " && ", " || ", "();", "()", " += ", "</", " := "];
/// What they begin with.
const BEGINS: &[&str] = &[
    "$ ",
    ">>> ",
    "#include",
    "#!/",
    "import ",
    "from ",
    "def ",
    "class ",
    "return ",
    "function ",
    "fn ",
    "let ",
    "const ",
    "var ",
    "public ",
    "private ",
    "if (",
    "for (",
    "while (",
    "} else",
    "//",
    "/*",
    "SELECT ",
    "sudo ",
    "print(",
    "echo ",
];

/// Makes one part of each stretch of code: its lines with their breaks, set in as they are to each other.
pub(super) fn gather(lines: Vec<Part<'_>>) -> Vec<Part<'_>> {
    let stretches = stretches(&lines);
    let mut parts = Vec::with_capacity(lines.len());
    let mut found = stretches.into_iter().peekable();
    let mut next = 0;
    for (at, line) in lines.into_iter().enumerate() {
        if let Some((_, part, end)) = found.next_if(|(first, ..)| *first == at) {
            parts.push(part);
            next = end;
        } else if at >= next {
            parts.push(line);
        }
    }
    parts
}

/// Finds the stretches of code: the line each begins at, its lines joined, and the line to go on with.
fn stretches<'a>(lines: &[Part<'a>]) -> Vec<(usize, Part<'a>, usize)> {
    let is_code = lines.iter().map(|line| is_code(&line.text)).collect();
    let last_fence = lines.iter().rposition(|line| line.text == FENCE);
    let page = Page { lines, is_code, last_fence };
    let mut found = Vec::new();
    let (mut at, mut above) = (0, 0);
    while let Some(line) = lines.get(at) {
        let stretch = page.fenced(at).or_else(|| page.set_in(at, above)).or_else(|| page.bare(at));
        above = if stretch.is_some() { 0 } else { line.indent };
        let next = stretch.as_ref().map_or(at + 1, |(_, next)| *next);
        found.extend(stretch.map(|(code, _)| (at, page.joined(line, code), next)));
        at = next;
    }
    found
}

/// Says whether a text may hold code at all: most hold none, and are spared the look at their lines.
pub(super) fn may_hold(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_telling = |at: usize| match bytes.get(at) {
        Some(b'`') => text.get(at..).is_some_and(|rest| rest.starts_with(FENCE)),
        Some(b'=') => at > 0 && bytes.get(at - 1) == Some(&b' '),
        _ => bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace),
    };
    memchr::memchr3_iter(b'{', b'`', b'=', bytes).any(is_telling)
        || memchr::memchr2_iter(b'$', b'(', bytes).any(|at| {
            matches!((bytes.get(at), bytes.get(at + 1)), (Some(b'$'), Some(b' ')) | (Some(b'('), Some(b')')))
        })
}

/// The lines of a text, with what was found out of each.
struct Page<'p, 'a> {
    lines: &'p [Part<'a>],
    is_code: Vec<bool>,
    /// The last line that may close a fence.
    last_fence: Option<usize>,
}

/// The lines that are code, and the line to go on with.
type Stretch = (Range<usize>, usize);

impl Page<'_, '_> {
    /// Returns how many lines from one on `fit`, [`MOST`] at most.
    fn count(&self, at: usize, fit: impl Fn(&Part<'_>) -> bool) -> usize {
        self.lines.iter().skip(at).take(MOST).take_while(|line| fit(line)).count()
    }

    fn code_in(&self, range: Range<usize>) -> usize {
        self.is_code.get(range).unwrap_or_default().iter().filter(|is_code| **is_code).count()
    }

    fn fenced(&self, at: usize) -> Option<Stretch> {
        let named = self.lines.get(at)?.text.strip_prefix(FENCE)?;
        if named.contains([' ', '`']) || self.last_fence <= Some(at) {
            return None;
        }
        let end = at + 1 + self.lines.iter().skip(at + 1).position(|line| line.text == FENCE)?;
        (end > at + 1).then_some((at + 1..end, end + 1))
    }

    /// Lines set in below a paragraph that is not, one in some of them code beyond doubt.
    fn set_in(&self, at: usize, above: usize) -> Option<Stretch> {
        let first = self.lines.get(at)?;
        if above >= 2 || first.gap == 0 || first.indent < SET_IN {
            return None;
        }
        let end = at + self.count(at, |line| line.indent >= SET_IN && line.text.len() <= WIDEST);
        let ends = self.lines.get(end).is_none_or(|next| next.indent < SET_IN && next.gap > 0);
        let code = self.code_in(at..end);
        (ends && code > 0 && code * 5 >= end - at).then_some((at..end, end))
    }

    /// Lines that nothing sets in or off, most of them code beyond doubt.
    fn bare(&self, at: usize) -> Option<Stretch> {
        if self.is_code.get(at) != Some(&true) {
            return None;
        }
        let mut end = at + 1 + self.count(at + 1, |line| line.gap == 0 && line.text.len() <= WIDEST);
        // What stands right beneath may be prose again.
        let is_prose = |line: usize| {
            let outdented = self.lines.get(line).is_some_and(|line| line.indent == 0);
            outdented && self.is_code.get(line) == Some(&false)
        };
        while end > at + 1 && is_prose(end - 1) {
            end -= 1;
        }
        let (count, code) = (end - at, self.code_in(at..end));
        (count >= FEWEST && code * 3 >= count * 2).then_some((at..end, end))
    }

    /// Joins lines to one part that stands where `first` stood.
    fn joined<'j>(&self, first: &Part<'_>, range: Range<usize>) -> Part<'j> {
        let lines = self.lines.get(range).unwrap_or_default();
        let least = lines.iter().map(|line| line.indent).min().unwrap_or(0);
        let mut text = String::new();
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                // One blank line says as much as many.
                text.push_str(if line.gap > 0 { "\n\n" } else { "\n" });
            }
            text.extend(std::iter::repeat_n(' ', line.indent - least));
            text.push_str(&line.text);
        }
        let (place, gap) = (first.place, first.gap.max(1));
        Part { place, text: Cow::Owned(text), gap, indent: 0, marks: Vec::new(), code: true }
    }
}

fn is_code(line: &str) -> bool {
    // A sentence may hold any of the signs, a line of code seldom ends as one.
    if line.ends_with(['.', '?', '!', '…', '”', '»']) || line.len() > WIDEST {
        return false;
    }
    let ends = || ENDS.iter().any(|end| line.ends_with(end));
    let closes = || line.ends_with(';') && !line.contains(", ") && line.split(' ').count() <= 4;
    let begins = || {
        BEGINS.iter().any(|begin| line.starts_with(begin))
            && line.contains(['(', '"', '<', '{', '/', '-', '=', '*'])
    };
    ends() || closes() || begins() || SIGNS.iter().any(|sign| line.contains(sign))
}
