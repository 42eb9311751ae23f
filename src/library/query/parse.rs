//! Owns how the pieces of a query become a tree. It refuses to complain about anything but a field:
//! whatever a person types is words.

use super::fields::{self, Typed};
use super::lexer::{Kind, Piece, pieces};
use super::{Field, Needle, Node, QueryError, Term, WordRegex, Words};
use crate::library::fold;

/// How deep parentheses may nest.
pub(super) const DEEPEST: usize = 32;

/// Parses a query.
pub(super) fn parse(text: &str) -> Result<Node, QueryError> {
    let pieces = pieces(text);
    let open_end = !text.ends_with(char::is_whitespace);
    let mut parser = Parser { pieces: &pieces, next: 0, depth: 0, open_end };
    let mut all = Vec::new();
    loop {
        all.extend(parser.group()?);
        // A closing parenthesis nobody opened is a slip of the finger.
        if parser.take().is_none() {
            return Ok(flat(all));
        }
    }
}

struct Parser<'a> {
    pieces: &'a [Piece<'a>],
    next: usize,
    depth: usize,
    /// Whether the query ends in what may be the start of a word.
    open_end: bool,
}

impl<'a> Parser<'a> {
    /// Parses up to a closing parenthesis or the end.
    fn group(&mut self) -> Result<Vec<Node>, QueryError> {
        let mut all: Vec<Node> = Vec::new();
        let mut joins = false;
        while let Some(piece) = self.peek().filter(|p| p.kind != Kind::Close) {
            if is_sign(piece, "OR") {
                self.take();
                joins = !all.is_empty();
                continue;
            }
            if is_sign(piece, "AND") && !all.is_empty() {
                self.take();
                continue;
            }
            let Some(node) = self.unit()? else { continue };
            match all.pop() {
                Some(Node::Any(mut any)) if joins => {
                    any.push(node);
                    all.push(Node::Any(any));
                }
                Some(before) if joins => all.push(Node::Any(vec![before, node])),
                before => all.extend(before.into_iter().chain([node])),
            }
            joins = false;
        }
        Ok(all)
    }

    /// Parses one condition: a word, a phrase, a field, a group, or the denial of one. `None` when it
    /// asks for nothing, as a lone dash does.
    fn unit(&mut self) -> Result<Option<Node>, QueryError> {
        let Some(piece) = self.take() else { return Ok(None) };
        match piece.kind {
            Kind::Minus => self.denied(),
            Kind::Open => self.parenthesis(piece),
            Kind::Close => Ok(None),
            Kind::Quoted { closed } => Ok(words(None, piece.text, !closed)),
            Kind::Regex { .. } => regex(None, &piece.value(false)),
            Kind::Word => self.word(piece),
        }
    }

    fn denied(&mut self) -> Result<Option<Node>, QueryError> {
        // What is not wanted is denied as a whole word only: its first letter would hide half the list.
        let open_end = std::mem::replace(&mut self.open_end, false);
        let node = match self.peek().map(|p| p.kind) {
            Some(Kind::Minus | Kind::Close) | None => None,
            Some(_) => self.unit()?,
        };
        self.open_end = open_end;
        Ok(node.map(|node| Node::Not(Box::new(node))))
    }

    fn parenthesis(&mut self, opening: &Piece<'_>) -> Result<Option<Node>, QueryError> {
        if self.depth == DEEPEST {
            let what = format!("more than {DEEPEST} parentheses inside each other");
            return Err(QueryError { at: opening.at.clone(), what });
        }
        self.depth += 1;
        let all = self.group()?;
        self.depth -= 1;
        self.take();
        Ok(Some(flat(all)).filter(|node| !matches!(node, Node::All(all) if all.is_empty())))
    }

    fn word(&mut self, piece: &Piece<'a>) -> Result<Option<Node>, QueryError> {
        let Some((name, rest)) = piece.text.split_once(':') else {
            return Ok(words(None, piece.text, self.is_last() && self.open_end));
        };
        let Some(field) = fields::named(name) else {
            // Asked for the start of a value only, so that `12:30`, `https://…` and `note:` are words.
            let glued = self
                .peek()
                .is_some_and(|p| !p.apart && matches!(p.kind, Kind::Quoted { .. } | Kind::Regex { .. }));
            if (glued || rest.starts_with(char::is_alphanumeric))
                && let Some(error) = fields::misspelt(name, piece.at.start)
            {
                return Err(error);
            }
            return Ok(words(None, piece.text, self.is_last() && self.open_end));
        };
        let value = if rest.is_empty() { self.value_after() } else { Some(self.plain_value(piece, rest)) };
        value.map_or(Ok(None), |value| field.term(&value).map(|term| term.map(Node::Term)))
    }

    fn plain_value(&self, piece: &Piece<'a>, rest: &'a str) -> Typed<'a> {
        let at = piece.at.end - rest.len()..piece.at.end;
        Typed { text: rest, at, kind: piece.kind, open: self.is_last() && self.open_end }
    }

    /// Takes the piece after `field:` as its value, be it quoted or after a space; `None` while there
    /// is none yet.
    fn value_after(&mut self) -> Option<Typed<'a>> {
        let is_value = |kind| matches!(kind, Kind::Word | Kind::Quoted { .. } | Kind::Regex { .. });
        let piece = self.peek().filter(|piece| is_value(piece.kind))?;
        self.take();
        let open = match piece.kind {
            Kind::Quoted { closed } => !closed,
            _ => self.is_last() && self.open_end,
        };
        Some(piece.value(open))
    }

    fn peek(&self) -> Option<&'a Piece<'a>> {
        self.pieces.get(self.next)
    }

    fn take(&mut self) -> Option<&'a Piece<'a>> {
        let piece = self.peek()?;
        self.next += 1;
        Some(piece)
    }

    fn is_last(&self) -> bool {
        self.next == self.pieces.len()
    }
}

fn is_sign(piece: &Piece<'_>, sign: &str) -> bool {
    piece.kind == Kind::Word && piece.apart && piece.text == sign
}

/// Makes the condition that these words stand next to each other; `None` when there are no words. An
/// open one leaves its last word unfinished.
pub(super) fn words(field: Option<Field>, text: &str, open: bool) -> Option<Node> {
    let mut needle = String::with_capacity(text.len() + 2);
    let mut unspaced = false;
    for token in fold::tokens(text) {
        if !needle.is_empty() || !token.unspaced {
            needle.push(' ');
        }
        needle.push_str(&token.folded);
        unspaced = token.unspaced;
    }
    if needle.is_empty() {
        return None;
    }
    if !(open || unspaced) {
        needle.push(' ');
    }
    Some(Node::Term(Term::Words(Words { field, needle: Needle::Words(needle) })))
}

/// Makes the condition that a word is as an expression describes; `None` when it describes nothing.
pub(super) fn regex(field: Option<Field>, value: &Typed<'_>) -> Result<Option<Node>, QueryError> {
    let wrong = |what: String| QueryError { at: value.at.clone(), what };
    let inner = value.text.strip_prefix('/').unwrap_or(value.text);
    if value.kind == (Kind::Regex { closed: false }) {
        return Err(wrong("no / after the regular expression".to_owned()));
    }
    let word = WordRegex::parse(inner.strip_suffix('/').unwrap_or(inner))
        .map_err(|fault| wrong(format!("no regular expression: {fault}")))?;
    Ok(word.map(|word| Node::Term(Term::Words(Words { field, needle: Needle::Word(word) }))))
}

/// Joins conditions that all have to hold, without needless levels.
fn flat(nodes: Vec<Node>) -> Node {
    let mut all = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node {
            Node::All(inner) => all.extend(inner),
            other => all.push(other),
        }
    }
    match all.pop() {
        Some(only) if all.is_empty() => only,
        last => {
            all.extend(last);
            Node::All(all)
        }
    }
}
