//! Owns pictures and formulas: the words that stand for them. It refuses to fetch or draw them.

use dom_query::NodeRef;

use super::beside;
use crate::article::{Figure, Inline, Text, body::words};
use crate::formats::embedded;

/// What an `img` is to a reader of words.
pub(super) enum Image {
    /// A letter, a face or a formula drawn as a picture: its words belong in the line.
    Character(String),
    /// A picture.
    Picture(Figure),
    /// A spacer, a counter, an ornament.
    Nothing,
}

/// What stands on the only paragraph of a caption in place of the name of the box it stood in.
pub(super) const CAPTION: &str = "caption";

/// What a credit begins with.
const CREDIT_MARKS: &[&str] = &[
    "Photo: ",
    "Photograph: ",
    "Photo by ",
    "Photograph by ",
    "Picture: ",
    "Credit: ",
    "Image: ",
    "Foto: ",
    "Bild: ",
    "Photo : ",
    "Crédit photo",
    "©",
    "Isithombe: ",
    "Fotografía: ",
    "写真：",
];
/// The longest credit, in characters.
const LONGEST_CREDIT: usize = 80;

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
pub(super) fn figure(node: &NodeRef<'_>, mut caption: Vec<Inline>) -> Figure {
    let picture = node.find(&["img"]).first().copied();
    let alt = picture.and_then(|img| img.attr("alt")).unwrap_or_default();
    let credit = credit(node, &mut caption);
    Figure { alt: Text::line(&alt), caption, credit, place: picture.and_then(|img| place(&img)) }
}

/// Cuts who made the picture off the end of its caption: what an element says is the credit, or what
/// follows `Photo:`, `©` and kin.
fn credit(node: &NodeRef<'_>, caption: &mut Vec<Inline>) -> Option<Text> {
    let whole = words(caption);
    let line = whole.trim_end();
    let named = node.descendants_it().find(|n| {
        n.class().is_some_and(|class| {
            let class = class.to_ascii_lowercase();
            ["credit", "copyright"].iter().any(|word| class.contains(word))
        })
    });
    let by_name =
        named.and_then(|n| Text::some_line(&n.text())).and_then(|credit| line.rfind(credit.as_str()));
    let by_mark = || CREDIT_MARKS.iter().filter_map(|mark| line.rfind(mark)).min();
    let at = by_name.or_else(by_mark)?;
    let credit = line.get(at..)?.trim_matches(['(', ')', ' ', '|', '/']);
    if credit.chars().count() > LONGEST_CREDIT {
        return None;
    }
    let credit = Text::some_line(credit);
    cut(caption, at);
    credit
}

/// Keeps the first `at` bytes of a caption, without the sign that parted the credit from it.
fn cut(caption: &mut Vec<Inline>, at: usize) {
    let mut left = at;
    for run in caption.iter_mut() {
        let kept = run.text.get(..left.min(run.text.len())).unwrap_or_default();
        left -= kept.len();
        run.text = Text::new(kept);
    }
    while let Some(last) = caption.last_mut() {
        last.text = Text::new(last.text.trim_end_matches(['(', ' ', '|', '/', '\n', '\u{a0}']));
        if !last.text.is_empty() {
            return;
        }
        caption.pop();
    }
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

/// Words of a class that name the caption of a picture.
const CAPTIONS: &[&str] = &[
    "caption",
    "figcaption",
    "imagecaption",
    "photocaption",
    "captiontext",
    "bildunterschrift",
    "bildtext",
    "bildetekst",
    "billedtekst",
    "didascalia",
    "kuvateksti",
];

/// Says whether an element outside a `figure` is the caption of a picture, by its class.
pub(super) fn is_caption(node: &NodeRef<'_>) -> bool {
    let is_caption = |word: &str| CAPTIONS.iter().any(|name| word.eq_ignore_ascii_case(name));
    let classed = |class: &str| class.split(|c: char| !c.is_ascii_alphanumeric()).any(is_caption);
    (node.class().is_some_and(|class| classed(&class)) || is_all_of_a_caption(node))
        && node.normalized_char_count() <= 600
        && !node.descendants_it().any(|n| ["img", "h2", "h3", "table"].iter().any(|name| n.has_name(name)))
}

/// Says whether an element is what is left of the caption of a picture.
pub(super) fn is_all_of_a_caption(node: &NodeRef<'_>) -> bool {
    node.attr(beside::STOOD_IN).is_some_and(|name| &*name == CAPTION)
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

/// Returns where a picture is. One without words that is kept in the page itself and small is an
/// ornament, and has no place.
fn place(img: &NodeRef<'_>) -> Option<Text> {
    let names = ["src", "data-src", "data-original", "data-lazy-src"];
    let given = || names.iter().filter_map(|name| img.attr(name)).filter(|src| !src.trim().is_empty());
    let elsewhere = given().find(|src| !is_inside(src)).and_then(|src| Text::some_line(&src));
    let inside = || {
        let named = given().find_map(|src| match src.trim() {
            src if src.starts_with(embedded::NAME) => Some(src.to_owned()),
            src => embedded::name(src),
        })?;
        let is_described = img.attr("alt").is_some_and(|alt| !alt.trim().is_empty());
        Text::some_line(&named).filter(|name| is_described || !embedded::is_ornament(name))
    };
    elsewhere.or_else(inside)
}

fn is_inside(src: &str) -> bool {
    src.trim_start().starts_with("data:") || src.trim_start().starts_with(embedded::NAME)
}
