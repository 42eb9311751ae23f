//! Owns pages that are lists of links: Netscape bookmarks and Pocket's export. It refuses to take any
//! other page for one.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::super::entry::{Entry, Words};
use super::{List, MOST_ENTRIES};
use crate::formats::encoding;

/// Attributes read of one link.
const MOST_ATTRIBUTES: usize = 32;

/// Says whether the first bytes are those of a bookmark file.
pub(super) fn is_netscape(head: &[u8]) -> bool {
    start(head).starts_with("<!doctype netscape-bookmark-file")
}

/// Says whether the first bytes are those of a Pocket export.
pub(super) fn is_pocket(head: &[u8]) -> bool {
    let start = start(head);
    start.starts_with('<') && start.contains("<title>pocket export</title>")
}

fn start(head: &[u8]) -> String {
    if !encoding::may_open_with(head, b"<") {
        return String::new();
    }
    let head = encoding::glance(head);
    let page = head.trim_start().get(..1).is_some_and(|first| first == "<");
    if page {
        head.trim_start().chars().take(2000).collect::<String>().to_ascii_lowercase()
    } else {
        String::new()
    }
}

/// Reads the links of a page, in order, with the notes under them.
pub(super) fn read(html: &str) -> List {
    let mut reader = Reader::from_str(html);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut walk = Walk::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => walk.open(&tag),
            Ok(Event::End(tag)) => walk.close(tag.name().as_ref()),
            Ok(Event::Text(text)) => walk.text(&text),
            Ok(Event::CData(text)) => walk.text(&text),
            Ok(Event::GeneralRef(name)) => walk.text(&format!("&{};", &*name)),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => {
                walk.list.cut = true;
                break;
            }
        }
        if walk.list.entries.len() > MOST_ENTRIES {
            break;
        }
    }
    walk.end();
    walk.list
}

/// Where the words met now belong.
#[derive(Default, PartialEq)]
enum Place {
    #[default]
    Nowhere,
    Title,
    Note,
}

#[derive(Default)]
struct Walk {
    place: Place,
    words: String,
    entry: Option<Entry>,
    list: List,
}

impl Walk {
    fn open(&mut self, tag: &BytesStart<'_>) {
        let name = tag.name().as_ref().to_ascii_lowercase();
        match name.as_str() {
            "a" => {
                self.end();
                self.entry = link(tag);
                self.place = Place::Title;
            }
            "dd" if self.entry.is_some() => self.place = Place::Note,
            "dt" | "li" | "dl" | "ul" | "h1" | "h3" => self.end(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name.to_ascii_lowercase().as_str() {
            "a" => self.end_words(),
            "dl" | "ul" | "li" => self.end(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.place != Place::Nowhere {
            self.words.push_str(text);
        }
    }

    /// Gives the words met to the link they belong to.
    fn end_words(&mut self) {
        let words = std::mem::take(&mut self.words);
        let place = std::mem::take(&mut self.place);
        let Some(entry) = self.entry.as_mut().filter(|_| !words.trim().is_empty()) else { return };
        match place {
            Place::Title => {
                entry.title =
                    Some(Words::guess(words.trim())).filter(|_| entry.url.as_deref() != Some(words.trim()));
            }
            Place::Note => entry.summary = Some(Words::guess(words.trim())),
            Place::Nowhere => {}
        }
    }

    fn end(&mut self) {
        self.end_words();
        self.list.entries.extend(self.entry.take());
    }
}

/// Reads a link; `None` for what leads nowhere on the web (a script, a folder of the browser).
fn link(tag: &BytesStart<'_>) -> Option<Entry> {
    let mut entry = Entry::default();
    for attribute in tag.html_attributes().with_checks(false).take(MOST_ATTRIBUTES).flatten() {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or(attribute.value.clone());
        let value = value.trim();
        match attribute.key.as_ref().to_ascii_lowercase().as_str() {
            "href" => entry.url = Some(value.to_owned()),
            "time_added" => entry.saved = Some(value.to_owned()),
            "tags" => {
                entry.tags =
                    value.split(',').map(|tag| tag.trim().to_owned()).filter(|t| !t.is_empty()).collect();
            }
            _ => {}
        }
    }
    let url = entry.url.as_deref()?;
    (url.starts_with("http://") || url.starts_with("https://") || url.starts_with("gemini://"))
        .then_some(entry)
}
