//! Owns the identity of an article: the same on every machine, through renames, moves and saves in
//! another format. It refuses to use the path, which is only a hint.

use std::fmt;
use std::str::FromStr;

use url::Url;
use xxhash_rust::xxh3::Xxh3;

use super::letters::{is_alphanumeric, push_lower};
use super::{Article, Field, FoundIn, measure, without_www};

/// The name of an article: 64 bits of its canonical URL, else of its GUID, else of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(u64);

/// Query parameters that say how a reader came to a page, not which page it is.
const TRACKING: &[&str] =
    &["fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref", "ref_src", "cmpid", "ncid", "smid", "xtor"];

impl ArticleId {
    /// Returns the id as a number, for tables and columns.
    pub fn number(self) -> u64 {
        self.0
    }

    /// Returns the id that [`Self::number`] gave the number of.
    pub fn from_number(number: u64) -> Self {
        Self(number)
    }

    /// Computes the identity of an article.
    pub fn of(article: &Article) -> Self {
        let url = article.url.as_deref().and_then(canonical_url);
        let mut hasher = Xxh3::new();
        match (url, &article.guid) {
            (Some(url), Some(guid)) if part_of(article.url.as_deref(), guid).is_some() => {
                hasher.update(b"url\0");
                hasher.update(url.as_bytes());
                hasher.update(b"#");
                hasher.update(part_of(article.url.as_deref(), guid).unwrap_or_default().as_bytes());
            }
            (Some(url), _) => {
                hasher.update(b"url\0");
                hasher.update(url.as_bytes());
            }
            (None, Some(guid)) => {
                hasher.update(b"guid\0");
                hasher.update(guid.as_bytes());
            }
            (None, None) => words(article, &mut hasher),
        }
        Self(hasher.digest())
    }
}

/// Returns the part of the page at `url` that `guid` names, if it is that page's address with a
/// fragment: several articles may share a page.
fn part_of<'a>(url: Option<&str>, guid: &'a str) -> Option<&'a str> {
    let page = url?.split('#').next()?;
    guid.strip_prefix(page)?.strip_prefix('#').filter(|part| !part.is_empty())
}

/// Feeds the letters and digits of headline and body, in lower case, so that spaces, quote marks
/// and markup do not change who the article is. A headline that is only the name of its file is left
/// out, for a file may be renamed; it has to do where there are no other words.
fn words(article: &Article, hasher: &mut Xxh3) {
    hasher.update(b"words\0");
    let mut letters = String::new();
    let mut fed = false;
    let mut feed = |text: &str| {
        letters.clear();
        if text.is_ascii() {
            let bare = text.bytes().filter(u8::is_ascii_alphanumeric);
            letters.extend(bare.map(|byte| char::from(byte.to_ascii_lowercase())));
        } else {
            text.chars().filter(|c| is_alphanumeric(*c)).for_each(|c| push_lower(c, &mut letters));
        }
        fed |= !letters.is_empty();
        hasher.update(letters.as_bytes());
        fed
    };
    let headline = article.headline.as_deref().unwrap_or_default();
    let borrowed = article.found_in(Field::Headline) == Some(FoundIn::FileName);
    if !borrowed {
        feed(headline);
    }
    measure::each_run(&article.body, &mut |text| {
        feed(text);
    });
    if borrowed && !feed("") {
        feed(headline);
    }
}

/// Returns the part of a web address that names the page: no scheme, `www.`, usual port, fragment,
/// trailing slash or tracking parameter. `None` when it is not a web address.
pub fn canonical_url(raw: &str) -> Option<String> {
    let url = Url::parse(raw).ok().filter(|u| matches!(u.scheme(), "http" | "https"))?;
    let mut out = without_www(url.host_str()?).to_owned();
    if let Some(port) = url.port() {
        out = format!("{out}:{port}");
    }
    out.push_str(url.path().trim_end_matches('/'));
    let mut separator = '?';
    for (key, value) in url.query_pairs() {
        if key.starts_with("utm_") || TRACKING.contains(&key.as_ref()) {
            continue;
        }
        out.push(separator);
        out.push_str(&key);
        out.push('=');
        out.push_str(&value);
        separator = '&';
    }
    Some(out)
}

impl fmt::Display for ArticleId {
    /// Writes sixteen hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Said of a string that is not sixteen hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an article id has sixteen hexadecimal digits")]
pub struct NotAnId;

impl FromStr for ArticleId {
    type Err = NotAnId;
    fn from_str(s: &str) -> Result<Self, NotAnId> {
        if s.len() != 16 || !s.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(NotAnId);
        }
        u64::from_str_radix(s, 16).map(Self).map_err(|_not_hex| NotAnId)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Inline, Text};

    fn article(url: Option<&str>, words: &str) -> Article {
        Article {
            url: url.map(Text::new),
            body: vec![Block::Paragraph(vec![Inline::plain(Text::new(words))])],
            ..Article::default()
        }
    }

    #[test]
    fn the_page_counts_and_not_the_way_there() {
        let a = ArticleId::of(&article(Some("https://www.a.example/x/?utm_source=mail&id=3#top"), "one"));
        let b = ArticleId::of(&article(Some("http://a.example/x?id=3"), "two"));
        assert_eq!(a, b);
    }

    #[test]
    fn the_port_of_an_address_tells_one_site_from_another() {
        let of = |address| ArticleId::of(&article(Some(address), "one"));
        assert_ne!(of("http://box.example:8080/x"), of("http://box.example:8081/x"));
        assert_eq!(of("https://box.example:443/x"), of("http://box.example:80/x"));
    }

    #[test]
    fn articles_that_share_a_page_are_told_apart_by_a_guid_on_it() {
        let page = Some("https://a.example/log#may");
        let part = |guid| Article { guid: Some(Text::new(guid)), ..article(page, "one") };
        let (may, june) = (part("https://a.example/log#may"), part("https://a.example/log#june"));
        assert_ne!(ArticleId::of(&may), ArticleId::of(&june));
        assert_eq!(ArticleId::of(&part("tag:a.example,7")), ArticleId::of(&article(page, "two")));
    }

    #[test]
    fn without_an_address_the_words_count() {
        let a = ArticleId::of(&article(None, "« L’armée »"));
        assert_eq!(a, ArticleId::of(&article(None, "\"L'armée\"")));
        assert_ne!(a, ArticleId::of(&article(None, "L'armee")));
        assert_eq!(a.to_string().parse(), Ok(a));
    }

    #[test]
    fn a_headline_that_is_only_the_name_of_the_file_is_not_who_the_article_is() {
        let named = |name: &str, words: &str| {
            let mut named = Article { headline: Some(Text::new(name)), ..article(None, words) };
            named.note(FoundIn::FileName);
            ArticleId::of(&named)
        };
        assert_eq!(named("a", "No boat came."), named("b", "No boat came."));
        assert_ne!(named("a", "No boat came."), named("a", "One boat came."));
        assert_ne!(named("a", ""), named("b", ""), "without any words the name has to do");
        let titled = Article { headline: Some(Text::new("a")), ..article(None, "No boat came.") };
        assert_ne!(ArticleId::of(&titled), named("a", "No boat came."), "its own headline counts");
    }
}
