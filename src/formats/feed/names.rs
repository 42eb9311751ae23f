//! Owns the names of elements: which prefix stands for which vocabulary. It refuses to
//! forget a declaration where its element ends; feeds that declare nothing still use the usual prefixes.

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

/// Prefixes kept of one feed.
const MOST: usize = 100;

/// The prefixes a feed declares.
#[derive(Debug, Default)]
pub(super) struct Names {
    prefixes: Vec<(String, &'static str)>,
    atom: bool,
}

impl Names {
    /// Reads the declarations among the root's attributes. In an Atom feed the names of Atom are the
    /// feed's own.
    pub(super) fn new(attributes: &[(String, String)], atom: bool) -> Self {
        let prefixes = if atom { vec![("atom".to_owned(), "")] } else { Vec::new() };
        let mut names = Self { prefixes, atom };
        names.learn(attributes);
        names
    }

    /// Reads the declarations among the attributes of an element.
    pub(super) fn learn(&mut self, attributes: &[(String, String)]) {
        for (name, address) in attributes {
            let Some(prefix) = name.strip_prefix("xmlns:") else { continue };
            let Some(usual) = self.vocabulary(address).filter(|_| self.prefixes.len() < MOST) else {
                continue;
            };
            self.prefixes.insert(0, (prefix.to_owned(), usual));
        }
    }

    fn vocabulary(&self, address: &str) -> Option<&'static str> {
        let (_, usual) = USUAL.iter().find(|(part, _)| address.contains(part))?;
        Some(if self.atom && *usual == "atom" { "" } else { usual })
    }

    /// Returns the name of an element that may declare by itself whose word it is: `<creator xmlns="…">`.
    pub(super) fn of(&self, written: &str, attributes: &[(String, String)]) -> String {
        let own = attributes.iter().find(|(name, _)| name == "xmlns");
        let own = own.and_then(|(_, address)| self.vocabulary(address)).filter(|usual| !usual.is_empty());
        match own.filter(|_| !written.contains(':')) {
            Some(usual) => settled(&format!("{usual}:{written}")),
            None => self.usual(written),
        }
    }

    /// Returns a name with the usual prefix of its vocabulary.
    pub(super) fn usual(&self, written: &str) -> String {
        let Some((prefix, local)) = written.split_once(':') else { return settled(written) };
        let known = self.prefixes.iter().find(|(known, _)| known == prefix).map(|(_, usual)| *usual);
        match known {
            Some("") => settled(local),
            Some(usual) => settled(&format!("{usual}:{local}")),
            None => settled(written),
        }
    }
}

/// Writes a name in the case its vocabulary has it in, whatever case a feed does.
fn settled(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    match lower.as_str() {
        "pubdate" => "pubDate".to_owned(),
        "lastbuilddate" => "lastBuildDate".to_owned(),
        _ => lower,
    }
}
