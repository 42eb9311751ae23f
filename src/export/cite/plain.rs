//! Owns citations for people: a line of text or of Markdown, and quoted words with theirs. It refuses
//! to follow any one style guide.

use super::{Reference, written};
use crate::export::markdown::{address, escaped, prefixed};

pub(super) fn text(work: &Reference) -> String {
    let title = if work.title.is_empty() { String::new() } else { format!("“{}”", work.title) };
    let url = work.url.clone();
    joined(work, title, url)
}

pub(super) fn markdown(work: &Reference) -> String {
    let mut plain = work.clone();
    for text in plain.authors.iter_mut().chain(&mut plain.publisher).chain(&mut plain.place) {
        *text = escaped(text);
    }
    let title = escaped(&work.title);
    let title = match &work.url {
        Some(url) if title.is_empty() => format!("<{}>", address(url)),
        Some(url) => format!("[{title}]({})", address(url)),
        None if title.is_empty() => title,
        None => format!("“{title}”"),
    };
    joined(&plain, title, None)
}

pub(super) fn quoted_text(words: &str, work: &Reference) -> String {
    format!("“{}”\n— {}", words.trim(), text(work))
}

pub(super) fn quoted_markdown(words: &str, work: &Reference) -> String {
    prefixed(&format!("{}\n\n— {}", escaped(words.trim()), markdown(work)), "> ", "> ")
}

/// Joins authors, title, publisher, place, day and address, as far as they are known.
fn joined(work: &Reference, title: String, url: Option<String>) -> String {
    let mut parts = work.authors.clone();
    parts.push(title);
    parts.extend([&work.publisher, &work.place].into_iter().flatten().cloned());
    parts.extend(written(work));
    parts.extend(url);
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}
