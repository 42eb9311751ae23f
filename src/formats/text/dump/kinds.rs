//! Owns telling the lines of a dumped page apart: prose, captions, buttons, what the page says
//! twice. It refuses to know where on the page they stand.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

use super::signs::Signs;
use crate::article::letters::{asks, ends_a_sentence, holds_a_stop, within_signs, words};
use crate::article::measure::is_ideograph;
use crate::formats::fold::{fold, fold_into};
use crate::formats::leftovers::is_leftover;
use crate::formats::people::is_agency;
use crate::formats::text::lines::{Part, is_bullet};
use crate::formats::text::pictures::begins_with_word;

/// Columns from which a line may be prose.
const PROSE: usize = 60;
/// Columns from which a line is prose in scripts that have no sign for the end of a sentence.
const UNSTOPPED: usize = 90;
/// Bytes at the end of a caption in which its makers stand.
const MAKERS: usize = 60;
/// The longest credit of a picture, in characters.
const LONGEST_CREDIT: usize = 400;
/// The longest label of a list of other articles, in bytes.
const LONGEST_LABEL: usize = 120;

/// What a page calls the lists of other articles under the one it shows, folded.
static ENDS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| include_str!("ends.txt").lines().filter(|l| !l.starts_with('#')).map(fold).collect());

/// Those of them that are only how such a label begins, by their first letter.
static OPENINGS: LazyLock<FxHashMap<char, Vec<&str>>> = LazyLock::new(|| {
    let mut openings: FxHashMap<char, Vec<&str>> = FxHashMap::default();
    for end in ENDS.iter().filter(|end| end.ends_with(' ')) {
        openings.entry(first_letter(end)).or_default().push(end);
    }
    openings
});

fn first_letter(words: &str) -> char {
    words.chars().next().unwrap_or_default()
}

/// Words of the notice under an article that says whose it is, folded.
const RIGHTS: &[&str] = &[
    "rights",
    "rechte",
    "droits",
    "derechos",
    "diritti",
    "direitos",
    "prawa",
    "publikacj",
    "rechten",
    "права",
    "riservat",
    "reservad",
    "reserves",
    "vorbehalten",
    "voorbehouden",
    "zastrzez",
    "forbehold",
    "vyhrazen",
    "fenntartva",
    "rezervate",
];

/// What is known of one line by itself.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "four independent judgements of one line")]
struct Line {
    /// Its words, without the sign of a list, folded and hashed.
    words: u64,
    credits: bool,
    prose: bool,
    form: bool,
    ends: bool,
}

impl Line {
    /// Judges a part; `folded` is room for its words.
    fn new(part: &Part<'_>, folded: &mut String) -> Self {
        let text = part.text.as_ref();
        folded.clear();
        // A paragraph is said again letter by letter or not at all.
        if text.len() > LONGEST_LABEL {
            folded.push_str(text);
        } else {
            fold_into(within_signs(past_bullet(text)), folded);
        }
        let may_credit = !is_longer(text, LONGEST_CREDIT);
        let signs = if may_credit { Signs::of(text) } else { Signs::of_a_form(text) };
        let form = is_form(text, signs);
        Self {
            words: xxh3_64(folded.as_bytes()),
            credits: may_credit && is_credit(text, signs),
            prose: !form && may_be_prose(part),
            ends: ends_the_article(text, folded),
            form,
        }
    }
}

/// What must be known of a whole page to judge one of its lines; and each line, judged once.
#[derive(Debug)]
pub(super) struct Page {
    /// The lines by their place in the file.
    lines: Vec<Line>,
    said: FxHashMap<u64, usize>,
    credited: FxHashSet<u64>,
    /// The columns prose is set in by.
    pub(super) margin: usize,
}

impl Page {
    pub(super) fn new(parts: &[Part<'_>]) -> Self {
        let mut lines = Vec::new();
        lines.resize_with(parts.last().map_or(0, |part| part.place + 1), Line::default);
        let mut folded = String::new();
        for part in parts {
            if let Some(line) = lines.get_mut(part.place) {
                *line = Line::new(part, &mut folded);
            }
        }
        let said = FxHashMap::with_capacity_and_hasher(parts.len(), FxBuildHasher);
        let credited = FxHashSet::default();
        let mut page = Self { lines, said, credited, margin: 0 };
        page.margin = margin(parts.iter().filter(|part| page.is_prose(part)));
        for (at, part) in parts.iter().enumerate() {
            let Some(line) = page.lines.get(part.place) else { continue };
            let credits = |next: &Part<'_>| page.credits(next) && (next.gap == 0 || is_label(&next.text));
            if line.credits || parts.get(at + 1).is_some_and(credits) {
                page.credited.insert(line.words);
            }
            *page.said.entry(line.words).or_default() += 1;
        }
        page
    }

    fn knows(&self, part: &Part<'_>, what: impl Fn(&Line) -> bool) -> bool {
        self.lines.get(part.place).is_some_and(what)
    }

    fn credits(&self, part: &Part<'_>) -> bool {
        self.knows(part, |line| line.credits)
    }

    /// Says whether a part of the page reads as prose.
    pub(super) fn is_prose(&self, part: &Part<'_>) -> bool {
        self.knows(part, |line| line.prose)
    }

    /// Says whether a part of the page is a button, field, frame or address.
    pub(super) fn is_form(&self, part: &Part<'_>) -> bool {
        self.knows(part, |line| line.form)
    }

    /// Says whether a part of the page is the label of a list of other articles.
    pub(super) fn ends_the_article(&self, part: &Part<'_>) -> bool {
        self.knows(part, |line| line.ends)
    }

    /// Returns how often the page says the words of a part, as whole lines.
    pub(super) fn times(&self, part: &Part<'_>) -> usize {
        let words = self.lines.get(part.place).map(|line| &line.words);
        words.and_then(|words| self.said.get(words)).copied().unwrap_or_default()
    }

    /// Says whether a part is a caption: it names who took the picture, or does so elsewhere.
    pub(super) fn is_caption(&self, part: &Part<'_>) -> bool {
        self.knows(part, |line| line.credits || self.credited.contains(&line.words))
    }
}

/// Steps over the sign or number of an item.
pub(super) fn past_bullet(text: &str) -> &str {
    crate::formats::text::lines::bullet(text).map_or(text, |(_, rest)| rest)
}

/// Counts the words of a line; where no spaces part them, it takes three signs for one, or six letters.
pub(in crate::formats::text) fn count_words(text: &str) -> usize {
    // Every ideograph begins with a byte as high.
    let may_be_unspaced = text.bytes().max() >= Some(0xe3);
    let unspaced = if may_be_unspaced { text.chars().filter(|c| is_ideograph(*c)).count() } else { 0 };
    let spelled = if opens_unstopped(text) { text.chars().filter(|c| is_unstopped(*c)).count() } else { 0 };
    words(text) + unspaced / 3 + spelled / 6
}

/// Returns the columns most prose is set in by.
fn margin<'p>(prose: impl Iterator<Item = &'p Part<'p>>) -> usize {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for part in prose {
        *counts.entry(part.indent).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(indent, count)| (*count, usize::MAX - indent))
        .map_or(0, |(indent, _)| indent)
}

/// Says whether a part reads as prose: long, with the end of a sentence in it. A question alone may be
/// a headline.
pub(super) fn is_prose(part: &Part<'_>) -> bool {
    may_be_prose(part) && !is_form(&part.text, Signs::of_a_form(&part.text))
}

fn may_be_prose(part: &Part<'_>) -> bool {
    if !part.is_as_wide_as(PROSE / 2) {
        return false;
    }
    let text = part.text.as_ref();
    let asks = text.ends_with(asks) && !holds_a_stop(text);
    let ends = ends_a_sentence(text) && !asks;
    let wide = part.is_as_wide_as(PROSE) || (ends && part.gap > 0);
    if !wide || is_bullet(text) {
        return false;
    }
    ends || (asks && part.is_as_wide_as(111))
        || text.ends_with([':', '：', '៖'])
        || holds_a_stop(text)
        || opens_unstopped(text) && part.is_as_wide_as(UNSTOPPED)
}

/// Says whether a text begins in a script that ends no sentence with a sign.
pub(super) fn opens_unstopped(text: &str) -> bool {
    !text.starts_with(|c: char| c.is_ascii_graphic()) && text.chars().take(2).any(is_unstopped)
}

/// Says whether a letter is of a script that ends no sentence with a sign: Thai, Lao.
fn is_unstopped(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}')
}

/// Says whether a line is a button, field, frame or address.
fn is_form(text: &str, signs: Signs) -> bool {
    (signs.address() && text.split_whitespace().take(4).count() <= 3)
        || text.starts_with(['#', '|', '+', '['])
        || signs.framed()
        || is_leftover(text)
}

/// Says whether a line credits a picture.
fn is_credit(text: &str, signs: Signs) -> bool {
    signs.credited() || is_label(text) || ends_in_makers(text)
}

/// Says whether a line ends in the agency and the maker of a picture: `(Ada Bell/Quay Post)`, `REUTERS/Ada Bell`,
/// `Ada Bell/dpa`.
fn ends_in_makers(text: &str) -> bool {
    let tail = text.get(text.ceil_char_boundary(text.len().saturating_sub(MAKERS))..).unwrap_or_default();
    // Most lines have no stroke so near their end.
    let Some(at) = memchr::memrchr(b'/', tail.as_bytes()) else { return false };
    let (before, after) = (tail.get(..at).unwrap_or_default(), tail.get(at + 1..).unwrap_or_default());
    if let Some(name) = after.strip_suffix(')') {
        let inside = before.rsplit_once('(').map_or("", |(_, inside)| inside);
        return inside.starts_with(char::is_uppercase) && name.trim_start().starts_with(char::is_uppercase);
    }
    if is_agency(after) {
        return true;
    }
    let agency = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let shouted = agency.chars().count() >= 2 && agency.chars().all(char::is_uppercase);
    shouted && after.starts_with(char::is_uppercase) && after.split(' ').count() <= 3 && !after.contains('.')
}

/// Says whether a line begins with the label of a credit, and is not much more.
fn is_label(text: &str) -> bool {
    if !text.starts_with(|c: char| !c.is_ascii() || "fpibFPIB".contains(c)) || reserves_rights(text) {
        return false;
    }
    begins_with_word(text) && !is_longer(text, 120)
}

/// Says whether a line says whose the article is, and not whose a picture: a year or a reservation is in it.
fn reserves_rights(text: &str) -> bool {
    let Some(owner) = text.strip_prefix('©').filter(|_| text.len() <= LONGEST_LABEL) else { return false };
    let year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let words = fold(owner);
    owner.split(|c: char| !c.is_alphanumeric()).any(year) || RIGHTS.iter().any(|right| words.contains(right))
}

/// Says whether a line has more characters than `most`.
fn is_longer(text: &str, most: usize) -> bool {
    text.len() > most && text.chars().nth(most).is_some()
}

/// Says whether a line is the label of a list of other articles.
fn ends_the_article(text: &str, words: &str) -> bool {
    text.len() <= LONGEST_LABEL && {
        let reserves =
            || !text.is_ascii() && text.contains('©') && RIGHTS.iter().any(|right| words.contains(right));
        let opens = || {
            OPENINGS
                .get(&first_letter(words))
                .is_some_and(|ends| ends.iter().any(|end| words.starts_with(end)))
        };
        ENDS.contains(words) || opens() || reserves()
    }
}
