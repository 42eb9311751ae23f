//! Owns finding who wrote an article. It refuses agencies' sign-offs, addresses and dates posing as
//! names.

use dom_query::NodeRef;

use super::{Page, Told, is_placeholder, signed};
use crate::article::{FoundIn, Text};
use crate::formats::people::{is_agency, is_job};

/// Words before a name that are not the name.
const BEFORE: &[&str] = &[
    "written by",
    "escrito por",
    "redactado por",
    "texto de",
    "scritto da",
    "a cura di",
    "geschreven door",
    "rédigé par",
    "écrit par",
    "propos recueillis par",
    "publié par",
    "verfasst von",
    "veröffentlicht von",
    "publicado por",
    "pubblicato da",
    "napisane przez",
    "opublikowane przez",
    "skrevet av",
    "skrevet af",
    "skriven av",
    "oleh",
    "penulis:",
    "yazan:",
    "yazar:",
    "haber:",
    "autorka:",
    "autorzy:",
    "autore:",
    "szerző:",
    "kirjoittaja:",
    "tekst:",
    "testo:",
    "texto:",
    "текст:",
    "מאת",
    "بقلم",
    "tác giả:",
    "作者：",
    "作者:",
    "文／",
    "文/",
    "posted by",
    "published by",
    "article by",
    "story by",
    "reported by",
    "words by",
    "a report by",
    "by",
    "par",
    "von",
    "por",
    "di",
    "da",
    "door",
    "av",
    "af",
    "text:",
    "texte",
    "autor:",
    "autorin:",
    "author:",
    "auteur:",
    "от",
    "автор:",
];
/// Desks and words of the page that stand where a name would.
const NOBODY: &[&str] = &[
    "red",
    "redaktion",
    "agenturen",
    "agencies",
    "agency",
    "staff",
    "news agencies",
    "posted on",
    "posted",
    "published",
    "updated",
    "author",
    "authors",
    "admin",
    "follow author",
    "share",
    "editor",
    "editorial",
    "newsroom",
    "guest author",
    "contributor",
];
/// Words between two names.
const BETWEEN: &[&str] =
    &[" and ", " et ", " und ", " y ", " e ", " en ", " og ", " och ", " & ", " i ", " with ", " и "];

/// What pages call the author in the label of a field, in part.
const AUTHOR_LABELS: &[&str] = &[
    "written by",
    "author",
    "verfasst von",
    "écrit par",
    "autor",
    "door",
    "escrito por",
    "scritto da",
    "autore",
    "napisane przez",
    "skrevet",
    "skriven",
    "yazan",
    "yazar",
    "автор",
    "kirjoittaja",
    "kirjoittanut",
    "szerző",
    "schrijver",
    "penulis",
    "作者",
    "著者",
    "執筆者",
    "投稿者",
    "글쓴이",
    "작성자",
    "מאת",
    "الكاتب",
];

/// Meta tags that hold names, best first.
const KEYS: &[&str] = &[
    "dc:creator",
    "dcterm:creator",
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
    "article:author_name",
    "authors",
    "citation_author",
    "og:author",
    "og:article:author",
    "article_author",
    "author-name",
    "author_name",
    "bt:author",
    "vr:author",
    "mediator_author",
    "creator",
    "byline",
    "twitter:data1",
];

/// Returns the names of those who wrote the article; the outlet itself only where nobody else is named.
pub(super) fn find(page: &Page<'_>) -> Told<Vec<Text>> {
    let mut house = (Vec::new(), FoundIn::Metadata);
    let linked = (names(&page.linked.authors(), false), FoundIn::JsonLd);
    let tagged = KEYS.iter().map(|key| (tagged(page, key), FoundIn::Metadata));
    for (found, place) in std::iter::once(linked).chain(tagged) {
        let (own, people): (Vec<Text>, Vec<Text>) = found.into_iter().partition(|name| is_house(page, name));
        if !people.is_empty() {
            return Some((people, place));
        }
        if house.0.is_empty() {
            house = (own, place);
        }
    }
    let shown = in_body(page);
    if shown.is_empty() && house.0.is_empty() {
        return agency(page);
    }
    let full = shown.iter().any(|name| name.contains(' ') && !is_house(page, name));
    Some(if house.0.is_empty() || full { (shown, FoundIn::Text) } else { house })
}

/// Returns the agency that stands where a name would, when the page names nobody else.
fn agency(page: &Page<'_>) -> Told<Vec<Text>> {
    let known = |line: &String| Text::some_line(line).filter(|line| is_agency(line)).map(|name| vec![name]);
    let linked = page.linked.authors().iter().find_map(known).map(|name| (name, FoundIn::JsonLd));
    let tagged = || KEYS.iter().find_map(|key| page.head.all(key).iter().find_map(known));
    linked.or_else(|| Some((tagged()?, FoundIn::Metadata)))
}

fn tagged(page: &Page<'_>, key: &str) -> Vec<Text> {
    let labelled =
        key != "twitter:data1" || says_author(&page.head.first(&["twitter:label1"]).unwrap_or_default());
    if labelled { names(&page.head.all(key), true) } else { Vec::new() }
}

/// Says whether a name is that of the outlet or of its site, not of a person.
fn is_house(page: &Page<'_>, name: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let name = letters(name);
    let outlet = page.outlet().map(|(outlet, _)| letters(&outlet)).unwrap_or_default();
    let host = page
        .url()
        .and_then(|(url, _)| url::Url::parse(&url).ok())
        .and_then(|url| url.host_str().map(letters));
    let host = host.unwrap_or_default();
    name.len() >= 3
        && (name == outlet || (!outlet.is_empty() && name.contains(&outlet)) || host.contains(&name))
}

fn says_author(label: &str) -> bool {
    let label = label.to_lowercase();
    AUTHOR_LABELS.iter().any(|w| label.contains(w))
}

/// Looks for the byline in the page itself: the first element that says it is one, and those of its
/// kind close to it; else the first link to an author's page.
fn in_body(page: &Page<'_>) -> Vec<Text> {
    let root = page.doc.root();
    let marked = root.descendants_it().filter(|n| n.is_element() && says_byline(n) && !in_comments(n));
    for node in marked {
        let first = names(&[name_in(&node)], true);
        if !first.is_empty() {
            return with_neighbours(&node, first);
        }
    }
    let linked = root.descendants_it().filter(|n| is_author_link(n) && !in_comments(n) && !in_frame(n));
    let linked = linked.map(|n| names(&[n.text().to_string()], true)).find(|found| !found.is_empty());
    linked.or_else(|| signed::under_the_headline(page)).unwrap_or_default()
}

fn says_byline(node: &NodeRef<'_>) -> bool {
    is_marked(node) || is_rel_author(node) || is_classed(node)
}

/// Adds the names in elements of the same kind beside `node`, such as the other authors' links.
fn with_neighbours(node: &NodeRef<'_>, mut found: Vec<Text>) -> Vec<Text> {
    let Some(parent) = node.parent() else { return found };
    let name = node.node_name();
    let beside =
        parent.children_it(false).filter(|n| n.id != node.id && n.node_name() == name && says_byline(n));
    for other in beside.flat_map(|n| names(&[name_in(&n)], true)) {
        if !found.contains(&other) {
            found.push(other);
        }
    }
    found
}

fn in_frame(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).any(|n| ["nav", "aside", "footer"].iter().any(|name| n.has_name(name)))
}

fn name_in(node: &NodeRef<'_>) -> String {
    let named = node.descendants_it().find(|n| n.attr("itemprop").is_some_and(|p| &*p == "name"));
    named.unwrap_or(*node).text().to_string()
}

fn is_marked(node: &NodeRef<'_>) -> bool {
    node.attr("itemprop").is_some_and(|p| p.split_whitespace().any(|p| p == "author"))
        && !node.has_name("meta")
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
        ["comment", "related", "sidebar"].iter().any(|word| class.contains(word) || id.contains(word))
            && !n.has_name("body")
            && !n.has_name("html")
    })
}

/// Reads the names out of bylines, each once. `strict` drops what is too long to be names.
fn names(lines: &[String], strict: bool) -> Vec<Text> {
    let mut found: Vec<Text> = Vec::new();
    for line in lines {
        let Some(line) = Text::some_line(line) else { continue };
        let line = without_brackets(&line);
        if (strict && line.chars().count() > 100) || line.contains("://") || line.contains("www.") {
            continue;
        }
        for name in split(&line) {
            if name.split_whitespace().any(is_job) {
                continue;
            }
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

fn without_brackets(line: &str) -> String {
    match (line.find(" ("), line.rfind(')')) {
        (Some(open), Some(close)) if open < close => {
            [line.get(..open), line.get(close + 1..)].into_iter().flatten().collect()
        }
        _ => line.to_owned(),
    }
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
        || is_agency(name)
        || NOBODY.contains(&name.to_lowercase().as_str())
        || digits > 3
        || name.contains("://")
        || name.contains("www.")
        || name.starts_with('@')
        || name.contains('@')
        || name.split_whitespace().count() > 7
        || is_placeholder(name);
    if bad { None } else { Text::some_line(name) }
}
