//! Owns articles as HTML: one page that needs nothing else, or the body of a chapter. Everything an
//! article says is escaped, and an address is linked only if the browser may open it. It refuses to
//! fetch or to embed pictures.

mod blocks;
mod escape;
#[cfg(test)]
mod tests;

use std::fmt::Write;

use super::written::{Listed, Page};
use crate::article::{Article, Direction, SafeUrl, Source, Text};
use blocks::Writer;
pub use escape::escaped;

/// How the page looks: the reader's own font and colours, a measure, and little else.
pub const STYLE: &str = include_str!("style.css");

/// Writes articles as one page.
pub fn page(articles: &[Page<'_>]) -> String {
    let title = match articles {
        [one] => one.article.headline.as_deref().unwrap_or("newsprint").to_owned(),
        many => format!("{} articles", many.len()),
    };
    let language = match articles {
        [one] => one.article.language.map(|language| format!(" lang=\"{}\"", escaped(language.tag()))),
        _ => None,
    };
    let mut out = format!(
        "<!DOCTYPE html>\n<html{}>\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" \
         content=\"width=device-width\"/>\n<title>{}</title>\n{}<style>\n{STYLE}</style>\n</head>\n<body>\n",
        language.unwrap_or_default(),
        escaped(&title),
        if let [one] = articles { said(one.article) } else { String::new() }
    );
    for (number, page) in articles.iter().enumerate() {
        // Notes and sources of several articles must not share their names.
        let prefix = if articles.len() > 1 { format!("article-{}-", number + 1) } else { String::new() };
        out.push_str(&article(*page, &prefix));
    }
    out.push_str("</body>\n</html>\n");
    out
}

/// Writes what is known of the only article of a page where programs look for it.
fn said(article: &Article) -> String {
    let meta = |kind: &str, name: &str, content: &str| {
        format!("<meta {kind}=\"{name}\" content=\"{}\"/>\n", escaped(content))
    };
    let mut out: String = article.byline.iter().map(|name| meta("name", "author", name)).collect();
    out.extend(article.outlet.as_ref().map(|outlet| meta("property", "og:site_name", outlet)));
    out.extend(
        article
            .dated()
            .map(|published| meta("property", "article:published_time", &published.at.to_string())),
    );
    let address = article.url.as_deref().and_then(SafeUrl::new);
    out.extend(address.map(|url| format!("<link rel=\"canonical\" href=\"{}\"/>\n", escaped(url.as_str()))));
    out
}

/// Writes one article as an element, XHTML and HTML alike; `prefix` begins every id in it.
pub fn article(page: Page<'_>, prefix: &str) -> String {
    let lit = page.lit();
    let article = lit.as_ref().unwrap_or(page.article);
    let mut out = format!("<article{}>\n", language(article));
    let mut line = |tag: &str, class: &str, text: Option<&Text>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
            // Writing to a String cannot fail.
            _ = writeln!(out, "<{tag}{class}>{}</{tag}>", escaped(text));
        }
    };
    line("p", "kicker", article.kicker.as_ref());
    line("h1", "", article.headline.as_ref());
    line("p", "standfirst", article.standfirst.as_ref());
    out.push_str(&about(article));
    if let Some(caption) = article.caption.as_ref().filter(|caption| !caption.is_empty()) {
        _ = writeln!(out, "<p class=\"caption\">{}</p>", escaped(caption));
    }
    out.push_str(&Writer::new(article, prefix).body());
    out.push_str(&sources(article, prefix));
    out.push_str(&notes(page));
    out.push_str("</article>\n");
    out
}

/// Writes the attributes that say in which language an article is, and which way it runs.
pub(super) fn language(article: &Article) -> String {
    let Some(language) = article.language else { return String::new() };
    let direction = if language.direction() == Direction::Rtl { " dir=\"rtl\"" } else { "" };
    let tag = escaped(language.tag());
    format!(" lang=\"{tag}\" xml:lang=\"{tag}\"{direction}")
}

/// The quiet line: authors, outlet, day, the article's own address.
fn about(article: &Article) -> String {
    let mut parts: Vec<String> = article.byline.iter().map(|name| escaped(name)).collect();
    parts.extend(article.outlet.as_ref().map(|outlet| escaped(outlet)));
    parts.extend(article.published.map(|published| {
        let day = published.at.day;
        if published.from.is_guess() {
            return format!("c. {day}");
        }
        format!("<time datetime=\"{day}\">{day}</time>")
    }));
    parts.extend(article.url.as_ref().and_then(|url| {
        let url = SafeUrl::new(url)?;
        Some(format!("<a href=\"{}\">{}</a>", escaped(url.as_str()), escaped(url.host())))
    }));
    if parts.is_empty() { String::new() } else { format!("<p class=\"about\">{}</p>\n", parts.join(" · ")) }
}

fn sources(article: &Article, prefix: &str) -> String {
    if article.sources.is_empty() {
        return String::new();
    }
    let items: String = article.sources.iter().map(|source| item(source, prefix)).collect();
    let title = escaped(&super::sources_title(article));
    format!("<section class=\"sources\">\n<h2>{title}</h2>\n<ol>\n{items}</ol>\n</section>\n")
}

/// What the reader wrote about the article.
fn notes(page: Page<'_>) -> String {
    let section = Article { body: page.section(Listed::Noted), ..Article::default() };
    if section.body.is_empty() {
        return String::new();
    }
    format!("<section class=\"notes\">\n{}</section>\n", Writer::new(&section, "").body())
}

fn item(source: &Source, prefix: &str) -> String {
    let title = escaped(source.title.as_ref().unwrap_or(&source.raw));
    let title = match source.url.as_deref().and_then(SafeUrl::new) {
        Some(url) => format!("<a href=\"{}\">{title}</a>", escaped(url.as_str())),
        None => title,
    };
    let line = super::entry(source, title, escaped);
    format!("<li id=\"{prefix}source-{0}\" value=\"{0}\">{line}</li>\n", source.number)
}
