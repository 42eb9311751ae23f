//! Owns holding what was found to be the article against the text the page says is its article, for
//! machines. It refuses to prefer that text to a tree that holds it: a tree has links and headings.

use crate::article::letters::bare;
use dom_query::{Document, NodeRef};

use super::extract::{cleared, is_sound};
use super::prescan;

/// The shortest text, in letters, that is believed to be the whole article.
const SHORTEST: usize = 400;
/// Places of the text that are looked for, in hundredths of its length.
const PLACES: [usize; 8] = [3, 15, 27, 39, 51, 63, 75, 90];
/// How many of them show that what was found is the article, or a part of it; a page may leave out headings
/// and captions where it speaks to machines.
const FEW: usize = 2;
/// How many of them make another part of the page the article.
const ENOUGH: usize = 5;
/// The most letters of a page in which the article is looked for, in bytes, and the levels gone down.
const LARGEST: usize = 1 << 20;
const DEEPEST: usize = 64;
/// Letters looked for at each place.
const LETTERS: usize = 40;

/// Returns `found` if it holds the text that the page says is its article; else the smallest part of the page
/// that does; else the text itself.
pub(super) fn settle(doc: &Document, found: Document, said: &str) -> Document {
    let said = &unescaped(said);
    let letters = bare(said);
    if letters.len() < SHORTEST {
        return found;
    }
    let places = PLACES.map(|place| piece(&letters, letters.len() * place / 100));
    if held(&found.root(), &places) >= FEW {
        return found;
    }
    let mut part = doc.root();
    if shown(&part).len() > LARGEST {
        return found;
    }
    if held(&part, &places) < ENOUGH {
        return written(said).unwrap_or(found);
    }
    // Each level is read once more.
    for _ in 0..DEEPEST {
        let Some(inner) = part.element_children().into_iter().find(|child| held(child, &places) >= ENOUGH)
        else {
            break;
        };
        part = inner;
    }
    cleared(&part)
}

/// Replaces character references, also those that were escaped once more on their way into a script.
fn unescaped(said: &str) -> String {
    let mut said = said.to_owned();
    for _ in 0..2 {
        let escaped = said.contains('&') && !said.contains('<');
        if escaped {
            said = Document::fragment(said).text().to_string();
        }
    }
    said
}

/// Counts the places of the text that an element holds.
fn held(node: &NodeRef<'_>, places: &[&str]) -> usize {
    let text = shown(node);
    places.iter().filter(|place| text.contains(**place)).count()
}

/// Returns the letters that an element shows.
fn shown(node: &NodeRef<'_>) -> String {
    let is_read =
        |text: &NodeRef<'_>| text.is_text() && text.parent().is_none_or(|parent| !is_unread(&parent));
    node.descendants_it().filter(is_read).map(|text| bare(&text.text())).collect()
}

/// Says whether the words of an element are for machines; among them may be the very text that was said.
fn is_unread(node: &NodeRef<'_>) -> bool {
    ["script", "style", "noscript", "template", "textarea"].iter().any(|name| node.has_name(name))
}

fn piece(letters: &str, at: usize) -> &str {
    let start = letters.floor_char_boundary(at);
    let rest = letters.get(start..).unwrap_or_default();
    rest.get(..rest.floor_char_boundary(LETTERS)).unwrap_or(rest)
}

/// Returns the text as a tree, a line a paragraph; `None` if it is markup made to harm.
fn written(said: &str) -> Option<Document> {
    if said.contains("</p>") || said.contains("<br") {
        let scan = prescan::scan(said).ok()?;
        let tree = Document::fragment(scan.readable(said).as_ref());
        return is_sound(&tree, scan.tags).then_some(tree);
    }
    let mut html = String::with_capacity(said.len() + 64);
    for line in said.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let line = line.replace('&', "&amp;").replace('<', "&lt;");
        html.extend(["<p>", &line, "</p>"]);
    }
    Some(Document::fragment(html))
}
