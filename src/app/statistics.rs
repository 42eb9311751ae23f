//! Owns the page about one's own reading: when it is asked for, and when it is shown. It refuses to count.

use super::App;
use super::effect::Effect;
use super::errand::Errand;
use super::looks::Look;
use crate::panes::statistics::Statistics;
use crate::panes::statistics::tally::Tally;

impl App {
    /// Asks what was read.
    pub(super) fn show_statistics(&mut self) -> Vec<Effect> {
        self.tell("counting-reading");
        // The article that is being read counts as far as it was read.
        let mut effects = self.keep_place();
        effects.push(Effect::Ask(Errand::Statistics { now: self.now }));
        effects
    }

    /// Takes what was counted.
    pub(super) fn list_statistics(&mut self, tally: Tally) -> Vec<Effect> {
        if tally.is_empty() {
            return self.tell("nothing-read");
        }
        self.look_at(Look::Statistics(Statistics::new(tally, self.words.clone())));
        Vec::new()
    }
}
