//! Owns the panel of what the open article rests on and links to. It refuses to open anything.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, day, paint};
use crate::article::{Article, SafeUrl, Source, Target, Text};
use crate::typeset::{Role, shown_number};

/// The panel: the article's sources, then its links, numbered as in the article.
#[derive(Debug, Default)]
pub struct Sources {
    entries: Vec<Cited>,
    chosen: usize,
}

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
    pub fn new(article: &Article) -> Self {
        let sources = article.sources.iter().map(|source| Cited {
            number: source.number,
            title: source.title.as_ref().unwrap_or(&source.raw).to_string(),
            detail: detail(source),
            url: source.url.clone(),
            source: Some(source.clone()),
        });
        let links = article.links.iter().map(|link| Cited {
            number: shown_number(article, Target::Link(link.number)),
            title: if link.text.is_empty() { link.url.to_string() } else { link.text.to_string() },
            detail: host(&link.url),
            url: Some(link.url.clone()),
            source: None,
        });
        Self { entries: sources.chain(links).collect(), chosen: 0 }
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

    /// Returns the selected entry.
    pub fn chosen(&self) -> Option<&Cited> {
        self.entries.get(self.chosen)
    }

    /// Returns the highest number in the panel.
    pub fn highest(&self) -> u32 {
        self.entries.iter().map(|entry| entry.number).max().unwrap_or(0)
    }

    /// Returns the size the panel would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        (76, u16::try_from(self.entries.len() * 2 + 2).unwrap_or(u16::MAX))
    }

    /// Draws the panel.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let sources = self.entries.iter().filter(|entry| entry.source.is_some()).count();
        let links = self.entries.len() - sources;
        let heading = match (sources, links) {
            (n, 0) => format!("Sources ({n})"),
            (0, n) => format!("Links ({n})"),
            (s, l) => format!("Sources ({s}) and links ({l})"),
        };
        let (frame, bold) = (stage.theme.style(Role::Overlay), stage.theme.style(Role::Crosshead));
        let inside = paint::frame(buf, area, &heading, frame, bold, stage.ascii);
        let rows = usize::from(inside.height / 2).max(1);
        let first = paint::follow(0, self.chosen, self.entries.len(), rows);
        for (index, entry) in self.entries.iter().enumerate().skip(first).take(rows) {
            let y = inside.y + u16::try_from((index - first) * 2).unwrap_or(0);
            let space = Rect { y, height: 2.min(inside.bottom().saturating_sub(y)), ..inside };
            draw_entry(entry, space, buf, stage, index == self.chosen);
        }
    }
}

fn draw_entry(entry: &Cited, area: Rect, buf: &mut Buffer, stage: Stage<'_>, chosen: bool) {
    let bar = chosen.then(|| stage.theme.style(Role::Selected));
    if let Some(style) = bar {
        paint::fill(buf, area, style);
    }
    let over =
        |role: Role| bar.map_or_else(|| stage.theme.style(role), |bar| stage.theme.style(role).patch(bar));
    let number = format!("[{}] ", entry.number);
    let pointer = if !chosen {
        " "
    } else if stage.ascii {
        ">"
    } else {
        "▸"
    };
    paint::text(buf, area.x, area.y, 1, pointer, over(Role::Selected));
    let used = 1 + paint::text(buf, area.x + 1, area.y, area.width - 1, &number, over(Role::LinkNumber));
    let room = area.width.saturating_sub(used);
    let title = paint::cut(&entry.title, room, stage.ascii);
    paint::text(buf, area.x + used, area.y, room, &title, over(Role::SourceTitle));
    if area.height > 1 {
        let detail = paint::cut(&entry.detail, room, stage.ascii);
        paint::text(buf, area.x + used, area.y + 1, room, &detail, over(Role::SourceDetail));
    }
}

fn detail(source: &Source) -> String {
    let place: Vec<&str> =
        [&source.publisher, &source.city].into_iter().flatten().map(Text::as_str).collect();
    let mut parts = Vec::new();
    if !place.is_empty() {
        parts.push(place.join(", "));
    }
    parts.extend(source.date.map(day::date));
    match &source.url {
        Some(url) => parts.push(host(url)),
        None => parts.push("no address: Enter looks it up".to_owned()),
    }
    parts.join(" · ")
}

/// The ASCII host of a web address, or what kind of address it is.
fn host(url: &str) -> String {
    SafeUrl::new(url).map_or_else(|| format!("not a web address: {url}"), |url| url.host().to_owned())
}
