//! Owns which pictures of an article can be looked at apart from it, and the numbers they go by. It refuses
//! to open and to draw them.

use std::collections::HashSet;

use url::Url;

use super::body::words;
use super::{Article, Block, Figure, SafeUrl, Text};

/// A picture that can be looked at apart from the article: it is on the web, or in a file beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Pictured<'a> {
    /// Its number, from 1.
    pub number: u32,
    /// What the article says is its place.
    pub place: &'a Text,
    /// What the article says of it, on one line.
    pub words: Text,
    /// Where it is on the web; without an address it is a file.
    pub url: Option<SafeUrl>,
}

impl Article {
    /// Returns the pictures that have words and can be looked at apart, in reading order, each place once. What
    /// is kept inside the article's own file cannot, and a path from the root of a site only where the article
    /// has an address.
    pub fn pictured(&self) -> Vec<Pictured<'_>> {
        let (mut found, mut known) = (Vec::new(), HashSet::new());
        for figure in figures(&self.body) {
            let Some(place) = figure.place.as_ref() else { continue };
            let url = self.address(place);
            let is_file = !place.contains(':') && !place.starts_with(['/', '\\']);
            let Some(words) = self.said_of(figure).filter(|_| url.is_some() || is_file) else { continue };
            if !known.insert(place.as_str()) {
                continue;
            }
            let number = u32::try_from(found.len() + 1).unwrap_or(u32::MAX);
            found.push(Pictured { number, place, words, url });
        }
        found
    }

    fn address(&self, place: &str) -> Option<SafeUrl> {
        if !place.starts_with('/') {
            return SafeUrl::new(place);
        }
        let base = Url::parse(self.url.as_deref()?).ok()?;
        SafeUrl::new(base.join(place).ok()?.as_str())
    }

    /// The words of a picture: what it shows, else the line under it, else who made it. The leading picture of
    /// the body has the caption of the article.
    fn said_of(&self, figure: &Figure) -> Option<Text> {
        let leads = matches!(self.body.first(), Some(Block::Figure(first)) if std::ptr::eq(first, figure));
        let lead = self.caption.as_deref().filter(|_| leads).unwrap_or_default();
        let (alt, caption) = (figure.alt.as_str(), words(&figure.caption));
        let credit = figure.credit.as_deref().unwrap_or_default();
        [alt, &caption, lead, credit].into_iter().find_map(Text::some_line)
    }
}

/// Returns the figures of a body in reading order, those in quotations, lists and notes among them.
pub fn figures(body: &[Block]) -> Vec<&Figure> {
    let mut found = Vec::new();
    let mut left: Vec<&Block> = body.iter().rev().collect();
    while let Some(block) = left.pop() {
        match block {
            Block::Figure(figure) => found.push(figure),
            Block::Quote { blocks, .. } | Block::Note { blocks, .. } => left.extend(blocks.iter().rev()),
            Block::List { items, .. } => {
                left.extend(items.iter().rev().flat_map(|item| item.blocks.iter().rev()));
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pictures(url: &str, places: &[(&str, &str)]) -> Article {
        let figure = |(alt, place): &(&str, &str)| {
            let place = Text::some_line(place);
            Block::Figure(Figure { alt: Text::line(alt), place, ..Figure::default() })
        };
        let url = Text::some_line(url);
        Article { url, body: places.iter().map(figure).collect(), ..Article::default() }
    }

    #[test]
    fn what_is_on_the_web_or_beside_the_article_has_a_number_and_nothing_else() {
        let article = pictures(
            "https://quay.example/a/b.html",
            &[
                ("a loaf", "https://quay.example/loaf.jpg"),
                ("the oven", "files/oven.jpg"),
                ("inside", "embedded:1"),
                ("", "files/no-words.jpg"),
                ("from the root", "/img/lamp.jpg"),
                ("the loaf again", "https://quay.example/loaf.jpg"),
                ("code", "javascript:alert(1)"),
            ],
        );
        let found: Vec<_> = article.pictured().into_iter().map(|p| (p.number, p.words, p.url)).collect();
        let url = |address: &str| SafeUrl::new(address);
        let text = |words: &str| Text::new(words);
        assert_eq!(
            found,
            [
                (1, text("a loaf"), url("https://quay.example/loaf.jpg")),
                (2, text("the oven"), None),
                (3, text("from the root"), url("https://quay.example/img/lamp.jpg")),
            ]
        );
    }

    #[test]
    fn a_path_from_a_root_nobody_knows_leads_nowhere() {
        assert_eq!(pictures("", &[("a lamp", "/etc/passwd"), ("b", "\\\\host\\x.png")]).pictured(), []);
    }
}
