//! Owns telling web-page remains from the article: identifiers, keyword lines, share buttons. It
//! refuses to drop prose: when in doubt a line stays.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::fold::{fold, fold_char, fold_into};
use crate::article::letters::{ENDS, ends, is_alphanumeric};

/// The longest line that is looked at, in bytes.
const LONGEST: usize = 160;

/// What stands in the table for the name of a service articles are shared on, and those names.
const SERVICE: char = '*';
const SERVICES: [&str; 14] = [
    "facebook",
    "twitter",
    "x",
    "whatsapp",
    "linkedin",
    "telegram",
    "email",
    "e-mail",
    "bluesky",
    "threads",
    "reddit",
    "pinterest",
    "pocket",
    "mastodon",
];

static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(table(include_str!("web_words.txt"), char::is_whitespace)));
static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::read);

/// Cuts the name of a service off a line, with a capital glued to a small letter: `Ada MorrowTwitter`.
pub(super) fn without_service(line: &str) -> &str {
    let glued = |service: &str| {
        let (name, end) = line.split_at_checked(line.len().checked_sub(service.len())?)?;
        let fits = end.eq_ignore_ascii_case(service)
            && end.starts_with(|c: char| c.is_ascii_uppercase())
            && name.ends_with(char::is_lowercase);
        fits.then_some(name)
    };
    SERVICES.into_iter().find_map(glued).unwrap_or(line)
}

/// Words, folded.
struct Words {
    folded: FxHashSet<String>,
    /// The lengths they have, a bit each, by their [ends].
    lengths: Vec<u64>,
}

impl Words {
    fn new(folded: FxHashSet<String>) -> Self {
        let mut lengths = vec![0; ENDS];
        for word in &folded {
            if let Some(known) = lengths.get_mut(ends(word)) {
                *known |= 1 << word.len().min(63);
            }
        }
        Self { folded, lengths }
    }

    /// Says whether a word may be one of them once it is folded: most stop here. Of what is not ASCII
    /// nothing is known before that.
    fn may_hold(&self, word: &str) -> bool {
        let lengths = self.lengths.get(ends(word)).copied().unwrap_or_default();
        lengths & (1 << word.len().min(63)) != 0 || !word.is_ascii()
    }
}

/// Whole lines that are remains.
struct Phrases {
    folded: FxHashSet<String>,
    /// The words they begin with.
    first: Words,
    /// The most bytes one of them has.
    bytes: usize,
}

impl Phrases {
    fn read() -> Self {
        let (shares, whole): (Vec<&str>, Vec<&str>) =
            include_str!("web_phrases.txt").lines().partition(|line| line.contains(SERVICE));
        let share = |line: &&str| SERVICES.map(|service| fold(&line.replace(SERVICE, service)));
        let folded: FxHashSet<String> = whole
            .into_iter()
            .filter(|line| !line.is_empty())
            .map(fold)
            .chain(shares.iter().flat_map(share))
            .collect();
        let first = folded.iter().filter_map(|phrase| phrase.split_whitespace().next());
        let first = Words::new(first.map(str::to_owned).collect());
        let bytes = folded.iter().map(String::len).max().unwrap_or_default();
        Self { folded, first, bytes }
    }
}

fn table(text: &str, separator: fn(char) -> bool) -> FxHashSet<String> {
    text.split(separator).filter(|w| !w.is_empty()).map(fold).collect()
}

/// Says whether a line is a remain of the page it was copied from.
pub(super) fn is_leftover(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    is_identifier(line) || is_web_words(line) || is_phrase(line) || is_picture_mark(line)
}

/// Digits in three groups or more, and nothing else: the number of a picture or page.
fn is_identifier(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_digit() || c.is_whitespace())
        && line.chars().all(|c| c.is_ascii_digit() || c.is_whitespace())
        && line.split_whitespace().count() >= 3
        && line.chars().filter(char::is_ascii_digit).count() >= 8
}

/// Up to eight words, all of them the web's own: `site web internet blog html`.
fn is_web_words(line: &str) -> bool {
    let words = line.split(|c: char| !is_alphanumeric(c)).filter(|w| !w.is_empty());
    let (mut count, mut folded) = (0, String::new());
    for word in words {
        count += 1;
        // Most lines end at their first word.
        if count > 8 || !WORDS.may_hold(word) {
            return false;
        }
        folded.clear();
        fold_into(word, &mut folded);
        if !WORDS.folded.contains(folded.as_str()) {
            return false;
        }
    }
    count >= 2
}

/// Share buttons, counters and notices that are whole lines; figures in them do not count.
fn is_phrase(line: &str) -> bool {
    let bytes = line.as_bytes();
    let letter = |end: Option<&u8>| end.is_some_and(u8::is_ascii_alphabetic);
    let bare = letter(bytes.first()) && letter(bytes.last());
    let line =
        if bare { line } else { line.trim_matches(|c: char| !is_alphanumeric(c) || c.is_ascii_digit()) };
    let mut folded = String::new();
    for word in line.split_whitespace() {
        let length = folded.len();
        if word.bytes().any(|byte| byte.is_ascii_digit()) {
            word.chars().filter(|c| !c.is_ascii_digit()).for_each(|c| fold_char(c, &mut folded));
        } else if length > 0 || PHRASES.first.may_hold(word) {
            fold_into(word, &mut folded);
        } else {
            // Most lines end at their first word.
            return false;
        }
        if folded.len() > PHRASES.bytes + 1 || (length == 0 && !PHRASES.first.folded.contains(&folded)) {
            return false;
        }
        if folded.len() > length {
            folded.push(' ');
        }
    }
    PHRASES.folded.contains(folded.trim_end())
}

/// `[IMG]`, `[INLINE]`, `[PR]`: a picture or an advertisement that is not there.
fn is_picture_mark(line: &str) -> bool {
    let inner = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')).map(str::to_ascii_lowercase);
    inner.is_some_and(|name| {
        matches!(
            name.as_str(),
            "img" | "image" | "inline" | "picture" | "video" | "advertisement" | "ad" | "pr"
        )
    })
}
