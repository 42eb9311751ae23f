//! Owns what is wrong with the config, and a config that changed while one reads: what is taken over at once.
//! It refuses to read the file, and to let a broken one change anything.

use super::App;
use super::effect::Effect;
use super::fresh::order;
use super::keymap::Keymap;
use super::message::Reloaded;

impl App {
    /// Takes what is wrong with the config as newsprint starts. The first of it is told until a key is pressed;
    /// all of it stays among the problems, which the title counts.
    pub fn warn(&mut self, wrong: &[String]) {
        self.note_all(wrong);
        if let Some(first) = wrong.first() {
            self.fail(self.words.again(first));
        }
    }

    fn note_all(&mut self, wrong: &[String]) {
        for what in wrong {
            self.problems.note(what);
        }
        self.fit_problems();
    }

    /// Takes over a config that changed; one with a mistake leaves everything as it was and says so.
    pub(super) fn reloaded(&mut self, reloaded: Reloaded) -> Vec<Effect> {
        let Reloaded { before, config, theme, words, mut problems } = reloaded;
        let (keymap, wrong) = Keymap::new(&config.preset, &config.keys);
        // Whoever read the file said more of them: where they are.
        if problems.is_empty() {
            problems.extend(wrong);
        }
        self.problems.clear_config();
        self.note_all(&problems);
        if let Some(first) = problems.first() {
            return self.fail(self.words.with("config-broken", &[("why", self.words.again(first).into())]));
        }
        self.keymap = keymap;
        self.theme = theme;
        self.way.theme.clone_from(&config.theme);
        if before.mouse != config.mouse {
            self.mouse = config.mouse;
        }
        self.words = words;
        self.ascii = self.words.is_ascii();
        self.mark_read = config.mark_read;
        self.dwell.takes = u64::from(config.dwell) * 1000;
        self.images = config.images;
        self.reader.justify = config.justify;
        self.reader.locale = self.words.locale();
        self.libraries = config.libraries.keys().cloned().collect();
        self.searches = config.searches.clone().into_iter().collect();
        self.search_url.clone_from(&config.search_url);
        self.archive_url.clone_from(&config.archive_url);
        if before.measure != config.measure {
            self.reader.measure = config.measure;
        }
        self.way.order = order(config.sort);
        if before.sort != config.sort {
            self.headlines.order = order(config.sort);
        }
        self.fit();
        self.tell("config-reloaded");
        vec![super::list(self.headlines.refresh())]
    }
}
