//! Owns the panel of what the open article rests on and links to. It refuses to open anything.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::article::{Article, SafeUrl, Source, Target, Text};
use crate::typeset::{Role, shown_number};
use crate::words::Words;

/// The panel: the article's sources, then its links, numbered as in the article.
#[derive(Debug, Default)]
pub struct Sources {
    entries: Vec<Cited>,
    chosen: usize,
    /// Cells the panel may take.
    width: u16,
    /// The lines of each entry at that width, with what they are.
    lines: Vec<Vec<(String, Role)>>,
}

/// The widest the panel gets, in cells.
const WIDEST: u16 = 80;
/// Cells of frame, air, pointer and number before the words of an entry.
const BEFORE: u16 = 10;

/// One line of the panel.
#[derive(Debug, Clone)]
pub struct Cited {
    /// The number shown in the article.
    pub number: u32,
    /// What it is called.
    pub title: String,
    /// Publisher, place, day, host.
    pub detail: String,
    /// Where it can be read.
    pub url: Option<Text>,
    /// The source itself; `None` for a mere link.
    pub source: Option<Source>,
}

impl Sources {
    /// Lists an article's sources and links.
    pub fn new(article: &Article, words: &Words) -> Self {
        let sources = article.sources.iter().map(|source| Cited {
            number: source.number,
            title: source.title.as_ref().unwrap_or(&source.raw).to_string(),
            detail: detail(source, words),
            url: source.url.clone(),
            source: Some(source.clone()),
        });
        let links = article.links.iter().map(|link| Cited {
            number: shown_number(article, Target::Link(link.number)),
            title: if link.text.is_empty() { link.url.to_string() } else { link.text.to_string() },
            detail: host(&link.url, words),
            url: Some(link.url.clone()),
            source: None,
        });
        Self { entries: sources.chain(links).collect(), ..Self::default() }
    }

    /// Says whether the article cites and links nothing.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Moves the selection.
    pub fn move_by(&mut self, lines: isize) {
        self.chosen = self.chosen.saturating_add_signed(lines).min(self.entries.len().saturating_sub(1));
    }

    /// Selects the entry of this number; says whether there is one.
    pub fn choose(&mut self, number: u32) -> bool {
        let found = self.entries.iter().position(|entry| entry.number == number);
        if let Some(found) = found {
            self.chosen = found;
        }
        found.is_some()
    }

    /// Returns every entry, in the order of their numbers.
    pub fn entries(&self) -> &[Cited] {
        &self.entries
    }

    /// Returns the selected entry.
    pub fn chosen(&self) -> Option<&Cited> {
        self.entries.get(self.chosen)
    }

    /// Returns the highest number in the panel.
    pub fn highest(&self) -> u32 {
        self.entries.iter().map(|entry| entry.number).max().unwrap_or(0)
    }

    /// Sets the lines for a screen of this width.
    pub fn fit(&mut self, width: u16) {
        self.width = width.saturating_sub(2).min(WIDEST);
        let room = self.width.saturating_sub(BEFORE).max(1);
        let set = |text: &str, role| paint::wrap(text, room).into_iter().map(move |line| (line, role));
        let lines = |entry: &Cited| {
            set(&entry.title, Role::SourceTitle).chain(set(&entry.detail, Role::SourceDetail)).collect()
        };
        self.lines = self.entries.iter().map(lines).collect();
    }

    /// Returns the size the panel would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        let lines: usize = self.lines.iter().map(Vec::len).sum();
        (self.width, u16::try_from(lines + 2).unwrap_or(u16::MAX))
    }

    /// Draws the panel.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let sources = self.entries.iter().filter(|entry| entry.source.is_some()).count();
        let links = self.entries.len() - sources;
        let heading = match (sources, links) {
            (n, 0) => stage.words.count("sources-heading", n),
            (0, n) => stage.words.count("links-heading", n),
            (s, l) => stage.words.with("both-heading", &[("sources", s.into()), ("links", l.into())]),
        };
        let (frame, bold) = (stage.theme.style(Role::Overlay), stage.theme.style(Role::Crosshead));
        let inside = paint::frame(buf, area, &heading, frame, bold, stage.ascii);
        let mut y = inside.y;
        let entries = self.entries.iter().zip(&self.lines).enumerate();
        for (index, (entry, lines)) in entries.skip(self.first(usize::from(inside.height))) {
            let height =
                u16::try_from(lines.len()).unwrap_or(u16::MAX).min(inside.bottom().saturating_sub(y));
            if height == 0 {
                break;
            }
            let space = Rect { y, height, ..inside };
            draw_entry(entry.number, lines, space, buf, stage, index == self.chosen);
            y += height;
        }
    }

    /// The first entry to draw so that the selected one shows whole in so many lines.
    fn first(&self, height: usize) -> usize {
        let mut used = 0;
        let before = self.lines.iter().take(self.chosen + 1).rev();
        let shown = before.take_while(|lines| {
            used += lines.len();
            used <= height
        });
        (self.chosen + 1).saturating_sub(shown.count().max(1))
    }
}

fn draw_entry(
    number: u32,
    lines: &[(String, Role)],
    area: Rect,
    buf: &mut Buffer,
    stage: Stage<'_>,
    chosen: bool,
) {
    let bar = chosen.then(|| stage.theme.style(Role::Selected));
    if let Some(style) = bar {
        paint::fill(buf, area, style);
    }
    let over = |role: Role| stage.on_row(role, bar);
    stage.point(buf, area, bar);
    paint::text(buf, area.x + 1, area.y, BEFORE, &format!("[{number}]"), over(Role::LinkNumber));
    let indent = BEFORE - 4;
    for (y, (line, role)) in (area.top()..area.bottom()).zip(lines) {
        paint::text(buf, area.x + indent, y, area.width.saturating_sub(indent), line, over(*role));
    }
}

fn detail(source: &Source, words: &Words) -> String {
    let place: Vec<&str> =
        [&source.publisher, &source.city].into_iter().flatten().map(Text::as_str).collect();
    let mut parts = Vec::new();
    if !place.is_empty() {
        parts.push(place.join(", "));
    }
    parts.extend(source.date.map(|date| words.day(date)));
    match &source.url {
        Some(url) => parts.push(host(url, words)),
        None => parts.push(words.say("no-address-enter").to_owned()),
    }
    parts.join(words.point())
}

/// The ASCII host of a web address, or what kind of address it is.
fn host(url: &str, words: &Words) -> String {
    let none = || words.with("not-web-address", &[("address", url.into())]);
    SafeUrl::new(url).map_or_else(none, |url| url.host().to_owned())
}
