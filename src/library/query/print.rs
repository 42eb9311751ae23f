//! Owns how a query is written down: parsing what it writes gives the same query back. It refuses to
//! remember how it was typed; words come out folded.

use std::fmt;

use super::{Field, Needle, Node, Query, Term, Words};

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        match &self.root {
            Node::All(all) => write_all(all, &mut out),
            other => write(other, &mut out),
        }
        let kept = out.trim_end_matches(')');
        // A closing parenthesis would finish the word that is still typed.
        f.write_str(if ends_open(&self.root) { kept } else { &out })
    }
}

fn write_all(nodes: &[Node], out: &mut String) {
    for (number, node) in nodes.iter().enumerate() {
        if number > 0 {
            out.push(' ');
        }
        write(node, out);
    }
}

fn write(node: &Node, out: &mut String) {
    match node {
        Node::All(all) => {
            out.push('(');
            write_all(all, out);
            out.push(')');
        }
        Node::Any(any) => {
            for (number, node) in any.iter().enumerate() {
                if number > 0 {
                    out.push_str(" OR ");
                }
                // An Any inside an Any only comes from parentheses.
                let inner = matches!(node, Node::Any(_));
                if inner {
                    out.push('(');
                }
                write(node, out);
                if inner {
                    out.push(')');
                }
            }
        }
        Node::Not(node) => {
            out.push('-');
            let group = matches!(**node, Node::Any(_) | Node::Not(_));
            if group {
                out.push('(');
            }
            write(node, out);
            if group {
                out.push(')');
            }
        }
        Node::Term(term) => write_term(term, out),
    }
}

fn write_term(term: &Term, out: &mut String) {
    let (field, value) = match term {
        Term::Words(words) => return write_words(words, out),
        Term::Folder(folder) => ("in:", quoted(folder)),
        Term::Language(language) => ("lang:", language.to_string()),
        Term::Is(state) => ("is:", state.name().to_owned()),
        Term::HasSources => ("has:", "sources".to_owned()),
        Term::Before(period) => ("before:", period.to_string()),
        Term::After(period) => ("after:", period.to_string()),
        Term::Within(period) => ("date:", period.to_string()),
    };
    out.push_str(field);
    out.push_str(&value);
}

/// Writes a folder between quotes it does not hold; one that holds both kinds was typed without any.
fn quoted(folder: &str) -> String {
    match (folder.contains('"'), folder.contains('»')) {
        (false, _) => format!("\"{folder}\""),
        (true, false) => format!("«{folder}»"),
        (true, true) => folder.to_owned(),
    }
}

fn write_words(words: &Words, out: &mut String) {
    out.push_str(match words.field {
        None => "",
        Some(Field::Title) => "title:",
        Some(Field::Author) => "author:",
        Some(Field::Source) => "source:",
        Some(Field::Tag) => "tag:",
        Some(Field::Note) => "note:",
        Some(Field::Path) => "in:",
    });
    let needle = match &words.needle {
        Needle::Words(needle) => needle,
        Needle::Word(regex) => {
            out.extend(["/", regex.as_str(), "/"]);
            return;
        }
    };
    out.push('"');
    out.push_str(needle.trim());
    if !is_unfinished(words) {
        out.push('"');
    }
}

/// Says whether the words go on as long as their quote is open.
fn is_unfinished(words: &Words) -> bool {
    let Needle::Words(needle) = &words.needle else { return false };
    !needle.ends_with(' ') && words.field != Some(Field::Path) && !ends_unspaced(needle)
}

fn ends_unspaced(needle: &str) -> bool {
    crate::library::fold::tokens(needle).last().is_some_and(|token| token.unspaced)
}

fn ends_open(node: &Node) -> bool {
    match node {
        Node::All(nodes) | Node::Any(nodes) => nodes.last().is_some_and(ends_open),
        Node::Term(Term::Words(words)) => is_unfinished(words),
        Node::Not(_) | Node::Term(_) => false,
    }
}
