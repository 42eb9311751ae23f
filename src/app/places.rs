//! Owns going to another library, a section or a saved search. It refuses to know where libraries are.

use super::completing::Known;
use super::effect::Effect;
use super::errand::Errand;
use super::layout::Show;
use super::progress::Scan;
use super::single::Named;
use super::{App, Overlay, Whose, list};
use crate::article::Text;
use crate::library::{Query, Section};
use crate::panes::places::{Goal, Places};

/// What is known of the library that is open, and forgotten as another is opened.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    pub(super) scan: Scan,
    /// Places of the library that are not there, as they are said.
    pub(super) absent: Vec<String>,
    pub(super) named: Named,
    /// The values of fields, once they were asked for.
    pub(super) values: Known,
}

impl App {
    /// Lists the places to go to; what is in them is counted meanwhile.
    pub(super) fn show_places(&mut self) -> Vec<Effect> {
        let before = self.before.as_ref().map(|(name, _)| name.as_str());
        let (libraries, words) = (&self.settled.libraries, &self.headlines.words);
        let places = Places::new((libraries, before), &self.place, &self.settled.searches, words);
        self.overlay = Some(Overlay::Places(places));
        // A search with a mistake is among the problems, and has nothing to count.
        let query = |(_, words): &(String, String)| Query::parse(words).ok();
        // The library that is open first: everything in it.
        let queries = std::iter::once(Query::default()).chain(self.settled.searches.iter().filter_map(query));
        vec![Effect::Ask(Errand::Count(queries.collect())), Effect::CountLibraries]
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
            let mut counts = searches.iter().copied();
            places.here_counted(counts.next());
            let count = |(_, words): &(String, String)| Query::parse(words).ok().and_then(|_| counts.next());
            let searches: Vec<_> = self.settled.searches.iter().map(count).collect();
            places.counted(&searches, sections.iter().map(section).collect());
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
        let (goal, name) = (places.chosen().cloned(), places.name().map(str::to_owned));
        self.overlay = None;
        let mut effects = self.keep_place();
        effects.extend(match goal {
            Some(Goal::Library(name)) => self.switch(name),
            Some(Goal::Before) => self.return_to_before(),
            Some(Goal::Search(words)) => match Query::parse(&words) {
                Ok(query) => {
                    self.show(Show::Headlines);
                    let ask = list(self.headlines.show(&words, query, false));
                    self.headlines.name = name.filter(|_| !words.is_empty());
                    vec![ask]
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

    /// Opens what was open before, in place of this library.
    fn return_to_before(&mut self) -> Vec<Effect> {
        let Some((name, whose)) = self.before.take() else { return Vec::new() };
        let ask = self.move_to(&name);
        self.whose = whose;
        vec![Effect::Return, ask]
    }

    /// Lets go of this library for another of this name, and makes the first request to that.
    pub(super) fn move_to(&mut self, name: &str) -> Effect {
        let before = std::mem::replace(&mut self.place, name.to_owned());
        self.before = Some((before, self.whose));
        self.inventory = Inventory::default();
        self.whose = Whose::Own;
        self.headlines.restart();
        self.reader.close();
        self.reader.find = None;
        self.problems.clear_files();
        self.coming.opening = None;
        self.show(Show::Headlines);
        list(self.headlines.refresh())
    }
}
