//! Owns going to another library, a section or a saved search. It refuses to know where libraries are.

use std::path::Path;

use super::layout::Show;
use super::message::Effect;
use super::{App, Overlay, Scan, Stock, list};
use crate::article::Text;
use crate::library::{Query, Section};
use crate::panes::places::{Goal, Places};

impl App {
    /// Lists the places to go to; what is in them is counted meanwhile.
    pub(super) fn show_places(&mut self) -> Vec<Effect> {
        let places = Places::new(&self.libraries, &self.place, &self.searches, &self.headlines.words);
        self.overlay = Some(Overlay::Places(places));
        let query = |(_, words): &(String, String)| Query::parse(words).unwrap_or_default();
        vec![Effect::Count(self.searches.iter().map(query).collect()), Effect::CountLibraries]
    }

    /// Takes what is in other libraries.
    pub(super) fn libraries_counted(&mut self, counts: &[(String, (usize, usize))]) -> Vec<Effect> {
        if let Some(Overlay::Places(places)) = &mut self.overlay {
            places.libraries_counted(counts);
        }
        Vec::new()
    }

    /// Takes what is in the places.
    pub(super) fn counted(&mut self, searches: &[(usize, usize)], sections: &[Section]) -> Vec<Effect> {
        if let Some(Overlay::Places(places)) = &mut self.overlay {
            let section = |section: &Section| {
                let name = Text::line(&section.name).to_string();
                (name, section.words(), (section.total, section.unread))
            };
            places.counted(searches, sections.iter().map(section).collect());
            if places.is_empty() {
                self.overlay = None;
                return self.tell("nowhere-to-go");
            }
        }
        Vec::new()
    }

    /// Goes to the selected place.
    pub(super) fn go_there(&mut self) -> Vec<Effect> {
        let Some(Overlay::Places(places)) = &self.overlay else { return Vec::new() };
        let goal = places.chosen().cloned();
        self.overlay = None;
        let mut effects = self.keep_place();
        effects.extend(match goal {
            Some(Goal::Library(name)) => self.switch(name),
            Some(Goal::Search(words)) => match Query::parse(&words) {
                Ok(query) => {
                    self.show(Show::Headlines);
                    vec![list(self.headlines.show(&words, query, false))]
                }
                Err(error) => {
                    let what = self.words.again(&error.to_string());
                    self.fail(format!("{words}: {what}"))
                }
            },
            None => Vec::new(),
        });
        effects
    }

    /// Opens another library in place of this one.
    fn switch(&mut self, name: String) -> Vec<Effect> {
        let ask = self.move_to(&Text::line(&name));
        vec![Effect::Switch(name), ask]
    }

    /// Says that a place of the library is not there.
    pub(super) fn absent(&mut self, place: &Path) -> Vec<Effect> {
        let place = Text::line(&place.to_string_lossy()).to_string();
        self.fail(self.words.with("place-absent", &[("place", place.into())]))
    }

    /// Lets go of this library for another of this name, and makes the first request to that.
    pub(super) fn move_to(&mut self, name: &str) -> Effect {
        name.clone_into(&mut self.place);
        self.stock = Stock::Own;
        self.named = super::single::Named::default();
        self.headlines.restart();
        self.reader.close();
        self.reader.find = None;
        self.problems.clear_files();
        self.values.clear();
        self.scan = Scan::default();
        self.opening = None;
        self.show(Show::Headlines);
        list(self.headlines.refresh())
    }
}
