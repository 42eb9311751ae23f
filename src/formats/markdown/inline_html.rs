//! Owns the HTML tags people type inside a line of Markdown. It refuses blocks of HTML, which go to
//! the reader of pages.

/// What an inline tag does to the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Effect {
    /// Words from here on are stressed, strong, typed, struck; until closed.
    Open(Style),
    /// The style ends.
    Close(Style),
    /// A line ends.
    Break,
    /// A link begins.
    Link(String),
    /// The link ends.
    EndLink,
    /// A picture, with the words that stand for it and its place.
    Picture(String, String),
    /// Nothing.
    Nothing,
}

/// The styles a tag can open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Italics in print.
    Emphasis,
    /// Bold in print.
    Strong,
    /// Typed text.
    Code,
    /// Struck out.
    Struck,
}

/// Reads one inline tag.
pub(super) fn read(tag: &str) -> Effect {
    let inside = tag.trim().trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
    let closing = inside.starts_with('/');
    let inside = inside.trim_start_matches('/');
    let name: String =
        inside.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let style = match name.as_str() {
        "em" | "i" | "cite" | "mark" | "dfn" | "var" => Style::Emphasis,
        "strong" | "b" => Style::Strong,
        "code" | "kbd" | "samp" | "tt" => Style::Code,
        "s" | "del" | "strike" => Style::Struck,
        "br" => return Effect::Break,
        "a" if closing => return Effect::EndLink,
        "a" => return attribute(inside, "href").map_or(Effect::Nothing, Effect::Link),
        "img" => {
            let alt = attribute(inside, "alt").unwrap_or_default();
            return Effect::Picture(alt, attribute(inside, "src").unwrap_or_default());
        }
        _ => return Effect::Nothing,
    };
    if closing { Effect::Close(style) } else { Effect::Open(style) }
}

/// Returns the value of an attribute.
fn attribute(inside: &str, name: &str) -> Option<String> {
    let mut rest = inside;
    while let Some(at) = rest.find(name) {
        let before = rest.get(..at)?.chars().next_back();
        let after = rest.get(at + name.len()..)?.trim_start();
        rest = after;
        let Some(value) = after.strip_prefix('=').filter(|_| before.is_some_and(char::is_whitespace)) else {
            continue;
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let found = match quote {
            Some(quote) => value.get(1..)?.split(quote).next(),
            None => value.split_whitespace().next(),
        };
        return found.map(str::to_owned);
    }
    None
}
