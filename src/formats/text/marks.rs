//! Owns the numbered marks that text browsers and feed readers set beside links (`[12]`), and the
//! list of addresses under a dumped page. It refuses to guess addresses.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::lines::{Mark, Part};
use super::runs::tidy;

/// What the list of addresses under a dump is called, in the languages lynx speaks.
const LABELS: &[&str] = &[
    "References",
    "Verweise",
    "Références",
    "Referencias",
    "Riferimenti",
    "Referências",
    "Referenties",
    "Odnośniki",
    "Ссылки",
    "Посилання",
    "Referenser",
    "Viitteet",
    "Referencer",
    "Referanser",
    "参照",
    "Reference",
];

/// What stands over the two halves of the list where no colon follows.
const PARTED: &[&str] = &["Visible links", "Hidden links"];

/// The fewest addresses under a page, unless lynx parts the visible from the hidden; a writer's own list
/// of references is shorter. Where a mark stands right before a word, as a writer sets none, fewer will do.
const FEWEST: usize = 12;
const FEWEST_BEFORE: usize = 4;

/// Splits the list of addresses that lynx prints under a page off the text.
pub(super) fn split_references(text: &str) -> (&str, Vec<(u32, String)>) {
    let mut table = Vec::new();
    let mut parted = false;
    let mut end = text.len();
    for line in text.rsplit('\n') {
        let start = end.saturating_sub(line.len());
        let words = line.trim();
        if let Some(row) = reference(words) {
            table.push(row);
        } else if LABELS.contains(&words) {
            let body = text.get(..start).unwrap_or(text);
            let enough = || table.len() >= FEWEST && body.contains("[1]");
            if !parted && !enough() && (table.len() < FEWEST_BEFORE || !marks_a_word(body)) {
                break;
            }
            table.reverse();
            return (body, table);
        } else if (words.ends_with(':') && words.len() <= 40) || PARTED.contains(&words) {
            parted = true;
        } else if !words.is_empty() {
            break;
        }
        end = start.saturating_sub(1);
    }
    (text, Vec::new())
}

/// Says whether the first mark stands at the beginning of a word, with nothing before it on its line but
/// space or the sign of an item.
fn marks_a_word(body: &str) -> bool {
    let Some((before, after)) = body.split_once("[1]") else { return false };
    let line = before.rsplit('\n').next().unwrap_or_default();
    after.starts_with(char::is_alphanumeric) && !line.contains(char::is_alphanumeric)
}

/// Reads ` 12. https://…`.
fn reference(line: &str) -> Option<(u32, String)> {
    let digits = line.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'+').count();
    let (number, rest) = line.split_at_checked(digits).filter(|_| digits > 0)?;
    let address = rest.strip_prefix(". ")?.trim();
    let parted = || address.bytes().any(|byte| matches!(byte, b':' | b'/'));
    let whole = || !address.bytes().any(|byte| byte == b' ') && !address.contains(char::is_whitespace);
    let is_one = parted() && whole();
    let number = number.parse().ok().filter(|_| is_one)?;
    Some((number, address.to_owned()))
}

/// What lynx writes for a button.
static BUTTON: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("(BUTTON)"));

/// Takes the marks of lynx out of a part: `[12]` before the words of a link. Of the words, how many
/// are linked nobody says: the first is.
pub(super) fn take_before(part: &mut Part<'_>) {
    if part.code || memchr::memchr2(b'[', b'(', part.text.as_bytes()).is_none() {
        return;
    }
    let button = BUTTON.find(part.text.as_bytes()).is_some();
    let words =
        if button { Cow::Owned(part.text.replace("(BUTTON)", " ")) } else { Cow::Borrowed(&*part.text) };
    let text = tidy(&words);
    if !button && matches!(text, Cow::Borrowed(_)) && !holds_a_mark(&text) {
        return;
    }
    let (mut out, mut marks) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = text.as_ref();
    while let Some((before, inner)) = rest.split_once('[') {
        out.push_str(before);
        rest = inner;
        let Some((number, tail)) = number(inner) else {
            out.push('[');
            continue;
        };
        let word = tail.trim_start_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && c != '[');
        let start = out.len() + tail.len() - word.len();
        let length = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        if length > 0 {
            marks.push(Mark { range: start..start + length, number });
        }
        rest = tail;
    }
    out.push_str(rest);
    out.truncate(out.trim_end().len());
    if out.starts_with(' ') {
        out.drain(..out.len() - out.trim_start().len());
        marks.clear();
    }
    (part.marks, part.text) = (marks, out.into());
}

/// Says whether a bracket with a figure behind it opens in a text.
fn holds_a_mark(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'[', bytes).any(|at| bytes.get(at + 1).is_some_and(u8::is_ascii_digit))
}

/// Takes the marks of newsboat out of the parts: `[2]` right behind the last word of a link that
/// stands in the table. One with a space before it is the writer's own.
pub(super) fn take_after(parts: &mut [Part<'_>], table: &[(u32, String)]) {
    let known: HashSet<u32> = table.iter().map(|(number, _)| *number).collect();
    for part in parts.iter_mut().filter(|part| !known.is_empty() && !part.code && part.text.contains('[')) {
        let text = tidy(&part.text);
        let (mut out, mut marks) = (String::with_capacity(text.len()), Vec::new());
        // Where the word begins that is being written: looked for in what is added alone, for marks that are
        // taken out leave one word however many they are.
        let mut word = 0;
        let mut rest = text.as_ref();
        while let Some((before, inner)) = rest.split_once('[') {
            if let Some((at, sign)) = before.char_indices().rfind(|(_, c)| !c.is_alphanumeric()) {
                word = out.len() + at + sign.len_utf8();
            }
            out.push_str(before);
            rest = inner;
            let found = number(inner).filter(|(number, _)| word < out.len() && known.contains(number));
            if let Some((number, tail)) = found {
                marks.push(Mark { range: word..out.len(), number });
                rest = tail;
            } else {
                out.push('[');
                word = out.len();
            }
        }
        out.push_str(rest);
        part.marks = marks;
        part.text = out.into();
    }
}

/// Reads `12]` and returns what follows.
fn number(inner: &str) -> Option<(u32, &str)> {
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let number = inner.get(..digits)?.parse().ok()?;
    Some((number, inner.get(digits..)?.strip_prefix(']')?))
}
