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

/// One line, and what it is drawn as.
type Line = (String, Role);

/// Returns the width and height it wants on a screen of this size, in cells; nothing where it does not fit.
pub fn size(screen: Rect, config: &str, words: &Words) -> Option<(u16, u16)> {
    let width = screen.width.min(WIDEST);
    let lines = lines(room(screen), config, words)?;
    Some((width, u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(FRAME.1)))
}

/// Draws it; `config` is where the config file is looked for.
pub fn draw(area: Rect, config: &str, buf: &mut Buffer, stage: Stage<'_>) {
    let Some(lines) = lines(room(area), config, stage.words) else { return };
    let (theme, heading) = (stage.theme, stage.words.say("welcome"));
    let inside = paint::frame(
        buf,
        area,
        heading,
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
    what: &'static str,
    place: &'static str,
    ways: [&'static str; 4],
    keys: &'static str,
    /// Whether there are lines of air between the parts.
    airy: bool,
}

const FULL: Said = Said {
    what: "welcome-what",
    place: "welcome-where",
    ways: ["welcome-ways", "welcome-name", "welcome-drop", "welcome-config"],
    keys: "welcome-keys",
    airy: true,
};

const SHORT: Said = Said {
    what: "welcome-what-short",
    place: "welcome-where-short",
    ways: ["welcome-ways-short", "welcome-name-short", "welcome-drop-short", "welcome-config-short"],
    keys: "welcome-keys-short",
    airy: false,
};

/// What is said in so many columns and rows: at length where there is room, else without air, else in short.
fn lines((width, height): (u16, u16), config: &str, words: &Words) -> Option<Vec<Line>> {
    let forms = [FULL, Said { airy: false, ..FULL }, SHORT];
    let mut said = forms.iter().map(|form| form.lines(width, config, words));
    said.find(|lines| width > 0 && lines.len() <= usize::from(height))
}

impl Said {
    fn lines(&self, width: u16, config: &str, words: &Words) -> Vec<Line> {
        let wrapped = |text: &str, role: Role| -> Vec<Line> {
            paint::wrap(text, width).into_iter().map(|line| (line, role)).collect()
        };
        let place = words.with(self.place, &[("config", config.into())]);
        let [ways, each @ ..] = self.ways;
        let mut listed = wrapped(words.say(ways), Role::Body);
        for (number, way) in each.iter().enumerate() {
            let told = paint::wrap(words.say(way), width.saturating_sub(2));
            let first = format!("{} ", number + 1);
            let before = std::iter::once(first.as_str()).chain(std::iter::repeat("  "));
            listed.extend(before.zip(told).map(|(before, line)| (format!("{before}{line}"), Role::Body)));
        }
        let what = wrapped(words.say(self.what), Role::Headline);
        let parts = [what, wrapped(&place, Role::Meta), listed, wrapped(words.say(self.keys), Role::Key)];
        let air: &[Line] = if self.airy { &[(String::new(), Role::Body)] } else { &[] };
        parts.join(air)
    }
}
