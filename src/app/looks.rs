//! Owns the panes that look at the library as a whole: what is asked for them, and what their keys do.
//! It refuses to find anything: the library answers, and a late answer never covers something else.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::commands::Scope;
use super::effect::Effect;
use super::errand::Errand;
use super::layout::Show;
use super::message::Beyond;
use super::{App, Overlay, list};
use crate::article::ArticleId;
use crate::library::Query;
use crate::library::survey::{Findings, Survey, Tied};
use crate::panes::Stage;
use crate::panes::about::About;
use crate::panes::difference::Difference;
use crate::panes::outlets::Outlets;
use crate::panes::related::Related;
use crate::panes::sources::Sources;
use crate::panes::statistics::Statistics;
use crate::panes::timeline::Timeline;
use crate::panes::versions::Versions;
use crate::words::Words;

/// Says of a source that the library has it, and which key leads there.
const IS_HERE: &str = "in-your-library";

/// A pane that looks at the library as a whole, or at an article from outside.
#[derive(Debug)]
pub(super) enum Look {
    About(About),
    Outlets(Outlets),
    Related(Related),
    Statistics(Statistics),
    Timeline(Timeline),
    Versions(Versions),
    /// What changed between two versions, and the versions behind it.
    Difference(Box<Difference>, Versions),
}

impl Look {
    pub(super) fn scope(&self) -> Scope {
        match self {
            Self::About(_) => Scope::About,
            Self::Outlets(_) => Scope::Outlets,
            Self::Related(_) => Scope::Related,
            Self::Statistics(_) => Scope::Statistics,
            Self::Timeline(_) => Scope::Timeline,
            Self::Versions(_) => Scope::Versions,
            Self::Difference(..) => Scope::Difference,
        }
    }

    pub(super) fn fit(&mut self, size: Rect, words: &Words) {
        match self {
            Self::About(pane) => pane.fit(size, words),
            Self::Outlets(pane) => pane.fit(size.width),
            Self::Related(pane) => pane.fit(size.width),
            Self::Statistics(pane) => pane.fit(size.width, size.height),
            Self::Timeline(pane) => pane.fit(size.width, size.height),
            Self::Versions(pane) => pane.fit(size.width),
            Self::Difference(pane, behind) => {
                pane.fit(size);
                behind.fit(size.width);
            }
        }
    }

    pub(super) fn move_by(&mut self, rows: isize) {
        match self {
            Self::About(pane) => pane.move_by(rows),
            Self::Outlets(pane) => pane.move_by(rows),
            Self::Related(pane) => pane.move_by(rows),
            Self::Statistics(pane) => pane.move_by(rows),
            Self::Timeline(pane) => pane.move_by(rows),
            Self::Versions(pane) => pane.move_by(rows),
            Self::Difference(pane, _) => pane.move_by(rows),
        }
    }

    pub(super) fn size(&self) -> (u16, u16) {
        match self {
            Self::About(pane) => pane.size(),
            Self::Outlets(pane) => pane.size(),
            Self::Related(pane) => pane.size(),
            Self::Statistics(pane) => pane.size(),
            Self::Timeline(pane) => pane.size(),
            Self::Versions(pane) => pane.size(),
            Self::Difference(pane, _) => pane.size(),
        }
    }

    /// Returns which entry is drawn on line `line` of the `height` lines inside the frame, counted from the
    /// selected one (negative: above it); `None` if there is none.
    pub(super) fn away(&self, line: usize, height: usize) -> Option<isize> {
        match self {
            Self::Outlets(pane) => pane.away(line, height),
            Self::Related(pane) => pane.away(line, height),
            Self::Timeline(pane) => pane.away(line, height),
            Self::Versions(pane) => pane.away(line, height),
            Self::About(_) | Self::Statistics(_) | Self::Difference(..) => None,
        }
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        match self {
            Self::About(pane) => pane.draw(area, buf, stage),
            Self::Outlets(pane) => pane.draw(area, buf, stage),
            Self::Related(pane) => pane.draw(area, buf, stage),
            Self::Statistics(pane) => pane.draw(area, buf, stage),
            Self::Timeline(pane) => pane.draw(area, buf, stage),
            Self::Versions(pane) => pane.draw(area, buf, stage),
            Self::Difference(pane, _) => pane.draw(area, buf, stage),
        }
    }
}

impl App {
    /// Asks for every outlet.
    pub(super) fn show_outlets(&mut self) -> Vec<Effect> {
        self.tell("counting-outlets");
        vec![Effect::Ask(Errand::Survey(Box::new(Survey::Outlets)))]
    }

    /// Shows what there is to know about the article on the screen.
    pub(super) fn show_about(&mut self) -> Vec<Effect> {
        let Some(open) = self.reader.open() else { return self.tell("nothing-to-open") };
        let own = self.marks.get(open.id).tags;
        let pane = About::new(&open.article, &open.path, &own, &self.words);
        self.look_at(Look::About(pane));
        Vec::new()
    }

    /// Asks for articles like the one on the screen.
    pub(super) fn show_related(&mut self) -> Vec<Effect> {
        let Some(open) = self.reader.open() else { return self.tell("nothing-to-open") };
        let survey = Survey::related(open.id, &open.article);
        self.tell("looking-for-related");
        vec![Effect::Ask(Errand::Survey(Box::new(survey)))]
    }

    /// Takes an answer about the library as a whole.
    pub(super) fn surveyed(&mut self, findings: Findings) -> Vec<Effect> {
        let open = self.reader.open().map(|open| open.id);
        match findings {
            Findings::Tied(tied) => {
                if let Some(Overlay::Sources(panel)) = &mut self.overlay
                    && open == Some(tied.id)
                {
                    panel.tie(&tied, IS_HERE, &self.words);
                    panel.fit(self.layout.size.width);
                } else if self.overlay.is_none() && open == Some(tied.id) && !tied.cited_by.is_empty() {
                    self.show_who_cites(&tied);
                }
            }
            Findings::Outlets(outlets) if outlets.is_empty() => return self.tell("no-outlets"),
            Findings::Related(id, related) if open == Some(id) && related.is_empty() => {
                return self.tell("no-related");
            }
            Findings::Outlets(outlets) => self.look_at(Look::Outlets(Outlets::new(outlets, &self.words))),
            Findings::Related(id, related) if open == Some(id) => {
                self.look_at(Look::Related(Related::new(&related, &self.words)));
            }
            Findings::Related(..) => {}
        }
        Vec::new()
    }

    /// Takes what was found by looking beyond the rows of the list.
    pub(super) fn looked(&mut self, beyond: Beyond) -> Vec<Effect> {
        match beyond {
            Beyond::Versions(versions) => self.list_versions(versions),
            Beyond::Days(days) => self.list_days(days),
            Beyond::Statistics(tally) => self.list_statistics(tally),
            Beyond::Compared(compared) => self.compared(compared),
            Beyond::Lit(lit) => self.loaded_lit(lit),
        }
    }

    /// An article that cites nothing may be cited.
    fn show_who_cites(&mut self, tied: &Tied) {
        let mut panel = Sources::default();
        panel.tie(tied, IS_HERE, &self.words);
        panel.fit(self.layout.size.width);
        self.said.notice = None;
        self.overlay = Some(Overlay::Sources(panel));
    }

    /// Lays a pane over the screen, unless something else is there by now.
    pub(super) fn look_at(&mut self, mut look: Look) {
        if self.overlay.is_none() && self.typing.is_none() {
            self.said.notice = None;
            look.fit(self.layout.size, &self.words);
            self.overlay = Some(Overlay::Look(Box::new(look)));
        }
    }

    fn looked_at(&self) -> Option<&Look> {
        match &self.overlay {
            Some(Overlay::Look(look)) => Some(look),
            _ => None,
        }
    }

    /// Sorts outlets by name or by count.
    pub(super) fn turn_outlets(&mut self) -> Vec<Effect> {
        if let Some(Overlay::Look(look)) = &mut self.overlay
            && let Look::Outlets(pane) = look.as_mut()
        {
            pane.turn(&self.words);
        }
        Vec::new()
    }

    /// Shows the articles by the selected outlet and those that cite it.
    pub(super) fn filter_outlet(&mut self) -> Vec<Effect> {
        let Some(Look::Outlets(pane)) = self.looked_at() else { return Vec::new() };
        let Some(name) = pane.chosen().map(|outlet| outlet.name.replace('"', " ")) else { return Vec::new() };
        self.overlay = None;
        self.list_query(&format!("source:\"{}\"", name.trim()))
    }

    /// Shows the list of what a query finds.
    pub(super) fn list_query(&mut self, words: &str) -> Vec<Effect> {
        let Ok(query) = Query::parse(words) else { return Vec::new() };
        let mut effects = if self.is_reading() { self.leave_article() } else { Vec::new() };
        let ask = self.headlines.show(words, query, false);
        effects.push(list(ask));
        effects
    }

    /// Opens the selected article of a pane.
    pub(super) fn open_looked_at(&mut self) -> Vec<Effect> {
        let chosen = match self.looked_at() {
            Some(Look::Related(pane)) => pane.chosen(),
            _ => None,
        };
        chosen.map_or_else(Vec::new, |id| self.follow_to(id))
    }

    /// Opens an article wherever it stands; the list follows if it has it.
    pub(super) fn open_here(&mut self, id: ArticleId) -> Vec<Effect> {
        self.overlay = None;
        let mut effects = if self.is_reading() { self.keep_place() } else { Vec::new() };
        if self.layout.show == Show::Headlines {
            self.show(Show::Article);
        }
        self.coming.opening = Some(id);
        self.headlines.select_later(Some(id));
        effects.extend([list(self.headlines.refresh()), self.load(id)]);
        effects
    }
}
