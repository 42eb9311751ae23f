//! Owns the notes that Joplin writes out: the title on the first line, the fields below the text. It refuses a file
//! whose last lines are not such fields from the identity to the kind.

use crate::article::{Article, Field, FoundIn, Published, Text};
use crate::formats::dates::{self, Reading};
use crate::formats::people;

/// The longest list of fields, in lines, and in bytes.
const FIELDS: usize = 40;
const LONGEST: usize = 8000;
/// Figures and letters of an identity.
const IDENTITY: usize = 32;

/// A note: its title, its text, its fields.
pub(super) struct Note<'t> {
    title: &'t str,
    pub(super) body: &'t str,
    fields: &'t str,
}

/// Parts a file into the pieces of a note.
pub(super) fn split(text: &str) -> Option<Note<'_>> {
    let end = text.trim_end();
    let from = end.ceil_char_boundary(end.len().saturating_sub(LONGEST));
    let tail = end.get(from..)?;
    let last = tail.rsplit('\n').next()?;
    if !last.starts_with("type_: ") {
        return None;
    }
    let start = tail.rfind("\nid: ").map(|at| at + 1)?;
    let fields = tail.get(start..)?;
    let identity = fields.lines().next()?.strip_prefix("id: ")?.trim();
    let are_fields = fields.lines().count() <= FIELDS && fields.lines().all(|line| line.contains(':'));
    if identity.len() != IDENTITY || !identity.bytes().all(|byte| byte.is_ascii_hexdigit()) || !are_fields {
        return None;
    }
    let above = end.get(..from + start)?;
    let (title, body) = above.split_once('\n')?;
    Some(Note { title, body, fields })
}

impl Note<'_> {
    /// Fills what the note says of itself.
    pub(super) fn describe(&self, article: &mut Article) {
        let value = |key: &str| {
            let mut lines = self.fields.lines().filter_map(|line| line.split_once(':'));
            lines
                .find(|(name, _)| *name == key)
                .map(|(_, value)| value.trim())
                .filter(|value| !value.is_empty())
        };
        article.headline = Text::some_line(self.title);
        article.provenance.places.set(Field::Headline, FoundIn::FrontMatter);
        article.url = value("source_url").and_then(Text::some_line);
        article.byline = value("author").map(|line| people::names(&[line.to_owned()])).unwrap_or_default();
        let saved = value("created_time").and_then(|time| dates::parse(time, Reading::default()));
        article.published = saved.map(|at| Published { at, from: FoundIn::Sources });
        article.note(FoundIn::FrontMatter);
    }
}
