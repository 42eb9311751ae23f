//! Owns finding the article inside a page. It refuses to change what it finds, beyond leaving out
//! what is plainly not the article.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use memchr::memmem;

use super::prescan::{DEEPEST, MOST_NODES, is_data};
use super::{HIDDEN, boxed, figures, listed, ready};

/// An article shorter than this, in characters, was probably missed.
const SHORTEST: usize = 250;

/// Names that sites give the body of an article.
const BODIES: &str = ".article-body, .entry-content, .post-content, .article-content, .article-text, .story-body, \
    .post-body";
/// Texts longer than this, in bytes, are weighed before they are written out.
const LONG: usize = 16 * 1024;
/// Bytes looked at while a page is written out, at most.
const MOST_LOOKS: usize = 8_000_000_000;

/// Says whether a parsed page is small and flat enough for the work ahead.
pub(super) fn is_sound(doc: &Document, tags: usize) -> bool {
    let most = (tags * 50 + 1000).min(MOST_NODES);
    doc.tree.len() <= most && is_flat(doc) && is_quick(doc)
}

/// Takes out the programs: nobody reads them, and they may be longer than all the rest.
pub(super) fn drop_programs(doc: &Document) {
    let root = doc.root();
    let scripts = root.descendants_it().filter(|node| node.has_name("script"));
    let programs = scripts.filter(|script| !script.attr("type").is_some_and(|kind| is_data(&kind)));
    programs.collect::<Vec<_>>().iter().for_each(NodeRef::remove_from_parent);
}

/// Says whether the page can be written out again in time: what does so looks to the end of a text, or of an
/// attribute, at each sign in it that may need a reference.
fn is_quick(doc: &Document) -> bool {
    let cost = |text: &str| {
        let signs =
            if text.len() > LONG { memchr::memchr2_iter(b'&', 0xc2, text.as_bytes()).count() } else { 0 };
        signs.saturating_mul(text.len())
    };
    let root = doc.root();
    let texts = root.descendants_it().filter(|node| node.is_text() || node.is_element()).map(|node| {
        let attributes = node.attrs().into_iter().map(|attribute| cost(&attribute.value));
        if node.is_text() { cost(&node.text()) } else { attributes.fold(0, usize::saturating_add) }
    });
    texts.fold(0, usize::saturating_add) <= MOST_LOOKS
}

fn is_flat(doc: &Document) -> bool {
    let mut level = vec![doc.root()];
    for _ in 0..=DEEPEST + 8 {
        level = level.iter().flat_map(|node| node.children_it(false)).filter(NodeRef::is_element).collect();
        if level.is_empty() {
            return true;
        }
    }
    false
}

/// Returns the article of a page as a tree of its own; `html` is what the page was parsed from.
pub(super) fn article(doc: &Document, html: &str) -> Document {
    let ready = doc.clone();
    prepare(&ready, html);
    listed::free(&ready);
    ready::make(&ready);
    let config = Config { keep_classes: true, ..Config::default() };
    let found = Readability::with_document(ready, None, Some(config)).and_then(|mut r| r.parse());
    let Ok(found) = found else { return fallback(doc) };
    let tree = Document::fragment(found.content);
    if let Some(whole) = boxed::whole(doc, &tree) {
        let tree = cleared(&whole);
        boxed::clear(&tree);
        return tree;
    }
    let kept = letters(&tree.root());
    let is_little = kept * 4 < paragraph_letters(&doc.root()) && !boxed::is_most(doc, &tree);
    if kept < SHORTEST || is_little { longer(tree, fallback(doc)) } else { tree }
}

/// Writes formulas out as text before the extractor drops what it takes for decoration, and takes
/// out what sites paint over their articles: edit links, the second copy of a formula.
fn prepare(doc: &Document, html: &str) {
    let holds =
        |words: &[&str]| words.iter().any(|word| memmem::find(html.as_bytes(), word.as_bytes()).is_some());
    let formulas = holds(&["math", "MATH", "Math", "data-latex", "data-tex", "katex"]);
    if formulas || holds(&["mw-editsection", "headerlink"]) {
        doc.select(".mw-editsection, .katex-html, [data-latex] math, [data-math] math, .headerlink").remove();
    }
    if !formulas {
        return;
    }
    for node in doc.select("math, [data-math], [data-latex], [data-tex]").nodes() {
        let tex = figures::formula(node);
        if !tex.is_empty() {
            node.rename("span");
            node.remove_all_attrs();
            node.set_text(tex);
        }
    }
}

fn longer(one: Document, other: Document) -> Document {
    if letters(&other.root()) * 2 > letters(&one.root()) * 3 { other } else { one }
}

/// Returns the element that says it is the article, else the whole page without its frame.
fn fallback(doc: &Document) -> Document {
    for selector in ["[itemprop=articleBody]", "article", BODIES, "main", "[role=main]", "body"] {
        let all = doc.select(selector);
        let may_be = |node: &&NodeRef<'_>| match selector {
            "article" => !is_framed(node) && (letters(node) >= SHORTEST || boxed::tells(node)),
            BODIES => !is_framed(node) && boxed::tells(node),
            _ => true,
        };
        let best = all.nodes().iter().filter(may_be).max_by_key(|node| letters(node));
        if let Some(node) = best.filter(|node| letters(node) > 0) {
            return cleared(node);
        }
    }
    Document::fragment(doc.root().html())
}

/// Says whether an element stands beside what a page is about.
pub(in crate::formats::html) fn is_framed(node: &NodeRef<'_>) -> bool {
    let frame = |n: &NodeRef<'_>| ["aside", "nav", "footer"].iter().any(|name| n.has_name(name));
    node.ancestors_it(None).any(|n| frame(&n))
}

/// Returns a part of the page as a tree of its own, without its frame.
pub(super) fn cleared(node: &NodeRef<'_>) -> Document {
    let tree = Document::fragment(node.html());
    let hidden = tree.select(HIDDEN);
    let is_shown_later = hidden.nodes().iter().map(letters).sum::<usize>() * 2 > letters(&tree.root());
    if !is_shown_later {
        hidden.remove();
    }
    tree.select(
        "nav, footer, aside, form, header nav, button, #comments, #respond, .comments, .comment-list",
    )
    .remove();
    tree
}

/// Counts the characters of the words under `node`, white space between them as one.
pub(super) fn letters(node: &NodeRef<'_>) -> usize {
    node.descendants_it().filter(NodeRef::is_text).map(|text| characters(text.text().as_bytes())).sum()
}

fn characters(text: &[u8]) -> usize {
    let before = std::iter::once(&b' ').chain(text);
    let starts = |(before, byte): (&u8, &u8)| {
        usize::from(!matches!(byte, 0x80..=0xbf) && (*byte > b' ' || *before > b' '))
    };
    before.zip(text).map(starts).sum()
}

fn paragraph_letters(root: &NodeRef<'_>) -> usize {
    root.descendants_it().filter(|n| n.has_name("p")).map(|n| letters(&n)).sum()
}
