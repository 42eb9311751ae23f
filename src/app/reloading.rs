//! Owns what is wrong with the config, and a config that changed while one reads: what is taken over at once.
//! It refuses to read the file, and to let a broken one change anything.

use super::App;
use super::effect::Effect;
use super::keymap::Keymap;
use super::message::Reloaded;
use super::settled::Settled;

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
        if before.mouse != config.mouse {
            self.hand.is_heard = config.mouse;
        }
        self.words = words;
        self.attention.dwell.takes = u64::from(config.dwell) * 1000;
        self.reader.justify = config.justify;
        self.reader.locale = self.words.locale();
        if before.measure != config.measure {
            (self.reader.measure, self.way.measure) = (config.measure, config.measure);
        }
        self.settled = Settled::of(&config);
        if before.sort != config.sort {
            self.headlines.order = self.settled.order;
        }
        self.fit();
        self.tell("config-reloaded");
        vec![super::list(self.headlines.refresh())]
    }
}
