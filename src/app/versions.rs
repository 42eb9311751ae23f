//! Owns the versions of an article: what is asked for them, and what their keys do. It refuses to find,
//! read and compare them: the library does.

use std::path::Path;

use super::effect::Effect;
use super::errand::Errand;
use super::looks::Look;
use super::message::Compared;
use super::{App, Overlay};
use crate::article::ArticleId;
use crate::library::versions::Version;
use crate::panes::difference::Difference;
use crate::panes::versions::{Versions, file_name};

impl App {
    /// Asks for the versions of the article the keys are about.
    pub(super) fn show_versions(&mut self) -> Vec<Effect> {
        match self.subject() {
            Some(id) => vec![Effect::Ask(Errand::Versions(id))],
            None => self.tell("nothing-to-open"),
        }
    }

    /// Takes the versions of an article.
    pub(super) fn list_versions(&mut self, versions: Vec<Version>) -> Vec<Effect> {
        if versions.len() < 2 {
            return self.tell("one-version");
        }
        let pane = Versions::new(versions, self.on_screen(), &self.words);
        self.look_at(Look::Versions(pane));
        Vec::new()
    }

    /// The article on the screen and its file.
    fn on_screen(&self) -> Option<(ArticleId, &Path)> {
        self.reader.open().map(|open| (open.id, open.path.as_path()))
    }

    fn versions(&self) -> Option<&Versions> {
        match &self.overlay {
            Some(Overlay::Look(look)) => match look.as_ref() {
                Look::Versions(pane) => Some(pane),
                _ => None,
            },
            _ => None,
        }
    }

    /// Opens the selected version.
    pub(super) fn open_version(&mut self) -> Vec<Effect> {
        let Some(version) = self.versions().and_then(Versions::chosen) else { return Vec::new() };
        let (id, path, item) = (version.id, version.path.clone(), version.item);
        // The same article is open, from another file.
        if self.on_screen().is_some_and(|(open, file)| open == id && file != path) {
            self.reader.close();
        }
        let mut effects = self.open_here(id);
        effects.retain(|effect| !matches!(effect, Effect::Ask(Errand::Load(..))));
        effects.push(Effect::Ask(Errand::LoadVersion { id, path, item, page: self.reader.page() }));
        effects
    }

    /// Asks what changed between the version on the screen and the selected one.
    pub(super) fn compare_versions(&mut self) -> Vec<Effect> {
        let Some((old, new)) = self.versions().and_then(|pane| pane.pair(self.on_screen())) else {
            return Vec::new();
        };
        let (old, new) = ((old.path.clone(), old.item), (new.path.clone(), new.item));
        self.tell("comparing");
        vec![Effect::Ask(Errand::Compare { old, new })]
    }

    /// Takes what changed between two versions.
    pub(super) fn compared(&mut self, compared: Compared) -> Vec<Effect> {
        let changes = match compared.changes {
            Ok(changes) => changes,
            Err(why) => return self.fail(why),
        };
        if !matches!(&self.overlay, Some(Overlay::Look(look)) if matches!(**look, Look::Versions(_))) {
            return Vec::new();
        }
        if changes.count() == 0 {
            return self.tell("same-words");
        }
        let files = (file_name(&compared.old.0), file_name(&compared.new.0));
        let (measure, surface) = (self.reader.measure, self.reader.surface);
        let marked = self.words.is_ascii() || self.theme.is_colourless();
        let page = Difference::new(changes, files, measure, marked, surface);
        if let Some(Overlay::Look(look)) = self.overlay.take()
            && let Look::Versions(behind) = *look
        {
            self.look_at(Look::Difference(Box::new(page), behind));
        }
        Vec::new()
    }

    fn difference(&mut self) -> Option<&mut Difference> {
        match &mut self.overlay {
            Some(Overlay::Look(look)) => match look.as_mut() {
                Look::Difference(page, _) => Some(page),
                _ => None,
            },
            _ => None,
        }
    }

    /// Goes to the next change.
    pub(super) fn next_change(&mut self) -> Vec<Effect> {
        self.step_change(true)
    }

    /// Goes to the previous change.
    pub(super) fn previous_change(&mut self) -> Vec<Effect> {
        self.step_change(false)
    }

    fn step_change(&mut self, forward: bool) -> Vec<Effect> {
        if let Some(page) = self.difference() {
            page.step(forward);
        }
        Vec::new()
    }

    /// Goes back from what changed to the versions.
    pub(super) fn leave_difference(&mut self) -> Vec<Effect> {
        match self.overlay.take() {
            Some(Overlay::Look(look)) => {
                if let Look::Difference(_, behind) = *look {
                    self.look_at(Look::Versions(behind));
                }
            }
            other => self.overlay = other,
        }
        Vec::new()
    }
}
