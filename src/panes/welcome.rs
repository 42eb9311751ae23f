//! Owns what a first start says: what newsprint is, where it looked, how articles are added. It refuses to
//! know whether this is one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::typeset::Role;
use crate::words::Words;

/// The widest it gets, in cells, its frame counted.
const WIDEST: u16 = 72;
/// Cells the frame and the air inside it take.
const FRAME: (u16, u16) = (4, 2);
/// Cells the frame takes beside its heading.
const BESIDE: u16 = 6;

/// One line, and what it is drawn as.
type Line = (String, Role);

/// Returns the width and height it wants on a screen of this size, in cells; nothing where it does not fit.
pub fn size(screen: Rect, config: &str, words: &Words) -> Option<(u16, u16)> {
    let width = screen.width.min(WIDEST);
    let (_, lines) = lines(room(screen), config, words)?;
    Some((width, u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(FRAME.1)))
}

/// Draws it; `config` is where the config file is looked for.
pub fn draw(area: Rect, config: &str, buf: &mut Buffer, stage: Stage<'_>) {
    let Some((said, lines)) = lines(room(area), config, stage.words) else { return };
    let theme = stage.theme;
    let ways = [said.heading, "welcome"].map(|key| stage.words.say(key).to_owned());
    let heading = paint::first_fitting(ways, area.width.saturating_sub(BESIDE)).unwrap_or_default();
    let inside = paint::frame(
        buf,
        area,
        &heading,
        theme.style(Role::Overlay),
        theme.style(Role::Crosshead),
        stage.ascii,
    );
    for (y, (line, role)) in (inside.top()..inside.bottom()).zip(lines) {
        paint::text(buf, inside.x, y, inside.width, &line, theme.style(role));
    }
}

/// The space for words inside a frame on a screen of this size.
fn room(screen: Rect) -> (u16, u16) {
    (screen.width.min(WIDEST).saturating_sub(FRAME.0), screen.height.saturating_sub(FRAME.1))
}

/// The messages of one way to say it.
struct Said {
    /// Where there is no line for it, the heading says which language the guide is in.
    heading: &'static str,
    what: &'static str,
    /// Where the library was looked for, if there is room to say it.
    place: Option<&'static str>,
    /// What leads to the ways to one's own articles, and the ways.
    ways: &'static [&'static str],
    keys: &'static str,
    /// Whether there are lines of air between the parts.
    airy: bool,
}

const FULL: Said = Said {
    heading: "welcome",
    what: "welcome-what",
    place: Some("welcome-where"),
    ways: &["welcome-ways", "welcome-name", "welcome-drop", "welcome-config"],
    keys: "welcome-keys",
    airy: true,
};

const SHORT: Said = Said {
    heading: "welcome-short",
    what: "welcome-what-short",
    place: Some("welcome-where-short"),
    ways: &["welcome-ways-short", "welcome-name-short", "welcome-drop-short", "welcome-config-short"],
    keys: "welcome-keys-short",
    airy: false,
};

/// What nobody should start without knowing.
const LEAST: Said = Said { place: None, ways: &["welcome-ways-short", "welcome-name-short"], ..SHORT };

/// Returns what is said in this many columns and rows: everything with air between, else without air, else in
/// short, else the least.
fn lines((width, height): (u16, u16), config: &str, words: &Words) -> Option<(Said, Vec<Line>)> {
    let forms = [FULL, Said { airy: false, ..FULL }, SHORT, LEAST].into_iter();
    let mut said = forms.map(|form| {
        let lines = form.lines(width, config, words);
        (form, lines)
    });
    said.find(|(_, lines)| width > 0 && lines.len() <= usize::from(height))
}

impl Said {
    fn lines(&self, width: u16, config: &str, words: &Words) -> Vec<Line> {
        let wrapped = |text: &str, role: Role| -> Vec<Line> {
            balanced(text, width).into_iter().map(|line| (line, role)).collect()
        };
        let place = self.place.map(|key| words.with(key, &[("config", config.into())]));
        let (lead, each) = self.ways.split_at_checked(1).unwrap_or_default();
        let mut listed: Vec<Line> = lead.iter().flat_map(|key| wrapped(words.say(key), Role::Body)).collect();
        for (number, way) in each.iter().enumerate() {
            let told = balanced(words.say(way), width.saturating_sub(2));
            // One way alone is not counted.
            let first = if each.len() > 1 { format!("{} ", number + 1) } else { "  ".to_owned() };
            let before = std::iter::once(first.as_str()).chain(std::iter::repeat("  "));
            listed.extend(before.zip(told).map(|(before, line)| (format!("{before}{line}"), Role::Body)));
        }
        let what = wrapped(words.say(self.what), Role::Headline);
        let place = place.map(|place| wrapped(&place, Role::Meta)).unwrap_or_default();
        let parts = [what, place, listed, wrapped(words.say(self.keys), Role::Key)];
        let air: &[Line] = if self.airy { &[(String::new(), Role::Body)] } else { &[] };
        parts.join(air)
    }
}

/// Breaks a sentence into lines of at most `width` cells. Where a word or two would be alone on the last, all
/// are made as short as they can be without there being more of them.
fn balanced(text: &str, width: u16) -> Vec<String> {
    let lines = paint::wrap(text, width);
    let is_orphan = |last: &String| lines.len() > 1 && paint::width(last) < width / 3;
    if !lines.last().is_some_and(is_orphan) {
        return lines;
    }
    let count = lines.len();
    let narrower = (width / 2..width).rev().map(|width| paint::wrap(text, width));
    narrower.take_while(|lines| lines.len() == count).last().unwrap_or(lines)
}
