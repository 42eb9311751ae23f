//! Owns what ties articles together: the works they cite and are, and how much of their words they
//! share. Pure: it refuses to know where articles are kept and how ties are shown.

pub mod key;
mod sketch;
pub mod works;

pub use sketch::{BINS, Sketch};

use crate::article::{Article, Source, Text};

/// What ties one article to others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ties {
    /// The keys under which a source may mean this article: its address, its title.
    pub own: Vec<u64>,
    /// The keys of every work it cites, each once.
    pub cites: Vec<u64>,
    /// Who published what it cites, once a citation.
    pub publishers: Vec<Text>,
    /// Who wrote it.
    pub authors: Vec<Text>,
    /// The tags its file gives it.
    pub tags: Vec<Text>,
    /// What its words look like from afar.
    pub sketch: Sketch,
}

impl Ties {
    /// Finds the ties of an article whose text folds to `folded`.
    pub fn of(article: &Article, folded: &str) -> Self {
        let mut cites: Vec<u64> = article.sources.iter().flat_map(key::all).collect();
        cites.sort_unstable();
        cites.dedup();
        Self {
            own: own(article),
            cites,
            publishers: article.sources.iter().filter_map(|source| source.publisher.clone()).collect(),
            authors: article.byline.clone(),
            tags: article.tags.clone(),
            sketch: Sketch::of(folded),
        }
    }
}

/// Returns the keys under which a source may mean an article.
pub fn own(article: &Article) -> Vec<u64> {
    let address = article.url.as_deref().and_then(key::address);
    let title = article.headline.as_deref().and_then(key::title);
    address.into_iter().chain(title).collect()
}

/// Returns the keys under which an article may be the work a source means.
pub fn meant(source: &Source) -> Vec<u64> {
    let address = source.url.as_deref().and_then(key::address);
    address.into_iter().chain(source.title.as_deref().and_then(key::title)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(title: &str, url: Option<&str>) -> Article {
        Article { headline: Some(Text::new(title)), url: url.and_then(Text::some_line), ..Article::default() }
    }

    fn source(publisher: &str, title: &str, url: Option<&str>) -> Source {
        Source {
            publisher: Text::some_line(publisher),
            title: Text::some_line(title),
            url: url.and_then(Text::some_line),
            ..Source::default()
        }
    }

    fn is_meant(source: &Source, article: &Article) -> bool {
        own(article).iter().any(|key| meant(source).contains(key))
    }

    #[test]
    fn a_source_means_the_article_with_its_address_or_its_title() {
        let tide = article("L’île aux marées", Some("https://www.quay.example/tides/?utm_source=mail"));
        assert!(is_meant(&source("", "", Some("http://quay.example/tides#top")), &tide));
        assert!(is_meant(&source("Quay", "L'ile aux Marées", None), &tide));
        assert!(!is_meant(&source("Quay", "L'ile aux Oiseaux", None), &tide));
        assert!(!is_meant(&source("", "", Some("https://quay.example/tide")), &tide));
    }

    #[test]
    fn a_work_is_known_by_address_or_by_title_and_publisher() {
        let keys = |s: &Source| key::work(s);
        let cited = source("Harbour Post", "The last lamp is out", Some("https://a.example/lamp"));
        let again = source("harbour post", "The Last Lamp Is Out", None);
        let other = source("Evening Bell", "The last lamp is out", None);
        assert!(keys(&again).iter().any(|key| keys(&cited).contains(key)));
        assert!(!keys(&other).iter().any(|key| keys(&cited).contains(key)));
    }
}
