//! Owns sources (the works an article rests on) and links, and which of them may be opened. It
//! refuses to open anything: that is the runtime's, on the reader's word.

use jiff::civil::Date;
use url::Url;

use super::Text;

/// A work or person the article rests on, as its list of sources names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// The number shown to the reader, from 1.
    pub number: u32,
    /// Who published it.
    pub publisher: Option<Text>,
    /// Where the publisher sits.
    pub city: Option<Text>,
    /// What the work is called.
    pub title: Option<Text>,
    /// The day it appeared.
    pub date: Option<Date>,
    /// Where it can be read.
    pub url: Option<Text>,
    /// The line of the article it was read from, whole.
    pub raw: Text,
}

/// Any hyperlink of the body, numbered once per address in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The number shown to the reader, from 1.
    pub number: u32,
    /// The words of its first appearance.
    pub text: Text,
    /// The address as the article gives it, made absolute where the article's own URL is known.
    pub url: Text,
}

/// An address newsprint is willing to hand to the browser: `http` or `https`, with a host, without
/// credentials, serialised by the URL standard (so it holds no space, quote, control or leading dash).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeUrl(Url);

/// The longest address handed on, in bytes; browsers and terminals agree on about this much.
const LONGEST_URL: usize = 2083;

impl SafeUrl {
    /// Parses `raw` and returns it if it is on the allow-list.
    pub fn new(raw: &str) -> Option<Self> {
        let mut url = Url::parse(raw.trim()).ok()?;
        if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none_or(str::is_empty) {
            return None;
        }
        if !url.username().is_empty() || url.password().is_some() {
            url.set_username("").ok()?;
            url.set_password(None).ok()?;
        }
        (url.as_str().len() <= LONGEST_URL).then_some(Self(url))
    }

    /// Returns the serialised address: ASCII, absolute.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Returns the host in ASCII (punycode), so that look-alike letters cannot pass for others.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// Returns the end of the host that says who answers, whatever stands before it: the name someone registered,
    /// `harbour.example` or `harbour.co.uk`. Of addresses in numbers it is all.
    pub fn site(&self) -> &str {
        let host = self.host();
        if !matches!(self.0.host(), Some(url::Host::Domain(_))) {
            return host;
        }
        let names: Vec<&str> = host.trim_end_matches('.').split('.').collect();
        // Below a country, one short name more tells what kind of site it is: co, com, gov, ac.
        let kept = match names.as_slice() {
            [.., kind, country] if country.len() == 2 && kind.len() <= 3 => 3,
            _ => 2,
        };
        let before: usize = names.iter().rev().skip(kept).map(|name| name.len() + 1).sum();
        host.get(before..).unwrap_or(host)
    }

    /// Makes the address at which a web search looks for words; `{query}` stands in the template where they go.
    pub fn search(template: &str, words: &str) -> Option<Self> {
        let query: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
        Self::new(&template.replace("{query}", &query))
    }
}

impl Source {
    /// Returns the words a web search for this source would use: the title quoted, the publisher after.
    pub fn search_words(&self) -> String {
        let title = self.title.as_ref().map_or_else(|| self.raw.to_string(), |t| format!("\"{t}\""));
        match &self.publisher {
            Some(publisher) if self.title.is_some() => format!("{title} {publisher}"),
            _ => title,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_pass() {
        for bad in
            ["javascript:alert(1)", "file:///etc/passwd", "-x", "x.html", "ftp://a", "data:text/html,x"]
        {
            assert_eq!(SafeUrl::new(bad), None, "{bad}");
        }
        assert_eq!(
            SafeUrl::new("https://a.example/b c").map(|u| u.as_str().to_owned()).as_deref(),
            Some("https://a.example/b%20c")
        );
    }

    #[test]
    fn who_answers_is_told_by_the_end_of_the_host() {
        for (address, site) in [
            ("https://www.bank.example.com.harbour.example/login", "harbour.example"),
            ("https://news.harbour.co.uk", "harbour.co.uk"),
            ("https://harbour.example/", "harbour.example"),
            ("http://192.168.10.20/", "192.168.10.20"),
            ("http://localhost:8000/", "localhost"),
        ] {
            assert_eq!(SafeUrl::new(address).unwrap().site(), site);
        }
    }

    #[test]
    fn look_alike_hosts_are_spelt_out_and_credentials_go() {
        assert_eq!(
            SafeUrl::new("https://аррӏе.com/").map(|u| u.host().to_owned()).as_deref(),
            Some("xn--80ak6aa92e.com")
        );
        assert_eq!(
            SafeUrl::new("https://bank.example@evil.example/").map(|u| u.as_str().to_owned()).as_deref(),
            Some("https://evil.example/")
        );
    }
}
