//! Owns the names by which a page says that no browser shows an element, or only to those who hear it read. It
//! refuses to follow style sheets.

use dom_query::{Document, NodeRef};
use memchr::memmem;

/// Classes of what is not shown, whole.
const UNSHOWN: &[&str] = &["hidden", "d-none", "u-hidden"];
/// Classes of what is only read out, whole.
const READ_OUT: &[&str] = &[
    "sr-only",
    "sr_only",
    "visually-hidden",
    "visuallyhidden",
    "is-visually-hidden",
    "u-visually-hidden",
    "u-hidden-visually",
    "screen-reader-text",
    "screenreader-text",
    "screenreader",
    "h-offscreen",
    "offscreen",
    "assistive-text",
    "a11y-hidden",
    "hidecompletely",
];
/// Ways to be shown after all, behind the size of the screen: `md:block`, `d-md-flex`.
const SHOWN: &[&str] = &["block", "flex", "grid", "inline", "contents", "table"];
/// Elements that are never judged by their class.
const NEVER: &[&str] = &["html", "body", "main", "article", "h1", "a", "img", "figure"];

/// Shows the boxes that a program of the page would move to where they belong, and that are hidden until it has:
/// `<div hidden id="S:0">`.
pub(super) fn show_streamed(doc: &Document, html: &str) {
    if memmem::find(html.as_bytes(), b"S:").is_none() {
        return;
    }
    for node in doc.select("div[hidden][id]").nodes() {
        let number = node.id_attr().and_then(|id| Some(id.strip_prefix("S:")?.to_owned()));
        let is_number = |number: String| !number.is_empty() && number.bytes().all(|b| b.is_ascii_hexdigit());
        if number.is_some_and(is_number) {
            node.remove_attr("hidden");
        }
    }
}

/// Takes out what a style makes too small to be seen: the words a newsletter shows in the list of mails alone.
pub(super) fn drop_shrunk(doc: &Document) {
    for node in doc.select("[style]").nodes() {
        let Some(style) = node.attr("style").filter(|style| style.len() < 2000) else { continue };
        let style: String =
            style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        let holds = |what: &str| style.contains(what);
        let shrunk = holds("overflow:hidden") && (holds("max-height:0") || holds("font-size:0"));
        if shrunk || holds("display:none") || holds("visibility:hidden") {
            node.remove_from_parent();
        }
    }
}

/// Says whether a class says that an element is not shown, on no screen.
pub(super) fn is_unseen(node: &NodeRef<'_>, name: &str) -> bool {
    let Some(class) = node.class() else { return false };
    let mut classes = class.split_ascii_whitespace();
    let found = classes.find(|one| UNSHOWN.contains(one) || READ_OUT.contains(one));
    let Some(found) = found.filter(|_| !NEVER.contains(&name)) else { return false };
    if READ_OUT.contains(&found) {
        return !is_twin(node);
    }
    !class.split_ascii_whitespace().any(|one| {
        let kind = one.rsplit([':', '-']).find(|part| SHOWN.iter().any(|shown| part.starts_with(shown)));
        kind.is_some() && (one.contains(':') || one.starts_with("d-"))
    })
}

/// Says whether an element beside this one is hidden from those who hear it read: this one says the same.
fn is_twin(node: &NodeRef<'_>) -> bool {
    let beside = [node.prev_element_sibling(), node.next_element_sibling()];
    beside.into_iter().flatten().any(|n| n.attr("aria-hidden").is_some_and(|value| &*value == "true"))
}
