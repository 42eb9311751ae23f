//! Owns telling citations from links: a link of the body to the address of a listed source points at
//! that source. It refuses to make sources out of other links.

use std::collections::{HashMap, HashSet};

use crate::article::body::each_inline_mut;
use crate::article::identity::canonical_url;
use crate::article::{Article, Block, Inline, Link, Target};

/// Points the body's links to listed sources at those sources, and numbers the other links anew.
pub fn cite(article: &mut Article) {
    let sources: HashMap<String, u32> = article
        .sources
        .iter()
        .filter_map(|source| Some((canonical_url(source.url.as_deref()?)?, source.number)))
        .collect();
    if sources.is_empty() {
        return;
    }
    retarget(article, |link| {
        let cited = canonical_url(&link.url).and_then(|url| sources.get(&url).copied());
        cited.map_or(Fate::Stays, |number| Fate::Becomes(Target::Source(number)))
    });
}

/// Drops the links that only `lifted`, blocks taken out of the body, had runs for.
pub(super) fn drop_links(article: &mut Article, lifted: &mut [Block]) {
    let mut only = HashSet::new();
    let mut collect = |run: &mut Inline| {
        if let Some(Target::Link(number)) = run.target {
            only.insert(number);
        }
    };
    each_inline_mut(lifted, &mut collect);
    each_inline_mut(&mut article.body, &mut |run| {
        if let Some(Target::Link(number)) = run.target {
            only.remove(&number);
        }
    });
    if !only.is_empty() {
        retarget(article, |link| if only.contains(&link.number) { Fate::Goes } else { Fate::Stays });
    }
}

/// What becomes of a link.
enum Fate {
    Stays,
    Goes,
    Becomes(Target),
}

/// Sorts the links of an article by their fate, numbers those that stay anew, and points the runs of
/// the body where they now belong.
fn retarget(article: &mut Article, fate: impl Fn(&Link) -> Fate) {
    let mut targets: HashMap<u32, Option<Target>> = HashMap::new();
    let mut kept: Vec<Link> = Vec::new();
    for mut link in std::mem::take(&mut article.links) {
        let before = link.number;
        let target = match fate(&link) {
            Fate::Goes => None,
            Fate::Becomes(target) => Some(target),
            Fate::Stays => {
                link.number = u32::try_from(kept.len() + 1).unwrap_or(u32::MAX);
                let target = Target::Link(link.number);
                kept.push(link);
                Some(target)
            }
        };
        targets.insert(before, target);
    }
    article.links = kept;
    each_inline_mut(&mut article.body, &mut |run| {
        if let Some(Target::Link(number)) = run.target {
            run.target = targets.get(&number).copied().unwrap_or(run.target);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Source, Text};

    fn linked(words: &str, number: u32) -> Inline {
        Inline { text: Text::new(words), target: Some(Target::Link(number)), ..Inline::default() }
    }

    #[test]
    fn a_link_to_a_listed_source_is_a_citation_of_it() {
        let link = |number, url: &str| Link { number, text: Text::new("words"), url: Text::new(url) };
        let url = Some(Text::new("https://www.paper.example/storm?utm_source=x"));
        let mut article = Article {
            body: vec![Block::Paragraph(vec![linked("the paper", 1), linked("elsewhere", 2)])],
            links: vec![link(1, "https://paper.example/storm/"), link(2, "https://other.example/")],
            sources: vec![Source { number: 1, url, ..Source::default() }],
            ..Article::default()
        };
        cite(&mut article);
        let targets: Vec<_> = match &article.body[0] {
            Block::Paragraph(runs) => runs.iter().map(|run| run.target).collect(),
            other => panic!("{other:?}"),
        };
        assert_eq!(targets, [Some(Target::Source(1)), Some(Target::Link(1))]);
        assert_eq!(article.links, [link(1, "https://other.example/")]);
    }

    #[test]
    fn links_of_what_was_lifted_out_go_and_the_others_move_up() {
        let link = |number, url: &str| Link { number, text: Text::new("words"), url: Text::new(url) };
        let mut article = Article {
            body: vec![Block::Paragraph(vec![linked("both", 2), linked("body", 3)])],
            links: vec![
                link(1, "https://a.example/"),
                link(2, "https://b.example/"),
                link(3, "https://c.example/"),
            ],
            ..Article::default()
        };
        let mut lifted = vec![Block::Paragraph(vec![linked("only here", 1), linked("both", 2)])];
        drop_links(&mut article, &mut lifted);
        assert_eq!(article.links, [link(1, "https://b.example/"), link(2, "https://c.example/")]);
        assert_eq!(article.body, [Block::Paragraph(vec![linked("both", 1), linked("body", 2)])]);
    }
}
