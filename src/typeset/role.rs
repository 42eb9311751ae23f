//! Owns roles: what a span of text is, before anybody thinks of colour. It refuses to know colours.

/// Declares the roles once: the enum, the list of all of them and their names in theme files.
macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $name:literal,)*) => {
        /// What a span is. A theme gives each role a style; nothing else in newsprint names a colour.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Role {
            $($(#[$doc])* $role,)*
        }

        impl Role {
            /// Every role, in the order of declaration: `Role::ALL[role as usize] == role`.
            pub const ALL: &[Self] = &[$(Self::$role,)*];

            /// Returns the name theme files use: `source-title`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$role => $name,)*
                }
            }
        }
    };
}

roles! {
    // An article.
    /// Running text.
    Body = "body",
    /// The article's title.
    Headline = "headline",
    /// The short label above it.
    Kicker = "kicker",
    /// The summary under it.
    Standfirst = "standfirst",
    /// Names, outlet, dates, minutes: the quiet line under the headline.
    Meta = "meta",
    /// A heading inside the body, and the heading over the sources.
    Crosshead = "crosshead",
    /// Quoted words.
    Quote = "quote",
    /// The bar beside them.
    QuoteBar = "quote-bar",
    /// A pull quote.
    PullQuote = "pull-quote",
    /// The heading of a callout.
    Callout = "callout",
    /// Typed text.
    Code = "code",
    /// Bullets and item numbers.
    Bullet = "bullet",
    /// The heading cells of a table.
    TableHead = "table-head",
    /// Rules drawn inside an article.
    Rule = "rule",
    /// The line under a picture, and the words that stand for it.
    Caption = "caption",
    /// Linked words.
    Link = "link",
    /// The number behind linked words, and citations.
    LinkNumber = "link-number",
    /// The title of a source.
    SourceTitle = "source-title",
    /// What else a source's entry says.
    SourceDetail = "source-detail",
    /// Web-page remains.
    Leftover = "leftover",
    // The screen around it.
    /// What everything is drawn on: the colours of whatever has none of its own.
    Screen = "screen",
    /// The line at the top.
    TitleBar = "title-bar",
    /// The line at the bottom.
    Footer = "footer",
    /// The keys named there.
    Key = "key",
    /// The rule between panes.
    Divider = "divider",
    /// A headline in the list, not read.
    Unread = "unread",
    /// A headline in the list, read.
    Read = "read",
    /// The mark of an unread article.
    UnreadMark = "unread-mark",
    /// The mark of a starred article.
    Star = "star",
    /// A headline in a list of unread articles, read since.
    JustRead = "just-read",
    /// The signs of what else the reader did with an article.
    Signs = "signs",
    /// The second line of a list entry.
    RowDetail = "row-detail",
    /// The selected row of the pane that has the keys.
    Selected = "selected",
    /// The selected row of a pane that does not.
    SelectedElsewhere = "selected-elsewhere",
    /// Words the reader lit up, and the bar beside them.
    Highlight = "highlight",
    /// What the reader wrote, and the reader's tags.
    Note = "note",
    /// Words being chosen.
    Chosen = "chosen",
    /// Words that a newer version of an article has not.
    Removed = "removed",
    /// Words that an older version of an article had not.
    Added = "added",
    /// Words that match a search.
    Match = "match",
    /// The match the reader is at.
    CurrentMatch = "current-match",
    /// What the reader types.
    Prompt = "prompt",
    /// A passing line of news about the reader's own doing.
    Notice = "notice",
    /// Something to mend.
    Problem = "problem",
    /// The frame of something laid over the screen.
    Overlay = "overlay",
    /// The part of a scroll bar that shows where one is.
    ScrollThumb = "scroll-thumb",
}

impl Role {
    /// Returns the role of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_is_found_by_its_name_and_place() {
        for (index, role) in Role::ALL.iter().enumerate() {
            assert_eq!(Role::named(role.name()), Some(*role));
            assert_eq!(*role as usize, index);
        }
    }
}
