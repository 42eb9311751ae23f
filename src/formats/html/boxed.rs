//! Owns noticing that one box was taken for the whole article, where a page cuts its articles into several.
//! It refuses to guess where an article is: only the element that says it is one, around the headline, counts.

use dom_query::{Document, NodeRef};

use super::extract::letters;
use super::metadata::is_like;

/// The fewest characters of a paragraph that counts.
const SHORTEST: usize = 60;
/// How much more prose than was found the article must hold: in hundredths, and in characters.
const SHARE: usize = 180;
const MORE: usize = 600;
/// An element with one paragraph, of which so many times the words are less than what was found, holds the lead and
/// no more.
const SLIGHT: usize = 4;
/// Paragraphs at the front of which one at least was found, if anything was.
const FRONT: usize = 4;
/// Parts of a class or id that name a player or a pointer to something else.
const PLAYERS: &[&str] = &["video", "audio", "media", "player", "teaser", "related", "promo", "linklist"];
/// Top headings looked at.
const HEADINGS: usize = 20;
/// How many elements around a paragraph are near to it.
const NEAR: usize = 4;
/// Elements whose paragraphs are beside the article.
const BESIDE: &[&str] = &["aside", "nav", "footer", "form", "figure", "li", "dialog", "table", "noscript"];

/// Returns the element that is the whole article, where `found` is only a box of it or something beside it.
pub(super) fn whole<'d>(doc: &'d Document, found: &Document) -> Option<NodeRef<'d>> {
    let article = around_headline(doc)?;
    let own = prose(&article);
    let all: usize = own.iter().map(letters).sum();
    let kept: usize = prose(&found.root()).iter().map(letters).sum();
    let boxed = all * 100 > kept * SHARE && all > kept + MORE;
    let slight = own.len() < 2 && letters(&article) * SLIGHT < letters(&found.root());
    (boxed || !slight && is_elsewhere(&own, found)).then_some(article)
}

/// Says whether `found` is most of the element that says it is the article, and that is no stub.
pub(super) fn is_most(doc: &Document, found: &Document) -> bool {
    around_headline(doc)
        .is_some_and(|article| prose(&article).len() > 1 && letters(&found.root()) * 2 >= letters(&article))
}

/// Takes players, pictures and pointers to other articles out of such an element, read into a tree of its own.
pub(super) fn clear(tree: &Document) {
    let root = tree.root();
    let boxes: Vec<NodeRef<'_>> =
        root.descendants_it().filter(|n| n.is_element() && is_player(n) && prose(n).is_empty()).collect();
    boxes.iter().for_each(NodeRef::remove_from_parent);
}

fn is_player(node: &NodeRef<'_>) -> bool {
    let holds = |names: &str| PLAYERS.iter().any(|word| names.contains(word));
    [node.class(), node.id_attr()].into_iter().flatten().any(|names| holds(&names.to_ascii_lowercase()))
}

/// Returns the only element that says it is an article and holds the headline, else the only one that says it is
/// the body of one.
fn around_headline(doc: &Document) -> Option<NodeRef<'_>> {
    let heading = headline(doc)?;
    let mut articles = heading.ancestors_it(None).filter(|n| n.has_name("article"));
    match (articles.next(), articles.next()) {
        (Some(article), None) => Some(article),
        (None, _) => match doc.select("[itemprop~=articleBody]").nodes() {
            [body] => Some(*body),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the only top heading, or of several the only one that is like the title of the page.
fn headline(doc: &Document) -> Option<NodeRef<'_>> {
    let headings = doc.select("h1");
    if let [heading] = headings.nodes() {
        return Some(*heading);
    }
    let title = doc.select("title").nodes().first().map(NodeRef::text).unwrap_or_default();
    let mut like = headings.nodes().iter().take(HEADINGS).filter(|heading| is_like(&heading.text(), &title));
    like.next().copied().filter(|_| like.next().is_none())
}

/// Returns the paragraphs under `root` that are prose of its own.
pub(super) fn prose<'d>(root: &NodeRef<'d>) -> Vec<NodeRef<'d>> {
    root.descendants_it().filter(|n| is_prose(n) && !is_beside(n)).collect()
}

/// Says whether a node is a paragraph of prose, wherever it stands.
pub(super) fn is_prose(node: &NodeRef<'_>) -> bool {
    node.has_name("p") && letters(node) >= SHORTEST && !is_linked(node)
}

/// Says whether an element holds a paragraph of prose; only the elements nearest to one tell what it is.
pub(super) fn tells(node: &NodeRef<'_>) -> bool {
    let is_beside =
        |p: &NodeRef<'_>| p.ancestors_it(Some(NEAR)).any(|n| BESIDE.iter().any(|name| n.has_name(name)));
    node.descendants_it().any(|p| is_prose(&p) && !is_beside(&p))
}

fn is_beside(paragraph: &NodeRef<'_>) -> bool {
    paragraph.ancestors_it(None).any(|n| BESIDE.iter().any(|name| n.has_name(name)))
}

fn is_linked(paragraph: &NodeRef<'_>) -> bool {
    linked(paragraph) * 2 > letters(paragraph)
}

/// Counts the characters of an element that are linked.
pub(super) fn linked(node: &NodeRef<'_>) -> usize {
    node.descendants_it().filter(|n| n.has_name("a")).map(|n| letters(&n)).sum()
}

/// Says whether nothing of the first paragraphs of an article is in what was found.
fn is_elsewhere(own: &[NodeRef<'_>], found: &Document) -> bool {
    let kept = squeezed(&found.root());
    !own.is_empty() && !own.iter().take(FRONT).any(|p| kept.contains(&squeezed(p)))
}

fn squeezed(node: &NodeRef<'_>) -> String {
    node.text().chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(of: &str) -> String {
        format!(
            "<p>The ferry left the {of} at six, as it has every morning since the bridge was closed. On board were \
             nine people, two bicycles and a crate of hens, and nobody spoke until the lighthouse came into view.</p>"
        )
        .repeat(2)
    }

    #[test]
    fn an_article_cut_into_boxes_is_whole_without_its_players() {
        let player =
            "<div class=video-player><p>Start the film, or stop it with the key at the top left</p></div>";
        let boxes = ["quay", "pier", "slip", "dock"].map(|of| format!("<div>{}{player}</div>", prose(of)));
        let page = format!("<body><article><h1>Four boxes</h1>{}</article></body>", boxes.concat());
        let (page, first) = (Document::from(page.as_str()), Document::fragment(prose("quay").as_str()));
        let tree = Document::fragment(whole(&page, &first).expect("more than one box").html());
        clear(&tree);
        let text = tree.root().text().to_string();
        assert!(text.contains("left the dock") && !text.contains("Start the film"), "{text}");
        assert!(whole(&page, &tree).is_none(), "now all of it was found");
    }

    #[test]
    fn of_several_top_headings_the_one_in_the_title_is_in_the_article() {
        let boxes = ["quay", "pier", "slip", "dock"].map(|of| format!("<div>{}</div>", prose(of))).concat();
        let found = Document::fragment(prose("quay").as_str());
        for title in ["Four boxes on the quay - Post", "The Post"] {
            let page = format!(
                "<title>{title}</title><h1>Letters</h1><article><h1>Four boxes on the quay</h1>{boxes}</article>"
            );
            let page = Document::from(page.as_str());
            assert_eq!(whole(&page, &found).is_some(), title.starts_with("Four"), "{title}");
        }
    }

    #[test]
    fn the_only_element_that_says_it_is_the_body_counts_where_no_article_is_around_the_headline() {
        let boxes = ["quay", "pier", "slip", "dock"].map(|of| format!("<div>{}</div>", prose(of))).concat();
        let page = format!("<h1>Four boxes</h1><div itemprop='text articleBody'>{boxes}</div>");
        let page = Document::from(page.as_str());
        let found = Document::fragment("<p>Ida Holm, ida@quay.example</p>");
        assert!(whole(&page, &found).is_some());
    }

    #[test]
    fn without_an_article_around_the_only_headline_nothing_is_said() {
        let page = format!("<body><h1>Bread</h1><article>{}</article></body>", prose("quay").repeat(4));
        let (page, found) = (Document::from(page.as_str()), Document::fragment("<p>Bread</p>"));
        assert!(whole(&page, &found).is_none());
    }
}
