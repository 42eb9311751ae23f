//! Owns the list of what could not be read, and why. It refuses to read it again.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::article::Text;
use crate::library::FileProblem;
use crate::typeset::Role;

/// The files that could not be read, and what is wrong with the configuration.
#[derive(Debug, Default)]
pub struct Problems {
    /// The file, or nothing for the configuration; and what is wrong.
    lines: Vec<(Option<String>, String)>,
    top: usize,
}

impl Problems {
    /// Adds something wrong with the configuration.
    pub fn note(&mut self, what: &str) {
        self.lines.push((None, Text::line(what).to_string()));
    }

    /// Adds a file.
    pub fn add(&mut self, problem: &FileProblem) {
        let path = Text::line(&problem.path.to_string_lossy()).to_string();
        self.lines.push((Some(path), problem.what.to_string()));
    }

    /// Forgets what was wrong with the configuration.
    pub fn clear_config(&mut self) {
        self.lines.retain(|(place, _)| place.is_some());
    }

    /// Forgets the files, before they are read again; the configuration's problems stay.
    pub fn clear_files(&mut self) {
        self.lines.retain(|(place, _)| place.is_none());
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Says whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Scrolls by lines.
    pub fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines).min(self.lines.len().saturating_sub(1));
    }

    /// Returns the size the overlay would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        (90, u16::try_from((self.lines.len() * 2).max(1) + 2).unwrap_or(u16::MAX))
    }

    /// Draws the overlay.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let theme = stage.theme;
        let heading = stage.words.count("problems-heading", self.lines.len());
        let inside = paint::frame(
            buf,
            area,
            &heading,
            theme.style(Role::Overlay),
            theme.style(Role::Crosshead),
            stage.ascii,
        );
        let shown = usize::from(inside.height) / 2;
        let is_more = (self.top > 0, self.top + shown < self.lines.len());
        paint::more(buf, area, is_more, theme.style(Role::Overlay), stage.ascii);
        let mut y = inside.y;
        for (place, what) in self.lines.iter().skip(self.top) {
            if y + 1 >= inside.bottom() {
                break;
            }
            let place = place.as_deref().unwrap_or(stage.words.say("configuration"));
            let path = paint::cut(place, inside.width, stage.ascii);
            paint::text(buf, inside.x, y, inside.width, &path, theme.style(Role::Body));
            let what = stage.words.again(what);
            let what = paint::cut(&what, inside.width.saturating_sub(2), stage.ascii);
            paint::text(
                buf,
                inside.x + 2,
                y + 1,
                inside.width.saturating_sub(2),
                &what,
                theme.style(Role::Problem),
            );
            y += 2;
        }
    }
}
