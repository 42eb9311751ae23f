//! Owns pictures and formulas: the words that stand for them. It refuses to fetch or draw them.

use dom_query::NodeRef;

use crate::article::{Figure, Inline, Text};

/// What an `img` is to a reader of words.
pub(super) enum Image {
    /// A letter, a face or a formula drawn as a picture: its words belong in the line.
    Character(String),
    /// A picture.
    Picture(Figure),
    /// A spacer, a counter, an ornament.
    Nothing,
}

/// Reads an `img`.
pub(super) fn image(node: &NodeRef<'_>) -> Image {
    let alt = node.attr("alt").unwrap_or_default();
    let class = node.class().unwrap_or_default().to_ascii_lowercase();
    if class.contains("math-fallback") {
        return Image::Nothing;
    }
    if ["emoji", "smiley", "latex", "tex", "math"]
        .iter()
        .any(|word| class.split(['-', '_', ' ']).any(|c| c == *word))
    {
        return Image::Character(alt.to_string());
    }
    let place = place(node);
    let tiny = ["width", "height"].iter().any(|side| {
        node.attr(side).and_then(|size| size.trim().parse::<u32>().ok()).is_some_and(|size| size < 48)
    });
    if tiny || (alt.trim().is_empty() && place.is_none()) {
        return Image::Nothing;
    }
    Image::Picture(Figure { alt: Text::line(&alt), caption: Vec::new(), credit: None, place })
}

/// Reads a `figure` whose caption has been read.
pub(super) fn figure(node: &NodeRef<'_>, caption: Vec<Inline>) -> Figure {
    let picture = node.find(&["img"]).first().copied();
    let alt = picture.and_then(|img| img.attr("alt")).unwrap_or_default();
    Figure { alt: Text::line(&alt), caption, credit: None, place: picture.and_then(|img| place(&img)) }
}

/// Says whether a `figure` is only a wrapper around text: code, a quotation, a table, a list.
pub(super) fn holds_text(node: &NodeRef<'_>) -> bool {
    let text = ["pre", "blockquote", "table", "ul", "ol", "math"];
    let picture = node.descendants_it().any(|n| n.has_name("img"));
    let textual = node.descendants_it().any(|n| text.iter().any(|name| n.has_name(name)));
    textual || (!picture && caption_node(node).is_none())
}

/// Returns the caption of a figure.
pub(super) fn caption_node<'a>(node: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    node.descendants_it().find(|n| n.has_name("figcaption"))
}

/// Returns the words of a formula: its TeX when the page gives it, else its symbols.
pub(super) fn formula(node: &NodeRef<'_>) -> String {
    let tex = node
        .descendants_it()
        .find(|n| n.has_name("annotation") && n.attr("encoding").is_some_and(|e| e.contains("tex")));
    let written = ["alttext", "data-latex", "data-math", "data-tex"];
    let tex = tex.map(|n| n.text()).or_else(|| written.iter().find_map(|name| node.attr(name)));
    tex.unwrap_or_else(|| node.text()).trim().to_owned()
}

/// Says whether an element repeats for the eye a formula that is also there as `math`.
pub(super) fn is_formula_twin(node: &NodeRef<'_>) -> bool {
    node.has_class("katex-html") || node.has_class("MJX_Assistive_MathML") && !node.has_name("math")
}

fn place(img: &NodeRef<'_>) -> Option<Text> {
    let names = ["src", "data-src", "data-original", "data-lazy-src"];
    let found = names.iter().find_map(|name| {
        img.attr(name).filter(|src| !src.trim_start().starts_with("data:") && !src.trim().is_empty())
    });
    found.and_then(|src| Text::some_line(&src))
}
