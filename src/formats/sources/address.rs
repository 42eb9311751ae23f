//! Owns the web address inside an entry: where it stands, which words are linked to it, what can be
//! read from it. It refuses to open it.

use crate::article::{Text, measure::is_ideograph};

/// A web address inside a line, with the words linked to it, and where both stand.
pub(super) struct Address {
    pub(super) url: String,
    pub(super) words: Option<String>,
    start: usize,
    end: usize,
    /// Whether the line holds the name of the work instead, as libraries give it (`doi:10.1000/1`).
    pub(super) id: bool,
}

/// Names of works, and what their addresses begin with.
const IDS: &[(&str, &str)] = &[
    ("doi:", "https://doi.org/"),
    ("DOI:", "https://doi.org/"),
    ("arXiv:", "https://arxiv.org/abs/"),
    ("arxiv:", "https://arxiv.org/abs/"),
];

impl Address {
    /// Finds `[words](url)`, `<url>` or a bare address.
    pub(super) fn find(line: &str) -> Option<Self> {
        let bare = || ["https://", "http://", "www."].iter().filter_map(|s| line.find(s)).min();
        let Some(at) = line.find("](http").map(|at| at + 2).or_else(bare) else { return Self::of_id(line) };
        let tail = line.get(at..)?;
        let length = tail
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '»' | ']'))
            .unwrap_or(tail.len());
        let before = line.get(..at)?;
        let found = tail.get(..length)?;
        if let Some(words) = before.strip_suffix("](").and_then(|b| b.rsplit_once('[')) {
            return Some(Self::behind(line, at, words, found, tail));
        }
        let url = trim_address(found);
        let bracketed = before.ends_with('<') && tail.get(length..).is_some_and(|t| t.starts_with('>'));
        let (start, end) = if bracketed { (at - 1, at + length + 1) } else { (at, at + url.len()) };
        Some(Self { url: url.to_owned(), words: None, start, end, id: false })
    }

    /// Finds the name of a work with an address of its own.
    fn of_id(line: &str) -> Option<Self> {
        let (start, (label, site)) = IDS.iter().find_map(|id| line.find(id.0).map(|start| (start, id)))?;
        let rest = line.get(start + label.len()..)?;
        let name = rest.trim_start();
        let at = start + label.len() + rest.len() - name.len();
        let length = name
            .find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '>' | '"'))
            .unwrap_or(name.len());
        let name = trim_address(name.get(..length)?);
        let known = name.starts_with(|c: char| c.is_ascii_digit()) && name.contains(['/', '.']);
        let url = [site, name].concat();
        known.then_some(Self { url, words: None, start, end: at + name.len(), id: true })
    }

    /// Returns the words of a line that the address was found in.
    pub(super) fn within(&self, line: &str) -> Option<Text> {
        line.get(self.start..self.end).and_then(Text::some_line)
    }

    /// Reads `[words](url)` and `[words](url "name")`; the address begins at byte `at`.
    fn behind(line: &str, at: usize, words: (&str, &str), found: &str, tail: &str) -> Self {
        let url = found.split(')').next().unwrap_or(found);
        let named = tail.get(url.len()..).unwrap_or_default();
        let name = if named.starts_with(" \"") { named.find("\")").map_or(0, |end| end + 1) } else { 0 };
        // Words that are an address themselves say nothing.
        let linked = Some(words.1.to_owned()).filter(|words| !words.contains("://"));
        let end = (at + url.len() + name + 1).min(line.len());
        Self { url: url.to_owned(), words: linked, start: words.0.len(), end, id: false }
    }

    /// Returns what stands before and after the address.
    pub(super) fn around<'l>(&self, line: &'l str) -> [&'l str; 2] {
        let head = line.get(..self.start).unwrap_or_default();
        [head, line.get(self.end..).unwrap_or_default()]
    }

    /// Returns an entry with the words of its link where the link stood.
    pub(super) fn with_words(&self, line: &str) -> String {
        let [head, tail] = self.around(line);
        [head, self.words.as_deref().unwrap_or_default(), tail].concat()
    }
}

/// Joins what stands around an address, without the brackets it stood in.
pub(super) fn joined(head: &str, tail: &str) -> String {
    let head = head.trim_end();
    let head = head.strip_suffix('(').filter(|_| tail.starts_with(')')).unwrap_or(head);
    format!("{} {}", super::grammar::trim(head), tail.trim_start_matches([')', ' '])).trim().to_owned()
}

/// Takes the marks of the sentence off the end of an address; a bracket stays if it was opened.
pub(crate) fn trim_address(found: &str) -> &str {
    let surplus = |open, close| found.matches(close).count().saturating_sub(found.matches(open).count());
    let (mut round, mut square) = (surplus('(', ')'), surplus('[', ']'));
    found.trim_end_matches(|c: char| match c {
        ')' if round > 0 => {
            round -= 1;
            true
        }
        ']' if square > 0 => {
            square -= 1;
            true
        }
        c => matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*' | '_'),
    })
}

/// Letters below which a part of an address is no title.
const SHORTEST_TITLE: usize = 3;

/// Makes a title of the last part of an address that holds words.
pub(super) fn title_in(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?.split_once("://").map_or(url, |(_, rest)| rest);
    let part = path.split('/').skip(1).filter(|part| part.chars().any(char::is_alphabetic)).last()?;
    let stem = part.rsplit_once('.').filter(|(_, e)| e.len() <= 5).map_or(part, |(stem, _)| stem);
    let words = stem.split(['-', '_', '+']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= SHORTEST_TITLE || words.chars().any(is_ideograph)).then_some(words)
}
