//! Owns the list of the versions an article was saved in. It refuses to find them, to open them and to
//! compare them.

use std::path::{Component, Path};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::listing::{Item, Listing};
use super::{Stage, day};
use crate::article::{ArticleId, Text};
use crate::library::versions::Version;
use crate::words::Words;

/// The versions of an article.
#[derive(Debug)]
pub struct Versions {
    all: Vec<Version>,
    listing: Listing,
}

impl Versions {
    /// Lists versions, the newest first. `open` is the article on the screen and its file; its version is
    /// selected.
    pub fn new(mut all: Vec<Version>, open: Option<(ArticleId, &Path)>, words: &Words) -> Self {
        all.sort_by_key(|version| std::cmp::Reverse(age(version)));
        let is_open = |version: &Version| open == Some((version.id, version.path.as_path()));
        let items = all.iter().map(|version| item(version, is_open(version), words)).collect();
        let mut listing = Listing::new(items);
        let at = all.iter().position(is_open).unwrap_or(0);
        listing.move_by(isize::try_from(at).unwrap_or(0));
        Self { all, listing }
    }

    /// Sets the lines for a screen of this width.
    pub fn fit(&mut self, width: u16) {
        self.listing.fit(width);
    }

    /// Moves the selection.
    pub fn move_by(&mut self, rows: isize) {
        self.listing.move_by(rows);
    }

    /// Returns the selected version.
    pub fn chosen(&self) -> Option<&Version> {
        self.all.get(self.listing.chosen())
    }

    /// Returns the two versions to be compared, the older first: the selected one and the one on the
    /// screen, or where these are one, its neighbour in the list.
    pub fn pair(&self, open: Option<(ArticleId, &Path)>) -> Option<(&Version, &Version)> {
        let chosen = self.listing.chosen();
        let at = self.all.iter().position(|version| open == Some((version.id, version.path.as_path())));
        let other = at.filter(|at| *at != chosen).unwrap_or(if chosen + 1 < self.all.len() {
            chosen + 1
        } else {
            chosen.checked_sub(1)?
        });
        // They stand newest first.
        Some((self.all.get(chosen.max(other))?, self.all.get(chosen.min(other))?))
    }

    /// Returns which entry is drawn on line `line` of the `height` lines inside the frame, counted from the
    /// selected one (negative: above it); `None` if there is none.
    pub fn away(&self, line: usize, height: usize) -> Option<isize> {
        self.listing.away(line, height)
    }

    /// Returns the size the pane would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        self.listing.size()
    }

    /// Draws the pane.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let heading = stage.words.count("versions-heading", self.all.len());
        self.listing.draw(area, buf, stage, &heading);
    }
}

/// What versions are ordered by: the day they appeared, then when their file was changed.
fn age(version: &Version) -> impl Ord + use<> {
    (version.row.published.map(|published| published.at.day), version.modified)
}

fn item(version: &Version, open: bool, words: &Words) -> Item {
    let row = &version.row;
    let day = row.published.map(|published| day::short(published, words));
    let long = version.words.map(|count| words.count("words-long", count));
    let about = [day, row.outlet.as_ref().map(ToString::to_string), long];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(words.point());
    let signs = [(version.shown, "version-listed"), (open, "version-open")];
    let signs: Vec<&str> = signs.iter().filter(|(is, _)| *is).map(|(_, key)| words.say(key)).collect();
    Item {
        figure: String::new(),
        title: row.headline.to_string(),
        aside: signs.join(words.point()),
        detail: format!("{about}\n{}", file_name(&version.path)),
    }
}

/// Returns the name of a file with that of its folder, safe to print.
pub fn file_name(path: &Path) -> String {
    let parts: Vec<_> = path.components().filter(|part| matches!(part, Component::Normal(_))).collect();
    let last = parts.iter().skip(parts.len().saturating_sub(2));
    let name = last.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    Text::line(&name).to_string()
}
