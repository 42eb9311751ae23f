//! Owns the table of what can be typed at the prompt. Its help is said by the message files; what the
//! screen's own commands do too is said in their words.

use super::desk::Desk;
use super::{Flow, Out, Stop};
use crate::article::nearest::nearest;
use crate::marks::What;
use crate::words::Words;

/// Does a command with what was typed behind it.
type Run = fn(&mut Desk<'_>, &str, &mut Out) -> Result<(), Stop>;

/// One thing that can be typed.
pub(super) struct Row {
    pub(super) name: &'static str,
    /// Its letter or sign; empty: none.
    pub(super) letter: &'static str,
    /// What it takes.
    pub(super) takes: Takes,
    /// The message that says what it does.
    pub(super) help: &'static str,
    run: Run,
}

/// What is typed behind a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    Nothing,
    /// This must be: the message that stands for it.
    This(&'static str),
    /// This may be left out.
    Perhaps(&'static str),
}

impl Takes {
    /// Returns it as the help shows it, with a blank before it: what may be left out is in brackets.
    pub(super) fn shown(self, words: &Words) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::This(key) => format!(" {}", words.say(key)),
            Self::Perhaps(key) => format!(" [{}]", words.say(key)),
        }
    }
}

/// What stands for a number, words, a text and a name.
const NUMBER: &str = "takes-number";
const WORDS: &str = "takes-words";
const TEXT: &str = "takes-text";
const NAME: &str = "takes-name";

const fn row(name: &'static str, letter: &'static str, takes: Takes, help: &'static str, run: Run) -> Row {
    Row { name, letter, takes, help, run }
}

/// Everything that can be typed, in the order of the help.
#[expect(clippy::redundant_closure_for_method_calls, reason = "the methods of a desk are too narrow a type")]
pub(super) static ROWS: &[Row] = &[
    row("list", "l", Takes::Nothing, "plain-list", |desk, _, out| desk.list(out)),
    row("more", "m", Takes::Nothing, "plain-more", |desk, _, out| desk.more(out)),
    row("open", "o", Takes::This(NUMBER), "plain-open", |desk, n, out| desk.open(n, out)),
    row("next", "n", Takes::Nothing, "command-next-article", |desk, _, out| desk.next(out)),
    row("back", "b", Takes::Nothing, "command-back", |desk, _, out| desk.back(out)),
    row("search", "/", Takes::Perhaps(WORDS), "plain-search", |desk, words, out| desk.search(words, out)),
    row("sources", "c", Takes::Nothing, "command-sources", |desk, _, out| desk.sources(out)),
    row("leftovers", "", Takes::Nothing, "plain-leftovers", |desk, _, out| desk.leftovers(out)),
    row("read", "r", Takes::Perhaps(NUMBER), "plain-read", |desk, n, out| {
        desk.mark(n, &What::Read(true), out)
    }),
    row("unread", "u", Takes::Perhaps(NUMBER), "plain-unread", |desk, n, out| {
        desk.mark(n, &What::Read(false), out)
    }),
    row("star", "s", Takes::Perhaps(NUMBER), "command-toggle-star", |desk, n, out| desk.star(n, out)),
    row("note", "", Takes::Perhaps(TEXT), "plain-note", |desk, text, out| desk.note(text, out)),
    row("tags", "", Takes::Nothing, "plain-tags", |desk, _, out| desk.tags(out)),
    row("tag", "t", Takes::This(NAME), "plain-tag", |desk, name, out| desk.tag(name, true, out)),
    row("untag", "", Takes::This(NAME), "plain-untag", |desk, name, out| desk.tag(name, false, out)),
    row("undo", "z", Takes::Nothing, "command-undo", |desk, _, out| desk.undo(out)),
    row("help", "h", Takes::Nothing, "plain-help", |desk, _, out| desk.help(out)),
    row("quit", "q", Takes::Nothing, "command-quit", |_, _, _| Ok(())),
];

/// Does what a line asks for: a command by its name or letter, a number alone to open, nothing to go on.
pub(super) fn perform(desk: &mut Desk<'_>, line: &str, out: &mut Out) -> Result<Flow, Stop> {
    let (first, rest) = match line.strip_prefix('/') {
        // Between two slashes stands an expression, and both are part of it.
        Some(words) if words.len() > 1 && words.ends_with('/') => ("search", line),
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
    let known = |row: &&Row| row.name.eq_ignore_ascii_case(name) || row.letter.eq_ignore_ascii_case(name);
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
