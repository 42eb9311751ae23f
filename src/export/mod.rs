//! Owns articles and citations as other programs take them: Markdown, HTML, EPUB, plain text, BibTeX,
//! CSL-JSON, DOT. Pure: it gives bytes and refuses to write files.

pub mod cite;
pub mod dot;
mod epub;
pub mod html;
pub mod markdown;
mod text;
pub mod written;

use std::io;

use crate::article::{Article, Source};
use crate::typeset::own_locale;
use crate::words::Words;
use written::Page;

/// A form articles are exported in.
#[derive(Debug)]
pub struct Form {
    /// Its name on the command line.
    pub name: &'static str,
    /// The file extensions it goes by, the usual one first.
    pub extensions: &'static [&'static str],
    /// Writes articles, one after the other; `now` is seconds since 1970. Of the forms there are, only a
    /// book can fail.
    pub write: fn(articles: &[Page<'_>], now: i64) -> io::Result<Vec<u8>>,
}

/// Returns what stands over the sources of an article: in its own language, if newsprint speaks that.
fn sources_title(article: &Article) -> String {
    Words::new(own_locale(article), false).say("sources-title").to_owned()
}

/// Writes a source around its title, which bears its marks already, so that newsprint reads it back as it was:
/// `Publisher (City): Title, day`. What has no title is the line it was read from.
fn entry(source: &Source, title: String, escaped: fn(&str) -> String) -> String {
    if source.title.is_none() {
        return title;
    }
    let city = source.city.as_deref().map(escaped);
    let mut line = match (source.publisher.as_deref().map(escaped), city) {
        (Some(publisher), Some(city)) => format!("{publisher} ({city}): {title}"),
        (Some(publisher), None) => format!("{publisher}: {title}"),
        (None, Some(city)) => format!("{title}, {city}"),
        (None, None) => title,
    };
    line.extend(source.date.map(|day| format!(", {day}")));
    line
}

/// The forms there are.
pub static FORMS: &[Form] = &[
    Form {
        name: "markdown",
        extensions: &["md", "markdown"],
        write: |articles, _| Ok(markdown::all(articles).into()),
    },
    Form { name: "text", extensions: &["txt", "text"], write: |articles, _| Ok(text::all(articles).into()) },
    Form {
        name: "html",
        extensions: &["html", "htm", "xhtml"],
        write: |articles, _| Ok(html::page(articles).into()),
    },
    Form { name: "epub", extensions: &["epub"], write: epub::book },
];

/// Returns the form of that name.
pub fn named(name: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.name == name)
}

/// Returns the form that a file of this name is written in: by its extension, Markdown if it has none.
/// `None` for an extension no form goes by.
pub fn form_of(file: &str) -> Option<&'static Form> {
    match file.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && !extension.contains('/') => {
            let extension = extension.to_ascii_lowercase();
            FORMS.iter().find(|form| form.extensions.contains(&extension.as_str()))
        }
        _ => FORMS.first(),
    }
}

/// Returns the usual extension of every form, for who gave another: `md, txt, html, epub`.
pub fn extensions() -> String {
    let usual = FORMS.iter().filter_map(|form| form.extensions.first()).copied();
    usual.collect::<Vec<_>>().join(", ")
}

/// Characters the name of a file has at most, without its ending.
const LONGEST: usize = 60;

/// Returns a name for the file of an article: its headline in letters a file system takes, as many whole words
/// of it as fit.
pub fn file_name(article: &Article) -> String {
    let headline = article.headline.as_deref().unwrap_or_default().to_lowercase();
    let words = headline.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut name = String::new();
    for word in words {
        if name.chars().count() + 1 + word.chars().count() > LONGEST && !name.is_empty() {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.extend(word.chars().take(LONGEST));
    }
    if name.is_empty() { "article".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Text;

    #[test]
    fn the_extension_says_what_is_written_and_without_one_it_is_markdown() {
        let form = |file| form_of(file).map(|form| form.name);
        assert_eq!(form("out/The quay.HTML"), Some("html"));
        assert_eq!(form("quay.epub"), Some("epub"));
        assert_eq!(form("a.b/quay"), Some("markdown"));
        assert_eq!(form("quay.docx"), None);
    }

    #[test]
    fn a_headline_becomes_a_name_that_any_file_system_takes() {
        let named = |headline: &str| {
            file_name(&Article { headline: Some(Text::new(headline)), ..Article::default() })
        };
        assert_eq!(named("“Fog” / at: noon?"), "fog-at-noon");
        assert_eq!(named("港の灯り"), "港の灯り");
        assert_eq!(named("../.."), "article");
        assert_eq!(
            named("Office for Budget Responsibility: what is the OBR and what does it do?"),
            "office-for-budget-responsibility-what-is-the-obr-and-what",
            "no word is cut"
        );
    }
}
