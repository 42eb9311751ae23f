//! Owns telling what a site says about itself in the midst of an article: how to write to it, what else it sends,
//! a box that waits for leave to show something from elsewhere. It refuses long paragraphs and those with no
//! such words.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Anchored, Input, StartKind};

use crate::formats::fold::fold;

/// The longest such line, in bytes.
pub(super) const LONGEST: usize = 500;

/// The words of the table, to be looked for all at once.
struct Words {
    opens: Option<AhoCorasick>,
    elsewhere: Option<AhoCorasick>,
    leave: Option<AhoCorasick>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let (mut opens, mut elsewhere, mut leave) = (Vec::new(), Vec::new(), Vec::new());
    let mut part = "";
    for line in include_str!("notices.txt").lines().filter(|line| !line.starts_with('#')) {
        match (line.strip_prefix("> "), part) {
            (Some(name), _) => part = name,
            (None, "opens") => opens.push(fold(line)),
            (None, "elsewhere") => elsewhere.push(fold(line)),
            (None, _) => leave.push(fold(line)),
        }
    }
    let anchored = AhoCorasick::builder().start_kind(StartKind::Anchored).build(opens);
    Words {
        opens: anchored.ok(),
        elsewhere: AhoCorasick::new(elsewhere).ok(),
        leave: AhoCorasick::new(leave).ok(),
    }
});

/// Says whether a line is such a notice.
pub(super) fn is_notice(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let folded = fold(line.trim_start_matches(|c: char| !c.is_alphanumeric()));
    let folded = folded.as_str();
    let opening = Input::new(folded).anchored(Anchored::Yes);
    let opens = |words: &AhoCorasick| words.find(opening).is_some();
    let holds = |words: &Option<AhoCorasick>| words.as_ref().is_some_and(|words| words.is_match(folded));
    WORDS.opens.as_ref().is_some_and(opens) || holds(&WORDS.elsewhere) && holds(&WORDS.leave)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_that_waits_for_leave_is_a_notice() {
        for line in [
            "An dieser Stelle steht ein externer Inhalt. Mit einem Klick wird er angezeigt.",
            "Click here to see this content from a site of pictures.",
            "Ce contenu est bloqué : il faut accepter les cookies.",
            "Got a story about the harbour? Write to us.",
            "Klicken Sie auf den Knopf, um den Inhalt von quay.example zu laden.",
            "This entry was posted in Boats and tagged quay.",
            "Der Beitrag wurde am Mittwoch veröffentlicht und unter Boote abgelegt.",
        ] {
            assert!(is_notice(line), "{line}");
        }
        assert!(!is_notice("He clicked twice, and the harbour was content."));
    }
}
