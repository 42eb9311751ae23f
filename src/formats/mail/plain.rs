//! Owns the text of a message: lines a program wrapped for the wire, quotations of what is being
//! answered, the signature. It refuses to find paragraphs: plain text does.

use crate::article::{Block, Inline, QuoteKind, Text};
use crate::formats::links::Links;
use crate::formats::text;

/// The most lines of a signature; more under a mark is text.
const SIGNATURE: usize = 12;
/// How deep quotations inside quotations are told apart.
const DEEPEST: usize = 8;

/// The longest heading, in characters.
const LONGEST_HEADING: usize = 80;

/// How the lines of a text were wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// As they stand.
    Fixed,
    /// A line that ends in a space goes on in the next.
    Spaced,
    /// The same, and that space is no part of the text.
    Joined,
}

/// A line without its marks of quotation, and how many there were.
struct Line {
    depth: usize,
    text: String,
}

/// Reads the text of a message into blocks; the signature joins the leftovers.
pub(super) fn blocks(text: &str, flow: Flow, links: &mut Links, leftovers: &mut Vec<Text>) -> Vec<Block> {
    let mut written = unflowed(text, flow);
    if let Some(at) = list_foot(&written) {
        let foot = written.split_off(at);
        leftovers.extend(foot.iter().skip(1).filter_map(|line| Text::some_line(&line.text)));
    }
    if let Some(at) = signature(&written) {
        let signed = written.split_off(at);
        leftovers.extend(signed.iter().skip(1).filter_map(|line| Text::some_line(&line.text)));
    }
    quoted(&written, 0, links)
}

/// Finds the mark of the signature, if what follows is short enough for one.
fn signature(lines: &[Line]) -> Option<usize> {
    let at = lines.iter().rposition(|line| line.depth == 0 && matches!(line.text.as_str(), "-- " | "--"))?;
    let after = lines.iter().skip(at + 1).filter(|line| !line.text.trim().is_empty()).count();
    let before = lines.iter().take(at).any(|line| !line.text.trim().is_empty());
    (after <= SIGNATURE && before).then_some(at)
}

/// Finds the rule under which a mailing list names itself, if little follows.
fn list_foot(lines: &[Line]) -> Option<usize> {
    let is_rule = |line: &Line| {
        line.depth == 0 && line.text.len() >= 30 && line.text.trim_end().bytes().all(|b| b == b'_')
    };
    let at = lines.iter().rposition(is_rule)?;
    let after: Vec<&Line> = lines.iter().skip(at + 1).filter(|line| !line.text.trim().is_empty()).collect();
    let named = after.first().is_some_and(|line| line.text.to_ascii_lowercase().contains("mailing list"));
    (named && after.len() <= SIGNATURE).then_some(at)
}

/// Takes lines apart from their marks of quotation, and joins those that were flowed.
fn unflowed(text: &str, flow: Flow) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut open = false;
    for raw in text.lines() {
        let (depth, rest) = marks(raw);
        let rest = if flow == Flow::Fixed { rest } else { rest.strip_prefix(' ').unwrap_or(rest) };
        let is_mark = rest == "-- ";
        match lines.last_mut() {
            Some(last) if open && last.depth == depth && !is_mark => last.text.push_str(rest),
            _ => lines.push(Line { depth, text: rest.to_owned() }),
        }
        open = flow != Flow::Fixed && rest.ends_with(' ') && !is_mark;
        if let Some(last) = lines.last_mut().filter(|_| open && flow == Flow::Joined) {
            last.text.pop();
        }
    }
    lines
}

/// Splits the marks of quotation off a line: `>> text`, `> > text`.
fn marks(line: &str) -> (usize, &str) {
    let (mut depth, mut rest) = (0, line);
    while let Some(inner) = rest.strip_prefix('>').or_else(|| rest.strip_prefix(" >").filter(|_| depth > 0)) {
        depth += 1;
        rest = inner;
    }
    (depth, if depth > 0 { rest.strip_prefix(' ').unwrap_or(rest) } else { rest })
}

/// Builds the blocks of lines quoted at least `level` times.
fn quoted(written: &[Line], level: usize, links: &mut Links) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rest = written;
    while let Some(first) = rest.first() {
        let deeper = first.depth > level && level < DEEPEST;
        let same = |line: &&Line| (line.depth > level && level < DEEPEST) == deeper;
        let count = rest.iter().take_while(same).count();
        let (run, after) = rest.split_at_checked(count.max(1)).unwrap_or((rest, &[]));
        if deeper {
            let inner = quoted(run, level + 1, links);
            if !inner.is_empty() {
                blocks.push(Block::Quote { kind: QuoteKind::Quotation, blocks: inner });
            }
        } else {
            prose(run, links, &mut blocks);
        }
        rest = after;
    }
    blocks
}

/// Reads lines that nobody quotes, with the headings among them.
fn prose(run: &[Line], links: &mut Links, blocks: &mut Vec<Block>) {
    let text = |lines: &[Line]| lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    let (mut begun, mut at) = (0, 0);
    while at < run.len() {
        let Some((heading, lines)) = heading(run, at) else {
            at += 1;
            continue;
        };
        blocks.extend(text::fragment(&Text::new(&text(run.get(begun..at).unwrap_or_default())), links));
        blocks.push(Block::Crosshead { level: 2, text: vec![Inline::plain(heading)] });
        at += lines;
        begun = at;
    }
    blocks.extend(text::fragment(&Text::new(&text(run.get(begun..).unwrap_or_default())), links));
}

/// Returns the heading at a line, and the lines it fills: `# Heading`, or a line with a line of dashes below it,
/// between blank lines.
fn heading(run: &[Line], at: usize) -> Option<(Text, usize)> {
    let line = |at: usize| run.get(at).map_or("", |line| line.text.trim());
    let words = line(at);
    if words.is_empty()
        || words.chars().nth(LONGEST_HEADING).is_some()
        || (at > 0 && !line(at - 1).is_empty())
    {
        return None;
    }
    let marked = words.trim_start_matches('#');
    let level = words.len() - marked.len();
    if (1..=6).contains(&level) && marked.starts_with(' ') && line(at + 1).is_empty() {
        return Some((Text::some_line(marked)?, 1));
    }
    let under = line(at + 1);
    let ruled =
        under.len() >= 3 && ["-", "="].iter().any(|sign| under.trim_matches(|c| sign.contains(c)).is_empty());
    let lettered = words.chars().any(char::is_alphabetic);
    (ruled && lettered && line(at + 2).is_empty()).then(|| Some((Text::some_line(words)?, 2)))?
}
