//! Owns roles: what a span of text is, before anybody thinks of colour. It refuses to know colours.

/// What a span is. A theme gives each role a style; nothing else in newsprint names a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    // An article.
    /// Running text.
    Body,
    /// The article's title.
    Headline,
    /// The short label above it.
    Kicker,
    /// The summary under it.
    Standfirst,
    /// Names, outlet, dates, minutes: the quiet line under the headline.
    Meta,
    /// A heading inside the body, and the heading over the sources.
    Crosshead,
    /// Quoted words.
    Quote,
    /// The bar beside them.
    QuoteBar,
    /// A pull quote.
    PullQuote,
    /// The heading of a callout.
    Callout,
    /// Typed text.
    Code,
    /// Bullets and item numbers.
    Bullet,
    /// The heading cells of a table.
    TableHead,
    /// Rules drawn inside an article.
    Rule,
    /// The line under a picture, and the words that stand for it.
    Caption,
    /// Linked words.
    Link,
    /// The number behind linked words, and citations.
    LinkNumber,
    /// The title of a source.
    SourceTitle,
    /// What else a source's entry says.
    SourceDetail,
    /// Web-page remains.
    Leftover,
    // The screen around it.
    /// The line at the top.
    TitleBar,
    /// The line at the bottom.
    Footer,
    /// The keys named there.
    Key,
    /// The rule between panes.
    Divider,
    /// A headline in the list, not read.
    Unread,
    /// A headline in the list, read.
    Read,
    /// The mark of an unread article.
    UnreadMark,
    /// The mark of a starred article.
    Star,
    /// The second line of a list entry.
    RowDetail,
    /// The selected row of the pane that has the keys.
    Selected,
    /// The selected row of a pane that does not.
    SelectedElsewhere,
    /// Words that match a search.
    Match,
    /// The match the reader is at.
    CurrentMatch,
    /// What the reader types.
    Prompt,
    /// A passing line of news about the reader's own doing.
    Notice,
    /// Something to mend.
    Problem,
    /// The frame of something laid over the screen.
    Overlay,
    /// The part of a scroll bar that shows where one is.
    ScrollThumb,
}
