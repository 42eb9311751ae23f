//! Owns what a page says about itself: headline, byline, dates, address, outlet. It refuses to look
//! for the body.

mod byline;
mod dates;
mod head;
mod json_ld;
mod marked;
mod shown_dates;
mod title;

use dom_query::{Document, NodeRef};

use crate::article::letters::bare;
use crate::article::{Article, Field, FoundIn, Language, Places, Text, without_www};
pub(super) use byline::whole_names;
use head::Head;
use json_ld::Linked;
pub(super) use title::is_like;

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

    /// Returns the heading over the article: the first top one that the title of the page says, else the first of
    /// them, else the first below that which the title holds.
    fn heading(&self) -> Option<NodeRef<'d>> {
        let lower = || {
            let title = bare(self.head.title.as_deref()?);
            let says_title = |node: &&NodeRef<'_>| {
                let words = node.text();
                words.split_whitespace().nth(2).is_some() && title.contains(&bare(&words))
            };
            self.doc.select("h2, h3").nodes().iter().find(says_title).copied()
        };
        let tops = self.doc.select("h1");
        let said = || {
            let title = self.head.title.as_deref()?;
            tops.nodes().iter().find(|node| is_like(&node.text(), title)).copied()
        };
        let several = tops.nodes().len() > 1;
        several.then(said).flatten().or_else(|| tops.nodes().first().copied()).or_else(lower)
    }

    /// Fills every field of an article but its body.
    pub(super) fn describe(&self, article: &mut Article) {
        let places = &mut article.provenance.places;
        article.language = told(places, Field::Language, self.language());
        article.outlet = told(places, Field::Outlet, self.outlet().or_else(|| title::site(self)));
        article.url = told(places, Field::Url, self.url());
        article.headline = told(places, Field::Headline, title::find(self));
        article.byline = told(places, Field::Byline, byline::find(self)).unwrap_or_default();
        article.published = dates::published(self, article.url.as_deref());
        // A change cannot be older than what it changed.
        let published = article.published.map(|published| published.at.day);
        let updated = dates::updated(self).filter(|(at, _)| published.is_none_or(|day| at.day >= day));
        article.updated = told(places, Field::Updated, updated);
        article.standfirst = told(places, Field::Standfirst, self.standfirst());
        article.tags = told(places, Field::Tags, self.tags()).unwrap_or_default();
    }

    /// Says whether a page gives no name for itself but the title of its window.
    pub(super) fn is_named_by_its_window(&self) -> bool {
        title::is_from_window(self)
    }

    /// Says whether a name is that of the outlet.
    pub(super) fn is_house(&self, name: &str) -> bool {
        byline::is_house(self, name)
    }

    /// Returns the top headings of the page, but for one that only ends the path to it.
    pub(super) fn top_headings(&self) -> Vec<Text> {
        let headings = self.doc.select("h1");
        let shown = headings.nodes().iter().filter(|node| !in_path(node));
        shown.filter_map(|node| Text::some_line(&node.text())).collect()
    }

    /// Returns the whole text of the article where the page gives it to machines.
    pub(super) fn body(&self) -> Option<String> {
        self.linked.text("articleBody")
    }

    fn language(&self) -> Told<Language> {
        let given = [
            meta(self.head.language.clone()),
            linked(self.linked.text("inLanguage")),
            meta(self.head.first(&[
                "content-language",
                "og:locale",
                "dc.language",
                "dcterms.language",
                "language",
            ])),
        ];
        let mut given = given.into_iter().flatten().filter(|(tag, _)| !is_encoding(tag));
        given.find_map(|(tag, place)| Some((Language::parse(&tag)?, place)))
    }

    fn outlet(&self) -> Told<Text> {
        let given = [
            meta(self.head.first(&["og:site_name"])),
            linked(self.linked.name_of("publisher")),
            meta(self.head.first(&["application-name"])),
        ];
        first_line(given).filter(|(name, _)| !is_placeholder(name))
    }

    /// Returns the address of the page: where it was saved, where it says it belongs. When two of
    /// its own claims name different sites it is a copy, and the social one names this copy.
    fn url(&self) -> Told<Text> {
        let whole = |url: String| self.whole(&url);
        let social = self.head.first(&["og:url"]).map(whole).filter(|url| is_page(url));
        let canonical = self.head.canonical.clone().map(whole).filter(|url| is_page(url));
        let copied = match (&social, &canonical) {
            (Some(social), Some(canonical)) => site(social) != site(canonical),
            _ => false,
        };
        let first = if copied { social.clone() } else { canonical };
        let given = [
            meta(self.saved_from.clone()),
            meta(self.head.saved_from.clone()),
            meta(first),
            meta(social),
            linked(self.linked.address()),
            meta(self.head.first(&[
                "twitter:url",
                "parsely-link",
                "url",
                "mainentityofpage",
                "citation_public_url",
                "dc.identifier",
            ])),
            meta(self.head.short.clone()),
        ];
        let (url, place) = given.into_iter().flatten().find(|(url, _)| is_page(url))?;
        Some((Text::some_line(&url)?, place))
    }

    /// Returns an address with what it leaves out: its scheme, or the site that the page names as its base.
    fn whole(&self, address: &str) -> String {
        let address = address.trim();
        let base = self.head.base.as_deref().unwrap_or("https:");
        let joined = match address.strip_prefix("//") {
            Some(rest) => Some(format!("https://{rest}")),
            None if address.starts_with('/') => {
                url::Url::parse(base).ok().and_then(|base| base.join(address).ok()).map(String::from)
            }
            None => None,
        };
        joined.unwrap_or_else(|| address.to_owned())
    }

    fn standfirst(&self) -> Told<Text> {
        let given = [
            meta(self.head.first(&["og:description"])),
            linked(self.linked.text("description")),
            meta(self.head.first(&["description", "twitter:description", "dc.description"])),
        ];
        first_line(given).filter(|(text, _)| !is_placeholder(text))
    }

    fn tags(&self) -> Told<Vec<Text>> {
        let given = [
            (self.head.all("article:tag"), FoundIn::Metadata),
            (self.linked.list("keywords"), FoundIn::JsonLd),
            (self.head.all("news_keywords"), FoundIn::Metadata),
            (self.head.all("keywords"), FoundIn::Metadata),
        ];
        let (given, place) = given.into_iter().find(|(given, _)| !given.is_empty())?;
        let split = given.iter().flat_map(|line| line.split([',', ';']));
        let mut tags: Vec<Text> = Vec::new();
        for tag in split.filter_map(Text::some_line) {
            if tag.chars().count() <= 40 && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags.truncate(20);
        Some((tags, place))
    }
}

/// A value, and where the page gives it.
type Told<T> = Option<(T, FoundIn)>;

/// Returns a value, and notes where it stood.
fn told<T>(places: &mut Places, field: Field, found: Told<T>) -> Option<T> {
    let (value, place) = found?;
    places.set(field, place);
    Some(value)
}

fn meta(value: Option<String>) -> Told<String> {
    value.map(|value| (value, FoundIn::Metadata))
}

fn linked(value: Option<String>) -> Told<String> {
    value.map(|value| (value, FoundIn::JsonLd))
}

/// Returns the first value that says anything.
fn first_line<const N: usize>(given: [Told<String>; N]) -> Told<Text> {
    given.into_iter().flatten().find_map(|(value, place)| Some((Text::some_line(&value)?, place)))
}

/// Returns the site of an address: its host without `www.`.
pub(super) fn site(address: &str) -> Option<String> {
    url::Url::parse(address.trim()).ok()?.host_str().map(|host| without_www(host).to_owned())
}

/// Says whether an element stands in the path that leads to a page.
fn in_path(node: &NodeRef<'_>) -> bool {
    std::iter::once(*node).chain(node.ancestors_it(Some(4))).any(|n| {
        let says =
            |name: &str| n.attr(name).is_some_and(|value| value.to_ascii_lowercase().contains("breadcrumb"));
        n.has_name("nav") || ["class", "id", "aria-label", "data-testid"].into_iter().any(says)
    })
}

/// Says whether a value that should be a language is an encoding: `utf-8`.
fn is_encoding(tag: &str) -> bool {
    let lower = tag.trim().to_ascii_lowercase();
    ["utf", "iso-", "iso8", "windows-", "text/"].iter().any(|encoding| lower.starts_with(encoding))
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
