//! Owns the list of what could not be read, and why. It refuses to read it again.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::article::Text;
use crate::library::FileProblem;
use crate::typeset::Role;
use crate::words::Words;

/// The widest the overlay gets, in cells.
const WIDEST: u16 = 90;
/// Cells of frame and air.
const FRAME: u16 = 4;
/// By how many cells the lines that say what is wrong are indented.
const INDENT: u16 = 2;

/// The files that could not be read, and what is wrong with the configuration.
#[derive(Debug, Default)]
pub struct Problems {
    /// The file, or nothing for the configuration; and what is wrong.
    all: Vec<(Option<String>, String)>,
    /// The files among them.
    places: HashSet<String>,
    /// The same, in lines for the width below.
    set: Vec<(String, Role)>,
    /// How many of the problems are set.
    fitted: usize,
    /// Cells the overlay would like.
    width: u16,
    /// The first line shown, and the last that can be.
    top: usize,
    last_top: usize,
}

impl Problems {
    /// Adds something wrong with the configuration.
    pub fn note(&mut self, what: &str) {
        self.all.push((None, Text::line(what).to_string()));
    }

    /// Adds a file; what was wrong with it before is forgotten.
    pub fn add(&mut self, problem: &FileProblem) {
        let path = shown(&problem.path);
        let what = problem.what.to_string();
        if self.places.insert(path.clone()) {
            self.all.push((Some(path), what));
        } else if let Some((_, before)) = self.all.iter_mut().find(|(place, _)| place.as_ref() == Some(&path))
            && *before != what
        {
            (*before, self.fitted) = (what, 0);
        }
    }

    /// Forgets what was wrong with files and places.
    pub fn forget(&mut self, paths: &[PathBuf]) {
        let known = paths.iter().filter_map(|path| self.places.take(&shown(path)));
        let mended: HashSet<String> = known.collect();
        if !mended.is_empty() {
            self.all.retain(|(place, _)| place.as_ref().is_none_or(|place| !mended.contains(place)));
            self.fitted = 0;
        }
    }

    /// Forgets what was wrong with the configuration.
    pub fn clear_config(&mut self) {
        self.all.retain(|(place, _)| place.is_some());
        self.fitted = 0;
    }

    /// Forgets the files, before they are read again; the configuration's problems stay.
    pub fn clear_files(&mut self) {
        self.places.clear();
        self.all.retain(|(place, _)| place.is_none());
        self.fitted = 0;
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Says whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Sets the lines for a screen of this size: each problem takes as many as it needs.
    pub fn fit(&mut self, size: Rect, words: &Words) {
        let width = size.width.min(WIDEST);
        if self.width != width {
            (self.width, self.fitted) = (width, 0);
        }
        if self.fitted == 0 {
            self.set.clear();
        }
        let room = self.width.saturating_sub(FRAME).max(1);
        // While files are read there are more and more: those that are set stay so.
        for (place, what) in self.all.iter().skip(self.fitted) {
            let place = place.as_deref().unwrap_or(words.say("configuration"));
            let path = shortened(place, room, words.is_ascii());
            self.set.extend(path.into_iter().map(|line| (line, Role::Body)));
            let what = paint::wrap(&words.again(what), room.saturating_sub(INDENT).max(1));
            self.set.extend(what.into_iter().map(|line| (line, Role::Problem)));
        }
        self.fitted = self.all.len();
        // Title, footer and frame take a line each, twice.
        self.last_top = self.set.len().saturating_sub(usize::from(size.height.saturating_sub(4)));
        self.top = self.top.min(self.last_top);
    }

    /// Scrolls by lines.
    pub fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines).min(self.last_top);
    }

    /// Returns the size the overlay would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        (self.width, u16::try_from(self.set.len().max(1) + 2).unwrap_or(u16::MAX))
    }

    /// Draws the overlay.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let heading = stage.words.count("problems-heading", self.all.len());
        let (frame, bold) = (stage.theme.style(Role::Overlay), stage.theme.style(Role::Crosshead));
        let inside = paint::frame(buf, area, &heading, frame, bold, stage.ascii);
        let is_more = (self.top > 0, self.top + usize::from(inside.height) < self.set.len());
        paint::more(buf, area, is_more, frame, stage.ascii);
        for (y, (line, role)) in (inside.top()..inside.bottom()).zip(self.set.iter().skip(self.top)) {
            let indent = if *role == Role::Problem { INDENT } else { 0 };
            let room = inside.width.saturating_sub(indent);
            paint::text(buf, inside.x + indent, y, room, line, stage.theme.style(*role));
        }
    }
}

/// Returns a path as it is shown.
fn shown(path: &Path) -> String {
    Text::line(&path.to_string_lossy()).to_string()
}

/// Returns a path in lines of at most `room` cells. Folders are left out in front, for what tells one file
/// from the others is its name; a name that is longer than a line goes on below.
fn shortened(path: &str, room: u16, ascii: bool) -> Vec<String> {
    if paint::width(path) <= room {
        return vec![path.to_owned()];
    }
    let sign = if ascii { "..." } else { "…" };
    let ends = path.match_indices('/').filter_map(|(at, _)| path.get(at..)).filter(|end| *end != "/");
    let shown = paint::first_fitting(ends.map(|end| format!("{sign}{end}")), room);
    let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or(path);
    shown.map_or_else(|| paint::wrap(name, room), |shown| vec![shown])
}
