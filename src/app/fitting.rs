//! Owns telling the panes their places, whenever the screen or what the reader wants to see of it changes. It
//! refuses to know how a screen is divided.

use ratatui::layout::Rect;

use super::effect::Effect;
use super::layout::{self, Areas, Show};
use super::{App, Overlay, list};
use crate::typeset::Bidi;

/// The most columns and rows there are. A terminal that claims to be larger lies, and a screen of it would not
/// fit in memory.
const LARGEST: u16 = 1000;

impl App {
    /// Takes the size of the screen.
    pub(super) fn resize(&mut self, width: u16, height: u16) -> Vec<Effect> {
        self.layout.size = Rect::new(0, 0, width.min(LARGEST), height.min(LARGEST));
        self.fit();
        let mut effects = vec![list(self.headlines.refresh())];
        effects.extend(self.look());
        effects
    }

    /// Tells the panes their places.
    pub(super) fn fit(&mut self) {
        let areas = self.areas();
        if areas.headlines.height > 0 && areas.headlines.width > 0 {
            self.headlines.fit(areas.headlines.height);
        }
        if areas.article.width > 0 {
            self.reader.fit(areas.article);
        }
        match &mut self.overlay {
            Some(Overlay::Help(help, _)) => help.fit(self.layout.size.width),
            Some(Overlay::Sources(panel)) => panel.fit(self.layout.size.width),
            Some(Overlay::Look(look)) => look.fit(self.layout.size, &self.words),
            Some(Overlay::Problems) => self.problems.fit(self.layout.size, &self.words),
            Some(Overlay::Question(question)) => {
                question.set = question.asked.set(layout::inside(self.layout.size), &self.words);
            }
            Some(Overlay::Note(draft)) => draft.editor.fit(),
            _ => {}
        }
    }

    /// Returns the places of the screen.
    pub(super) fn areas(&self) -> Areas {
        layout::areas(self.layout.size, self.layout.show, self.wish())
    }

    /// Returns how the panes are to be laid out.
    pub(super) fn wish(&self) -> layout::Wish {
        let is_alone = self.is_single() && self.is_reading();
        let stacked = is_alone || self.reader.surface.bidi == Bidi::Terminal;
        layout::Wish { split: self.layout.split, stacked }
    }

    /// Shows the headlines, the article or both.
    pub(super) fn show(&mut self, show: Show) {
        self.layout.show = show;
        self.fit();
    }
}
