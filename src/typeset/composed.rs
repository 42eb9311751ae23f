//! Owns setting an article for a page, which takes longer than drawing it and may so be done on another
//! thread before the article is shown. It refuses to know where on the page the reader is.

use super::{Column, Setting, Surface, measure_of, typeset};
use crate::article::Article;
use crate::words::Locale;

/// How any article is to be set in one place of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Page {
    /// Cells of a line the reader likes; what is written in ideographs has a few more.
    pub measure: u16,
    /// Cells there are.
    pub room: u16,
    /// Only ASCII for what newsprint itself adds.
    pub ascii: bool,
    /// Whether the leftovers are unfolded.
    pub leftovers: bool,
    /// Whether lines of running text are filled to the width.
    pub justify: bool,
    /// The language of what newsprint itself says.
    pub locale: Locale,
    /// What the terminal does with characters.
    pub surface: Surface,
}

impl Page {
    /// Returns how this article is to be set on it.
    pub fn setting(self, article: &Article) -> Setting {
        Setting {
            width: measure_of(article, self.measure).min(self.room).max(1),
            ascii: self.ascii,
            leftovers: self.leftovers,
            justify: self.justify,
            locale: self.locale,
            surface: self.surface,
        }
    }
}

/// An article that is set, without pictures.
#[derive(Debug)]
pub struct Composed {
    /// The article.
    pub article: Box<Article>,
    /// Its lines.
    pub column: Column,
    /// How long it takes to read, in minutes.
    pub minutes: usize,
    /// How it is set.
    pub setting: Setting,
}

impl Composed {
    /// Sets an article for a page.
    pub fn new(article: Box<Article>, page: Page) -> Self {
        let setting = page.setting(&article);
        let (column, minutes) = (typeset(&article, setting), article.reading_minutes());
        Self { article, column, minutes, setting }
    }

    /// Returns the article set for this page: as it is, if that is how it is set.
    #[must_use]
    pub fn on(self, page: Page) -> Self {
        if self.setting == page.setting(&self.article) { self } else { Self::new(self.article, page) }
    }
}
