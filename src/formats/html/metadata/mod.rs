//! Owns what a page says about itself: headline, byline, dates, address, outlet. It refuses to look
//! for the body.

mod byline;
mod dates;
mod head;
mod json_ld;
mod title;

use dom_query::Document;

use crate::article::{Article, Language, Text};
use head::Head;
use json_ld::Linked;

/// What a page says about itself, ready to be read field by field.
pub(super) struct Page<'d> {
    doc: &'d Document,
    head: Head,
    linked: Linked,
    saved_from: Option<String>,
}

impl<'d> Page<'d> {
    /// Collects the metadata of a page; `html` is what it was parsed from.
    pub(super) fn new(doc: &'d Document, html: &str) -> Self {
        Self { doc, head: Head::read(doc), linked: Linked::read(doc), saved_from: head::saved_from(html) }
    }

    /// Fills every field of an article but its body.
    pub(super) fn describe(&self, article: &mut Article) {
        article.language = self.language();
        article.outlet = self.outlet();
        article.url = self.url();
        article.headline = title::find(self);
        if article.outlet.is_none() {
            article.outlet = title::site(self);
        }
        article.byline = byline::find(self);
        article.published = dates::published(self, article.url.as_deref());
        article.updated = dates::updated(self);
        article.standfirst = self.standfirst();
        article.tags = self.tags();
    }

    fn language(&self) -> Option<Language> {
        let declared = self.head.language.clone();
        let tags = [
            declared,
            self.linked.text("inLanguage"),
            self.head.first(&[
                "content-language",
                "og:locale",
                "dc.language",
                "dcterms.language",
                "language",
            ]),
        ];
        tags.into_iter().flatten().find_map(|tag| Language::parse(&tag))
    }

    fn outlet(&self) -> Option<Text> {
        let names = [self.head.first(&["og:site_name"]), self.linked.name_of("publisher")];
        let found = names.into_iter().flatten().find_map(|name| Text::some_line(&name));
        let found = found.or_else(|| Text::some_line(&self.head.first(&["application-name"])?));
        found.filter(|name| !is_placeholder(name))
    }

    /// Returns the address of the page: where it was saved, where it says it belongs. When two of
    /// its own claims name different sites it is a copy, and the social one names this copy.
    fn url(&self) -> Option<Text> {
        let social = self.head.first(&["og:url"]).filter(|url| is_page(url));
        let canonical = self.head.canonical.clone().filter(|url| is_page(url));
        let copied = match (&social, &canonical) {
            (Some(social), Some(canonical)) => site(social) != site(canonical),
            _ => false,
        };
        let first = if copied { social.clone() } else { canonical };
        let rest = [social, self.linked.address(), self.head.first(&["twitter:url", "parsely-link"])];
        let given = [self.saved_from.clone(), first].into_iter().chain(rest);
        given.flatten().find(|url| is_page(url)).and_then(|url| Text::some_line(&url))
    }

    fn standfirst(&self) -> Option<Text> {
        let given = [
            self.head.first(&["og:description"]),
            self.linked.text("description"),
            self.head.first(&["description", "twitter:description", "dc.description"]),
        ];
        given
            .into_iter()
            .flatten()
            .find_map(|text| Text::some_line(&text))
            .filter(|text| !is_placeholder(text))
    }

    fn tags(&self) -> Vec<Text> {
        let mut given = self.head.all("article:tag");
        if given.is_empty() {
            given = self.linked.list("keywords");
        }
        if given.is_empty() {
            given = self.head.all("news_keywords");
        }
        if given.is_empty() {
            given = self.head.all("keywords");
        }
        let split = given.iter().flat_map(|line| line.split([',', ';']));
        let mut tags: Vec<Text> = Vec::new();
        for tag in split.filter_map(Text::some_line) {
            if tag.chars().count() <= 40 && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags.truncate(20);
        tags
    }
}

/// Returns the site of an address: its host without `www.`.
fn site(address: &str) -> Option<String> {
    let host = url::Url::parse(address.trim()).ok()?.host_str()?.to_owned();
    Some(host.strip_prefix("www.").map_or(host.clone(), str::to_owned))
}

/// Says whether an address is that of a page, not only of a site.
fn is_page(address: &str) -> bool {
    url::Url::parse(address.trim()).is_ok_and(|url| {
        matches!(url.scheme(), "http" | "https") && (url.path().len() > 1 || url.query().is_some())
    })
}

/// Says whether a value was never filled in: `{{title}}`, `undefined`, `#author.fullName`.
pub(super) fn is_placeholder(value: &str) -> bool {
    let lower = value.trim().to_ascii_lowercase();
    matches!(
        lower.as_str(),
        "" | "null" | "undefined" | "none" | "nan" | "[object object]" | "n/a" | "unknown"
    ) || lower.starts_with("{{")
        || lower.starts_with("${")
        || lower.starts_with('#')
        || lower.starts_with('%')
}
