//! Owns the panel of what the open article rests on, links to and shows. It refuses to open anything.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, day, paint};
use crate::article::{Article, ArticleId, SafeUrl, Source, Target, Text};
use crate::library::Row;
use crate::library::fold::fold;
use crate::library::survey::Tied;
use crate::typeset::{Numbers, Role, joined};
use crate::words::Words;

/// The panel: the article's sources, then its links, then its pictures, numbered as in the article.
#[derive(Debug, Default)]
pub struct Sources {
    entries: Vec<Cited>,
    /// What the sources have in common, on a line or two.
    portrait: Vec<String>,
    /// The same, in lines for the width below.
    above: Vec<String>,
    chosen: usize,
    /// Cells the panel may take.
    width: u16,
    /// The lines of each entry at that width, with what they are.
    lines: Vec<Vec<(String, Role)>>,
}

/// The widest the panel gets, in cells.
const WIDEST: u16 = 80;
/// Rows of a panel that is too low for more than its entries.
const LOW: u16 = 14;
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
    /// For a picture, what the article says is its place.
    pub picture: Option<Text>,
    /// The article of the library that it is.
    pub here: Option<ArticleId>,
}

impl Cited {
    /// Says whether it is a mere link.
    fn is_link(&self) -> bool {
        self.number > 0 && self.source.is_none() && self.picture.is_none()
    }

    /// Says whether it can only be looked up: it has no address and is not in the library.
    pub fn is_looked_up(&self) -> bool {
        self.source.is_some() && self.url.is_none() && self.here.is_none()
    }
}

impl Sources {
    /// Lists an article's sources, links and pictures.
    pub fn new(article: &Article, words: &Words) -> Self {
        let numbers = Numbers::of(article);
        let sources = article.sources.iter().map(|source| Cited {
            number: source.number,
            title: source.title.as_ref().unwrap_or(&source.raw).to_string(),
            detail: detail(source, words),
            url: source.url.clone(),
            source: Some(source.clone()),
            picture: None,
            here: None,
        });
        let links = article.links.iter().map(|link| Cited {
            number: numbers.shown(Target::Link(link.number)),
            title: if link.text.is_empty() { link.url.to_string() } else { link.text.to_string() },
            detail: host(&link.url, words),
            url: Some(link.url.clone()),
            source: None,
            picture: None,
            here: None,
        });
        let pictures = article.pictured().into_iter().map(|picture| Cited {
            number: numbers.shown(Target::Picture(picture.number)),
            title: picture.words.to_string(),
            detail: picture.url.as_ref().map_or(picture.place.as_str(), SafeUrl::host).to_owned(),
            url: picture.url.as_ref().map(|url| Text::line(url.as_str())),
            source: None,
            picture: Some(picture.place.clone()),
            here: None,
        });
        let portrait = portrait(article, words);
        Self { entries: sources.chain(links).chain(pictures).collect(), portrait, ..Self::default() }
    }

    /// Takes in how the library is tied to the sources: which of them it has, which are cited by other articles,
    /// and which articles cite this one. `is_here` is the message that says of a source that the library has it.
    pub fn tie(&mut self, tied: &Tied, is_here: &str, words: &Words) {
        let sources = self.entries.iter_mut().filter(|entry| entry.source.is_some());
        for ((entry, here), shared) in sources.zip(&tied.here).zip(&tied.shared) {
            let mut said = Vec::new();
            if let Some(row) = here {
                entry.here = Some(row.id);
                said.push(words.say(is_here).to_owned());
            }
            if *shared > 0 {
                said.push(words.count("cited-by-others", *shared));
            }
            if !said.is_empty() {
                let before =
                    if entry.detail.is_empty() { String::new() } else { format!("{}\n", entry.detail) };
                let said: Vec<String> = said.iter().map(|part| paint::held(part)).collect();
                entry.detail = before + &said.join(words.point());
            }
        }
        self.entries.retain(|entry| entry.number > 0);
        self.entries.extend(tied.cited_by.iter().map(|row| citing(row, words)));
    }

    /// Says whether the article cites, links and shows nothing.
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
            let detail = Some(&entry.detail).filter(|detail| !detail.is_empty());
            let below = detail.into_iter().flat_map(|detail| set(detail, Role::SourceDetail));
            set(&entry.title, Role::SourceTitle).chain(below).collect()
        };
        self.lines = self.entries.iter().map(lines).collect();
        let inside = self.width.saturating_sub(4).max(1);
        self.above = self.portrait.iter().flat_map(|line| paint::wrap(line, inside)).collect();
    }

    /// Returns which entry is drawn on line `line` of the `height` lines inside the frame, counted from the
    /// selected one (negative: above it); `None` if there is none.
    pub fn away(&self, line: usize, height: usize) -> Option<isize> {
        let above = self.above_shown(height + 2);
        paint::entries_away(&self.lines, self.chosen, height.checked_sub(above)?, line.checked_sub(above)?)
    }

    /// Returns how many lines of the portrait show in a panel of `height` lines. In a low panel the entries
    /// matter more, and the portrait shows above the first of them only.
    fn above_shown(&self, height: usize) -> usize {
        let inside = height.saturating_sub(2);
        if height >= usize::from(self.size().1.min(LOW)) {
            return self.above.len().min(inside);
        }
        let first = self.lines.first().map_or(0, Vec::len).min(2);
        if self.chosen == 0 && self.above.len() + first <= inside { self.above.len() } else { 0 }
    }

    /// Returns the size the panel would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        let lines: usize = self.lines.iter().map(Vec::len).sum();
        (self.width, u16::try_from(lines + self.above.len() + 2).unwrap_or(u16::MAX))
    }

    /// Says how many of each there are.
    fn heading(&self, words: &Words) -> String {
        let count = |kind: fn(&Cited) -> bool| self.entries.iter().filter(|entry| kind(entry)).count();
        let kinds = [
            ("sources-heading", count(|entry| entry.source.is_some())),
            ("links-heading", count(Cited::is_link)),
            ("pictures-heading", count(|entry| entry.picture.is_some())),
        ];
        let there = kinds.into_iter().filter(|(_, count)| *count > 0);
        there.map(|(key, count)| words.count(key, count)).collect::<Vec<_>>().join(words.point())
    }

    /// Draws the panel.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let heading = self.heading(stage.words);
        let (frame, bold) = (stage.theme.style(Role::Overlay), stage.theme.style(Role::Crosshead));
        let mut inside = paint::frame(buf, area, &heading, frame, bold, stage.ascii);
        let above = self.above_shown(usize::from(area.height));
        for line in self.above.iter().take(above) {
            paint::text(buf, inside.x, inside.y, inside.width, line, stage.theme.style(Role::Meta));
            inside = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
        }
        let mut y = inside.y;
        let entries = self.entries.iter().zip(&self.lines).enumerate();
        let first = paint::first_whole(&self.lines, self.chosen, usize::from(inside.height));
        let mut left_out = false;
        for (index, (entry, lines)) in entries.skip(first) {
            let height =
                u16::try_from(lines.len()).unwrap_or(u16::MAX).min(inside.bottom().saturating_sub(y));
            left_out = usize::from(height) < lines.len();
            if height == 0 {
                break;
            }
            let space = Rect { y, height, ..inside };
            draw_entry(entry.number, lines, space, buf, stage, index == self.chosen);
            y += height;
        }
        paint::more(buf, area, (first > 0 || above < self.above.len(), left_out), frame, stage.ascii);
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
    // What cites the article is no source of it and has no number.
    let sign = match (number, stage.ascii) {
        (0, false) => " ←".to_owned(),
        (0, true) => " <-".to_owned(),
        _ => format!("[{number}]"),
    };
    paint::text(buf, area.x + 1, area.y, BEFORE, &sign, over(Role::LinkNumber));
    let indent = BEFORE - 4;
    for (y, (line, role)) in (area.top()..area.bottom()).zip(lines) {
        paint::text(buf, area.x + indent, y, area.width.saturating_sub(indent), line, over(*role));
    }
}

/// The entry of an article that cites the open one.
fn citing(row: &Row, words: &Words) -> Cited {
    let day = row.published.map(|published| day::short(published, words));
    let parts = [Some(words.say("cites-this").to_owned()), row.outlet.as_ref().map(ToString::to_string), day];
    Cited {
        number: 0,
        title: row.headline.to_string(),
        detail: parts.into_iter().flatten().collect::<Vec<_>>().join(words.point()),
        url: None,
        source: None,
        picture: None,
        here: Some(row.id),
    }
}

/// Says what the sources have in common: publishers, places, how old they are.
fn portrait(article: &Article, words: &Words) -> Vec<String> {
    if article.sources.len() < 2 {
        return Vec::new();
    }
    let mut publishers: Vec<String> =
        article.sources.iter().filter_map(|source| source.publisher.as_deref()).map(fold).collect();
    let named = publishers.len();
    publishers.sort();
    publishers.dedup();
    let mut parts = Vec::new();
    match publishers.len() {
        0 => {}
        1 if named == article.sources.len() => parts.push(words.say("one-publisher").to_owned()),
        count => parts.push(words.count("publishers", count)),
    }
    let mut cities: Vec<&str> = article.sources.iter().filter_map(|source| source.city.as_deref()).collect();
    cities.sort_unstable();
    cities.dedup();
    if !cities.is_empty() {
        parts.push(cities.join(", "));
    }
    parts.extend(ages(article, words));
    if parts.is_empty() { Vec::new() } else { vec![parts.join(words.point())] }
}

/// Says how many days before the article its sources appeared, where its own day is no guess.
fn ages(article: &Article, words: &Words) -> Option<String> {
    let day = article.dated()?.at.day;
    let age = |date: jiff::civil::Date| day.duration_since(date).as_hours() / 24;
    let ages: Vec<i64> = article.sources.iter().filter_map(|source| source.date).map(age).collect();
    Some(words.ages(*ages.iter().min()?, *ages.iter().max()?))
}

fn detail(source: &Source, words: &Words) -> String {
    let place = joined([&source.publisher, &source.city].into_iter().flatten().map(Text::as_str));
    let mut parts = Vec::new();
    if !place.is_empty() {
        parts.push(place);
    }
    parts.extend(source.date.map(|date| words.day(date)));
    parts.extend(source.url.as_ref().map(|url| host(url, words)));
    parts.join(words.point())
}

/// The ASCII host of a web address, or what kind of address it is.
fn host(url: &str, words: &Words) -> String {
    let none = || words.with("not-web-address", &[("address", url.into())]);
    SafeUrl::new(url).map_or_else(none, |url| url.host().to_owned())
}
