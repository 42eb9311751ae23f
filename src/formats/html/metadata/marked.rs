//! Owns the headline that a page marks over its text, where its title was made for those who search. It refuses a
//! heading that nothing marks: that may be the name of the site or its motto.

use dom_query::NodeRef;

use super::Page;
use super::title::{heading, words};
use crate::article::Text;
use crate::article::letters::bare;

/// The fewest words of a heading that is the headline although the title of the page says it otherwise.
const HEADLINE: usize = 5;
/// The fewest words the two have in common, and the fewest letters of such a word.
const SHARED: usize = 2;
const TELLING: usize = 4;
/// What the names of a heading say when it is the headline.
const MARKS: &[&str] = &["headline", "title", "heading"];

/// Returns the marked heading that says in other words what the title of the page says.
pub(super) fn said_otherwise(page: &Page<'_>, title: &str) -> Option<Text> {
    marked(page).into_iter().find(|heading| is_told_otherwise(heading, title))
}

/// Returns the top headings that stand in an article or whose names say that they are the headline.
fn marked(page: &Page<'_>) -> Vec<Text> {
    let headings = page.doc.select("h1");
    let says = |node: &&NodeRef<'_>| {
        let names = ["class", "id", "itemprop", "data-testid"].iter().filter_map(|key| node.attr(key));
        let names = names.map(|name| name.to_ascii_lowercase()).collect::<Vec<_>>();
        MARKS.iter().any(|mark| names.iter().any(|name| name.contains(mark) && !name.contains("site")))
            || node.ancestors_it(None).any(|around| around.has_name("article"))
    };
    headings.nodes().iter().filter(says).filter_map(heading).collect()
}

/// Says whether a heading is what the title of the page says in other words, made for those who search.
fn is_told_otherwise(heading: &str, title: &str) -> bool {
    let said = words(title);
    let long = words(heading);
    let is_long = heading.split_whitespace().count() >= HEADLINE
        && !bare(title).contains(&bare(heading))
        && !bare(heading).contains(&bare(title));
    let shared = long.iter().filter(|word| word.chars().count() >= TELLING && said.contains(word)).count();
    is_long && shared >= SHARED
}
