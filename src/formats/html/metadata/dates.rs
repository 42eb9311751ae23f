//! Owns finding when a page says it appeared and was changed. It refuses dates of anything but the
//! article: comments, neighbours, the day it was saved.

use dom_query::NodeRef;

use super::{Page, Told};
use crate::article::{FoundIn, Moment, Published};
use crate::formats::dates::{self, Reading};

/// Meta tags that hold the day of publication, best first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "date_published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.published",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "publication_date",
    "article.published",
    "date",
    "article:date",
    "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "bt:pubdate",
    "displaydate",
    "datecreated",
    "rnews:datepublished",
    "originalpublicationdate",
    "published-date",
    "article:post_date",
    "iptc:publicationdate",
    "last-modified-original",
    "prism.publicationdate",
    "dc:date",
    "dc:issued",
    "dc:created",
    "dcterms:issued",
    "dcterms:created",
    "dcterms:date",
    "dcterm:date",
    "article:published_date",
    "article.created",
    "article_date_original",
    "og:pubdate",
    "og:publish_date",
    "og:article:date",
    "publish_time",
    "publishtime",
    "published_date",
    "publicationdate",
    "pub_date",
    "mediator_published_time",
    "vr:published_time",
    "apub:time",
    "weibo:article:create_at",
    "release_date",
    "creation_date",
    "citation_online_date",
];
/// Meta tags that hold the day of the last change.
const UPDATED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "article:modified",
    "lastmod",
    "last-modified",
    "revised",
];

impl Page<'_> {
    fn reading(&self) -> Reading {
        let region = self.head.language.as_deref().unwrap_or_default().to_ascii_lowercase();
        let locale = self.head.first(&["og:locale"]).unwrap_or_default().to_ascii_lowercase();
        let month_first = region.replace('_', "-") == "en-us" || locale.replace('_', "-") == "en-us";
        Reading { language: self.language().map(|(tag, _)| tag), month_first, newest: None }
    }
}

/// Returns when the article was published; `url` is its address.
pub(super) fn published(page: &Page<'_>, url: Option<&str>) -> Option<Published> {
    let reading = page.reading();
    let read = |text: String| moment(&text, reading);
    let linked = |key: &str| page.linked.text(key).and_then(read);
    let tagged = || PUBLISHED.iter().find_map(|key| page.head.first(&[key]).and_then(read));
    let from = |from: FoundIn| move |at: Moment| Published { at, from };
    let in_url = || url.and_then(dates::in_url).map(Moment::from);
    linked("datePublished")
        .map(from(FoundIn::JsonLd))
        .or_else(|| tagged().map(from(FoundIn::Metadata)))
        .or_else(|| linked("dateCreated").map(from(FoundIn::JsonLd)))
        .or_else(|| marked_time(page, reading).map(from(FoundIn::Metadata)))
        .or_else(|| near_headline(page, reading).map(from(FoundIn::Text)))
        .or_else(|| in_url().map(from(FoundIn::Url)))
}

/// Returns when the article was last changed.
pub(super) fn updated(page: &Page<'_>) -> Told<Moment> {
    let reading = page.reading();
    let linked = page.linked.text("dateModified").and_then(|text| moment(&text, reading));
    let tagged = || UPDATED.iter().find_map(|key| moment(&page.head.first(&[key])?, reading));
    linked.map(|at| (at, FoundIn::JsonLd)).or_else(|| Some((tagged()?, FoundIn::Metadata)))
}

/// Reads a machine's date, or the date somewhere in a short line.
fn moment(text: &str, reading: Reading) -> Option<Moment> {
    let text = text.trim();
    dates::parse(text, reading).or_else(|| dates::find(text, reading).map(|(_, at)| at))
}

/// Reads the first `time` of the article, its machine date before its words.
fn marked_time(page: &Page<'_>, reading: Reading) -> Option<Moment> {
    let marked: Vec<NodeRef<'_>> =
        page.doc.root().descendants_it().filter(is_date).filter(|n| !is_beside(n)).collect();
    let says = |n: &&NodeRef<'_>, word: &str| {
        let marks = [n.attr("itemprop"), n.attr("class"), n.attr("pubdate").map(|_| "published".into())];
        marks.into_iter().flatten().any(|mark| mark.to_ascii_lowercase().contains(word))
    };
    let best = marked.iter().find(|n| says(n, "publish") && !says(n, "modified") && !says(n, "updated"));
    let rest = marked.iter().filter(|n| !says(n, "modified") && !says(n, "updated"));
    best.into_iter().chain(rest).find_map(|node| {
        let stamp = node.attr("datetime").or_else(|| node.attr("content"));
        stamp.and_then(|s| moment(&s, reading)).or_else(|| moment(&short(&node.text())?, reading))
    })
}

fn is_date(node: &NodeRef<'_>) -> bool {
    node.has_name("time")
        || node.has_name("relative-time")
        || node
            .attr("itemprop")
            .is_some_and(|p| matches!(&*p, "datePublished" | "dateCreated" | "dateModified"))
}

/// Says whether a node belongs to a comment, a list of other articles or the page's frame.
fn is_beside(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).any(|n| {
        if n.has_name("aside") || n.has_name("footer") || n.has_name("nav") {
            return true;
        }
        let class = n.class().unwrap_or_default().to_ascii_lowercase();
        !n.has_name("body")
            && !n.has_name("html")
            && ["comment", "related", "sidebar", "teaser"].iter().any(|word| class.contains(word))
    })
}

/// Looks for a date line near the first top heading: up to a few elements before or after it, or in
/// an element whose class says date.
fn near_headline(page: &Page<'_>, reading: Reading) -> Option<Moment> {
    let root = page.doc.root();
    let classed = root.descendants_it().filter(|n| n.is_element() && says_date(n) && !is_beside(n));
    let in_classed = classed.filter_map(|n| short(&n.text())).find_map(|text| moment(&text, reading));
    if in_classed.is_some() {
        return in_classed;
    }
    let heading = page.heading()?;
    let around = std::iter::once(heading).chain(heading.ancestors_it(Some(3)));
    for place in around {
        let mut next = place.next_sibling();
        for _ in 0..6 {
            let Some(here) = next else { break };
            if let Some(at) = short(&here.text()).and_then(|text| moment(&text, reading)) {
                return Some(at);
            }
            next = here.next_sibling();
        }
        let before = place.prev_sibling().and_then(|n| if n.is_text() { n.prev_sibling() } else { Some(n) });
        if let Some(at) = before.and_then(|n| short(&n.text())).and_then(|text| moment(&text, reading)) {
            return Some(at);
        }
    }
    None
}

fn says_date(node: &NodeRef<'_>) -> bool {
    let class = node.class().unwrap_or_default().to_ascii_lowercase();
    let id = node.id_attr().unwrap_or_default().to_ascii_lowercase();
    let words = |marks: &str| {
        marks.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
            matches!(
                word,
                "date"
                    | "dateline"
                    | "pubdate"
                    | "published"
                    | "timestamp"
                    | "publishdate"
                    | "datum"
                    | "fecha"
                    | "postdate"
            )
        })
    };
    words(&class) || words(&id)
}

/// Returns a line short enough to be a date line, white space folded.
fn short(text: &str) -> Option<String> {
    let mut line = String::new();
    for word in text.split_whitespace() {
        line.push_str(word);
        line.push(' ');
        if line.len() > 160 {
            return None;
        }
    }
    Some(line.trim_end().to_owned()).filter(|line| !line.is_empty())
}
