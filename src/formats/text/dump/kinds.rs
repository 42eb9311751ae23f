//! Owns telling the lines of a dumped page apart: prose, captions, buttons, what the page says
//! twice. It refuses to know where on the page they stand.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::formats::fold::fold;
use crate::formats::text::leftovers::is_leftover;
use crate::formats::text::lines::{Part, ends_a_sentence, is_bullet};

/// Columns from which a line may be prose.
const PROSE: usize = 60;

/// What a page calls the lists of other articles under the one it shows, folded.
static ENDS: LazyLock<HashSet<String>> =
    LazyLock::new(|| include_str!("ends.txt").lines().filter(|l| !l.starts_with('#')).map(fold).collect());

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
];

/// What must be known of a whole page to judge one of its lines.
#[derive(Debug)]
pub(super) struct Page {
    said: HashMap<String, usize>,
    credited: HashSet<String>,
    /// The columns prose is set in by.
    pub(super) margin: usize,
}

impl Page {
    pub(super) fn new(parts: &[Part<'_>]) -> Self {
        let mut page = Self { said: HashMap::new(), credited: HashSet::new(), margin: margin(parts) };
        for (at, part) in parts.iter().enumerate() {
            let words = plain(&part.text);
            let credits = |next: &Part<'_>| is_credit(&next.text) && (next.gap == 0 || is_label(&next.text));
            if is_credit(&part.text) || parts.get(at + 1).is_some_and(credits) {
                page.credited.insert(words.clone());
            }
            *page.said.entry(words).or_default() += 1;
        }
        page
    }

    /// Returns how often the page says the words of a line, as whole lines.
    pub(super) fn times(&self, text: &str) -> usize {
        self.said.get(&plain(text)).copied().unwrap_or_default()
    }

    /// Says whether a line is a caption: it names who took the picture, or does so elsewhere.
    pub(super) fn is_caption(&self, text: &str) -> bool {
        is_credit(text) || self.credited.contains(&plain(text))
    }
}

/// The words of a line without the sign of a list, folded.
fn plain(text: &str) -> String {
    fold(past_bullet(text).trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Steps over the sign or number of an item.
pub(super) fn past_bullet(text: &str) -> &str {
    crate::formats::text::lines::bullet(text).map_or(text, |(_, rest)| rest)
}

/// Returns the columns most prose is set in by.
fn margin(parts: &[Part<'_>]) -> usize {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for part in parts.iter().filter(|part| is_prose(part)) {
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
    let text = part.text.as_ref();
    let width = part.width();
    let asks = text.ends_with(['?', '!', '？']) && !text.contains(". ");
    let ends = ends_a_sentence(text) && !asks;
    let stops =
        ends || text.contains(". ") || text.contains('。') || text.ends_with(':') || (asks && width > 110);
    let wide = width >= PROSE || (width >= PROSE / 2 && ends && part.gap > 0);
    wide && stops && !is_bullet(text) && !is_form(text)
}

/// Says whether a line is a button, field, frame or address.
pub(super) fn is_form(text: &str) -> bool {
    let address = text.contains("://") && text.split_whitespace().count() <= 3;
    address
        || ["(BUTTON)", "IFRAME:", "____", "[    ", "━━━"].iter().any(|mark| text.contains(mark))
        || text.starts_with(['#', '|', '+', '['])
        || is_leftover(text)
}

/// Says whether a line credits a picture.
pub(super) fn is_credit(text: &str) -> bool {
    let named = [
        "Photo by ",
        "Photo:",
        "Photograph:",
        "(Photo",
        "(Picture",
        "Picture:",
        "Image:",
        "(Image",
        "(AP ",
        "Getty Images",
        "Foto:",
        "(Foto",
        "| Foto",
        "Bild:",
        "© ",
        "Shutterstock",
        "Credit:",
        "Crédit",
        "fot. ",
        "(Courtesy",
    ];
    text.chars().nth(400).is_none()
        && (named.iter().any(|name| text.contains(name))
            || text.ends_with("/dpa")
            || text.ends_with("/AP")
            || is_label(text))
}

/// Says whether a line begins with the label of a credit, and is not much more.
fn is_label(text: &str) -> bool {
    let first = fold(text.split([' ', ':', '/']).next().unwrap_or_default());
    matches!(first.as_str(), "foto" | "photo" | "photos" | "©" | "fot." | "picture" | "image" | "bild")
        && text.chars().nth(120).is_none()
}

/// Says whether a line is the label of a list of other articles.
pub(super) fn ends_the_article(text: &str) -> bool {
    text.len() <= 120 && {
        let words = plain(text);
        let reserves = text.contains('©') && RIGHTS.iter().any(|right| words.contains(right));
        reserves
            || ENDS.contains(&words)
            || ENDS.iter().any(|end| end.ends_with(' ') && words.starts_with(end.as_str()))
    }
}
