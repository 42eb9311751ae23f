//! Owns where each field of an article was found. It refuses to know how: that is `formats`.

use super::{Article, Published, Text};

/// Where newsprint found a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundIn {
    /// What is written for machines: meta tags, mail headers, fields of feeds and exports.
    Metadata,
    /// The description of a page in JSON-LD.
    JsonLd,
    /// The block of fields in front of a Markdown or text file.
    FrontMatter,
    /// A heading over the text.
    Heading,
    /// A line of the text or an element of the page: a date line, a byline, a caption.
    Text,
    /// The article's own address.
    Url,
    /// The name of the file.
    FileName,
    /// The newest of the sources cited, or an identifier that holds a time: a guess from below.
    Sources,
    /// What the article is kept in: the book, the feed, the web archive, the envelope of a saved page.
    Container,
    /// The words themselves, by which a language is guessed.
    Words,
}

impl FoundIn {
    /// Every place a field can be found.
    pub const ALL: &[Self] = &[
        Self::Metadata,
        Self::JsonLd,
        Self::FrontMatter,
        Self::Heading,
        Self::Text,
        Self::Url,
        Self::FileName,
        Self::Sources,
        Self::Container,
        Self::Words,
    ];

    /// Returns the name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Metadata => "metadata",
            Self::JsonLd => "json-ld",
            Self::FrontMatter => "front-matter",
            Self::Heading => "heading",
            Self::Text => "text",
            Self::Url => "url",
            Self::FileName => "file-name",
            Self::Sources => "sources",
            Self::Container => "container",
            Self::Words => "guessed",
        }
    }

    /// Returns the name used for a date in JSON, where all that is written for machines is one.
    pub fn date_name(self) -> &'static str {
        match self {
            Self::JsonLd | Self::Container => Self::Metadata.name(),
            other => other.name(),
        }
    }

    /// Says whether a date found there is only a good guess, shown with a "c." before it.
    pub fn is_guess(self) -> bool {
        self == Self::Sources
    }
}

/// A field that says where it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Its title.
    Headline,
    /// The summary under the headline.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// The publisher.
    Outlet,
    /// When it appeared.
    Published,
    /// When it was last changed.
    Updated,
    /// Its own address.
    Url,
    /// The language it is written in.
    Language,
    /// The tags its file gives it.
    Tags,
    /// The line under its leading picture.
    Caption,
}

/// How many fields there are.
const COUNT: usize = 10;

impl Field {
    /// Every field, in the order in which they are listed.
    pub const ALL: [Self; COUNT] = [
        Self::Headline,
        Self::Standfirst,
        Self::Byline,
        Self::Outlet,
        Self::Published,
        Self::Updated,
        Self::Url,
        Self::Language,
        Self::Tags,
        Self::Caption,
    ];

    /// Returns its key in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "title",
            Self::Standfirst => "standfirst",
            Self::Byline => "authors",
            Self::Outlet => "publisher",
            Self::Published => "date",
            Self::Updated => "updated",
            Self::Url => "source_url",
            Self::Language => "language",
            Self::Tags => "tags",
            Self::Caption => "caption",
        }
    }
}

/// Where fields were found. It may hold a place for a field that has gone since: ask the article.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Places([Option<FoundIn>; COUNT]);

impl Places {
    /// Notes where a field was found, whatever was noted before.
    pub fn set(&mut self, field: Field, place: FoundIn) {
        if let Some(slot) = self.0.get_mut(field as usize) {
            *slot = Some(place);
        }
    }

    fn of(&self, field: Field) -> Option<FoundIn> {
        self.0.get(field as usize).copied().flatten()
    }
}

impl Article {
    /// Returns when it appeared, as long as that is more than a guess.
    pub fn dated(&self) -> Option<Published> {
        self.published.filter(|published| !published.from.is_guess())
    }

    /// Says whether the article has a field: whether there is something in it, and not only room for it.
    pub fn has(&self, field: Field) -> bool {
        let says = |text: &Option<Text>| text.as_ref().is_some_and(|text| !text.is_empty());
        match field {
            Field::Headline => says(&self.headline),
            Field::Standfirst => says(&self.standfirst),
            Field::Byline => !self.byline.is_empty(),
            Field::Outlet => says(&self.outlet),
            Field::Published => self.published.is_some(),
            Field::Updated => self.updated.is_some(),
            Field::Url => says(&self.url),
            Field::Language => self.language.is_some(),
            Field::Tags => !self.tags.is_empty(),
            Field::Caption => says(&self.caption),
        }
    }

    /// Returns where a field was found; `None` where the article does not have it.
    pub fn found_in(&self, field: Field) -> Option<FoundIn> {
        let place = match field {
            Field::Published => self.published.map(|published| published.from),
            other => self.provenance.places.of(other),
        };
        place.filter(|_| self.has(field))
    }

    /// Notes that the fields the article has, and of which nothing was noted yet, were found in `place`.
    pub fn note(&mut self, place: FoundIn) {
        for field in Field::ALL {
            if self.has(field) && self.found_in(field).is_none() {
                self.provenance.places.set(field, place);
            }
        }
    }

    /// Takes over the fields another has, and where each was found, in place of its own; nothing else.
    pub fn take_over(&mut self, other: Self) {
        for field in Field::ALL {
            if let Some(place) = other.found_in(field) {
                self.provenance.places.set(field, place);
            }
        }
        self.headline = other.headline.or(self.headline.take());
        self.standfirst = other.standfirst.or(self.standfirst.take());
        self.outlet = other.outlet.or(self.outlet.take());
        self.published = other.published.or(self.published);
        self.updated = other.updated.or(self.updated);
        self.url = other.url.or(self.url.take());
        self.language = other.language.or(self.language);
        self.caption = other.caption.or(self.caption.take());
        for (own, theirs) in [(&mut self.byline, other.byline), (&mut self.tags, other.tags)] {
            if !theirs.is_empty() {
                *own = theirs;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_first_keeps_its_place_until_something_else_takes_over() {
        let mut article = Article { headline: Text::some_line("Fog"), ..Article::default() };
        article.note(FoundIn::Heading);
        article.byline.extend(Text::some_line("Ada Wren"));
        article.note(FoundIn::Text);
        let places = |article: &Article| [Field::Headline, Field::Byline].map(|f| article.found_in(f));
        assert_eq!(places(&article), [Some(FoundIn::Heading), Some(FoundIn::Text)]);
        let mut told = Article { headline: Text::some_line("Fog on the quay"), ..Article::default() };
        told.note(FoundIn::FrontMatter);
        article.take_over(told);
        assert_eq!(places(&article), [Some(FoundIn::FrontMatter), Some(FoundIn::Text)]);
        article.headline = None;
        assert_eq!(article.found_in(Field::Headline), None, "a field that has gone was found nowhere");
    }
}
