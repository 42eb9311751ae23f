//! Owns what there is to know about an article besides its words: every field, where it came from, and
//! what reading it warned of. It refuses to change any of it.

use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::article::{Article, Field, FoundIn, Moment, Text};
use crate::typeset::Role;
use crate::words::Words;

/// The widest the overlay gets, in cells.
const WIDEST: u16 = 84;
/// Cells of frame and air.
const FRAME: u16 = 4;
/// The fewest cells a value gets beside its name; with less it stands below.
const BESIDE: u16 = 28;

/// What is known: the message that names it, what it says (nothing where the article does not give it), and
/// where that was found, in words.
#[derive(Debug)]
struct Fact {
    key: &'static str,
    value: Option<String>,
    place: Option<String>,
}

/// A line of the overlay.
#[derive(Debug)]
struct Line {
    name: String,
    value: String,
    role: Role,
    /// Where the value was found, behind it.
    place: String,
}

/// The overlay.
#[derive(Debug)]
pub struct About {
    facts: Vec<Fact>,
    warnings: Vec<String>,
    lines: Vec<Line>,
    /// Cells of the longest name and the gap after it; nothing where values stand below.
    indent: u16,
    width: u16,
    /// The first line shown, and the last that can be.
    top: usize,
    last_top: usize,
}

impl About {
    /// Gathers the fields of an article, read from the file at `path`; `own` are the reader's tags.
    pub fn new(article: &Article, path: &Path, own: &[String], words: &Words) -> Self {
        let mut facts = given(article, own, words);
        facts.extend(kept(article, path));
        let warnings = article.provenance.warnings.iter().map(|what| words.again(what)).collect();
        Self { facts, warnings, lines: Vec::new(), indent: 0, width: 0, top: 0, last_top: 0 }
    }

    /// Sets the lines for a screen of this size.
    pub fn fit(&mut self, size: Rect, words: &Words) {
        self.width = size.width.min(WIDEST);
        let room = self.width.saturating_sub(FRAME).max(1);
        let warning = words.say("about-warning");
        let names = self.facts.iter().map(|fact| words.say(fact.key));
        let names = names.chain((!self.warnings.is_empty()).then_some(warning)).map(paint::width);
        let names = names.max().unwrap_or(0) + 2;
        self.indent = if room >= names + BESIDE { names } else { 0 };
        let mut lines = Vec::new();
        for fact in &self.facts {
            let (value, role) = match &fact.value {
                Some(value) => (value.clone(), Role::Body),
                None => (words.with("about-not-given", &[("field", fact.key.into())]), Role::Meta),
            };
            self.set(&mut lines, words.say(fact.key), &value, role, room);
            if let Some(place) = &fact.place {
                self.set_place(&mut lines, words.point(), place, room);
            }
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
    fn set(&self, lines: &mut Vec<Line>, name: &str, value: &str, role: Role, room: u16) {
        let mut name = name.to_owned();
        let line = |name, value| Line { name, value, role, place: String::new() };
        if self.indent == 0 {
            lines.push(line(std::mem::take(&mut name), String::new()));
        }
        for value in paint::wrap(value, self.beside(room)) {
            lines.push(line(std::mem::take(&mut name), value));
        }
    }

    /// Sets where a value was found: behind its end or, where that is too narrow, below.
    fn set_place(&self, lines: &mut Vec<Line>, point: &str, place: &str, room: u16) {
        let room = self.beside(room);
        let behind = format!("{point}{place}");
        match lines.last_mut() {
            Some(last) if paint::width(&last.value) + paint::width(&behind) <= room => last.place = behind,
            _ => lines.extend(paint::wrap(place, room).into_iter().map(|value| Line {
                name: String::new(),
                value,
                role: Role::Meta,
                place: String::new(),
            })),
        }
    }

    /// Returns the cells beside the names.
    fn beside(&self, room: u16) -> u16 {
        room.saturating_sub(self.indent.max(2)).max(1)
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
        let is_more = (self.top > 0, self.top + usize::from(inside.height) < self.lines.len());
        paint::more(buf, area, is_more, frame, stage.ascii);
        let dim = stage.theme.style(Role::Meta);
        for (y, line) in rows {
            paint::text(buf, inside.x, y, inside.width, &line.name, dim);
            let (x, room) = (inside.x + before, inside.width.saturating_sub(before));
            let used = paint::text(buf, x, y, room, &line.value, stage.theme.style(line.role));
            paint::text(buf, x + used, y, room.saturating_sub(used), &line.place, dim);
        }
    }
}

/// What the article says of itself. What every article should say is there even where it is missing.
fn given(article: &Article, own: &[String], words: &Words) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (field, key, always) in FIELDS {
        let value = said(article, *field, own, words);
        if *always || value.is_some() {
            let place = article.found_in(*field).map(|place| words.say(place_key(place)).to_owned());
            facts.push(Fact { key, value, place });
        }
    }
    facts.push(Fact { key: "about-length", value: Some(length(article, words)), place: None });
    facts
}

/// The fields in the order they are shown, and whether one is shown even where it is missing.
const FIELDS: &[(Field, &str, bool)] = &[
    (Field::Headline, "about-headline", true),
    (Field::Standfirst, "about-standfirst", false),
    (Field::Byline, "about-authors", true),
    (Field::Outlet, "about-outlet", true),
    (Field::Published, "about-published", true),
    (Field::Updated, "about-updated", false),
    (Field::Language, "about-language", true),
    (Field::Url, "about-address", true),
    (Field::Tags, "about-tags", false),
    (Field::Caption, "about-caption", false),
];

/// What a field says.
fn said(article: &Article, field: Field, own: &[String], words: &Words) -> Option<String> {
    match field {
        Field::Headline => text(article.headline.as_ref()),
        Field::Standfirst => text(article.standfirst.as_ref()),
        Field::Byline => listed(article.byline.iter().map(Text::as_str)),
        Field::Outlet => text(article.outlet.as_ref()),
        Field::Published => article.published.map(|day| timed(super::day::short(day, words), day.at)),
        Field::Updated => article.updated.map(|at| timed(words.day(at.day), at)),
        Field::Language => article.language.map(|language| format!("{} ({language})", language.name())),
        Field::Url => text(article.url.as_ref()),
        Field::Tags => tags(article, own),
        Field::Caption => text(article.caption.as_ref()),
    }
}

/// The tags of the file, then those of the reader that are not among them.
fn tags(article: &Article, own: &[String]) -> Option<String> {
    let theirs = article.tags.iter().map(Text::as_str);
    let own = own.iter().map(String::as_str).filter(|own| !article.tags.iter().any(|t| t.as_str() == *own));
    listed(theirs.chain(own))
}

/// How the article is kept.
fn kept(article: &Article, path: &Path) -> Vec<Fact> {
    let from = &article.provenance;
    let file = Text::line(&path.to_string_lossy()).to_string();
    let format = [from.format, from.encoding].into_iter().filter(|name| !name.is_empty());
    let facts = [
        ("about-file", Some(file).filter(|file| !file.is_empty())),
        ("about-item", text(from.item.as_ref())),
        ("about-collection", text(from.collection.as_ref())),
        ("about-format", listed(format)),
    ];
    let facts = facts.into_iter().filter(|(_, value)| value.is_some());
    facts.map(|(key, value)| Fact { key, value, place: None }).collect()
}

/// Words, minutes, sources and links.
fn length(article: &Article, words: &Words) -> String {
    let mut parts = vec![words.count("about-words", article.word_count())];
    let (minutes, sources) = (article.reading_minutes(), article.sources.len());
    parts.extend((minutes > 0).then(|| words.time(minutes)));
    parts.extend((sources > 0).then(|| words.count("sources", sources)));
    parts.join(words.point())
}

/// Where a field was found, in words.
fn place_key(place: FoundIn) -> &'static str {
    match place {
        FoundIn::Metadata => "from-metadata",
        FoundIn::JsonLd => "from-json-ld",
        FoundIn::FrontMatter => "from-front-matter",
        FoundIn::Heading => "from-heading",
        FoundIn::Text => "from-text",
        FoundIn::Url => "from-address",
        FoundIn::FileName => "from-file-name",
        FoundIn::Sources => "from-sources",
        FoundIn::Container => "from-container",
        FoundIn::Words => "from-words",
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

fn listed<'a>(parts: impl Iterator<Item = &'a str>) -> Option<String> {
    let parts: Vec<&str> = parts.collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
