//! Owns graphs as Graphviz reads them. It refuses to know what the nodes stand for.

use std::fmt::Write;

/// A graph being written.
#[derive(Debug)]
pub struct Graph {
    out: String,
}

/// The longest label, in characters; longer ones are cut.
const LONGEST: usize = 80;

impl Graph {
    /// Starts a directed graph that runs from left to right.
    pub fn new(name: &str) -> Self {
        let out = format!(
            "digraph {} {{\n  rankdir=LR;\n  charset=\"UTF-8\";\n  node [fontname=\"sans-serif\", shape=box];\n",
            quoted(name)
        );
        Self { out }
    }

    /// Adds a node with what is written on it, one line each, and how it looks.
    pub fn node(&mut self, id: &str, lines: &[&str], look: &str) {
        let label = lines.iter().map(|line| shortened(line)).collect::<Vec<_>>().join("\n");
        let look = if look.is_empty() { String::new() } else { format!(", {look}") };
        // Writing to a String cannot fail.
        _ = writeln!(self.out, "  {} [label={}{look}];", quoted(id), quoted(&label));
    }

    /// Adds an edge.
    pub fn edge(&mut self, from: &str, to: &str, look: &str) {
        let look = if look.is_empty() { String::new() } else { format!(" [{look}]") };
        _ = writeln!(self.out, "  {} -> {}{look};", quoted(from), quoted(to));
    }

    /// Returns the whole graph.
    pub fn finish(mut self) -> String {
        self.out.push_str("}\n");
        self.out
    }
}

/// Writes a string so that it stands for itself: Graphviz reads `\N`, `\G` and the like in labels.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn shortened(line: &str) -> String {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_for_themselves() {
        let mut graph = Graph::new("news \"print\"");
        graph.node("a:1", &["The \\N in \"quotes\"", "<b>Quay & Sons</b>"], "shape=ellipse");
        graph.edge("a:1", "w:1", "");
        let written = graph.finish();
        assert!(written.starts_with("digraph \"news \\\"print\\\"\" {\n"), "{written}");
        assert!(
            written.contains(
                "\"a:1\" [label=\"The \\\\N in \\\"quotes\\\"\\n<b>Quay & Sons</b>\", shape=ellipse];"
            ),
            "{written}"
        );
        assert!(written.ends_with("  \"a:1\" -> \"w:1\";\n}\n"), "{written}");
    }
}
