//! Owns reading the XML of a feed into fields, one list for the feed and one for each entry. It
//! refuses to know what a field means, to expand entities, and to trust that tags are closed.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::names::Names;

/// Entries read from one file.
pub(super) const MOST_ENTRIES: usize = 10_000;
/// Broken spots stepped over in one file.
const MOST_BREAKS: usize = 50;
/// Of these, spots where something is never closed: each costs a look at all that follows.
const MOST_UNCLOSED: usize = 4;
/// Attributes read of one tag.
const MOST_ATTRIBUTES: usize = 64;
/// Fields read of one entry, and of the feed itself.
const MOST_FIELDS: usize = 500;

/// One element under a feed or an entry.
#[derive(Debug, Default)]
pub(super) struct Field {
    /// Its name with the usual prefix (`dc:creator`), or without one where it is the feed's own.
    pub(super) name: String,
    /// Its attributes, named the same way.
    pub(super) attributes: Vec<(String, String)>,
    /// Its text, references resolved; that of the elements inside it too.
    pub(super) text: String,
    /// What it holds as written, when it holds elements.
    pub(super) markup: Option<String>,
    /// The name and text of the elements right inside it.
    pub(super) children: Vec<(String, String)>,
}

/// The fields of a feed or of an entry.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// The attributes of the element itself.
    pub(super) attributes: Vec<(String, String)>,
    /// What it holds, in order.
    pub(super) list: Vec<Field>,
}

/// A feed as far as it could be read.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// Whether it is Atom rather than a kind of RSS.
    pub(super) atom: bool,
    /// What the feed says of itself.
    pub(super) head: Fields,
    /// Its entries, in order.
    pub(super) entries: Vec<Fields>,
    /// Whether something was broken or missing.
    pub(super) broken: bool,
    /// Whether there were more entries than are read.
    pub(super) too_many: bool,
}

/// Returns the value of an attribute.
pub(super) fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes
        .iter()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.trim())
        .filter(|v| !v.is_empty())
}

/// Reads a decoded feed. Where the XML is broken, reading goes on at the next entry.
pub(super) fn read(xml: &str) -> Document {
    let mut walk = Walk { xml, start: 0, ..Walk::default() };
    let (mut breaks, mut unclosed) = (0, 0);
    while let Err(Break { at: broken_at, never_closed }) = walk.run() {
        let rest = xml.get(broken_at..).unwrap_or_default();
        walk.out.broken = true;
        walk.salvage(rest, broken_at);
        breaks += 1;
        unclosed += usize::from(never_closed);
        let go_on = breaks < MOST_BREAKS && unclosed < MOST_UNCLOSED;
        let Some(next) = next_entry(rest).filter(|_| go_on) else { break };
        walk.start = broken_at + next;
    }
    walk.out
}

/// Returns where the next entry begins, past the first byte.
fn next_entry(rest: &str) -> Option<usize> {
    let starts = ["<item>", "<item ", "<entry>", "<entry "].map(|tag| rest.find(tag));
    starts.into_iter().flatten().min()
}

/// A spot where the XML is broken.
struct Break {
    at: usize,
    never_closed: bool,
}

/// An element being read.
struct Open {
    field: Field,
    /// The name as written, which the closing tag must have.
    written: String,
    /// Elements of the same name open inside it.
    nested: usize,
    /// Elements open inside it.
    depth: usize,
    /// Where its content starts.
    content: usize,
    holds_elements: bool,
}

#[derive(Default)]
struct Walk<'x> {
    xml: &'x str,
    /// Where the reader was set to work.
    start: usize,
    names: Names,
    rooted: bool,
    entry: Option<Fields>,
    field: Option<Open>,
    out: Document,
}

impl Walk<'_> {
    /// Reads from `start` to the end, or to where the XML is broken.
    fn run(&mut self) -> Result<(), Break> {
        let xml = self.xml;
        let mut reader = Reader::from_str(xml.get(self.start..).unwrap_or_default());
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        config.expand_empty_elements = true;
        loop {
            let before = self.place(reader.buffer_position());
            match reader.read_event() {
                Ok(Event::Start(tag)) => {
                    let after = self.place(reader.buffer_position());
                    self.open(&tag, after);
                }
                Ok(Event::End(tag)) => self.close(tag.name().as_ref(), before),
                Ok(Event::Text(text)) => self.text(&text.xml_content(XmlVersion::Implicit1_0)),
                Ok(Event::CData(text)) => self.text(&text.xml_content(XmlVersion::Implicit1_0)),
                Ok(Event::GeneralRef(name)) => match name.resolve_char_ref() {
                    Ok(Some(c)) => self.text(c.encode_utf8(&mut [0; 4])),
                    _ => self.reference(&name.xml_content(XmlVersion::Implicit1_0)),
                },
                Ok(Event::Eof) => {
                    self.out.broken |= self.entry.is_some();
                    self.end_field(self.xml.len());
                    self.end_entry();
                    return Ok(());
                }
                Ok(_) => {}
                Err(error) => {
                    let at = self.place(reader.error_position()).max(self.start + 1);
                    return Err(Break { at, never_closed: matches!(error, quick_xml::Error::Syntax(_)) });
                }
            }
            if self.out.too_many {
                return Ok(());
            }
        }
    }

    /// Keeps what was read of the entry in which the break is: of a file cut short inside quoted text,
    /// the words up to the cut.
    fn salvage(&mut self, rest: &str, broken_at: usize) {
        if let Some(words) = rest.strip_prefix("<![CDATA[").filter(|_| self.field.is_some()) {
            self.text(words);
        }
        self.end_field(broken_at);
        self.end_entry();
    }

    fn place(&self, position: u64) -> usize {
        self.start + usize::try_from(position).unwrap_or(usize::MAX / 2)
    }

    fn open(&mut self, tag: &BytesStart<'_>, after: usize) {
        let written = tag.name();
        if !self.rooted {
            self.root(tag);
            return;
        }
        let attributes = if self.field.is_none() { self.attributes(tag) } else { Vec::new() };
        self.names.learn(&attributes);
        let name = self.names.of(written.as_ref(), &attributes);
        if name == "item" || name == "entry" {
            self.end_entry();
            self.out.too_many = self.out.entries.len() >= MOST_ENTRIES;
            let attributes = if attributes.is_empty() { self.attributes(tag) } else { attributes };
            self.entry = Some(Fields { attributes, list: Vec::new() });
        } else if let Some(open) = &mut self.field {
            open.nested += usize::from(open.written == written.as_ref());
            open.depth += 1;
            open.holds_elements = true;
            if open.depth == 1 {
                open.field.children.push((name, String::new()));
            }
        } else if name == "channel" && self.entry.is_none() {
            self.out.head.attributes.extend(attributes);
        } else {
            let field = Field { name, attributes, ..Field::default() };
            let written = written.as_ref().to_owned();
            self.field =
                Some(Open { field, written, nested: 0, depth: 0, content: after, holds_elements: false });
        }
    }

    /// Takes in the first element, whose name says what kind of feed this is. An entry may be the root.
    fn root(&mut self, tag: &BytesStart<'_>) {
        self.rooted = true;
        let attributes = self.attributes(tag);
        let local = tag.local_name();
        let local = local.as_ref().to_ascii_lowercase();
        self.out.atom = matches!(local.as_str(), "feed" | "entry");
        self.names = Names::new(&attributes, self.out.atom);
        if matches!(local.as_str(), "entry" | "item") {
            self.entry = Some(Fields { attributes, list: Vec::new() });
        } else {
            self.out.head.attributes = attributes;
        }
    }

    fn attributes(&self, tag: &BytesStart<'_>) -> Vec<(String, String)> {
        let mut all = tag.attributes();
        let some = all.with_checks(false).take(MOST_ATTRIBUTES).flatten();
        some.map(|attribute| {
            let name = self.names.usual(attribute.key.as_ref());
            let value =
                attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or(attribute.value.clone());
            (name, value.into_owned())
        })
        .collect()
    }

    fn close(&mut self, written: &str, before: usize) {
        let name = self.names.usual(written);
        if name == "item" || name == "entry" {
            self.end_field(before);
            self.end_entry();
            return;
        }
        let Some(open) = &mut self.field else { return };
        if open.written != written {
            open.depth = open.depth.saturating_sub(1);
        } else if open.nested > 0 {
            open.nested -= 1;
            open.depth = open.depth.saturating_sub(1);
        } else {
            self.end_field(before);
        }
    }

    fn end_field(&mut self, before: usize) {
        let Some(mut open) = self.field.take() else { return };
        if open.holds_elements {
            open.field.markup = self.xml.get(open.content..before).map(str::to_owned);
        }
        let fields = self.entry.as_mut().unwrap_or(&mut self.out.head);
        if fields.list.len() < MOST_FIELDS {
            fields.list.push(open.field);
        }
    }

    fn end_entry(&mut self) {
        self.field = None;
        self.out.entries.extend(self.entry.take());
    }

    fn text(&mut self, text: &str) {
        let Some(open) = &mut self.field else { return };
        open.field.text.push_str(text);
        if open.depth == 1
            && let Some((_, words)) = open.field.children.last_mut()
        {
            words.push_str(text);
        }
    }

    /// Takes in a named reference: the five of XML as what they mean, others as written.
    fn reference(&mut self, name: &str) {
        let known = match name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => return self.text(&format!("&{name};")),
        };
        self.text(known);
    }
}
