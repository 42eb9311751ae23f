//! Owns the names of elements: which prefix stands for which vocabulary. It refuses to resolve more
//! than the root declares; feeds that declare nothing still use the usual prefixes.

/// Vocabularies, by a part of their address that tells them apart, and their usual prefixes. An
/// empty prefix is the feed's own.
const USUAL: &[(&str, &str)] = &[
    ("purl.org/dc/elements/", "dc"),
    ("purl.org/dc/terms", "dcterms"),
    ("purl.org/rss/1.0/modules/content", "content"),
    ("www.w3.org/2005/Atom", "atom"),
    ("purl.org/atom/ns", "atom"),
    ("www.w3.org/1999/xhtml", "xhtml"),
    ("www.itunes.com/dtds", "itunes"),
    ("search.yahoo.com/mrss", "media"),
    ("purl.org/rss/1.0/modules", "other"),
    ("purl.org/rss/1.0/", ""),
    ("my.netscape.com/rdf", ""),
    ("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
];

/// The prefixes a feed declares.
#[derive(Debug, Default)]
pub(super) struct Names {
    prefixes: Vec<(String, &'static str)>,
}

impl Names {
    /// Reads the declarations among the root's attributes. In an Atom feed the names of Atom are the
    /// feed's own.
    pub(super) fn new(attributes: &[(String, String)], atom: bool) -> Self {
        let mut prefixes: Vec<(String, &'static str)> =
            if atom { vec![("atom".to_owned(), "")] } else { Vec::new() };
        for (name, address) in attributes {
            let Some(prefix) = name.strip_prefix("xmlns:") else { continue };
            if let Some((_, usual)) = USUAL.iter().find(|(part, _)| address.contains(part)) {
                let usual = if atom && *usual == "atom" { "" } else { usual };
                prefixes.insert(0, (prefix.to_owned(), usual));
            }
        }
        Self { prefixes }
    }

    /// Returns a name with the usual prefix of its vocabulary.
    pub(super) fn usual(&self, written: &str) -> String {
        let Some((prefix, local)) = written.split_once(':') else { return written.to_owned() };
        let known = self.prefixes.iter().find(|(known, _)| known == prefix).map(|(_, usual)| *usual);
        match known {
            Some("") => local.to_owned(),
            Some(usual) => format!("{usual}:{local}"),
            None => written.to_owned(),
        }
    }
}
