//! Owns recognising boxes with a heading of their own: notes, warnings, tips. It refuses to guess
//! from colours or words; only a class or role that says so counts.

use dom_query::NodeRef;

use crate::article::{Block, Text, body::words};

/// Classes that make an element a callout.
const CLASSES: &[&str] = &["callout", "admonition", "markdown-alert", "hint", "alert-box"];

/// Returns the heading of a callout, or `None` when `node` is not one.
pub(super) fn title(node: &NodeRef<'_>) -> Option<Text> {
    let class = node.class()?;
    if !class.split_ascii_whitespace().any(|c| CLASSES.contains(&c)) {
        return None;
    }
    let inner =
        node.descendants_it().find(|n| n.class().is_some_and(|c| c.to_ascii_lowercase().contains("title")));
    if let Some(title) = inner.and_then(|n| Text::some_line(&n.text())) {
        return Some(title);
    }
    let kind = node.attr("data-callout").map(|k| k.to_string()).or_else(|| kind(&class))?;
    let mut letters = kind.chars();
    let first = letters.next()?;
    Text::some_line(&first.to_uppercase().chain(letters).collect::<String>())
}

/// Returns the blocks of a callout without the line that is its heading.
pub(super) fn without_title(mut blocks: Vec<Block>, title: &Text) -> Vec<Block> {
    let first = match blocks.first() {
        Some(Block::Paragraph(runs) | Block::Crosshead { text: runs, .. }) => Text::line(&words(runs)),
        _ => return blocks,
    };
    if first == *title {
        blocks.remove(0);
    }
    blocks
}

fn kind(class: &str) -> Option<String> {
    let named = class.split_ascii_whitespace().find_map(|c| {
        let kind = c.strip_prefix("callout-").or_else(|| c.strip_prefix("markdown-alert-"))?;
        (!kind.is_empty()).then(|| kind.to_owned())
    });
    named.or_else(|| class.split_ascii_whitespace().find(|c| !CLASSES.contains(c)).map(str::to_owned))
}
