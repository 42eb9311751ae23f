//! Owns the works a page names in `cite`: each is a source. It refuses names of people who comment, what they
//! say, and whole sentences.

use dom_query::{Document, NodeRef};

use crate::article::{Article, identity::canonical_url};
use crate::formats::dates::Reading;
use crate::formats::sources;

/// The longest work named, in characters; more is a quotation with the wrong tag.
const LONGEST: usize = 300;
/// Works taken of one page.
const MOST: usize = 1000;

/// Adds the works named in the article `tree` to the sources of `article`, those it has already left out.
pub(super) fn add(tree: &Document, article: &mut Article) {
    let reading = Reading { language: article.language, ..Reading::default() };
    for node in tree.root().descendants_it().filter(is_work).take(MOST) {
        let words = node.text();
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let line =
            line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '-' | ',' | '(' | ')'));
        let long = line.chars().count();
        let linked = address(&node, article);
        let quotes = linked.is_none() && (is_quotation(line) || goes_on(line));
        if !(2..=LONGEST).contains(&long) || !line.chars().any(char::is_alphabetic) || quotes {
            continue;
        }
        let number = u32::try_from(article.sources.len() + 1).unwrap_or(u32::MAX);
        let source = match linked {
            Some((address, linked)) if line.contains(&linked) => {
                let (before, after) = line.split_once(&linked).unwrap_or((line, ""));
                sources::linked([before, &linked, after], &address, number, reading)
            }
            _ => sources::entry(line, number, reading),
        };
        let address = |url: Option<&str>| url.and_then(canonical_url);
        let known = article.sources.iter().any(|other| {
            let same =
                address(source.url.as_deref()).is_some_and(|url| address(other.url.as_deref()) == Some(url));
            same || other.raw == source.raw || (source.title.is_some() && other.title == source.title)
        });
        if !known {
            article.sources.push(source);
        }
    }
}

/// Returns the address of the first link in or around the name of a work, and the words it is on.
fn address(node: &NodeRef<'_>, article: &Article) -> Option<(String, String)> {
    let inside = node.descendants_it().find(|n| n.has_name("a"));
    let link = inside.or_else(|| node.ancestors_it(Some(1)).find(|n| n.has_name("a")))?;
    let href = link.attr("href").filter(|href| !href.starts_with('#'))?;
    let base = article.url.as_deref().and_then(|base| url::Url::parse(base).ok());
    let parser = url::Url::options().base_url(base.as_ref()).parse(&href).ok()?;
    let words = link.text().split_whitespace().collect::<Vec<_>>().join(" ");
    matches!(parser.scheme(), "http" | "https").then(|| (parser.to_string(), words))
}

/// Says whether a line is words in quotation marks and nothing else: what somebody said, with the wrong tag.
fn is_quotation(line: &str) -> bool {
    let marks = ['"', '“', '”', '„', '«', '»', '‘', '’'];
    line.starts_with(marks) && line.ends_with(marks) && line.chars().count() > 2
}

/// Says whether a line begins in the middle of a sentence, or with a quotation that does not end: words said
/// in passing, with the wrong tag. Titles begin with a capital.
fn goes_on(line: &str) -> bool {
    let open = line.starts_with(['"', '“', '„', '«']) && !line.ends_with(['"', '”', '“', '»']);
    open || line.starts_with(char::is_lowercase)
}

/// Says whether an element names a work, not somebody who comments.
fn is_work(node: &NodeRef<'_>) -> bool {
    let speaks = |class: &str| {
        ["fn", "comment", "vcard"].iter().any(|word| class.split(['-', '_', ' ']).any(|c| c == *word))
    };
    node.has_name("cite")
        && !node.class().is_some_and(|class| speaks(&class.to_ascii_lowercase()))
        && !node
            .ancestors_it(Some(4))
            .any(|n| n.class().is_some_and(|class| speaks(&class.to_ascii_lowercase())))
}
