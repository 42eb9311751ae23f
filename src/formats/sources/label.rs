//! Owns the labels that open a list of sources, in two dozen languages. It refuses to judge what
//! follows one.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::formats::fold::{fold, fold_into};

/// The folded labels, each with whether a source may follow on its line.
static LABELS: LazyLock<FxHashMap<String, bool>> = LazyLock::new(|| {
    let lines = include_str!("labels.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| (fold(line.trim_end_matches('!')), line.ends_with('!'))).collect()
});

/// The longest line that is looked up, in bytes.
const LONGEST: usize = 100;

/// Says whether a line is nothing but the label of a source list (`Sources :`, `Quellen`, `出典：`).
pub fn is_label(line: &str) -> bool {
    let bare = bare(line);
    bare.len() <= LONGEST && LABELS.contains_key(&folded(bare))
}

/// Returns what follows a label on its own line (`Quelle: dpa`), or `None` when the line is not such.
pub fn after_label(line: &str) -> Option<&str> {
    let (label, rest) = line.split_once([':', '：'])?;
    let bare = bare(label);
    let rest = rest.trim_start_matches(['*', '_', ' ', '\u{a0}']);
    let opens = bare.len() <= LONGEST && LABELS.get(&folded(bare)).copied().unwrap_or(false);
    (opens && !rest.trim().is_empty()).then_some(rest)
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
        assert_eq!(after_label("Quelle:"), None);
        assert_eq!(after_label("One of our sources: the mayor"), None);
    }
}
