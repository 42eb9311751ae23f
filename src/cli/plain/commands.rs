//! Owns the table of what can be typed at the prompt. Its help is said by the message files; what the
//! screen's own commands do too is said in their words.

use super::desk::Desk;
use super::{Flow, Out, Stop};
use crate::config::suggest::nearest;
use crate::marks::What;

/// Does a command with what was typed behind it.
type Run = fn(&mut Desk<'_>, &str, &mut Out) -> Result<(), Stop>;

/// One thing that can be typed.
pub(super) struct Row {
    pub(super) name: &'static str,
    /// Its letter or sign; empty: none.
    pub(super) letter: &'static str,
    /// What it takes, as the help shows it; empty: nothing. What is in brackets may be left out.
    pub(super) takes: &'static str,
    /// The message that says what it does.
    pub(super) help: &'static str,
    run: Run,
}

const fn row(
    name: &'static str,
    letter: &'static str,
    takes: &'static str,
    help: &'static str,
    run: Run,
) -> Row {
    Row { name, letter, takes, help, run }
}

/// Everything that can be typed, in the order of the help.
#[expect(clippy::redundant_closure_for_method_calls, reason = "the methods of a desk are too narrow a type")]
pub(super) static ROWS: &[Row] = &[
    row("list", "l", "", "plain-list", |desk, _, out| desk.list(out)),
    row("more", "m", "", "plain-more", |desk, _, out| desk.more(out)),
    row("open", "o", "N", "plain-open", |desk, n, out| desk.open(n, out)),
    row("next", "n", "", "command-next-article", |desk, _, out| desk.next(out)),
    row("back", "b", "", "command-back", |desk, _, out| desk.back(out)),
    row("search", "/", "[WORDS]", "plain-search", |desk, words, out| desk.search(words, out)),
    row("sources", "c", "", "command-sources", |desk, _, out| desk.sources(out)),
    row("read", "r", "[N]", "plain-read", |desk, n, out| desk.mark(n, &What::Read(true), out)),
    row("unread", "u", "[N]", "plain-unread", |desk, n, out| desk.mark(n, &What::Read(false), out)),
    row("star", "s", "[N]", "command-toggle-star", |desk, n, out| desk.star(n, out)),
    row("note", "", "[TEXT]", "plain-note", |desk, text, out| desk.note(text, out)),
    row("tags", "", "", "plain-tags", |desk, _, out| desk.tags(out)),
    row("tag", "t", "NAME", "plain-tag", |desk, name, out| desk.tag(name, true, out)),
    row("untag", "", "NAME", "plain-untag", |desk, name, out| desk.tag(name, false, out)),
    row("undo", "z", "", "command-undo", |desk, _, out| desk.undo(out)),
    row("help", "h", "", "plain-help", |desk, _, out| desk.help(out)),
    row("quit", "q", "", "command-quit", |_, _, _| Ok(())),
];

/// Does what a line asks for: a command by its name or letter, a number alone to open, nothing to go on.
pub(super) fn perform(desk: &mut Desk<'_>, line: &str, out: &mut Out) -> Result<Flow, Stop> {
    let (first, rest) = match line.strip_prefix('/') {
        Some(words) => ("search", words.trim()),
        None => line.split_once(char::is_whitespace).map_or((line, ""), |(first, rest)| (first, rest.trim())),
    };
    let name = match first {
        "" => "more",
        "?" => "help",
        _ if first.bytes().all(|byte| byte.is_ascii_digit()) => {
            desk.open(first, out)?;
            return Ok(Flow::On);
        }
        _ => first,
    };
    let known = |row: &&Row| row.name.eq_ignore_ascii_case(name) || row.letter == name;
    let Some(row) = ROWS.iter().find(known) else {
        desk.unknown(name, nearest(name, ROWS.iter().map(|row| row.name)), out)?;
        return Ok(Flow::On);
    };
    if row.name == "quit" {
        return Ok(Flow::Quit);
    }
    (row.run)(desk, rest, out)?;
    Ok(Flow::On)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::words::Words;

    #[test]
    fn names_and_letters_mean_one_thing_each_and_are_explained() {
        let words = Words::english();
        let mut seen = HashSet::new();
        for row in ROWS {
            assert!(seen.insert(row.name), "{}", row.name);
            assert!(row.letter.is_empty() || seen.insert(row.letter), "{}", row.letter);
            assert!(words.find(row.help).is_some(), "{} is not in en.ftl", row.help);
        }
    }
}
