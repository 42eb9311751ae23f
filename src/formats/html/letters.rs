//! Owns what a page does to single letters and lines with markup: an initial set large, the reading of a
//! character, a line break that is an element with a name. It refuses to build blocks.

use dom_query::NodeRef;

use crate::article::measure::is_ideograph;

/// Letters that are words of their own in some language, so that the space behind them may be meant.
const WORDS: &[char] = &[
    'A', 'I', 'O', 'Y', 'E', 'U', 'W', 'Z', 'K', 'S', 'V', 'À', 'É', 'Ó', 'Ö', 'Å', 'В', 'С', 'К', 'О', 'У',
    'И', 'І', 'З', 'А', 'Я',
];

/// Says whether a text goes on with the word whose first letter the element before it sets large.
pub(super) fn follows_initial(text: &NodeRef<'_>) -> bool {
    let Some(initial) = text.prev_sibling().filter(|node| node.has_name("span")) else { return false };
    let class = initial.class().unwrap_or_default().to_ascii_lowercase();
    let names = ["initial", "dropcap", "drop-cap", "firstletter", "first-letter"];
    if !names.iter().any(|name| class.contains(name)) {
        return false;
    }
    let letter = initial.text();
    let mut letters = letter.trim().chars();
    letters.next().is_some_and(|c| c.is_uppercase() && !WORDS.contains(&c))
        && letters.next().is_none()
        && text.text().trim_start().starts_with(char::is_lowercase)
}

/// Says whether an element is a line break by its name alone, with nothing in it.
pub(super) fn is_break(node: &NodeRef<'_>) -> bool {
    node.first_child().is_none()
        && node.class().is_some_and(|class| class.split_ascii_whitespace().any(|name| name == "br"))
}

/// Returns the brackets that the reading of a character stands in.
pub(super) fn brackets(reading: &str) -> (&'static str, &'static str) {
    if reading.contains(is_ideograph) { ("（", "）") } else { (" (", ")") }
}

/// Says whether a link is only the sign by which a heading links to itself: `#`, `¶`.
pub(super) fn is_anchor(node: &NodeRef<'_>) -> bool {
    node.attr("href").is_some_and(|href| href.contains('#'))
        && matches!(node.text().trim(), "#" | "¶" | "§" | "🔗")
}
