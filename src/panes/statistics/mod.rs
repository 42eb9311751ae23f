//! Owns the page about one's own reading: a calendar, what was read, of whom, in which languages. It
//! refuses to praise, to count streaks and to look anything up.

mod calendar;
pub mod tally;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::article::Language;
use crate::typeset::Role;
use crate::words::Words;
use tally::{Amount, Tally, WORDS_A_MINUTE};

/// The widest the page gets, in cells.
const WIDEST: u16 = 76;
/// Outlets and languages listed.
const LISTED: usize = 8;
/// The widest a name gets, in cells.
const NAME: u16 = 28;

/// A line, as words each with its role.
pub type Spans = Vec<(String, Role)>;

/// The page.
#[derive(Debug)]
pub struct Statistics {
    tally: Tally,
    words: Words,
    lines: Vec<Spans>,
    top: usize,
    size: (u16, u16),
}

impl Statistics {
    /// Shows what was counted.
    pub fn new(tally: Tally, words: Words) -> Self {
        Self { tally, words, lines: Vec::new(), top: 0, size: (0, 0) }
    }

    /// Writes the lines for a screen of this size.
    pub fn fit(&mut self, width: u16, height: u16) {
        self.size = (width.saturating_sub(2).min(WIDEST), height.saturating_sub(2));
        self.lines = lines(&self.tally, self.size.0.saturating_sub(4), &self.words);
        self.move_by(0);
    }

    /// Scrolls by so many lines.
    pub fn move_by(&mut self, lines: isize) {
        let page = usize::from(self.size.1.saturating_sub(2));
        let last = self.lines.len().saturating_sub(page);
        self.top = self.top.saturating_add_signed(lines).min(last);
    }

    /// Returns the size the page would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        let rows = u16::try_from(self.lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        (self.size.0, rows.min(self.size.1).max(3))
    }

    /// Draws the page.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let theme = stage.theme;
        let (frame, bold) = (theme.style(Role::Overlay), theme.style(Role::Crosshead));
        let inside = paint::frame(buf, area, stage.words.say("statistics"), frame, bold, stage.ascii);
        let is_more = (self.top > 0, self.top + usize::from(inside.height) < self.lines.len());
        paint::more(buf, area, is_more, frame, stage.ascii);
        for (y, line) in (inside.top()..inside.bottom()).zip(self.lines.iter().skip(self.top)) {
            let mut x = inside.x;
            for (text, role) in line {
                x += paint::text(buf, x, y, inside.right().saturating_sub(x), text, theme.style(*role));
            }
        }
    }
}

/// Writes what was counted in lines of at most `width` cells.
pub fn lines(tally: &Tally, width: u16, words: &Words) -> Vec<Spans> {
    let mut lines = calendar::lines(tally, width, words);
    lines.push(Vec::new());
    for (text, role) in figures(tally, words) {
        lines.extend(paint::wrap(&text, width).into_iter().map(|line| vec![(line, role)]));
    }
    let names = names_room([&tally.outlets, &tally.languages], width, words);
    for (key, amounts) in [("by-outlet", &tally.outlets), ("by-language", &tally.languages)] {
        if !amounts.is_empty() {
            lines.extend([Vec::new(), vec![(words.say(key).to_owned(), Role::Crosshead)]]);
            for (name, amount) in amounts.iter().take(LISTED) {
                let tongue = Language::parse(name).filter(|_| key == "by-language");
                let name = tongue.map_or_else(|| name.clone(), |language| spoken(language, words));
                lines.push(listed_line(&name, amount, (names, width), words));
            }
            let more = amounts.len().saturating_sub(LISTED);
            if more > 0 {
                lines.push(vec![(words.count("and-more", more), Role::Meta)]);
            }
        }
    }
    lines
}

/// What was read in all, and how far that is known.
fn figures(tally: &Tally, words: &Words) -> Vec<(String, Role)> {
    let total = &tally.total;
    let number = |count: usize| count.into();
    let mut said: Vec<(String, Role)> =
        this_month(tally, words).map(|line| (line, Role::Body)).into_iter().collect();
    said.push((
        words.with(
            "opened-finished",
            &[
                ("opened", number(total.opened)),
                ("finished", number(total.finished)),
                ("begun", number(total.opened - total.finished)),
            ],
        ),
        Role::Body,
    ));
    if total.minutes() > 0 {
        let (minutes, length) = (total.minutes(), words.number(total.words()));
        let time = words.with("hours", &[("hours", number(minutes / 60)), ("minutes", number(minutes % 60))]);
        said.push((words.with("about-time", &[("time", time.into()), ("words", length.into())]), Role::Body));
        said.push((words.with("estimated", &[("rate", number(WORDS_A_MINUTE))]), Role::Meta));
    }
    if tally.ticked > 0 {
        said.push((words.count("ticked", tally.ticked), Role::Meta));
    }
    if tally.missing > 0 {
        said.push((words.count("missing", tally.missing), Role::Meta));
    }
    said
}

/// What was read this month, where that is something, and not all there is.
fn this_month(tally: &Tally, words: &Words) -> Option<String> {
    let month = tally.month();
    let (opened, finished) = (("opened", month.opened.into()), ("finished", month.finished.into()));
    let said = || words.with("this-month", &[opened, finished, ("time", words.time(month.minutes()).into())]);
    (month.opened > 0 && month != tally.total).then(said)
}

/// Cells for names: what the widest of the figures beside them leaves, within what a name needs and can use.
fn names_room(lists: [&Vec<(String, Amount)>; 2], width: u16, words: &Words) -> u16 {
    let listed = lists.into_iter().flat_map(|amounts| amounts.iter().take(LISTED));
    let figures = listed.map(|(_, amount)| paint::width(&figures_of(amount, words).join(words.point())));
    let beside = figures.max().unwrap_or(0) + 2;
    NAME.min(width.saturating_sub(beside)).max(width / 3)
}

/// How many articles, and how many minutes.
fn figures_of(amount: &Amount, words: &Words) -> [String; 2] {
    [words.count("articles", amount.opened), words.count("minutes", amount.minutes())]
}

/// A language by its own name and its tag; in ASCII by the tag alone, if its name is written otherwise.
fn spoken(language: Language, words: &Words) -> String {
    let name = language.name();
    if words.is_ascii() && !name.is_ascii() { language.to_string() } else { format!("{name} ({language})") }
}

fn listed_line(name: &str, amount: &Amount, (room, width): (u16, u16), words: &Words) -> Spans {
    let name = paint::cut_between(name, room, words.is_ascii());
    let pad = " ".repeat(usize::from(room.saturating_sub(paint::width(&name)) + 2));
    let figures = figures_of(amount, words);
    let whole = figures.join(words.point());
    let [articles, _] = figures;
    let about = paint::first_fitting([whole, articles], width.saturating_sub(room + 2)).unwrap_or_default();
    vec![(format!("{name}{pad}"), Role::Body), (about, Role::RowDetail)]
}
