//! Owns citations: what is known of a work, written for a letter, a note or a bibliography. It
//! refuses to look anything up.

mod bibtex;
mod csl;
mod plain;

use jiff::civil::Date;

use crate::article::{Article, ArticleId, Source, Text};

/// What is known of a work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reference {
    /// A name for it that outlives everything else, for bibliographies.
    pub id: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// What it is called.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where the publisher sits.
    pub place: Option<String>,
    /// The day it appeared.
    pub day: Option<Date>,
    /// Whether the day is only a good guess.
    pub circa: bool,
    /// Where it can be read.
    pub url: Option<String>,
    /// The language it is written in, as a BCP 47 tag.
    pub language: Option<String>,
}

/// A way to write a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A line of text.
    Text,
    /// A line of Markdown.
    Markdown,
    /// An entry of a BibTeX file.
    Bibtex,
    /// A CSL-JSON list of one item.
    Csl,
}

impl Style {
    /// Returns its name on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "Markdown",
            Self::Bibtex => "BibTeX",
            Self::Csl => "CSL-JSON",
        }
    }
}

impl Reference {
    /// Returns what is known of an article.
    pub fn of_article(article: &Article) -> Self {
        Self {
            id: ArticleId::of(article).to_string(),
            authors: article.byline.iter().map(ToString::to_string).collect(),
            title: one_line(article.headline.as_ref()).unwrap_or_default(),
            publisher: one_line(article.outlet.as_ref()),
            place: None,
            day: article.published.map(|published| published.at.day),
            circa: article.published.is_some_and(|published| published.from.is_guess()),
            url: one_line(article.url.as_ref()),
            language: article.language.map(|language| language.tag().to_owned()),
        }
    }

    /// Returns what an article says of a work it rests on; the line itself where it could not be read.
    pub fn of_source(source: &Source) -> Self {
        Self {
            id: format!("source-{}", source.number),
            title: one_line(source.title.as_ref().or(Some(&source.raw))).unwrap_or_default(),
            publisher: one_line(source.publisher.as_ref()),
            place: one_line(source.city.as_ref()),
            day: source.date,
            url: one_line(source.url.as_ref()),
            ..Self::default()
        }
    }

    /// Writes the citation.
    pub fn cite(&self, style: Style) -> String {
        match style {
            Style::Text => plain::text(self),
            Style::Markdown => plain::markdown(self),
            Style::Bibtex => bibtex::entry(self),
            Style::Csl => csl::items(std::slice::from_ref(self)),
        }
    }

    /// Writes words of the work with where they are from; a bibliography entry carries them as a note.
    pub fn quote(&self, words: &str, style: Style) -> String {
        match style {
            Style::Markdown => plain::quoted_markdown(words, self),
            _ => plain::quoted_text(words, self),
        }
    }
}

fn one_line(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
}

/// Writes the day of a work for readers: `8 Dec 2016`, or `c. 8 Dec 2016` for a guess.
fn written(work: &Reference) -> Option<String> {
    let day = work.day?.strftime("%-d %b %Y").to_string();
    Some(if work.circa { format!("c. {day}") } else { day })
}

#[cfg(test)]
mod tests;
