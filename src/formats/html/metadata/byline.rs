//! Owns finding who wrote an article. It refuses agencies' sign-offs, addresses and dates posing as
//! names.

use dom_query::NodeRef;

use super::{Page, is_placeholder};
use crate::article::Text;

/// Words before a name that are not the name.
const BEFORE: &[&str] = &[
    "written by", "posted by", "published by", "article by", "story by", "reported by", "words by", "a report by", "by", "par", "von",
    "por", "di", "da", "door", "av", "af", "text:", "texte", "autor:", "autorin:", "author:", "auteur:", "от", "автор:",
];
/// Words between two names.
const BETWEEN: &[&str] = &[" and ", " et ", " und ", " y ", " e ", " en ", " og ", " och ", " & ", " i ", " with ", " и "];

/// Returns the names of those who wrote the article.
pub(super) fn find(page: &Page<'_>) -> Vec<Text> {
    let linked = names(&page.linked.authors(), false);
    if !linked.is_empty() {
        return linked;
    }
    let keys = [
        "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "cxenseparse:author",
        "article:author_name", "authors", "twitter:data1",
    ];
    for key in keys {
        let given = page.head.all(key);
        if key == "twitter:data1" && !says_author(&page.head.first(&["twitter:label1"]).unwrap_or_default()) {
            continue;
        }
        let found = names(&given, true);
        if !found.is_empty() {
            return found;
        }
    }
    in_body(page)
}

fn says_author(label: &str) -> bool {
    let label = label.to_lowercase();
    ["written by", "author", "verfasst von", "écrit par", "autor", "door", "geschreven door"].iter().any(|w| label.contains(w))
}

/// Looks for the byline in the page itself.
fn in_body(page: &Page<'_>) -> Vec<Text> {
    type Test = fn(&NodeRef<'_>) -> bool;
    let kinds: [Test; 4] = [is_marked, is_rel_author, is_author_link, is_classed];
    for kind in kinds {
        let mut nodes: Vec<NodeRef<'_>> = Vec::new();
        for node in page.doc.root().descendants_it().filter(|n| n.is_element() && kind(n)) {
            let inside = nodes.iter().any(|outer| node.ancestors_it(Some(6)).any(|n| n.id == outer.id));
            if !inside && !in_comments(&node) {
                nodes.push(node);
            }
            if nodes.len() >= 8 {
                break;
            }
        }
        let texts: Vec<String> = nodes.iter().map(name_in).collect();
        let found = names(&texts, true);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn name_in(node: &NodeRef<'_>) -> String {
    let named = node.descendants_it().find(|n| n.attr("itemprop").is_some_and(|p| &*p == "name"));
    named.unwrap_or(*node).text().to_string()
}

fn is_marked(node: &NodeRef<'_>) -> bool {
    node.attr("itemprop").is_some_and(|p| p.split_whitespace().any(|p| p == "author")) && !node.has_name("meta")
}

fn is_rel_author(node: &NodeRef<'_>) -> bool {
    node.has_name("a") && node.attr("rel").is_some_and(|r| r.split_whitespace().any(|r| r == "author"))
}

fn is_author_link(node: &NodeRef<'_>) -> bool {
    let places = ["/author/", "/authors/", "/autor/", "/auteur/", "/by/", "/profile/", "/autori/"];
    node.has_name("a") && node.attr("href").is_some_and(|href| places.iter().any(|p| href.contains(p)))
}

fn is_classed(node: &NodeRef<'_>) -> bool {
    let class = node.class().unwrap_or_default().to_ascii_lowercase();
    let id = node.id_attr().unwrap_or_default().to_ascii_lowercase();
    let says = |word: &str| class.contains(word) || id.contains(word);
    says("byline") || says("p-author") || says("author") || says("writtenby")
}

fn in_comments(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).any(|n| {
        let class = n.class().unwrap_or_default().to_ascii_lowercase();
        let id = n.id_attr().unwrap_or_default().to_ascii_lowercase();
        ["comment", "related", "sidebar"].iter().any(|word| class.contains(word) || id.contains(word)) && !n.has_name("body") && !n.has_name("html")
    })
}

/// Reads the names out of bylines, each once. `strict` drops what is too long to be names.
fn names(lines: &[String], strict: bool) -> Vec<Text> {
    let mut found: Vec<Text> = Vec::new();
    for line in lines {
        let Some(line) = Text::some_line(line) else { continue };
        if strict && line.chars().count() > 100 {
            continue;
        }
        for name in split(&line) {
            if let Some(name) = name_of(&name)
                && !found.iter().any(|known| known.to_lowercase() == name.to_lowercase())
            {
                found.push(name);
            }
        }
    }
    found.truncate(20);
    found
}

fn split(line: &str) -> Vec<String> {
    let mut line = line.to_owned();
    for between in BETWEEN {
        line = line.replace(between, ",");
    }
    line.split([',', ';', '|', '•', '·', '/', '、']).map(str::to_owned).collect()
}

/// Returns the name in a part of a byline, or `None` when it holds none.
fn name_of(part: &str) -> Option<Text> {
    let mut name = part.trim();
    loop {
        let shorter = BEFORE.iter().find_map(|word| {
            let head = name.get(..word.len())?;
            let rest = name.get(word.len()..)?;
            let ends = word.ends_with(':') || rest.starts_with([' ', ':', '\u{a0}']);
            (ends && head.to_lowercase() == *word).then(|| rest.trim_start_matches([' ', ':', '\u{a0}']))
        });
        match shorter {
            Some(rest) if !rest.is_empty() => name = rest,
            _ => break,
        }
    }
    let name = name.split(" (").next().unwrap_or(name).trim().trim_end_matches(['.', ':', '-']).trim_end();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let bad = letters < 2
        || digits > 3
        || name.contains("://")
        || name.contains("www.")
        || name.starts_with('@')
        || name.contains('@')
        || name.split_whitespace().count() > 7
        || is_placeholder(name);
    if bad { None } else { Text::some_line(name) }
}
