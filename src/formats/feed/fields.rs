//! Owns what the fields of RSS and Atom mean: which of many names holds the title, the date, the
//! words. It refuses to know how they stand in the file.

use super::super::entry::{Collection, Entry, Words, absolute};
use super::super::html;
use super::xml::{self, Field, Fields, attribute};
use super::{Feed, WITHOUT_TEXT};
use crate::article::{Language, Text};

/// Where the parts of an entry may stand, best first.
const TITLES: &[&str] = &["title", "dc:title", "media:title", "itunes:title"];
const PUBLISHED: &[&str] =
    &["pubDate", "published", "issued", "dc:date", "dcterms:issued", "date", "created", "dcterms:created"];
const UPDATED: &[&str] = &["updated", "modified", "atom:updated", "dcterms:modified", "lastBuildDate"];
const AUTHORS: &[&str] =
    &["author", "dc:creator", "atom:author", "itunes:author", "dc:contributor", "media:credit"];
const CONTENTS: &[&str] = &["content:encoded", "xhtml:body", "body", "content", "atom:content", "fullitem"];
const SUMMARIES: &[&str] = &[
    "description",
    "summary",
    "atom:summary",
    "itunes:summary",
    "dc:description",
    "media:description",
    "media:group",
    "itunes:subtitle",
    "abstract",
];
const TAGS: &[&str] = &["category", "dc:subject", "atom:category"];

/// Reads a decoded feed of XML.
pub(super) fn read(text: &str) -> Feed {
    let document = xml::read(text);
    let head = Part { fields: &document.head, atom: document.atom };
    let authors = if document.atom { head.authors() } else { Vec::new() };
    let of = Collection {
        name: head.words(&["title", "dc:title"]).and_then(|words| words.line()),
        url: head.base().or_else(|| head.address()),
        language: head.language().as_deref().and_then(Language::parse),
        summary_is_text: true,
        without_text: WITHOUT_TEXT,
    };
    let outlet = of.name.clone();
    let entries = document.entries.iter().map(|fields| Part { fields, atom: document.atom });
    let entries = entries.map(|part| part.entry(&authors, outlet.as_ref(), of.url.as_deref())).collect();
    let mut warnings = Vec::new();
    if document.broken {
        warnings.push("the feed is broken or cut short: what could be read is here");
    }
    if document.too_many {
        warnings.push("more than 10,000 entries: the rest was left out");
    }
    Feed { of, entries, warnings }
}

/// A feed or one entry of it.
#[derive(Clone, Copy)]
struct Part<'a> {
    fields: &'a Fields,
    atom: bool,
}

impl<'a> Part<'a> {
    fn entry(self, authors: &[String], outlet: Option<&Text>, home: Option<&str>) -> Entry {
        let mut own = self.authors();
        if own.is_empty() && self.atom {
            own.extend(self.all("source").find_map(origin_author));
        }
        let content = CONTENTS.iter().find_map(|name| self.words(&[name]));
        Entry {
            place: None,
            guid: self.text(&["guid", "id", "dc:identifier"]).or_else(|| self.attribute("rdf:about")),
            title: TITLES.iter().flat_map(|name| self.all(name)).find_map(|field| title(field, self.atom)),
            url: self.address(),
            base: self.base().map(|base| absolute(&base, home).unwrap_or(base)),
            authors: if own.is_empty() { authors.to_vec() } else { own },
            published: self.figures(PUBLISHED),
            updated: self.figures(UPDATED),
            saved: None,
            summary: self.summary(),
            content,
            tags: self.tags(),
            language: self.language(),
            outlet: self.outlet().or_else(|| outlet.map(ToString::to_string)),
        }
    }

    fn all(self, name: &str) -> impl Iterator<Item = &'a Field> {
        let fields: &'a Fields = self.fields;
        let name = name.to_owned();
        fields.list.iter().filter(move |field| field.name == name)
    }

    /// Returns the text of the first field of these names that has any.
    fn text(self, names: &[&str]) -> Option<String> {
        let mut texts = names.iter().flat_map(|name| self.all(name)).map(|field| field.text.trim());
        texts.find(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Returns the text of the first field of these names that can be a date.
    fn figures(self, names: &[&str]) -> Option<String> {
        let mut texts = names.iter().flat_map(|name| self.all(name)).map(|field| field.text.trim());
        texts.find(|text| text.chars().any(char::is_numeric)).map(str::to_owned)
    }

    fn attribute(self, name: &str) -> Option<String> {
        attribute(&self.fields.attributes, name).map(str::to_owned)
    }

    fn words(self, names: &[&str]) -> Option<Words> {
        names.iter().flat_map(|name| self.all(name)).find_map(|field| words(field, self.atom))
    }

    /// Returns the first summary, or a longer one that begins with the same words: some feeds cut the
    /// description short and keep the whole beside it.
    fn summary(self) -> Option<Words> {
        let mut all =
            SUMMARIES.iter().flat_map(|name| self.all(name)).filter_map(|field| words(field, self.atom));
        let first = all.next()?;
        if !first.ends_in_dots() {
            return Some(first);
        }
        let Some(head) = first.line().and_then(|line| uncut(&line)) else { return Some(first) };
        let whole = all.find(|words| {
            words.line().is_some_and(|line| line.len() > head.len() && line.starts_with(&head))
        });
        Some(whole.unwrap_or(first))
    }

    fn authors(self) -> Vec<String> {
        let mut mails = Vec::new();
        for name in AUTHORS {
            let found: Vec<String> = self.all(name).filter_map(person).collect();
            if found.iter().any(|line| !is_bare_mail(line)) {
                return found;
            }
            mails.extend(found);
        }
        mails
    }

    /// Returns the address of the page: the alternate link, else what may stand for it.
    fn address(self) -> Option<String> {
        let links: Vec<&Field> = self.all("link").chain(self.all("atom:link")).collect();
        let plain = links.iter().map(|link| link.text.trim()).find(|text| !text.is_empty() && !self.atom);
        if let Some(address) = plain {
            return Some(address.to_owned());
        }
        let alternate = |link: &&&Field| {
            attribute(&link.attributes, "rel").is_none_or(|rel| rel.rsplit('/').next() == Some("alternate"))
        };
        let page =
            |link: &&&Field| attribute(&link.attributes, "type").is_none_or(|kind| kind.contains("html"));
        let href = |link: &&Field| attribute(&link.attributes, "href").map(str::to_owned);
        let found = links.iter().filter(alternate).filter(page).find_map(href);
        found.or_else(|| links.iter().filter(alternate).find_map(href)).or_else(|| self.permalink())
    }

    /// Returns a guid, id or identifier that is the address of the page.
    fn permalink(self) -> Option<String> {
        let says_no = |field: &&Field| {
            !attribute(&field.attributes, "ispermalink")
                .is_some_and(|said| said.eq_ignore_ascii_case("false"))
        };
        let guids = self.all("guid").filter(says_no).chain(self.all("id"));
        let texts = guids.map(|field| field.text.trim().to_owned()).chain(self.attribute("rdf:about"));
        texts.into_iter().find(|text| text.starts_with("http://") || text.starts_with("https://"))
    }

    /// Returns the base declared for relative addresses, the innermost first.
    fn base(self) -> Option<String> {
        let inner = CONTENTS
            .iter()
            .flat_map(|name| self.all(name))
            .find_map(|f| attribute(&f.attributes, "xml:base"));
        inner.map(str::to_owned).or_else(|| self.attribute("xml:base"))
    }

    fn language(self) -> Option<String> {
        let inner = [CONTENTS, TITLES]
            .into_iter()
            .flatten()
            .flat_map(|name| self.all(name))
            .find_map(|f| attribute(&f.attributes, "xml:lang"));
        let alternate = |f: &&Field| attribute(&f.attributes, "rel").is_none_or(|rel| rel == "alternate");
        let linked = self.all("link").filter(alternate).find_map(|f| attribute(&f.attributes, "hreflang"));
        inner
            .map(str::to_owned)
            .or_else(|| self.attribute("xml:lang"))
            .or_else(|| self.text(&["language", "dc:language"]))
            .or_else(|| linked.map(str::to_owned))
    }

    fn tags(self) -> Vec<String> {
        let fields = TAGS.iter().flat_map(|name| self.all(name));
        let tags = fields.filter_map(|field| {
            let given = ["label", "term"].into_iter().find_map(|name| attribute(&field.attributes, name));
            // Some say by its address what kind of thing an entry is.
            Some(given.unwrap_or(field.text.trim()).to_owned())
                .filter(|tag| !tag.is_empty() && !tag.contains("://"))
        });
        tags.collect()
    }

    /// Returns the name of the feed an aggregator took the entry from.
    fn outlet(self) -> Option<String> {
        let source = self.all("source").next()?;
        let title = source.children.iter().find(|(name, _)| name == "title").map(|(_, text)| text.trim());
        let title = title.or_else(|| source.children.is_empty().then(|| source.text.trim()));
        title.filter(|title| !title.is_empty()).map(str::to_owned)
    }
}

/// Returns the words of a title. A tag that nothing closes is spoken of, not used: `The <b> tag`, `Vec<String>`.
fn title(field: &Field, atom: bool) -> Option<Words> {
    let closes =
        |text: &str| ["</", "/>", "<br", "<BR", "<img", "<wbr"].iter().any(|sign| text.contains(sign));
    Some(match words(field, atom)? {
        Words::Plain(text) if atom => Words::title(&text),
        Words::Html(text) if field.markup.is_none() && !closes(&text) => {
            Words::Html(text.replace('<', "&lt;"))
        }
        other => other,
    })
}

/// Returns the author of the feed an aggregator took the entry from.
fn origin_author(source: &Field) -> Option<String> {
    let author = source.markup.as_deref()?.split_once("author>")?.1.split("author>").next()?;
    let name = author.split_once("name>")?.1.split("</").next()?.trim();
    (!name.is_empty()).then(|| html::decoded(name))
}

/// Returns the words of a field. Atom says what they are, if not always rightly; RSS never does.
fn words(field: &Field, atom: bool) -> Option<Words> {
    if field.name == "media:group" {
        let inner = field.children.iter().find(|(name, _)| name == "media:description")?;
        return Some(Words::guess(&inner.1)).filter(|_| !inner.1.trim().is_empty());
    }
    let kind = attribute(&field.attributes, "type").unwrap_or_default();
    let foreign = kind.contains('/') && !["text/", "xml", "html"].iter().any(|part| kind.contains(part));
    if foreign || attribute(&field.attributes, "mode") == Some("base64") {
        return None;
    }
    if let Some(markup) = &field.markup {
        return Some(Words::Html(without_prefix(markup))).filter(|_| !field.text.trim().is_empty());
    }
    let text = field.text.trim();
    if !text.contains('<')
        && (text.contains("&amp;#") || (text.starts_with("&lt;") && text.ends_with("&gt;")))
    {
        // Escaped once more than there is need to.
        return Some(Words::Html(html::decoded(text)));
    }
    let html = kind.contains("html") || (!atom && field.name == "content:encoded");
    match (text.is_empty(), html) {
        (true, _) => None,
        (false, true) => Some(Words::Html(text.to_owned())),
        (false, false) if atom && !text.contains("</") && !text.contains("<br") => {
            Some(Words::Plain(text.to_owned()))
        }
        (false, false) => Some(Words::guess(text)),
    }
}

/// Returns the words in front of the dots that say a text was cut short; `None` where there are none.
fn uncut(line: &str) -> Option<String> {
    let line = line.trim_end_matches([']', ')', ' ']);
    let head = line.trim_end_matches(['.', '…']);
    let cut = line.ends_with('…') || line.ends_with("...");
    let head = head.trim_end_matches(['[', '(', ' ']);
    (cut && !head.is_empty()).then(|| head.to_owned())
}

/// Drops the prefix of XHTML from its tags (`<x:p>`), which HTML does not know.
fn without_prefix(markup: &str) -> String {
    let first = markup.trim_start().strip_prefix('<').unwrap_or_default();
    let end = first.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(0);
    match first.get(..end).filter(|_| first.get(end..).is_some_and(|rest| rest.starts_with(':'))) {
        Some(prefix) => markup.replace(&format!("<{prefix}:"), "<").replace(&format!("</{prefix}:"), "</"),
        None => markup.to_owned(),
    }
}

/// Returns the name of an author, else the mail address.
fn person(field: &Field) -> Option<String> {
    if attribute(&field.attributes, "role").is_some_and(|role| role != "author") {
        return None;
    }
    let child = |name: &str| field.children.iter().find(|(known, _)| known.rsplit(':').next() == Some(name));
    let inner = child("name").or_else(|| child("email")).map(|(_, text)| text.trim());
    let text = inner.or_else(|| field.children.is_empty().then(|| field.text.trim()));
    text.filter(|text| !text.is_empty()).map(str::to_owned)
}

fn is_bare_mail(line: &str) -> bool {
    line.contains('@') && !line.contains([' ', '(', '（'])
}
