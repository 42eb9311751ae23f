//! Owns what this machine remembers from run to run that is no mark: the measure, the theme, and the
//! places kept under letters. It refuses to read and write files: it makes text and takes it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::article::{ArticleId, Text};

/// A place in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The article.
    pub article: ArticleId,
    /// Byte offset into its prose of the word at the top of the screen.
    pub offset: usize,
    /// Its headline, to tell places apart by.
    pub headline: String,
}

/// What is remembered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    /// The measure the reader chose by key, and the configured one it was chosen over: a config that
    /// says otherwise since then counts for more.
    pub measure: Option<(u16, u16)>,
    /// The theme the reader chose by key, and the configured one it was chosen over, by their names; what
    /// is said of the measure holds here too.
    pub theme: Option<(String, String)>,
    /// The places kept, by letter.
    pub places: BTreeMap<char, Spot>,
}

/// The memory as it is written.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    measure: Option<(u16, u16)>,
    theme: Option<(String, String)>,
    places: BTreeMap<char, Place>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Place {
    article: String,
    offset: usize,
    headline: String,
}

impl Memory {
    /// Reads what was written; what cannot be read is forgotten.
    pub fn parse(text: &str) -> Self {
        let written: Written = serde_json::from_str(text).unwrap_or_default();
        let places = written.places.into_iter().filter_map(|(letter, place)| {
            let headline = Text::line(&place.headline).to_string();
            let spot = Spot { article: place.article.parse().ok()?, offset: place.offset, headline };
            letter.is_ascii_alphabetic().then_some((letter, spot))
        });
        Self { measure: written.measure, theme: written.theme, places: places.collect() }
    }

    /// Returns the theme the reader chose over the configured one, as long as that is still configured.
    pub fn theme_over(&self, configured: &str) -> Option<&str> {
        self.theme.as_ref().filter(|(_, over)| over == configured).map(|(chosen, _)| chosen.as_str())
    }

    /// Writes it, as JSON.
    pub fn text(&self) -> String {
        let places = self.places.iter().map(|(letter, spot)| {
            let Spot { article, offset, headline } = spot.clone();
            (*letter, Place { article: article.to_string(), offset, headline })
        });
        let written = Written { measure: self.measure, theme: self.theme.clone(), places: places.collect() };
        serde_json::to_string_pretty(&written).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let spot = Spot { article: ArticleId::from_number(7), offset: 12, headline: "Bread".to_owned() };
        let theme = Some(("daylight".to_owned(), "auto".to_owned()));
        let memory = Memory { measure: Some((64, 72)), theme, places: [('a', spot)].into() };
        assert_eq!(Memory::parse(&memory.text()), memory);
    }

    #[test]
    fn what_makes_no_sense_is_forgotten_and_nothing_else() {
        let text = "{\"places\": {\"a\": {\"article\": \"no\"}, \"b\": {\"article\": \"0000000000000001\"}, \"!\": {}}}";
        assert_eq!(Memory::parse(text).places.into_keys().collect::<Vec<_>>(), ['b']);
        assert_eq!(Memory::parse("["), Memory::default());
    }
}
