//! Owns the lead paragraphs that stand outside what was found to be the article: under the headline,
//! in a box of their own. It refuses captions, dates, bylines and lists.

use crate::article::letters::bare;
use dom_query::{Document, NodeRef};

/// The shortest lead, in characters, that counts by its place alone.
const SHORTEST: usize = 60;
/// The longest lead, in characters.
const LONGEST: usize = 1500;
/// Leads taken at most; more means the place was misjudged.
const MOST: usize = 4;

/// Elements a lead is written in.
const HOLDERS: &[&str] = &["p", "div", "h2", "h3", "span", "strong", "b", "section", "li"];
/// Elements whose words are never a lead.
const NEVER: &[&str] = &[
    "figure",
    "figcaption",
    "aside",
    "nav",
    "footer",
    "form",
    "button",
    "time",
    "script",
    "style",
    "noscript",
    "table",
    "dialog",
    "select",
    "label",
    "blockquote",
    "template",
    "address",
];
/// Class names, in part, of what is not a lead either.
const NEVER_CLASSES: &[&str] = &[
    "caption",
    "author",
    "byline",
    "date",
    "breadcrumb",
    "share",
    "social",
    "related",
    "teaser",
    "cookie",
    "consent",
    "newsletter",
    "comment",
    "advert",
    "banner",
    "menu",
    "paywall",
    "copyright",
    "credit",
    "tags",
    "promo",
    "player",
    "video",
    "image-",
    "img",
    "bio",
    "hidden",
    "disclaimer",
    "gallery",
    "subscribe",
    "popup",
    "modal",
    "legend",
    "tooltip",
    "audio",
    "toolbar",
    "kicker",
    "sr-only",
];

/// A lead, and whether the page makes a heading of it.
pub(super) struct Lead {
    pub(super) text: String,
    pub(super) in_heading: bool,
}

fn in_heading(node: &NodeRef<'_>) -> bool {
    let is_heading = |n: &NodeRef<'_>| n.has_name("h2") || n.has_name("h3");
    is_heading(node) || node.ancestors_it(Some(2)).any(|n| is_heading(&n))
}

/// Returns the lead paragraphs between the headline and `first`, the words that open what was found;
/// `summary` is what the page says the article is about.
pub(super) fn missing(
    doc: &Document,
    opening: &[String],
    headline: Option<&str>,
    summary: Option<&str>,
) -> Vec<Lead> {
    let root = doc.root();
    let Some(first) = opening.first().map(|line| head(line)).filter(|line| line.len() >= 20) else {
        return Vec::new();
    };
    let Some(start) = headline_node(doc, headline) else { return Vec::new() };
    let known: Vec<String> = opening.iter().map(|line| bare(line)).collect();
    let mut leads: Vec<Lead> = Vec::new();
    let mut after = false;
    for node in root.descendants_it() {
        if node.id == start.id {
            after = true;
        }
        if !after || !node.is_element() || !is_holder(&node) || !is_leaf(&node) {
            continue;
        }
        let text = visible(&node);
        let own = bare(&text);
        if own.starts_with(&first) {
            return leads;
        }
        let long = text.chars().count();
        let summed = summary.is_some_and(|s| is_same(&own, &bare(s)));
        let good = long <= LONGEST && (summed || (long >= SHORTEST && reads_well(&node, &text)));
        let fresh = !known.iter().any(|k| k.contains(&own))
            && !leads.iter().any(|lead| bare(&lead.text).contains(&own));
        if good && fresh && !is_beside(&node) && headline.is_none_or(|h| bare(h) != own) {
            leads.push(Lead { in_heading: in_heading(&node), text });
        }
        if leads.len() > MOST {
            return Vec::new();
        }
    }
    Vec::new()
}

/// Returns the element that shows the headline: the first top heading like it, else the first at all.
fn headline_node<'d>(doc: &'d Document, headline: Option<&str>) -> Option<NodeRef<'d>> {
    let wanted = headline.map(bare).filter(|wanted| !wanted.is_empty());
    let headings = doc.select("h1, h2");
    let same = headings
        .nodes()
        .iter()
        .find(|n| wanted.as_ref().is_some_and(|wanted| bare(&n.text()).contains(wanted)));
    same.or_else(|| headings.nodes().iter().find(|n| n.has_name("h1"))).copied()
}

fn is_holder(node: &NodeRef<'_>) -> bool {
    HOLDERS.iter().any(|name| node.has_name(name))
}

/// Says whether the words of an element are its own, not those of blocks inside it.
fn is_leaf(node: &NodeRef<'_>) -> bool {
    let blocks = [
        "p", "div", "section", "h1", "h2", "h3", "h4", "ul", "ol", "figure", "article", "header", "form",
        "time",
    ];
    !node.descendants_it().any(|n| blocks.iter().any(|name| n.has_name(name)))
}

/// Says whether a text is a sentence rather than links, labels or data.
fn reads_well(node: &NodeRef<'_>, text: &str) -> bool {
    let linked: usize =
        node.descendants_it().filter(|n| n.has_name("a")).map(|n| n.text().trim().chars().count()).sum();
    let unspaced = text.chars().any(crate::article::measure::is_ideograph);
    let words = text.split_whitespace().count();
    linked * 3 < text.chars().count() && (words >= 9 || unspaced) && !is_label(text)
}

/// Says whether a line is a byline, a date line, a credit or an offer rather than a lead.
fn is_label(text: &str) -> bool {
    let lower = text.to_lowercase();
    let year = text
        .split(|c: char| !c.is_ascii_digit())
        .any(|n| n.len() == 4 && (n.starts_with("19") || n.starts_with("20")));
    let short =
        text.chars().count() < 120 && !text.trim_end().ends_with(['.', '!', '?', '…', '"', '”', '»', '“']);
    let offers = [
        "subscri",
        "sign up",
        "newsletter",
        "cookie",
        "abonn",
        "credit:",
        "getty",
        "photo:",
        "foto:",
        "bookmark",
        "javascript",
    ];
    (year && short) || offers.iter().any(|word| lower.contains(word))
}

fn is_beside(node: &NodeRef<'_>) -> bool {
    std::iter::once(*node).chain(node.ancestors_it(None)).any(|n| {
        if n.has_name("body") || n.has_name("html") || n.has_name("main") || n.has_name("article") {
            return false;
        }
        let marks = format!("{} {}", n.class().unwrap_or_default(), n.id_attr().unwrap_or_default())
            .to_ascii_lowercase();
        let hidden = n.attr("style").is_some_and(|style| style.replace(' ', "").contains("display:none"))
            || n.has_attr("hidden");
        let near = node.ancestors_it(Some(3)).any(|a| a.id == n.id) || n.id == node.id;
        hidden
            || NEVER.iter().any(|name| n.has_name(name))
            || (near && NEVER_CLASSES.iter().any(|word| marks.contains(word)))
    })
}

/// Says whether one of two texts begins with most of the other.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (head(one), head(other));
    one.len() >= 20 && other.len() >= 20 && (one.starts_with(&other) || other.starts_with(&one))
}

fn head(text: &str) -> String {
    bare(text).chars().take(60).collect()
}

/// Returns the words of an element that readers see, white space folded; stops when it is too long
/// for a lead anyway.
fn visible(node: &NodeRef<'_>) -> String {
    let mut line = String::new();
    let unread = |n: &NodeRef<'_>| {
        n.parent().is_some_and(|p| ["script", "style", "noscript"].iter().any(|name| p.has_name(name)))
    };
    for part in node.descendants_it().filter(|n| n.is_text() && !unread(n)) {
        line.push_str(&part.text());
        if line.len() > LONGEST * 4 {
            break;
        }
    }
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
