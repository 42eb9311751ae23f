//! Owns making a page ready for the extractor, in one walk: the name of a box is written on the lines in it, for
//! the extractor does away with boxes, and paragraphs it would drop for their shape are given another. It
//! refuses to take anything out.

use std::ops::Range;

use dom_query::{Document, NodeRef};

use super::extract::letters;
use super::{beside, boxed, figures, inwords, unseen};

/// Elements whose names are lost when they hold one paragraph.
const BOXES: &[&str] = &["div", "section", "aside", "form"];
/// Elements in a box that its name is written on.
const LINES: &[&str] = &[
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "div",
    "section",
    "form",
    "label",
    "span",
    "blockquote",
];
/// Elements that stand in a line of words.
const IN_LINE: &[&str] = &["a", "b", "strong", "em", "i", "span", "br", "noscript"];
/// Elements without anything to be read.
const SKIPPED: &[&str] = &["head", "script", "style", "svg", "math", "template"];
/// Names that whole articles stand under on some sites.
const WIDE: &[&str] = &["paywall", "slideshow", "gallery", "carousel", "tags"];
/// How much of the prose of a page, in hundredths, a box may hold whose name is written on its lines.
const LARGEST: usize = 30;
/// Characters from which a paragraph is no ornament, whatever it says of itself.
const PROSE: usize = 80;
/// Characters from which a paragraph with a link in it is worth its place.
const SHORTEST: usize = 40;
/// Bytes of its own, beside a link, that make an item of a list with a picture a step.
const STEP: usize = 12;
/// How many neighbours of an element are looked at, on either side.
const WITHIN: usize = 8;

/// Makes a page ready.
pub(super) fn make(doc: &Document) {
    let mut walk = Walk::default();
    walk.under(&doc.root());
    inwords::keep(walk.phrases);
    mark(&walk.boxes, &walk.lines, walk.prose);
    // The gate to the rest of an article hides it so, but not from those who saved it.
    walk.veiled.iter().for_each(|paragraph| paragraph.remove_attr("aria-hidden"));
    // The extractor weighs pictures against paragraphs.
    walk.steps.iter().for_each(|step| step.set_html(format!("<p>{}</p>", step.inner_html())));
    walk.captions.iter().for_each(|caption| caption.set_attr(beside::STOOD_IN, figures::CAPTION));
    for paragraph in walk.alone {
        let mut inner = paragraph;
        while let Some(outer) = inner.parent().filter(|outer| outer.has_name("div") && is_alone(&inner)) {
            outer.rename("section");
            inner = outer;
        }
    }
}

/// What was met so far.
#[derive(Default)]
struct Walk<'d> {
    /// Elements that may be in the midst of a sentence.
    phrases: Vec<NodeRef<'d>>,
    boxes: Vec<Named>,
    /// Lines in such boxes.
    lines: Vec<NodeRef<'d>>,
    /// Paragraphs with a link, each alone in its box.
    alone: Vec<NodeRef<'d>>,
    /// Paragraphs that are hidden from those who hear a page read.
    veiled: Vec<NodeRef<'d>>,
    /// The only paragraphs of captions.
    captions: Vec<NodeRef<'d>>,
    /// Items of lists that hold a sentence and its picture.
    steps: Vec<NodeRef<'d>>,
    /// Characters of the paragraphs.
    prose: usize,
    headlines: usize,
    /// Boxes around the element in hand.
    open: usize,
}

/// A box that says it is beside the article.
struct Named {
    name: &'static str,
    lines: Range<usize>,
    prose: usize,
    holds_headline: bool,
}

impl<'d> Walk<'d> {
    fn under(&mut self, node: &NodeRef<'d>) {
        for child in node.children_it(false).filter(NodeRef::is_element) {
            self.element(&child);
        }
    }

    fn element(&mut self, node: &NodeRef<'d>) {
        let name = node.node_name().unwrap_or_default();
        if SKIPPED.contains(&&*name) {
            return;
        }
        match &*name {
            "h1" => self.headlines += 1,
            "p" => self.paragraph(node),
            "div" => self.captions.extend(caption(node)),
            "li" if is_step(node) => self.steps.push(*node),
            _ => {}
        }
        if inwords::is_phrase(node, &name) {
            self.phrases.push(*node);
        }
        let start = self.lines.len();
        let word = box_name(node, &name);
        if (self.open > 0 || word == Some(beside::HIDDEN)) && LINES.contains(&&*name) {
            self.lines.push(*node);
        }
        let Some(word) = word else { return self.under(node) };
        let at = self.boxes.len();
        let (prose, headlines) = (self.prose, self.headlines);
        self.boxes.push(Named { name: word, lines: start..start, prose: 0, holds_headline: false });
        self.open += 1;
        self.under(node);
        self.open -= 1;
        if let Some(named) = self.boxes.get_mut(at) {
            named.lines.end = self.lines.len();
            named.prose = self.prose - prose;
            named.holds_headline = self.headlines > headlines;
        }
    }

    fn paragraph(&mut self, node: &NodeRef<'d>) {
        let long = letters(node);
        self.prose += long;
        if long > PROSE && node.has_attr("aria-hidden") {
            self.veiled.push(*node);
        }
        if long > SHORTEST && is_alone(node) && is_linked_sentence(node, long) {
            self.alone.push(*node);
        }
    }
}

/// Returns what a box is called, if its name is written on its lines.
fn box_name(node: &NodeRef<'_>, name: &str) -> Option<&'static str> {
    if unseen::is_unseen(node, name) {
        return Some(beside::HIDDEN);
    }
    if !BOXES.contains(&name) {
        return None;
    }
    beside::named(node).filter(|word| !WIDE.contains(word))
}

/// Writes the names of boxes on their lines, but not those of boxes that hold the headline or much of the prose.
/// Boxes stand in the order of the page, each before those in it.
fn mark(boxes: &[Named], lines: &[NodeRef<'_>], prose: usize) {
    let mut end = 0;
    let small = boxes.iter().filter(|named| !named.holds_headline && named.prose * 100 <= prose * LARGEST);
    for named in small {
        if named.lines.end > end {
            end = named.lines.end;
            for line in lines.get(named.lines.clone()).unwrap_or_default() {
                line.set_attr(beside::STOOD_IN, named.name);
            }
        }
    }
}

/// Says whether an item of a list is a sentence with a picture beside it: a step of a recipe.
fn is_step(item: &NodeRef<'_>) -> bool {
    let inner = || item.children_it(false).filter(NodeRef::is_element);
    let in_line = |n: &NodeRef<'_>| IN_LINE.iter().any(|name| n.has_name(name));
    inner().any(|n| n.has_name("img"))
        && inner().all(|n| n.has_name("img") || in_line(&n))
        && item.children_it(false).filter(NodeRef::is_text).any(|text| text.text().trim().len() >= STEP)
}

/// Returns the only paragraph of a box that is the caption of a picture.
fn caption<'d>(node: &NodeRef<'d>) -> Option<NodeRef<'d>> {
    let only = node.first_element_child().filter(|only| only.has_name("p") && is_alone(only));
    only.filter(|_| figures::is_caption(node))
}

/// Says whether nothing stands beside an element in what holds it.
fn is_alone(node: &NodeRef<'_>) -> bool {
    let is_blank = |n: &NodeRef<'_>| !n.is_element() && n.text().trim().is_empty();
    let before = std::iter::successors(node.prev_sibling(), NodeRef::prev_sibling);
    let behind = std::iter::successors(node.next_sibling(), NodeRef::next_sibling);
    before.take(WITHIN).all(|n| is_blank(&n)) && behind.take(WITHIN).all(|n| is_blank(&n))
}

/// Says whether a paragraph is a sentence of which a part is linked.
fn is_linked_sentence(node: &NodeRef<'_>, long: usize) -> bool {
    let linked = boxed::linked(node);
    let ends = ['.', '!', '?', '…', '"', '”', '»', '。'];
    linked > 0 && linked * 100 < long * 95 && node.text().trim_end().ends_with(ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_with_its_picture_becomes_a_paragraph_and_a_picture_with_a_link_does_not() {
        let steps = "<ul id=steps><li>Tie the boat to the quay.<br><img src=/1.jpg></li>\
            <li>Count the hens in the <b>crate</b> again.<img src=/2.jpg></li></ul>";
        let links = "<ul id=links><li><img src=/3.jpg> <a href=/bread>Bread is dearer again</a></li>\
            <li>The harbour master<div>and his boats</div><img src=/4.jpg></li></ul>";
        let page = Document::from(format!("<body>{steps}{links}</body>").as_str());
        make(&page);
        assert_eq!(page.select("#steps li > p > img").length(), 2);
        assert_eq!(page.select("#links p").length(), 0);
    }
}
