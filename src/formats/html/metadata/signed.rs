//! Owns the byline that only its words give away: a short line between the headline and the first
//! paragraph that begins with "by". It refuses lines further down.

use dom_query::NodeRef;

use super::Page;
use crate::article::Text;
use crate::formats::dates::Reading;
use crate::formats::text::opening;

/// The longest byline, in bytes.
const LONGEST: usize = 200;
/// The shortest text that is a paragraph, in bytes. The first may be the standfirst; under the second no byline
/// is looked for.
const PARAGRAPH: usize = 120;
/// Elements looked at under the headline.
const MOST: usize = 120;

/// Returns the names in the line under the headline that says whose they are.
pub(super) fn under_the_headline(page: &Page<'_>) -> Option<Vec<Text>> {
    let root = page.doc.root();
    let under = root.descendants_it().skip_while(|node| !node.has_name("h1")).skip(1);
    let reading = Reading::default();
    let lines = under.filter(is_line).take(MOST).map(|node| node.text());
    let close = lines.scan(0, |paragraphs, line| {
        *paragraphs += usize::from(line.len() >= PARAGRAPH);
        (*paragraphs < 2).then_some(line)
    });
    let mut signed = close.filter(|line| line.len() <= LONGEST).filter_map(|line| {
        let line = Text::some_line(&line)?;
        opening::byline(&line, reading).filter(|names| !names.is_empty())
    });
    signed.next()
}

/// Says whether an element is a line of its own: no other such element stands in it.
fn is_line(node: &NodeRef<'_>) -> bool {
    const LINES: &[&str] = &["p", "div", "span", "address", "li", "h2", "h3", "h4"];
    let is = |node: &NodeRef<'_>| LINES.iter().any(|name| node.has_name(name));
    node.is_element() && is(node) && !node.children_it(false).any(|inner| is(&inner))
}
