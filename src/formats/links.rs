//! Owns numbering the links of an article: once per address, in reading order. It refuses to judge
//! them: whether one may be opened is `article::source`'s.

use std::collections::HashMap;

use url::Url;

use crate::article::{Link, Text, without_www};

/// Collects links while a body is read.
#[derive(Debug, Default)]
pub struct Links {
    base: Option<Url>,
    list: Vec<Link>,
    numbers: HashMap<Text, u32>,
    asked: usize,
}

/// The most links a body has, repeated ones counted; no writing has more, and each costs memory.
const MOST: usize = 100_000;

/// Beginnings of what runs, holds its own content, or names a file of whoever saved the page.
const LOCAL: &[&str] = &["javascript:", "vbscript:", "data:", "file:", "blob:", "about:"];

impl Links {
    /// Starts a list; relative addresses are resolved against `base` when it is a web address.
    pub fn new(base: Option<&str>) -> Self {
        Self { base: base.and_then(|b| Url::parse(b).ok()), ..Self::default() }
    }

    /// Returns the number of an address, new or known. `None` for an empty address, a mere fragment
    /// (`#top`), an address that leads nowhere on the web, and whatever comes after the first 100,000.
    pub fn number(&mut self, address: &str, words: &str) -> Option<u32> {
        let address = address.trim();
        let leads_nowhere = LOCAL.iter().any(|scheme| {
            address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        });
        if address.is_empty() || address.starts_with('#') || leads_nowhere {
            return None;
        }
        self.asked += 1;
        if self.is_full() {
            return None;
        }
        let whole = address.starts_with("https://") || address.starts_with("http://");
        let base = self.base.as_ref().filter(|_| !whole && Url::parse(address).is_err());
        let absolute = base.and_then(|base| base.join(address).ok()).map(String::from);
        let url = Text::line(absolute.as_deref().unwrap_or(address));
        if let Some(number) = self.numbers.get(&url).copied() {
            self.name(number, words);
            return Some(number);
        }
        let number = u32::try_from(self.list.len() + 1).ok()?;
        self.numbers.insert(url.clone(), number);
        self.list.push(Link { number, text: Text::line(words), url });
        Some(number)
    }

    /// Returns the number of an article of the same writer, given by its name: a link that leads nowhere on
    /// the web, kept as it was written.
    pub fn own(&mut self, name: &str) -> Option<u32> {
        let base = self.base.take();
        let number = self.number(name, "");
        self.base = base;
        number
    }

    /// Returns the address a number stands for.
    pub fn address(&self, number: u32) -> Option<&str> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.list.get(index).map(|link| link.url.as_str())
    }

    /// Says whether no more links are taken.
    pub fn is_full(&self) -> bool {
        self.asked > MOST
    }

    /// Gives a numbered link its words, unless it has some already.
    pub fn name(&mut self, number: u32, words: &str) {
        let index = usize::try_from(number).ok().and_then(|n| n.checked_sub(1));
        if let Some(link) = index.and_then(|i| self.list.get_mut(i)).filter(|link| link.text.is_empty()) {
            link.text = Text::line(words);
        }
    }

    /// Returns the links in order. One without words, as a picture that nobody described, is called by where
    /// it leads.
    pub fn into_list(mut self) -> Vec<Link> {
        for link in self.list.iter_mut().filter(|link| link.text.is_empty()) {
            link.text = Text::line(&place(&link.url));
        }
        self.list
    }
}

/// Returns where an address leads: its host, or else the whole of it.
fn place(address: &str) -> String {
    let url = Url::parse(address).ok();
    let host = url.as_ref().and_then(Url::host_str).map(without_www);
    host.unwrap_or(address).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_or_names_a_file_is_no_link() {
        let mut links = Links::new(Some("https://quay.example/nets/"));
        for address in
            ["JavaScript:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/hosts", "#top", " "]
        {
            assert_eq!(links.number(address, "here"), None, "{address}");
        }
        assert_eq!(links.number("../tar", "tar"), Some(1));
        assert_eq!(links.into_list()[0].url, "https://quay.example/tar");
    }

    #[test]
    fn a_link_without_words_is_called_by_where_it_leads() {
        let mut links = Links::default();
        for address in ["https://www.quay.example/lamp.jpg", "/wiki/File:Lamp.jpg", "mailto:ada@quay.example"]
        {
            links.number(address, "");
        }
        links.number("https://www.quay.example/lamp.jpg", " ");
        links.number("https://nets.example/", "");
        links.number("https://nets.example/", "the nets");
        let words: Vec<String> = links.into_list().iter().map(|link| link.text.to_string()).collect();
        assert_eq!(words, ["quay.example", "/wiki/File:Lamp.jpg", "mailto:ada@quay.example", "the nets"]);
    }
}
