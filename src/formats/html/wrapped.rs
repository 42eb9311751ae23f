//! Owns the elements that stand around a whole article and only say how its page works: a form that sends all of
//! it back, what is for browsers that run no programs. It refuses to look at words.

use dom_query::{Document, NodeRef};

use super::boxed::is_prose;
use super::extract::letters;

/// Such elements looked at, of either kind.
const MOST: usize = 20;
/// Paragraphs of prose in a form that shows that an article stands in it.
const FEWEST: usize = 2;
/// Characters of prose from which what is for browsers without programs is an article and no excuse.
const WHOLE: usize = 600;

/// Makes plain boxes of such elements.
pub(super) fn open(doc: &Document) {
    let root = doc.root();
    let named = |name: &'static str| {
        let nodes = root.descendants_it().filter(move |node| node.has_name(name));
        nodes.take(MOST).collect::<Vec<_>>()
    };
    named("form").into_iter().filter(holds_page).for_each(|form| form.rename("div"));
    let unseen = named("noscript");
    if unseen.is_empty() {
        return;
    }
    let all = prose(&root);
    for node in unseen {
        let own = prose(&node);
        if own >= WHOLE && own * 2 > all {
            node.rename("div");
        }
    }
}

/// Says whether a form holds the headline or the article, and prose.
fn holds_page(form: &NodeRef<'_>) -> bool {
    let is_page = |node: &NodeRef<'_>| ["h1", "main", "article"].iter().any(|name| node.has_name(name));
    form.descendants_it().any(|node| is_page(&node))
        && form.descendants_it().filter(is_prose).take(FEWEST).count() == FEWEST
}

fn prose(root: &NodeRef<'_>) -> usize {
    root.descendants_it().filter(is_prose).map(|p| letters(&p)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_around_the_article_becomes_a_box_and_one_to_fill_in_stays() {
        let line =
            "<p>The ferry left the quay at six, as it has every morning since the bridge was closed.</p>";
        let page = format!(
            "<form id=all><article><h1>Boats</h1>{line}{line}</article></form>\
             <form id=letters><h1>Letters</h1><p>Your address</p><input></form><form id=find>{line}{line}</form>"
        );
        let page = Document::from(page.as_str());
        open(&page);
        assert_eq!(page.select("div#all h1").length(), 1);
        assert_eq!(page.select("form").length(), 2, "one asks for an address, one holds no article");
    }
}
