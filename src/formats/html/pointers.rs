//! Owns telling the lines that point at another article from the article: `Read more:` and a headline, linked.
//! It refuses lists of sources and links that a sentence holds.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::metadata::site;
use crate::article::measure::{self, is_ideograph};
use crate::article::{
    Article, Block, Inline, Item, Link, Target,
    body::{length, words},
};
use crate::formats::fold::fold;
use crate::formats::sources;

/// What such a line begins with, folded.
static OPENINGS: LazyLock<Vec<String>> = LazyLock::new(|| {
    include_str!("pointers.txt").lines().filter(|line| !line.starts_with('#')).map(fold).collect()
});
/// The longest such line, in characters.
const LONGEST: usize = 250;
/// The most words before the colon of one whose opening is not known.
const LABEL: usize = 4;
/// The fewest words of a headline it then points at.
const HEADLINE: usize = 4;

/// The fewest characters of one in a language without spaces.
const UNSPACED: usize = 8;
/// What may stand behind the end of a sentence.
const QUOTES: &[char] = &[' ', '"', '”', '»'];
/// How much of an item of a list of headlines is linked, in hundredths.
const LINKED: usize = 60;
/// How much of a body, in hundredths, headlines of other articles may be; of an overview they are most.
const MOST: usize = 30;

/// Knows which links of an article stay on its site.
pub(super) struct Pointers {
    near: HashSet<u32>,
}

impl Pointers {
    /// Looks at an article whose links are numbered.
    pub(super) fn of(article: &Article) -> Self {
        let own = article.url.as_deref().and_then(site);
        let is_near = |link: &&Link| own.is_some() && site(&link.url) == own;
        Self { near: article.links.iter().filter(is_near).map(|link| link.number).collect() }
    }

    /// Says whether a line points at another article.
    pub(super) fn hold(&self, runs: &[Inline]) -> bool {
        if length(runs) > LONGEST * 4 || !runs.iter().any(|run| link(run).is_some()) {
            return false;
        }
        let line = words(runs);
        let long = line.chars().count();
        if long > LONGEST {
            return false;
        }
        let folded = fold(line.trim_start_matches(|c: char| !c.is_alphanumeric()));
        let opens = linked(runs) * 2 >= long && OPENINGS.iter().any(|opening| folded.starts_with(opening));
        opens || self.is_labelled(runs)
    }

    /// Says whether every item of a list is the headline of another article of the site.
    pub(super) fn hold_list(&self, items: &[Item]) -> bool {
        !self.near.is_empty() && !items.is_empty() && items.iter().all(|item| self.is_item(item))
    }

    fn is_item(&self, item: &Item) -> bool {
        let mut runs = Vec::new();
        for block in &item.blocks {
            let (Block::Paragraph(own) | Block::Crosshead { text: own, .. }) = block else { return false };
            runs.extend(own);
        }
        let (near, rest): (Vec<&Inline>, Vec<&Inline>) = runs.into_iter().partition(|run| self.is_near(run));
        let long = |runs: &[&Inline]| runs.iter().map(|run| run.text.len()).sum::<usize>();
        let elsewhere = rest.iter().any(|run| link(run).is_some());
        let line: String = near.iter().map(|run| run.text.as_str()).collect();
        !elsewhere && long(&near) * 100 >= (long(&near) + long(&rest)) * LINKED && is_headline(&line)
    }

    /// Says whether a line is the headline of another article of the site, linked as a whole.
    pub(super) fn hold_headline(&self, runs: &[Inline]) -> bool {
        let is_linked = |run: &Inline| self.is_near(run) || !run.text.chars().any(char::is_alphanumeric);
        if self.near.is_empty() || !runs.iter().all(is_linked) {
            return false;
        }
        let line = words(runs);
        line.split_whitespace().count() >= HEADLINE
            && !line.trim_end_matches(QUOTES).ends_with(['.', '。', ':', '：'])
    }

    fn is_near(&self, run: &Inline) -> bool {
        link(run).is_some_and(|number| self.near.contains(&number))
    }

    /// Says whether such lists and lines are too little of a body to be what it is about.
    pub(super) fn are_few(&self, body: &[Block]) -> bool {
        let long = |blocks: &[Block]| {
            let mut long = 0;
            measure::each_run(blocks, &mut |words| long += words.len());
            long
        };
        let pointing = body.iter().filter(|block| match block {
            Block::List { items, .. } => self.hold_list(items),
            Block::Paragraph(runs) | Block::Crosshead { text: runs, .. } => self.hold_headline(runs),
            _ => false,
        });
        let pointing: usize = pointing.map(|block| long(std::slice::from_ref(block))).sum();
        pointing > 0 && pointing * 100 <= long(body) * MOST
    }

    /// Says whether a line is a label with a colon and behind it a headline of the same site, linked as a whole.
    fn is_labelled(&self, runs: &[Inline]) -> bool {
        let Some(first) = runs.iter().position(|run| link(run).is_some()) else { return false };
        let (label, behind) = runs.split_at(first);
        let label = words(label);
        let label = label.trim();
        let headline = words(behind);
        let whole =
            behind.iter().all(|run| link(run).is_some() || !run.text.chars().any(char::is_alphanumeric));
        label.ends_with([':', '：'])
            && label.split_whitespace().count() <= LABEL
            && !sources::is_label(label)
            && whole
            && headline.split_whitespace().count() >= HEADLINE
            && behind.iter().filter_map(link).all(|number| self.near.contains(&number))
    }
}

/// Says whether a line has the words of a headline.
fn is_headline(line: &str) -> bool {
    let unspaced = line.chars().filter(|c| is_ideograph(*c)).count();
    line.split_whitespace().count() >= HEADLINE || unspaced >= UNSPACED
}

fn link(run: &Inline) -> Option<u32> {
    match run.target {
        Some(Target::Link(number)) => Some(number),
        _ => None,
    }
}

fn linked(runs: &[Inline]) -> usize {
    runs.iter().filter(|run| link(run).is_some()).map(|run| run.text.chars().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Text;

    #[test]
    fn every_opening_of_the_table_opens_a_line() {
        for opening in include_str!("pointers.txt").lines().filter(|line| !line.starts_with('#')) {
            let headline = Inline {
                text: Text::new("Bread is dearer again on the quay and beyond"),
                target: Some(Target::Link(1)),
                ..Inline::default()
            };
            let line = [Inline::plain(Text::new(&format!("{opening} "))), headline];
            assert!(Pointers { near: HashSet::new() }.hold(&line), "{opening}");
        }
    }
}
