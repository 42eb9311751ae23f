//! Owns telling citations from links: a link of the body to the address of a listed source points at
//! that source. It refuses to make sources out of other links.

use std::collections::HashMap;

use crate::article::body::each_inline_mut;
use crate::article::identity::canonical_url;
use crate::article::{Article, Link, Target};

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
    let mut targets: HashMap<u32, Target> = HashMap::new();
    let mut kept: Vec<Link> = Vec::new();
    for mut link in std::mem::take(&mut article.links) {
        let before = link.number;
        let cited = canonical_url(&link.url).and_then(|url| sources.get(&url).copied());
        let target = cited.map_or_else(
            || {
                link.number = u32::try_from(kept.len() + 1).unwrap_or(u32::MAX);
                let target = Target::Link(link.number);
                kept.push(link);
                target
            },
            Target::Source,
        );
        targets.insert(before, target);
    }
    article.links = kept;
    each_inline_mut(&mut article.body, &mut |run| {
        if let Some(Target::Link(number)) = run.target {
            run.target = targets.get(&number).copied().or(run.target);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::cite;
    use crate::article::{Article, Block, Inline, Link, Source, Target, Text};

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
}
