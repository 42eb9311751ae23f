//! Owns reading typed text: code blocks without the line numbers a page paints beside them. It
//! refuses to colour code.

use dom_query::NodeRef;

use crate::article::Text;

/// Classes of line numbers and copy buttons.
const GUTTER: &[&str] = &[
    "lineno",
    "linenos",
    "linenumber",
    "line-number",
    "line-numbers-rows",
    "lnt",
    "ln",
    "gutter",
    "hljs-ln-numbers",
    "blob-num",
    "react-syntax-highlighter-line-number",
    "copy",
    "copy-button",
    "code-copy",
    "rouge-gutter",
    "linenodiv",
    "line-numbers",
];

/// Returns the language named for a code block, and its text.
pub(super) fn read(node: &NodeRef<'_>) -> (Option<Text>, Text) {
    let mut out = String::new();
    write(node, &mut out, 0);
    let lines: Vec<&str> = out.lines().map(str::trim_end).collect();
    let text = lines.join("\n");
    let text = text.trim_start_matches('\n').trim_end();
    (language(node), Text::new(text))
}

/// Returns the code of a table that only sets line numbers beside it.
pub(super) fn inside_table<'a>(table: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let pres = table.find(&["pre"]);
    let has_gutter = table.descendants_it().any(|n| is_gutter(&n));
    let rows = table.find(&["tr"]).len();
    if !has_gutter || rows != 1 {
        return None;
    }
    pres.into_iter().rfind(|pre| !is_gutter(pre) && !pre.ancestors_it(Some(4)).any(|n| is_gutter(&n)))
}

/// Nesting of elements inside a code block that is still looked into.
const DEEPEST: usize = 60;

fn write(node: &NodeRef<'_>, out: &mut String, depth: usize) {
    if depth > DEEPEST {
        out.push_str(&node.text());
        return;
    }
    for child in node.children_it(false) {
        if child.is_text() {
            out.push_str(&child.text());
        } else if child.has_name("br") {
            out.push('\n');
        } else if child.is_element() && !is_gutter(&child) && !child.has_name("button") {
            write_element(&child, out, depth);
        }
    }
}

fn write_element(child: &NodeRef<'_>, out: &mut String, depth: usize) {
    let line = ["div", "p", "tr", "li"].iter().any(|name| child.has_name(name)) || is_line(child);
    if line && !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
    write(child, out, depth + 1);
    if line && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// Says whether a span is a whole line of code with no line feed between it and the next.
fn is_line(node: &NodeRef<'_>) -> bool {
    let marked = node.has_attr("data-line") || node.has_class("line");
    marked && node.next_sibling().is_some_and(|next| next.is_element())
}

fn is_gutter(node: &NodeRef<'_>) -> bool {
    node.class().is_some_and(|class| class.split_ascii_whitespace().any(|c| GUTTER.contains(&c)))
}

/// Returns the language from the classes of the block, of the `code` in it, or of what is around it.
fn language(node: &NodeRef<'_>) -> Option<Text> {
    let inner = node.find(&["code"]);
    let around = node.ancestors_it(Some(3));
    std::iter::once(*node).chain(inner).chain(around).find_map(|n| {
        let named = n.attr("data-lang").or_else(|| n.attr("data-language"));
        let named = named.and_then(|name| Text::some_line(&name));
        named.or_else(|| n.class().and_then(|class| from_class(&class)))
    })
}

fn from_class(class: &str) -> Option<Text> {
    class.split_ascii_whitespace().find_map(|c| {
        let prefixes = ["language-", "lang-", "highlight-source-", "sourceCode-"];
        let name = prefixes.iter().find_map(|prefix| c.strip_prefix(prefix))?;
        Text::some_line(name).filter(|name| *name != "none" && *name != "plaintext")
    })
}
