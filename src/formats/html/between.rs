//! Owns the paragraphs that were lost between those found to be the article: one that stands in boxes of the
//! same names as a paragraph that was found belongs to it. It refuses to bring back many: then the place was misjudged.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use dom_query::{Document, NodeId, NodeRef};

use super::extract::letters;
use super::{boxed, unseen};

/// Boxes around a paragraph whose names count.
const AROUND: usize = 3;
/// The same for the row that they stand in.
const ROW: usize = 4;
/// The longest heading, in characters.
const HEADING: usize = 160;
/// Elements between two paragraphs that go along with the second, and how many.
const LINES: &[&str] = &["p", "ul", "ol", "blockquote", "h2", "h3", "h4"];
const BETWEEN: usize = 6;
/// Letters by which a paragraph is known.
const LETTERS: usize = 80;
/// How much of a class counts, in bytes.
const LONGEST_CLASS: usize = 200;
/// Paragraphs brought back at most.
const MOST: usize = 60;
/// The same for those before the first and behind the last that was found.
const MOST_BEYOND: usize = 200;
/// What a sentence ends with.
const ENDS: &[char] = &['.', '!', '?', '…', '"', '”', '»', '。'];

/// Puts the paragraphs of `doc` that are missing between those of `found` back where they stood, and before and
/// behind them those in boxes of the same row.
pub(super) fn bring_back(doc: &Document, found: &Document) {
    let root = found.root();
    let kept: HashMap<String, NodeRef<'_>> =
        boxed::prose(&root).into_iter().map(|p| (opening(&p), p)).collect();
    let all: Vec<Known<'_>> = boxed::prose(&doc.root()).into_iter().map(|p| (opening(&p), p)).collect();
    let is_kept = |(opening, _): &Known<'_>| kept.contains_key(opening);
    let (Some(first), Some(last)) = (all.iter().position(is_kept), all.iter().rposition(is_kept)) else {
        return;
    };
    let (front, rest) = all.split_at_checked(first).unwrap_or((&[], &all));
    let (within, behind) = rest.split_at_checked(last + 1 - first).unwrap_or((rest, &[]));
    let places: HashSet<u64> = within.iter().filter(|one| is_kept(one)).map(|(_, p)| place(p)).collect();
    let is_lost = |(_, p): &&Known<'_>| places.contains(&place(p)) && is_sentence(p);
    let lost = within.iter().filter(|one| !is_kept(one)).filter(is_lost).take(MOST + 1).count();
    let own: HashSet<Row> = within.iter().filter(|one| is_kept(one)).flat_map(|(_, p)| rows(p)).collect();
    let goes_on = |one: &&Known<'_>| is_lost(one) && rows(&one.1).any(|row| own.contains(&row));
    let front = no_more_than_most(front.iter().filter(goes_on));
    let behind = no_more_than_most(behind.iter().filter(goes_on));
    let within = if lost > MOST { &[] } else { within };
    if lost == 0 && behind.is_empty() && front.is_empty() {
        return;
    }
    let shown = squeezed(&root, usize::MAX);
    let is_missing = |(opening, p): &Known<'_>| !is_unseen(p) && !shown.contains(opening);
    let known = |at: usize| all.get(at).and_then(|(opening, _)| kept.get(opening)).copied();
    let mut before = known(last).filter(|_| within.is_empty());
    for one in within.iter().chain(behind) {
        if let Some(found) = kept.get(&one.0) {
            before = Some(*found);
        } else if is_lost(&one)
            && let Some(at) = before
            && is_missing(one)
        {
            for part in above(&one.1, &shown).into_iter().chain([one.1]) {
                let at = before.unwrap_or(at);
                at.after_html(part.html());
                before = at.next_sibling().or(before);
            }
        }
    }
    if let Some(at) = known(first) {
        let missing = front.into_iter().filter(|one| is_missing(one));
        put_in_front(&at, missing.map(|(_, paragraph)| paragraph), &shown);
    }
}

/// Puts paragraphs, with what goes along with them, in front of the first that was found.
fn put_in_front<'a, 'd: 'a>(at: &NodeRef<'_>, lost: impl Iterator<Item = &'a NodeRef<'d>>, shown: &str) {
    for paragraph in lost {
        for part in above(paragraph, shown).iter().chain([paragraph]) {
            at.before_html(part.html());
        }
    }
}

/// A paragraph of prose with the letters by which it is known.
type Known<'d> = (String, NodeRef<'d>);

/// Returns no paragraphs at all in place of many.
fn no_more_than_most<'a, 'd: 'a>(lost: impl Iterator<Item = &'a Known<'d>>) -> Vec<&'a Known<'d>> {
    let lost: Vec<_> = lost.take(MOST_BEYOND + 1).collect();
    if lost.len() > MOST_BEYOND { Vec::new() } else { lost }
}

/// A row of boxes: what they stand in, and what they are called.
type Row = (NodeId, u64);

/// Returns the rows that the named boxes around a paragraph, and the paragraph itself, stand in.
fn rows(paragraph: &NodeRef<'_>) -> impl Iterator<Item = Row> {
    let around = std::iter::once(*paragraph).chain(paragraph.ancestors_it(Some(ROW)));
    let named = around.filter(|node| node.class().is_some_and(|class| !class.trim().is_empty()));
    let rows: Vec<Row> = named
        .filter_map(|node| {
            let mut hasher = DefaultHasher::new();
            names(&node, &mut hasher);
            Some((node.parent()?.id, hasher.finish()))
        })
        .collect();
    rows.into_iter()
}

/// Returns what goes along with a paragraph and is not shown: the lists and short lines between it and the prose
/// above it in the same box, else the heading above.
fn above<'d>(paragraph: &NodeRef<'d>, shown: &str) -> Vec<NodeRef<'d>> {
    let siblings = std::iter::successors(paragraph.prev_element_sibling(), NodeRef::prev_element_sibling);
    let goes_along =
        |node: &NodeRef<'_>| LINES.iter().any(|name| node.has_name(name)) && !boxed::is_prose(node);
    let is_own = |node: &NodeRef<'_>| {
        boxed::linked(node) * 2 <= letters(node) && !is_unseen(node) && !shown.contains(&opening(node))
    };
    let mut lines: Vec<NodeRef<'_>> = siblings.take_while(goes_along).take(BETWEEN).filter(is_own).collect();
    lines.reverse();
    if lines.is_empty() {
        lines.extend(heading_above(paragraph).filter(|heading| !shown.contains(&opening(heading))));
    }
    lines
}

/// Returns the heading right above a paragraph, or above the boxes it stands in.
fn heading_above<'d>(paragraph: &NodeRef<'d>) -> Option<NodeRef<'d>> {
    let mut around = std::iter::once(*paragraph).chain(paragraph.ancestors_it(Some(AROUND)));
    let above = around.find_map(|node| node.prev_element_sibling())?;
    let long = above.normalized_char_count();
    if long > HEADING {
        return None;
    }
    let is_heading = |node: &NodeRef<'d>| ["h2", "h3", "h4"].iter().any(|name| node.has_name(name));
    let heading = std::iter::once(above).chain(above.descendants_it()).find(is_heading)?;
    let is_most = heading.normalized_char_count() * 2 > long;
    (is_most && boxed::linked(&heading) == 0).then_some(heading)
}

/// Returns a number that paragraphs in boxes of the same names share.
fn place(paragraph: &NodeRef<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    let around = std::iter::once(*paragraph).chain(paragraph.ancestors_it(Some(AROUND)));
    for node in around {
        names(&node, &mut hasher);
    }
    hasher.finish()
}

fn names(node: &NodeRef<'_>, hasher: &mut DefaultHasher) {
    node.node_name().map(|name| name.to_string()).hash(hasher);
    let class = node.class().unwrap_or_default();
    class.get(..class.floor_char_boundary(LONGEST_CLASS)).hash(hasher);
}

fn is_sentence(paragraph: &NodeRef<'_>) -> bool {
    paragraph.text().trim_end().ends_with(ENDS)
}

fn is_unseen(paragraph: &NodeRef<'_>) -> bool {
    let named = |n: &NodeRef<'_>| unseen::is_unseen(n, &n.node_name().unwrap_or_default());
    std::iter::once(*paragraph).chain(paragraph.ancestors_it(None)).any(|n| named(&n) || n.has_attr("hidden"))
}

/// Returns the first letters of a paragraph.
fn opening(paragraph: &NodeRef<'_>) -> String {
    squeezed(paragraph, LETTERS)
}

fn squeezed(node: &NodeRef<'_>, most: usize) -> String {
    let texts = node.descendants_it().filter(NodeRef::is_text);
    let mut out = String::new();
    let mut left = most;
    for text in texts {
        let letters = text.text();
        let kept = letters.chars().filter(|c| c.is_alphanumeric()).take(left);
        out.extend(kept.inspect(|_| left -= 1));
        if left == 0 {
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(of: &str) -> String {
        format!(
            "<p class=text>The ferry left the {of} at six, as it has every morning since the bridge was closed.</p>"
        )
    }

    /// Three boxes of one row, each with its heading.
    fn row() -> [String; 3] {
        ["quay", "pier", "slip"].map(|of| format!("<div class=part><h3>At the {of}</h3>{}</div>", prose(of)))
    }

    /// Returns the text of what was found of a page, with what was brought back.
    fn brought(page: &str, found: &str) -> String {
        let (page, found) = (Document::from(page), Document::fragment(found));
        bring_back(&page, &found);
        found.root().text().to_string()
    }

    #[test]
    fn a_paragraph_lost_between_others_of_its_kind_stands_where_it_stood() {
        let all = ["quay", "pier", "slip"].map(|of| format!("<div class=box>{}</div>", prose(of)));
        let offer = "<div class=offer><p>Get the harbour in your letter box each morning before the boat leaves.</p></div>";
        let page = Document::from(format!("<body>{}{offer}{}{}</body>", all[0], all[1], all[2]).as_str());
        let found = Document::fragment(format!("{}{}", all[0], all[2]).as_str());
        bring_back(&page, &found);
        let text = found.root().text().to_string();
        let at = |of: &str| text.find(&format!("left the {of}"));
        assert!(at("quay") < at("pier") && at("pier") < at("slip") && at("pier").is_some(), "{text}");
        assert!(!text.contains("letter box"), "its box is called otherwise");
    }

    #[test]
    fn the_boxes_of_a_row_go_on_behind_the_last_that_was_found() {
        let row = row();
        let below = format!("<div class=more>{}</div>", prose("dock"));
        let page = format!("<body><div>{}</div>{below}</body>", row.concat());
        let text = brought(&page, &row[0]);
        let at = |of: &str| text.find(&format!("left the {of}"));
        assert!(at("quay") < at("pier") && at("pier") < at("slip") && at("pier").is_some(), "{text}");
        assert!(at("dock").is_none(), "its box is called otherwise");
        assert!(text.contains("At the slip"), "headings go along");
    }

    #[test]
    fn the_boxes_of_a_row_before_the_first_that_was_found_come_back_in_their_order() {
        let row = row();
        let above = format!("<div class=more>{}</div>", prose("dock"));
        let text = brought(&format!("<body>{above}<div>{}</div></body>", row.concat()), &row[2]);
        let at = |of: &str| text.find(&format!("left the {of}"));
        assert!(at("quay") < at("pier") && at("pier") < at("slip") && at("quay").is_some(), "{text}");
        assert!(at("dock").is_none(), "its box is called otherwise");
        assert!(text.contains("At the quay"), "headings go along");
    }

    #[test]
    fn a_list_between_two_paragraphs_that_come_back_comes_along() {
        let list = "<p>On board:</p><ul><li>nine people</li><li>a crate of hens</li></ul>";
        let pointer = "<ul><li><a href=/bread>Bread is dearer again</a></li></ul>";
        let second = format!("{}{list}{pointer}{}", prose("pier"), prose("slip"));
        let row = [prose("quay"), second].map(|inner| format!("<div class=part>{inner}</div>"));
        let text = brought(&format!("<body><div>{}</div></body>", row.concat()), &row[0]);
        let at = |of: &str| text.find(of);
        assert!(at("left the pier") < at("On board") && at("hens") < at("left the slip"), "{text}");
        assert!(at("hens").is_some() && at("Bread").is_none(), "{text}");
    }

    #[test]
    fn what_is_missing_at_either_end_stays_away() {
        let page = ["quay", "pier", "slip"].map(|of| prose(of).replace(" class=text", ""));
        let page = Document::from(page.concat().as_str());
        let found = Document::fragment(prose("pier").replace(" class=text", "").as_str());
        bring_back(&page, &found);
        assert!(!found.root().text().contains("slip"), "nothing is called by any name");
    }
}
