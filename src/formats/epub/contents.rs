//! Owns the tables of contents of a book: what they call each document. It refuses their nesting,
//! which can be as deep as a file is long.

use std::collections::HashMap;

use rbook::Epub;
use rbook::epub::manifest::EpubManifestEntry;
use url::Url;

use super::{Capped, xhtml};
use crate::article::Text;
use crate::formats::html;
use crate::formats::links::Links;

/// The most bytes read of a table of contents.
const MOST_BYTES: usize = 2 << 20;
/// What the places in a book are made addresses with.
const ROOT: &str = "http://book.invalid/";

/// Returns the label of each document by its [`address`]: that of the first entry pointing into it.
pub(super) fn labels(book: &Epub) -> HashMap<String, Text> {
    let mut labels = HashMap::new();
    for document in book.manifest() {
        let is_nav = document.properties().has_property("nav");
        if !is_nav && document.media_type() != "application/x-dtbncx+xml" {
            continue;
        }
        let (Some(text), Some(base)) = (read(&document), address(document.href().as_str())) else { continue };
        let found = if is_nav { in_page(&text, &base) } else { in_tree(&text, &base) };
        for (place, label) in found {
            let document = place.split('#').next().unwrap_or(&place).to_owned();
            labels.entry(document).or_insert(label);
        }
    }
    labels
}

/// Makes an address of a place in the book, the same however its name was escaped.
pub(super) fn address(href: &str) -> Option<String> {
    let url = Url::parse(ROOT).ok()?.join(href.trim_start_matches('/')).ok()?;
    url.as_str().starts_with(ROOT).then(|| url.into())
}

fn read(document: &EpubManifestEntry<'_>) -> Option<String> {
    let mut page = Capped { bytes: Vec::new(), left: MOST_BYTES };
    document.copy_bytes(&mut page).ok()?;
    Some(String::from_utf8_lossy(&page.bytes).into_owned())
}

/// Reads the links of the page with the contents, leaving out its lists of pages and landmarks.
fn in_page(page: &str, base: &str) -> Vec<(String, Text)> {
    let start = page.find("\"toc\"").or_else(|| page.find("'toc'")).unwrap_or_default();
    let rest = page.get(start..).and_then(|rest| rest.split_once('>')).map_or(page, |(_, rest)| rest);
    let list = rest.split("</nav").next().unwrap_or(rest);
    let mut links = Links::new(Some(base));
    html::whole(&xhtml::as_html(list), &mut links);
    let links = links.into_list().into_iter().filter(|link| !link.text.is_empty());
    links.map(|link| (link.url.to_string(), link.text)).collect()
}

/// Reads the labels of the older form, `<navLabel><text>…</text></navLabel><content src="…"/>`, one
/// point after the other.
fn in_tree(tree: &str, base: &str) -> Vec<(String, Text)> {
    let Ok(base) = Url::parse(base) else { return Vec::new() };
    let points = tree.split("navPoint").filter_map(|point| {
        let (_, label) = point.split_once("<text>").or_else(|| point.split_once(":text>"))?;
        let (label, rest) = label.split_once('<')?;
        let (_, place) = rest.split_once("src=")?;
        let quote = place.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let place = place.get(1..)?.split(quote).next()?;
        Some((base.join(place).ok()?.into(), Text::some_line(&html::decoded(label))?))
    });
    points.collect()
}
