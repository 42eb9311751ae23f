//! Owns what there is to know about an article besides its words: every field, where it came from, and
//! what reading it warned of. It refuses to change any of it.

use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::article::{Article, DateFrom, Moment, Text};
use crate::typeset::Role;
use crate::words::Words;

/// The widest the overlay gets, in cells.
const WIDEST: u16 = 84;
/// Cells of frame and air.
const FRAME: u16 = 4;
/// The fewest cells a value gets beside its name; with less it stands below.
const BESIDE: u16 = 28;

/// A field: its name, and what it says; nothing where the article does not give it.
type Field = (String, Option<String>);

/// The overlay.
#[derive(Debug)]
pub struct About {
    fields: Vec<Field>,
    warnings: Vec<String>,
    /// What each line says: a name, and a value with its role.
    lines: Vec<(String, String, Role)>,
    /// Cells of the longest name and the gap after it; nothing where values stand below.
    indent: u16,
    width: u16,
    /// The first line shown, and the last that can be.
    top: usize,
    last_top: usize,
}

impl About {
    /// Gathers the fields of an article, read from the file at `path`; `own` are the reader's labels.
    pub fn new(article: &Article, path: &Path, own: &[String], words: &Words) -> Self {
        let mut fields = given(article, own, words);
        fields.extend(kept(article, path, words));
        let warnings = article.provenance.warnings.iter().map(|what| words.again(what)).collect();
        Self { fields, warnings, lines: Vec::new(), indent: 0, width: 0, top: 0, last_top: 0 }
    }

    /// Sets the lines for a screen of this size.
    pub fn fit(&mut self, size: Rect, words: &Words) {
        self.width = size.width.min(WIDEST);
        let room = self.width.saturating_sub(FRAME).max(1);
        let names = self.fields.iter().map(|(name, _)| paint::width(name)).max().unwrap_or(0) + 2;
        self.indent = if room >= names + BESIDE { names } else { 0 };
        let mut lines = Vec::new();
        for (name, value) in &self.fields {
            let (value, role) = match value {
                Some(value) => (value.as_str(), Role::Body),
                None => (words.say("about-not-given"), Role::Meta),
            };
            self.set(&mut lines, name, value, role, room);
        }
        for warning in &self.warnings {
            self.set(&mut lines, words.say("about-warning"), warning, Role::Problem, room);
        }
        // Title, footer and frame take a line each, twice.
        self.last_top = lines.len().saturating_sub(usize::from(size.height.saturating_sub(4)));
        self.lines = lines;
        self.top = self.top.min(self.last_top);
    }

    /// Sets a field: its name once, its value beside it or, where that is too narrow, below.
    fn set(&self, lines: &mut Vec<(String, String, Role)>, name: &str, value: &str, role: Role, room: u16) {
        let mut name = name.to_owned();
        let room = if self.indent > 0 { room - self.indent } else { room.saturating_sub(2).max(1) };
        if self.indent == 0 {
            lines.push((std::mem::take(&mut name), String::new(), role));
        }
        for piece in paint::wrap(value, room) {
            lines.push((std::mem::take(&mut name), piece, role));
        }
    }

    /// Scrolls by lines.
    pub fn move_by(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines).min(self.last_top);
    }

    /// Returns the size the overlay would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        (self.width, u16::try_from(self.lines.len() + 2).unwrap_or(u16::MAX))
    }

    /// Draws the overlay.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let (frame, bold) = (stage.theme.style(Role::Overlay), stage.theme.style(Role::Crosshead));
        let inside = paint::frame(buf, area, stage.words.say("about-heading"), frame, bold, stage.ascii);
        let before = if self.indent > 0 { self.indent } else { 2 };
        let rows = (inside.top()..inside.bottom()).zip(self.lines.iter().skip(self.top));
        for (y, (name, value, role)) in rows {
            paint::text(buf, inside.x, y, inside.width, name, stage.theme.style(Role::Meta));
            let room = inside.width.saturating_sub(before);
            paint::text(buf, inside.x + before, y, room, value, stage.theme.style(*role));
        }
    }
}

/// What the article says of itself. What every article should say is there even where it is missing.
fn given(article: &Article, own: &[String], words: &Words) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut always = |name: &str, value: Option<String>| fields.push((name.to_owned(), value));
    always(words.say("about-headline"), text(article.headline.as_ref()));
    if article.standfirst.is_some() {
        always(words.say("about-standfirst"), text(article.standfirst.as_ref()));
    }
    let authors: Vec<&str> = article.byline.iter().map(Text::as_str).collect();
    always(words.say("about-authors"), some(&authors));
    always(words.say("about-outlet"), text(article.outlet.as_ref()));
    let published = article.published.map(|published| {
        let day = super::day::short(published, words);
        format!("{}{}{}", timed(day, published.at), words.point(), words.say(origin(published.from)))
    });
    always(words.say("about-published"), published);
    if let Some(at) = article.updated {
        always(words.say("about-updated"), Some(timed(words.day(at.day), at)));
    }
    let language = article.language.map(|language| format!("{} ({language})", language.name()));
    always(words.say("about-language"), language);
    always(words.say("about-address"), text(article.url.as_ref()));
    let mut labels: Vec<&str> = article.tags.iter().map(Text::as_str).collect();
    labels.extend(
        own.iter().map(String::as_str).filter(|own| !article.tags.iter().any(|t| t.as_str() == *own)),
    );
    if !labels.is_empty() {
        always(words.say("about-labels"), some(&labels));
    }
    if article.caption.is_some() {
        always(words.say("about-caption"), text(article.caption.as_ref()));
    }
    always(words.say("about-length"), Some(length(article, words)));
    fields
}

/// How the article is kept.
fn kept(article: &Article, path: &Path, words: &Words) -> Vec<Field> {
    let from = &article.provenance;
    let file = Text::line(&path.to_string_lossy()).to_string();
    let format = [from.format, from.encoding].into_iter().filter(|name| !name.is_empty());
    let format: Vec<&str> = format.collect();
    let fields = [
        ("about-file", Some(file).filter(|file| !file.is_empty())),
        ("about-item", text(from.item.as_ref())),
        ("about-collection", text(from.collection.as_ref())),
        ("about-format", some(&format)),
    ];
    let fields = fields.into_iter().filter(|(_, value)| value.is_some());
    fields.map(|(key, value)| (words.say(key).to_owned(), value)).collect()
}

/// Words, minutes, sources and links.
fn length(article: &Article, words: &Words) -> String {
    let mut parts = vec![words.count("about-words", article.word_count())];
    let counts = [("minutes", article.reading_minutes()), ("sources", article.sources.len())];
    parts.extend(
        counts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| words.count(key, count)),
    );
    parts.join(words.point())
}

/// Where a date stood.
fn origin(from: DateFrom) -> &'static str {
    match from {
        DateFrom::Metadata => "from-metadata",
        DateFrom::FrontMatter => "from-front-matter",
        DateFrom::Text => "from-text",
        DateFrom::Url => "from-address",
        DateFrom::FileName => "from-file-name",
        DateFrom::Sources => "from-sources",
    }
}

/// A day with its time of day, where the file gives one.
fn timed(day: String, at: Moment) -> String {
    match at.time {
        Some(time) => format!("{day}, {:02}:{:02}", time.hour(), time.minute()),
        None => day,
    }
}

fn text(text: Option<&Text>) -> Option<String> {
    text.filter(|text| !text.is_empty()).map(ToString::to_string)
}

fn some(parts: &[&str]) -> Option<String> {
    (!parts.is_empty()).then(|| parts.join(", "))
}
