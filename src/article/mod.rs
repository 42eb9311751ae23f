//! Owns the domain: what an article is, once it no longer matters how it was saved. It refuses to
//! know about files, terminals and what the reader did with it.

pub mod body;
pub mod clean;
pub mod found;
pub mod identity;
pub mod language;
pub(crate) mod letters;
pub mod measure;
pub mod moment;
mod naming;
pub mod nearest;
mod pictured;
pub mod source;
pub mod spot;

pub use body::{Align, Block, Figure, Inline, Item, Look, QuoteKind, Table, Target};
pub use clean::Text;
pub use found::{Field, FoundIn, Places};
pub use identity::ArticleId;
pub use language::{Direction, Language};
pub use moment::{Moment, Published};
pub(crate) use naming::without_www;
pub use pictured::{Pictured, figures};
pub use source::{Link, SafeUrl, Source};

/// One piece of news, as parsed. Everything but the provenance is what the article itself says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// Its title.
    pub headline: Option<Text>,
    /// The short label above the headline.
    pub kicker: Option<Text>,
    /// The summary under the headline.
    pub standfirst: Option<Text>,
    /// Who wrote it, one name each.
    pub byline: Vec<Text>,
    /// The publisher.
    pub outlet: Option<Text>,
    /// When it appeared.
    pub published: Option<Published>,
    /// When it was last changed by its publisher.
    pub updated: Option<Moment>,
    /// Its own address on the web.
    pub url: Option<Text>,
    /// A name for it that its container guarantees (feed GUID, message id).
    pub guid: Option<Text>,
    /// The language it is written in.
    pub language: Option<Language>,
    /// The tags its file gives it.
    pub tags: Vec<Text>,
    /// The line under its leading picture.
    pub caption: Option<Text>,
    /// What it says.
    pub body: Vec<Block>,
    /// What it rests on, numbered from 1.
    pub sources: Vec<Source>,
    /// Its other links, numbered from 1.
    pub links: Vec<Link>,
    /// Web-page remains that are not the article; kept, folded, never counted or searched.
    pub leftovers: Vec<Text>,
    /// How newsprint came by it.
    pub provenance: Provenance,
}

impl Article {
    /// Returns the source of a number.
    pub fn source(&self, number: u32) -> Option<&Source> {
        numbered(&self.sources, number, |source| source.number)
    }

    /// Returns the link of a number.
    pub fn link(&self, number: u32) -> Option<&Link> {
        numbered(&self.links, number, |link| link.number)
    }
}

/// Finds what has a number where it stands if nothing is missing before it, else wherever it is.
fn numbered<T>(all: &[T], number: u32, of: fn(&T) -> u32) -> Option<&T> {
    let place = usize::try_from(number).ok()?.checked_sub(1);
    let there = place.and_then(|place| all.get(place)).filter(|one| of(one) == number);
    there.or_else(|| all.iter().find(|one| of(one) == number))
}

/// How newsprint came by an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The name of the format it was read as (`text`, `markdown`, `html`, …).
    pub format: &'static str,
    /// The name of the encoding it was decoded from.
    pub encoding: &'static str,
    /// Its place inside a file of many articles.
    pub item: Option<Text>,
    /// The name of that file's collection: the feed, book or export.
    pub collection: Option<Text>,
    /// Where its fields were found; the date says so itself.
    pub places: Places,
    /// What could not be read, or was guessed badly enough to say so; one sentence each.
    pub warnings: Vec<Text>,
}
