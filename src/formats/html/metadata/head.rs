//! Owns the head of a page: its meta tags, links and the comments that savers leave. It refuses to
//! weigh one against another.

use std::collections::HashMap;

use dom_query::Document;

/// Parts of the types of what is an article or a page, in lower case.
const ITEMS: &[&str] =
    &["article", "posting", "page", "report", "creativework", "review", "blog", "recipe", "book"];

/// The head of a page.
#[derive(Debug, Default)]
pub(super) struct Head {
    meta: HashMap<String, Vec<String>>,
    /// The address in `link rel=canonical`.
    pub(super) canonical: Option<String>,
    /// The address in `link rel=shortlink`.
    pub(super) short: Option<String>,
    /// The address that a clipper wrote on `html`.
    pub(super) saved_from: Option<String>,
    /// The address in `base`.
    pub(super) base: Option<String>,
    /// The tag in `html lang`.
    pub(super) language: Option<String>,
    /// The words of `title`.
    pub(super) title: Option<String>,
}

impl Head {
    /// Reads the head of `doc`; meta tags in the body count, as many sites put them there.
    pub(super) fn read(doc: &Document) -> Self {
        let mut head = Self::default();
        for node in doc.root().descendants_it().filter(dom_query::NodeRef::is_element) {
            if node.has_name("meta") {
                head.meta_tag(&node);
            } else if node.has_name("link") {
                head.link(&node);
            } else if node.has_name("base") && head.base.is_none() {
                head.base = node.attr("href").map(Into::into);
            } else if node.has_name("html") && head.language.is_none() {
                head.saved_from = node.attr("data-scrapbook-source").map(Into::into);
                head.language = node.attr("lang").or_else(|| node.attr("xml:lang")).map(Into::into);
            } else if node.has_name("title") && head.title.is_none() {
                let in_picture = node.ancestors_it(None).any(|n| n.has_name("svg"));
                head.title = Some(node.text().to_string()).filter(|t| !in_picture && !t.trim().is_empty());
            }
        }
        head
    }

    fn link(&mut self, node: &dom_query::NodeRef<'_>) {
        let rel = node.attr("rel").unwrap_or_default().to_ascii_lowercase();
        for word in rel.split_whitespace() {
            let field = match word {
                "canonical" => &mut self.canonical,
                "shortlink" => &mut self.short,
                _ => continue,
            };
            if field.is_none() {
                *field = node.attr("href").map(Into::into);
            }
        }
    }

    fn meta_tag(&mut self, node: &dom_query::NodeRef<'_>) {
        // An item about the page may name it by its identity alone; some write `value` where `content` belongs.
        let content = ["content", "value", "itemid"].iter().find_map(|key| node.attr(key));
        let Some(content) = content.map(|c| c.trim().to_owned()).filter(|c| !c.is_empty()) else {
            return;
        };
        for key in ["property", "name", "itemprop", "http-equiv"] {
            let Some(names) = node.attr(key).filter(|_| key != "itemprop" || is_of_the_page(node)) else {
                continue;
            };
            for name in names.split_whitespace() {
                self.meta.entry(name.to_ascii_lowercase()).or_default().push(content.clone());
            }
        }
    }

    /// Returns the first value of the first of these names that has one.
    pub(super) fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.meta.get(*name)?.first().cloned())
    }

    /// Returns every value of a name.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        self.meta.get(name).cloned().unwrap_or_default()
    }
}

/// Says whether a property is one of the article or its page, and not of something described in it: a picture, a
/// comment.
fn is_of_the_page(node: &dom_query::NodeRef<'_>) -> bool {
    let item = node.ancestors_it(None).find(|around| around.has_attr("itemscope"));
    let kind = item.and_then(|item| item.attr("itemtype")).unwrap_or_default().to_ascii_lowercase();
    kind.is_empty() || ITEMS.iter().any(|item| kind.contains(item))
}

/// Finds the address a saver wrote into a comment at the top of the file.
pub(super) fn saved_from(html: &str) -> Option<String> {
    let mut rest = html.get(..html.floor_char_boundary(8192)).unwrap_or(html);
    while let Some(at) = rest.find("<!--") {
        let comment = rest.get(at + 4..)?;
        let end = comment.find("-->").unwrap_or(comment.len());
        let inside = comment.get(..end).unwrap_or_default();
        if let Some(address) = in_comment(inside) {
            return Some(address);
        }
        rest = comment.get(end..).unwrap_or_default();
    }
    None
}

fn in_comment(comment: &str) -> Option<String> {
    let trimmed = comment.trim();
    if let Some(saved) = trimmed.strip_prefix("saved from url=") {
        let address = saved.strip_prefix('(').and_then(|s| s.split_once(')')).map_or(saved, |(_, url)| url);
        return Some(address.trim().to_owned());
    }
    if let Some(saved) = trimmed.strip_prefix("Saved from ").filter(|_| trimmed.contains("monolith")) {
        return saved.split_whitespace().next().map(str::to_owned);
    }
    if let Some(saved) = trimmed.strip_prefix("Mirrored from ").filter(|_| trimmed.contains("HTTrack")) {
        return saved.split_whitespace().next().map(|address| format!("https://{address}"));
    }
    if !trimmed.contains("SingleFile") {
        return None;
    }
    let line = trimmed.lines().find_map(|line| line.trim().strip_prefix("url:"))?;
    Some(line.trim().to_owned())
}
