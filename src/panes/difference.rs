//! Owns the page on which two versions of an article are one text, with what was removed and added: where
//! the reader is on it, and how it looks. It refuses to compare.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::typeset::changes::{Changes, Fate, SetChanges};
use crate::typeset::{Role, Surface};

/// Cells of frame and air beside the text.
const BESIDE: u16 = 4;
/// Lines above the text: the two files, and air.
const ABOVE: u16 = 3;

/// Two versions as one text.
#[derive(Debug)]
pub struct Difference {
    changes: Changes,
    /// The names of the older and the newer file.
    files: (String, String),
    /// Whether words removed and added stand in brackets, because colour may not tell them.
    marked: bool,
    /// Cells a line of the reader's measure takes.
    measure: u16,
    surface: Surface,
    set: SetChanges,
    /// How many changes there are.
    count: usize,
    /// The change the reader went to, from 0.
    current: Option<usize>,
    top: usize,
    /// The screen.
    size: (u16, u16),
}

impl Difference {
    /// Shows changes between two files at a measure; `marked` puts brackets around them.
    pub fn new(
        changes: Changes,
        files: (String, String),
        measure: u16,
        marked: bool,
        surface: Surface,
    ) -> Self {
        let count = changes.count();
        let set = SetChanges::default();
        Self { changes, files, marked, measure, surface, set, count, current: None, top: 0, size: (0, 0) }
    }

    /// Sets the text for a screen of this size; the change the reader is at stays in sight.
    pub fn fit(&mut self, size: Rect) {
        let width = self.measure.min(size.width.saturating_sub(BESIDE + 2)).max(1);
        self.set = self.changes.set(width, self.marked, self.surface);
        self.size = (width + BESIDE, size.height.saturating_sub(2));
        self.top = self.top.min(self.last_top());
        if let Some(current) = self.current {
            self.show(current);
        }
    }

    fn page(&self) -> usize {
        usize::from(self.size.1.saturating_sub(2 + self.above()))
    }

    /// On a low screen the text needs the lines.
    fn above(&self) -> u16 {
        if self.size.1 < 14 { 0 } else { ABOVE }
    }

    fn last_top(&self) -> usize {
        self.set.lines.len().saturating_sub(self.page())
    }

    /// Scrolls by so many lines.
    pub fn move_by(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines).min(self.last_top());
    }

    /// Goes to the next change, or the previous; from the last to the first and back.
    pub fn step(&mut self, forward: bool) {
        let count = self.set.starts.len();
        if count == 0 {
            return;
        }
        let at = match (self.current, forward) {
            (None, true) => 0,
            (Some(at), true) => (at + 1) % count,
            (None | Some(0), false) => count - 1,
            (Some(at), false) => at - 1,
        };
        self.current = Some(at);
        self.show(at);
    }

    /// Scrolls so that a change is on the screen with a few lines above it.
    fn show(&mut self, change: usize) {
        let Some(line) = self.set.starts.get(change).copied() else { return };
        let page = self.page().max(1);
        if line < self.top || line >= self.top + page.saturating_sub(2).max(1) {
            self.top = line.saturating_sub(page / 3).min(self.last_top());
        }
    }

    /// Returns the size the page would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        let height = u16::try_from(self.set.lines.len()).unwrap_or(u16::MAX).saturating_add(2 + self.above());
        (self.size.0, height.min(self.size.1).max(3))
    }

    /// Draws the page.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let (theme, words) = (stage.theme, stage.words);
        let mut heading = words.count("changes-heading", self.count);
        if let Some(current) = self.current {
            heading = format!("{heading}{}{}/{}", words.point(), current + 1, self.count);
        }
        let (frame, bold) = (theme.style(Role::Overlay), theme.style(Role::Crosshead));
        let inside = paint::frame(buf, area, &heading, frame, bold, stage.ascii);
        if self.above() > 0 {
            self.draw_files(inside, buf, stage);
        }
        let text =
            Rect { y: inside.y + self.above(), height: inside.height.saturating_sub(self.above()), ..inside };
        let is_more = (self.top > 0, self.top + usize::from(text.height) < self.set.lines.len());
        paint::more(buf, area, is_more, frame, stage.ascii);
        let current = self.current.and_then(|at| self.set.starts.get(at)).copied();
        let lines = self.set.lines.iter().enumerate().skip(self.top);
        for (y, (index, line)) in (text.top()..text.bottom()).zip(lines) {
            let mut x = text.x;
            for span in &line.spans {
                let room = text.right().saturating_sub(x);
                x += paint::text(buf, x, y, room, &span.text, theme.style(span.role));
            }
            if current == Some(index) {
                let sign = if stage.ascii { ">" } else { "▸" };
                paint::text(buf, area.x, y, 1, sign, theme.style(Role::CurrentMatch));
            }
        }
    }

    /// Names the two files, each as its words look.
    fn draw_files(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let rows = [
            (Fate::Removed, Role::Removed, "version-older", &self.files.0),
            (Fate::Added, Role::Added, "version-newer", &self.files.1),
        ];
        for (y, (fate, role, key, file)) in (area.y..area.bottom()).zip(rows) {
            let (open, close) = if self.marked { fate.brackets() } else { ("", "") };
            let label = format!("{open}{}{close}", stage.words.say(key));
            let used = paint::text(buf, area.x, y, area.width, &label, stage.theme.style(role));
            let room = area.width.saturating_sub(used + 2);
            let name = paint::cut(file, room, stage.ascii);
            paint::text(buf, area.x + used + 2, y, room, &name, stage.theme.style(Role::Meta));
        }
    }
}
