//! Owns telling the lines that point at another article from the article: `Read more:` and a headline, linked.
//! It refuses lists of sources and links that a sentence holds.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::metadata::site;
use crate::article::{
    Article, Inline, Link, Target,
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
