//! Owns the one fold and the one tokeniser: how words are made comparable. It refuses to know queries.

/// The words of an article, folded, one string a field; see [`fold`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// Headline.
    pub title: String,
    /// Byline.
    pub author: String,
    /// Sources and outlet.
    pub source: String,
    /// Tags.
    pub tag: String,
    /// Body.
    pub text: String,
}
