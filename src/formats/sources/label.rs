//! Owns the labels that open a list of sources, in two dozen languages. It refuses to judge what
//! follows one.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::entry::shows_a_source;
use crate::formats::dates::Reading;
use crate::formats::fold::{fold, fold_into};

/// What may stand behind a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Entries beneath it.
    List,
    /// Entries beneath it, or its only source on the same line.
    Single,
    /// The names of those who helped; a list only where every entry shows that it is a source.
    Credits,
}

/// The folded labels.
static LABELS: LazyLock<FxHashMap<String, Kind>> = LazyLock::new(|| {
    let lines = include_str!("labels.txt").lines().filter(|line| !line.starts_with('#'));
    let kind = |line: &str| match line.chars().last() {
        Some('!') => Kind::Single,
        Some('~') => Kind::Credits,
        _ => Kind::List,
    };
    lines.map(|line| (fold(line.trim_end_matches(['!', '~'])), kind(line))).collect()
});

/// How those of them that begin with two letters of ASCII do.
static OPENINGS: LazyLock<FxHashSet<[u8; 2]>> =
    LazyLock::new(|| LABELS.keys().filter_map(|label| plain_opening(label)).collect());

/// Returns the first two letters of a text in lower case, if both are of ASCII.
fn plain_opening(text: &str) -> Option<[u8; 2]> {
    let first = text.as_bytes().first_chunk::<2>().filter(|first| first.iter().all(u8::is_ascii_alphabetic));
    first.map(|first| first.map(|byte| byte.to_ascii_lowercase()))
}

/// The longest line that is looked up, in bytes.
const LONGEST: usize = 100;

/// Says whether a line is nothing but the label of a source list (`Sources :`, `Quellen`, `出典：`).
pub fn is_label(line: &str) -> bool {
    kind(bare(line)).is_some()
}

/// Says whether a line is a label that as often stands over the names of those who helped (`Credits`).
pub fn credits(line: &str) -> bool {
    kind(bare(line)) == Some(Kind::Credits)
}

/// Returns what follows a label on its own line (`Quelle: dpa`), or `None` when the line is not such.
/// Behind most labels only what shows by its form that it is a source counts.
pub fn after_label(line: &str) -> Option<&str> {
    // One sign at a time is looked for many bytes in one go.
    let narrow = line.split_once(':').filter(|(label, _)| !label.contains('：'));
    let (label, rest) = narrow.or_else(|| line.split_once('：'))?;
    let kind = kind(bare(label))?;
    let rest = rest.trim_start_matches(['*', '_', ' ', '\u{a0}']);
    let opens = kind == Kind::Single || shows_a_source(rest, Reading::default());
    (opens && !rest.trim().is_empty()).then_some(rest)
}

fn kind(bare: &str) -> Option<Kind> {
    if bare.is_empty() || bare.len() > LONGEST {
        return None;
    }
    // Most lines end here, before anything is folded.
    if plain_opening(bare).is_some_and(|opening| !OPENINGS.contains(&opening)) {
        return None;
    }
    LABELS.get(&folded(bare)).copied()
}

/// Takes the marks of headings and stress off a line, and the colon behind it.
fn bare(line: &str) -> &str {
    let marks = |c: char| {
        c.is_whitespace() || matches!(c, '#' | '*' | '_' | ':' | '：' | '=' | '-' | '—' | '–' | '【' | '】')
    };
    line.trim_matches(marks)
}

fn folded(bare: &str) -> String {
    let mut out = String::with_capacity(bare.len());
    for word in bare.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        fold_into(word, &mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_many_languages() {
        for line in [
            "Sources :",
            "Sources\u{a0}:",
            "SOURCES",
            "## Quellen",
            "**Fuentes:**",
            "Références",
            "Źródła:",
            "Источники",
            "出典：",
            "المصادر:",
            "Source(s) :",
            "Pour en savoir plus",
            "Voir aussi :",
            "Weiterführend",
            "【参考文献】",
        ] {
            assert!(is_label(line), "{line}");
        }
    }

    #[test]
    fn running_text_is_no_label() {
        for line in [
            "The minister named several sources:",
            "Sources say the bridge is closed",
            "",
            ":",
            "Source of the Nile",
        ] {
            assert!(!is_label(line), "{line}");
        }
    }

    #[test]
    fn a_single_source_may_stand_behind_its_label() {
        assert_eq!(after_label("Quelle: dpa"), Some("dpa"));
        assert_eq!(after_label("Source : Harbour Post, 08/12/16"), Some("Harbour Post, 08/12/16"));
        assert_eq!(after_label("References: see below"), None);
        assert_eq!(after_label("Via: Harbour Post"), None, "a credit");
        assert_eq!(after_label("Quelle:"), None);
        assert_eq!(after_label("One of our sources: the mayor"), None);
    }
}
